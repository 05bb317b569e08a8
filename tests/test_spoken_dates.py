"""The dates that articles speak of."""

import pytest

from build_dossier.article import Seed
from build_dossier.article.intake import read
from build_dossier.build import Build
from build_dossier.extract import Reading
from build_dossier.extract.times import find
from build_dossier.link import LinkedReading
from build_dossier.spoken_dates import dates_of, spoken_dates


def linked(text: str) -> LinkedReading:
    """An article of that text, published on 22 June 2025."""
    article = read(Seed(id="a", name="a.txt", sha256="", encoding="utf-8", text=f" date 2025-06-22 {text}"))
    times = find(article)
    return LinkedReading(reading=Reading(article=article, mentions=(), times=times), links=(), times=times)


VALUES = [
    pytest.param("197X", [], id="a decade is no page"),
    pytest.param("20XX", [], id="nor a century"),
    pytest.param("2025-06-21", ["2025-06-21"], id="a day"),
    pytest.param("2025-06", ["2025-06"], id="a month"),
    pytest.param("2015~", ["2015"], id="about a year"),
    pytest.param("2022-21", ["2022"], id="a season in its year"),
    pytest.param("2025-06-2X", ["2025-06"], id="some day of a month"),
    pytest.param("2025-12-20/2025-12-21", ["2025-12-20", "2025-12-21"], id="both ends of a stretch"),
    pytest.param("/2025-06", ["2025-06"], id="the end that is known"),
]


@pytest.mark.parametrize(("value", "dates"), VALUES)
def test_a_value_names_dates(value: str, dates: list[str]):
    """Days, months and years, as exactly as the value is."""
    assert list(dates_of(value)) == dates


def test_passages_stand_under_their_dates_in_order():
    """Each date holds the words that speak of it; what has no value stands nowhere."""
    found = spoken_dates([linked("Він приїхав у суботу. Дім звели у 2020 році. Минуло кілька років.")])

    assert {date: [passage.time.rule for passage in passages] for date, passages in found.items()} == {
        "2020": ["year"],
        "2025-06-21": ["weekday"],
    }
    assert list(found) == ["2020", "2025-06-21"]


def test_a_date_can_be_linked_to(dossier_build: Build):
    """``[[2025-06-21]]`` means the page of that day."""
    assert dossier_build.dossier.ids().resolve("2025-06-21") == "2025-06-21"
