"""Columns a few at a time: as many as stand beside each other, with the rows that any of them tells."""

import pytest

from build_dossier.markdown import Markdown
from build_dossier.pages.abreast import MOST, MOST_ROWS, CellView, Column, RowView, Words, parts, shares


def columns(count: int) -> list[Column]:
    """So many articles."""
    return [
        Column(title=str(n), short=str(n), language="uk", href="a", date=Markdown("2025"), publisher=None)
        for n in range(1, count + 1)
    ]


def row(label: str, told_by: str) -> RowView:
    """A row with a cross for each article that tells it."""
    words = (Words(text=label, href="a"),)
    cells = tuple(CellView(words=words if sign == "x" else (), more=0) for sign in told_by)
    return RowView(label=label, language=None, href=None, about=Markdown(""), cells=cells)


def test_few_articles_are_one_part_with_every_row():
    """Up to four stand beside each other, rows as they come."""
    (part,) = parts(columns(4), [row("one", "x-x-"), row("two", "-x--")])

    assert (part.first, part.last, part.left_out) == (1, 4, 0)
    assert [shown.label for shown in part.rows] == ["one", "two"]


def test_nothing_to_tell_is_no_part():
    """Neither without rows nor where no article of a part tells any."""
    assert parts(columns(2), []) == ()
    assert [(part.first, part.last) for part in parts(columns(6), [row("one", "---x-x")])] == [(4, 6)]


def test_a_row_stands_in_the_parts_that_tell_it():
    """In each with the cells of its own articles, the silent ones too."""
    first, second = parts(columns(6), [row("one", "x----x"), row("two", "----xx")])

    assert [shown.label for shown in first.rows] == ["one"]
    assert [shown.label for shown in second.rows] == ["one", "two"]
    assert [bool(cell.words) for cell in second.rows[0].cells] == [False, False, True]


def test_of_too_many_rows_the_most_told_stay_in_their_order():
    """What is left out is counted."""
    rows = [row(str(n), "xx" if n % 2 else "x-") for n in range(MOST_ROWS + 10)]
    (part,) = parts(columns(2), rows)

    assert part.left_out == 10
    assert [int(shown.label) for shown in part.rows] == sorted(int(shown.label) for shown in part.rows)
    assert {str(n) for n in range(1, MOST_ROWS + 10, 2)} <= {shown.label for shown in part.rows}


@pytest.mark.parametrize("count", range(1, 60))
def test_every_article_has_its_place(count: int):
    """Each stands in one part, none is too wide, none much wider than another."""
    bounds = shares(count)
    sizes = [end - start for start, end in bounds]

    assert [at for start, end in bounds for at in range(start, end)] == list(range(count))
    assert max(sizes) <= MOST
    assert max(sizes) - min(sizes) <= 1
