"""From notes to their places: ``Anchor`` where every passage was found, ``Orphan`` where one was not.

Comes in: notes and the seeds they speak of. Goes out: where each stands, and a ``Problem`` for every note that has no
place. A passage that could be meant in several places is refused, never guessed; nothing is found in a machine prefix.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from build_dossier.annotation import Anchor, Note, Orphan, Passage, Status
from build_dossier.annotation.quote import literal, stretches
from build_dossier.annotation.record import Record, Records
from build_dossier.article import Seed
from build_dossier.errors import Problem, Severity
from build_dossier.text.alignment import Alignment, align
from build_dossier.text.locate import (
    Ambiguous,
    Located,
    Match,
    NotFound,
    Reason,
    Searchable,
    candidates,
    locate,
    not_found,
    searchable,
)
from build_dossier.text.relocate import relocate
from build_dossier.text.span import Span

# A quotation this short (characters) says so when it cannot be placed: more words would help.
SHORT = 6
_SHOWN = 120
_LINES_SHOWN = 10
_MOST_PLACES = 20


def anchor(
    notes: Iterable[Note],
    seeds: Sequence[Seed],
    prefix_ends: Mapping[str, int] | None = None,
    records: Mapping[str, Records] | None = None,
) -> tuple[tuple[Anchor, ...], tuple[Orphan, ...], tuple[Problem, ...]]:
    """Where the notes stand; drafts are passed over.

    Args:
        notes: Notes of any articles.
        seeds: The seeds, whose text is searched.
        prefix_ends: For an article's id how many code points of machine prefix its text begins with.
        records: Where passages stood, by article id.
    """
    begins = prefix_ends or {}
    known = _Known(records or {})
    by_id = {seed.id: seed for seed in seeds}
    pages: dict[str, Searchable] = {}
    anchors: list[Anchor] = []
    orphans: list[Orphan] = []
    problems: list[Problem] = []
    for note in notes:
        if note.draft:
            continue
        for passage in note.passages:
            if passage.article in by_id and passage.article not in pages:
                seed = by_id[passage.article]
                pages[seed.id] = searchable(seed.text, begins.get(seed.id, 0))
        answers = [known.place(passage, pages.get(passage.article)) for passage in note.passages]
        matches = tuple(answer for answer in answers if isinstance(answer, Match))
        if note.article in by_id and len(matches) == len(answers):
            anchors.append(Anchor(note=note, matches=matches))
            problems += _unsettled(note, matches, by_id)
            continue
        orphans.append(_orphan(note, answers))
        problems += _problems(note, answers, by_id)
    return tuple(anchors), tuple(orphans), tuple(problems)


class _Known:
    """What is remembered, and how a text that is remembered became the present one: compared once for an article."""

    def __init__(self, records: Mapping[str, Records]) -> None:
        self._records = records
        self._alignments: dict[tuple[str, str], Alignment] = {}

    def place(self, passage: Passage, page: Searchable | None) -> Located:
        """The place of a passage in its article: carried over from where it stood, or found by its words."""
        if page is None:
            return NotFound(nearest=None, likeness=0.0)
        records = self._records.get(passage.article, Records())
        record = records.at(passage)
        if record is None:
            return _place(passage, page)
        then = records.texts[record.text]
        if then == page.text:
            return Match(start=record.span.start, end=record.span.end, score=record.score, reason=record.reason)
        about = passage.article, record.text
        if about not in self._alignments:
            self._alignments[about] = align(then, page.text)
        return _with_first_reason(relocate(self._alignments[about], record.span, page), record)


def _with_first_reason(answer: Located, record: Record) -> Located:
    """The answer; words that have stayed are as they were found first, and others than were quoted stay others."""
    if not isinstance(answer, Match) or record.reason is Reason.EXACT:
        return answer
    if answer.reason is Reason.EXACT or (answer.reason is Reason.MOVED and record.reason is Reason.FUZZY):
        return replace(answer, reason=record.reason, score=record.score)
    return answer


def _place(passage: Passage, page: Searchable) -> Located:
    """The place of a passage by its words; an abridged quotation is tried word for word first."""
    if passage.until is None:
        return locate(passage.selector, page)
    whole = candidates(literal(passage.selector, passage.until), page)
    if not whole:
        return _place_abridged(passage, page)
    return whole[0] if len(whole) == 1 else Ambiguous(candidates=whole)


def _place_abridged(passage: Passage, page: Searchable) -> Located:
    """From the first stretch to the end of the last, when there is only one way to read them in order."""
    assert passage.until is not None
    kept = stretches(passage.selector, passage.until)
    found = [candidates(stretch, page) for stretch in kept]
    missing = next((stretch for stretch, places in zip(kept, found, strict=True) if not places), None)
    if missing is not None:
        return not_found(missing.exact, page)
    ways = tuple(islice(_ways(found), _MOST_PLACES))
    if not ways:
        return not_found(passage.selector.exact, page)
    return ways[0] if len(ways) == 1 else Ambiguous(candidates=ways)


def _ways(found: Sequence[Sequence[Match]]) -> Iterator[Match]:
    """Every first stretch with every last one after it that leaves room for those between."""
    first_places, *middles, last_places = found
    for first in first_places:
        end: int | None = first.end
        for places in middles:
            end = min((place.end for place in places if end is not None and place.start >= end), default=None)
        for last in last_places:
            if end is not None and last.start >= end:
                reason = Reason.EXACT if first.reason is last.reason is Reason.EXACT else Reason.FOLDED
                score = min(first.score, last.score)
                yield Match(start=first.start, end=last.end, score=score, reason=reason)


def _orphan(note: Note, answers: Sequence[Located]) -> Orphan:
    """What is known of a note without a place; an article or passage that is gone weighs more than several places."""
    unclear = next((answer for answer in answers if isinstance(answer, Ambiguous)), None)
    gone = unclear is None or any(isinstance(answer, NotFound) for answer in answers)
    first = answers[0] if answers else None
    return Orphan(
        note=note,
        status=Status.ORPHANED if gone else Status.AMBIGUOUS,
        nearest=first.nearest if isinstance(first, NotFound) else None,
        candidates=unclear.candidates if unclear is not None and not gone else (),
    )


def _problems(note: Note, answers: Sequence[Located], seeds: Mapping[str, Seed]) -> Iterator[Problem]:
    """A problem for each passage without a place; an absent article and an empty quotation are told elsewhere."""
    for passage, answer in zip(note.passages, answers, strict=True):
        seed = seeds.get(passage.article)
        if seed is None or not passage.quote.strip():
            continue
        if isinstance(answer, NotFound):
            yield _gone(note, passage, answer, seed)
        elif isinstance(answer, Ambiguous):
            yield _unclear(note, passage, answer, seed)


def _unsettled(note: Note, matches: Sequence[Match], seeds: Mapping[str, Seed]) -> Iterator[Problem]:
    """A doubt for each passage that stands elsewhere, or as other words, than it was quoted."""
    for passage, match in zip(note.passages, matches, strict=True):
        seed = seeds[passage.article]
        if match.reason is Reason.MOVED:
            message = f"the passage has moved: it stands at {_at(match.start, seed)} now"
            yield _doubt(note, passage, "note-moved", message)
        elif match.reason is Reason.FUZZY:
            words = f"“{_shown(match.span, seed)}” {_at(match.start, seed)}"
            message = f"the passage is taken for other words ({match.score:.0%}): {words}"
            yield _doubt(note, passage, "note-fuzzy", message)


def _doubt(note: Note, passage: Passage, code: str, message: str) -> Problem:
    hint = f"`make accept NOTE={note.id}` says that this is right; else mend the quotation"
    return Problem(severity=Severity.DOUBT, code=code, file=note.file, line=passage.line, message=message, hint=hint)


def _gone(note: Note, passage: Passage, answer: NotFound, seed: Seed) -> Problem:
    near = answer.nearest
    hint = None if near is None else f"nearest ({answer.likeness:.0%}): “{_shown(near, seed)}” {_at(near.start, seed)}"
    return Problem(
        severity=Severity.WARNING,
        code="quote-not-found",
        file=note.file,
        line=passage.line,
        message=f"the quotation is not in seeds/{seed.name}{_too_short(passage)}",
        hint=hint,
    )


def _unclear(note: Note, passage: Passage, answer: Ambiguous, seed: Seed) -> Problem:
    lines = list(dict.fromkeys(_line(match.start, seed) for match in answer.candidates))
    shown = ", ".join(map(str, lines[:_LINES_SHOWN])) + (" …" if len(lines) > _LINES_SHOWN else "")
    times = f"{len(answer.candidates)} times in seeds/{seed.name}, on line{'s' if len(lines) > 1 else ''} {shown}"
    return Problem(
        severity=Severity.WARNING,
        code="quote-ambiguous",
        file=note.file,
        line=passage.line,
        message=f"the quotation stands {times}{_too_short(passage)}",
        hint="quote more of the words around it and mark those you mean: ==words==",
    )


def _too_short(passage: Passage) -> str:
    length = len(passage.quote.strip())
    return f"; it is short ({length} character{'s' if length != 1 else ''})" if length < SHORT else ""


def _shown(span: Span, seed: Seed) -> str:
    words = " ".join(span.of(seed.text).split())
    return words if len(words) <= _SHOWN else words[:_SHOWN].rstrip() + " …"


def _at(start: int, seed: Seed) -> str:
    return f"seeds/{seed.name}:{_line(start, seed)}"


def _line(start: int, seed: Seed) -> int:
    return seed.text.count("\n", 0, start) + 1
