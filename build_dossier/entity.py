"""The editor's word about a person, place or organisation: ``docs/entities/<id>.md``.

Comes in: Markdown files. Goes out: ``Entity`` records with basis editor, and a ``Problem`` for every mistake.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from build_dossier.article import Basis
from build_dossier.extract.mentions import EntityType


class Strength(Enum):
    """Whether a name is enough to tell the entity (after rigour's strong and weak names)."""

    STRONG = "strong"
    WEAK = "weak"


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """One name of an entity besides its labels."""

    form: str
    language: str | None
    """``uk``, ``ru``, ``en``, or ``None`` when it belongs to none or to all."""
    strength: Strength


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """The editor's decision that a form in an article is (or is not) this entity."""

    form: str
    article: str | None
    """Article id, ``None`` for every article."""
    positive: bool
    line: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A person, place or organisation of the dossier."""

    id: str
    type: EntityType
    """``PER``, ``ORG`` or ``LOC``."""
    labels: Mapping[str, str]
    """``uk``, ``ru`` and ``en`` names, as far as known."""
    label_basis: Mapping[str, Basis]
    """For each label: ``STATED`` (attested), ``COMPUTED`` (transliterated or from a table), ``EDITOR``."""
    aliases: tuple[Alias, ...]
    judgements: tuple[Judgement, ...] = ()
    same_as: str | None = None
    """Wikidata item, ``Q42``."""
    merge: tuple[str, ...] = ()
    """Ids that are this entity too: one page, redirects from theirs."""
    ban: bool = False
    """No page, no links."""
    body: str = ""
    """The editor's prose, Markdown."""
    file: str | None = None
    """``docs/entities/<id>.md`` where the editor wrote one."""
    basis: Basis = Basis.COMPUTED
    lines: Mapping[str, int] = field(default_factory=dict)
