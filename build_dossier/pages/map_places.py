"""Where the places of a dossier are, and how often they are named.

Comes in: the places with their mentions. Goes out: those that have coordinates, those that have none. The editor's
coordinates come before those of the package's tables; a country stands at a point inside it, a region likewise.
"""

from dataclasses import dataclass
from enum import Enum
from functools import partial

from build_dossier.article import Basis
from build_dossier.coordinates import Coordinates
from build_dossier.entity import Entity
from build_dossier.extract.mentions import EntityType
from build_dossier.linking.authority import Thing, authority
from build_dossier.outlines import outlines
from build_dossier.pages.alphabet import name_key
from build_dossier.pages.context import Context
from build_dossier.pages.entity import of_itself


class Extent(Enum):
    """What a place is on a map."""

    COUNTRY = "country"
    REGION = "region"
    TOWN = "town"
    OTHER = "other"
    """No table knows it; its coordinates are the editor's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place that the articles name."""

    entity: Entity
    articles: int
    mentions: int
    extent: Extent
    country: str | None
    """Of a country, its ISO 3166-1 code."""
    at: Coordinates | None
    basis: Basis
    """``EDITOR`` or ``COMPUTED`` (from a table); ``UNKNOWN`` without coordinates."""


def places_of(context: Context) -> tuple[Place, ...]:
    """Every place that is named as a place, the one of most articles first."""
    found = (_place(context, entity) for entity in context.dossier.entities.values() if entity.type is EntityType.LOC)
    named = (place for place in found if place.mentions)
    return tuple(sorted(named, key=partial(_rank, context)))


def _rank(context: Context, place: Place) -> tuple[object, ...]:
    return -place.articles, -place.mentions, name_key(context, place.entity.id)


def _place(context: Context, entity: Entity) -> Place:
    occurrences = of_itself(context, entity)
    thing = known(entity)
    at, basis = _whereabouts(entity, thing)
    return Place(
        entity=entity,
        articles=len({occurrence.article.id for occurrence in occurrences}),
        mentions=len(occurrences),
        extent=_extent(thing),
        country=thing.country if thing is not None and thing.state else None,
        at=at,
        basis=basis,
    )


def known(entity: Entity) -> Thing | None:
    """What the tables know under the entity's names, those of the articles' languages before the English one."""
    names = (entity.labels[language] for language in ("uk", "ru", "en") if language in entity.labels)
    found = (authority().find(EntityType.LOC, name) for name in names)
    return next((thing for thing in found if thing is not None), None)


def _whereabouts(entity: Entity, thing: Thing | None) -> tuple[Coordinates | None, Basis]:
    if entity.coordinates is not None:
        return entity.coordinates, Basis.EDITOR
    country = outlines().countries.get(thing.country or "") if thing is not None and thing.state else None
    at = country.at if country is not None else thing.coordinates if thing is not None else None
    return at, Basis.UNKNOWN if at is None else Basis.COMPUTED


def _extent(thing: Thing | None) -> Extent:
    """A thing of the tables with a country is in it, or is it; without one it is a region."""
    if thing is None:
        return Extent.OTHER
    if thing.state:
        return Extent.COUNTRY
    return Extent.REGION if thing.country is None else Extent.TOWN
