"""Noun phrases in the nominative that may be whoever a verb is said of.

Comes in: a ``Frame`` and a stretch of its units. Goes out: ``Phrase``s with their heads, found without a parser: what a
preposition governs or another noun owns is left out, a name that closes a description belongs to it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from build_dossier.extract.clauses import NEAR
from build_dossier.extract.frames import Frame
from build_dossier.extract.mentions import EntityType, Level, Mention
from build_dossier.extract.nouns import (
    attributive,
    cases_of,
    describes,
    is_preposition,
    name_gender,
    nominative_nouns,
    owns,
    speaks,
)
from build_dossier.extract.phrases import agree_with, ends
from build_dossier.extract.reporting import Verb, lemma_in, listed
from build_dossier.text.language import Language
from build_dossier.text.morphology import analyses

_DESCRIBED = 16
"""Units of a description between its head and the name."""
_OFFICE = 4
"""Words of an office among which its head stands."""
_YEAR = 4
"""Digits of a year, which counts nobody."""
_GEN = frozenset({"gent"})
_BRACKETS = frozenset({"(", ")"})
_AND = frozenset({"і", "й", "та", "и"})
NAMES = (EntityType.PER, EntityType.ORG, EntityType.PRO, EntityType.LOC)
"""Who may speak by name."""
_NO_NOUNS = frozenset({"як", "так", "це", "та", "а", "и", "як-от", "то", "тому"})
"""Small words that the dictionary reads as nouns, too: «як» is a yak."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Units ``first`` to ``end`` (half-open) of a frame with the unit of the head."""

    first: int
    end: int
    head: int


def nominatives(frame: Frame, start: int, end: int, verb: Verb) -> Iterator[Phrase]:
    """The phrases of a stretch that may be the subject of the verb."""
    at = start
    while at < end:
        phrase = phrase_at(frame, at, end)
        if phrase is None or not _suits(frame, phrase, verb):
            at += 1
            continue
        yield phrase
        at = max(phrase.end, at + 1)


def phrase_at(frame: Frame, at: int, limit: int) -> Phrase | None:
    """The phrase whose head stands at a unit, if it may be in the nominative and may speak."""
    mention = frame.units[at].mention
    if mention is not None:
        if mention.type not in NAMES or "nomn" not in cases_of(mention, frame.of.language):
            return None
    elif frame.low[at] in _NO_NOUNS or not _names_somebody(frame, at):
        return None
    number = _counting(frame, at)
    first = _opening(frame, at) if number is None else _behind_about(frame, number)
    if _governed(frame, first) or _complement(frame, at, first):
        return None
    end = _closing(frame, at)
    return Phrase(first=first, end=end if _is_name(frame, end - 1) else min(end, limit), head=at)


def _names_somebody(frame: Frame, at: int) -> bool:
    form = frame.units[at].form
    if not form[0].isalpha():
        return False
    return speaks(form, frame.of.language) or _substantive(frame, at) or _counting(frame, at) is not None


def _behind_about(frame: Frame, number: int) -> int:
    """With what makes a number approximate: «понад 20», «около ста»."""
    return number - 1 if number and frame.low[number - 1] in listed("approximate") else number


def _counting(frame: Frame, at: int) -> int | None:
    """Where the number begins that counts a genitive: «сім профспілок», «96% опрошенных членов»."""
    place, language = at - 1, frame.of.language
    if not frame.of.is_word(at) or not _is_counted(frame.units[at].form, language):
        return None
    while place > at - NEAR and frame.of.is_word(place) and agree_with(frame.units[place].form, language, _GEN):
        place -= 1
    if place > 0 and (frame.low[place] == "%" or frame.low[place] in listed("percent")):
        place -= 1
    return place if place >= 0 and _is_number(frame.units[place].form, language) else None


@lru_cache(maxsize=50_000)
def _is_counted(form: str, language: Language) -> bool:
    genitives = (a for a in analyses(form, language) if a.case == "gent" and a.number == "plur")
    return any(speaks(a.lemma, language) for a in genitives)


@lru_cache(maxsize=20_000)
def _is_number(form: str, language: Language) -> bool:
    if form[0].isdigit():
        return not (len(form) == _YEAR and form.isdigit())
    return any(a.pos == "NUMR" and a.case == "nomn" for a in analyses(form, language))


def _substantive(frame: Frame, at: int) -> bool:
    """«Опрошенные выразили»: a participle for those who speak, without its noun."""
    if frame.low[at] not in listed("substantives"):
        return False
    return not (frame.of.is_word(at + 1) and speaks(frame.units[at + 1].form, frame.of.language))


def _opening(frame: Frame, at: int) -> int:
    """Where a phrase begins: with adjectives, numerals and opening marks before the head."""
    first = at
    while first > 0 and at - first < NEAR and frame.of.is_word(first - 1):
        if not attributive(frame.units[first - 1].form, frame.of.language):
            break
        first -= 1
    return first


def _governed(frame: Frame, first: int) -> bool:
    """A preposition stands before it, or what a medium was given: «в коментарі DW», or words: «слова Псаки»."""
    before = first - 1
    if before >= 0 and frame.of.is_word(before) and _given(frame, before):
        return True
    if before >= 0 and frame.low[before] in {'"', "«", "„", "“"}:
        before -= 1
    return before >= 0 and frame.of.is_word(before) and is_preposition(frame.low[before], frame.of.language)


def _given(frame: Frame, at: int) -> bool:
    """«слова», or «коментарі», «інтерв'ю» behind a preposition."""
    if frame.low[at] in listed("said_words"):
        return True
    after_preposition = at > 0 and is_preposition(frame.low[at - 1], frame.of.language)
    return after_preposition and lemma_in(frame.units[at].form, frame.of.language, "broadcasts")


def _complement(frame: Frame, at: int, first: int) -> bool:
    """It belongs to the noun before it: «агентству Reuters», «партії Шольца»."""
    if first != at or at == 0:
        return False
    before = frame.units[at - 1]
    mention = frame.units[at].mention
    if before.form in {'"', "«", "„", "“"} and at > 1:
        before = frame.units[at - 2]
    person = mention is not None and mention.type is EntityType.PER
    if person and before.mention is not None:
        return False
    if before.mention is not None:
        ambiguous = mention is not None and len(cases_of(mention, frame.of.language)) > 1
        return ambiguous and "nomn" not in cases_of(before.mention, frame.of.language)
    if not before.form[0].isalpha() or mention is None:
        return False
    noun = [a for a in analyses(before.form, frame.of.language) if a.pos == "NOUN"]
    likely = analyses(before.form, frame.of.language)[0].pos == "NOUN"
    if person and not owns(before.form, frame.of.language):
        return False
    return likely and "gent" in cases_of(mention, frame.of.language) and not any(a.case == "nomn" for a in noun)


def _closing(frame: Frame, at: int) -> int:
    """Behind the last complement of a phrase, and a name that follows it."""
    mention = frame.units[at].mention
    if mention is not None and mention.level is Level.NAM:
        return at + 1
    end = max(ends(frame.of, at + 1), default=at + 1)
    if mention is not None and (named := _name_after(frame, end)) is not None:
        return named
    following = frame.of.mention(end, *NAMES)
    if following is not None and "nomn" in cases_of(following, frame.of.language):
        return end + 1
    return _name_after(frame, end) or end


def _name_after(frame: Frame, at: int) -> int | None:
    """Behind a person's name that closes a long description: «директор по коммуникациям Алисса Фарах»."""
    apposed = False
    for place in range(at, min(at + _DESCRIBED, len(frame))):
        named = frame.of.mention(place, EntityType.PER)
        if named is not None and named.level is Level.NAM:
            free = "nomn" in cases_of(named, frame.of.language) and not _governed(frame, place)
            return place + 1 if free else None
        listed_on = frame.low[place] == "," and place + 1 < len(frame) and not _is_name(frame, place + 1)
        apposed = apposed or listed_on
        called = apposed and frame.of.is_word(place) and speaks(frame.units[place].form, frame.of.language)
        if not (listed_on or called or frame.low[place] in _BRACKETS or is_describing(frame, place)):
            return None
    return None


def _is_name(frame: Frame, at: int) -> bool:
    """A person by name."""
    named = frame.of.mention(at, EntityType.PER)
    return named is not None and named.level is Level.NAM


def is_describing(frame: Frame, at: int) -> bool:
    """Whether a unit may stand inside a description: a name, an acronym, a noun or adjective, a preposition."""
    unit, language = frame.units[at], frame.of.language
    if unit.mention is not None or unit.form.isupper() or describes(unit.form, language):
        return True
    behind = at > 0 and frame.of.is_word(at - 1) and is_preposition(frame.low[at - 1], language)
    return behind and frame.of.is_word(at) and any(a.pos == "NOUN" for a in analyses(unit.form, language)[:2])


def _suits(frame: Frame, phrase: Phrase, verb: Verb) -> bool:
    """Whether the phrase agrees with the verb in number and gender, as far as that can be told."""
    mention = frame.units[phrase.head].mention
    if mention is not None and mention.level is Level.NAM:
        if verb.plural:
            return mention.type is not EntityType.PER or _joined(frame, phrase)
        return (
            verb.gender is None
            or mention.type is not EntityType.PER
            or gender_of(mention, frame)
            in {
                verb.gender,
                None,
            }
        )
    form = frame.units[phrase.head].form
    words = form.split() if mention is not None else (form,)
    nouns = [noun for word in words[:_OFFICE] for noun in nominative_nouns(word, frame.of.language)]
    if verb.plural:
        counted = _counting(frame, phrase.head) is not None or _substantive(frame, phrase.head)
        return counted or any(a.number == "plur" for a in nouns) or _joined(frame, phrase)
    if verb.gerund:
        return True
    office = any("anim" in a.grammemes for a in nouns) or mention is not None
    wanted = {verb.gender, None} | ({"masc"} if office and verb.gender == "femn" else set())
    return any(a.number == "sing" and (verb.gender is None or a.gender in wanted) for a in nouns)


def _joined(frame: Frame, phrase: Phrase) -> bool:
    """«Трамп і його команда», «easyJet, Ryanair та IAG»."""
    beside = (*frame.low[phrase.end : phrase.end + 1], *frame.low[max(phrase.first - 1, 0) : phrase.first])
    return not _AND.isdisjoint(beside)


def gender_of(mention: Mention, frame: Frame) -> str | None:
    """``masc`` or ``femn`` of a person's name, where its given name or its ending tells."""
    return name_gender(mention.lemma, frame.of.language)
