"""The words of a text as they are compared when one text is laid beside another.

Comes in: a text. Goes out: its words and signs, each with where it stands and what it counts as: typography, case and
look-alike letters make no other word.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from build_dossier.text.fold import INVISIBLE, skeleton
from build_dossier.text.span import Span
from build_dossier.text.thresholds import NAME_WEIGHT

_WORD = re.compile(f"[\\w\u0300-\u036f{''.join(sorted(INVISIBLE - {chr(0x301)}))}]+|[^\\w\\s]")
_UNSEEN = re.compile(f"[{''.join(sorted(INVISIBLE))}]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words and signs of a text, in order; all three are parallel."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    keys: tuple[str, ...]
    """As they are compared."""
    lines: tuple[int, ...]
    """The line that each stands in, counted from 0."""
    names: frozenset[int]
    """Those with a capital letter or a digit."""

    def within(self, span: Span) -> range:
        """The words that share a character with ``span``."""
        return range(bisect_right(self.ends, span.start), bisect_left(self.starts, span.end))

    def letters(self, index: int) -> int:
        """How many letters and digits a word has; a sign has none."""
        key = self.keys[index]
        return len(key) if key[0].isalnum() else 0

    def weight(self, index: int) -> int:
        """How much a word says of which of several like lines this is."""
        return max(NAME_WEIGHT, 2 * self.letters(index)) if index in self.names else self.letters(index)


def words_of(text: str) -> Words:
    """The words and signs of ``text``."""
    shape = skeleton(text)
    found = [(match.start(), match.end(), match.group()) for match in _WORD.finditer(shape)]
    plain = shape.isascii() or (_UNSEEN.search(shape) is None and unicodedata.is_normalized("NFC", shape))
    if not plain:
        found = [(start, end, key) for start, end, raw in found if (key := _composed(raw))]
    return Words(
        starts=tuple(start for start, _, _ in found),
        ends=tuple(end for _, end, _ in found),
        keys=tuple(key for _, _, key in found),
        names=frozenset(i for i, (start, _, key) in enumerate(found) if text[start].isupper() or key[0].isdigit()),
        lines=tuple(_lines_of(text, [start for start, _, _ in found])),
    )


def _lines_of(text: str, offsets: Sequence[int]) -> Iterator[int]:
    """The line of each offset."""
    ends = [match.start() for match in re.finditer("\n", text)]
    yield from (bisect_left(ends, offset) for offset in offsets)


def _composed(word: str) -> str:
    """The word without what cannot be seen, letters and their marks as one."""
    return skeleton(unicodedata.normalize("NFC", _UNSEEN.sub("", word)))


def lines_of(lines: Sequence[int]) -> Iterator[range]:
    """The words of each line."""
    start = 0
    for _, group in groupby(lines):
        stop = start + sum(1 for _ in group)
        yield range(start, stop)
        start = stop


def line_around(lines: Sequence[int], line: int) -> range:
    """The words of one line."""
    return range(bisect_left(lines, line), bisect_right(lines, line))
