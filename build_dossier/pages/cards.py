"""What is told of a page before one goes there: the cards of the people, bodies, places and articles a page links to.

Comes in: a page as its kind made it. Goes out: the same page with its cards as data at its end. A script makes one and
shows it beside a link that is pointed at or has the focus (``page.js``); they lie in the page, so they work without a
server. They are a line of JSON, which Markdown, the checks and the search pass over at once: as elements they were two
fifths of all Markdown, and every reader of it took so much longer.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from html import unescape
from itertools import islice
from posixpath import dirname, join, normpath

from build_dossier.article import Article, Basis, BlockKind
from build_dossier.entity import Entity
from build_dossier.markdown import Markdown, inert_json
from build_dossier.pages import LatePage, Page, address
from build_dossier.pages.context import Context
from build_dossier.pages.display import shortened
from build_dossier.pages.entity import kind_word, of_itself

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
        cards = ",".join(map(self._card, islice(self._targets(page.path, text), MOST)))
        return f'{text}\n<script type="application/json" class="cards">{{{cards}}}</script>\n' if cards else text

    def _targets(self, page: str, text: str) -> Iterator[str]:
        """What a page links to and has a card, in the order of the links."""
        folder, own = dirname(page), page.removesuffix(".md")
        for target in dict.fromkeys(normpath(join(folder, href)) for href in hrefs(text)):
            if target != own and (target in self._articles or target in self._entities):
                yield target

    def _card(self, target: str) -> str:
        """The name of the folder that a page stands in, and its card, as a member of a JSON object."""
        if target not in self._made:
            article = self._articles.get(target)
            told = self._entity(self._entities[target]) if article is None else self._article(article)
            self._made[target] = f"{inert_json(dirname(target))}:{inert_json(told)}"
        return self._made[target]

    def _article(self, article: Article) -> list[object]:
        """Its language, title, date with its basis, the language's name with the publisher, and how it begins."""
        context = self._context
        derived = article.title.basis is Basis.COMPUTED
        publisher = () if article.publisher is None else (article.publisher.name,)
        return [
            article.language,
            "" if derived else shortened(article.title.text, 160),
            _plain(context.date(article.published.value)),
            _plain(context.basis(article.published.basis)),
            " · ".join((_plain(context.language_name(article.language)), *publisher)),
            shortened(_opening(article), 240),
        ]

    def _entity(self, entity: Entity) -> list[object]:
        """Its name, what it is and how often it is named, and languages of the articles with its names in them."""
        context = self._context
        occurrences = of_itself(context, entity)
        articles = len({occurrence.article.id for occurrence in occurrences})
        tn = context.renderer.tn
        facts = (
            kind_word(context, entity.type),
            tn("named once", "named %(n)s times", len(occurrences)),
            tn("in one article", "in %(n)s articles", articles),
        )
        label = context.label(entity)
        others = [pair for pair in entity.labels.items() if pair[1] != label]
        return [label, " · ".join(map(_plain, facts)), *others]


def hrefs(text: str) -> Iterable[str]:
    """Where the links of a page lead, each once, in their order, without the names of places and kinds of files."""
    return dict.fromkeys(href.removesuffix(".md").removesuffix(".html") for href in _TARGET.findall(text))


def _plain(words: Markdown) -> str:
    """Words of the interface as text: in Markdown some characters are references."""
    return unescape(words)


def _opening(article: Article) -> str:
    """The standfirst or the first paragraph."""
    prose = (block for block in article.blocks if block.kind in {BlockKind.STANDFIRST, BlockKind.PARAGRAPH})
    first = next(prose, None)
    return article.title.text if first is None else article.text[first.start : first.end]
