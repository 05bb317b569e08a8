"""What goes in, and what is known.

``Sources`` is everything a build reads, as values; ``Dossier`` is everything the pages and exports show.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from build_dossier.annotation import Anchor, Note, Orphan
from build_dossier.annotation.kinds import NoteKind
from build_dossier.article import Correction, Seed
from build_dossier.compare.copies import Copy
from build_dossier.compare.disagreeing import Disagreement
from build_dossier.entity import Entity
from build_dossier.errors import Problem
from build_dossier.events import Event
from build_dossier.framing import Framing
from build_dossier.glossary import Glossary
from build_dossier.link import LinkedReading
from build_dossier.spoken_dates import spoken_dates
from build_dossier.wikilink import Ids

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


class Recall(Protocol):
    """Whoever remembers the outcomes of steps; whoever remembers none makes each."""

    def __call__(
        self, step: str, made_of: str, make: Callable[[], T], write: Callable[[T], object], read: Callable[[object], T]
    ) -> T:
        """The outcome of a step: what ``make`` gives, or gave when it was last made of the same.

        Args:
            step: what the step is called.
            made_of: one value for all that the outcome depends on but the program.
            make: does it.
            write: the outcome as JSON writes it.
            read: the same again; raises ``ValueError`` for what is none.
        """
        ...


def afresh(
    step: str,  # noqa: ARG001  # as ``Recall`` has it
    made_of: str,  # noqa: ARG001
    make: Callable[[], T],
    write: Callable[[T], object],  # noqa: ARG001
    read: Callable[[object], T],  # noqa: ARG001
) -> T:
    """The outcome, made: a ``Recall`` that remembers nothing."""
    return make()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """All that a build reads. Same sources, same site."""

    seeds: tuple[SeedFile, ...]
    annotations: tuple[TextFile, ...]
    entities: tuple[TextFile, ...]
    lexicon: tuple[TextFile, ...]
    """The editor's ``docs/lexicon/*.yml``; the package's own come with the modules that read them."""
    events: tuple[TextFile, ...] = ()
    prose: tuple[TextFile, ...]
    """Hand-written ``docs/*.md``."""
    remembered: tuple[TextFile, ...]
    """Files of ``.dossier/`` itself."""
    records: tuple[TextFile, ...] = ()
    """Files of ``.dossier/notes/``: where passages stood. Damaged letters are replaced, never a problem."""
    templates: Mapping[str, str]
    """Jinja templates by name."""
    locale: str
    """The interface language, as CLDR names it."""
    translate: Callable[[str], str]
    """``gettext`` of the interface language."""
    translate_plural: Callable[[str, str, int], str]
    """``ngettext`` of the interface language."""
    problems: tuple[Problem, ...]
    """What could not be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandWritten:
    """A page of the editor's own: ``docs/index.md``, ``docs/about.md``."""

    title: str | None
    body: str
    """Markdown."""
    file: str
    body_line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """All that is known: what pages and exports are made of."""

    seeds: tuple[Seed, ...]
    """In order of name; parallel to ``readings``."""
    readings: tuple[LinkedReading, ...]
    entities: Mapping[str, Entity]
    redirects: Mapping[str, str]
    events: tuple[Event, ...] = ()
    """In order of date."""
    event_redirects: Mapping[str, str] = field(default_factory=dict)
    """Ids of events that were merged into another, to that one's."""
    corrections: Mapping[str, Correction]
    """By article id."""
    annotation_files: Mapping[str, str]
    """``docs/annotations/…md`` of each article that has one, by article id."""
    note_kinds: Mapping[str, NoteKind]
    notes: tuple[Note, ...]
    """Without drafts, in order of file and line."""
    anchors: tuple[Anchor, ...]
    orphans: tuple[Orphan, ...]
    hand_written: Mapping[str, HandWritten]
    """The editor's own pages by name: ``index``, ``about``."""
    disagreements: tuple[Disagreement, ...] = ()
    """Where articles may tell one thing differently, for an editor to look at."""
    copies: Mapping[str, tuple[Copy, ...]] = field(default_factory=dict)
    """The copies, and the articles with passages in common, of each article that has any; the likest first."""
    glossary: Glossary = field(default_factory=dict)
    """What means the same in other languages, by concept."""
    framing: Framing = field(default_factory=Framing)
    """What things are called, and where."""
    problems: tuple[Problem, ...]
    """Gravest first, then by file and line."""

    def ids(self) -> Ids:
        """Everything that ``[[…]]`` can mean."""
        articles = (linked.reading.article.id for linked in self.readings)
        events = (event.id for event in self.events)
        dates = spoken_dates(self.readings)
        return Ids((*articles, *self.entities, *self.redirects, *events, *self.event_redirects, *dates))
