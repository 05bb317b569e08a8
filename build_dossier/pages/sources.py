"""The sources of the dossier: outlets and whoever else articles rely on, with every article that does.

Comes in: a ``Context``. Goes out: one page, with the picture of who relies on whom and a table that says the same.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from babel import Locale

from build_dossier import kwic
from build_dossier.article import Article
from build_dossier.extract.sources.citation import SourceRole
from build_dossier.link import LinkedReading
from build_dossier.linking.sourcing import LinkedSource
from build_dossier.markdown import Markdown, escape_line
from build_dossier.outlets import Outlet, OutletKind
from build_dossier.pages import LatePage, address, source_picture
from build_dossier.pages.blind import without_notes
from build_dossier.pages.context import Context
from build_dossier.pages.display import shortened
from build_dossier.pages.source_chain import label
from build_dossier.strict_yaml import write_front_matter

TITLE = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class CitingView:
    """A place at which an article cites a source."""

    title: str
    language: str
    href: Markdown
    called: Markdown
    """The source as this article has it."""
    left: str
    node: str
    right: str
    via: Markdown | None
    via_stated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """A source of the dossier."""

    name: str
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


def pages(context: Context) -> Iterator[LatePage]:
    """The one page, which shows no notes."""
    yield LatePage(path=address.SOURCES, render=partial(_page, without_notes(context)), made_of="")


def _page(context: Context) -> str:
    title = context.t("Sources")
    front = {"title": str(title), "description": str(title), "kind": "sources"}
    edges = source_picture.edges(context)
    return context.renderer.render(
        "sources.md.j2",
        front=Markdown(write_front_matter(front)),
        title=title,
        picture=source_picture.picture(context, edges),
        edges=edges,
        groups=tuple(group for group in _groups(context) if group.sources),
    )


def _groups(context: Context) -> Iterator[Group]:
    every = [(linked, source) for linked in context.articles for source in linked.sources]
    named = {
        "outlets": (context.t("Outlets"), [one for one in every if one[1].is_outlet]),
        "bodies": (context.t("Bodies that speak"), _in_role(every, SourceRole.SPOKESPERSON)),
        "documents": (context.t("Documents"), _in_role(every, SourceRole.DOCUMENT)),
        "unnamed": (
            context.t("People without names, groups, governments"),
            [one for one in _in_role(every, SourceRole.PRIMARY) if not one[1].is_outlet],
        ),
    }
    for anchor, (title, cited) in named.items():
        yield Group(id=Markdown(anchor), title=title, sources=_sources(context, cited))


def _in_role(cited: list[Cited], role: SourceRole) -> list[Cited]:
    return [one for one in cited if one[1].citation.role is role]


def _sources(context: Context, cited: list[Cited]) -> tuple[SourceView, ...]:
    """One of each outlet and entity; what has no name is one in each article."""
    grouped: dict[object, list[Cited]] = {}
    for number, one in enumerate(cited):
        grouped.setdefault(_key(one[1], number), []).append(one)
    views = [_view(context, group) for group in grouped.values()]
    return tuple(sorted(views, key=lambda view: (-view.articles, -len(view.citings))))


def _key(source: LinkedSource, number: int) -> object:
    if source.outlet is not None:
        return source.outlet.key
    return number if source.entity is None else source.entity


def _view(context: Context, group: list[Cited]) -> SourceView:
    source = group[0][1]
    entity = None if source.entity is None else context.dossier.entities[source.entity]
    return SourceView(
        name=context.source_label(source),
        href=None if entity is None else address.from_to(address.SOURCES, address.entity(entity)),
        about=() if source.outlet is None else tuple(_about(context, source.outlet)),
        articles=len({linked.reading.article.id for linked, _ in group}),
        citings=tuple(citing for linked, one in group for citing in _citings(context, linked, one)),
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


def _citings(context: Context, linked: LinkedReading, source: LinkedSource) -> Iterator[CitingView]:
    article = linked.reading.article
    via = source.citation.via
    for span in source.citation.spans:
        line = kwic.line(article, span.start, span.end)
        yield CitingView(
            title=shortened(article.title.text, TITLE),
            language=article.language,
            href=address.from_to_html(address.SOURCES, address.article(article.id), _anchor(article, span.start)),
            called=label(context, source),
            left=line.left,
            node=line.node,
            right=line.right,
            via=None if via is None else label(context, linked.sources[via.source]),
            via_stated=via is None or via.basis.value == "stated",
        )


def _anchor(article: Article, start: int) -> str:
    """The paragraph in which a source is cited."""
    number = next(n for n, block in enumerate(article.blocks, 1) if block.start <= start < block.end)
    return f"p{number}"
