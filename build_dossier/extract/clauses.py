"""The clauses of a sentence, as far as commas, dashes and conjunctions tell, and stretches of its units as offsets.

Comes in: a ``Frame`` and places in it. Goes out: units where clauses begin and end; ``Span``s without outer signs.
"""

from build_dossier.extract.frames import Frame
from build_dossier.extract.reporting import lemma_in
from build_dossier.text.morphology import analyses
from build_dossier.text.span import Span

NEAR = 14
"""Units of a clause that are looked at on one side of a verb; twice as many of the clause."""
STOPS = frozenset({",", ";", ":", "«", "—", "–", "-", "(", ")", ".", "!", "?", "…"})
CLAUSES = frozenset({"що", "что", "щоб", "чтобы", "якщо", "если", "коли", "когда", "бо", "оскільки", "поскольку"})
DASHES = frozenset({"—", "–", "-", "―", "−"})
SIGNS = frozenset({".", "!", "?", "…", ",", ";", ":", *DASHES})
_CONJUNCTIONS = frozenset(
    {"і", "й", "та", "и", "а", "але", "но", "однак", "однако", "що", "что", "коли", "хоча", "хотя"}
)
_ADVERBS = 3
"""Words that may stand between the comma and the verb of a clause that follows what was said: «, також додав він»."""
_OPENING = 12
"""Units of a phrase that opens a sentence, up to its comma."""


def clause_start(frame: Frame, at: int) -> int:
    """The first unit of the clause in which a unit stands."""
    low = frame.low
    start = at
    while start > 0 and at - start < NEAR * 2:
        sign = low[start - 1]
        if sign in STOPS and not _within_a_name(frame, start - 1):
            break
        if sign in CLAUSES:
            break
        start -= 1
    return start


def clause_end(frame: Frame, at: int) -> int:
    """Behind the last unit of the clause in which a unit stands."""
    end = at + 1
    while end < len(frame) and end - at < NEAR * 2:
        if (frame.low[end] in STOPS and not _within_a_name(frame, end)) or frame.low[end] in CLAUSES:
            break
        end += 1
    return end


def _within_a_name(frame: Frame, at: int) -> bool:
    """A hyphen or a stop without space around it: «Аль-Джазира», «Т. Мей»."""
    unit = frame.units[at]
    if unit.form not in {"-", "."} or at + 1 >= len(frame):
        return False
    beside = frame.units[at - 1].end == unit.start if at else False
    if unit.form == ".":
        return beside and len(frame.units[at - 1].form) == 1
    return beside and frame.units[at + 1].start == unit.end


def verb_first(frame: Frame, start: int, at: int) -> bool:
    """Whether nothing but adverbs stands between the beginning of a clause and its verb: «також додав він»."""
    language = frame.of.language
    return at - start <= _ADVERBS and all(
        frame.low[place] not in _CONJUNCTIONS
        and frame.of.is_word(place)
        and analyses(frame.units[place].form, language)[0].pos in {"ADVB", "PRCL", "CONJ"}
        for place in range(start, at)
    )


def behind_comma(frame: Frame, end: int) -> int:
    """Behind the comma that closes an opening phrase, if one stands near; else right behind the phrase."""
    for at in range(end, min(end + _OPENING, len(frame))):
        if frame.low[at] == ",":
            return at + 1
        if frame.low[at] in SIGNS or at in frame.quotes:
            break
    return end


def opens_relative(frame: Frame, at: int) -> bool:
    """Whether a relative clause begins: «який …», «в котором …», «країна якого …»."""
    language = frame.of.language
    return any(
        frame.of.is_word(place) and lemma_in(frame.units[place].form, language, "relative_lemmas")
        for place in range(at, at + 2)
    )


def stretch(frame: Frame, first: int, end: int) -> Span | None:
    """The characters of units without signs at either end."""
    while first < end and _is_sign(frame, first):
        first += 1
    while end > first and _is_sign(frame, end - 1):
        end -= 1
    if first >= end:
        return None
    return Span(start=frame.units[first].start, end=frame.units[end - 1].end)


def _is_sign(frame: Frame, at: int) -> bool:
    return frame.low[at] in SIGNS and at not in frame.quotes
