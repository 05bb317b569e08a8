"""Who is named with whom: people and organisations in one paragraph.

Comes in: linked readings, and whom to look for. Goes out: pairs with the articles and paragraphs in which both stand.
An article names everybody of its story; a paragraph those who have to do with each other.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from build_dossier.link import LinkedReading

_CROWD = 30
"""Names of one paragraph that are paired; a list of a hundred is no company."""
Passage = tuple[str, int]
"""An article's id, and where in its text the first of the two is named (code points)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two that are named together."""

    one: str
    other: str
    """Ids, in alphabetical order."""
    articles: int
    paragraphs: int
    passages: tuple[Passage, ...]
    """The first in each article, in the order of the articles."""


def company(readings: Iterable[LinkedReading], wanted: Collection[str]) -> tuple[Pair, ...]:
    """Every pair among ``wanted``, those of most articles and paragraphs first."""
    found: dict[tuple[str, str], dict[str, list[int]]] = {}
    for linked in readings:
        for present in _paragraphs(linked, wanted):
            for one, other in combinations(sorted(present)[:_CROWD], 2):
                places = found.setdefault((one, other), {})
                places.setdefault(linked.reading.article.id, []).append(min(present[one], present[other]))
    pairs = (_pair(ids, places) for ids, places in found.items())
    return tuple(sorted(pairs, key=lambda pair: (-pair.articles, -pair.paragraphs, pair.one, pair.other)))


def strongest(pairs: Sequence[Pair], most: int, each: int) -> tuple[Pair, ...]:
    """At most ``most`` of the pairs: of everybody the ``each`` strongest, then whatever is strong; in their order."""
    taken: dict[str, int] = {}
    own: list[Pair] = []
    for pair in pairs:
        if min(taken.get(pair.one, 0), taken.get(pair.other, 0)) < each:
            own.append(pair)
            for entity in (pair.one, pair.other):
                taken[entity] = taken.get(entity, 0) + 1
    kept = set(own[:most])
    for pair in pairs:
        if len(kept) >= most:
            break
        kept.add(pair)
    return tuple(pair for pair in pairs if pair in kept)


def _paragraphs(linked: LinkedReading, wanted: Collection[str]) -> Iterator[dict[str, int]]:
    """For each paragraph who is named in it, and where first."""
    blocks = iter(linked.reading.article.blocks)
    block = next(blocks, None)
    present: dict[str, int] = {}
    for link in linked.links:
        while block is not None and link.mention.start >= block.end:
            yield present
            present, block = {}, next(blocks, None)
        if link.entity in wanted and link.entity is not None:
            present.setdefault(link.entity, link.mention.start)
    yield present


def _pair(ids: tuple[str, str], places: dict[str, list[int]]) -> Pair:
    return Pair(
        one=ids[0],
        other=ids[1],
        articles=len(places),
        paragraphs=sum(map(len, places.values())),
        passages=tuple((article, starts[0]) for article, starts in places.items()),
    )
