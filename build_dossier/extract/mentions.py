"""Where a text names a person, a place or an organisation.

Comes in: an ``Article``. Goes out: ``Mention``s in text order, disjoint, each inside one block.
"""

from dataclasses import dataclass
from enum import Enum


class EntityType(Enum):
    """What kind of thing a name stands for (SlavicNER)."""

    PER = "PER"
    ORG = "ORG"
    LOC = "LOC"
    EVT = "EVT"
    PRO = "PRO"


class Level(Enum):
    """Whether the words are a name or a description (ACE)."""

    NAM = "NAM"
    NOM = "NOM"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One naming of a thing in a text."""

    start: int
    end: int
    form: str
    """The words as printed: ``text[start:end]``."""
    lemma: str
    """The nominative that a reader would list, from this article alone."""
    type: EntityType
    level: Level
