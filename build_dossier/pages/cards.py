"""What is told of a page before one goes there: the cards of the people, bodies, places and articles a page links to.

Comes in: a page as its kind made it. Goes out: the same page with its cards at its end, hidden. A script shows one
beside a link that is pointed at or has the focus (``page.js``); they lie in the page, so they work without a server.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import islice
from urllib.parse import urljoin

from build_dossier.article import Article, Basis, BlockKind
from build_dossier.entity import Entity
from build_dossier.pages import LatePage, Page, address
from build_dossier.pages.context import Context
from build_dossier.pages.display import shortened
from build_dossier.pages.entity import kind_word

MOST = 60
"""So many cards a page has: of the things that it links to first."""

WITHOUT = frozenset(
    {
        address.ARTICLES,
        address.DATA,
        address.SEARCH,
        address.ABOUT,
        address.MAP,
        *map(address.entity_index, address.FOLDERS),
    }
)
"""Lists that say of each thing what its card would, and pages that link to none."""

_TARGET = re.compile(r'(?:\]\(|href=")([^\s)"#]+)')
"""Where a link leads, in Markdown and in HTML."""


class Cards:
    """The cards of a dossier, each made once."""

    def __init__(self, context: Context) -> None:
        self._context = context
        articles = (linked.reading.article for linked in context.articles)
        self._articles = {address.article(article.id).removesuffix(".md"): article for article in articles}
        entities = (entity for entity in context.dossier.entities.values() if entity.type in address.FOLDERS)
        self._entities = {address.entity(entity).removesuffix(".md"): entity for entity in entities}
        self._made: dict[str, str] = {}

    def on(self, page: Page | LatePage) -> Page | LatePage:
        """``page`` with the cards of what it links to."""
        if page.path in WITHOUT:
            return page
        if isinstance(page, LatePage):
            return replace(page, render=partial(self._with_cards, page))
        return replace(page, text=self._with_cards(page))

    def _with_cards(self, page: Page | LatePage) -> str:
        text = page.text
        cards = "".join(map(self._card, islice(self._targets(page.path, text), MOST)))
        return f'{text}\n<div class="cards" hidden data-search-ignore="all">\n{cards}</div>\n' if cards else text

    def _targets(self, page: str, text: str) -> Iterator[str]:
        """What a page links to and has a card, in the order of the links."""
        for href in dict.fromkeys(match[1] for match in _TARGET.finditer(text)):
            target = urljoin(page, href).removesuffix(".md").removesuffix(".html")
            if (target in self._articles or target in self._entities) and f"{target}.md" != page:
                yield target

    def _card(self, target: str) -> str:
        if target not in self._made:
            article = self._articles.get(target)
            told = self._entity(self._entities[target]) if article is None else self._article(article)
            self._made[target] = told.replace("data-card", f'data-card="{target.removesuffix("/index")}"', 1)
        return self._made[target]

    def _article(self, article: Article) -> str:
        """Its title, its date with the basis, its language, who published it, and how it begins."""
        context = self._context
        derived = article.title.basis is Basis.COMPUTED
        return context.renderer.render(
            "preview-article.html.j2",
            title=None if derived else shortened(article.title.text, 160),
            opening=shortened(_opening(article), 240),
            language=article.language,
            language_name=context.language_name(article.language),
            date=context.date(article.published.value),
            basis=context.basis(article.published.basis),
            publisher=None if article.publisher is None else article.publisher.name,
        )

    def _entity(self, entity: Entity) -> str:
        """Its name, what it is, how often it is named, and what it is called in the languages of the articles."""
        context = self._context
        occurrences = context.occurrences.get(entity.id, ())
        label = context.label(entity)
        return context.renderer.render(
            "preview-entity.html.j2",
            label=label,
            kind=kind_word(context, entity.type),
            mentions=len(occurrences),
            articles=len({occurrence.article.id for occurrence in occurrences}),
            others=[(language, name) for language, name in entity.labels.items() if name != label],
        )


def _opening(article: Article) -> str:
    """The standfirst or the first paragraph."""
    prose = (block for block in article.blocks if block.kind in {BlockKind.STANDFIRST, BlockKind.PARAGRAPH})
    first = next(prose, None)
    return article.title.text if first is None else article.text[first.start : first.end]
