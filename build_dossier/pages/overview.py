"""A dossier at a glance: what it holds, when, who and where, what is told most, what is missing.

Comes in: a ``Context``. Goes out: an ``Overview`` of finished lines, each with the page behind it. Every number is that
of a list somewhere in the site.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from build_dossier.annotation import Note
from build_dossier.article import Basis
from build_dossier.compare.coverage import is_worth_a_row
from build_dossier.events import Event
from build_dossier.extract.mentions import EntityType
from build_dossier.extract.sources.citation import Anonymity
from build_dossier.link import LinkedReading
from build_dossier.markdown import Markdown
from build_dossier.pages import address
from build_dossier.pages.alphabet import name_key
from build_dossier.pages.context import Context
from build_dossier.pages.display import shortened, stretch
from build_dossier.pages.entity import of_itself
from build_dossier.pages.said import spoken

_PUBLISHERS, _PEOPLE, _ORGANISATIONS, _PLACES, _EVENTS, _NOTES = 4, 8, 8, 8, 8, 5
"""Lines of each list: as many as are taken in at a glance."""
_WORDS = 70


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A person, organisation or place that many articles name."""

    label: str
    href: Markdown
    articles: int
    quotations: int
    quotes_href: Markdown


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLine:
    """An event that is told most."""

    label: str
    language: str
    date: Markdown
    href: Markdown
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteLine:
    """One of the latest notes."""

    kind: Markdown
    words: str
    language: str
    """Of the words: those of an article have its language."""
    date: Markdown | None
    author: str | None
    href: Markdown


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """What the front page says before it lists the articles."""

    languages: tuple[tuple[Markdown, int], ...]
    """Articles by language, the most first."""
    published: Markdown | None
    """From the earliest stated day, month or year of publication to the latest; ``None`` without any."""
    publishers: tuple[str, ...]
    """Whose articles most are."""
    quotations: int
    people: tuple[Named, ...]
    organisations: tuple[Named, ...]
    places: tuple[Named, ...]
    events: tuple[EventLine, ...]
    """In order of date."""
    all_events: int
    told_once: int
    """Of the events that stand in a grid of coverage, those that one article alone tells."""
    notes: tuple[NoteLine, ...]


def overview(context: Context) -> Overview:
    """The dossier at a glance."""
    languages = Counter(linked.reading.article.language for linked in context.articles)
    published = [linked.reading.article.published for linked in context.articles]
    stated = [one.value for one in published if one.basis in {Basis.STATED, Basis.EDITOR} and one.value is not None]
    publishers = Counter(
        linked.reading.article.publisher.name
        for linked in context.articles
        if linked.reading.article.publisher is not None
    )
    worthy = [event for event in context.dossier.events if is_worth_a_row(event)]
    return Overview(
        languages=tuple((context.language_name(code), count) for code, count in languages.most_common()),
        published=stretch(context.date(min(stated)), context.date(max(stated)), context.renderer) if stated else None,
        publishers=tuple(name for name, _ in publishers.most_common(_PUBLISHERS)),
        quotations=sum(1 for linked in context.articles for _ in spoken(linked)),
        people=_named(context, EntityType.PER, _PEOPLE),
        organisations=_named(context, EntityType.ORG, _ORGANISATIONS),
        places=_named(context, EntityType.LOC, _PLACES),
        events=tuple(_events(context)),
        all_events=len(context.dossier.events),
        told_once=sum(len(event.articles) == 1 for event in worthy),
        notes=tuple(_notes(context)),
    )


def names_no_source(linked: LinkedReading) -> bool:
    """Whether an article says of nobody by name whom it has its news from."""
    return all(source.citation.anonymity is not Anonymity.NAMED for source in linked.sources)


def _named(context: Context, kind: EntityType, most: int) -> tuple[Named, ...]:
    """Those of a kind that most articles name; a government by the name of its seat is no place."""
    counts: dict[str, tuple[int, int]] = {}
    for entity in context.dossier.entities.values():
        if entity.type is kind:
            found = [one.article.id for one in of_itself(context, entity)]
            counts[entity.id] = len(set(found)), len(found)
    ranked = sorted(counts, key=lambda entity: (-counts[entity][0], -counts[entity][1], name_key(context, entity)))
    return tuple(_line(context, entity, counts[entity][0]) for entity in ranked[:most] if counts[entity][0])


def _line(context: Context, entity_id: str, articles: int) -> Named:
    entity = context.dossier.entities[entity_id]
    path = address.entity(entity)
    return Named(
        label=context.label(entity),
        href=address.from_to_html(address.FRONT, path),
        articles=articles,
        quotations=len(context.quoted.get(entity_id, ())),
        quotes_href=address.from_to_html(address.FRONT, path, "quotations"),
    )


def _events(context: Context) -> Iterator[EventLine]:
    """The events that most articles tell, those of the editor's files before others of as many; in order of date."""
    events = context.dossier.events
    ranked = sorted(
        events, key=lambda event: (-len(event.articles), event.file is None, -len(event.tellings), event.id)
    )
    chosen = {event.id for event in ranked[:_EVENTS]}
    for event in events:
        if event.id in chosen:
            yield _event(context, event)


def _event(context: Context, event: Event) -> EventLine:
    language, label = context.event_label(event)
    return EventLine(
        label=shortened(label, 2 * _WORDS),
        language=language,
        date=context.date(event.date),
        href=address.from_to_html(address.FRONT, *address.event_place(event, context.on_timeline)),
        articles=len(event.articles),
    )


def _notes(context: Context) -> Iterator[NoteLine]:
    """The notes that were written last; those without a day come after all others, in the order of the files."""
    for note in sorted(context.dossier.notes, key=lambda note: note.date or "", reverse=True)[:_NOTES]:
        yield _note(context, note)


def _note(context: Context, note: Note) -> NoteLine:
    article = context.by_id.get(note.passages[0].article if note.passages else note.article)
    words = note.passages[0].selector.exact if note.passages else article and article.reading.article.title.text
    return NoteLine(
        kind=context.kind_label(note.kind),
        words=shortened(words or note.article, _WORDS),
        language=context.locale if article is None else article.reading.article.language,
        date=None if note.date is None else context.date(note.date),
        author=note.author,
        href=address.from_to_html(address.FRONT, address.NOTES, f"n-{note.id}"),
    )
