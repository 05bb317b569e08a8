"""The noun phrase that a reporting verb has for its subject.

Comes in: a ``Frame`` and the unit of the verb. Goes out: the units of the phrase with its head, found without a parser:
a phrase in the nominative that agrees with the verb, in the clause of the verb first, then in the clauses before it;
«заявили в Кремлі» has none, and the place speaks.
"""

from build_dossier.extract.clauses import NEAR, clause_end, clause_start, opens_relative
from build_dossier.extract.frames import Frame
from build_dossier.extract.mentions import EntityType, Level
from build_dossier.extract.nominatives import Phrase, is_describing, nominatives
from build_dossier.extract.nouns import (
    cases_of,
    is_preposition,
)
from build_dossier.extract.phrases import ends
from build_dossier.extract.reporting import Verb, lemma_in, listed
from build_dossier.text.morphology import analyses

_DATE = 6
"""Units of a date between commas."""
FAR = 60
"""Units between a verb and a subject that it shares with an earlier clause."""
JOINS = frozenset({"і", "й", "та", "и", "а", "але", "но", "однак", "однако", "також", "также"})
_IN = frozenset({"в", "у", "на", "во", "із", "из"})
_IN_WHICH = 2
"""Units of «у якому» before the verb: «опублікував заяву, у якій закликав»."""
_BETWEEN = frozenset({",", "(", ")"})
_MARKS = frozenset({'"', "«", "»", "„", "“", "”"})


def subject(frame: Frame, at: int, verb: Verb) -> Phrase | None:
    """The subject of the reporting verb at a unit."""
    return next((found for rule in RULES if (found := rule(frame, at, verb)) is not None), None)


def before_the_verb(frame: Frame, at: int, verb: Verb) -> Phrase | None:
    """«Келлог сказав», «NYT зазначає»."""
    if verb.gerund:
        return None
    found = _best(frame, clause_start(frame, at), at, verb)
    return None if found is None else _up_to_the_name(frame, found, at)


def _up_to_the_name(frame: Frame, phrase: Phrase, at: int) -> Phrase:
    """A description with the name between it and the verb: «Координатор ЄС щодо Brexit Мішель Барньє запропонував»."""
    last = frame.of.mention(at - 1, EntityType.PER, EntityType.ORG, EntityType.PRO)
    own = frame.units[phrase.head].mention
    if last is None or phrase.end >= at or last.level is Level.NOM or "nomn" not in cases_of(last, frame.of.language):
        return phrase
    if own is not None and own.level is Level.NAM:
        return phrase
    between = range(phrase.end, at - 1)
    if any(not is_describing(frame, place) and frame.units[place].form not in _MARKS for place in between):
        return phrase
    return Phrase(first=phrase.first, end=at, head=phrase.head)


def after_the_verb(frame: Frame, at: int, verb: Verb) -> Phrase | None:
    """«сказав Келлог», «пише NYT»."""
    if verb.gerund:
        return None
    end = behind_a_date(frame, clause_end(frame, at))
    found = next(nominatives(frame, at + 1, end, verb), None)
    return None if found is None or _acts(frame, found.end, end) else found


def behind_a_date(frame: Frame, end: int) -> int:
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
        if _is_finite(frame, at):
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
    return place is None or place.metonym or phrase.end == at or at + 2 == phrase.first


def in_an_earlier_clause(frame: Frame, at: int, verb: Verb) -> Phrase | None:
    """«Суддя процитував Коран, заявивши, що …», «Ryanair зв'язалася … і запропонувала»."""
    low = frame.low
    start = clause_start(frame, at)
    shares = verb.gerund or low[start - 1 : start] in [("який",), ("которая",)] or _shares(frame, start, at)
    inside = start > 0 and at - start == _IN_WHICH and is_preposition(low[start], frame.of.language)
    if not shares and not (inside and opens_relative(frame, start)):
        return None
    while start > 0 and at - start < FAR:
        end = start - 1
        start = clause_start(frame, end)
        found = None if _is_relative(frame, start) else _best(frame, start, end, verb)
        if found is not None and frame.low[found.head] not in listed("relatives"):
            return found
    return None


def behind_insertions(frame: Frame, at: int, verb: Verb) -> Phrase | None:
    """«Муж, которого …, в воскресенье, 4 ноября, попросил»: relative clauses and dates stand between."""
    if verb.gender not in {"masc", "femn"}:
        return None
    start = clause_start(frame, at)
    while start > 0 and at - start < FAR and frame.low[start - 1] in _BETWEEN:
        end = start - 1
        start = clause_start(frame, end)
        if _is_relative(frame, start) or (frame.low[start] in JOINS and _is_relative(frame, start + 1)):
            continue
        found = _best(frame, start, end, verb)
        if any(_is_finite(frame, place) for place in range(start, end)):
            return None
        if found is not None and frame.low[found.head] not in listed("relatives"):
            return found
    return None


def _is_finite(frame: Frame, at: int) -> bool:
    read = analyses(frame.units[at].form, frame.of.language)[0] if frame.of.is_word(at) else None
    return read is not None and read.pos == "VERB" and "infn" not in read.grammemes


def _is_relative(frame: Frame, start: int) -> bool:
    """«сім профспілок, до яких входять працівники, заявляли», «, в том числе и США,»: an insertion has no speaker."""
    if start == 0 or start >= len(frame):
        return False
    if is_preposition(frame.low[start], frame.of.language):
        return True
    return frame.of.is_word(start) and lemma_in(frame.units[start].form, frame.of.language, "relative_lemmas")


def _shares(frame: Frame, start: int, at: int) -> bool:
    """Whether the clause goes on from one before it: after «and», after an insertion between commas."""
    if start == 0:
        return False
    return frame.low[start] in JOINS or (
        frame.low[start - 1] in {",", ":", *JOINS, ")", "—", "–", "-"} and at - start <= 1
    )


RULES = (before_the_verb, after_the_verb, in_a_place, in_an_earlier_clause, behind_insertions)
"""In order; the first phrase is believed."""


def _best(frame: Frame, start: int, end: int, verb: Verb) -> Phrase | None:
    """Of the nominatives of a stretch, the last person's name, else the first of all."""
    found = list(nominatives(frame, start, end, verb))
    persons = [p for p in found if _is_person(frame, p)]
    if persons:
        return persons[-1]
    others = [p for p in found if frame.low[p.head] not in listed("relatives")]
    nouns = [p for p in others if verb.plural and frame.units[p.head].mention is None]
    return next(iter(nouns or others or found), None)


def _is_person(frame: Frame, phrase: Phrase) -> bool:
    mention = frame.units[phrase.head].mention
    return mention is not None and mention.type is EntityType.PER and mention.level is Level.NAM


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
