"""What editors compare: two passages and all notes that join the same two, whichever of them a note stands at.

Comes in: anchors. Goes out: ``Difference``s. A note «here … there …» and its counterpart at the other end are one.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from build_dossier.annotation import Anchor, Note
from build_dossier.text.span import Span

_LOOKED_AT = 40
"""Pairs of passages of the same two articles among which a counterpart is sought."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Place:
    """A passage of an article."""

    article: str
    passage: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Two passages that an editor lays beside each other."""

    places: tuple[Place, Place]
    """As the first note has them."""
    notes: tuple[Note, ...]
    """In order of file and line."""


def differences(anchors: Iterable[Anchor]) -> tuple[Difference, ...]:
    """Every two passages that notes join, in the order of the notes."""
    found: list[tuple[tuple[Place, Place], list[Note]]] = []
    by_articles: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for anchor in anchors:
        if len(anchor.note.passages) != 2:
            continue
        one, other = (
            Place(article=passage.article, passage=Span(start=match.start, end=match.end))
            for passage, match in zip(anchor.note.passages, anchor.matches, strict=True)
        )
        same = by_articles[tuple(sorted((one.article, other.article)))]
        at = next((at for at in same[-_LOOKED_AT:] if _are_same(found[at][0], (one, other))), None)
        if at is None:
            same.append(len(found))
            found.append(((one, other), [anchor.note]))
        else:
            found[at][1].append(anchor.note)
    return tuple(Difference(places=places, notes=tuple(notes)) for places, notes in found)


def is_compared(places: tuple[Place, Place], known: Iterable[Difference]) -> bool:
    """Whether one of the differences known lays these two passages beside each other."""
    return any(_touch(places, one.places) for one in known)


def _are_same(places: tuple[Place, Place], others: Sequence[Place]) -> bool:
    """Whether half of each passage, or of the other, lies in that of the other two, in whichever order."""
    one, other = places
    return any(_half(one, first) and _half(other, second) for first, second in (others, others[::-1]))


def _half(one: Place, other: Place) -> bool:
    shared = min(one.passage.end, other.passage.end) - max(one.passage.start, other.passage.start)
    shorter = min(one.passage.end - one.passage.start, other.passage.end - other.passage.start)
    return one.article == other.article and 0 < shorter <= 2 * shared


def _touch(places: Sequence[Place], others: Sequence[Place]) -> bool:
    one, other = places
    return any(_overlap(one, first) and _overlap(other, second) for first, second in (others, others[::-1]))


def _overlap(one: Place, other: Place) -> bool:
    return (
        one.article == other.article and one.passage.start < other.passage.end and other.passage.start < one.passage.end
    )
