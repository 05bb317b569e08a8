"""Who is named with whom: the picture, and the same pairs as a table that leads to the passages.

Comes in: a ``Context``. Goes out: one page.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from build_dossier.company import Pair
from build_dossier.markdown import Markdown
from build_dossier.pages import LatePage, address
from build_dossier.pages.alphabet import name_key
from build_dossier.pages.blind import without_notes
from build_dossier.pages.context import Context
from build_dossier.pages.display import shortened
from build_dossier.pages.network_picture import Network, network, picture
from build_dossier.strict_yaml import write_front_matter

_PASSAGES = 3
"""Articles that the row of a pair leads to; more are a number."""
_TITLE = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageView:
    """The first paragraph of an article that names both."""

    title: str
    language: str
    href: Markdown


@dataclass(frozen=True, slots=True, kw_only=True)
class PairView:
    """A row of the table."""

    one: str
    one_href: Markdown
    other: str
    other_href: Markdown
    articles: int
    paragraphs: int
    passages: tuple[PassageView, ...]
    more: int


def pages(context: Context) -> Iterator[LatePage]:
    """The page, which shows no notes."""
    yield LatePage(path=address.NETWORK, render=partial(_page, without_notes(context)), made_of="")


def _page(context: Context) -> str:
    title = context.t("Named together")
    shown = network(context)
    front = {"title": str(title), "description": str(context.t("Who is named with whom")), "kind": "network"}
    return context.renderer.render(
        "network.md.j2",
        front=Markdown(write_front_matter(front)),
        title=title,
        picture=picture(context, shown),
        pairs=_pairs(context, shown),
    )


def _pairs(context: Context, shown: Network) -> tuple[PairView, ...]:
    """In the order of the number that a row shows, then by name; of each pair first whom more articles name."""
    names = {entity.id: name_key(context, entity.id) for entity in shown.nodes}
    found = (
        (pair, sorted((pair.one, pair.other), key=lambda id_: (-shown.articles[id_], names[id_])))
        for pair in shown.pairs
    )
    ranked = sorted(found, key=lambda one: (-one[0].paragraphs, -one[0].articles, *(names[id_] for id_ in one[1])))
    return tuple(_pair(context, pair, ids) for pair, ids in ranked)


def _pair(context: Context, pair: Pair, ids: Sequence[str]) -> PairView:
    one, other = (context.dossier.entities[entity] for entity in ids)
    return PairView(
        one=context.label(one),
        one_href=address.from_to_html(address.NETWORK, address.entity(one)),
        other=context.label(other),
        other_href=address.from_to_html(address.NETWORK, address.entity(other)),
        articles=pair.articles,
        paragraphs=pair.paragraphs,
        passages=tuple(_passage(context, article, start) for article, start in pair.passages[:_PASSAGES]),
        more=max(0, pair.articles - _PASSAGES),
    )


def _passage(context: Context, article_id: str, start: int) -> PassageView:
    article = context.by_id[article_id].reading.article
    return PassageView(
        title=shortened(article.title.text, _TITLE),
        language=article.language,
        href=address.from_to_html(address.NETWORK, address.article(article_id), context.paragraph(article, start)),
    )
