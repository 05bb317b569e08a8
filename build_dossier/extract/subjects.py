"""The noun phrase that a reporting verb has for its subject.

Comes in: a ``Frame`` and the unit of the verb. Goes out: the units of the phrase with its head, found without a parser:
a phrase in the nominative that agrees with the verb, in the clause of the verb first, then in the clauses before it;
«заявили в Кремлі» has none, and the place speaks.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from build_dossier.extract.clauses import NEAR, clause_end, clause_start
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
from build_dossier.extract.phrases import ends
from build_dossier.extract.reporting import Verb, lemma_in, listed
from build_dossier.text.morphology import analyses

_DESCRIBED = 10
"""Units of a description between its head and the name."""
_DATE = 6
"""Units of a date between commas."""
FAR = 60
"""Units between a verb and a subject that it shares with an earlier clause."""
JOINS = frozenset({"і", "й", "та", "и", "а", "але", "но", "однак", "однако", "також", "также"})
_AND = frozenset({"і", "й", "та", "и"})
_IN = frozenset({"в", "у", "на", "во", "із", "из"})
_NAMES = (EntityType.PER, EntityType.ORG, EntityType.PRO, EntityType.LOC)
_NO_NOUNS = frozenset({"як", "так", "це", "та", "а", "и", "як-от", "то", "тому"})
"""Small words that the dictionary reads as nouns, too: «як» is a yak."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Units ``first`` to ``end`` (half-open) of a frame with the unit of the head."""

    first: int
    end: int
    head: int


def subject(frame: Frame, at: int, verb: Verb) -> Phrase | None:
    """The subject of the reporting verb at a unit."""
    return next((found for rule in RULES if (found := rule(frame, at, verb)) is not None), None)


def before_the_verb(frame: Frame, at: int, verb: Verb) -> Phrase | None:
    """«Келлог сказав», «NYT зазначає»."""
    if verb.gerund:
        return None
    return _best(frame, clause_start(frame, at), at, verb)


def after_the_verb(frame: Frame, at: int, verb: Verb) -> Phrase | None:
    """«сказав Келлог», «пише NYT»."""
    if verb.gerund:
        return None
    end = _behind_a_date(frame, clause_end(frame, at))
    found = next(_nominatives(frame, at + 1, end, verb), None)
    return None if found is None or _acts(frame, found.end, end) else found


def _behind_a_date(frame: Frame, end: int) -> int:
    """The end of a clause that a date between commas interrupts: «повідомив у суботу, 24 листопада, міністр»."""
    if frame.low[end : end + 1] != (",",) or not frame.low[end + 1 : end + 2] or not frame.low[end + 1].isdigit():
        return end
    closing = next((at for at in range(end + 2, min(end + _DATE, len(frame))) if frame.low[at] == ","), None)
    return end if closing is None else clause_end(frame, closing)


def _acts(frame: Frame, start: int, end: int) -> bool:
    """A verb of its own follows a subject: «Про це пише Компанія обіцяла …»: the outlet was a link that is gone."""
    for at in range(start, end):
        if frame.low[at] in JOINS:
            return False
        if frame.of.is_word(at):
            read = analyses(frame.units[at].form, frame.of.language)[0]
            if read.pos == "VERB" and "infn" not in read.grammemes:
                return True
    return False


def in_a_place(frame: Frame, at: int, verb: Verb) -> Phrase | None:
    """«заявили в Кремлі», «У Belgocontrol заявили»: many speak, and only where they are is said."""
    if not verb.plural:
        return None
    opening = _bodies(frame, 1) if frame.low[0] in _IN else None
    if opening is not None and frame.low[opening.end : opening.end + 1] == (",",):
        return opening
    for place in (*range(at + 1, clause_end(frame, at)), *range(at - 1, clause_start(frame, at) - 1, -1)):
        if frame.low[place] in _IN and (phrase := _bodies(frame, place + 1)) is not None and _beside(frame, phrase, at):
            return phrase
    return None


def _beside(frame: Frame, phrase: Phrase, at: int) -> bool:
    """A place alone («У Вісконсині після перерахунку підтвердили») speaks only beside the verb; a body anywhere."""
    place = frame.of.mention(phrase.head, EntityType.LOC)
    return place is None or place.metonym or phrase.end == at or at + 2 == phrase.end


def in_an_earlier_clause(frame: Frame, at: int, verb: Verb) -> Phrase | None:
    """«Суддя процитував Коран, заявивши, що …», «Ryanair зв'язалася … і запропонувала»."""
    low = frame.low
    start = clause_start(frame, at)
    shares = verb.gerund or low[start - 1 : start] in [("який",), ("которая",)] or _shares(frame, start, at)
    if not shares:
        return None
    while start > 0 and at - start < FAR:
        end = start - 1
        start = clause_start(frame, end)
        found = None if _is_relative(frame, start) else _best(frame, start, end, verb)
        if found is not None and frame.low[found.head] not in listed("relatives"):
            return found
    return None


def _is_relative(frame: Frame, start: int) -> bool:
    """«сім профспілок, до яких входять працівники, заявляли»: who works is not who speaks."""
    return start > 0 and not listed("relatives").isdisjoint(frame.low[start : start + 2])


def _shares(frame: Frame, start: int, at: int) -> bool:
    """Whether the clause goes on from one before it: after «and», after an insertion between commas."""
    if start == 0:
        return False
    return frame.low[start] in JOINS or (
        frame.low[start - 1] in {",", ":", *JOINS, ")", "—", "–", "-"} and at - start <= 1
    )


RULES = (before_the_verb, after_the_verb, in_a_place, in_an_earlier_clause)
"""In order; the first phrase is believed."""


def _best(frame: Frame, start: int, end: int, verb: Verb) -> Phrase | None:
    """Of the nominatives of a stretch, the last person's name, else the first of all."""
    found = list(_nominatives(frame, start, end, verb))
    persons = [p for p in found if _is_person(frame, p)]
    if persons:
        return persons[-1]
    others = [p for p in found if frame.low[p.head] not in listed("relatives")]
    nouns = [p for p in others if verb.plural and frame.units[p.head].mention is None]
    return next(iter(nouns or others or found), None)


def _is_person(frame: Frame, phrase: Phrase) -> bool:
    mention = frame.units[phrase.head].mention
    return mention is not None and mention.type is EntityType.PER and mention.level is Level.NAM


def _nominatives(frame: Frame, start: int, end: int, verb: Verb) -> Iterator[Phrase]:
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
        if mention.type not in _NAMES or "nomn" not in cases_of(mention, frame.of.language):
            return None
    elif frame.low[at] in _NO_NOUNS or not (
        frame.units[at].form[0].isalpha() and speaks(frame.units[at].form, frame.of.language)
    ):
        return None
    first = _opening(frame, at)
    if _governed(frame, first) or _complement(frame, at, first):
        return None
    return Phrase(first=first, end=min(_closing(frame, at), limit), head=at)


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
    following = frame.of.mention(end, *_NAMES)
    if following is not None and "nomn" in cases_of(following, frame.of.language):
        return end + 1
    return _name_after(frame, end) or end


def _name_after(frame: Frame, at: int) -> int | None:
    """Behind a person's name that closes a long description: «директор по коммуникациям Алисса Фарах»."""
    for place in range(at, min(at + _DESCRIBED, len(frame))):
        named = frame.of.mention(place, EntityType.PER)
        if named is not None and named.level is Level.NAM:
            return place + 1 if "nomn" in cases_of(named, frame.of.language) else None
        if frame.units[place].mention is None and not describes(frame.units[place].form, frame.of.language):
            return None
    return None


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
    nouns = nominative_nouns(frame.units[phrase.head].form, frame.of.language)
    if verb.plural:
        return any(a.number == "plur" for a in nouns) or _joined(frame, phrase)
    if verb.gerund:
        return True
    office = any("anim" in a.grammemes for a in nouns) or mention is not None
    wanted = {verb.gender, None} | ({"masc"} if office and verb.gender == "femn" else set())
    return any(a.number == "sing" and (verb.gender is None or a.gender in wanted) for a in nouns)


def _joined(frame: Frame, phrase: Phrase) -> bool:
    """«Трамп і його команда», «easyJet, Ryanair та IAG»."""
    beside = (*frame.low[phrase.end : phrase.end + 1], *frame.low[max(phrase.first - 1, 0) : phrase.first])
    return not _AND.isdisjoint(beside)


def _bodies(frame: Frame, at: int) -> Phrase | None:
    """What speaks by its place: «Кремлі», «администрации лидера», «посольстве»."""
    first = at
    while at < len(frame) and at - first < NEAR:
        named = frame.of.mention(at, EntityType.ORG, EntityType.LOC, EntityType.PRO)
        if named is not None:
            return Phrase(first=first, end=at + 1, head=at)
        if not frame.of.is_word(at):
            return None
        form, language = frame.units[at].form, frame.of.language
        if lemma_in(form, language, "speakers"):
            return Phrase(first=first, end=max(ends(frame.of, at + 1)), head=at)
        if analyses(form, language)[0].pos not in {"ADJF", "PRTF"}:
            return None
        at += 1
    return None


def gender_of(mention: Mention, frame: Frame) -> str | None:
    """``masc`` or ``femn`` of a person's name, where its given name or its ending tells."""
    return name_gender(mention.lemma, frame.of.language)
