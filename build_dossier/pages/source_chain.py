"""Whom an article relies on, in words: «unknown publisher ← Reuters ← 3 unnamed people».

Comes in: a linked reading. Goes out: one ``Chain`` for each outlet on the way and one for what has none, in text order.
An outlet that names itself («про це розповідає NewsWeek») relies on nobody by that: it stands once, as the publisher.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from build_dossier.extract.sources.citation import Anonymity
from build_dossier.link import LinkedReading
from build_dossier.linking.sourcing import LinkedSource, chain_of, is_stated
from build_dossier.markdown import Markdown, escape_line
from build_dossier.outlets import name_key
from build_dossier.pages import address
from build_dossier.pages.context import Context
from build_dossier.pages.display import shortened


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """One way from the article back to whom it knows something from."""

    steps: tuple[Markdown, ...]
    """The publisher first; the card leaves it out, which names it one row above."""
    stated: bool
    """Whether the article itself says so."""


def chains(context: Context, linked: LinkedReading) -> tuple[Chain, ...]:
    """The ways of one article; nothing where it cites nobody but its own publisher."""
    return tuple(_chains(context, linked))


def _chains(context: Context, linked: LinkedReading) -> Iterator[Chain]:
    sources = linked.sources
    publisher, language = linked.reading.article.publisher, linked.reading.article.language
    first = context.t("unknown publisher") if publisher is None else escape_line(publisher.name)
    carriers = {via.source for source in sources if (via := source.citation.via) is not None}
    own = frozenset(number for number, source in enumerate(sources) if _is_publisher(context, linked, source))
    alone: list[int] = []
    for number, source in enumerate(sources):
        if number in carriers:
            way = [label(context, sources[at], language) for at in reversed(chain_of(sources, number)) if at not in own]
            for stated in (True, False):
                ends = _known_by(sources, number, carriers, stated=stated)
                if ends:
                    last = Markdown(", ".join(label(context, sources[at], language) for at in ends))
                    yield Chain(steps=(first, *way, last), stated=stated)
        elif number in own:
            continue
        elif source.citation.via is None and source.is_outlet:
            yield Chain(steps=(first, label(context, source, language)), stated=True)
        elif source.citation.via is None:
            alone.append(number)
    if alone:
        names = Markdown(", ".join(label(context, sources[at], language) for at in alone))
        yield Chain(steps=(first, names), stated=True)


def _is_publisher(context: Context, linked: LinkedReading, source: LinkedSource) -> bool:
    """Whether a source is the outlet that published the article, however either is spelled."""
    publisher = linked.reading.article.publisher
    if publisher is None or not source.is_outlet:
        return False
    names = (source.citation.name, context.source_label(source), *(source.outlet.names if source.outlet else ()))
    return name_key(publisher.name) in map(name_key, names)


def _known_by(sources: tuple[LinkedSource, ...], outlet: int, carriers: set[int], *, stated: bool) -> tuple[int, ...]:
    """The sources known by an outlet that carry no others."""
    return tuple(
        number
        for number, source in enumerate(sources)
        if number not in carriers
        and source.citation.via is not None
        and source.citation.via.source == outlet
        and is_stated(sources, number) is stated
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class RelyingView:
    """An article that relies on an entity."""

    title: str
    language: str
    href: Markdown


def relying(context: Context, entity: str, page: str) -> tuple[RelyingView, ...]:
    """The articles that have something from an entity, in their order, as links on ``page``."""
    named = dict.fromkeys(occurrence.article.id for occurrence in context.occurrences.get(entity, ()))
    articles = (context.by_id[article] for article in named)
    return tuple(
        RelyingView(
            title=shortened(linked.reading.article.title.text, 110),
            language=linked.reading.article.language,
            href=address.from_to(page, address.article(linked.reading.article.id)),
        )
        for linked in articles
        if any(source.entity == entity for source in linked.sources)
    )


def label(context: Context, source: LinkedSource, language: str | None = None) -> Markdown:
    """A source in a few words, with how it is named where that is not by name.

    With a ``language``, words of the text that stand for a name are marked as such, for a page to print.
    """
    citation = source.citation
    if citation.anonymity is Anonymity.UNNAMED and citation.count is not None and not source.is_outlet:
        return context.renderer.tn("one unnamed person", "%(n)s unnamed people", citation.count)
    name = escape_line(context.source_label(source))
    if language is not None and source.entity is None:
        name = Markdown(f'<span lang="{language}">{name}</span>')
    if citation.anonymity is Anonymity.UNNAMED:
        return context.t("%(name)s (unnamed)", name=name)
    if citation.anonymity is Anonymity.DECLINED:
        return context.t("%(name)s (declined to comment)", name=name)
    if citation.anonymity is Anonymity.NO_REPLY:
        return context.t("%(name)s (did not reply)", name=name)
    return name
