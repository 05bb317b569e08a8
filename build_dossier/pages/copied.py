"""Copies and retellings: which articles hold each other's sentences, and what was changed from one to the other."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from build_dossier.article import Article
from build_dossier.compare.changes import Change, changes
from build_dossier.compare.copies import Copy, clusters, read_text
from build_dossier.markdown import Markdown
from build_dossier.pages import LatePage, address, parts
from build_dossier.pages.blind import without_notes
from build_dossier.pages.context import Context, publication_order
from build_dossier.pages.display import shortened
from build_dossier.strict_yaml import write_front_matter

ENTRIES = 200
"""Clusters and pairs of a page."""
MOST_NAMED = 4
"""Copies that an article's page names; the page of copies has them all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyView:
    """An article of the same words as another."""

    title: str
    language: str
    href: str
    date: Markdown
    publisher: str | None
    percent: int
    """Of the shorter text that stands in both; 0 for the first of a cluster."""
    changes: str | None
    """The page that says what was changed, from an earlier article to this one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesView:
    """What was changed from one article to a later one."""

    percent: int
    is_whole: bool
    parts: tuple[Change, ...]
    old_language: str
    new_language: str


Entry = tuple[str, ...] | Copy
"""A cluster of copies, or two articles with passages in common."""


def pages(context: Context) -> Iterator[LatePage]:
    """The page of all, or several; none of them shows notes."""
    blind = without_notes(context)
    every = {copy: None for own in context.dossier.copies.values() for copy in own}
    pairs = sorted((copy for copy in every if not copy.is_whole), key=lambda copy: (-copy.share, copy.articles))
    entries: list[Entry] = [*clusters(every), *pairs]
    all_parts = parts.parts(entries, ENTRIES)
    for number, shown in enumerate(all_parts, start=1):
        render = partial(_page, blind, shown, number, len(all_parts))
        yield LatePage(path=parts.path(address.DUPLICATES, number), render=render, made_of="")


def _page(context: Context, shown: Sequence[Entry], number: int, count: int) -> str:
    path, title = parts.path(address.DUPLICATES, number), context.t("Copies and retellings")
    about = context.t("Articles that hold each other’s sentences, and what was changed")
    front = {"title": str(title), "description": str(about), "kind": "duplicates"}
    return context.renderer.render(
        "duplicates.md.j2",
        front=Markdown(write_front_matter(front)),
        title=title,
        clusters=tuple(_cluster(context, entry, path) for entry in shown if not isinstance(entry, Copy)),
        pairs=tuple(_pair(context, entry, path) for entry in shown if isinstance(entry, Copy)),
        parts=parts.links(address.DUPLICATES, number, count),
    )


def _cluster(context: Context, members: Sequence[str], path: str) -> tuple[CopyView, ...]:
    """Copies in order of publication, each with the likest of the earlier ones."""
    views, earlier = [], set[str]()
    for article in in_order(context, members):
        own = (copy for copy in context.dossier.copies[article] if copy.is_whole)
        views.append(_view(context, article, next((c for c in own if earlier.intersection(c.articles)), None), path))
        earlier.add(article)
    return tuple(views)


def _pair(context: Context, copy: Copy, path: str) -> tuple[CopyView, ...]:
    first, second = in_order(context, copy.articles)
    return _view(context, first, None, path), _view(context, second, copy, path)


def in_order(context: Context, articles: Iterable[str]) -> list[str]:
    """The articles, the earlier ones first."""
    return sorted(articles, key=lambda article: publication_order(context.by_id[article]))


def _view(context: Context, article_id: str, copy: Copy | None, path: str) -> CopyView:
    article = context.by_id[article_id].reading.article
    changed = None if copy is None else address.side_by_side(*in_order(context, copy.articles))
    return CopyView(
        title=shortened(article.title.text, 110),
        language=article.language,
        href=address.from_to(path, address.article(article.id)),
        date=context.date(article.published.value),
        publisher=None if article.publisher is None else article.publisher.name,
        percent=0 if copy is None else percent(copy),
        changes=None if changed is None else address.from_to(path, changed, "changes"),
    )


def percent(copy: Copy) -> int:
    """How much of the shorter text stands in both."""
    return round(copy.share * 100)


def copies_of(context: Context, article: str, path: str, *, whole: bool) -> tuple[CopyView, ...]:
    """The copies of an article, or those with passages in common, as the page at ``path`` names them."""
    own = [copy for copy in context.dossier.copies.get(article, ()) if copy.is_whole is whole][:MOST_NAMED]
    return tuple(_view(context, _other(copy, article), copy, path) for copy in own)


def _other(copy: Copy, article: str) -> str:
    return copy.articles[1] if copy.articles[0] == article else copy.articles[0]


def copy_between(context: Context, one: str, other: str) -> Copy | None:
    """What two articles have of each other, if anything."""
    return next((copy for copy in context.dossier.copies.get(one, ()) if other in copy.articles), None)


def changes_view(context: Context, first: Article, second: Article) -> ChangesView | None:
    """What was changed from the one to the other, where they are copies or have passages in common."""
    copy = copy_between(context, first.id, second.id)
    if copy is None:
        return None
    return ChangesView(
        percent=percent(copy),
        is_whole=copy.is_whole,
        parts=changes(read_text(first), read_text(second)),
        old_language=first.language,
        new_language=second.language,
    )
