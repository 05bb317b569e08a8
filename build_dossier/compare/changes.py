"""What was changed from one text to another, word by word, as a person reads it.

Comes in: two texts. Goes out: ``Change``s that, read in order, are the newer text with what it lacks of the older one
put where it stood. Words that stand elsewhere now are neither added nor removed: they have moved.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from build_dossier.text.alignment import Alignment, align


class Kind(Enum):
    """What became of words."""

    SAME = "SAME"
    ADDED = "ADDED"
    REMOVED = "REMOVED"
    MOVED = "MOVED"


FOLDED = {Kind.SAME: 60, Kind.ADDED: 160, Kind.REMOVED: 160, Kind.MOVED: 160}
"""Words of a stretch from which its middle is folded away."""
BESIDE = 12
"""Words of it that stay in sight on either side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A stretch of words, with the white space after it."""

    kind: Kind
    text: str
    words: int
    folded: bool = False
    """Whether it is the middle of a long stretch."""


def changes(old: str, new: str) -> tuple[Change, ...]:
    """The newer text with what was removed from the older."""
    return tuple(part for change in _changes(align(old, new)) for part in _folded(change))


def _changes(aligned: Alignment) -> Iterator[Change]:
    kinds = _kinds(aligned.origin)
    old, new = 0, 0
    while new < len(aligned.origin) or old < len(aligned.image):
        removed = old
        while old < len(aligned.image) and not _stays(aligned, kinds, old):
            old += 1
        yield from _removed(aligned, removed, old)
        begun = new
        while new < len(kinds) and kinds[new] is not Kind.SAME:
            new += 1
        yield from _stretches(aligned, kinds, begun, new)
        begun = new
        while new < len(kinds) and kinds[new] is Kind.SAME and aligned.origin[new] == old:
            old, new = old + 1, new + 1
        yield from _stretches(aligned, kinds, begun, new)


def _stays(aligned: Alignment, kinds: Sequence[Kind], old: int) -> bool:
    """Whether a word of the older text stands in the newer where it stood."""
    to = aligned.image[old]
    return to >= 0 and kinds[to] is Kind.SAME


def _kinds(origin: Sequence[int]) -> list[Kind]:
    """For each new word what it is: of the old ones as many stay as follow each other in both texts."""
    staying = _longest_rise(origin)
    return [
        Kind.ADDED if at < 0 else Kind.SAME if number in staying else Kind.MOVED for number, at in enumerate(origin)
    ]


def _longest_rise(origin: Sequence[int]) -> frozenset[int]:
    """The places of a longest rising row of numbers, those below 0 left out (Fredman, 1975)."""
    tails: list[int] = []
    places: list[int] = []
    before: dict[int, int] = {}
    for place, value in enumerate(origin):
        if value >= 0:
            at = bisect_left(tails, value)
            before[place] = places[at - 1] if at else -1
            tails[at : at + 1], places[at : at + 1] = [value], [place]
    chosen: set[int] = set()
    last = places[-1] if places else -1
    while last >= 0:
        chosen.add(last)
        last = before[last]
    return frozenset(chosen)


def _removed(aligned: Alignment, first: int, after: int) -> Iterator[Change]:
    """Old words that are gone; those that have moved are shown where they are now."""
    start = first
    for at in range(first, after + 1):
        if at == after or aligned.image[at] >= 0:
            if start < at:
                text = aligned.old_text[aligned.old.starts[start] : aligned.old.ends[at - 1]]
                yield Change(kind=Kind.REMOVED, text=f"{text} ", words=at - start)
            start = at + 1


def _stretches(aligned: Alignment, kinds: Sequence[Kind], first: int, after: int) -> Iterator[Change]:
    """New words, cut where what they are changes."""
    start = first
    for at in range(first + 1, after + 1):
        if at == after or kinds[at] is not kinds[start]:
            ends = aligned.new.starts[at] if at < len(kinds) else len(aligned.new_text)
            yield Change(kind=kinds[start], text=aligned.new_text[aligned.new.starts[start] : ends], words=at - start)
            start = at


def _folded(change: Change) -> Iterator[Change]:
    """A long stretch in three: its ends stay in sight."""
    words = change.text.split(" ")
    middle = words[BESIDE:-BESIDE]
    if change.words < FOLDED[change.kind] or not middle:
        yield change
        return
    head, tail = " ".join(words[:BESIDE]) + " ", " " + " ".join(words[-BESIDE:])
    yield Change(kind=change.kind, text=head, words=BESIDE)
    yield Change(kind=change.kind, text=" ".join(middle), words=len(" ".join(middle).split()), folded=True)
    yield Change(kind=change.kind, text=tail, words=BESIDE)
