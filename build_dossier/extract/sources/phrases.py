"""Noun phrases that may be a source: where they begin, what their head is, where they end.

Comes in: a sentence in units and a place beside a cue. Goes out: ``Phrase``s, without preposition.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from build_dossier.extract.gazetteer import merged
from build_dossier.extract.mentions import EntityType
from build_dossier.extract.phrases import ends
from build_dossier.extract.sources.words import count, is_adjective, is_in, listed
from build_dossier.extract.units import Sentence
from build_dossier.text.language import Language
from build_dossier.text.morphology import Analysis, analyses

LONGEST = 12
"""Units of the longest phrase that is read to the left of a verb."""
QUOTES = frozenset("«»“”„\"'")
_OF = frozenset({"з", "із", "зі", "из"})
_TITLE = 5
"""Words of the longest quoted name of an outlet or a body."""
_AGREEING = frozenset({"ADJF", "PRTF"})
_SMALL = frozenset({"NPRO", "ADVB", "PREP", "CONJ", "PRCL", "PRED", "COMP"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A noun phrase, by places of units."""

    first: int
    """Where its adjectives and numbers begin."""
    head: int
    end: int
    """One past its last complement."""
    case: str | None = None
    """The case that its place asks for: ``nomn`` of a subject, ``gent`` after «за даними»; ``None`` for any."""


def phrase_from(of: Sentence, at: int) -> Phrase | None:
    """The phrase that begins at a unit."""
    first = at
    while (of.form(at) in QUOTES or _modifies(of, at)) and at < first + LONGEST:
        at += 1
    if of.form(at) in _OF and at > first:  # «один із дипломатів», «некоторые из собеседников»
        at += 1
        while _modifies(of, at) and at < first + LONGEST:
            at += 1
    if not is_nominal(of, at) or (at > first and not _agrees(of, at - 1, at)):
        return None
    return Phrase(first=first, head=at, end=max(endings(of, at)))


def _modifies(of: Sentence, at: int) -> bool:
    return (is_adjective(of, at) and not is_head_noun(of, at) and not listed(of, at, "relatives")) or (
        0 <= at < len(of.units) and count(of, at) is not None
    )


def _agrees(of: Sentence, adjective: int, head: int) -> bool:
    """Whether an adjective may belong to the noun after it; «уполномоченный компании» are two."""
    if not of.is_word(adjective) or not of.is_word(head) or count(of, adjective) is not None:
        return True
    if listed(of, adjective, "some"):
        return True
    cases = frozenset((a.case, a.number) for a in analyses(of.units[adjective].form, of.language) if a.pos in _AGREEING)
    return not cases or any((a.case, a.number) in cases or a.case is None for a in nouns(of, head))


def is_head_noun(of: Sentence, at: int) -> bool:
    """Whether a word that may be an adjective is rather a noun of ours: «военный», «собеседник»."""
    return any(listed(of, at, name) for name in ("informants", "officials", "bodies", "voices"))


def phrases_before(of: Sentence, at: int) -> Iterator[Phrase]:
    """The phrases that end before a unit, the one that begins first first."""
    for head in range(max(0, at - LONGEST), at):
        if is_nominal(of, head) and not listed(of, head, "some") and at in endings(of, head):
            first = head
            while first > 0 and _modifies(of, first - 1):
                first -= 1
            if of.form(first - 1) in _OF and _modifies(of, first - 2):
                first -= 2
            yield Phrase(first=first, head=head, end=at)


def endings(of: Sentence, head: int) -> frozenset[int]:
    """Where the phrase of a head may end."""
    found = set(ends(of, head + 1))
    for start in tuple(found):
        for rule in (_on_site, _and_another, *([_among] if listed(of, head, "informants") else [])):
            if (further := rule(of, start)) is not None:
                found |= {further, *ends(of, further)}
    for start in tuple(found):
        if (title := own_name(of, start)) is not None:
            found |= {title, *ends(of, title)}
    if of.form(head - 1) in QUOTES and of.form(head + 1) in QUOTES:
        found.add(head + 2)  # «Белта» in its quotation marks
    return frozenset(found)


def _on_site(of: Sentence, at: int) -> int | None:
    """«на сайті», «на странице»: where a paper stands."""
    return at + 2 if of.form(at) in {"на", "в", "у"} and listed(of, at + 1, "sites") else None


def _among(of: Sentence, at: int) -> int | None:
    """«серед чиновників», «в правительстве», «у МЗС»: where somebody who is not named stands."""
    if of.form(at) not in {"серед", "среди", "в", "у", "з", "із", "из", "при"}:
        return None
    phrase = phrase_from(of, at + 1)
    return None if phrase is None else phrase.end


def _and_another(of: Sentence, at: int) -> int | None:
    """«розвитку і торгівлі», «закордонних справ та оборони»: a second complement."""
    if of.form(at) not in {"і", "й", "та", "и"}:
        return None
    place = at + 1
    while is_adjective(of, place):
        place += 1
    genitive = any(a.pos == "NOUN" and a.case == "gent" for a in nouns(of, place))
    return place + 1 if genitive and is_nominal(of, place) else None


def own_name(of: Sentence, at: int) -> int | None:
    """The end of a name that stands there in Latin letters or quotation marks, whether a mention or not."""
    if of.form(at) in QUOTES:
        closing = (end for end in range(at + 2, at + 3 + _TITLE) if of.form(end) in QUOTES)
        end = next(closing, None)
        opened = end is not None and of.units[at + 1].form[0].isupper()
        return end + 1 if opened and end is not None else None
    end = at
    while end < len(of.units) and _is_latin_name(of, end):
        end += 1
    return end if end > at else None


def _is_latin_name(of: Sentence, at: int) -> bool:
    form = of.units[at].form
    return form[0].isascii() and form[0].isupper() and not of.units[at].names(EntityType.PER)


def is_nominal(of: Sentence, at: int) -> bool:
    """Whether a name or a noun stands there."""
    if not 0 <= at < len(of.units):
        return False
    if of.units[at].mention is not None:
        return True
    return of.units[at].is_word and (is_noun(of.units[at].form, of.language) or is_head_noun(of, at))


@lru_cache(maxsize=100_000)
def is_noun(form: str, language: Language) -> bool:
    """Whether a word is likely a noun."""
    found = analyses(form, language)
    if any(a.pos in _SMALL and a.score >= 0.05 for a in found):
        return False  # «як» is an animal, too
    return found[0].pos not in {"VERB", "GRND"} and any(a.pos == "NOUN" and a.score >= 0.1 for a in found)


def nouns(of: Sentence, at: int, case: str | None = None) -> tuple[Analysis, ...]:
    """The readings of a word as a noun, in one case where any is in it."""
    if not of.is_word(at):
        return ()
    found = tuple(a for a in analyses(of.units[at].form, of.language) if a.pos in {"NOUN", "ADJF"})
    return tuple(a for a in found if a.case == case or (a.case is None and case == "nomn")) or found


def may_be_subject(of: Sentence, phrase: Phrase) -> bool:
    """Whether the phrase may be in the nominative: by its form, and without a preposition before it."""
    before = phrase.first - 1
    while of.form(before) in QUOTES:
        before -= 1
    if _is_preposition(of, before) or listed(of, before, "relatives"):
        return False
    mention = of.units[phrase.head].mention
    if mention is not None:
        return merged(mention.lemma).startswith(merged(mention.form))
    if any(count(of, at) is not None for at in range(phrase.first, phrase.head)):
        return True  # «сім профспілок»
    if any(listed(of, at, "some") for at in range(phrase.first, phrase.head)):
        return True  # «кілька дипломатів», «один із чиновників»
    untold = any(a.case is None and a.lemma == of.form(phrase.head) for a in nouns(of, phrase.head))
    return untold or any(a.case == "nomn" for a in nouns(of, phrase.head))


def agrees_with_verb(of: Sentence, head: int, at: int) -> bool:
    """Whether a noun may be the subject of a finite verb by number and, in the past, by gender."""
    verbs = [a for a in analyses(of.units[at].form, of.language)[:4] if a.pos in {"VERB", "ADJS"}]
    return any(_agree(noun, verb) for noun in nouns(of, head, "nomn") for verb in verbs)


def _agree(noun: Analysis, verb: Analysis) -> bool:
    same_gender = verb.number == "plur" or verb.gender is None or verb.gender == noun.gender
    return verb.number == noun.number and same_gender


def _is_preposition(of: Sentence, at: int) -> bool:
    if at < 0 or not of.is_word(at):
        return False
    return any(a.pos == "PREP" for a in analyses(of.units[at].form, of.language)[:3])


def preposition(of: Sentence, phrase: Phrase) -> str:
    """The word before the phrase and its quotation mark."""
    before = phrase.first - 1
    while of.form(before) in QUOTES:
        before -= 1
    return of.form(before) if before >= 0 else "."


def is_singular(of: Sentence, at: int, case: str | None = None) -> bool:
    """Whether the noun there may stand in the singular, in one case where any of its readings is in it."""
    return any(a.number == "sing" for a in nouns(of, at, case))


def skips(of: Sentence, at: int, step: int) -> int:
    """The place after words that may stand between a verb and its subject: «також», «у четвер», «12 ноября»."""
    start = at
    while abs(at - start) < LONGEST and (_is_between(of, at) or (of.form(at) == "," and _is_between(of, at + step))):
        at += step
    return at


@lru_cache(maxsize=100_000)
def is_adverb(form: str, language: Language) -> bool:
    """Whether a word is likely an adverb: «высоко», «неофіційно»."""
    return analyses(form, language)[0].pos == "ADVB"


def _is_between(of: Sentence, at: int) -> bool:
    if not 0 <= at < len(of.units):
        return False
    if of.is_word(at) and is_adverb(of.units[at].form, of.language):
        return True
    if of.form(at)[0].isdecimal():
        return True
    mention = of.units[at].mention
    return is_in(of.units[at].form, of.language, "between") and (mention is None or mention.type is EntityType.PRO)
