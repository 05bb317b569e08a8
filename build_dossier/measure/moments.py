"""What a page looks like while something on it is open: what the reader does, and what is to be seen then.

Comes in: a page in a browser. Goes out: the page after the reader's steps. A development tool: it needs Playwright.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

PATIENCE = 30_000
"""Milliseconds that something may take to open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """Something that a reader opens."""

    name: str
    kind: str
    """The kind of page it is opened on."""
    act: Callable[["Page"], None]


def menu(page: "Page") -> None:
    """The first group of the menu stands open over the page."""
    page.locator("[data-menu] > summary").first.click()


def preview(page: "Page") -> None:
    """The card of the first name in the text."""
    page.locator("a.mention").first.focus()
    page.locator("#preview-card").wait_for(timeout=PATIENCE)


def note(page: "Page") -> None:
    """The first note, looked at from its passage."""
    page.locator("a.note-ref").first.click()


def switched_off(page: "Page") -> None:
    """The text of an article without its marks."""
    for switch in page.locator("[data-layer]").all():
        switch.click()


def dialog(page: "Page") -> None:
    """The search dialog, with the name of somebody in it."""
    page.keyboard.press("/")
    _search(page, "dialog[open]")


def results(page: "Page") -> None:
    """The search page with an answer and all its choices."""
    _search(page, "[data-search-page]")
    page.locator("[data-search-page] [data-search-filters] > summary").click()


def table(page: "Page") -> None:
    """The table that says what the picture says."""
    page.locator("details.edges > summary").first.click()


def _search(page: "Page", where: str) -> None:
    page.locator(f"{where} .search__input").fill("Минск")
    page.locator(f"{where} .search__result").first.wait_for(timeout=PATIENCE)


MOMENTS = (
    Moment(name="article-menu", kind="article", act=menu),
    Moment(name="article-preview", kind="article", act=preview),
    Moment(name="article-note", kind="article", act=note),
    Moment(name="article-bare", kind="article", act=switched_off),
    Moment(name="search-dialog", kind="front", act=dialog),
    Moment(name="search-results", kind="search", act=results),
    Moment(name="sources-table", kind="sources", act=table),
)
"""In the order of the gallery; what needs a kind of page that a site has not is left out."""
