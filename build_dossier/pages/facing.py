"""Articles side by side, as pages show them: tables with a column for each article, and in every cell its own words.

Comes in: a ``Comparison``. Goes out: ``Facing``, which ``facing.html.j2`` prints on the page of an event and on that of
two articles.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from build_dossier.article import Article
from build_dossier.compare import Row, Side
from build_dossier.compare.facing import Comparison, event_row
from build_dossier.events import Event
from build_dossier.extract.mentions import EntityType
from build_dossier.markdown import Markdown
from build_dossier.pages import address
from build_dossier.pages.abreast import MOST, CellView, Column, Part, RowView, Words, parts
from build_dossier.pages.context import Context
from build_dossier.pages.display import shortened
from build_dossier.text.fold import fold_case
from build_dossier.text.span import Span

MOST_PASSAGES = 4
"""Passages of a cell; what more there is stands in the article."""
MOST_ALONE = 24
"""Names, dates and numbers that are listed as one article's alone."""
LONGEST = 420
"""Characters of a passage."""
_STEM = 5
"""Letters of a word by which two forms of a name are one: «Лукашенка», «Лукашенком»."""
_ORDER = (EntityType.PER, EntityType.ORG, EntityType.LOC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows of one kind."""

    id: Markdown
    title: Markdown
    silent: Markdown
    """What a cell without words says."""
    passages: bool
    """Whether the words are passages to read, not single words."""
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facing:
    """All that is shown of a comparison."""

    articles: int
    tables: tuple[Table, ...]


def facing(context: Context, compared: Comparison, path: str, first: Iterable[Table] = ()) -> Facing:
    """The tables that have rows, as the page at ``path`` shows them, those of ``first`` before the others."""
    t = context.t
    tell = _Teller(context, compared.sides, path)
    events, alone = tell.events(compared.events, shared=True), tell.events(compared.events, shared=False)
    silent, names, dates = t("Not told here"), tell.names(compared.names), tell.numbers(compared)
    several = t("What both tell") if len(compared.sides) == 2 else t("What several tell")
    made = (
        *first,
        tell.table("shared", several, silent, events),
        tell.table("alone", t("What only one of them tells"), silent, alone),
        tell.table("quoted", t("Who is quoted"), t("Not quoted here"), tuple(tell.quoted(compared.speakers))),
        tell.table("names", t("Who is named, and how"), t("Not named here"), names, passages=False),
        tell.table("numbers", t("Dates and numbers"), t("Not given here"), dates, passages=False),
    )
    return Facing(articles=len(compared.sides), tables=tuple(table for table in made if table.parts))


def event_table(context: Context, compared: Comparison, event: Event, path: str) -> Table:
    """The passages that tell of one event, as the first table of its page."""
    tell = _Teller(context, compared.sides, path)
    row = event_row(event, compared.sides)
    view = RowView(
        label="",
        language=None,
        href=None,
        about=Markdown(""),
        cells=tell.cells(row, tell.passage),
    )
    return tell.table("told", context.t("How it is told"), context.t("Not told here"), (view,))


def column(context: Context, article: Article, path: str) -> Column:
    """The head of an article's column."""
    return Column(
        title=shortened(article.title.text, 90),
        short=shortened(article.title.text, 48),
        language=article.language,
        href=address.from_to_html(path, address.article(article.id)),
        date=context.date(article.published.value),
        publisher=None if article.publisher is None else article.publisher.name,
    )


class _Teller:
    """Turns rows into what is printed."""

    def __init__(self, context: Context, sides: Sequence[Side], path: str) -> None:
        self.context, self.sides, self.path = context, sides, path
        self._columns = tuple(column(context, side.article, path) for side in sides)

    def table(
        self, name: str, title: Markdown, silent: Markdown, found: Sequence[RowView], *, passages: bool = True
    ) -> Table:
        """Some rows under a heading, a few articles at a time."""
        shown = parts(self._columns, found)
        return Table(id=Markdown(name), title=title, silent=silent, passages=passages, parts=shown)

    def events(self, rows: Iterable[Row], *, shared: bool) -> tuple[RowView, ...]:
        """Rows of events that several tell, or that one does."""
        return tuple(self._event(row) for row in rows if row.is_shared is shared)

    def _event(self, row: Row) -> RowView:
        event = self.context.events[row.key]
        language, label = self.context.event_label(event)
        href = address.from_to_html(self.path, *address.event_place(event, self.context.on_timeline))
        date = self.context.date(event.date)
        told, of = len(row.told_by), len(self.sides)
        how = self.context.t("told by %(n)s of %(of)s", n=told, of=of)
        about = Markdown(f"{date} · {how}") if told < of else date
        return RowView(
            label=shortened(label, 160), language=language, href=href, about=about, cells=self.cells(row, self.passage)
        )

    def names(self, rows: Sequence[Row]) -> tuple[RowView, ...]:
        """Rows of those whom several name, people first, and one of those whom one alone does."""
        known = self.context.dossier.entities
        named = [row for row in rows if row.key in known]
        shared = sorted((r for r in named if r.is_shared), key=lambda row: _ORDER.index(known[row.key].type))
        views = tuple(self._name(row) for row in shared)
        return (*views, *self._alone([row for row in named if not row.is_shared], self._entity_link))

    def _name(self, row: Row) -> RowView:
        entity = self.context.dossier.entities[row.key]
        cells = tuple(
            CellView(words=words[:MOST_PASSAGES], more=0)
            for words in (tuple(self._forms(at, spans)) for at, spans in enumerate(row.cells))
        )
        href = address.from_to_html(self.path, address.entity(entity))
        return RowView(
            label=self.context.label(entity), language=None, href=href, about=self._counted(row), cells=cells
        )

    def _counted(self, row: Row) -> Markdown:
        """How often each article names it; of more than stand beside each other, how many do."""
        if len(row.cells) > MOST:
            return self.context.renderer.tn("in one article", "in %(n)s articles", len(row.told_by))
        return Markdown(" : ".join(str(len(spans)) for spans in row.cells))

    def _forms(self, at: int, spans: Sequence[Span]) -> Iterator[Words]:
        """The namings that differ in more than their endings, those with a description first."""
        text, seen = self.sides[at].article.text, set[str]()
        for span in sorted(spans, key=lambda one: (one.start - one.end, one.start)):
            key = " ".join(word[:_STEM] for word in fold_case(span.of(text)).split())
            if key not in seen:
                seen.add(key)
                yield self.words(at, span)

    def _entity_link(self, at: int, row: Row) -> Words:
        del at
        entity = self.context.dossier.entities[row.key]
        return Words(text=self.context.label(entity), href=address.from_to_html(self.path, address.entity(entity)))

    def numbers(self, compared: Comparison) -> tuple[RowView, ...]:
        """Rows of dates and of numbers that several give, and one of those that one alone does."""
        t = self.context.t
        dates = [
            RowView(
                label=self.context.date(row.key),
                language=None,
                href=None,
                about=Markdown(""),
                cells=self.cells(row, self.words),
            )
            for row in compared.dates
            if row.is_shared
        ]
        counted = [
            RowView(
                label=self._unit(row),
                language=self.sides[row.told_by[0]].article.language,
                href=None,
                about=t("no number in common") if row.key in compared.apart else Markdown(""),
                cells=self.cells(row, self.words),
            )
            for row in compared.counts
            if row.is_shared
        ]
        alone = [row for row in (*compared.dates, *compared.counts) if not row.is_shared]
        return (*dates, *counted, *self._alone(alone, lambda at, row: self.words(at, row.cells[at][0])))

    def _unit(self, row: Row) -> str:
        """What is counted, in the words of the first that does."""
        at = row.told_by[0]
        return row.cells[at][0].of(self.sides[at].article.text).split()[-1]

    def _alone(self, rows: Sequence[Row], link: Callable[[int, Row], Words]) -> tuple[RowView, ...]:
        """One row of what each article has alone."""
        if not rows:
            return ()
        found: list[list[Words]] = [[] for _ in self.sides]
        for row in rows:
            (at,) = row.told_by
            found[at].append(link(at, row))
        cells = (CellView(words=tuple(w[:MOST_ALONE]), more=max(0, len(w) - MOST_ALONE)) for w in found)
        label = self.context.t("Only here")
        return (RowView(label=label, language=None, href=None, about=Markdown(""), cells=tuple(cells)),)

    def quoted(self, rows: Iterable[Row]) -> Iterator[RowView]:
        """Rows of those who are quoted, those quoted by several first."""
        known = self.context.dossier.entities
        for row in sorted(rows, key=lambda row: not row.is_shared):
            entity = known.get(row.key)
            href = None if entity is None else address.from_to_html(self.path, address.entity(entity))
            language = self.sides[row.told_by[0]].article.language if entity is None else None
            label = row.key if entity is None else self.context.label(entity)
            cells = self.cells(row, self._quotation)
            yield RowView(label=label, language=language, href=href, about=Markdown(""), cells=cells)

    def cells(self, row: Row, show: Callable[[int, Span], Words]) -> tuple[CellView, ...]:
        """The words of each article."""
        return tuple(
            CellView(
                words=tuple(show(at, span) for span in spans[:MOST_PASSAGES]), more=max(0, len(spans) - MOST_PASSAGES)
            )
            for at, spans in enumerate(row.cells)
        )

    def passage(self, at: int, span: Span) -> Words:
        """A passage, shortened where it is very long, with its paragraph."""
        return self.words(at, span, longest=LONGEST)

    def words(self, at: int, span: Span, longest: int = LONGEST) -> Words:
        """Words of an article, with their paragraph."""
        article = self.sides[at].article
        href = address.from_to_html(self.path, address.article(article.id), self.context.paragraph(article, span.start))
        return Words(text=shortened(span.of(article.text), longest), href=href)

    def _quotation(self, at: int, span: Span) -> Words:
        article = self.sides[at].article
        href = address.from_to_html(self.path, address.article(article.id), f"q-{span.start}")
        return Words(text=shortened(span.of(article.text), LONGEST), href=href)
