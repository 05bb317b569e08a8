"""What somebody is reported to have said in the article's own words, as the pages of people and bodies list it.

Comes in: the context and an entity. Goes out: ``ReportedView``s. Words in quotation marks stand in ``quotes``.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from build_dossier import kwic
from build_dossier.extract.attributions import Attribution
from build_dossier.link import LinkedReading
from build_dossier.markdown import Markdown
from build_dossier.pages.context import Context
from build_dossier.pages.display import shortened
from build_dossier.pages.passage import passage
from build_dossier.pages.said import spoken
from build_dossier.text.span import Span

REPORTS_SHOWN = 50
"""Reports on one page; the rest stand in the articles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedView:
    """A report in its sentence."""

    left: str
    words: str
    right: str
    language: str
    article: str
    """Title of the article, shortened."""
    href: Markdown
    """Raw HTML address of the words."""
    date: Markdown


@dataclass(frozen=True, slots=True, kw_only=True)
class Reports:
    """What a page lists, and how many there are in all."""

    shown: tuple[ReportedView, ...]
    total: int


def reports_of(context: Context, entity: str, page: str) -> Reports:
    """The reports of what an entity said, in order of the articles and of text, for ``page``."""
    named = dict.fromkeys(occurrence.article.id for occurrence in context.occurrences.get(entity, ()))
    articles = (context.by_id[article] for article in named)
    found = [(linked, one) for linked in articles for one in _reported(linked, entity)]
    shown = tuple(_view(context, linked, one, page) for linked, one in found[:REPORTS_SHOWN])
    return Reports(shown=shown, total=len(found))


def _reported(linked: LinkedReading, entity: str) -> Iterator[Attribution]:
    """What an article reports of an entity, without what is a quotation from end to end."""
    return (
        one
        for one in linked.reading.attributions
        if not one.direct
        and one.source is not None
        and linked.entity_of(one.source) == entity
        and _has_own_words(linked, one.content)
    )


def _has_own_words(linked: LinkedReading, content: Span) -> bool:
    """Whether there are letters outside quotation marks."""
    text = linked.reading.article.text
    quotations = [one for one in spoken(linked) if one.start < content.end and content.start < one.end]
    return any(
        text[at].isalpha() and not any(one.start <= at < one.end for one in quotations)
        for at in range(content.start, content.end)
    )


def _view(context: Context, linked: LinkedReading, one: Attribution, page: str) -> ReportedView:
    article = linked.reading.article
    line = kwic.line(article, one.content.start, one.content.end)
    return ReportedView(
        left=line.left,
        words=line.node,
        right=line.right,
        language=article.language,
        article=shortened(article.title.text, 110),
        href=passage(article, one.content.start, one.content.end, page),
        date=context.date(article.published.value),
    )
