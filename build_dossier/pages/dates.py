"""A page for each day, month and year that articles speak of, with the passages; and an index by year."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from build_dossier import kwic
from build_dossier.article import Article
from build_dossier.events import Event
from build_dossier.markdown import Markdown
from build_dossier.pages import LatePage, address
from build_dossier.pages.blind import about, without_notes
from build_dossier.pages.concordance import LineView, articles_of
from build_dossier.pages.context import Context
from build_dossier.pages.display import shortened
from build_dossier.pages.note import notes_about
from build_dossier.pages.time_marks import is_marked
from build_dossier.search.words import tokens
from build_dossier.spoken_dates import Passage
from build_dossier.strict_yaml import write_front_matter

_DAY = len("2025-06-21")
"""Articles are listed on the page of the day on which they were published; those of a month or a year are many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateView:
    """A date as a list shows it."""

    label: Markdown
    href: Markdown
    mentions: int
    articles: int
    words: str
    """What it can be found by in a list, folded: as it is said, and as it is written in EDTF."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkView:
    """An article or event that belongs to a date."""

    title: str
    language: str
    href: Markdown


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """An event of a date, and the articles that tell of it."""

    event: LinkView
    articles: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Calendar:
    """What belongs to each date, gathered once for all pages."""

    events: Mapping[str, Sequence[Event]]
    published: Mapping[str, Sequence[Article]]
    within: Mapping[str, Sequence[str]]
    """The months and days of a year, the days of a month."""


def pages(context: Context) -> Iterator[LatePage]:
    """The pages of all dates, in order, then their index; they show no notes but those on a date."""
    blind = without_notes(context)
    calendar = _calendar(blind)
    for date in blind.dates:
        own, made_of = about(context, blind, date)
        yield LatePage(path=address.date(date), render=partial(_page, own, date, calendar), made_of=made_of)
    yield LatePage(path=address.DATES, render=partial(_index, blind), made_of="")


def _calendar(context: Context) -> _Calendar:
    events: dict[str, list[Event]] = defaultdict(list)
    published: dict[str, list[Article]] = defaultdict(list)
    within: dict[str, list[str]] = defaultdict(list)
    for event in context.events.values():
        events[event.date or ""].append(event)
    for linked in context.articles:
        article = linked.reading.article
        published[article.published.value or ""].append(article)
    for date in context.dates:
        for wider in _wider(date):
            within[wider].append(date)
    return _Calendar(events=events, published=published, within=within)


def _wider(date: str) -> list[str]:
    """The year and the month that a date lies in."""
    parts = date.split("-")
    return ["-".join(parts[:length]) for length in range(1, len(parts))]


def _page(context: Context, date: str, calendar: _Calendar) -> str:
    path = address.date(date)
    passages = context.dates[date]
    label = context.date(date)
    around = [wider for wider in _wider(date) if wider in context.dates]
    of_day = calendar.published.get(date, ()) if len(date) == _DAY else ()
    return context.renderer.render(
        "date.md.j2",
        front=_front_matter(str(label), "date"),
        label=label,
        total=len(passages),
        count=len({passage.article.id for passage in passages}),
        published=[_link(article, path) for article in of_day],
        events=[_event(context, event, path) for event in calendar.events.get(date, ())],
        articles=articles_of(context, passages, path, partial(_line, context)),
        within=[_view(context, other, path) for other in calendar.within.get(date, ())],
        around=[_view(context, other, path) for other in around],
        notes=notes_about(context, date, path),
        note_file=context.annotation_file(date),
        index=address.from_to(path, address.DATES),
    )


def _front_matter(title: str, kind: str) -> Markdown:
    return Markdown(write_front_matter({"title": title, "description": title, "kind": kind}))


def _link(article: Article, path: str) -> LinkView:
    return LinkView(
        title=shortened(article.title.text, 110),
        language=article.language,
        href=address.from_to(path, address.article(article.id)),
    )


def _event(context: Context, event: Event, path: str) -> EventView:
    language, label = context.event_label(event)
    href = address.from_to(path, *address.event_place(event, context.on_timeline))
    return EventView(
        event=LinkView(title=shortened(label, 160), language=language, href=href),
        articles=tuple(_link(context.by_id[article].reading.article, path) for article in event.articles),
    )


def _line(context: Context, passage: Passage, page: str) -> LineView:
    time, article = passage.time, passage.article
    line = kwic.line(article, time.start, time.end)
    marked = is_marked(context.by_id[article.id], time)
    anchor = f"t-{time.start}" if marked else context.paragraph(article, time.start)
    return LineView(left=line.left, node=line.node, right=line.right, href=f"{page}#{anchor}", nominal=False)


def _view(context: Context, date: str, path: str) -> DateView:
    passages = context.dates[date]
    return DateView(
        label=context.date(date),
        href=address.from_to(path, address.date(date)),
        mentions=len(passages),
        articles=len({passage.article.id for passage in passages}),
        words=" ".join(dict.fromkeys(word for said in (context.date(date), date) for _, _, word in tokens(said))),
    )


def _index(context: Context) -> str:
    path = address.DATES
    title = context.t("Dates")
    years = groupby(context.dates, key=lambda date: date[:4])
    return context.renderer.render(
        "dates.md.j2",
        front=_front_matter(str(title), "dates"),
        title=title,
        search=address.from_to_html(path, address.SEARCH),
        years=[(year, [_view(context, date, path) for date in dates]) for year, dates in years],
    )
