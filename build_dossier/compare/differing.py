"""What editors compare: two passages and all notes that join the same two, whichever of them a note stands at.

Comes in: anchors. Goes out: ``Difference``s. A note «here … there …» and its counterpart at the other end are one.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
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
            Place(article=passage.article, passage=match.span)
            for passage, match in zip(anchor.note.passages, anchor.matches, strict=True)
        )
        same = by_articles[tuple(sorted((one.article, other.article)))]
        at = next((at for at in same[-_LOOKED_AT:] if _either_way(_half, found[at][0], (one, other))), None)
        if at is None:
            same.append(len(found))
            found.append(((one, other), [anchor.note]))
        else:
            found[at][1].append(anchor.note)
    return tuple(Difference(places=places, notes=tuple(notes)) for places, notes in found)


def is_compared(places: tuple[Place, Place], known: Iterable[Difference]) -> bool:
    """Whether one of the differences known lays these two passages beside each other."""
    return any(_either_way(_overlap, places, one.places) for one in known)


def _either_way(alike: Callable[[Place, Place], bool], places: Sequence[Place], others: Sequence[Place]) -> bool:
    """Whether two passages are like two others, in whichever order."""
    one, other = places
    return any(alike(one, first) and alike(other, second) for first, second in (others, others[::-1]))


def _half(one: Place, other: Place) -> bool:
    """Whether half of the one, or of the other, lies in both."""
    shared = min(one.passage.end, other.passage.end) - max(one.passage.start, other.passage.start)
    shorter = min(one.passage.end - one.passage.start, other.passage.end - other.passage.start)
    return one.article == other.article and 0 < shorter <= 2 * shared


def _overlap(one: Place, other: Place) -> bool:
    return (
        one.article == other.article and one.passage.start < other.passage.end and other.passage.start < one.passage.end
    )
