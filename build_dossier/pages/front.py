"""The front page: the editor's prose, then figures, the articles by date, and what is undated or doubtful."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_dossier.article import Article, Basis
from build_dossier.errors import Severity
from build_dossier.extract.mentions import EntityType
from build_dossier.link import LinkedReading
from build_dossier.markdown import Markdown, plain_html
from build_dossier.pages import Page, address, publication
from build_dossier.pages.context import Context
from build_dossier.pages.display import shortened
from build_dossier.pages.overview import names_no_source, overview
from build_dossier.strict_yaml import write_front_matter

ON_FRONT = 100
"""More articles than this are listed on /articles/ only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleLine:
    """An article as a list shows it."""

    title: str
    href: str
    language: str
    language_name: Markdown
    date: Markdown
    basis: Basis
    publisher: str | None
    people: tuple[str, ...]
    notes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number of the dossier and the page behind it."""

    text: Markdown
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedView:
    """When the articles were published, drawn and as a table."""

    unit: str
    picture: Markdown
    names: tuple[str, ...]
    """Languages, then outlets: the columns of the table."""
    periods: tuple[tuple[Markdown, tuple[int, ...]], ...]
    undated: int


def pages(context: Context) -> Iterator[Page]:
    """The front page and the index of all articles."""
    yield _front(context)
    yield _articles(context)


def _front(context: Context) -> Page:
    path = address.FRONT
    prose = context.hand_written("index")
    title = context.t("Dossier") if prose is None or prose.title is None else Markdown(plain_html(prose.title))
    undated = [linked for linked in context.articles if linked.reading.article.published.basis is not Basis.STATED]
    unnamed = [linked for linked in context.articles if linked.reading.article.publisher is None]
    unsourced = [linked for linked in context.articles if names_no_source(linked)]
    text = context.renderer.render(
        "front.md.j2",
        front=_front_matter(str(title), "front"),
        title=title,
        prose=Markdown("") if prose is None else context.prose(prose.body, path),
        figures=_figures(context, path),
        articles=_lines(context, context.articles[:ON_FRONT], path),
        more=len(context.articles) > ON_FRONT,
        all_articles=address.from_to(path, address.ARTICLES),
        basis=context.basis,
        undated=_lines(context, undated[:ON_FRONT], path),
        unnamed=_lines(context, unnamed[:ON_FRONT], path),
        unsourced=_lines(context, unsourced[:ON_FRONT], path),
        undated_count=len(undated),
        unnamed_count=len(unnamed),
        unsourced_count=len(unsourced),
        overview=overview(context) if context.articles else None,
        published=_published(context),
        doubts=sum(problem.severity is Severity.DOUBT for problem in context.dossier.problems),
        review=address.from_to(path, address.REVIEW),
    )
    return Page(path=path, text=text)


def _published(context: Context) -> PublishedView | None:
    shown = publication.publication(context)
    if shown is None:
        return None
    return PublishedView(
        unit=shown.unit,
        picture=publication.picture(context, shown),
        names=tuple(row.name for row in shown.rows),
        periods=publication.table(context, shown),
        undated=shown.undated,
    )


def _articles(context: Context) -> Page:
    path = address.ARTICLES
    text = context.renderer.render(
        "articles.md.j2",
        front=_front_matter(str(context.t("Articles")), "articles-index"),
        articles=_lines(context, context.articles, path),
        basis=context.basis,
    )
    return Page(path=path, text=text)


def _front_matter(title: str, kind: str) -> Markdown:
    return Markdown(write_front_matter({"title": title, "description": title, "kind": kind}))


def _lines(context: Context, articles: Sequence[LinkedReading], path: str) -> tuple[ArticleLine, ...]:
    return tuple(_line(context, linked, linked.reading.article, path) for linked in articles)


def _line(context: Context, linked: LinkedReading, article: Article, path: str) -> ArticleLine:
    return ArticleLine(
        title=shortened(article.title.text, 120),
        href=address.from_to(path, address.article(article.id)),
        language=article.language,
        language_name=context.language_name(article.language),
        date=context.date(article.published.value),
        basis=article.published.basis,
        publisher=None if article.publisher is None else article.publisher.name,
        people=tuple(context.label(entity) for entity in context.entities_of(linked, EntityType.PER)[:4]),
        notes=len(context.notes.get(article.id, ())),
    )


def _figures(context: Context, path: str) -> tuple[Figure, ...]:
    tn = context.renderer.tn
    counts = dict.fromkeys(address.FOLDERS, 0)
    for entity in context.dossier.entities.values():
        counts[entity.type] += 1
    people, organisations, places = (counts[kind] for kind in address.FOLDERS)
    texts = (
        (tn("one article", "%(n)s articles", len(context.articles)), address.ARTICLES),
        (tn("one person", "%(n)s people", people), address.entity_index(EntityType.PER)),
        (tn("one organisation", "%(n)s organisations", organisations), address.entity_index(EntityType.ORG)),
        (tn("one place", "%(n)s places", places), address.entity_index(EntityType.LOC)),
        (tn("one note", "%(n)s notes", len(context.dossier.notes)), address.NOTES),
    )
    return tuple(Figure(text=text, href=address.from_to(path, target)) for text, target in texts)
