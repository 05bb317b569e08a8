"""``[[id]]`` and ``[[id|text]]``: links by the ids of the dossier, of which a unique beginning is enough.

Comes in: the editor's prose and all ids. Goes out: where links stand, what they mean, and a ``Problem`` for each that
means nothing.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile

from build_dossier.errors import Problem, Severity
from build_dossier.text.likeness import nearest

PATTERN = r"\[\[([^\[\]|\n]{1,200})(?:\|([^\[\]\n]{1,1000}))?\]\]"
"""A link: its target, and the text to show where one is given."""

_LINK = re.compile(PATTERN)
_BACKTICKS = re.compile("`+")
_CANDIDATES_SHOWN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class WikiLink:
    """One link as the editor wrote it."""

    target: str
    text: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkUse:
    """A link and the place in a file where it stands."""

    target: str
    file: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Unresolved:
    """A target that means no id, or several."""

    nearest: tuple[str, ...]
    """The ids that begin so, if there are any; else the one most like it, if any is."""
    ambiguous: bool


class Ids:
    """All ids that a link can mean."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._sorted = sorted(set(ids))
        self._known = frozenset(self._sorted)

    def resolve(self, target: str) -> str | Unresolved:
        """The id that ``target`` is, or is the only beginning of; case and spaces for hyphens do not count."""
        wanted = target.strip()
        if wanted in self._known:
            return wanted
        wanted = "-".join(wanted.casefold().split())
        if wanted in self._known:
            return wanted
        after = self._sorted[bisect_left(self._sorted, wanted) :] if wanted else []
        begun = tuple(takewhile(lambda known: known.startswith(wanted), after))
        if len(begun) == 1:
            return begun[0]
        if begun:
            return Unresolved(nearest=begun[:_CANDIDATES_SHOWN], ambiguous=True)
        meant = nearest(wanted, self._sorted)
        return Unresolved(nearest=(meant,) if meant is not None else (), ambiguous=False)


def wikilinks(text: str) -> Iterator[WikiLink]:
    """The links of a Markdown text in order, but for those in code."""
    code = _code(text)
    next_code = next(code, None)
    for match in _LINK.finditer(text):
        while next_code is not None and next_code[1] <= match.start():
            next_code = next(code, None)
        in_code = next_code is not None and next_code[0] < match.start()
        if not in_code and text[match.start() - 1 : match.start()] != "\\":
            target, shown = match[1].strip(), (match[2] or "").strip() or None
            yield WikiLink(target=target, text=shown, start=match.start(), end=match.end())


def link_uses(text: str, *, file: str, first_line: int) -> tuple[LinkUse, ...]:
    """The links of a prose that begins on ``first_line`` of ``file``."""
    return tuple(
        LinkUse(target=link.target, file=file, line=first_line + text.count("\n", 0, link.start))
        for link in wikilinks(text)
    )


def dead_links(uses: Iterable[LinkUse], ids: Ids) -> tuple[Problem, ...]:
    """A problem for each link that leads nowhere."""
    return tuple(_dead_link(use, answer) for use in uses if isinstance(answer := ids.resolve(use.target), Unresolved))


def _dead_link(use: LinkUse, answer: Unresolved) -> Problem:
    near = ", ".join(f"[[{known}]]" for known in answer.nearest)
    return Problem(
        severity=Severity.WARNING,
        code="dead-link",
        file=use.file,
        line=use.line,
        message=f"[[{use.target}]] {'begins several ids' if answer.ambiguous else 'leads nowhere'}",
        hint=f"perhaps {near}" if near else None,
    )


def _code(text: str) -> Iterator[tuple[int, int]]:
    """Where code stands, inline or fenced: from a run of backticks to the next run of the same length."""
    runs = [(match.start(), match.end()) for match in _BACKTICKS.finditer(text)]
    closing: dict[int, list[int]] = {}
    for index in range(len(runs) - 1, -1, -1):
        start, end = runs[index]
        closing.setdefault(end - start, []).append(index)
    index = 0
    while index < len(runs):
        start, end = runs[index]
        same = closing[end - start]
        while same and same[-1] <= index:
            same.pop()
        if same:
            index = same[-1]
            yield start, runs[index][1]
        index += 1
