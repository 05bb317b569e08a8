"""Coverage: which article tells of which event, and what that leaves open."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from build_dossier.article import Article
from build_dossier.compare.coverage import Grid, grids, leaves_out
from build_dossier.events import Event
from build_dossier.events.describing import sort_key
from build_dossier.markdown import Markdown
from build_dossier.pages import LatePage, address, parts
from build_dossier.pages.abreast import Column
from build_dossier.pages.blind import without_notes
from build_dossier.pages.context import Context
from build_dossier.pages.display import shortened
from build_dossier.pages.facing import column
from build_dossier.pages.pair import pair_path
from build_dossier.strict_yaml import write_front_matter

GRIDS = 25
"""Grids of a page."""
MOST_TOLD = 12
"""Events that an article is said to tell."""
FEW_GRIDS = 3
"""Of more the page begins with a list."""
MOST_LEFT_OUT = 8
"""Events that an article is said to leave out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldView:
    """A cell: where an article tells of an event."""

    href: str | None
    """``None`` where it does not."""
    passages: int
    words: str
    """The first passage, for whoever points at the cell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """An event with its cells."""

    label: str
    language: str
    href: str
    date: Markdown
    planned: bool
    cells: tuple[ToldView, ...]

    @property
    def told(self) -> int:
        """How many of the articles tell it."""
        return sum(cell.href is not None for cell in self.cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class GridView:
    """A grid as it is printed."""

    id: Markdown
    title: str
    language: str
    tellers: int
    """Articles that tell the event after which it is called."""
    which: Markdown | None
    """Which of them it shows, where that is not all."""
    begins: bool
    """Whether it is the first of those that show them."""
    columns: tuple[Column, ...]
    rows: tuple[EventRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldEvent:
    """An event that an article tells, with a page on which others do too."""

    label: str
    language: str
    href: Markdown
    date: Markdown
    others: int
    """How many other articles tell it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """An event that an article does not tell, and a related one that does."""

    label: str
    language: str
    href: Markdown
    date: Markdown
    teller: str
    teller_language: str
    teller_href: Markdown


def pages(context: Context) -> Iterator[LatePage]:
    """One page, or several of a large dossier; none of them shows notes."""
    blind = without_notes(context)
    found = tuple(grids(context.dossier.events, [one.reading.article.id for one in context.articles], context.related))
    all_parts = parts.parts(found, GRIDS)
    for number, shown in enumerate(all_parts, start=1):
        render = partial(_page, blind, shown, number, len(all_parts))
        yield LatePage(path=parts.path(address.COVERAGE, number), render=render, made_of="")


def _page(context: Context, shown: Sequence[Grid], number: int, count: int) -> str:
    path, title = parts.path(address.COVERAGE, number), context.t("Coverage")
    front = {
        "title": str(title),
        "description": str(context.t("Which article tells of which event")),
        "kind": "coverage",
    }
    views = tuple(_grid(context, grid, path, at) for at, grid in enumerate(shown, start=1))
    begun = tuple(view for view in views if view.begins)
    return context.renderer.render(
        "coverage.md.j2",
        front=Markdown(write_front_matter(front)),
        title=title,
        grids=views,
        contents=begun if len(begun) > FEW_GRIDS else (),
        parts=parts.links(address.COVERAGE, number, count),
    )


def _grid(context: Context, grid: Grid, path: str, number: int) -> GridView:
    """A grid, the ``number``-th of its page."""
    about = grid.about or max(grid.events, key=lambda event: len(event.articles))
    language, label = context.event_label(about)
    tellers, which = len(about.articles), None
    if grid.about is not None and grid.last - grid.first + 1 < tellers:
        which = context.t("Articles %(first)s–%(last)s of %(n)s", first=grid.first, last=grid.last, n=tellers)
    articles = [context.by_id[article].reading.article for article in grid.articles]
    return GridView(
        id=Markdown(f"grid-{number}"),
        title=shortened(label, 110),
        language=language,
        tellers=tellers,
        which=which,
        begins=grid.first == 1,
        columns=tuple(column(context, article, path) for article in articles),
        rows=tuple(_row(context, event, articles, path) for event in grid.events),
    )


def _row(context: Context, event: Event, articles: Sequence[Article], path: str) -> EventRow:
    language, label = context.event_label(event)
    return EventRow(
        label=shortened(label, 130),
        language=language,
        href=address.from_to_html(path, *address.event_place(event, context.on_timeline)),
        date=context.date(event.date),
        planned=event.planned,
        cells=tuple(_told(context, event, article, path) for article in articles),
    )


def _told(context: Context, event: Event, article: Article, path: str) -> ToldView:
    spans = dict.fromkeys(telling.sentence for telling in event.tellings if telling.article == article.id)
    if not spans:
        return ToldView(href=None, passages=0, words="")
    first = next(iter(spans))
    anchor = context.paragraph(article, first.start)
    return ToldView(
        href=address.from_to_html(path, address.article(article.id), anchor),
        passages=len(spans),
        words=shortened(first.of(article.text), 200),
    )


def told_in(context: Context, article: str, path: str) -> tuple[ToldEvent, ...]:
    """The events with a page that an article tells, those that most others tell where there are too many, by date."""
    told = [event for event in context.told.get(article, ()) if event.has_page]
    most = {event.id for event in sorted(told, key=lambda event: -len(event.articles))[:MOST_TOLD]}
    return tuple(_told_event(context, event, path) for event in sorted(told, key=sort_key) if event.id in most)


def _told_event(context: Context, event: Event, path: str) -> ToldEvent:
    language, label = context.event_label(event)
    return ToldEvent(
        label=shortened(label, 160),
        language=language,
        href=address.from_to(path, *address.event_place(event, context.on_timeline)),
        date=context.date(event.date),
        others=len(event.articles) - 1,
    )


def left_out(context: Context, article: str, path: str) -> tuple[LeftOut, ...]:
    """What an article does not tell and a related one does with which it shares an event, for the page at ``path``."""
    near = [one.article for one in context.related.get(article, ()) if pair_path(context, article, one.article)]
    missing = leaves_out(article, context.told, near)
    return tuple(_left_out(context, event, near, path) for event in missing[:MOST_LEFT_OUT])


def _left_out(context: Context, event: Event, near: Sequence[str], path: str) -> LeftOut:
    language, label = context.event_label(event)
    teller = context.by_id[next(one for one in near if one in event.articles)].reading.article
    start = next(telling.start for telling in event.tellings if telling.article == teller.id)
    return LeftOut(
        label=shortened(label, 160),
        language=language,
        href=address.from_to(path, *address.event_place(event, context.on_timeline)),
        date=context.date(event.date),
        teller=shortened(teller.title.text, 70),
        teller_language=teller.language,
        teller_href=address.from_to(path, address.article(teller.id), context.paragraph(teller, start)),
    )
