"""Where the nodes of a graph are drawn: what is joined stands near, and nothing stands on anything else.

Comes in: nodes by number, edges with weights, the box that each node needs. Goes out: the middle of each box.

The forces are those of Fruchterman and Reingold (1991, *Graph Drawing by Force-directed Placement*), and the same graph
gives the same drawing, to the last digit, on every machine: only sums, products, quotients and square roots are taken,
one by one, which IEEE 754 defines exactly; no chance, no sine, no ``sum`` (which rounds otherwise since Python 3.12).
The layouts of networkx and igraph do without one or another of these: numpy adds in the order of the processor's
vectors, and C compilers fuse multiplications with additions where the processor can.
"""

from collections.abc import Sequence
from itertools import combinations
from math import sqrt

Point = tuple[float, float]
Edge = tuple[int, int, float]
"""Two nodes and how strongly they are joined, more than 0."""
Size = tuple[float, float]
"""Width and height."""

_ROUNDS = 160
_TURN = (-0.7373688780783197, 0.6754902942615238)
"""Cosine and sine of the golden angle, by which the first places turn around the middle as seeds of a sunflower do."""
_GRAVITY = 0.4
"""Pull to the middle, against which n nodes that nothing joins take up a disc of about 1.6 times the root of n across
from the middle: groups do not fly apart, and every graph of one size needs a sheet of one size."""
_PUSHES = 200


def layout(nodes: int, edges: Sequence[Edge], stretch: float = 1.0) -> list[Point]:
    """Places around (0, 0), at about 1 from neighbour to neighbour; ``stretch`` times as wide as high."""
    places = _sunflower(nodes)
    for turn in range(_ROUNDS):
        pulls = [_pull(place, stretch) for place in places]
        for one, other in combinations(range(nodes), 2):
            _repel(places, pulls, one, other)
        for one, other, weight in edges:
            _attract(places, pulls, one, other, weight)
        heat = 1.0 * (_ROUNDS - turn) / _ROUNDS
        places = [_moved(place, pull, heat) for place, pull in zip(places, pulls, strict=True)]
    return places


def _sunflower(nodes: int) -> list[Point]:
    """Places that nothing crowds: each turned by the golden angle from the one before, ever farther out."""
    x, y, places = 1.0, 0.0, []
    for number in range(nodes):
        away = sqrt(number + 0.5)
        places.append((x * away, y * away))
        x, y = x * _TURN[0] - y * _TURN[1], x * _TURN[1] + y * _TURN[0]
    return places


def _pull(place: Point, stretch: float) -> list[float]:
    return [-place[0] * _GRAVITY / stretch, -place[1] * _GRAVITY * stretch]


def _repel(places: Sequence[Point], pulls: list[list[float]], one: int, other: int) -> None:
    across, down = places[one][0] - places[other][0], places[one][1] - places[other][1]
    square = max(across * across + down * down, 1e-4)
    pulls[one][0] += across / square
    pulls[one][1] += down / square
    pulls[other][0] -= across / square
    pulls[other][1] -= down / square


def _attract(places: Sequence[Point], pulls: list[list[float]], one: int, other: int, weight: float) -> None:
    across, down = places[one][0] - places[other][0], places[one][1] - places[other][1]
    strength = sqrt(across * across + down * down) * weight
    pulls[one][0] -= across * strength
    pulls[one][1] -= down * strength
    pulls[other][0] += across * strength
    pulls[other][1] += down * strength


def _moved(place: Point, pull: Sequence[float], heat: float) -> Point:
    """A step along the pull, no longer than the heat."""
    length = sqrt(pull[0] * pull[0] + pull[1] * pull[1])
    step = min(length, heat) / length if length > 0 else 0.0
    return (place[0] + pull[0] * step, place[1] + pull[1] * step)


def spread(places: Sequence[Point], sizes: Sequence[Size]) -> list[Point]:
    """The places moved as little as need be until no box meets another, in whole units."""
    now = [[x, y] for x, y in places]
    for _ in range(_PUSHES):
        met = False
        for one, other in combinations(range(len(now)), 2):
            met |= _pushed(now, sizes, one, other)
        if not met:
            break
    return [(float(round(x)), float(round(y))) for x, y in now]


def _pushed(places: list[list[float]], sizes: Sequence[Size], one: int, other: int) -> bool:
    """Whether two boxes met; they are moved apart the shorter way, each by half."""
    (x, y), (u, v) = places[one], places[other]
    across = (sizes[one][0] + sizes[other][0]) / 2 - abs(x - u)
    down = (sizes[one][1] + sizes[other][1]) / 2 - abs(y - v)
    if across <= 0 or down <= 0:
        return False
    axis, overlap = (0, across) if across < down else (1, down)
    half = overlap / 2 + 1
    first_is_before = (places[one][axis], one) < (places[other][axis], other)
    places[one][axis] += -half if first_is_before else half
    places[other][axis] += half if first_is_before else -half
    return True
