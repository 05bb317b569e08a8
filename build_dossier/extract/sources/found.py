"""What is found where a sentence cites somebody: a ``Found`` source, and the ``Cited`` place with its cue."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from build_dossier.extract.mentions import Mention
from build_dossier.extract.sources.phrases import Phrase
from build_dossier.extract.units import Sentence


class Kind(Enum):
    """What a phrase that is cited names."""

    OUTLET = "outlet"
    OUTLET_AGAIN = "the outlet that was named"
    ITS_TEXT = "what the outlet that was named printed"
    MEDIA = "media"
    BODY = "body"
    BODY_AGAIN = "the body that was named"
    GOVERNMENT = "a capital or country"
    INFORMANTS = "people whose names are kept back"
    GROUP = "a group of nobody in particular"
    PAPER = "paper"
    PAPER_AGAIN = "the paper that was named"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A phrase that names a source."""

    kind: Kind
    start: int
    end: int
    """Of the words that cite it, in the text."""
    key: str
    """What it is known by in this article."""
    named: Mention | None = None
    """The mention that names it."""
    count: int | None = None
    bare: bool = False
    """Whether the noun stands alone, without a word that tells which."""
    plural: bool = False
    """Whether the noun stands in the plural."""
    officials: bool = False
    """Whether it is people who speak for a state when they give their names."""
    perhaps_outlet: bool = False
    """Whether it is cited as only media are, although no list knows it."""
    some: bool = False
    """Whether it is some of many: «некоторые чиновники», «двоє дипломатів»."""


class Cue(Enum):
    """What shows that somebody is cited."""

    TELLS = "a verb"
    FORMULA = "за даними"
    INSIDE = "in a body somebody says"
    STANDS_IN = "it stands in a paper"
    REFERENCE = "з посиланням на"
    CARRIER = "told to an outlet"
    HEADLINE = "the end of a headline"
    LINE = "a line that names its source"
    DECLINED = "would not comment"
    NO_REPLY = "did not answer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A source where a sentence cites it."""

    found: Found
    cue: Cue
    at: int
    """Unit of the cue."""


Reader = Callable[[Sentence, Phrase], Found | None]
"""Sees one kind of source in a phrase."""
