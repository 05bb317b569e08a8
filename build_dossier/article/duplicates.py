"""Seeds that hold the same text twice, to the letter or nearly, found without comparing all with all.

Comes in: seeds. Goes out: a warning for each that repeats an earlier one. Texts are compared as sets of three words in
a row (w-shingling, Broder 1997); only texts that share one of their smallest shingles are compared at all (bottom-k
sketches, the same author), so that the work grows with the number of texts, not with that of pairs.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import islice
from zlib import crc32

from build_dossier.article import Seed
from build_dossier.errors import Problem, Severity
from build_dossier.text.fold import folded

ALIKE = 0.7
"""Share of common shingles from which two texts are one: three words changed in a text of sixty leave 0.74."""

_IN_A_ROW = 3
_SKETCH = 16
"""Shingles by which texts meet: two that share most shingles nearly always share one of the smallest."""
_MOST_WORDS = 20_000
_MOST_MET = 8
"""Texts that one is compared with for each shingle: a formula at the foot of a thousand texts joins none of them."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A seed and the earlier one whose text it repeats."""

    first: Seed
    second: Seed
    share: float
    """Of their common shingles: 1 when nothing but typography differs."""


def duplicates(seeds: Sequence[Seed]) -> tuple[Problem, ...]:
    """A warning for each seed that has the words of an earlier one, in order of name; it names both files."""
    return tuple(_problem(pair) for pair in pairs(seeds))


def pairs(seeds: Iterable[Seed]) -> Iterator[Pair]:
    """Each seed that repeats an earlier one, with the one that it is likest."""
    shingles: list[tuple[Seed, frozenset[int]]] = []
    by_sketch: dict[int, list[int]] = defaultdict(list)
    for number, seed in enumerate(seeds):
        own = _shingles(seed.text)
        sketch = nsmallest(_SKETCH, own)
        met = sorted({other for mark in sketch for other in by_sketch[mark][-_MOST_MET:]})
        likest = max(met, key=lambda other: _share(shingles[other][1], own), default=None)
        if likest is not None and (share := _share(shingles[likest][1], own)) >= ALIKE:
            yield Pair(first=shingles[likest][0], second=seed, share=share)
        for mark in sketch:
            by_sketch[mark].append(number)
        shingles.append((seed, own))


def _shingles(text: str) -> frozenset[int]:
    """Every three words in a row as a number; a text of fewer words is one shingle."""
    words = [found.group() for found in islice(_WORD.finditer(folded(text).text), _MOST_WORDS)]
    rows = zip(*(words[start:] for start in range(_IN_A_ROW)), strict=False) if len(words) > _IN_A_ROW else [words]
    return frozenset(crc32(" ".join(row).encode()) for row in rows)


def _share(first: frozenset[int], second: frozenset[int]) -> float:
    common = len(first & second)
    return common / (len(first) + len(second) - common)


def _problem(pair: Pair) -> Problem:
    same = pair.share == 1
    how = "the words of" if same else f"{pair.share:.0%} of the words in a row of"
    return Problem(
        severity=Severity.WARNING,
        code="duplicate-seed" if same else "near-duplicate-seed",
        file=f"seeds/{pair.second.name}",
        line=None,
        message=f"has {how} seeds/{pair.first.name}",
        hint="delete one of the two, unless both were published",
    )
