"""Mentions of an entity by day, month or year of publication."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

from marked import reading

from build_dossier.pages.context import Occurrence
from build_dossier.pages.entity_time import over_time


class _Dates(SimpleNamespace):
    """Stands in for the context: dates are shown as they are."""

    def date(self, value: str | None) -> str:
        return value or "unknown"


def shown(*values: str | None) -> list[tuple[Any, int, int]]:
    """The rows for articles of these dates with two mentions each."""
    occurrences = []
    for number, value in enumerate(values):
        made = reading(f"a{number}", "[PER Коваль] і [PER Коваль]")
        article = replace(made.article, published=replace(made.article.published, value=value))
        occurrences += [Occurrence(article=article, mention=mention) for mention in made.mentions]
    return [(row.date, row.mentions, row.articles) for row in over_time(_Dates(), occurrences)]  # type: ignore[arg-type]


def test_one_day_has_no_course():
    """Articles of one day, or of none, show nothing over time."""
    assert shown("2025-06-20", "2025-06-20") == []
    assert shown(None) == []


def test_days_in_order():
    """Each day has its mentions and articles, the earliest first, what has no date last."""
    assert shown("2025-06-21", None, "2025-06-20", "2025-06-21") == [
        ("2025-06-20", 2, 1),
        ("2025-06-21", 4, 2),
        ("unknown", 2, 1),
    ]


def test_many_days_are_months():
    """More days than a reader takes in are shown as months, more months as years."""
    days = [f"2025-{month:02}-{day:02}" for month in (5, 6) for day in range(1, 29)]
    months = [f"{year}-{month:02}-05" for year in (2019, 2020, 2021) for month in range(1, 13)]

    assert shown(*days) == [("2025-05", 56, 28), ("2025-06", 56, 28)]
    assert [row[0] for row in shown(*months)] == ["2019", "2020", "2021"]
