"""When articles were published: periods, rows, the drawing and its table on the front page."""

import re
from pathlib import Path

import pytest
from dossiers import dossier_of, page_of

from build_dossier.pages.publication import _periods


@pytest.mark.parametrize(
    ("days", "unit", "first", "last", "count"),
    [
        pytest.param(["2025-06-01", "2025-06-30"], "week", "2025-05-26", "2025-06-30", 6, id="weeks"),
        pytest.param(["2025-06", "2025-06-30"], "month", "2025-06", "2025-06", 1, id="a month without a day"),
        pytest.param(["2024-11-30", "2025-12-01"], "month", "2024-11", "2025-12", 14, id="months over New Year"),
        pytest.param(["2014-03-01", "2025-12-01"], "year", "2014", "2025", 12, id="years"),
    ],
)
def test_periods_follow_each_other(days: list[str], unit: str, first: str, last: str, count: int):
    """The unit fits the span, and no period between is left out."""
    found, periods = _periods(days)

    assert (found, periods[0], periods[-1], len(periods)) == (unit, first, last, count)


def front_of(folder: Path, days: list[str]) -> str:
    """The front page of a dossier with an article for each day; an empty day is no date."""
    files = {}
    for number, day in enumerate(days):
        prefix = f" date {day} \n" if day else ""
        words = f"Заява {number}\n\nУ Києві знову зібралися перемовники, і про це оголосив речник.\n"
        files[f"seeds/a{number:02d}.txt"] = prefix + words
    return page_of(dossier_of(folder, files), "index.md")


def test_the_drawing_says_what_the_table_says(tmp_path: Path):
    """A bar for each month with articles, the number beside it in the table, zeros only there."""
    days = [f"2025-{month:02d}-{day:02d}" for month, count in ((1, 4), (2, 2), (6, 3)) for day in range(1, count + 1)]
    page = front_of(tmp_path, days)
    svg, table = page[page.index("<svg") : page.index("</svg>")], page[page.index("<tbody>") : page.index("</tbody>")]

    assert re.findall(r'class="number"[^>]*>(\d+)<', svg) == ["4", "2", "3"]
    assert re.findall(r'class="count">(\d+)<', table) == ["4", "2", "0", "0", "0", "3"]
    assert "no month of publication" not in page


def test_few_articles_are_a_list(tmp_path: Path):
    """Seven dates, or eight in one week, are read from the list of articles."""
    assert "<svg" not in front_of(tmp_path, [f"2025-{month:02d}-05" for month in range(1, 8)])
