"""What happens, told by one article or by several: the types of the stage.

Comes in: linked readings and the editor's word about events. Goes out: ``Event``s, each with the passages that tell it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from build_dossier.article import Basis
from build_dossier.text.span import Span


class JoinReason(Enum):
    """Why several tellings are one event, strongest first."""

    JUDGEMENT = "JUDGEMENT"
    """The editor says so."""
    WORDS = "WORDS"
    """The same sentence, to the word, at dates that agree."""
    NEWS = "NEWS"
    """The headline, the standfirst and the first sentence of one article tell one news."""
    PERSONS = "PERSONS"
    """The same two persons in the same kind of happening, at dates that agree."""
    NUMBER = "NUMBER"
    """The same number of the same kind of happening, with somebody or some place in common."""
    PERSON = "PERSON"
    """A person rarely named, the same kind of happening, the same date in words."""
    CONCEPTS = "CONCEPTS"
    """Two kinds of happening together, the same date in words, nothing against it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A clause of an article that tells of something that happens."""

    article: str
    start: int
    end: int
    sentence: Span
    concept: str | None
    """The kind of happening (``lexicon/event_concepts.yml``); ``None`` where no word of the lists says it."""
    concepts: frozenset[str]
    """All that the whole sentence speaks of."""
    date: str | None
    """EDTF; ``None`` where nothing says when."""
    basis: Basis
    news: bool
    """Whether the date is only that of the publication: the text tells it as news."""
    planned: bool
    principal: bool
    """Whether it makes an event by itself; others only take part in one that is also told elsewhere."""
    persons: frozenset[str]
    """Ids of the persons in the clause."""
    beside: frozenset[str]
    """Ids of the persons in the clause and in the tellings before and after it."""
    others: frozenset[str]
    """Ids of the organisations and places in the clause."""
    numbers: frozenset[str]
    """Specific numbers of the clause, without those of dates."""
    said: str = ""
    """One value for the words of the clause and its sentence; nothing for a sentence so short that others say it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happens, and every passage that tells of it."""

    id: str
    labels: Mapping[str, str]
    """By language: the editor's words, or the shortest sentence that tells it in the language of its article."""
    label_basis: Basis
    date: str | None
    """EDTF level 1."""
    basis: Basis
    planned: bool
    tellings: tuple[Telling, ...]
    """In order of article and text."""
    reason: JoinReason | None
    """The weakest that was needed to join them; ``None`` where there is but one."""
    body: str = ""
    """The editor's prose, Markdown."""
    file: str | None = None
    """``docs/events/<id>.md`` where the editor wrote one."""

    @property
    def has_page(self) -> bool:
        """Whether there is more to say of it than one line: several articles tell it, and not just in a sentence that
        one has from the other; or the editor does.
        """
        return self.file is not None or (len(self.articles) > 1 and self.reason is not JoinReason.WORDS)

    @property
    def articles(self) -> tuple[str, ...]:
        """Ids of the articles that tell it, each once, in their order."""
        return tuple(dict.fromkeys(telling.article for telling in self.tellings))

    @property
    def entities(self) -> tuple[str, ...]:
        """Ids of those named where it is told, the most often named first."""
        named = [entity for telling in self.tellings for entity in sorted(telling.persons | telling.others)]
        return tuple(sorted(dict.fromkeys(named), key=lambda entity: (-named.count(entity), entity)))
