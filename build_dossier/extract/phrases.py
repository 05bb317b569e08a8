"""Descriptions of persons as noun phrases: a head with its adjectives before it and its complements after it.

Comes in: a sentence in units. Goes out: for a head noun where its phrase may begin and where it may end.
«Спецпредставник американського лідера Дональда Трампа» has ends after the first word, after «лідера» and after
«Трампа»; what stands beside the phrase decides which of them is meant.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from build_dossier.extract.gazetteer import keys, lists_of, merged, word_lists
from build_dossier.extract.mentions import EntityType
from build_dossier.extract.units import Sentence, role_list
from build_dossier.text.declension import Reading, readings
from build_dossier.text.fold import fold_case
from build_dossier.text.language import Language
from build_dossier.text.morphology import CASES, Analysis, analyses

LONGEST = 16
"""Units of the longest description that is read."""
_ORDINAL = re.compile(r"\d{1,4}[-‑]\w{1,3}")
_AS_GOOD = 0.8
"""A case that suits a name less than this share of the best is not its case."""
_QUOTES = frozenset("«»“”„\"'")
_GENITIVE = frozenset({"gent"})
_SMALL_WORDS = frozenset({"NPRO", "ADVB", "COMP", "PREP", "CONJ", "PRCL", "PRED"})
"""«Раніше» may be an adjective, but is none."""
_OF_NAMES = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn", "Abbr"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A noun for a person in the singular."""

    lemma: str
    cases: frozenset[str]


@lru_cache(maxsize=100_000)
def head(form: str, language: Language) -> Head | None:
    """What a word says as a noun for one person, ``None`` when it is none or only a form of address."""
    lists = lists_of(form, language)
    read = analyses(form, language)
    if read[0].pos in _SMALL_WORDS or ("role" not in lists and any(_is_other(a) for a in read)):
        return None  # «после» is no ambassador, «на тлі» no plant-louse
    found = [a for a in read if a.pos == "NOUN" and a.number == "sing" and _tells(a, lists)]
    cases = frozenset(_case(a, form) for a in found) & {*CASES}
    honorific = not keys(form, language).isdisjoint(role_list("honorifics"))
    if not cases or honorific:
        return None
    listed = (a.lemma for a in found if merged(a.lemma) in word_lists()["role"])
    return Head(lemma=fold_case(next(listed, found[0].lemma)), cases=cases)


def _tells(analysis: Analysis, lists: frozenset[str]) -> bool:
    """A noun of the list of roles, or any other for a person that the dictionary knows."""
    if "role" in lists:
        return True
    return "anim" in analysis.grammemes and analysis.known and not analysis.grammemes & _OF_NAMES


def _is_other(analysis: Analysis) -> bool:
    return analysis.pos in _SMALL_WORDS or (analysis.pos == "NOUN" and "inan" in analysis.grammemes)


def _case(analysis: Analysis, form: str) -> str:
    """The Ukrainian dictionary leaves the case of some nominatives untold."""
    untold = analysis.case is None and analysis.lemma == form.lower()
    return "nomn" if untold else str(analysis.case)


@lru_cache(maxsize=50_000)
def cases_of_name(form: str, lemma: str, language: Language) -> frozenset[str]:
    """The cases a person's name may stand in: those that suit all its words, read with their lemmas, about as well."""
    printed, listed = form.split(), lemma.split()
    aligned = listed if len(listed) == len(printed) else [None] * len(printed)
    read = [_read(*pair, language) for pair in zip(printed, aligned, strict=True)]
    weights = {case: max(_together(read, case, gender) for gender in ("masc", "femn")) for case in CASES}
    best = max(weights.values())
    return frozenset(case for case, weight in weights.items() if weight >= _AS_GOOD * best)


def _read(word: str, lemma: str | None, language: Language) -> Sequence[Reading]:
    found = readings(word, language)
    told = [r for r in found if lemma is not None and fold_case(r.nominative) == fold_case(lemma)]
    return told or found


def _together(read: Sequence[Sequence[Reading]], case: str, gender: str) -> float:
    suits = ([r.weight for r in of_word if r.case == case and r.gender in {gender, None}] for of_word in read)
    return sum(max(weights, default=0.0) for weights in suits)


@lru_cache(maxsize=100_000)
def agree_with(form: str, language: Language, cases: frozenset[str]) -> bool:
    """Whether a word is an adjective or participle that may stand in one of these cases."""
    found = analyses(form, language)
    if any(a.pos in _SMALL_WORDS or "Apro" in a.grammemes for a in found):
        return False
    return any(a.pos in {"ADJF", "PRTF"} and a.case in cases for a in found)


def begins(of: Sentence, at: int) -> int:
    """Where the phrase begins whose head stands at ``at``: with the adjectives before it that agree."""
    noun = head(of.units[at].form, of.language)
    start = at
    while noun is not None and start > at - LONGEST and _modifies(of, start - 1, noun.cases):
        start -= 1
    return start


def _modifies(of: Sentence, at: int, cases: frozenset[str]) -> bool:
    """Whether an adjective or an ordinal in figures stands there."""
    if at >= 0 and of.units[at].mention is None and _ORDINAL.fullmatch(of.units[at].form) is not None:
        return True
    return of.is_word(at) and agree_with(of.units[at].form, of.language, cases)


def ends(of: Sentence, at: int) -> Iterator[int]:
    """Where a phrase may end whose head stands before ``at``: there, and after each complement that follows."""
    last = min(len(of.units), at + LONGEST)
    while at <= last:
        yield at
        step = next((end for rule in COMPLEMENTS if (end := rule(of, at)) is not None), None)
        if step is None:
            return
        at = step


def named_thing(of: Sentence, at: int) -> int | None:
    """«США», «Слідчого комітету РФ», «"Роснефти"»: the thing that somebody is of, with its quotation marks."""
    opened = of.form(at) in _QUOTES
    thing = at + 1 if opened else at
    if of.mention(thing, EntityType.ORG, EntityType.LOC, EntityType.PRO, EntityType.EVT) is None:
        return None
    if opened and of.form(thing + 1) not in _QUOTES:
        return None
    return thing + 2 if opened else thing + 1


def other_person(of: Sentence, at: int) -> int | None:
    """«союзник Путіна»: a person in the genitive; one without cases only where another person follows."""
    name = of.mention(at, EntityType.PER)
    cases = cases_of_name(name.form, name.lemma, of.language) if name is not None else frozenset()
    if "gent" not in cases or ("nomn" in cases and of.mention(at + 1, EntityType.PER) is None):
        return None
    return at + 1


def genitive(of: Sentence, at: int) -> int | None:
    """«державного секретаря», «прямих інвестицій»: adjectives with a noun or a named thing."""
    start = at
    while at < start + LONGEST and of.is_word(at) and agree_with(of.units[at].form, of.language, _GENITIVE):
        at += 1
    if at > start and (thing := named_thing(of, at)) is not None:
        return thing
    if not of.is_word(at) or of.listed(at, "honorifics"):
        return None
    return at + 1 if is_noun_in(of.units[at].form, of.language, _GENITIVE) else None


def after_preposition(of: Sentence, at: int) -> int | None:
    """«по Украине», «в ЄС», «з питань України»: a preposition with a named thing or a matter."""
    if of.form(at) not in role_list("prepositions"):
        return None
    thing = named_thing(of, at + 1)
    if thing is not None:
        return thing
    return at + 2 if of.listed(at + 1, "matters") else None


COMPLEMENTS = (named_thing, other_person, genitive, after_preposition)
"""What may follow a head noun, in the order in which it is tried."""


@lru_cache(maxsize=100_000)
def is_noun_in(form: str, language: Language, cases: frozenset[str]) -> bool:
    """Whether a word may be a noun in one of these cases and is not rather something else."""
    found = analyses(form, language)
    if any(a.pos in _SMALL_WORDS for a in found):
        return False  # «до» is a note, too
    likely = [a for a in found if a.score >= 0.1] or list(found[:1])
    return any(a.pos == "NOUN" and a.case in cases for a in likely)
