"""Where one block of a text ends and the next begins, before it is asked what each is.

Comes in: a text. Goes out: trimmed spans in order that hold every character that is not white space. Blank lines part
blocks; single line ends do too, unless they only fold long lines at a width (hard-wrapped prose). List items stand
alone.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from build_dossier.text.span import Span, trim

WIDEST_WRAP = 100
"""Code points: mail and terminals fold at 60 to 90; a longer line is a paragraph of its own."""
NARROWEST_WRAP = 40
WRAPPED_SHARE = 0.4
"""Of the line ends that part no blank line, so many must fall inside a sentence for a text to be hard-wrapped."""

_GAP = r"[ \t\u00a0]"
_BULLET = re.compile(
    rf"[•▪●◦‣∙■►]{_GAP}*\S|[*·]{_GAP}+\w|[–—−-]{_GAP}+\S|\(?(?P<number>\d{{1,2}}|[а-яіїєa-z])[.)]{_GAP}+\S"
)
_ENDS = frozenset(".!?…:;»”\"'’)")


def chunks(text: str, start: int = 0) -> tuple[Span, ...]:
    """The stretches of ``text`` from ``start`` on that a reader sees apart."""
    groups = tuple(_groups(text, start))
    width = _wrap_width(text, groups)
    return tuple(_joined(group) for lines in groups for group in _parts(text, lines, width))


def list_marker(line: str) -> str | None:
    """The kind of mark with which a line begins as a list item: ``•``, ``-``, ``1``, ``a``; ``None`` without one."""
    found = _BULLET.match(line)
    if found is None:
        return None
    number = found["number"]
    if number is None:
        return "-" if line[0] in "–—−-" else "•"
    return "1" if number.isdigit() else "a"


def _groups(text: str, start: int) -> Iterator[tuple[Span, ...]]:
    """The lines that no blank line parts, each trimmed."""
    group: list[Span] = []
    for line in _lines(text, start):
        if line.start < line.end:
            group.append(line)
        elif group:
            yield tuple(group)
            group = []
    if group:
        yield tuple(group)


def _lines(text: str, start: int) -> Iterator[Span]:
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield trim(text, start, end)
        start = end + 1


def _wrap_width(text: str, groups: tuple[tuple[Span, ...], ...]) -> int | None:
    """The width at which the text is folded, or ``None`` when its lines are paragraphs."""
    breaks = [pair for group in groups for pair in pairwise(group)]
    inside = sum(_inside_sentence(text, *pair) for pair in breaks)
    if not breaks or inside < WRAPPED_SHARE * len(breaks):
        return None
    widths = Counter(line.end - line.start for group in groups if len(group) > 1 for line in group)
    width = max(widths)
    return width if NARROWEST_WRAP <= width <= WIDEST_WRAP else None


def _inside_sentence(text: str, line: Span, following: Span) -> bool:
    """Whether a line end falls inside a sentence: no stop before it, a small letter or a figure after it."""
    return text[line.end - 1] not in _ENDS and (text[following.start].islower() or text[line.end - 1] in ",-–—")


def _parts(text: str, lines: tuple[Span, ...], width: int | None) -> Iterator[tuple[Span, ...]]:
    part = [lines[0]]
    for line, following in pairwise(lines):
        if width is not None and _goes_on(text, line, following, width):
            part.append(following)
            continue
        yield tuple(part)
        part = [following]
    yield tuple(part)


def _goes_on(text: str, line: Span, following: Span, width: int) -> bool:
    """Whether a fold, not an end, parts two lines: the next word would not have fitted into the first."""
    if list_marker(following.of(text)) is not None:
        return False
    first_word = following.of(text).split(maxsplit=1)[0]
    is_full = line.end - line.start + 1 + len(first_word) > width - 3
    return is_full or _inside_sentence(text, line, following)


def _joined(lines: tuple[Span, ...]) -> Span:
    return Span(start=lines[0].start, end=lines[-1].end)
