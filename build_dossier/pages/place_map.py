"""The map: where the places are that the articles name, and the same as a list.

Comes in: a ``Context``. Goes out: one page.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from build_dossier.article import Basis
from build_dossier.extract.mentions import EntityType
from build_dossier.markdown import Markdown
from build_dossier.pages import LatePage, address
from build_dossier.pages.blind import without_notes
from build_dossier.pages.context import Context
from build_dossier.pages.map_picture import MOST, pictures
from build_dossier.pages.map_places import Extent, Place, places_of
from build_dossier.strict_yaml import write_front_matter


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceLine:
    """A place as the list has it."""

    label: str
    href: Markdown
    extent: Markdown
    articles: int
    mentions: int
    at: str
    """Latitude and longitude, empty where nobody knows them."""
    basis: Basis


def pages(context: Context) -> Iterator[LatePage]:
    """The page, which shows no notes."""
    yield LatePage(path=address.MAP, render=partial(_page, without_notes(context)), made_of="")


def _page(context: Context) -> str:
    title = context.t("Map")
    front = {"title": str(title), "description": str(context.t("Places that the articles name")), "kind": "map"}
    places = places_of(context)
    located = [place for place in places if place.at is not None]
    elsewhere = [place for place in places if place.at is None]
    return context.renderer.render(
        "map.md.j2",
        front=Markdown(write_front_matter(front)),
        title=title,
        pictures=pictures(context, places),
        basis=context.basis,
        lines=_lines(context, located[:MOST]),
        more=max(0, len(located) - MOST),
        elsewhere=_lines(context, elsewhere[:MOST]),
        more_elsewhere=max(0, len(elsewhere) - MOST),
        places=address.from_to_html(address.MAP, address.entity_index(EntityType.LOC)),
    )


def _lines(context: Context, places: Sequence[Place]) -> tuple[PlaceLine, ...]:
    words = {
        Extent.COUNTRY: context.t("country"),
        Extent.REGION: context.t("region"),
        Extent.TOWN: context.t("town"),
        Extent.OTHER: context.t("other place"),
    }
    return tuple(
        PlaceLine(
            label=context.label(place.entity),
            href=address.from_to_html(address.MAP, address.entity(place.entity)),
            extent=words[place.extent],
            articles=place.articles,
            mentions=place.mentions,
            at="" if place.at is None else f"{place.at[0]:.1f}, {place.at[1]:.1f}",
            basis=place.basis,
        )
        for place in places
    )
