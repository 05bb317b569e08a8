"""One page for one thing: joining mentions across articles, inflections, scripts and languages.

Comes in: every ``Reading``, the editor's entities, remembered ids. Goes out: entities, and for each mention
the entity it means with the reason. All that needs more than one article at once is made here, never in extraction.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from build_dossier.entity import Entity
from build_dossier.extract import Reading
from build_dossier.extract.mentions import Mention


class LinkReason(Enum):
    """Why a mention means an entity, strongest first."""

    JUDGEMENT = "JUDGEMENT"
    NAME = "NAME"
    LEMMA = "LEMMA"
    ALIAS = "ALIAS"
    SURNAME = "SURNAME"
    FUZZY = "FUZZY"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A mention and the entity it means; ``entity`` is ``None`` for what has no page (EVT, PRO, banned)."""

    mention: Mention
    lemma: str
    """The nominative with the whole dossier's knowledge."""
    entity: str | None
    reason: LinkReason | None
    score: float
    """1.0 unless ``FUZZY``."""
    doubt: str | None
    """Why a person should look at it, in one English sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedReading:
    """A Reading with each mention led to its entity; ``links`` is parallel to ``reading.mentions``."""

    reading: Reading
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """What linking gives to the dossier."""

    readings: tuple[LinkedReading, ...]
    """In the order given."""
    entities: tuple[Entity, ...]
    """By id; only those with a mention or an editor's file, without the banned."""
    redirects: Mapping[str, str]
    """Ids that are no more, by merge or by change, to the id that took their place."""
