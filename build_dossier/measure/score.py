"""The measures: precision, recall, F1, errors; names without positions; B-cubed of ids.

Comes in: counts, names, pairs of ids. Goes out: ``Row``s, which are printed and written as they are.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

_WORD = re.compile(r"\w+")
_QUOTES = str.maketrans(dict.fromkeys("«»„“”‟‘’‚‛'`´ʼ＂", '"'))


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a table of figures; what a measure does not have is ``None``."""

    name: str
    gold: int | None = None
    found: int | None = None
    right: int | None = None
    precision: float | None = None
    recall: float | None = None
    f1: float | None = None
    errors: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many are right of those found and of those in the gold."""

    right: int = 0
    found: int = 0
    gold: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        """Both together: micro-averaging."""
        return Counts(right=self.right + other.right, found=self.found + other.found, gold=self.gold + other.gold)

    @property
    def precision(self) -> float:
        """The right ones of those found; 0 where nothing was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The right ones of the gold; 0 where there is none."""
        return self.right / self.gold if self.gold else 0.0

    def row(self, name: str, *, single: bool = False) -> Row:
        """The line of a table.

        Args:
            name: what was counted.
            single: whether a thing has just one value, so that a wrong one is one error; else it is two, one missed
                and one too many.
        """
        errors = max(self.found, self.gold) - self.right if single else self.found + self.gold - 2 * self.right
        return Row(
            name=name,
            gold=self.gold,
            found=self.found,
            right=self.right,
            precision=self.precision if self.found else None,
            recall=self.recall if self.gold else None,
            f1=harmonic(self.precision, self.recall) if self.found or self.gold else None,
            errors=errors,
        )


def harmonic(precision: float, recall: float) -> float:
    """F1: the harmonic mean."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def overlap(one: Iterable[tuple[object, ...]], other: Iterable[tuple[object, ...]]) -> Counts:
    """Counts of equal keys; ``one`` is what was found, ``other`` the gold."""
    found, gold = set(one), set(other)
    return Counts(right=len(found & gold), found=len(found), gold=len(gold))


def name_key(name: str) -> str:
    """A name as it is compared: case and runs of white space do not count."""
    return " ".join(name.split()).casefold()


def lemma_key(lemma: str) -> str:
    """A lemma as it is compared: nor does the style of quotation marks."""
    return name_key(lemma.translate(_QUOTES))


def relaxed(found: Collection[str], gold: Collection[str]) -> Counts:
    """Names of one text and type without their places: equal, or one holds the other, or they share a word.

    Each name is used once: equal ones first, then those that share most characters (in the manner of the shared tasks
    of BSNLP, Slav-NER 2017 to 2021).
    """
    ours, theirs = {name_key(name) for name in found}, {name_key(name) for name in gold}
    equal = ours & theirs
    left, right = theirs - equal, ours - equal
    pairs = ((shared(one, other), one, other) for one in left for other in right)
    matched = 0
    for _, one, other in sorted((p for p in pairs if p[0]), key=lambda p: (-p[0], p[1], p[2])):
        if one in left and other in right:
            left.discard(one)
            right.discard(other)
            matched += 1
    return Counts(right=len(equal) + matched, found=len(ours), gold=len(theirs))


def shared(one: str, other: str) -> int:
    """How many characters two names share in a substring or in whole words; 0 is no match."""
    if one in other or other in one:
        return min(len(one), len(other))
    words = Counter(_WORD.findall(one)) & Counter(_WORD.findall(other))
    return sum(len(word) * times for word, times in words.items())


def b_cubed(name: str, pairs: Iterable[tuple[str, str]]) -> Row:
    """B-cubed over (gold id, found id), one pair a mention (Bagga and Baldwin 1998)."""
    together = Counter(pairs)
    gold: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for (theirs, ours), times in together.items():
        gold[theirs] += times
        found[ours] += times
    total = sum(together.values())
    if not total:
        return Row(name=name, gold=0)
    precision = sum(n * n / found[ours] for (_, ours), n in together.items()) / total
    recall = sum(n * n / gold[theirs] for (theirs, _), n in together.items()) / total
    return Row(name=name, gold=total, precision=precision, recall=recall, f1=harmonic(precision, recall))
