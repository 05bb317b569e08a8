"""What an evaluation says: sections of figures for the terminal, mistakes one by one for a person.

Comes in: ``Section``s. Goes out: an aligned table, JSON, and Markdown that shows every mistake in its context.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import groupby

from build_dossier.measure.score import Row

SHOWN = 60
"""Mistakes listed in a group; the rest is counted."""

WINDOW = 60
"""Characters of context on either side."""

_HEAD = ("", "gold", "found", "right", "P", "R", "F1", "errors")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """One thing that was got wrong."""

    group: str
    """``people: missed``."""
    where: str
    """File and line: ``000.txt:3``."""
    what: str
    """What was wanted and what was found."""
    context: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One table and what is to be said about it."""

    title: str
    remarks: tuple[str, ...]
    rows: tuple[Row, ...]
    mistakes: tuple[Mistake, ...]


def mistake(group: str, name: str, text: str, at: tuple[int, int], what: str) -> Mistake:
    """A mistake at a place of a text, with the words around it."""
    return Mistake(group=group, where=place(name, text, at[0]), what=what, context=context(text, *at))


def place(name: str, text: str, start: int) -> str:
    """File and 1-based line of an offset."""
    return f"{name}:{text.count(chr(10), 0, start) + 1}"


def context(text: str, start: int, end: int) -> str:
    """The words at a place in double brackets, on one line with what stands around them."""
    left, right = text[max(0, start - WINDOW) : start], text[end : end + WINDOW]
    return " ".join(f"…{left}⟦{text[start:end]}⟧{right}…".split())


def table(sections: Iterable[Section]) -> str:
    """All sections as plain text, their columns aligned."""
    return "\n\n".join("\n".join(_section(section)) for section in sections)


def _section(section: Section) -> Iterator[str]:
    yield section.title
    yield from (f"  {remark}" for remark in section.remarks)
    if section.rows:
        yield from aligned([_HEAD, *(_cells(row) for row in section.rows)])


def _cells(row: Row) -> tuple[str, ...]:
    counts = (row.gold, row.found, row.right)
    shares = (row.precision, row.recall, row.f1)
    shown = ["–" if share is None else f"{share:.3f}" for share in shares]
    return (
        row.name,
        *("–" if n is None else f"{n}" for n in counts),
        *shown,
        "–" if row.errors is None else f"{row.errors}",
    )


def aligned(lines: Sequence[Sequence[str]]) -> Iterator[str]:
    """Lines of cells as text: the first column to the left, the others to the right."""
    widths = [max(len(cell) for cell in column) for column in zip(*lines, strict=True)]
    for first, *others in lines:
        rest = (cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True))
        yield f"  {first.ljust(widths[0])}  {'  '.join(rest)}".rstrip()


def as_json(sections: Iterable[Section]) -> list[dict[str, object]]:
    """The figures as plain values, without the mistakes."""
    return [
        {"title": one.title, "remarks": list(one.remarks), "rows": [asdict(row) for row in one.rows]}
        for one in sections
    ]


def errors_file(sections: Iterable[Section]) -> str:
    """Every mistake, by section and group: Markdown."""
    return "# What was got wrong\n" + "".join(_mistakes(section) for section in sections)


def _mistakes(section: Section) -> str:
    parts = [f"\n## {section.title}\n"]
    ordered = sorted(section.mistakes, key=lambda one: one.group)
    for group, found in groupby(ordered, key=lambda one: one.group):
        ones = list(found)
        parts.append(f"\n### {group} ({len(ones)})\n\n")
        parts += [
            f"- {one.where}: {one.what}{f'  {chr(10)}  {one.context}' if one.context else ''}\n" for one in ones[:SHOWN]
        ]
        parts += [f"- and {len(ones) - SHOWN} more\n"] if len(ones) > SHOWN else []
    return "".join(parts if section.mistakes else [*parts, "\nNothing.\n"])
