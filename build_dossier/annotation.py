"""The editor's notes: from ``docs/annotations/*.md`` to ``Note``s, and from notes to ``Anchor``s or ``Orphan``s.

Comes in: Markdown files and the seeds. Goes out: corrections for ``article``, notes, where each stands, and a
``Problem`` for every mistake. A note is never lost and never guessed.
"""

from dataclasses import dataclass
from enum import Enum

from build_dossier.text.locate import Match, TextQuoteSelector
from build_dossier.text.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One quoted passage of a note."""

    article: str
    selector: TextQuoteSelector
    until: TextQuoteSelector | None
    """The second stretch of an abridged quotation (`` … ``): the passage runs from the first to the end of this."""
    quote: str
    """The quotation as the editor wrote it, without ``==`` marks."""
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One note of the editor's."""

    id: str
    """``#id`` of the attribute line, else the first 8 hex digits of sha256(article id, folded quotation)."""
    article: str
    """The article whose file holds the note."""
    passages: tuple[Passage, ...]
    """None (a note on the article as a whole), one, or two; the first lies in ``article``."""
    kind: str
    author: str | None
    date: str | None
    tags: tuple[str, ...]
    body: str
    """Markdown, the editor's."""
    draft: bool
    file: str
    line: int


class Status(Enum):
    """What became of a note's quotation."""

    FOUND = "found"
    AMBIGUOUS = "ambiguous"
    ORPHANED = "orphaned"
    WHOLE = "whole"
    """A note on the article as a whole: nothing to find."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A note whose passages were all found; ``matches`` is parallel to ``note.passages``."""

    note: Note
    matches: tuple[Match, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Orphan:
    """A note with a passage that was not found, or could be meant in several places."""

    note: Note
    status: Status
    """``ORPHANED`` or ``AMBIGUOUS``."""
    nearest: Span | None
    """The likest passage of ``note.article``."""
    candidates: tuple[Match, ...]
    """The places meant when ambiguous."""
