"""The map of places: outlines of countries, a mark for each place, as large as there are articles that name it.

Comes in: places with coordinates, the one of most articles first. Goes out: one SVG, or two where many places crowd in
a small part of the world; the list on the page holds the same. Countries and regions are squares, towns are circles;
countries that are named are hatched.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import pi, sqrt

from build_dossier.coordinates import Coordinates
from build_dossier.markdown import Markdown, escape_line
from build_dossier.outlines import Point
from build_dossier.pages import address
from build_dossier.pages.context import Context
from build_dossier.pages.map_labels import Mark, labels
from build_dossier.pages.map_places import Extent, Place
from build_dossier.pages.map_window import WIDTH, Window, drawn, window
from build_dossier.pages.timeline_picture import number

MOST = 120
"""Places on one map; those that fewest articles name are left to the list."""
_LARGEST, _SMALLEST = 17.0, 3.5
"""Units: the radius of the place of most articles, and the least that can be seen and met with a finger."""
_AREAS = frozenset({Extent.COUNTRY, Extent.REGION})
_CLOSER = 0.22
"""A part of the world is shown closer when it is narrower than this share of the whole …"""
_CROWD, _CROWD_SHARE = 5, 0.4
"""… and at least so many of the towns and regions, and so large a share of them, are in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkView:
    """A place where it is drawn."""

    href: Markdown
    title: Markdown
    square: bool
    x: Markdown
    y: Markdown
    left: Markdown
    top: Markdown
    radius: Markdown
    side: Markdown
    label: tuple[str, Markdown, Markdown, Markdown] | None
    """Name, place and anchor."""


def pictures(context: Context, places: Sequence[Place]) -> tuple[Markdown, ...]:
    """The maps: where places crowd, which a phone shows without moving it, then all; none without coordinates."""
    located = [place for place in places if place.at is not None][:MOST]
    if not located:
        return ()
    whole = window([_at(place) for place in located])
    closer = closer_part(located, whole)
    windows = (whole,) if closer is None else (closer, whole)
    return tuple(
        _picture(context, located, one, part, closer=one is closer) for part, one in enumerate(windows, start=1)
    )


def closer_part(places: Sequence[Place], whole: Window) -> Window | None:
    """The window of the towns and regions that crowd most, if they do."""
    points = sorted((_at(place) for place in places if place.extent is not Extent.COUNTRY), key=lambda at: at[1])
    wide = whole.degrees_across * _CLOSER
    first, best = 0, range(0)
    for last, at in enumerate(points):
        while at[1] - points[first][1] > wide:
            first += 1
        best = max(best, range(first, last + 1), key=len)
    crowd = len(best) >= max(_CROWD, _CROWD_SHARE * len(points))
    found = window([points[at] for at in best]) if crowd else whole
    return found if found.degrees_across < whole.degrees_across * _CLOSER * 2 else None


def _at(place: Place) -> Coordinates:
    assert place.at is not None
    return place.at


def _picture(context: Context, places: Sequence[Place], shown: Window, part: int, *, closer: bool) -> Markdown:
    inside = [place for place in places if shown.holds(_at(place))]
    named = {place.country for place in places if place.country is not None}
    shapes = drawn(shown)
    return Markdown(
        context.renderer.render(
            "map.svg.j2",
            part=part,
            closer=closer,
            width=WIDTH,
            height=shown.height,
            land=_path([ring for code in sorted(shapes.keys() - named) for ring in shapes[code]]),
            named=_path([ring for code in sorted(shapes.keys() & named) for ring in shapes[code]]),
            marks=tuple(_marks(context, inside, shown, places[0].articles)),
        )
    )


def _marks(context: Context, places: Sequence[Place], shown: Window, most: int) -> Iterator[MarkView]:
    marks = [_mark(context, place, shown, most) for place in places]
    placed = labels(marks, WIDTH, shown.height)
    for place, mark, label in zip(places, marks, placed, strict=True):
        side = mark.radius * sqrt(pi)  # of a square with the area of the circle
        yield MarkView(
            href=address.from_to_html(address.MAP, address.entity(place.entity)),
            title=_title(context, place),
            square=place.extent in _AREAS,
            x=number(mark.x),
            y=number(mark.y),
            left=number(mark.x - side / 2),
            top=number(mark.y - side / 2),
            radius=number(mark.radius),
            side=number(side),
            label=None if label is None else (mark.name, number(label.x), number(label.y), Markdown(label.anchor)),
        )


def _mark(context: Context, place: Place, shown: Window, most: int) -> Mark:
    x, y = shown.point(_at(place)[1], _at(place)[0])
    radius = max(_LARGEST * sqrt(place.articles / most), _SMALLEST)
    return Mark(x=x, y=y, radius=radius, name=context.label(place.entity))


def _title(context: Context, place: Place) -> Markdown:
    tn = context.renderer.tn
    articles = tn("one article", "%(n)s articles", place.articles)
    mentions = tn("one mention", "%(n)s mentions", place.mentions)
    return Markdown(f"{escape_line(context.label(place.entity))}: {articles}, {mentions}")


def _path(rings: Sequence[Sequence[Point]]) -> Markdown:
    """The outlines as one path, in tenths of a unit, each point by its way from the one before: half as long."""
    return Markdown("".join(f"M{'l'.join(_moves(ring))}z" for ring in rings))


def _moves(ring: Sequence[Point]) -> Iterator[str]:
    x = y = 0
    for point in ring:
        right, down = round(point[0] * 10) - x, round(point[1] * 10) - y
        x, y = x + right, y + down
        if right or down:
            yield f"{right}{'' if down < 0 else ' '}{down}"
