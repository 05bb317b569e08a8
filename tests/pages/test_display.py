"""How values look to a reader."""

import pytest

from build_dossier.article import Basis
from build_dossier.pages.display import basis, date, shortened
from build_dossier.rendering import Renderer

ENGLISH = Renderer({}, str, lambda one, many, n: one if n == 1 else many)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        pytest.param(None, "date unknown", id="unknown"),
        pytest.param("2025-06-22", "22 June 2025", id="day"),
        pytest.param("2025-06", "June 2025", id="month"),
        pytest.param("2025", "2025", id="year"),
        pytest.param("2025-06-21?", "21 June 2025?", id="uncertain"),
        pytest.param("2022/..", "2022 or later", id="open-end"),
        pytest.param("../2025-11-26", "26 November 2025 or earlier", id="open-beginning"),
        pytest.param("2024-12-20/2025-12-21", "20 December 2024 to 21 December 2025", id="interval"),
        pytest.param("2025-12-20/2025-12-21", "20–21 December 2025", id="days-of-a-month"),
        pytest.param("2025-06-22/2025-12-17", "22 June – 17 December 2025", id="days-of-a-year"),
        pytest.param("2022-02/2022-03", "February – March 2022", id="months-of-a-year"),
        pytest.param("2014/2022", "2014–2022", id="years"),
        pytest.param("2025-01/2025-01-20", "January 2025 to 20 January 2025", id="month-and-day"),
        pytest.param("2025-01-20/2025-01-20", "20 January 2025", id="one-day-twice"),
        pytest.param("2025?/2026", "2025? to 2026", id="doubt-at-one-end"),
        pytest.param("2022-21", "spring 2022", id="season"),
        pytest.param("201X", "2010s", id="decade"),
        pytest.param("2025-06-2X", "a day from 20 June 2025 to 29 June 2025", id="some-day"),
        pytest.param("2014~", "about 2014", id="about"),
        pytest.param("2022-03/2022-05~", "March 2022 to about May 2022", id="about-in-an-interval"),
        pytest.param("17XX", "18th century", id="century"),
        pytest.param("20XX", "21st century", id="this-century"),
        pytest.param("10XX", "11th century", id="eleventh"),
    ],
)
def test_a_date_keeps_its_precision(value: str | None, words: str):
    """No date is shown more precise than it is known."""
    assert date(value, ENGLISH, "en") == words


@pytest.mark.parametrize(
    ("value", "words"),
    [pytest.param("17XX", "XVIII century", id="18"), pytest.param("18XX", "XIX century", id="19")],
)
def test_a_century_has_roman_figures_where_the_language_counts_so(value: str, words: str):
    """Ukrainian and Russian write «XVIII століття», «XIX век»."""
    assert date(value, ENGLISH, "uk") == words


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        pytest.param("короткий заголовок", 40, "короткий заголовок", id="fits"),
        pytest.param("два  слова\nтут", 40, "два слова тут", id="spaces"),
        pytest.param("перше друге третє", 12, "перше друге…", id="at-a-word"),
        pytest.param("перше, друге третє", 9, "перше…", id="no-comma-before-the-dots"),
        pytest.param("а" * 30, 10, "а" * 9 + "…", id="one-long-word"),
    ],
)
def test_long_titles_are_cut_at_a_word(text: str, width: int, shown: str):
    """A shortened title is never longer than asked for."""
    assert shortened(text, width) == shown
    assert len(shown) <= max(width, len(" ".join(text.split())) if text == shown else width)


def test_every_basis_has_a_word():
    """No basis is shown as an empty badge."""
    assert all(basis(value, ENGLISH) for value in Basis)
