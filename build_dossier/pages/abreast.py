"""Columns a few at a time: however many articles are compared, those of one table fit beside each other.

Comes in: the rows of a table with a cell for every article. Goes out: ``Part``s of at most ``MOST`` columns each, in
the order of the articles, with the same rows in the same order. A row that none of a part's articles tells is left to
the parts that do.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from build_dossier.markdown import Markdown

MOST = 4
"""Articles that stand beside each other on a desktop without being cut."""
MOST_ROWS = 40
"""Rows of a table of one part; the more parts, the fewer rows each has."""
FEWEST_ROWS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """An article, as the head of its column has it."""

    title: str
    short: str
    """What it is called in each cell where the columns stand below each other."""
    language: str
    href: str
    date: Markdown
    publisher: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words of an article, and where they stand."""

    text: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CellView:
    """What one article has in a row."""

    words: tuple[Words, ...]
    more: int
    """Passages that are left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowView:
    """A row with its heading."""

    label: str
    """Nothing where the table has this row alone."""
    language: str | None
    """Of the label; that of the interface where there is none."""
    href: str | None
    about: Markdown
    """What is to be said of it in words: when it was, that one article alone tells it."""
    cells: tuple[CellView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Some of the columns with their cells."""

    first: int
    last: int
    """Of the articles, counted from 1."""
    columns: tuple[Column, ...]
    rows: tuple[RowView, ...]
    left_out: int
    """Rows for which there is no room."""


def parts(columns: Sequence[Column], rows: Sequence[RowView]) -> tuple[Part, ...]:
    """A table in parts; those without a row are left out."""
    return tuple(part for part in _parts(columns, rows) if part.rows)


def _parts(columns: Sequence[Column], rows: Sequence[RowView]) -> Iterator[Part]:
    bounds = shares(len(columns))
    room = max(FEWEST_ROWS, MOST_ROWS // max(1, len(bounds)))
    for start, end in bounds:
        told = [row for row in (replace(row, cells=row.cells[start:end]) for row in rows) if _is_told(row)]
        yield Part(
            first=start + 1,
            last=end,
            columns=tuple(columns[start:end]),
            rows=_first_told(told, room),
            left_out=max(0, len(told) - room),
        )


def _is_told(row: RowView) -> bool:
    return any(cell.words for cell in row.cells)


def _first_told(rows: Sequence[RowView], room: int) -> tuple[RowView, ...]:
    """As many of the rows as there is room for, those that most of the articles tell; in their order."""
    ranked = sorted(range(len(rows)), key=lambda at: -sum(bool(cell.words) for cell in rows[at].cells))
    return tuple(rows[at] for at in sorted(ranked[:room]))


def shares(count: int) -> list[tuple[int, int]]:
    """Where each part of so many columns begins and ends; none is more than one column wider than another."""
    number = -(-count // MOST)
    return [(count * at // number, count * (at + 1) // number) for at in range(number)]
