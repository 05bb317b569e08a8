"""Articles with the lines of what stands in them, as the pages of entities and dates list them.

Comes in: mentions or other passages, article by article. Goes out: ``ArticleView``s.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Protocol, TypeVar

from build_dossier.article import Article
from build_dossier.markdown import Markdown
from build_dossier.pages import address
from build_dossier.pages.context import Context
from build_dossier.pages.display import shortened


@dataclass(frozen=True, slots=True, kw_only=True)
class LineView:
    """A concordance line and where it stands."""

    left: str
    node: str
    right: str
    href: str
    nominal: bool
    """Whether the person is called by the office alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """An article with its lines on this page."""

    title: str
    language: str
    href: str
    date: Markdown
    mentions: int
    lines: tuple[LineView, ...]


class Standing(Protocol):
    """Something that stands in an article."""

    @property
    def article(self) -> Article:
        """The article."""


S = TypeVar("S", bound=Standing)


def articles_of(
    context: Context, shown: Iterable[S], path: str, line: Callable[[S, str], LineView]
) -> tuple[ArticleView, ...]:
    """The articles as the page at ``path`` lists them; ``line`` is told the address of the article."""
    views: list[ArticleView] = []
    for article, group in groupby(shown, key=lambda one: one.article):
        page = address.article(article.id)
        lines = tuple(line(one, address.from_to_html(path, page)) for one in group)
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
    return tuple(views)
