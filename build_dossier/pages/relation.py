"""What an article leads on to: the articles that it has most in common with, and those before and after it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from build_dossier.article import Article
from build_dossier.markdown import Markdown
from build_dossier.pages import address
from build_dossier.pages.context import Context
from build_dossier.pages.display import shortened
from build_dossier.pages.pair import pair_path
from build_dossier.related import Related
from build_dossier.spoken_dates import days_of

NAMES, DATES = 4, 2
"""So many names and dates are given as a reason; more of them are no better one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedView:
    """Another article and why it is named."""

    title: str
    language: str
    href: str
    date: Markdown
    shared: tuple[str, ...]
    """Names that both hold."""
    dates: tuple[Markdown, ...]
    """Of events that both tell, and days that both speak of."""
    beside: Markdown | None = None
    """The page of the two side by side."""


def related_views(context: Context, article: str, path: str) -> Iterator[RelatedView]:
    """The related articles of ``article``, likest first, as its page at ``path`` lists them."""
    days = days_of(context.by_id[article])
    for related in context.related.get(article, ()):
        dates = islice(_dates(context, article, days, related.article), DATES)
        yield _related(context, article, related, tuple(context.date(date) for date in dates), path)


def _related(context: Context, article: str, related: Related, dates: tuple[Markdown, ...], path: str) -> RelatedView:
    names = tuple(context.label(context.dossier.entities[shared]) for shared in related.shared[:NAMES])
    view = _view(context, context.by_id[related.article].reading.article, path, names, dates)
    beside = pair_path(context, article, related.article)
    return view if beside is None else replace(view, beside=address.from_to(path, beside))


def _dates(context: Context, article: str, own: Sequence[str], other: str) -> list[str]:
    """Dates of which two articles speak, those of shared events first; ``own`` are the days of the first."""
    events = (event for event in context.told.get(article, ()) if other in event.articles)
    days = frozenset(days_of(context.by_id[other]))
    both = (day for day in own if day in days)
    return list(dict.fromkeys([*(event.date for event in events if event.date is not None), *both]))


def _view(
    context: Context, article: Article, path: str, shared: tuple[str, ...], dates: tuple[Markdown, ...]
) -> RelatedView:
    return RelatedView(
        title=shortened(article.title.text, 110),
        language=article.language,
        href=address.from_to(path, address.article(article.id)),
        date=context.date(article.published.value),
        shared=shared,
        dates=dates,
    )


def neighbour(article: Article | None, path: str) -> RelatedView | None:
    """The article before or after one in the dossier's order, if there is one, as the page at ``path`` leads to it."""
    if article is None:
        return None
    return RelatedView(
        title=shortened(article.title.text, 80),
        language=article.language,
        href=address.from_to(path, address.article(article.id)),
        date=Markdown(""),
        shared=(),
        dates=(),
    )
