"""What goes in, and what is known.

``Sources`` is everything a build reads, as values; ``Dossier`` is everything the pages and exports show.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeVar

from build_dossier.annotation import Anchor, Note, Orphan
from build_dossier.article import Article, Seed
from build_dossier.entity import Entity
from build_dossier.errors import Problem
from build_dossier.link import LinkedReading

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True, slots=True, kw_only=True)
class SeedFile:
    """A file of ``seeds/`` as bytes."""

    name: str
    """Path below the seeds folder, ``/`` between parts."""
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class TextFile:
    """A UTF-8 file of the editor's."""

    path: str
    """As the editor knows it: ``docs/annotations/000.md``."""
    text: str


class Map(Protocol):
    """Anything with the shape of the built-in ``map`` over one iterable; results come in order."""

    def __call__(self, function: Callable[[T], R], items: Iterable[T], /) -> Iterable[R]:
        """The results in the order of ``items``."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """All that a build reads. Same sources, same site."""

    seeds: tuple[SeedFile, ...]
    annotations: tuple[TextFile, ...]
    entities: tuple[TextFile, ...]
    lexicon: tuple[TextFile, ...]
    """The editor's ``docs/lexicon/*.yml``; the package's own come with the modules that read them."""
    prose: tuple[TextFile, ...]
    """Hand-written ``docs/*.md``."""
    remembered: tuple[TextFile, ...]
    """Files of ``.dossier/``."""
    templates: Mapping[str, str]
    """Jinja templates by name."""
    translate: Callable[[str], str]
    """``gettext`` of the interface language."""
    translate_plural: Callable[[str, str, int], str]
    """``ngettext`` of the interface language."""
    problems: tuple[Problem, ...]
    """What could not be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """All that is known: what pages and exports are made of."""

    seeds: tuple[Seed, ...]
    """In order of name; parallel to ``readings``."""
    readings: tuple[LinkedReading, ...]
    entities: Mapping[str, Entity]
    redirects: Mapping[str, str]
    notes: tuple[Note, ...]
    """Without drafts, in order of file and line."""
    anchors: tuple[Anchor, ...]
    orphans: tuple[Orphan, ...]
    problems: tuple[Problem, ...]

    def article(self, article_id: str) -> Article | None:
        """The article of that id."""
        return next((r.reading.article for r in self.readings if r.reading.article.id == article_id), None)
