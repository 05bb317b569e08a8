"""What the pages share: the dossier turned about, so that a page looks things up instead of searching for them.

Comes in: a ``Dossier`` and a ``Renderer``. Goes out: a ``Context``, made once for all pages.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from babel import Locale

from build_dossier.annotation import Note, Orphan
from build_dossier.annotation.kinds import DEFAULT_ICON, icons
from build_dossier.article import Article, Basis, Seed
from build_dossier.dossier import Dossier, HandWritten
from build_dossier.entity import Entity
from build_dossier.events import Event
from build_dossier.extract.mentions import EntityType, Level, Mention
from build_dossier.extract.quotations import Quotation
from build_dossier.link import LinkedReading
from build_dossier.linking.sourcing import LinkedSource
from build_dossier.markdown import Markdown, escape_line
from build_dossier.pages import address, parts
from build_dossier.pages.display import basis, date, in_a_language, languages, shortened
from build_dossier.pages.grouping import grouped
from build_dossier.pages.placement import Placement, placements
from build_dossier.pages.prose import Prose, in_own_language
from build_dossier.prose import Destination, render_note, render_prose
from build_dossier.related import Neighbour, Related, neighbours, related
from build_dossier.rendering import Renderer
from build_dossier.spoken_dates import Passage, spoken_dates
from build_dossier.text.locate import Reason
from build_dossier.wikilink import Ids


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """A mention of an entity in an article."""

    article: Article
    mention: Mention

    @property
    def is_place(self) -> bool:
        """Whether the place itself is meant, not a government by its seat; true of all that is no place."""
        return self.mention.type is not EntityType.LOC or not self.mention.metonym


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """Everything a page may show, by what it is looked up with."""

    dossier: Dossier
    renderer: Renderer
    locale: str
    """CLDR name of the interface language, for dates and names of languages."""
    articles: tuple[LinkedReading, ...]
    """In order of publication, those without a date last, then by id."""
    by_id: Mapping[str, LinkedReading]
    seeds: Mapping[str, Seed]
    """By article id."""
    occurrences: Mapping[str, tuple[Occurrence, ...]]
    """By entity id, in order of ``articles`` and of text."""
    quoted: Mapping[str, tuple[tuple[LinkedReading, Quotation], ...]]
    """Their words in quotation marks by entity id, in the same order."""
    names: Mapping[str, tuple[str, ...]]
    """Every name and form of each entity, by its id."""
    placements: Mapping[str, tuple[Placement, ...]]
    """By article id, in text order."""
    marks: Mapping[tuple[str, str, int], Placement]
    """Where a passage stands, by file and id of its note and number of the passage."""
    notes: Mapping[str, tuple[Note, ...]]
    """All notes in an article's file that have a place, by article id."""
    whole: Mapping[str, tuple[Note, ...]]
    """Notes on an article as a whole, by article id."""
    about: Mapping[str, tuple[Note, ...]]
    """Notes on a person, place, organisation, event or date, by its id."""
    orphans: Mapping[str, tuple[Orphan, ...]]
    """By article id."""
    related: Mapping[str, tuple[Related, ...]]
    neighbours: Mapping[str, tuple[Neighbour, ...]]
    dates: Mapping[str, tuple[Passage, ...]]
    """By day, month and year that the articles speak of, in order."""
    events: Mapping[str, Event]
    """By id, in order of date."""
    told: Mapping[str, tuple[Event, ...]]
    """By article: the events that it tells, in order of date."""
    on_timeline: Mapping[str, str]
    """The page of the timeline on which each event stands."""
    ids: Ids
    """Everything that ``[[…]]`` can mean."""

    def t(self, message: str, **values: object) -> Markdown:
        """Interface text."""
        return self.renderer.t(message, **values)

    def basis(self, value: Basis) -> Markdown:
        """A basis as a word."""
        return basis(value, self.renderer)

    def date(self, value: str | None) -> Markdown:
        """An EDTF value in words."""
        return date(value, self.renderer, self.locale)

    def month(self, number: int) -> Markdown:
        """A month as a drawing is marked with it."""
        return escape_line(Locale.parse(self.locale).months["stand-alone"]["abbreviated"][number])

    def label(self, entity: Entity) -> str:
        """The entity's name for a reader of the interface language."""
        names = (
            entity.labels.get(self.locale),
            entity.labels.get("en"),
            *entity.labels.values(),
            *self.names_of(entity),
        )
        return next(filter(None, names), entity.id)

    def event_label(self, event: Event) -> tuple[str, str]:
        """What an event is called, with the language of the words before it."""
        return in_a_language(event.labels, self.locale, event.id)

    def language_name(self, language: str) -> Markdown:
        """The language's name in the interface language."""
        if language == "und":
            return self.t("language unknown")
        name = languages(self.locale).get(language, language)
        return escape_line(name[:1].upper() + name[1:])

    def language_basis(self, article: Article) -> Basis:
        """Where the language of an article comes from."""
        correction = self.dossier.corrections.get(article.id)
        if correction is not None and correction.language is not None:
            return Basis.EDITOR
        return Basis.UNKNOWN if article.language == "und" else Basis.COMPUTED

    def kind_label(self, kind: str) -> Markdown:
        """What a kind of note is called."""
        known = self.dossier.note_kinds.get(kind)
        return escape_line(kind) if known is None else self.t(known.label)

    def entities_of(self, linked: LinkedReading, kind: EntityType) -> tuple[Entity, ...]:
        """The entities of a type that an article names, the most often named first."""
        counts = Counter(link.entity for link in linked.links if link.entity is not None)
        entities = (self.dossier.entities[entity_id] for entity_id, _ in counts.most_common())
        return tuple(entity for entity in entities if entity.type is kind)

    def sources_of(self, linked: LinkedReading) -> tuple[str, ...]:
        """The outlets an article cites, under the names of their pages."""
        return tuple(dict.fromkeys(self.source_label(source) for source in linked.sources if source.is_outlet))

    def source_label(self, source: LinkedSource) -> str:
        """A source's name for a reader of the interface language; of one without a name its description."""
        if source.entity is not None:
            return self.label(self.dossier.entities[source.entity])
        return source.citation.name

    def names_of(self, entity: Entity) -> tuple[str, ...]:
        """Every name and form of an entity, for search."""
        return self.names[entity.id]

    def paragraph(self, article: Article, start: int) -> str:
        """Id of the paragraph in which the character at ``start`` stands."""
        return f"p{next((n for n, block in enumerate(article.blocks, start=1) if start < block.end), 1)}"

    def hand_written(self, name: str) -> HandWritten | None:
        """``docs/<name>.md``, if the editor wrote it."""
        return self.dossier.hand_written.get(name)

    def annotation_file(self, article_id: str) -> str:
        """The file to edit for an article: the one there is, or the one to make."""
        return self.dossier.annotation_files.get(article_id, f"docs/annotations/{article_id}.md")

    def mark_of(self, note: Note, passage: int) -> str | None:
        """Id of the mark at a note's passage; ``None`` when it was not found."""
        placement = self.marks.get((note.file, note.id, passage))
        return None if placement is None else placement.anchor

    def reason_of(self, note: Note, passage: int) -> Reason | None:
        """How a note's passage was found; ``None`` when it was not."""
        placement = self.marks.get((note.file, note.id, passage))
        return None if placement is None else placement.match.reason

    def prose(self, body: str, page: str) -> Prose:
        """HTML of the editor's Markdown, its ``[[…]]`` leading on from ``page``."""
        html = render_prose(body, lambda target: self.destination(target, page))
        return in_own_language(html, body, self.locale)

    def icon(self, kind: str) -> Markdown:
        """The outline of the icon of a kind of note, as SVG path data."""
        known = self.dossier.note_kinds.get(kind)
        return Markdown(icons()[DEFAULT_ICON if known is None else known.icon])

    def note_prose(self, body: str, page: str) -> Prose:
        """``prose`` of a note, which has no headings of its own."""
        html = render_note(body, lambda target: self.destination(target, page))
        return in_own_language(html, body, self.locale)

    def destination(self, target: str, page: str) -> Destination | None:
        """Where ``[[target]]`` leads from ``page``."""
        found = self.ids.resolve(target)
        if not isinstance(found, str):
            return None
        if (linked := self.by_id.get(found)) is not None:
            article = linked.reading.article
            return Destination(
                href=address.from_to_html(page, address.article(found)),
                title=shortened(article.title.text, 70),
                kind="article",
            )
        if (event := self.events.get(self.dossier.event_redirects.get(found, found))) is not None:
            href = address.from_to_html(page, *address.event_place(event, self.on_timeline))
            return Destination(href=href, title=self.event_label(event)[1], kind="event")
        if found in self.dates and found not in self.dossier.entities:
            href = address.from_to_html(page, address.date(found))
            return Destination(href=href, title=str(self.date(found)), kind="date")
        entity = self.dossier.entities[self.dossier.redirects.get(found, found)]
        kind = address.FOLDERS[entity.type]
        return Destination(href=address.from_to_html(page, address.entity(entity)), title=self.label(entity), kind=kind)


def publication_order(reading: LinkedReading) -> tuple[bool, str, str]:
    """Sort key: by date, and last what has none or only a bound («2022 or later» is no place in an order)."""
    article = reading.reading.article
    value = article.published.value or ""
    undated = not value or ".." in value.split("/") or "" in value.split("/")
    return (undated, "" if undated else value, article.id)


def make_context(dossier: Dossier, renderer: Renderer, locale: str) -> Context:
    """The dossier turned about."""
    articles = tuple(sorted(dossier.readings, key=publication_order))
    occurrences = _occurrences(articles)
    placed = placements(dossier.anchors)
    return Context(
        dossier=dossier,
        renderer=renderer,
        locale=locale,
        articles=articles,
        by_id={linked.reading.article.id: linked for linked in articles},
        seeds={seed.id: seed for seed in dossier.seeds},
        occurrences=occurrences,
        quoted=grouped((entity, (linked, one)) for linked in articles for entity, one in linked.quoted()),
        names={entity.id: _names(entity, occurrences.get(entity.id, ())) for entity in dossier.entities.values()},
        placements=placed,
        marks={(p.note.file, p.note.id, p.passage): p for stand in placed.values() for p in stand},
        notes=grouped((anchor.note.article, anchor.note) for anchor in dossier.anchors),
        whole=grouped((a.note.article, a.note) for a in dossier.anchors if not a.note.passages),
        about=grouped((note.about, note) for note in dossier.notes if note.about is not None),
        orphans=grouped((orphan.note.article, orphan) for orphan in dossier.orphans),
        related=related(dossier.readings),
        neighbours=neighbours(dossier.readings),
        events={event.id: event for event in dossier.events},
        told=grouped((article, event) for event in dossier.events for article in event.articles),
        on_timeline=parts.paths(address.TIMELINE, [event.id for event in dossier.events]),
        dates=spoken_dates(articles),
        ids=dossier.ids(),
    )


def _occurrences(articles: Sequence[LinkedReading]) -> Mapping[str, tuple[Occurrence, ...]]:
    return grouped(
        (link.entity, Occurrence(article=linked.reading.article, mention=link.mention))
        for linked in articles
        for link in linked.links
        if link.entity is not None
    )


def _names(entity: Entity, occurrences: Sequence[Occurrence]) -> tuple[str, ...]:
    """Labels, then aliases, then forms, each once."""
    forms = (o.mention.form for o in occurrences if o.mention.level is Level.NAM)
    return tuple(dict.fromkeys((*entity.labels.values(), *(alias.form for alias in entity.aliases), *forms)))
