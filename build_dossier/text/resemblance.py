"""Where in a text words stand that are like some words.

Comes in: words and a text, both folded. Goes out: the likest places, best first, in whole words. Pieces of the words
are looked for letter by letter; where several stand as far apart as they should, the place is compared as a whole. The
time grows with the length of the text, not with its product with that of the words.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from build_dossier.text.likeness import closeness, ratio
from build_dossier.text.span import Span, trim
from build_dossier.text.thresholds import (
    COMMON_PIECE,
    LENGTH_WEIGHT,
    LONGEST_SOUGHT,
    MOST_PIECES,
    MOST_PLACES,
    PIECE,
    RIM,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A stretch of the folded text."""

    span: Span
    likeness: float
    """0 to 1."""


def places_like(words: str, text: str, floor: float) -> tuple[Place, ...]:
    """The places whose likeness to ``words`` is ``floor`` or more, the likest first; none overlaps a better one.

    Words longer than ``LONGEST_SOUGHT`` are looked for by their beginning.
    """
    words = words[:LONGEST_SOUGHT].strip()
    if len(words) < PIECE or not text:
        return ()
    found = sorted((fitted(words, text, span) for span in _promising(words, text)), key=lambda p: -p.likeness)
    kept: list[Place] = []
    for place in found:
        if place.likeness >= floor and not any(_overlap(place.span, other.span) for other in kept):
            kept.append(place)
    return tuple(kept)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _promising(words: str, text: str) -> Iterator[Span]:
    """The stretches for which most pieces of the words speak, from where the first to where the last one puts them."""
    width = max(PIECE, len(words) // 4)
    step = max(PIECE // 2, len(words) // MOST_PIECES)
    offsets = [*range(0, len(words) - PIECE, step), len(words) - PIECE]
    if 2 * len({words[offset : offset + PIECE] for offset in offsets}) <= len(offsets):
        return  # words that repeat themselves fit in many ways
    hits: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for offset in offsets:
        for at in _few(words[offset : offset + PIECE], text):
            hits[(at - offset) // width].append((offset, at))
    buckets = sorted({*hits, *(bucket - 1 for bucket in hits)})
    joined = {bucket: hits.get(bucket, []) + hits.get(bucket + 1, []) for bucket in buckets}
    best = sorted(joined, key=lambda bucket: (-len({offset for offset, _ in joined[bucket]}), bucket))
    for bucket in best[:MOST_PLACES]:
        first, last = min(joined[bucket]), max(joined[bucket])
        start, end = max(0, first[1] - first[0]), last[1] + len(words) - last[0]
        yield Span(start=min(start, len(text)), end=max(start, min(end, len(text))))


def _few(piece: str, text: str) -> list[int]:
    """Where a piece stands; nowhere if it stands in more places than tell anything."""
    found: list[int] = []
    at = text.find(piece)
    while at != -1:
        found.append(at)
        if len(found) > COMMON_PIECE:
            return []
        at = text.find(piece, at + 1)
    return found


def fitted(words: str, text: str, span: Span) -> Place:
    """The likest stretch of whole words that begins and ends near where a span does."""
    starts, ends = _edges(text, span.start), _edges(text, span.end)
    end = min(ends, key=lambda edge: abs(edge - span.end))
    start = max(starts, key=lambda edge: _fit(words, text[edge:end]))
    end = max(ends, key=lambda edge: _fit(words, text[start:edge]))
    fitted = trim(text, min(start, end), end)
    return Place(span=fitted, likeness=ratio(words, fitted.of(text)))


def _fit(words: str, found: str) -> float:
    """How well a stretch fits: a last word that is another one is better than none."""
    return closeness(words, found) - LENGTH_WEIGHT * abs(len(words) - len(found)) / len(words)


def _edges(text: str, at: int) -> list[int]:
    """Where words or signs begin or end near an offset, or the offset itself where none does."""
    low, high = max(0, at - RIM), min(len(text), at + RIM)
    return [edge for edge in range(low, high + 1) if _is_edge(text, edge)] or [at]


def _is_edge(text: str, at: int) -> bool:
    """Whether a word or sign begins or ends there."""
    return at in {0, len(text)} or not (text[at - 1].isalnum() and text[at].isalnum())
