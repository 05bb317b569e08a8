"""Where the nodes of a graph are drawn: what is joined stands near, and nothing stands on anything else.

Comes in: nodes by number, edges with weights, the box that each node needs. Goes out: the middle of each box.

The forces are those of Fruchterman and Reingold (1991, *Graph Drawing by Force-directed Placement*) as networkx has
them. Nothing is left to chance: every node has a place to begin with, and the result is rounded far above what
processors that add in another order make of it.
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
_GRAVITY = 0.15
"""How strongly each node is joined to one in the middle that is not drawn: without it groups would drive each other
away for ever."""
_DIGITS = 3
_PUSHES = 200


def layout(nodes: int, edges: Sequence[Edge], stretch: float = 1.0) -> list[Point]:
    """Places around the middle, at about 1 from neighbour to neighbour; ``stretch`` times as wide as high."""
    if nodes == 0:
        return []
    import networkx as nx  # noqa: PLC0415  # a third of a second with numpy, and most builds draw no graph anew

    graph: nx.Graph[int] = nx.Graph()
    graph.add_weighted_edges_from(edges)
    graph.add_weighted_edges_from((node, nodes, _GRAVITY) for node in range(nodes))
    begin = {**dict(enumerate(_sunflower(nodes))), nodes: (0.0, 0.0)}
    found = nx.spring_layout(graph, pos=begin, k=1.0, iterations=_ROUNDS, scale=None, seed=0, method="force")
    wide, high = sqrt(stretch), 1 / sqrt(stretch)
    return [
        (round(float(x) * wide, _DIGITS), round(float(y) * high, _DIGITS)) for x, y in (found[n] for n in range(nodes))
    ]


def _sunflower(nodes: int) -> list[Point]:
    """Places that nothing crowds: each turned by the golden angle from the one before, ever farther out."""
    x, y, places = 1.0, 0.0, []
    for number in range(nodes):
        away = sqrt(number + 0.5)
        places.append((x * away, y * away))
        x, y = x * _TURN[0] - y * _TURN[1], x * _TURN[1] + y * _TURN[0]
    return places


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
