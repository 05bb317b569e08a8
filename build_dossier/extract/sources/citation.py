"""A source of an article, as it is found: who or what, in which role, how named, by which outlet it is known."""

from dataclasses import dataclass
from enum import Enum

from build_dossier.article import Basis
from build_dossier.text.span import Span


class SourceRole(Enum):
    """What a source is to the article."""

    PRIMARY = "PRIMARY"
    """Nearest to the origin: an outlet, or people who tell it."""
    RELAYED = "RELAYED"
    """An outlet that has it from another outlet, which it names."""
    DOCUMENT = "DOCUMENT"
    """A paper that is read: release, statement, report, survey."""
    SPOKESPERSON = "SPOKESPERSON"
    """A body that speaks, without a named person."""


class Anonymity(Enum):
    """How a source is named."""

    NAMED = "NAMED"
    UNNAMED = "UNNAMED"
    """A person, some persons or an outlet without a name."""
    COLLECTIVE = "COLLECTIVE"
    """A group of nobody in particular, several bodies, a capital that stands for a government."""
    DECLINED = "DECLINED"
    """Asked, it would not comment."""
    NO_REPLY = "NO_REPLY"
    """Asked, it did not answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Via:
    """By which source of the article another one is known."""

    source: int
    """Place among the article's citations."""
    basis: Basis
    """Stated in the same sentence, or inferred from the article as a whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A source that the article relies on."""

    name: str
    """As a reader would list it; of one without a name, the words that describe it."""
    role: SourceRole
    anonymity: Anonymity
    outlet: bool
    """Whether it is a medium."""
    count: int | None
    """How many people, where the text says so."""
    via: Via | None
    named: Span | None
    """A mention in its words, the one that names it where any does."""
    named_itself: bool
    """Whether that mention is the source's own name, not whom a group or a paper is of."""
    spans: tuple[Span, ...]
    """Where it is cited, in text order."""
