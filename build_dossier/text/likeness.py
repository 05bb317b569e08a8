"""How alike two strings are, what they have in common, and which of many is nearest.

The fence around RapidFuzz for whoever compares texts. Others were measured: edlib takes 75 ms to look through 100,000
characters of Python text and diff-match-patch seven seconds to compare them; RapidFuzz compares their words in 0.4 s,
and has been kept up ever since 2020 under the MIT licence.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Indel, Levenshtein

from build_dossier.text.span import Span

# Below this a suggestion puzzles more than it helps: “kind=xyz” is near to nothing.
NEAREST_WORD = 60.0
# Half of the letters in order: any two sentences of one language are about 0.4 alike.
NEAREST_PASSAGE = 0.5
# A quotation longer than this is looked for by its beginning: the search costs length times length.
LONGEST_NEEDLE = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Likest:
    """The stretch of a text that is most like some words."""

    span: Span
    likeness: float
    """0 to 1."""


def nearest(word: str, words: Iterable[str]) -> str | None:
    """The one of ``words`` that was probably meant by ``word``; the first of equals, ``None`` when none is alike."""
    found = process.extractOne(word.casefold(), tuple(words), scorer=_nearness, score_cutoff=NEAREST_WORD)
    return found[0] if found is not None else None


def likest(needle: str, text: str) -> Likest | None:
    """The stretch of ``text`` most like ``needle``, of about its length; ``None`` when nothing is alike."""
    needle = needle[:LONGEST_NEEDLE]
    if not needle or not text:
        return None
    if len(text) <= len(needle):
        likeness = fuzz.ratio(needle, text) / 100
        found = Likest(span=Span(start=0, end=len(text)), likeness=likeness)
        return found if likeness >= NEAREST_PASSAGE else None
    best = fuzz.partial_ratio_alignment(needle, text, score_cutoff=100 * NEAREST_PASSAGE)
    if best is None or best.dest_start == best.dest_end:
        return None
    return Likest(span=Span(start=best.dest_start, end=best.dest_end), likeness=best.score / 100)


def ratio(one: str, other: str) -> float:
    """How much of two strings is the same letters in the same order: 0 to 1."""
    return Indel.normalized_similarity(one, other)


def closeness(one: str, other: str) -> float:
    """The share of letters that need not be changed, 0 to 1; a word in place of another counts once."""
    return Levenshtein.normalized_similarity(one, other)


def equal_stretches(one: Sequence[int], other: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """What two sequences have in common, in order: start in the one, start in the other, length."""
    for block in Indel.opcodes(one, other):
        if block.tag == "equal":
            yield block.src_start, block.dest_start, block.src_end - block.src_start


def steps(one: str, other: str) -> tuple[tuple[int, int, int, int], ...]:
    """How one string becomes the other: stretches (start, end, other start, other end) that follow on each other."""
    return tuple((op.src_start, op.src_end, op.dest_start, op.dest_end) for op in Levenshtein.opcodes(one, other))


def _nearness(word: str, other: str, **_: object) -> float:
    """0 to 100; the beginning of a longer name is near to it: what is typed first is typed right."""
    other = other.casefold()
    if len(word) >= 2 and other.startswith(word):
        return 100.0
    return fuzz.ratio(word, other)
