"""What a news text is taken apart into: ``Seed`` and ``Correction`` go in, an ``Article`` comes out.

The types of the stage; ``seed`` makes seeds, ``intake`` makes articles. Nothing else of the dossier reaches extraction.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from build_dossier.text.language import Language
from build_dossier.text.span import Span


class Basis(Enum):
    """Where a value comes from; an editor's value always wins."""

    STATED = "stated"
    COMPUTED = "computed"
    INFERRED = "inferred"
    CROSS_ARTICLE = "cross-article"
    EDITOR = "editor"
    UNKNOWN = "unknown"


class BlockKind(Enum):
    """What a block is for (newspaper usage)."""

    HEADLINE = "HEADLINE"
    STANDFIRST = "STANDFIRST"
    PARAGRAPH = "PARAGRAPH"
    CROSSHEAD = "CROSSHEAD"
    CAPTION = "CAPTION"
    SOURCE_LINE = "SOURCE_LINE"
    BYLINE = "BYLINE"
    DATELINE = "DATELINE"
    LIST_ITEM = "LIST_ITEM"
    BOILERPLATE = "BOILERPLATE"
    STAMP = "STAMP"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seed:
    """One news text as it was given."""

    id: str
    """Slug of the file's stem, for ever part of ``/articles/<id>/``."""
    name: str
    """Path below the seeds folder, ``/`` between parts."""
    sha256: str
    """Of the file's bytes."""
    encoding: str
    """How the bytes were read: ``utf-8``, ``utf-8-sig`` …"""
    text: str
    """The decoded text: byte order mark dropped, CRLF and CR made LF, nothing else touched."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What the editor says of an article in the front matter of its annotation file; ``None`` says nothing."""

    article: str
    file: str
    lines: Mapping[str, int] = field(default_factory=dict)
    title: str | None = None
    date: str | None = None
    """EDTF level 1."""
    language: Language | None = None
    publisher: str | None = None
    source_url: str | None = None
    archive_url: str | None = None
    draft: bool = False
    """The whole file is private: its corrections hold, its notes appear nowhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stand-off stretch of the seed's text with one function; never begins or ends with white space."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """The headline if the text states one, else its first sentence without the final stop."""

    text: str
    basis: Basis
    """``STATED`` (a headline), ``COMPUTED`` (derived from the first sentence), ``EDITOR``, or ``UNKNOWN`` (no words at
    all: the text is the file's name)."""
    span: Span | None
    """Where the words stand in the text, if they do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """When the article was published, as far as it can be known."""

    value: str | None
    """EDTF level 1; ``None`` when nothing bounds it."""
    basis: Basis
    reason: str
    """One English sentence for the reader: which words decided."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """Who published the article, where the text says so."""

    name: str
    basis: Basis
    span: Span | None
    """The words that say it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A seed as a reader sees it: the only thing that extraction gets."""

    id: str
    text: str
    language: Language
    title: Title
    published: Published
    publisher: Publisher | None
    credit: tuple[Span, ...]
    """Photographers and picture agencies inside captions: no actors of the story."""
    prefix_end: int
    """Code points of machine prefix at the beginning: metadata, not published as text."""
    blocks: tuple[Block, ...]
    """In text order, disjoint; every non-space character from ``prefix_end`` on lies in exactly one."""
