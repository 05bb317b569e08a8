"""Which articles belong together, and who appears with whom.

Comes in: linked readings. Goes out: for each article the related ones with the entities that they share, rarest first;
for each entity the others that stand in its articles. An entity weighs the less the more articles name it, so that two
texts are not related because both name the same capital. The weight does not ask how many articles there are (as idf
does): a new article must not change what is said of articles that it shares nothing with.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log2
from types import MappingProxyType

from build_dossier.link import LinkedReading

_MOST = 6
"""Related articles listed for one article."""
_LEAST = 0.05
"""Share of the weight of two articles' entities that must be common to both."""
_CROWD = 200
"""An entity of more articles than this brings none together by itself; it still weighs where others do."""
_MOST_NEIGHBOURS = 30
"""Neighbours listed for one entity."""
_CAST = 60
"""Entities of one article that are paired; a list of a thousand names is no company."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """Another article and why it belongs to this one."""

    article: str
    shared: tuple[str, ...]
    """Ids of the entities that both name, rarest first."""
    score: float
    """0 to 1: the weight of the shared entities in that of all that the two name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """Another entity and how often it stands beside this one."""

    entity: str
    articles: int


def related(readings: Iterable[LinkedReading]) -> Mapping[str, tuple[Related, ...]]:
    """For each article the likest others, best first; an article without any has an empty tuple."""
    casts = _casts(readings)
    holders = _holders(casts)
    weights = {entity: 1 / log2(1 + len(articles)) for entity, articles in holders.items()}
    totals = {article: sum(weights[entity] for entity in sorted(cast)) for article, cast in casts.items()}
    return MappingProxyType({article: _of(article, casts, holders, weights, totals) for article in casts})


def neighbours(readings: Iterable[LinkedReading]) -> Mapping[str, tuple[Neighbour, ...]]:
    """For each entity those that share articles with it, the most shared first."""
    together: dict[str, Counter[str]] = {}
    for cast in _casts(readings).values():
        company = sorted(cast, key=lambda entity: (-cast[entity], entity))[:_CAST]
        for entity in company:
            together.setdefault(entity, Counter()).update(other for other in company if other != entity)
    return MappingProxyType({entity: _ranked(together[entity]) for entity in sorted(together)})


def _ranked(counts: Mapping[str, int]) -> tuple[Neighbour, ...]:
    ranked = sorted(counts, key=lambda other: (-counts[other], other))[:_MOST_NEIGHBOURS]
    return tuple(Neighbour(entity=other, articles=counts[other]) for other in ranked)


def _casts(readings: Iterable[LinkedReading]) -> Mapping[str, Mapping[str, int]]:
    """For each article its entities with the number of mentions, articles in order of id."""
    found = {
        linked.reading.article.id: Counter(link.entity for link in linked.links if link.entity is not None)
        for linked in readings
    }
    return {article: found[article] for article in sorted(found)}


def _holders(casts: Mapping[str, Mapping[str, int]]) -> Mapping[str, Sequence[str]]:
    """For each entity its articles."""
    holders: dict[str, list[str]] = {}
    for article, cast in casts.items():
        for entity in cast:
            holders.setdefault(entity, []).append(article)
    return holders


def _of(
    article: str,
    casts: Mapping[str, Mapping[str, int]],
    holders: Mapping[str, Sequence[str]],
    weights: Mapping[str, float],
    totals: Mapping[str, float],
) -> tuple[Related, ...]:
    """The related articles of one."""
    cast = casts[article]
    candidates = {other for entity in cast if len(holders[entity]) <= _CROWD for other in holders[entity]} - {article}
    found = []
    for other in sorted(candidates):
        shared = sorted(cast.keys() & casts[other].keys(), key=lambda entity: (-weights[entity], entity))
        common = sum(weights[entity] for entity in shared)
        union = totals[article] + totals[other] - common
        score = common / union if union > 0 else 0.0
        if score >= _LEAST:
            found.append(Related(article=other, shared=tuple(shared), score=round(score, 4)))
    return tuple(sorted(found, key=lambda other: (-other.score, other.article))[:_MOST])
