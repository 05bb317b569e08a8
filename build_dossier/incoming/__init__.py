"""Annotations that were made elsewhere: from the JSON of annotation programs to notes in the editor's files.

Comes in: a file of Hypothesis's, or of the Web Annotation Data Model. Goes out: ``Incoming`` annotations
(``json_file``), and the additions to annotation files that hold them as notes (``filing``). Nothing is written over;
what is there already is not added again; what has no certain place is left out and told.
"""

from dataclasses import dataclass

from build_dossier.text.locate import TextQuoteSelector
from build_dossier.text.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One thing that an annotation is about."""

    sources: tuple[str, ...]
    """Addresses of the text, the surest first."""
    quote: TextQuoteSelector | None
    """``None``: the text as a whole, or it is only said by ``position`` which part."""
    position: Span | None
    """Code points of a text that may be another than ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """One annotation, in the words of annotation files."""

    id: str
    """The id that its note bears, the same whenever it is read again."""
    name: str
    """What its maker calls it."""
    targets: tuple[Target, ...]
    body: str
    """Markdown."""
    classes: tuple[str, ...]
    """What it is classified as: the kind of the note, if that is one."""
    author: str | None
    date: str | None
    """EDTF."""
    tags: tuple[str, ...]
    private: bool
    """Not everybody could read it where it was made."""
    parent: str | None
    """The id of the annotation that it answers."""
    ours: bool
    """It comes from this program's own export."""
