"""Two articles side by side: related ones that tell of one event at least, and those that hold each other's sentences.

So there are never more such pages than related articles and copies: no page is made for each pair.
"""

from collections.abc import Iterator, Sequence
from functools import partial

from build_dossier.compare.differing import Difference
from build_dossier.compare.facing import compare
from build_dossier.link import LinkedReading
from build_dossier.markdown import Markdown, plain_html
from build_dossier.pages import LatePage, address
from build_dossier.pages.blind import without_notes
from build_dossier.pages.context import Context, publication_order
from build_dossier.pages.copied import changes_view, copy_between, in_order
from build_dossier.pages.differences import by_articles, views, with_notes_of
from build_dossier.pages.display import shortened
from build_dossier.pages.facing import facing
from build_dossier.strict_yaml import write_front_matter


def pages(context: Context) -> Iterator[LatePage]:
    """A page for each two, the earlier one first; it shows what editors say of passages of both, and no other notes."""
    blind, differing = without_notes(context), by_articles(context)
    for first in context.articles:
        for second in _partners(context, first):
            articles = first.reading.article.id, second.reading.article.id
            found = differing.get(frozenset(articles), ())
            own, made_of = with_notes_of(context, (blind, ""), found)
            render = partial(_page, own, first, second, found)
            yield LatePage(path=address.side_by_side(*articles), render=render, made_of=made_of)


def pair_path(context: Context, one: str, other: str) -> str | None:
    """The page of two articles, if there is one."""
    related = _leads_to(context, one, other) or _leads_to(context, other, one)
    if not (related and _tell_of_one(context, one, other)) and copy_between(context, one, other) is None:
        return None
    return address.side_by_side(*in_order(context, (one, other)))


def _partners(context: Context, first: LinkedReading) -> list[LinkedReading]:
    """The later articles that stand beside this one, in order of publication."""
    article = first.reading.article.id
    telling = {other for event in context.told.get(article, ()) for other in event.articles}
    copies = {other for copy in context.dossier.copies.get(article, ()) for other in copy.articles}
    others = (telling | copies) - {article}
    later = [context.by_id[other] for other in others if pair_path(context, article, other) is not None]
    return sorted((one for one in later if publication_order(one) > publication_order(first)), key=publication_order)


def _leads_to(context: Context, one: str, other: str) -> bool:
    return any(related.article == other for related in context.related.get(one, ()))


def _tell_of_one(context: Context, one: str, other: str) -> bool:
    return any(other in event.articles for event in context.told.get(one, ()))


def _page(context: Context, first: LinkedReading, second: LinkedReading, found: Sequence[Difference]) -> str:
    articles = (first.reading.article, second.reading.article)
    path = address.side_by_side(*(article.id for article in articles))
    told = {event.id: event for article in articles for event in context.told.get(article.id, ())}
    title = " · ".join(shortened(article.title.text, 60) for article in articles)
    front = {
        "title": plain_html(title),
        "description": plain_html(str(context.t("Two articles side by side"))),
        "articles": [article.id for article in articles],
        "kind": "compare",
    }
    return context.renderer.render(
        "compare.md.j2",
        front=Markdown(write_front_matter(front)),
        differences=views(context, found, path),
        locale=context.locale,
        changes=changes_view(context, *articles),
        facing=facing(context, compare((first, second), told.values()), path),
    )
