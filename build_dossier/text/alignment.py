"""Which words of a text are which words of a later one: a diff that follows what has been moved.

Comes in: two texts. Goes out: for every word of the older the word of the newer that it has become, if any. Long
stretches that stand once in both texts are matched wherever they stand now; the words between two of them are matched
in order. Typography, case and look-alike letters do not count. The time grows with the length of the texts: what lies
between two matched stretches is compared as a whole only up to ``LARGEST_GAP``.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_dossier.text.likeness import equal_stretches
from build_dossier.text.thresholds import LARGEST_GAP, LONG_STRETCH, SHINGLE, TELLING_RUN, WON_BACK
from build_dossier.text.words import Words, line_around, lines_of, words_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """What became of the words of ``old`` in ``new``."""

    old_text: str
    new_text: str
    old: Words
    new: Words
    image: Sequence[int]
    """For each word of the old text the index of its word in the new one, or -1."""
    origin: Sequence[int]
    """The same the other way."""


def align(old_text: str, new_text: str) -> Alignment:
    """The words of two texts matched, each with one at most."""
    old, new = words_of(old_text), words_of(new_text)
    numbers: dict[str, int] = {}
    matching = _Matching(
        [numbers.setdefault(key, len(numbers)) for key in old.keys],
        [numbers.setdefault(key, len(numbers)) for key in new.keys],
    )
    matching.match_lines(old, new)
    matching.match_long_stretches()
    for old_gap, new_gap in tuple(matching.gaps()):
        matching.match_in_order(old_gap, new_gap, old)
    matching.bring_lines_home(old, new)
    return Alignment(
        old_text=old_text, new_text=new_text, old=old, new=new, image=matching.image, origin=matching.origin
    )


class _Matching:
    """Two sequences of words as numbers, and what has been matched so far."""

    def __init__(self, old: list[int], new: list[int]) -> None:
        self.old, self.new = old, new
        self.image = [-1] * len(old)
        self.origin = [-1] * len(new)

    def match_lines(self, old: Words, new: Words) -> None:
        """Matches lines that are the same as a whole, where there are as many of them in either text."""
        olds, news = _by_words(self.old, old.lines), _by_words(self.new, new.lines)
        for words, lines in olds.items():
            others = news.get(words, [])
            if len(words) > 1 and len(lines) == len(others):
                for line, other in zip(lines, others, strict=True):
                    self._match(line.start, other.start, len(words))

    def match_long_stretches(self) -> None:
        """Matches stretches that hold a run of words which stands once in both texts, the longest first."""
        whole = range(len(self.old)), range(len(self.new))
        stretches = sorted(self._stretches(*whole), key=lambda stretch: -stretch[2])
        for old, new, length in stretches:
            if length >= LONG_STRETCH:
                self._match(old, new, length)

    def _stretches(self, olds: range, news: range) -> Iterator[tuple[int, int, int]]:
        """Old start, new start and length of every longest stretch around a run that stands once in both ranges."""
        here, there = _once(self.old, olds), _once(self.new, news)
        covered: dict[int, int] = {}
        for run, at in here.items():
            to = there.get(run, -1)
            if at < 0 or to < 0 or covered.get(to - at, -1) >= at:
                continue
            before = self._common(at - 1, to - 1, -1, olds, news)
            after = self._common(at, to, 1, olds, news)
            covered[to - at] = at + after
            yield at - before, to - before, before + after

    def _common(self, old: int, new: int, step: int, olds: range, news: range) -> int:
        """How many words are the same from there on, forwards or backwards."""
        count = 0
        while old in olds and new in news and self.old[old] == self.new[new]:
            old, new, count = old + step, new + step, count + 1
        return count

    def _match(self, old: int, new: int, length: int) -> None:
        """Matches those of a stretch that are still free."""
        for at, to in zip(range(old, old + length), range(new, new + length), strict=True):
            if self.image[at] < 0 and self.origin[to] < 0:
                self.image[at], self.origin[to] = to, at

    def gaps(self) -> Iterator[tuple[range, range]]:
        """Each run of old words without a match, with the free words after its left and before its right neighbour."""
        for gap in free_runs(self.image):
            after = self._free_after(self.image[gap.start - 1] + 1 if gap.start else 0)
            before = self._free_before(self.image[gap.stop] if gap.stop < len(self.old) else len(self.new))
            if after:
                yield gap, after
            if before and before != after:
                yield gap, before

    def _free_after(self, start: int) -> range:
        stop = start
        while stop < len(self.new) and self.origin[stop] < 0:
            stop += 1
        return range(start, stop)

    def _free_before(self, stop: int) -> range:
        start = stop
        while start > 0 and self.origin[start - 1] < 0:
            start -= 1
        return range(start, stop)

    def match_in_order(self, old_gap: range, new_gap: range, words: Words) -> None:
        """Matches free words of two gaps in order: first around what stands once in both, then all that is left."""
        stretches = sorted(self._stretches(old_gap, new_gap))
        chain = _longest_chain(stretches)
        for old, new, length in chain:
            self._match(old, new, length)
        old_start, new_start = old_gap.start, new_gap.start
        for old, new, length in (*chain, (old_gap.stop, new_gap.stop, 0)):
            self._match_what_is_left(range(old_start, old), range(new_start, new), words)
            old_start, new_start = old + length, new + length

    def _match_what_is_left(self, old_gap: range, new_gap: range, words: Words) -> None:
        """Matches as many free words as go in order; runs that tell nothing are left out."""
        olds = [at for at in old_gap if self.image[at] < 0]
        news = [to for to in new_gap if self.origin[to] < 0]
        if not olds or not news or len(olds) * len(news) > LARGEST_GAP:
            return
        for first, second, length in equal_stretches([self.old[at] for at in olds], [self.new[to] for to in news]):
            letters = sum(map(words.letters, olds[first : first + length]))
            at_the_rim = 0 in {first, second} or first + length == len(olds) or second + length == len(news)
            if letters >= TELLING_RUN or at_the_rim:
                for offset in range(length):
                    at, to = olds[first + offset], news[second + offset]
                    self.image[at], self.origin[to] = to, at

    def bring_lines_home(self, old: Words, new: Words) -> None:
        """Matches a line whose words went to several lines with one of them, if that has most of what went elsewhere.

        So one of several like lines is matched as a whole; a line that was cut in two is not.
        """
        for line in lines_of(old.lines):
            homes = {new.lines[self.image[at]] for at in line if self.image[at] >= 0}
            if len(homes) > 1:
                self._bring_home(line, [line_around(new.lines, home) for home in sorted(homes)], old)

    def _bring_home(self, line: range, homes: Sequence[range], words: Words) -> None:
        before = {at: self.image[at] for at in line if self.image[at] >= 0}
        for to in before.values():
            self.origin[to] = -1
        matches = [(self._common_words(line, home), home) for home in homes]
        best, home = max(matches, key=lambda match: sum(map(words.weight, (at for at, _ in match[0]))))
        already = sum(words.letters(at) for at, to in before.items() if to in home)
        gained = sum(words.letters(at) for at, _ in best) - already
        if gained < WON_BACK * (sum(map(words.letters, before)) - already):
            best = list(before.items())
        for at in line:
            self.image[at] = -1
        for at, to in best:
            self.image[at], self.origin[to] = to, at

    def _common_words(self, line: range, home: range) -> list[tuple[int, int]]:
        """What a line has in common with the free words of another."""
        free = [to for to in home if self.origin[to] < 0]
        found = equal_stretches([self.old[at] for at in line], [self.new[to] for to in free])
        return [(line[one + step], free[other + step]) for one, other, length in found for step in range(length)]


def _by_words(numbers: Sequence[int], lines: Sequence[int]) -> dict[tuple[int, ...], list[range]]:
    """The lines of a text by the words in them."""
    found: dict[tuple[int, ...], list[range]] = {}
    for line in lines_of(lines):
        found.setdefault(tuple(numbers[line.start : line.stop]), []).append(line)
    return found


def _once(words: Sequence[int], within: range) -> dict[tuple[int, ...], int]:
    """Every run of ``SHINGLE`` words with the index of its first one; -1 for those that stand more than once."""
    found: dict[tuple[int, ...], int] = {}
    some = words[within.start : within.stop]
    for index, run in enumerate(zip(*(some[offset:] for offset in range(SHINGLE)), strict=False), start=within.start):
        found[run] = -1 if run in found else index
    return found


def _longest_chain(stretches: Sequence[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """The stretches, in old order, that follow each other in the new text too and are longest together.

    A stretch that begins within one of the chain counts as following it; its words that are taken are left out later.
    """
    ranks = {new: rank for rank, new in enumerate(sorted({new for _, new, _ in stretches}), start=1)}
    tree = [(0, -1)] * (len(ranks) + 1)  # the best weight up to a rank, and the stretch that ends there (Fenwick, 1994)
    before: list[int] = []
    for index, (_, new, length) in enumerate(stretches):
        best, rank = (0, -1), ranks[new] - 1
        while rank > 0:
            best, rank = max(best, tree[rank]), rank & (rank - 1)
        before.append(best[1])
        found, rank = (best[0] + length, index), ranks[new]
        while rank < len(tree):
            tree[rank] = max(tree[rank], found)
            rank += rank & -rank
    chain = []
    last = max(tree)[1]
    while last >= 0:
        chain.append(stretches[last])
        last = before[last]
    return chain[::-1]


def free_runs(matched: Sequence[int]) -> Iterator[range]:
    """Every longest run without a match."""
    start = None
    for index, to in enumerate((*matched, 0)):
        if to < 0 and start is None:
            start = index
        elif to >= 0 and start is not None:
            yield range(start, index)
            start = None
