"""Names beside the marks of a drawing, none over another.

Comes in: marks with their names, the most important first. Goes out: for each where its name stands, or that there is
no room. A greedy choice among few places around the mark, as cartographers rank them (Imhof 1975): right first.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

LETTER, LINE = 8.1, 15.0
"""Units: a mean letter of a wide face, and a line, of the type in which names are set."""
_GAP = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A mark to be named."""

    x: float
    y: float
    radius: float
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Where a name stands."""

    x: float
    y: float
    """Of its base line."""
    anchor: str
    """``start``, ``middle`` or ``end``: which part of the name stands at ``x``."""


Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def labels(marks: Sequence[Mark], width: float, height: float) -> tuple[Label | None, ...]:
    """A label for each mark that has room for one, in their order."""
    circles = [_around(mark) for mark in marks]
    taken: list[Box] = []
    found: list[Label | None] = []
    for own, mark in enumerate(marks):
        others = [*(box for at, box in enumerate(circles) if at != own), *taken]
        free = (
            (label, box)
            for label, box in _candidates(mark)
            if box[0] >= 0 and box[1] >= 0 and box[2] <= width and box[3] <= height and not _meets(box, others)
        )
        label, box = next(free, (None, None))
        found.append(label)
        if box is not None:
            taken.append(box)
    return tuple(found)


def _around(mark: Mark) -> Box:
    return (mark.x - mark.radius, mark.y - mark.radius, mark.x + mark.radius, mark.y + mark.radius)


def _candidates(mark: Mark) -> Iterator[tuple[Label, Box]]:
    """Right, left, above, below, then the corners."""
    wide, away = len(mark.name) * LETTER, mark.radius + _GAP
    slanted = mark.radius * 0.7 + _GAP
    for x, y, anchor in (
        (mark.x + away, mark.y, "start"),
        (mark.x - away, mark.y, "end"),
        (mark.x, mark.y - away - LINE / 2, "middle"),
        (mark.x, mark.y + away + LINE / 2, "middle"),
        (mark.x + slanted, mark.y - slanted - LINE / 3, "start"),
        (mark.x + slanted, mark.y + slanted + LINE / 3, "start"),
        (mark.x - slanted, mark.y - slanted - LINE / 3, "end"),
        (mark.x - slanted, mark.y + slanted + LINE / 3, "end"),
    ):
        left = {"start": x, "middle": x - wide / 2, "end": x - wide}[anchor]
        box = (left, y - LINE / 2, left + wide, y + LINE / 2)
        yield Label(x=x, y=y + LINE * 0.3, anchor=anchor), box


def _meets(box: Box, others: Sequence[Box]) -> bool:
    left, top, right, bottom = box
    return any(left < other[2] and other[0] < right and top < other[3] and other[1] < bottom for other in others)
