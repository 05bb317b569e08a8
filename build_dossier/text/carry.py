"""Where a passage of a text stands in a later one: its offsets carried over through the diff.

Comes in: an ``Alignment`` and a span of the older text. Goes out: the span of the newer text that has become of it, or
nothing when too little is left to say so. Of a passage that was torn apart it is the heaviest piece.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_dossier.text.alignment import Alignment
from build_dossier.text.fold import folded
from build_dossier.text.likeness import ratio, steps
from build_dossier.text.span import Span, trim
from build_dossier.text.thresholds import (
    ALIKE_IN_PLACE,
    CLAUSE,
    CONTEXT_WORDS,
    LEFT_OF_IT,
    LEFT_TOGETHER,
    LONGEST_RIM,
    TELLING_LETTERS,
)
from build_dossier.text.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """What has become of a passage."""

    span: Span
    likeness: float
    """Of the words now to the words then, typography aside: 0 to 1."""


def carry(alignment: Alignment, span: Span) -> Carried | None:
    """Where ``span`` of the old text stands in the new one, ``None`` when it is gone or too little is left of it."""
    words = alignment.old.within(span)
    letters = sum(map(alignment.old.letters, words))
    kept = max(_pieces(alignment, words), key=lambda piece: _letters(alignment, piece), default=())
    if kept and _enough(alignment, letters, kept) and _stands(alignment, words, kept):
        return _carried(alignment, span, _between(alignment, span, kept[0], kept[-1]))
    return _in_the_gap(alignment, span, words)


def is_of_others(alignment: Alignment, span: Span, place: Span) -> bool:
    """Whether most of ``place`` in the new text was words of the old text outside ``span``."""
    own = alignment.old.within(span)
    words = alignment.new.within(place)
    foreign = (to for to in words if alignment.origin[to] >= 0 and alignment.origin[to] not in own)
    return 2 * sum(map(alignment.new.letters, foreign)) > sum(map(alignment.new.letters, words))


def _pieces(alignment: Alignment, words: range) -> Iterator[tuple[int, ...]]:
    """The matched words of a passage, cut where they are out of order, or too far apart for what is on either side."""
    runs = list(_runs(alignment, words))
    piece: tuple[int, ...] = ()
    for run in runs:
        if piece and not _together(alignment, piece, run):
            yield piece
            piece = ()
        piece += run
    if piece:
        yield piece


def _runs(alignment: Alignment, words: range) -> Iterator[tuple[int, ...]]:
    """The matched words of a passage in runs between which something has come or gone."""
    run: list[int] = []
    for word in words:
        if alignment.image[word] >= 0:
            if run and alignment.image[word] != alignment.image[run[-1]] + 1:
                yield tuple(run)
                run = []
            run.append(word)
    if run:
        yield tuple(run)


def _together(alignment: Alignment, one: Sequence[int], other: Sequence[int]) -> bool:
    """Whether two stretches still are of one passage: in order, and no more came between than they can hold."""
    first, second = alignment.image[one[-1]], alignment.image[other[0]]
    if second < first:
        return False
    came = alignment.new.starts[second] - alignment.new.ends[first]
    came -= alignment.old.starts[other[0]] - alignment.old.ends[one[-1]]
    return came <= CLAUSE or came <= min(_letters(alignment, one), _letters(alignment, other))


def _letters(alignment: Alignment, words: Sequence[int]) -> int:
    return sum(map(alignment.old.letters, words))


def _enough(alignment: Alignment, letters: int, kept: Sequence[int]) -> bool:
    """Whether enough of a passage with so many letters is left, and not lost among what has come."""
    left = _letters(alignment, kept)
    now = range(alignment.image[kept[0]], alignment.image[kept[-1]] + 1)
    among = sum(map(alignment.new.letters, now))
    return left >= LEFT_OF_IT * letters and left * among + left * letters >= LEFT_TOGETHER * letters * among


def _stands(alignment: Alignment, words: range, kept: Sequence[int]) -> bool:
    """Whether what is kept is enough by itself, or the words beside it have been kept as well."""
    if _letters(alignment, kept) >= TELLING_LETTERS:
        return True
    first, last = kept[0], kept[-1]
    before = range(max(0, words.start - CONTEXT_WORDS), words.start)
    after = range(words.stop, min(len(alignment.old.keys), words.stop + CONTEXT_WORDS))
    here = alignment.image[first], alignment.image[last]
    beside = [word for word in before if 0 < here[0] - alignment.image[word] <= 2 * CONTEXT_WORDS + first - words.start]
    beside += [word for word in after if 0 < alignment.image[word] - here[1] <= 2 * CONTEXT_WORDS + words.stop - last]
    beside = [word for word in beside if alignment.image[word] >= 0]
    return _letters(alignment, kept) + _letters(alignment, beside) >= TELLING_LETTERS


def _in_the_gap(alignment: Alignment, span: Span, words: range) -> Carried | None:
    """A passage without a matched word, when what stands in its place is like it."""
    before, after = words.start - 1, words.stop
    while before >= 0 and alignment.image[before] < 0:
        before -= 1
    while after < len(alignment.old.keys) and alignment.image[after] < 0:
        after += 1
    low = alignment.image[before] if before >= 0 else -1
    high = alignment.image[after] if after < len(alignment.old.keys) else len(alignment.new.keys)
    if low + 1 >= high or any(alignment.origin[to] >= 0 for to in range(low + 1, high)):
        return None
    if max(after - before, high - low) > LONGEST_RIM // 5 or not words:
        return None
    start = _rim(alignment, range(before + 1, after), range(low + 1, high), span.start)
    end = _rim(alignment, range(before + 1, after), range(low + 1, high), span.end)
    if start is None or end is None or start >= end:
        return None
    carried = _carried(alignment, span, (start, end))
    return carried if carried is not None and carried.likeness >= ALIKE_IN_PLACE else None


def _carried(alignment: Alignment, span: Span, place: tuple[int, int]) -> Carried | None:
    now = trim(alignment.new_text, *place)
    if now.start >= now.end:
        return None
    likeness = ratio(folded(span.of(alignment.old_text)).text, folded(now.of(alignment.new_text)).text)
    return Carried(span=now, likeness=likeness)


def _between(alignment: Alignment, span: Span, first: int, last: int) -> tuple[int, int]:
    """From the image of the first kept word to that of the last, with what became of the words on the rims."""
    old, new = alignment.old, alignment.new
    first_image, last_image = alignment.image[first], alignment.image[last]
    start = new.starts[first_image] + _inside(span.start - old.starts[first], old, first, new, first_image)
    end = new.ends[last_image] - _inside(old.ends[last] - span.end, old, last, new, last_image)
    if span.start < old.starts[first]:
        rim, now = _run_before(alignment.image, first), _run_before(alignment.origin, first_image)
        if _beside(alignment, rim.start - 1, now.start - 1):
            near = new.starts[first_image] - _reach(old, rim)
            now = range(max(now.start, bisect_left(new.starts, near)), now.stop)
            start = min(start, _or(_rim(alignment, rim, now, span.start), start))
    if span.end > old.ends[last]:
        rim, now = _run_after(alignment.image, last), _run_after(alignment.origin, last_image)
        if _beside(alignment, rim.stop, now.stop):
            near = new.ends[last_image] + _reach(old, rim)
            now = range(now.start, min(now.stop, bisect_right(new.ends, near)))
            end = max(end, _or(_rim(alignment, rim, now, span.end), end))
    return start, end


def _reach(words: Words, rim: range) -> int:
    """How far from the words that are kept those may stand that have come in place of a run of others."""
    return CLAUSE // 2 + (2 * (words.ends[rim.stop - 1] - words.starts[rim.start]) if rim else 0)


def _inside(offset: int, old: Words, word: int, new: Words, image: int) -> int:
    """How far inside a word a passage begins or ends, where the word has kept its length."""
    same = old.ends[word] - old.starts[word] == new.ends[image] - new.starts[image]
    return offset if same and offset > 0 else 0


def _or(place: int | None, other: int) -> int:
    return other if place is None else place


def _run_before(matched: Sequence[int], index: int) -> range:
    start = index
    while start > 0 and matched[start - 1] < 0:
        start -= 1
    return range(start, index)


def _run_after(matched: Sequence[int], index: int) -> range:
    stop = index + 1
    while stop < len(matched) and matched[stop] < 0:
        stop += 1
    return range(index + 1, stop)


def _beside(alignment: Alignment, old: int, new: int) -> bool:
    """Whether two words beside runs without a match are each other's, or both runs reach to the end of their text."""
    if old < 0 or new < 0:
        return old < 0 and new < 0
    if old >= len(alignment.image) or new >= len(alignment.origin):
        return old >= len(alignment.image) and new >= len(alignment.origin)
    return alignment.image[old] == new


def _rim(alignment: Alignment, old: range, new: range, offset: int) -> int | None:
    """Where an offset among unmatched old words falls among unmatched new ones, at the edge of a word."""
    if not old or not new:
        return None
    here, there = alignment.old.starts[old.start], alignment.new.starts[new.start]
    before = alignment.old_text[here : alignment.old.ends[old.stop - 1]]
    after = alignment.new_text[there : alignment.new.ends[new.stop - 1]]
    if max(len(before), len(after)) > LONGEST_RIM:
        return None
    at = there + _through(steps(before, after), offset - here)
    edges = [edge for word in new for edge in (alignment.new.starts[word], alignment.new.ends[word])]
    return min(edges, key=lambda edge: abs(edge - at))


def _through(changes: Sequence[tuple[int, int, int, int]], offset: int) -> int:
    """An offset carried through the steps from one string to another."""
    for start, end, other, other_end in changes:
        if start <= offset < end or (offset <= start and end > start):
            return min(other + max(0, offset - start), other_end)
    return changes[-1][3] if changes else offset
