"""The whole dossier as one PDF: title, contents, articles with their notes, timeline, index of names.

Comes in: the published site. Goes out: the bytes of a PDF; the same for the same site and browser. Everything before
the articles has Roman numbers, so that each sheet is printed once: what comes first is printed last.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from build_dossier.browsing import browsing
from build_dossier.catalogue import translations
from build_dossier.disk import TEMPLATES
from build_dossier.files import files_below
from build_dossier.markdown import Markdown
from build_dossier.pages.display import date, shortened, stretch
from build_dossier.paper.binding import bound
from build_dossier.paper.collection import Collection, PrintedArticle, is_dated, pages_of, read_collection, title_of
from build_dossier.paper.name_index import Entry, anchor, name_index
from build_dossier.paper.printing import Printed, Sheet, press, printed
from build_dossier.rendering import Renderer

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

AT_A_TIME = 20
"""Articles on one sheet: they share its fonts, and a browser holds them easily."""
MOST_ROUNDS = 3
"""A reference that takes another line may move what follows; numbers settle at once or hardly ever."""
RUNNING = 70
"""Characters of a title above the pages."""
NEEDS = "a PDF needs"
FRONT = "index.html"
"""The page in whose place title, contents and index are set."""

Told = Callable[[int], None]
"""Is told how many articles are printed."""


def book(site: Path, told: Told) -> bytes:
    """The whole dossier.

    Raises:
        FolderError: there is no site.
        DossierError: there is no Playwright or no browser, or the site's data cannot be read.
    """
    collection = read_collection(site)
    with browsing(site, NEEDS) as (address, browser):
        return bound_book(collection, address, browser, told)


def single(site: Path, wanted: str) -> tuple[str, bytes]:
    """One page of the site, with those that continue it: a name for its file, and the PDF.

    Raises:
        FolderError: there is no site.
        DossierError: no page is called so; there is no Playwright or no browser.
    """
    collection = read_collection(site)
    paths = pages_of(site, wanted)
    titles = tuple(title_of(site, path) or collection.name for path in paths)
    with browsing(site, NEEDS) as (address, browser):
        return paths[0].removesuffix("/index.html").rsplit("/", 1)[-1], bound_page(
            collection, address, browser, dict(zip(paths, titles, strict=True))
        )


def bound_book(collection: Collection, address: str, browser: "Browser", told: Told) -> bytes:
    """The PDF of what is served at ``address``."""
    with press(browser) as page:
        sheets, names = _Book(collection, _renderer(collection.language), page, address).sheets(told)
    return bound(sheets, address, title=collection.name, language=collection.language, names=names)


def bound_page(collection: Collection, address: str, browser: "Browser", titles: Mapping[str, str]) -> bytes:
    """The PDF of some pages of what is served at ``address``, which have ``titles`` by path."""
    right = tuple(shortened(title, RUNNING) for title in titles.values())
    words = _words(_renderer(collection.language))
    with press(browser) as page:
        sheet = printed(page, address, Sheet(paths=tuple(titles), left=collection.name, right=right, words=words))
    title = next(iter(titles.values()))
    return bound([sheet], address, title=title, language=collection.language, names={})


@dataclass(frozen=True, slots=True)
class _Book:
    """A dossier while it is printed."""

    collection: Collection
    renderer: Renderer
    page: "Page"
    address: str

    def sheets(self, told: Told) -> tuple[list[Printed], dict[str, str]]:
        """All sheets in order, and where on the last each entity stands, by the address of its page."""
        articles = self._articles(told)
        body = list(articles)
        sections: list[tuple[str, int]] = []
        if self.collection.timeline:
            title = self.renderer.t("Timeline")
            sections.append((title, _after(body)))
            begin = {one.path: str(n) for one, n in zip(self.collection.articles, _numbers(articles), strict=True)}
            titles = (title,) * len(self.collection.timeline)
            body.append(self._print(self.collection.timeline, titles, _after(body), begin))
        entries = name_index(self.collection.names, articles, self.collection.language)
        if entries:
            sections.append((self.renderer.t("Index of names"), _after(body)))
            body.append(self._names(entries, _after(body)))
        names = {name.path: f"s0.{anchor(name)}" for name in self.collection.names} if entries else {}
        return [self._front(articles, sections), *body], names

    def _articles(self, told: Told) -> list[Printed]:
        """The articles, printed again until the numbers of pages that they name are those that they have."""
        named = dict.fromkeys((one.path for one in self.collection.articles), "000")
        sheets = list(self._once(named, told))
        for _ in range(MOST_ROUNDS):
            counted = {path: str(number) for path, number in zip(named, _numbers(sheets), strict=True)}
            if counted == named:
                break
            named = counted
            sheets = list(self._once(named, told))
        return sheets

    def _once(self, named: Mapping[str, str], told: Told) -> Iterator[Printed]:
        first, articles = 1, self.collection.articles
        for start in range(0, len(articles), AT_A_TIME):
            some = articles[start : start + AT_A_TIME]
            titles = tuple(shortened(one.title, RUNNING) for one in some)
            sheet = self._print(tuple(one.path for one in some), titles, first, named)
            yield sheet
            first += sheet.pages
            told(start + len(some))

    def _print(self, paths: tuple[str, ...], titles: tuple[str, ...], first: int, named: Mapping[str, str]) -> Printed:
        """Pages of the site as they are."""
        all_names = (name.path for name in self.collection.names)
        known = (*(one.path for one in self.collection.articles), *all_names, *self.collection.timeline)
        left, words = self.collection.name, _words(self.renderer)
        sheet = Sheet(paths=paths, left=left, right=titles, first=first, known=known, page_of=named, words=words)
        return printed(self.page, self.address, sheet)

    def _names(self, entries: Mapping[str, Sequence[Entry]], first: int) -> Printed:
        titles = {
            "PER": self.renderer.t("People"),
            "ORG": self.renderer.t("Organisations"),
            "LOC": self.renderer.t("Places"),
        }
        kinds = [(titles[kind], found) for kind, found in entries.items()]
        made = self.renderer.render("paper-names.html.j2", kinds=kinds)
        right = (self.renderer.t("Index of names"),)
        sheet = Sheet(paths=(FRONT,), made=made, left=self.collection.name, right=right, first=first)
        return printed(self.page, self.address, sheet)

    def _front(self, articles: Sequence[Printed], sections: Sequence[tuple[str, int]]) -> Printed:
        """Title and contents."""
        rows = [
            {"title": one.title, "language": one.language, "date": self._date(one), "page": number}
            for one, number in zip(self.collection.articles, _numbers(articles), strict=True)
        ]
        dated = [self._date(one) for one in self.collection.articles if is_dated(one)]
        made = self.renderer.render(
            "paper-front.html.j2",
            name=self.collection.name,
            published=stretch(dated[0], dated[-1], self.renderer) if dated else None,
            articles=rows,
            sections=sections,
        )
        right = (self.renderer.t("Contents"),)
        sheet = Sheet(paths=(FRONT,), made=made, left=self.collection.name, right=right, front=True)
        return printed(self.page, self.address, sheet)

    def _date(self, article: PrintedArticle) -> Markdown:
        return date(article.date, self.renderer, self.collection.language)


def _after(sheets: Sequence[Printed]) -> int:
    """The number of the page after them."""
    return sheets[-1].sheet.first + sheets[-1].pages if sheets else 1


def _numbers(sheets: Sequence[Printed]) -> list[int]:
    """The number of the page on which each article begins."""
    return [sheet.sheet.first + start for sheet in sheets for start in sheet.starts]


def _words(renderer: Renderer) -> dict[str, str]:
    return {"notes": renderer.t("Notes"), "page": renderer.t("(p. %(page)s)", page=Markdown("{page}"))}


def _renderer(language: str) -> Renderer:
    interface = translations(language)
    templates = {name: data.decode() for name, data in files_below(TEMPLATES, "templates", [])}
    return Renderer(templates, interface.gettext, interface.ngettext)
