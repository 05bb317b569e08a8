"""Dates as an editor writes them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_dossier.text.edtf import FIRST_DAY, LAST_DAY, bounds, is_edtf, nearest_edtf


@pytest.mark.parametrize(
    "value",
    [
        "",
        "..",
        "/",
        "../..",
        "June 2025",
        "21.06.2025",
        "2025-6-1",
        "2025-13",
        "2025-25",
        "2025-02-30",
        "2023-02-29",
        "2025-06-21T10:00",
        "20X5",
        "202X-05",
        "2025-XX-01",
        "2025-06-21/2025-06-20",
        "2025/2024",
        "2025/2026/2027",
        " 2025",
    ],
)
def test_no_edtf(value: str):
    """Other spellings, impossible days and intervals turned round are no dates."""
    assert not is_edtf(value)


@pytest.mark.parametrize(
    "value",
    [
        "2025",
        "2025-06",
        "2025-06-21",
        "2024-02-29",
        "2025-06-2X",
        "2025-06-XX",
        "2025-XX-XX",
        "202X",
        "20XX",
        "2022-21",
        "2025?",
        "2025-06-21~",
        "2025-06%",
        "2025-06-20/2025-06-21",
        "2025-12/2026",
        "../2025-11-26",
        "2025-11-26/",
        "2025-11-26/..",
        "-0044-03-15",
    ],
)
def test_edtf(value: str):
    """Days, months, years, seasons, doubtful and unspecified ones, and intervals of them are dates."""
    assert is_edtf(value)


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        pytest.param("soon", None, id="no date at all"),
        pytest.param("2025-13-01", None, id="no such month"),
        pytest.param("30.02.2025", None, id="no such day"),
        pytest.param("30.11.2025", "2025-11-30", id="day first"),
        pytest.param("1/6/2025", "2025-06-01", id="slashes"),
        pytest.param("2025-6-1", "2025-06-01", id="without zeros"),
        pytest.param("2025/06", "2025-06", id="a month"),
    ],
)
def test_nearest_edtf(value: str, meant: str | None):
    """A usual spelling suggests the date it means; nothing else suggests one."""
    assert nearest_edtf(value) == meant


@given(st.dates())
def test_every_day_is_a_date_however_it_is_written(day: dt.date):
    """Every day of the calendar is EDTF in ISO order and is understood with its day first."""
    assert is_edtf(day.isoformat())
    assert nearest_edtf(f"{day.day}.{day.month}.{day.year:04}") == day.isoformat()


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        pytest.param("2025-06-21", "2025-06-21", "2025-06-21", id="day"),
        pytest.param("2025-06-21~", "2025-06-21", "2025-06-21", id="about-a-day"),
        pytest.param("2025-06-2X", "2025-06-20", "2025-06-29", id="twenties"),
        pytest.param("2025-06-0X", "2025-06-01", "2025-06-09", id="first-days"),
        pytest.param("2025-06-3X", "2025-06-30", "2025-06-30", id="last-days"),
        pytest.param("2024-02", "2024-02-01", "2024-02-29", id="leap-month"),
        pytest.param("2025", "2025-01-01", "2025-12-31", id="year"),
        pytest.param("202X", "2020-01-01", "2029-12-31", id="decade"),
        pytest.param("2022-21", "2022-03-01", "2022-05-31", id="spring"),
        pytest.param("2022-24", "2022-12-01", "2023-02-28", id="winter"),
        pytest.param("2022-02/2022-03", "2022-02-01", "2022-03-31", id="interval"),
        pytest.param("/2025-06", FIRST_DAY, "2025-06-30", id="unknown-start"),
        pytest.param("2022/..", "2022-01-01", LAST_DAY, id="open-end"),
    ],
)
def test_bounds(value: str, first: str, last: str):
    """A date allows the days from a first to a last one."""
    assert bounds(value) == (first, last)


def test_bounds_of_no_date():
    """What is no date has no days."""
    with pytest.raises(ValueError, match="no EDTF date"):
        bounds("21.06.2025")
