"""When an undated article was published, by the company it keeps."""

from collections.abc import Sequence

import pytest
from told import told

from build_dossier import dating
from build_dossier.article import Basis
from build_dossier.link import LinkedReading

CAST = "[PER Гай=hai] і [PER Лі=li] у [LOC Львові=lviv]."
SPRING = told("a", CAST, published="2025-03-05")
AUTUMN = told("b", CAST, published="2025-10-05")
SUMMER = told("e", CAST, published="2025-07-05")
LONG_AGO = told("c", CAST, published="2019-10-05")
STRANGER = told("d", "[PER Кім=kim] у [LOC Сеулі=seoul].", published="2025-10-05")


def dated(readings: Sequence[LinkedReading]) -> tuple[LinkedReading, ...]:
    """The readings, the undated ones with the date that their company gives them."""
    return dating.settled(readings, dating.settlements(readings))


def undated(text: str) -> LinkedReading:
    """An article of the same people that does not say when it was published."""
    return told("u", f"{CAST} {text}")


def settled(*company: LinkedReading, text: str = "22 серпня всі пішли додому, а в січні повернулися.") -> LinkedReading:
    """The undated article among others."""
    return next(linked for linked in dated([*company, undated(text)]) if linked.reading.article.id == "u")


@pytest.mark.parametrize(
    "company",
    [
        pytest.param((), id="alone"),
        pytest.param((SPRING, SUMMER), id="two-are-not-enough"),
        pytest.param((SPRING, SUMMER, AUTUMN, LONG_AGO), id="of-different-years"),
        pytest.param((SPRING, SUMMER, STRANGER), id="strangers-do-not-count"),
    ],
)
def test_nothing_tells_the_year(company: tuple[LinkedReading, ...]):
    """Without three related articles, all of one year, an undated article stays undated."""
    article = settled(*company).reading.article

    assert (article.published.value, article.published.basis) == (None, Basis.UNKNOWN)


def test_the_year_of_the_company_and_the_last_month_told():
    """The year is that of all related articles, the month the last that the text names; its times are counted anew."""
    linked = settled(SPRING, SUMMER, AUTUMN)
    published = linked.reading.article.published

    assert (published.value, published.basis) == ("2025-08", Basis.CROSS_ARTICLE)
    assert [(time.value, time.basis) for time in linked.times] == [
        ("2025-08-22", Basis.COMPUTED),
        ("2025-01", Basis.COMPUTED),
    ]


def test_without_a_month_only_the_year():
    """A text that names no month is of the year, no more."""
    assert settled(SPRING, SUMMER, AUTUMN, text="Усі пішли додому.").reading.article.published.value == "2025"


def test_dated_articles_stay_as_they_are():
    """Nobody's own date is touched."""
    assert dated([SPRING, AUTUMN, LONG_AGO]) == (SPRING, AUTUMN, LONG_AGO)
