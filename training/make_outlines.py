"""Makes ``build_dossier/lexicon/outlines.json``, the outlines of countries that a map is drawn on.

    npm pack world-atlas@2.0.2
    .venv/bin/python training/make_outlines.py world-atlas-2.0.2.tgz

World-atlas (ISC) is Natural Earth (public domain) as TopoJSON: countries share the lines between them, so that a
simplified border is one line still. Natural Earth gives Crimea to Russia; here it is Ukraine's, as the General Assembly
of the United Nations has it (A/RES/68/262), and the line between them is none.
"""

import argparse
import base64
import hashlib
import json
import sys
import tarfile
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import cos, radians
from pathlib import Path
from typing import Any

from babel.core import get_global

OUT = Path(__file__).parent.parent / "build_dossier" / "lexicon" / "outlines.json"
INTEGRITY = "IXfV0qwlKXpckz1FhwXVwKRjiIhOnWttOskm5CtxMsjgE/MXAYRHWJqgXOpM8IkcPBoXnyTU5lFHcYa5ChG0LQ=="
"""The sha512 of the package in the registry."""
LAYER = "package/countries-50m.json"
STEP = 0.05
"""Degrees: the coordinates are whole numbers of it."""
LEAST_CORNER, LEAST_ISLAND = 0.01, 0.1
"""Square degrees at the equator: a corner that changes the outline by less is cut off, a smaller island left out."""
CRIMEA = (34.2, 45.2)
OVER_THE_DATE_LINE = frozenset({"RU", "FJ"})
"""Countries on both sides of it: what lies at 170° W is drawn at 190° E, beside the rest."""
WITHOUT_NUMBER = {"Kosovo": "XK", "N. Cyprus": "CY", "Somaliland": "SO"}
"""Countries that ISO 3166-1 gives no number, with the code under which they are drawn."""

Point = tuple[float, float]


def main() -> int:
    """Writes the outlines and says how large they are."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("package", type=Path, help="world-atlas-2.0.2.tgz")
    package = parser.parse_args().package
    if base64.b64encode(hashlib.sha512(package.read_bytes()).digest()).decode() != INTEGRITY:
        print("this is not world-atlas 2.0.2 as the registry has it", file=sys.stderr)
        return 1
    with tarfile.open(package) as archive:
        layer = archive.extractfile(LAYER)
        assert layer is not None
        topology = json.load(layer)
    OUT.write_text(written(outlines(topology)), "utf-8")
    print(f"{OUT.stat().st_size} bytes")
    return 0


def outlines(topology: dict[str, Any]) -> dict[str, Any]:
    """Arcs and, by ISO 3166-1 alpha-2, the rings of each country and the point that stands for it."""
    arcs = [decoded(arc, topology["transform"]) for arc in topology["arcs"]]
    rings = whose(topology, arcs)
    rings.pop("AQ")  # around the pole; nobody's place
    for arc in {arc if arc >= 0 else ~arc for code in OVER_THE_DATE_LINE for ring in rings[code] for arc in ring}:
        arcs[arc] = [(x + 360 if x < -100 else x, y) for x, y in arcs[arc]]
    simple = [simplified(arc) for arc in arcs]
    countries: dict[str, Any] = {}
    used: dict[int, int] = {}
    for code in sorted(rings):
        kept = [ring for ring in rings[code] if area(points(ring, arcs)) >= LEAST_ISLAND]
        largest = max(rings[code], key=lambda ring: area(points(ring, arcs)))
        for arc in (number for ring in kept for number in ring):
            used.setdefault(arc if arc >= 0 else ~arc, len(used))
        numbered = [[used[arc] if arc >= 0 else ~used[~arc] for arc in ring] for ring in kept]
        countries[code] = {"at": middle(points(largest, arcs)), "rings": numbered}
    return {"step": STEP, "arcs": [deltas(simple[arc]) for arc in used], "countries": countries}


def decoded(arc: Sequence[Sequence[int]], transform: dict[str, Any]) -> list[Point]:
    """Longitude and latitude of an arc's points (TopoJSON: whole numbers, each the way from the one before)."""
    (kx, ky), (dx, dy) = transform["scale"], transform["translate"]
    found, x, y = [], 0, 0
    for right, up in arc:
        x, y = x + right, y + up
        found.append((x * kx + dx, y * ky + dy))
    return found


def whose(topology: dict[str, Any], arcs: Sequence[Sequence[Point]]) -> dict[str, list[list[int]]]:
    """The outer rings of every country as rows of arcs; ``~n`` is the arc n backwards. Lakes are land."""
    numbers = get_global("territory_aliases")
    found: dict[str, list[list[int]]] = {}
    for country in topology["objects"]["countries"]["geometries"]:
        name = country["properties"]["name"]
        code = numbers[country["id"]][0] if "id" in country else WITHOUT_NUMBER.get(name)
        polygons = [country["arcs"]] if country["type"] == "Polygon" else country.get("arcs", [])
        for polygon in polygons if code is not None else ():
            of_ukraine = code == "RU" and holds(points(polygon[0], arcs), CRIMEA)
            found.setdefault("UA" if of_ukraine else code, []).append(polygon[0])
    found["UA"] = joined(found["UA"])
    return found


def joined(rings: list[list[int]]) -> list[list[int]]:
    """Rings of which none has a line in common with a later one: what two share is drawn by neither."""
    first, *others = rings
    for ring in others:
        shared = next((arc for arc in first if ~arc in ring), None)
        if shared is not None:
            at, back = first.index(shared), ring.index(~shared)
            return joined(
                [
                    [*first[:at], *ring[back + 1 :], *ring[:back], *first[at + 1 :]],
                    *(r for r in others if r is not ring),
                ]
            )
    return [first, *(joined(others) if others else ())]


def points(ring: Sequence[int], arcs: Sequence[Sequence[Point]]) -> list[Point]:
    """The points of a ring."""
    return [point for arc in ring for point in (arcs[arc] if arc >= 0 else arcs[~arc][::-1])]


def holds(ring: Sequence[Point], point: Point) -> bool:
    """Whether a point lies inside: whether the way west meets the ring an odd number of times."""
    return sum(x < point[0] for x in crossings(ring, point[1])) % 2 == 1


def crossings(ring: Sequence[Point], latitude: float) -> Iterator[float]:
    """Longitudes at which a ring meets a parallel."""
    for (x, y), (u, v) in pairwise([*ring, ring[0]]):
        if (y > latitude) != (v > latitude):
            yield x + (latitude - y) * (u - x) / (v - y)


def middle(ring: Sequence[Point]) -> list[float]:
    """Latitude and longitude of a point inside: the middle of the widest stretch at the height of the centroid."""
    doubled = sum(x * v - u * y for (x, y), (u, v) in pairwise([*ring, ring[0]]))
    weighed = sum((y + v) * (x * v - u * y) for (x, y), (u, v) in pairwise([*ring, ring[0]]))
    latitude = weighed / (3 * doubled)
    west = sorted(crossings(ring, latitude))
    stretches = list(zip(west[::2], west[1::2], strict=True))
    left, right = max(stretches, key=lambda stretch: stretch[1] - stretch[0])
    return [round(latitude, 1), round((left + right) / 2, 1)]


def area(ring: Sequence[Point]) -> float:
    """Square degrees, those of the equator."""
    turns = sum(x * v - u * y for (x, y), (u, v) in pairwise([*ring, ring[0]]))
    return abs(turns) / 2 * cos(radians(ring[0][1]))


def simplified(arc: Sequence[Point]) -> list[Point]:
    """The arc without the corners that matter least (Visvalingam and Whyatt 1993); its ends stay."""
    kept = list(arc)
    corners = [area(kept[at - 1 : at + 2]) for at in range(1, len(kept) - 1)]
    while corners and (least := min(corners)) < LEAST_CORNER:
        at = corners.index(least)
        del kept[at + 1], corners[at]
        for near in range(max(at - 1, 0), min(at + 1, len(corners))):
            corners[near] = area(kept[near : near + 3])
    return kept


def deltas(arc: Sequence[Point]) -> list[int]:
    """Whole numbers of ``STEP``: the first point, then the way from point to point."""
    grid = [(round(x / STEP), round(y / STEP)) for x, y in arc]
    moves = [(u - x, v - y) for (x, y), (u, v) in pairwise(grid)]
    return [number for move in (grid[0], *(move for move in moves if move != (0, 0))) for number in move]


def written(found: dict[str, Any]) -> str:
    """JSON with a line for each arc and each country."""
    note = "Natural Earth (public domain) through world-atlas 2.0.2 (ISC); made by training/make_outlines.py"
    arcs = ",\n".join(json.dumps(arc, separators=(",", ":")) for arc in found["arcs"])
    countries = ",\n".join(
        f"{json.dumps(code)}:{json.dumps(country, separators=(',', ':'))}"
        for code, country in found["countries"].items()
    )
    head = f'"source":{json.dumps(note)},\n"step":{found["step"]}'
    return f'{{{head},\n"arcs":[\n{arcs}],\n"countries":{{\n{countries}}}}}\n'


if __name__ == "__main__":
    sys.exit(main())
