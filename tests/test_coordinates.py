"""Coordinates in front matter: two numbers on Earth, or none."""

import pytest

from build_dossier.coordinates import read_coordinates
from build_dossier.strict_yaml import Value


@pytest.mark.parametrize(
    "value",
    [
        pytest.param(None, id="nothing"),
        pytest.param("Minsk", id="a word"),
        pytest.param("53.9", id="one number"),
        pytest.param("53.9, 27.6, 200", id="three numbers"),
        pytest.param("90.1, 0", id="beyond the pole"),
        pytest.param("0, 180.5", id="beyond the date line"),
        pytest.param("53°54′, 27°34′", id="minutes"),
        pytest.param("nan, inf", id="no numbers"),
        pytest.param(("53.9", None), id="half a list"),
        pytest.param({"lat": "1", "lon": "2"}, id="a mapping"),
    ],
)
def test_none(value: Value):
    """What is not a latitude and a longitude is nothing."""
    assert read_coordinates(value) is None


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param("53.90, 27.57", (53.9, 27.57), id="a string"),
        pytest.param("-33.87,151", (-33.87, 151.0), id="south"),
        pytest.param("25.8, −80.2", (25.8, -80.2), id="west with a minus sign"),
        pytest.param(("53.9", "27.57"), (53.9, 27.57), id="a list"),
        pytest.param("90, 180", (90.0, 180.0), id="the very edge"),
    ],
)
def test_two_numbers(value: Value, expected: tuple[float, float]):
    """Latitude first, degrees."""
    assert read_coordinates(value) == expected
