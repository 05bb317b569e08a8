"""What a noun, a pronoun or a name may do in a sentence that reports: stand in the nominative, speak, own, describe.

Comes in: one word or one mention with its language. Goes out: what the dictionary and the word lists say of it.
"""

from functools import lru_cache

from build_dossier.extract.mentions import EntityType, Level, Mention
from build_dossier.extract.phrases import cases_of_name
from build_dossier.extract.reporting import lemma_in, listed
from build_dossier.extract.units import role_list
from build_dossier.text.language import Language
from build_dossier.text.morphology import Analysis, analyses

_ANY_CASE = frozenset({"nomn", "gent", "datv", "accs", "ablt", "loct"})
_JOINS = frozenset({"і", "й", "та", "и", "а"})
_PREPOSITIONS = frozenset({"на", "за", "по", "до", "про", "від", "щодо", "крім", "біля", "через", "после"})
"""Which the dictionary reads as something else first."""


@lru_cache(maxsize=100_000)
def speaks(form: str, language: Language) -> bool:
    """Whether a noun or pronoun in the nominative may name somebody who speaks."""
    if form.lower() in listed("relatives") or form.lower() in listed("pronouns"):
        return True
    nouns = nominative_nouns(form, language)
    if not nouns or analyses(form, language)[0].pos == "ADJF":
        return False
    if lemma_in(form, language, "speakers") or lemma_in(form, language, "papers"):
        return True
    return any(("anim" in a.grammemes and a.known) for a in nouns) or any(
        a.lemma in role_list("offices") for a in nouns
    )


@lru_cache(maxsize=100_000)
def nominative_nouns(form: str, language: Language) -> tuple[Analysis, ...]:
    """The readings of a word as a noun or pronoun in the nominative."""
    found = analyses(form, language)
    if found[0].pos in {"PREP", "CONJ", "PRCL", "ADVB"}:
        return ()
    likely = [a for a in found if a.score >= 0.05] or found[:1]
    nouns = (a for a in likely if a.pos in {"NOUN", "NPRO"} or (a.pos == "ADJF" and "Apro" in a.grammemes))
    return tuple(a for a in nouns if a.case == "nomn" or (a.case is None and a.lemma == form.lower()))


@lru_cache(maxsize=100_000)
def cases_of(mention: Mention, language: Language) -> frozenset[str]:
    """The cases a name may stand in; Latin letters and acronyms may in any."""
    if mention.type is EntityType.PER and mention.level is Level.NAM:
        return cases_of_name(mention.form, mention.lemma, language)
    for word in mention.form.replace("«", " ").replace('"', " ").split():
        found = analyses(word, language)
        nouns = [a for a in found if a.pos == "NOUN" and a.case is not None]
        if word.isupper() or not nouns or not any(a.known for a in found):
            if found[0].pos in {"ADJF", "PRTF"} and not word.isupper():
                continue
            return _ANY_CASE
        untold = any(a.case is None and a.lemma == word.lower() for a in found)
        return frozenset(str(a.case) for a in nouns) | ({"nomn"} if untold else frozenset())
    return _ANY_CASE


@lru_cache(maxsize=50_000)
def name_gender(lemma: str, language: Language) -> str | None:
    """The gender that the words of a name agree on."""
    genders: set[str | None] = set()
    for word in lemma.split():
        named = [a for a in analyses(word, language) if a.grammemes & {"Name", "Surn"} and a.gender is not None]
        if "Name" in {g for a in named for g in a.grammemes}:
            return next(a.gender for a in named if "Name" in a.grammemes)
        genders.update(a.gender for a in named if a.known and a.case == "nomn")
    return genders.pop() if len(genders) == 1 else None


@lru_cache(maxsize=20_000)
def is_preposition(form: str, language: Language) -> bool:
    """Whether a word is a preposition rather than anything else."""
    if form in listed("relatives"):
        return False
    first = analyses(form, language)[0]
    return first.pos == "PREP" or form in _PREPOSITIONS


@lru_cache(maxsize=100_000)
def attributive(form: str, language: Language) -> bool:
    """Whether a word may be an adjective or numeral before a noun in the nominative."""
    found = analyses(form, language)
    first = found[0]
    if first.pos in {"PREP", "CONJ", "ADVB", "PRCL"} or (first.pos == "NPRO" and language == "ru"):
        return False
    return any(a.pos in {"ADJF", "PRTF", "NUMR"} and a.case in {"nomn", None} for a in found)


@lru_cache(maxsize=50_000)
def owns(form: str, language: Language) -> bool:
    """A noun for what persons have or lead: «адвокат Бібі», «уряд Мей»; a month or a debate is nobody's."""
    if lemma_in(form, language, "speakers"):
        return True
    return any(a.pos == "NOUN" and "anim" in a.grammemes for a in analyses(form, language))


@lru_cache(maxsize=50_000)
def describes(form: str, language: Language) -> bool:
    """Whether a word may stand inside a description, between its head and the name."""
    first = analyses(form, language)[0]
    low = form.lower()
    noun = first.pos == "NOUN" and first.case != "nomn"
    return noun or first.pos == "ADJF" or low in _JOINS or is_preposition(low, language)
