"""What can be named: entities, and words that mean the same in other languages.

Comes in: the pages of entities and the glossary. Goes out: ``Thing``s with their names.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from build_dossier.search.concepts import concept_key
from build_dossier.search.names import MOST_NAMES, Name, printed
from build_dossier.search.page import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """An entity with its page, or a concept."""

    key: str
    """The path of its page; of a concept what ``concept_key`` makes of its key in the glossary."""
    kind: str
    """``people``, ``organisations``, ``places`` or ``concept``."""
    label: str
    names: tuple[Name, ...]


def things_of(pages: Iterable[Page], glossary: Mapping[str, Sequence[str]]) -> tuple[Thing, ...]:
    """Entities in order of path, then concepts in order of key."""
    entities = sorted((page for page in pages if page.names), key=lambda page: page.path)
    return (*map(_entity, entities), *(_concept(key, words) for key, words in sorted(glossary.items())))


def _entity(page: Page) -> Thing:
    return Thing(key=page.path, kind=page.kind, label=page.title, names=tuple(page.names))


def _concept(key: str, phrases: Sequence[str]) -> Thing:
    names = tuple(dict.fromkeys(("", printed(phrase)) for phrase in phrases))
    return Thing(key=concept_key(key), kind="concept", label=" · ".join(phrases[:4]), names=names[:MOST_NAMES])
