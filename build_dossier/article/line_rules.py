"""What a line is when it is looked at alone: a stamp, a caption, a formula, a bullet.

Comes in: the words of one stretch. Goes out: its ``BlockKind``, or ``None``: only its place can tell. The first rule
with an opinion decides.
"""

from collections.abc import Callable

from build_dossier.article import BlockKind, captions, formulas, stamps
from build_dossier.article.chunks import list_marker

LineRule = Callable[[str], BlockKind | None]


def stamp(line: str) -> BlockKind | None:
    """Nothing but a date or a clock time, perhaps after the outlet's name."""
    is_stamp = stamps.whole_stamp(line) is not None or stamps.signed_stamp(line) is not None
    return BlockKind.STAMP if is_stamp else None


def boilerplate(line: str) -> BlockKind | None:
    """The site speaks to its reader."""
    is_credit = line.startswith("©") and captions.owner_alone(line) is not None
    return BlockKind.BOILERPLATE if formulas.boilerplate(line) and not is_credit else None


def caption(line: str) -> BlockKind | None:
    """A picture's description or credit."""
    return BlockKind.CAPTION if captions.credit_of(line) is not None else None


def source_line(line: str) -> BlockKind | None:
    """«Про це розповідає NewsWeek»."""
    return BlockKind.SOURCE_LINE if formulas.source_line(line) is not None else None


def labelled_byline(line: str) -> BlockKind | None:
    """«Автор: Ірина Коваль»."""
    return BlockKind.BYLINE if formulas.labelled_byline(line) else None


def lone_dateline(line: str) -> BlockKind | None:
    """«КИЇВ, 21 червня» as a line of its own."""
    found = formulas.dateline(line)
    return BlockKind.DATELINE if found is not None and found.end == len(line) else None


def bullet(line: str) -> BlockKind | None:
    """«• перше»: a bullet is a list item wherever it stands."""
    return BlockKind.LIST_ITEM if list_marker(line) == "•" else None


def no_letters(line: str) -> BlockKind | None:
    """«* * *», a counter of readers: a mark of the page, not words."""
    return BlockKind.BOILERPLATE if len(line) <= 12 and not any(map(str.isalpha, line)) else None


def bare_address(line: str) -> BlockKind | None:
    """«https://…» and nothing else."""
    is_address = line.startswith(("https://", "http://", "www.")) and not any(map(str.isspace, line))
    return BlockKind.BOILERPLATE if is_address else None


LINE_RULES: tuple[LineRule, ...] = (
    stamp,
    boilerplate,
    caption,
    source_line,
    labelled_byline,
    lone_dateline,
    bullet,
    no_letters,
    bare_address,
)
"""Boilerplate comes before captions: «Facebook» alone is a button, not whose picture it is."""
