"""The map: windows, projection, outlines, names beside marks, and the page of a dossier."""

import re
from pathlib import Path

import pytest
from dossiers import dossier_of, page_of
from hypothesis import given
from hypothesis import strategies as st

from build_dossier.build import Build
from build_dossier.coordinates import Coordinates
from build_dossier.outlines import outlines
from build_dossier.pages.map_labels import LETTER, LINE, Label, Mark, labels
from build_dossier.pages.map_window import WIDTH, drawn, window

COORDINATES = st.tuples(st.floats(-55, 80), st.floats(-180, 180))
LVIV, ODESA, LONDON, SYDNEY = (49.84, 24.03), (46.48, 30.72), (51.5, -0.1), (-33.9, 151.2)


@given(st.lists(COORDINATES, min_size=1, max_size=8))
def test_a_window_shows_every_place(places: list[Coordinates]):
    """All places lie on the sheet, which is neither a ribbon nor a tower."""
    sheet = window(places)

    assert all(sheet.holds(at) for at in places)
    assert WIDTH / 2.7 <= sheet.height <= WIDTH / 0.84


@pytest.mark.parametrize("places", [[LVIV], [LVIV, ODESA], [LVIV, LONDON, SYDNEY]], ids=["one", "near", "far"])
def test_a_window_keeps_shapes(places: list[Coordinates]):
    """Along the middle parallel a step east is as long as the same way north (degrees of longitude are shorter)."""
    sheet = window(places)
    x, y = sheet.point(20.0, sheet.parallel)
    east, _ = sheet.point(21.0, sheet.parallel)
    _, north = sheet.point(20.0, sheet.parallel + 1)

    assert 0 < east - x <= y - north


def test_outlines_are_cut_at_the_sheet():
    """No outline runs far beyond the sheet, and countries that are not on it are not drawn."""
    sheet = window([LVIV, ODESA])
    shapes = drawn(sheet)

    assert {"UA", "RO", "MD"} <= shapes.keys()
    assert {"US", "AU", "BR"}.isdisjoint(shapes)
    points = [point for rings in shapes.values() for ring in rings for point in ring]
    assert all(-9 <= x <= WIDTH + 9 and -9 <= y <= sheet.height + 9 for x, y in points)


def test_countries_have_points_inside():
    """The point that stands for a country is at its middle, not at that of what it owns overseas."""
    countries = outlines().countries

    assert len(countries) > 230
    for code, latitude, longitude in (("BY", 53.5, 28), ("US", 39.5, -100), ("FR", 46.5, 2.5), ("RU", 61.7, 93.5)):
        at = countries[code].at
        assert (abs(at[0] - latitude) < 1.5, abs(at[1] - longitude) < 1.5) == (True, True), code


def box_of(mark: Mark, label: Label) -> tuple[float, float, float, float]:
    """Where a name stands: left, top, right, bottom."""
    wide = len(mark.name) * LETTER
    left = {"start": label.x, "middle": label.x - wide / 2, "end": label.x - wide}[label.anchor]
    return (left, label.y - LINE * 0.8, left + wide, label.y + LINE * 0.2)


MARKS = st.builds(
    Mark,
    x=st.floats(0, 300),
    y=st.floats(0, 200),
    radius=st.floats(2, 15),
    name=st.text("абвгд", min_size=1, max_size=12),
)


@given(st.lists(MARKS, max_size=12))
def test_no_name_stands_on_another(marks: list[Mark]):
    """Names that are placed keep clear of each other and of the edges."""
    placed = labels(marks, 300, 200)
    boxes = [box_of(mark, label) for mark, label in zip(marks, placed, strict=True) if label is not None]

    assert len(placed) == len(marks)
    for at, (left, top, right, bottom) in enumerate(boxes):
        assert left >= -0.01
        assert right <= 300.01
        for other in boxes[at + 1 :]:
            apart = left >= other[2] - 0.01 or other[0] >= right - 0.01 or top >= other[3] - 0.01
            assert apart or other[1] >= bottom - 0.01


def test_the_most_important_mark_is_named():
    """Where two names would meet, the first has the better place and the second another one."""
    first, second = labels(
        [Mark(x=100, y=50, radius=5, name="Львів"), Mark(x=140, y=52, radius=5, name="Одеса")], 300, 99
    )

    assert first is not None
    assert second is not None
    assert (first.anchor, second.anchor) == ("end", "start")


def test_the_places_of_the_project(dossier_build: Build):
    """Every place with coordinates is drawn with a link and listed; the others are told."""
    page = page_of(dossier_build, "map/index.md")
    svg, table = page[: page.index("<tbody>")], page[page.index("<tbody>") : page.index("</tbody>")]
    drawn_places = set(re.findall(r'<a href="\.\./(places/[^"]+)"><title>', svg))

    assert {f"places/{name}/index.html" for name in ("belarus", "minsk", "bishkek", "istanbul", "geneva", "miami")} <= (
        drawn_places
    )
    assert drawn_places == set(re.findall(r'href="\.\./(places/[^"]+)"', table))
    assert "USSR" in page[page.index("{: #elsewhere }") :]
    assert "http://" not in svg.replace("http://www.w3.org/2000/svg", "")
    assert re.findall(r'<title id="map-title-\d">([^<]+)', svg) == [
        "Where most places are, closer",
        "Places that the articles name",
    ]


def test_the_editors_coordinates_win(tmp_path: Path):
    """A place of no table stands where its file says, and the list says whose word that is."""
    place = "---\ntype: place\nlabels: {uk: Вовковичі}\naliases: [Вовковичах]\ncoordinates: 50.4, 25.6\n---\n"
    files = {"seeds/a.txt": "У Львові та Вовковичах відкрили школи.\n", "docs/entities/vovkovychi.md": place}
    page = page_of(dossier_of(tmp_path, files), "map/index.md")

    assert "<td>50&#46;4&#44; 25&#46;6 <span" in page
    assert page.count("basis-editor") == 1
    assert page.count("<circle") == 2


def test_nothing_to_show(tmp_path: Path):
    """A dossier without places has a page that says so, and no picture."""
    page = page_of(dossier_of(tmp_path, {}), "map/index.md")

    assert "<svg" not in page
    assert "Nothing found yet." in page
