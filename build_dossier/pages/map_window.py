"""A part of the world on a sheet: which part, how it is projected, what of the outlines lies on it.

Comes in: coordinates, in degrees. Goes out: a ``Window`` with points and outlines in units of the drawing. The
projection is the equidistant cylindrical one, true along the middle parallel of the window (Snyder 1987, *Map
Projections: A Working Manual*, p. 90): a country keeps its shape there, and one formula serves for a region and for the
world.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import cos, radians

from build_dossier.coordinates import Coordinates
from build_dossier.outlines import Point, outlines

WIDTH = 720
"""Units of the drawing from side to side."""
_MARGIN = 0.09
"""Share of the extent that is left free on every side, so that circles and names stay on the sheet."""
_LEAST = 12.0
"""Degrees of latitude that are shown at least: a town alone is not to be found on a sheet of fields."""
_WIDEST, _TALLEST = 2.1, 0.85
"""Width by height: a sheet that fits on a screen."""
_NORTH, _SOUTH = 84.0, -58.0
_ROUND = 366.0
"""Degrees of longitude that are shown at most: the world, and a little more."""
_THIN = 1.5
"""Units: points of an outline nearer to each other than this are one."""
_BLEED = 8.0
"""Units beyond the sheet at which outlines are cut, so that the cut is not seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A rectangle of the projected world."""

    west: float
    north: float
    """Degrees."""
    parallel: float
    """The latitude at which the projection is true."""
    scale: float
    """Units for a degree of latitude."""
    height: int
    """Units of the drawing from top to bottom."""

    def point(self, longitude: float, latitude: float) -> Point:
        """Where a point lies on the sheet: from the left, from the top."""
        across = self.scale * cos(radians(self.parallel))
        return ((longitude - self.west) * across, (self.north - latitude) * self.scale)

    @property
    def degrees_across(self) -> float:
        """Degrees of longitude from side to side."""
        return WIDTH / (self.scale * cos(radians(self.parallel)))

    def holds(self, at: Coordinates) -> bool:
        """Whether a place lies on the sheet."""
        x, y = self.point(at[1], at[0])
        return 0 <= x <= WIDTH and 0 <= y <= self.height


def window(places: Sequence[Coordinates]) -> Window:
    """The window that shows all places, with margins. There must be one."""
    south, north = min(at[0] for at in places), max(at[0] for at in places)
    west, east = min(at[1] for at in places), max(at[1] for at in places)
    parallel = max(-60.0, min(60.0, (south + north) / 2))
    narrowing = cos(radians(parallel))
    tall = max((north - south) * (1 + 2 * _MARGIN), _LEAST)
    wide = max(min((east - west) * (1 + 2 * _MARGIN), _ROUND) * narrowing, tall * _TALLEST)
    tall = min(max(tall, wide / _WIDEST), _NORTH - _SOUTH)
    top = min(max((south + north + tall) / 2, _SOUTH + tall), _NORTH)
    return Window(
        west=(west + east) / 2 - wide / narrowing / 2,
        north=top,
        parallel=parallel,
        scale=WIDTH / wide,
        height=round(WIDTH * tall / wide),
    )


@lru_cache(maxsize=4)
def drawn(window: Window) -> dict[str, tuple[tuple[Point, ...], ...]]:
    """By country, the rings that lie on the sheet, cut at its edges."""
    lines = tuple(_thinned([window.point(*point) for point in line]) for line in outlines().lines)
    found = {}
    for code, country in outlines().countries.items():
        rings = (_cut(_ring(row, lines), window.height) for row in country.rings)
        kept = tuple(ring for ring in rings if len(ring) > 2)
        if kept:
            found[code] = kept
    return found


def _ring(row: Iterable[int], lines: Sequence[Sequence[Point]]) -> list[Point]:
    return [point for line in row for point in (lines[line] if line >= 0 else lines[~line][::-1])]


def _thinned(line: Sequence[Point]) -> list[Point]:
    """A line without the points that nobody can tell apart; its ends stay."""
    kept = [line[0]]
    for x, y in line[1:-1]:
        if abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= _THIN:
            kept.append((x, y))
    return [*kept, line[-1]]


def _cut(ring: list[Point], height: float) -> tuple[Point, ...]:
    """What of a ring lies on the sheet (Sutherland and Hodgman 1974), nothing of one that does not reach it."""
    edges = ((0, -_BLEED, 1), (0, WIDTH + _BLEED, -1), (1, -_BLEED, 1), (1, height + _BLEED, -1))
    for axis, edge, side in edges:
        if all(side * (point[axis] - edge) >= 0 for point in ring):
            continue
        ring = list(_beyond(ring, axis, edge, side))
    return tuple(ring)


def _beyond(ring: Sequence[Point], axis: int, edge: float, side: int) -> Iterable[Point]:
    """The part of a ring on one side of a straight line."""
    for before, here in zip((*ring[-1:], *ring[:-1]), ring, strict=True):
        was, stays = side * (before[axis] - edge) >= 0, side * (here[axis] - edge) >= 0
        if was != stays:
            part = (edge - before[axis]) / (here[axis] - before[axis])
            yield (before[0] + part * (here[0] - before[0]), before[1] + part * (here[1] - before[1]))
        if stays:
            yield here
