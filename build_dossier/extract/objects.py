"""What a reporting verb takes for its object besides a clause: an infinitive, a request, a topic, a thing.

Comes in: a ``Frame`` and a ``Cue``. Goes out: the words told, as ``Told``; these patterns need somebody who speaks.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from build_dossier.extract.clauses import clause_end, clause_start, opens_relative, stretch
from build_dossier.extract.cues import Cue, CueKind
from build_dossier.extract.frames import Frame
from build_dossier.extract.postposed import last_unit
from build_dossier.extract.reporting import is_infinitive, lemma_in, listed
from build_dossier.extract.subjects import JOINS, behind_a_date
from build_dossier.text.morphology import analyses
from build_dossier.text.span import Span

_WITH = frozenset({"з", "із", "зі", "с", "со"})
_AND = frozenset({"і", "й", "та", "и"})
_BUT = frozenset({"але", "проте", "однак", "но", "однако"})
_FAR = 30
"""Units between «звернувся» and «із проханням»."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What was said."""

    span: Span | None
    """``None``: the sentence before."""
    direct: bool = False
    """Whether it is a quotation, or has its form."""


Rule = Callable[[Frame, Cue, Sequence[Cue]], Told | None]
"""Sees the words told: the frame, the cue and all cues of the frame."""


def source_end(cue: Cue) -> int:
    """Behind the cue and whoever it names."""
    return cue.end if cue.source is None else max(cue.end, cue.source.end)


def infinitive(frame: Frame, cue: Cue, every: Sequence[Cue]) -> Told | None:
    """«предложил провести переговоры», «закликав прихильників вийти»."""
    if "infinitive" not in cue.verb.takes or not _somebody(frame, cue):
        return None
    if cue.source is not None and cue.source.first >= cue.end and _infinitive_in(frame, cue.end, cue.source.first):
        span = stretch(frame, cue.end, cue.source.first)
        return None if span is None else Told(span=span)
    first = _behind_the_source(cue)
    if not _infinitive_in(frame, first, clause_end(frame, cue.at)):
        return None
    last = _to_the_turn(frame, first, _to_the_next(frame, first, last_unit(frame, first, every), every))
    span = stretch(frame, first, last)
    return None if span is None else Told(span=span)


def _infinitive_in(frame: Frame, start: int, end: int) -> bool:
    places = range(start, min(end, len(frame)))
    return any(frame.of.is_word(at) and is_infinitive(frame.units[at].form, frame.of.language) for at in places)


def _behind_the_source(cue: Cue) -> int:
    return source_end(cue) if cue.source is not None and cue.source.first >= cue.end else cue.end


def request(frame: Frame, cue: Cue, every: Sequence[Cue]) -> Told | None:
    """«звернувся до міністра із проханням допомогти», «выступил с осуждением действий толпы»."""
    if "request" not in cue.verb.takes or not _somebody(frame, cue):
        return None
    for at in range(cue.end, min(cue.end + _FAR, len(frame) - 1)):
        if frame.low[at] in _WITH and lemma_in(frame.units[at + 1].form, frame.of.language, "requests"):
            span = stretch(frame, at, _to_the_next(frame, at, last_unit(frame, at, every), every))
            return None if span is None else Told(span=span)
        if frame.low[at] in {";", ":"} or at in frame.quotes:
            break
    return None


def topic(frame: Frame, cue: Cue, every: Sequence[Cue]) -> Told | None:
    """«повідомив про арешт», «напомнил об участии», «закликав до протестів», «пригрозив розправою»."""
    takes = cue.verb.takes
    if cue.kind is CueKind.VERB and not _somebody(frame, cue):
        return None
    wanted = {
        *(("про", "о", "об", "обо") if "about" in takes or cue.kind is CueKind.IMPERSONAL else ()),
        *(("до", "к", "ко") if "to" in takes else ()),
        *(("на",) if "on" in takes else ()),
    }
    end = clause_end(frame, cue.at)
    start = clause_start(frame, cue.at)
    for at in (*range(cue.end, min(cue.end + 8, end)), *((start,) if start < cue.at else ())):
        if frame.low[at] in wanted:
            first = _behind_the_source(cue) if "infinitive" in takes and "about" in takes and at > cue.at else at
            whole = _with_participle(frame, _with_more(frame, end))
            last = _to_the_next(frame, at, whole, every) if at > cue.at else cue.at
            span = stretch(frame, min(first, at), last)
            return None if span is None else Told(span=span)
    return None


def thing(frame: Frame, cue: Cue, every: Sequence[Cue]) -> Told | None:
    """«підтвердив дату», «назвав вирок знаменним», «требуют улучшения»."""
    if not cue.verb.takes & {"accusative", "naming", "with"} or not _somebody(frame, cue):
        return None
    end = clause_end(frame, cue.at)
    first = cue.end
    if cue.source is not None and cue.source.first >= cue.end:
        first = cue.source.end
    if first >= end:
        return None
    read = analyses(frame.units[first].form, frame.of.language)[0]
    if frame.units[first].mention is None and read.pos in {"CONJ", "INFN", "VERB"}:
        return None
    if first + 1 == end and frame.units[first].mention is not None and "naming" not in cue.verb.takes:
        return None  # «объяснил НСН, почему»: to whom
    last = _with_relatives(frame, _with_more(frame, end))
    span = stretch(frame, first, _to_the_next(frame, first, last, every))
    return None if span is None else Told(span=span)


def _somebody(frame: Frame, cue: Cue) -> bool:
    """Without a clause that it introduces a verb reports only with a subject of its own: no «які», none from afar."""
    if cue.source is None or not listed("relatives").isdisjoint(frame.low[cue.source.head : cue.source.end + 2]):
        return False
    one = frame.units[cue.source.head].mention
    if cue.verb.plural and one is not None and cue.source.end == cue.at and "naming" in cue.verb.takes:
        return False
    start, end = clause_start(frame, cue.at), clause_end(frame, cue.at)
    shared = frame.low[start - 1 : start] != (",",) or frame.low[start] in JOINS or start == cue.at
    return cue.verb.gerund or start <= cue.source.first < end or shared or opens_relative(frame, start)


def _to_the_next(frame: Frame, start: int, end: int, every: Sequence[Cue]) -> int:
    """Before «і додав»: the same subject tells more."""
    joined = (c.at - 1 for c in every if start < c.at <= end and c.kind is CueKind.VERB and frame.low[c.at - 1] in _AND)
    return next(joined, end)


def _to_the_turn(frame: Frame, start: int, end: int) -> int:
    """Before «, але»: what follows is told by the outlet."""
    turns = (at for at in range(start, end - 1) if frame.low[at] == "," and frame.low[at + 1] in _BUT)
    return next(turns, end)


def _with_more(frame: Frame, end: int) -> int:
    """The end of a clause, with a date between commas and what follows it, and with the rest of an enumeration."""
    behind = behind_a_date(frame, end)
    reached = behind
    while reached < len(frame) - 1 and frame.low[reached] == "," and _is_nominal(frame, reached + 1):
        reached = clause_end(frame, reached + 1)
        if not _AND.isdisjoint(frame.low[behind:reached]):
            behind = reached
    return behind


def _is_nominal(frame: Frame, start: int) -> bool:
    """Whether a clause is only one more thing of a list: nouns and what belongs to them, without a verb."""
    if frame.units[start].mention is None and not frame.of.is_word(start):
        return False
    places = [at for at in range(start, clause_end(frame, start)) if frame.of.is_word(at)]
    read = [analyses(frame.units[at].form, frame.of.language)[0] for at in places]
    opens = read[0].pos in {"NOUN", "ADJF"} and read[0].case != "nomn" if read and places[0] == start else False
    return opens and not any(one.pos in {"VERB", "GRND", "INFN", "PRTS", "PRED"} for one in read)


def _with_relatives(frame: Frame, end: int) -> int:
    """The end of a clause, with a relative clause that follows it."""
    following = frame.low[end + 1] if end + 1 < len(frame) and frame.low[end] == "," else "."
    if following in listed("relatives") or following in {"що", "что"}:
        return len(frame)
    return _with_participle(frame, end)


def _with_participle(frame: Frame, end: int) -> int:
    """The end of a clause, with a participial one that follows it: «рейсів, запланованих на середу»."""
    if frame.low[end : end + 1] != (",",) or not frame.of.is_word(end + 1):
        return end
    read = analyses(frame.units[end + 1].form, frame.of.language)[0]
    return clause_end(frame, end + 1) if read.pos == "PRTF" else end
