"""Layouts of graphs: neighbours near, nothing upon anything, the same digits everywhere."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from build_dossier.graph_layout import layout, spread

TWO_TRIANGLES = [(0, 1, 1.0), (1, 2, 1.0), (0, 2, 1.0), (3, 4, 1.0), (4, 5, 1.0), (3, 5, 1.0), (2, 3, 0.2)]


def distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    """From one place to another."""
    return float(((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5)


def test_what_is_joined_stands_near():
    """In two triangles with a weak line between them every side is shorter than the way to the other triangle."""
    places = layout(6, TWO_TRIANGLES)
    sides = [distance(places[one], places[other]) for one, other, weight in TWO_TRIANGLES if weight == 1.0]

    assert max(sides) < min(distance(places[one], places[other]) for one in (0, 1) for other in (4, 5))


def test_the_places_are_the_same_everywhere():
    """These were computed once; a machine that gives others would make another site of the same sources."""
    assert layout(3, [(0, 1, 1.0)]) == [(0.575, 1.45), (-0.413, 1.544), (-0.343, -2.966)]


def test_what_nothing_joins_stays_on_the_sheet():
    """Two pairs and a lone node drive each other no farther than a few steps."""
    places = layout(5, [(0, 1, 1.0), (2, 3, 1.0)])

    assert max(distance(one, other) for one, other in combinations(places, 2)) < 8


def test_little_graphs():
    """No node, one node, two nodes."""
    assert layout(0, []) == []
    assert len(layout(1, [])) == 1
    one, other = layout(2, [(0, 1, 1.0)])
    assert 0.3 < distance(one, other) < 3


BOXES = st.lists(
    st.tuples(st.floats(0, 400), st.floats(0, 300), st.floats(5, 60), st.floats(5, 30)), min_size=0, max_size=14
)


@settings(max_examples=40)
@given(BOXES)
def test_no_box_meets_another(boxes: list[tuple[float, float, float, float]]):
    """However crowded they were, boxes stand apart afterwards (to a unit: places are whole numbers)."""
    sizes = [(wide, high) for _, _, wide, high in boxes]
    places = spread([(x, y) for x, y, _, _ in boxes], sizes)

    for one, other in combinations(range(len(boxes)), 2):
        across = abs(places[one][0] - places[other][0]) - (sizes[one][0] + sizes[other][0]) / 2
        down = abs(places[one][1] - places[other][1]) - (sizes[one][1] + sizes[other][1]) / 2
        assert max(across, down) > -1.01


def test_what_is_apart_stays():
    """Boxes that do not meet are not moved."""
    assert spread([(0.0, 0.0), (50.0, 0.0)], [(20.0, 10.0), (20.0, 10.0)]) == [(0.0, 0.0), (50.0, 0.0)]
