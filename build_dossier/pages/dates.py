"""A page for each day, month and year that articles speak of, with the passages; and an index by year."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from build_dossier import kwic
from build_dossier.markdown import Markdown
from build_dossier.pages import Page, address
from build_dossier.pages.context import Context
from build_dossier.pages.display import shortened
from build_dossier.pages.entity import ArticleView, LineView
from build_dossier.pages.time_marks import is_marked
from build_dossier.spoken_dates import Passage
from build_dossier.strict_yaml import write_front_matter


@dataclass(frozen=True, slots=True, kw_only=True)
class DateView:
    """A date as a list shows it."""

    label: Markdown
    href: Markdown
    mentions: int
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkView:
    """An article or event that belongs to a date."""

    title: str
    language: str
    href: Markdown


def pages(context: Context) -> Iterator[Page]:
    """The pages of all dates, in order, then their index."""
    for date in context.dates:
        yield _page(context, date)
    yield _index(context)


def _page(context: Context, date: str) -> Page:
    path = address.date(date)
    passages = context.dates[date]
    label = context.date(date)
    within = [other for other in context.dates if other.startswith(f"{date}-")]
    around = [other for other in context.dates if date.startswith(f"{other}-")]
    text = context.renderer.render(
        "date.md.j2",
        front=_front_matter(str(label), "date"),
        label=label,
        total=len(passages),
        count=len({passage.article.id for passage in passages}),
        published=_published(context, date, path),
        events=_events(context, date, path),
        articles=_articles(context, passages, path),
        within=[_view(context, other, path) for other in within],
        around=[_view(context, other, path) for other in around],
        index=address.from_to(path, address.DATES),
    )
    return Page(path=path, text=text)


def _front_matter(title: str, kind: str) -> Markdown:
    return Markdown(write_front_matter({"title": title, "description": title, "kind": kind}))


def _published(context: Context, date: str, path: str) -> list[LinkView]:
    """The articles of that day; none on the page of a month or year, which may be many."""
    articles = (linked.reading.article for linked in context.articles)
    return [
        LinkView(
            title=shortened(article.title.text, 110),
            language=article.language,
            href=address.from_to(path, address.article(article.id)),
        )
        for article in articles
        if len(date) == len("2025-06-21") and article.published.value == date
    ]


def _events(context: Context, date: str, path: str) -> list[LinkView]:
    """The events of exactly that date."""
    views = []
    for event in context.events.values():
        if event.date == date:
            language, label = context.event_label(event)
            href = address.from_to(path, address.event(event), address.event_anchor(event))
            views.append(LinkView(title=shortened(label, 160), language=language, href=href))
    return views


def _articles(context: Context, passages: Sequence[Passage], path: str) -> list[ArticleView]:
    views = []
    for article, group in groupby(passages, key=lambda passage: passage.article):
        page = address.article(article.id)
        lines = tuple(_line(context, passage, address.from_to_html(path, page)) for passage in group)
        views.append(
            ArticleView(
                title=shortened(article.title.text, 110),
                language=article.language,
                href=address.from_to(path, page),
                date=context.date(article.published.value),
                mentions=len(lines),
                lines=lines,
            )
        )
    return views


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
    )


def _index(context: Context) -> Page:
    path = address.DATES
    title = context.t("Dates")
    years = groupby(context.dates, key=lambda date: date[:4])
    text = context.renderer.render(
        "dates.md.j2",
        front=_front_matter(str(title), "dates"),
        title=title,
        years=[(year, [_view(context, date, path) for date in dates]) for year, dates in years],
    )
    return Page(path=path, text=text)
