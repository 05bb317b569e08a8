"""Articles that hold each other's sentences: wire copy, near copies, retellings that take over whole passages.

Comes in: articles. Goes out: ``Copy``s, found without comparing all with all. Texts are sets of five words in a row
(w-shingling, Broder 1997); two meet where they share rows that few texts have, and of a row that many have each meets
only the next, so that the work grows with the words. The measure is containment: the share of the shorter text that the
other holds too, since an agency's report stands whole within a longer article.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, islice, pairwise
from zlib import crc32

from build_dossier.article import Article
from build_dossier.extract.mentions import UNREAD
from build_dossier.text.words import words_of

COPY = 0.8
"""Share of the shorter text from which two are copies: 52 pairs among 793 news texts, each of one report."""
PASSAGES = 0.35
"""Share from which whole passages are taken over (117 pairs more); below it it is mostly one quotation or formula."""
FEWEST_ROWS = 25
"""Common rows of two texts: two sentences. So a title of ten words is no copy of every text that quotes it."""
MOST_KEPT = 3
"""Texts, the likest, with which one is kept that only shares passages."""
_IN_A_ROW = 5
_FEW = 8
"""Texts that have a row in common and all meet each other."""
_MOST_WORDS = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """Two articles that hold each other's sentences."""

    articles: tuple[str, ...]
    """Two ids, in alphabetical order."""
    share: float
    """Of the shorter text that the other holds, to a hundredth."""

    @property
    def is_whole(self) -> bool:
        """Whether they are copies, not only articles with passages in common."""
        return self.share >= COPY


def read_text(article: Article) -> str:
    """What an article says: its blocks one below the other, without what tells of the paper."""
    return "\n\n".join(article.text[b.start : b.end] for b in article.blocks if b.kind not in UNREAD)


def copies(articles: Iterable[Article]) -> tuple[Copy, ...]:
    """All pairs that are copies, and for each article the likest others with which it shares passages; likest first."""
    rows = {article.id: _rows(read_text(article)) for article in sorted(articles, key=lambda one: one.id)}
    found = sorted(_alike(rows), key=lambda copy: (-copy.share, copy.articles))
    kept: Counter[str] = Counter()
    result = []
    for copy in found:
        if copy.is_whole or any(kept[article] < MOST_KEPT for article in copy.articles):
            kept.update(copy.articles)
            result.append(copy)
    return tuple(result)


def clusters(found: Iterable[Copy]) -> tuple[tuple[str, ...], ...]:
    """Articles that are copies of one another, over others too, the largest cluster first."""
    cluster_of: dict[str, set[str]] = {}
    for copy in found:
        if copy.is_whole:
            one, other = (cluster_of.get(article, {article}) for article in copy.articles)
            larger, smaller = (one, other) if len(one) >= len(other) else (other, one)
            larger |= smaller
            cluster_of |= dict.fromkeys((*smaller, *copy.articles), larger)
    every = {min(members): tuple(sorted(members)) for members in cluster_of.values()}
    return tuple(sorted(every.values(), key=lambda members: (-len(members), members)))


def _rows(text: str) -> frozenset[int]:
    """Every five words in a row as a number."""
    words = list(islice((key for key in words_of(text).keys if key[0].isalnum()), _MOST_WORDS))
    rows = zip(*(words[start:] for start in range(_IN_A_ROW)), strict=False)
    return frozenset(crc32(" ".join(row).encode(errors="backslashreplace")) for row in rows)


def _alike(rows: Mapping[str, frozenset[int]]) -> Iterator[Copy]:
    for one, other in sorted(_meetings(rows)):
        shorter = min(len(rows[one]), len(rows[other]))
        common = len(rows[one] & rows[other])
        if common >= FEWEST_ROWS and common >= PASSAGES * shorter:
            yield Copy(articles=(one, other), share=round(common / shorter, 2))


def _meetings(rows: Mapping[str, frozenset[int]]) -> Iterator[tuple[str, str]]:
    """The pairs that share enough rows to be worth a look."""
    holders: dict[int, list[str]] = defaultdict(list)
    for article, own in rows.items():
        for row in own:
            holders[row].append(article)
    shared = Counter(pair for articles in holders.values() for pair in _pairs(articles))
    return (pair for pair, count in shared.items() if count >= FEWEST_ROWS)


def _pairs(articles: Sequence[str]) -> Iterator[tuple[str, str]]:
    """All pairs of few articles; of many each with the next."""
    return combinations(articles, 2) if len(articles) <= _FEW else pairwise(articles)
