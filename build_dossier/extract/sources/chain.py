"""By which source of an article another one is known: «unknown publisher ← Reuters ← three unnamed people».

Comes in: the citing places of an article, joined. Goes out: which outlets only relay, and for each source the outlet by
which it is known. Stated where one sentence says both; inferred where a source stands between two citings of the only
outlet that the article relies on.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_dossier.article import Basis, BlockKind
from build_dossier.extract.sources.found import Cue, Kind
from build_dossier.extract.sources.joining import Place

_MEDIA = frozenset({Kind.OUTLET, Kind.OUTLET_AGAIN, Kind.MEDIA})


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """That one source is known by another."""

    source: str
    via: str
    """Keys of sources."""
    basis: Basis


def relaying(places: Sequence[Place]) -> frozenset[str]:
    """Keys of the outlets that have it from another outlet, which they name."""
    outlets = {place.found.key for place in places if place.found.kind is Kind.OUTLET}
    stated = {tie.via for tie in _ties(places) if tie.source in outlets}
    lines = {place.found.key for place in places if place.block is BlockKind.SOURCE_LINE}
    others = {p.found.key for p in places if p.found.kind is Kind.OUTLET and p.block is not BlockKind.SOURCE_LINE}
    return frozenset(stated | {key for key in lines & outlets if others - {key}})


def ties(places: Sequence[Place]) -> Mapping[str, Tie]:
    """For each source, by key, the outlet by which it is known; the first that the article says counts."""
    found: dict[str, Tie] = {}
    for tie in (*_ties(places), *_by_line(places), *_between(places)):
        if tie.source != tie.via and not _would_circle(found, tie):
            found.setdefault(tie.source, tie)
    return found


def _would_circle(found: Mapping[str, Tie], tie: Tie) -> bool:
    at: str | None = tie.via
    for _ in range(len(found) + 1):
        if at == tie.source:
            return True
        at = found[at].via if at is not None and at in found else None
    return False


def _ties(places: Sequence[Place]) -> Iterator[Tie]:
    """What single sentences state."""
    by_sentence: dict[int, list[Place]] = {}
    for place in places:
        by_sentence.setdefault(place.sentence, []).append(place)
    for together in by_sentence.values():
        yield from _in_sentence(together)


def _in_sentence(together: Sequence[Place]) -> Iterator[Tie]:
    """«X з посиланням на Y», «сказав Y, передає X», «повідомили X»: Y is known by X."""
    carrying = [p for p in together if p.found.kind in _MEDIA and p.cue is not Cue.REFERENCE]
    for place in together:
        if place.cue is Cue.REFERENCE:
            before = [p for p in carrying if p.found.start < place.found.start]
            yield from (_stated(place, via) for via in before[-1:])
        elif place.found.kind not in _MEDIA:
            yield from (_stated(place, via) for via in carrying[-1:])
        elif carrying and place.found.key != carrying[-1].found.key and _relays(carrying[-1], place):
            yield _stated(place, carrying[-1])


def _relays(last: Place, other: Place) -> bool:
    """«Як пише X, …, передає Y»: the verb that ends the sentence carries the rest."""
    return last.cue is Cue.TELLS and other.found.end < last.found.start and other.at < last.at


def _stated(place: Place, via: Place) -> Tie:
    return Tie(source=place.found.key, via=via.found.key, basis=Basis.STATED)


def _by_line(places: Sequence[Place]) -> Iterator[Tie]:
    """«Про це розповідає X» as a line: the outlets of the text are known by X."""
    lines = [p for p in places if p.block is BlockKind.SOURCE_LINE and p.found.kind is Kind.OUTLET]
    for place in places if lines else ():
        if place.found.kind is Kind.OUTLET and place.block is not BlockKind.SOURCE_LINE:
            yield Tie(source=place.found.key, via=lines[0].found.key, basis=Basis.INFERRED)


def _between(places: Sequence[Place]) -> Iterator[Tie]:
    """What stands between two citings of the only outlet is taken to be known by it."""
    relays = relaying(places)
    outlets = {p.found.key for p in places if p.found.kind in _MEDIA and p.found.key not in relays}
    if len(outlets) != 1:
        return
    only = next(iter(outlets))
    cited = [number for number, place in enumerate(places) if place.found.key == only]
    for place in places[cited[0] : cited[-1]]:
        if place.found.kind not in _MEDIA:
            yield Tie(source=place.found.key, via=only, basis=Basis.INFERRED)
