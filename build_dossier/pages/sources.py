"""The sources of the dossier: outlets and whoever else articles rely on, with every article that does.

Comes in: a ``Context``. Goes out: one page, with the picture of who relies on whom and a table that says the same.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from babel import Locale

from build_dossier import kwic
from build_dossier.article import Article
from build_dossier.extract.sources.citation import SourceRole
from build_dossier.link import LinkedReading
from build_dossier.linking.sourcing import LinkedSource
from build_dossier.markdown import Markdown, escape_line
from build_dossier.outlets import Outlet, OutletKind
from build_dossier.pages import LatePage, address, parts, source_picture
from build_dossier.pages.blind import without_notes
from build_dossier.pages.context import Context
from build_dossier.pages.display import shortened
from build_dossier.pages.said import in_language
from build_dossier.pages.source_chain import label
from build_dossier.strict_yaml import write_front_matter
from build_dossier.text.span import Span

TITLE = 90
EDGES = 1000
"""Rows of the table beside the picture; the rest is said as a number, and each article tells its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CitingView:
    """A place at which an article cites a source."""

    title: str
    language: str
    href: Markdown
    left: str
    node: str
    right: str
    via: Markdown | None
    via_stated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """A source of the dossier, and what a page holds of the places that cite it."""

    id: Markdown
    name: Markdown
    href: Markdown | None
    about: tuple[Markdown, ...]
    """What kind of outlet, where, whose; nothing for what no table knows."""
    articles: int
    citings: tuple[CitingView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Sources of one kind."""

    id: Markdown
    title: Markdown
    sources: tuple[SourceView, ...]


Cited = tuple[LinkedReading, LinkedSource]


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """All places that cite one source."""

    kind: str
    """Which group it is in."""
    number: int
    """In its group, from 1."""
    cited: tuple[Cited, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Citing:
    """One place at which a source is cited."""

    origin: Origin
    linked: LinkedReading
    source: LinkedSource
    span: Span


def pages(context: Context) -> Iterator[LatePage]:
    """One page, or several where much is cited; none of them shows notes."""
    blind = without_notes(context)
    pages = parts.parts(_citings(blind))
    for number, shown in enumerate(pages, start=1):
        render = partial(_page, blind, shown, number, len(pages))
        yield LatePage(path=parts.path(address.SOURCES, number), render=render, made_of="")


def _page(context: Context, shown: Sequence[Citing], number: int, count: int) -> str:
    path = parts.path(address.SOURCES, number)
    title = context.t("Sources")
    front = {"title": str(title), "description": str(title), "kind": "sources"}
    edges = source_picture.edges(context) if number == 1 else ()
    return context.renderer.render(
        "sources.md.j2",
        front=Markdown(write_front_matter(front)),
        title=title,
        picture=source_picture.picture(context, edges),
        edges=edges[:EDGES],
        edges_left=max(0, len(edges) - EDGES),
        groups=tuple(_groups(context, shown, path)),
        parts=parts.links(address.SOURCES, number, count),
        search=address.from_to_html(path, address.SEARCH),
    )


def _titles(context: Context) -> Mapping[str, Markdown]:
    """The groups in their order."""
    return {
        "outlets": context.t("Outlets"),
        "bodies": context.t("Bodies that speak"),
        "documents": context.t("Documents"),
        "unnamed": context.t("People without names, groups, governments"),
    }


def _groups(context: Context, shown: Sequence[Citing], path: str) -> Iterator[Group]:
    """What a page shows, by kind and source."""
    titles = _titles(context)
    for kind, of_kind in groupby(shown, key=lambda citing: citing.origin.kind):
        sources = tuple(_view(context, origin, citings, path) for origin, citings in _by_origin(of_kind))
        yield Group(id=Markdown(kind), title=titles[kind], sources=sources)


def _by_origin(citings: Iterable[Citing]) -> Iterator[tuple[Origin, list[Citing]]]:
    """Neighbours with one origin; compared by number, since an origin holds much."""
    for _, group in groupby(citings, key=lambda citing: citing.origin.number):
        found = list(group)
        yield found[0].origin, found


def _citings(context: Context) -> list[Citing]:
    """Every place at which a source is cited, those of one source together, most cited sources first."""
    every = [(linked, source) for linked in context.articles for source in linked.sources]
    kinds = {
        "outlets": [one for one in every if one[1].is_outlet],
        "bodies": _in_role(every, SourceRole.SPOKESPERSON),
        "documents": _in_role(every, SourceRole.DOCUMENT),
        "unnamed": [one for one in _in_role(every, SourceRole.PRIMARY) if not one[1].is_outlet],
    }
    return [
        Citing(origin=origin, linked=linked, source=source, span=span)
        for kind in _titles(context)
        for origin in _origins(kind, kinds[kind])
        for linked, source in origin.cited
        for span in source.citation.spans
    ]


def _in_role(cited: list[Cited], role: SourceRole) -> list[Cited]:
    return [one for one in cited if one[1].citation.role is role]


def _origins(kind: str, cited: Sequence[Cited]) -> list[Origin]:
    """One of each outlet and entity; what has no name is one in each article."""
    grouped: dict[object, list[Cited]] = {}
    for number, one in enumerate(cited):
        grouped.setdefault(_key(one[1], number), []).append(one)
    ranked = sorted(grouped.values(), key=lambda group: (-_articles(group), -_places(group)))
    return [Origin(kind=kind, number=number, cited=tuple(group)) for number, group in enumerate(ranked, 1)]


def _articles(cited: Sequence[Cited]) -> int:
    return len({linked.reading.article.id for linked, _ in cited})


def _places(cited: Sequence[Cited]) -> int:
    return sum(len(source.citation.spans) for _, source in cited)


def _key(source: LinkedSource, number: int) -> object:
    if source.outlet is not None:
        return source.outlet.key
    return number if source.entity is None else source.entity


def _view(context: Context, origin: Origin, citings: Sequence[Citing], path: str) -> SourceView:
    linked, source = origin.cited[0]
    entity = None if source.entity is None else context.dossier.entities[source.entity]
    of_text = linked.reading.article.language if entity is None and source.outlet is None else None
    return SourceView(
        id=Markdown(f"{origin.kind}-{origin.number}"),
        name=in_language(escape_line(context.source_label(source)), of_text, context.locale),
        href=None if entity is None else address.from_to(path, address.entity(entity)),
        about=() if source.outlet is None else tuple(_about(context, source.outlet)),
        articles=_articles(origin.cited),
        citings=tuple(_citing(context, citing, path) for citing in citings),
    )


def _about(context: Context, outlet: Outlet) -> Iterator[Markdown]:
    t = context.t
    words = {
        OutletKind.AGENCY: t("news agency"),
        OutletKind.PAPER: t("newspaper or magazine"),
        OutletKind.BROADCASTER: t("broadcaster"),
        OutletKind.SITE: t("news site"),
        OutletKind.CHANNEL: t("channel of a messenger"),
        OutletKind.INSTITUTE: t("research institute"),
    }
    yield words[outlet.kind]
    if outlet.country is not None:
        names = Locale.parse(context.locale).territories
        yield escape_line(str(names.get(outlet.country, outlet.country)))
    if outlet.state:
        yield t("owned or paid by the state")


def _citing(context: Context, citing: Citing, path: str) -> CitingView:
    article, span, via = citing.linked.reading.article, citing.span, citing.source.citation.via
    line = kwic.line(article, span.start, span.end)
    return CitingView(
        title=shortened(article.title.text, TITLE),
        language=article.language,
        href=address.from_to_html(path, address.article(article.id), _anchor(article, span.start)),
        left=line.left,
        node=line.node,
        right=line.right,
        via=None if via is None else label(context, citing.linked.sources[via.source]),
        via_stated=via is None or via.basis.value == "stated",
    )


def _anchor(article: Article, start: int) -> str:
    """The paragraph in which a source is cited."""
    number = next(n for n, block in enumerate(article.blocks, 1) if block.start <= start < block.end)
    return f"p{number}"
