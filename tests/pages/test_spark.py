"""The small curve on the page of an entity."""

import re

import pytest
from dossiers import dossier_of, page_of

from build_dossier.build import Build
from build_dossier.pages.spark import by_period


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        pytest.param([], ("", ()), id="nothing"),
        pytest.param(["", "2025", "2022/..", "unknown"], ("", ()), id="nothing with a month"),
        pytest.param(["2025-06-20"], ("2025-06", (1,)), id="one day"),
        pytest.param(["2025-06-20", "2025-06", "2025-09-01/2025-09-03"], ("2025-06", (2, 0, 0, 1)), id="a gap"),
        pytest.param(["2024-12-31", "2025-01-01"], ("2024-12", (1, 1)), id="over New Year"),
        pytest.param(["2010-01", "2012-05", "2020-02"], ("2010", (1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1)), id="many years"),
    ],
)
def test_periods(days: list[str], expected: tuple[str, tuple[int, ...]]):
    """Months that follow each other without a gap; years where the months are too many."""
    assert by_period(days) == expected


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Forty articles from January to April, a person in each, more often in March; another in two."""
    files = {}
    for number in range(40):
        month = 1 + number % 4
        again = " Олена Коваль не відповіла." if month == 3 else ""
        other = " Приїхав Іван Мельник." if number < 2 else ""
        text = f" date 2025-{month:02d}-{10 + number // 4} \nЗаява\n\nОлена Коваль виступила у Києві.{again}{other}\n"
        files[f"seeds/a{number:02d}.txt"] = text
    return dossier_of(tmp_path_factory.mktemp("many"), files)


def test_many_articles_are_counted_by_month(many: Build):
    """The drawing's title says the numbers."""
    text = page_of(many, "people/olena-koval/index.md")

    assert "Mentions by month, from January 2025: 10&#44; 10&#44; 20&#44; 10</title>" in text
    assert re.findall(r'height="(\d+)"/>', text) == ["9", "9", "18", "9"]


def test_nothing_where_there_is_nothing_to_see(many: Build):
    """Two articles, or as many mentions in each, are said faster than drawn."""
    assert 'class="spark"' not in page_of(many, "people/ivan-melnyk/index.md")
    assert 'class="spark"' not in page_of(many, "places/kyiv/index.md")


def test_few_articles_are_counted_one_by_one(dossier_build: Build):
    """The bars stand in the order of publication."""
    text = page_of(dossier_build, "people/alexander-lukashenko/index.md")

    assert "Mentions by article, in order of publication: 11&#44; 4&#44; 7&#44; 3</title>" in text
