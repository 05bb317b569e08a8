"""A card beside a link says what it leads to: by mouse and by keyboard, from a server and from the disk."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.site]

ARTICLE = "articles/zustrich/index.html"


@pytest.fixture(params=["http", "file"])
def article(
    request: pytest.FixtureRequest, context: Callable[..., BrowserContext], theme_url: str, theme_site: Path
) -> Page:
    """The article, served and opened from the disk."""
    page = context(viewport={"width": 800, "height": 700}).new_page()
    page.goto((theme_url if request.param == "http" else f"{theme_site.as_uri()}/") + ARTICLE)
    return page


def test_a_card_comes_and_goes(article: Page) -> None:
    """Focus and a resting mouse bring it, it can be pointed at, Escape and leaving send it away."""
    link = article.locator(".dossier a[href*=olena-koval]").first
    card = article.get_by_role("tooltip")

    link.focus()
    article.keyboard.press("Shift")  # the keyboard is in use: the focus is to be seen
    article.keyboard.press("Shift+Tab")
    article.keyboard.press("Tab")
    expect(card).to_contain_text("Person · named 3 times")
    assert link.get_attribute("aria-describedby") == "preview-card"
    article.keyboard.press("Escape")
    expect(card).to_be_hidden()
    assert link.evaluate("e => e === document.activeElement && !e.hasAttribute('aria-describedby')")

    link.evaluate("e => e.blur()")
    link.hover()
    expect(card).to_be_visible()
    card.hover()
    article.wait_for_timeout(400)
    expect(card).to_be_visible()
    article.locator("h1").hover(position={"x": 2, "y": 2})
    expect(card).to_be_hidden()


def test_a_card_says_what_something_is_in_its_languages(article: Page) -> None:
    """A person with the names in the articles' languages; an article with its title, its date and how it begins."""
    card = article.get_by_role("tooltip")

    article.locator(".dossier a[href*=olena-koval]").first.hover()
    expect(card.locator("p")).to_have_text(["Olena Koval", "Person · named 3 times", "Олена Коваль · Елена Коваль"])
    expect(card.locator("[lang=uk]")).to_have_text("Олена Коваль")
    article.locator(".dossier a[rel=next]").hover()
    expect(card.locator("p")).to_have_text(
        ["Мэры спорят о мосте", "March 2024 stated · Russian", "Глава города всё ещё ждёт денег"]
    )
    expect(card.locator("p[lang=ru]")).to_have_count(2)


def test_a_note_out_of_sight_is_told_by_its_sign(article: Page) -> None:
    """The card of a note holds its kind and its words."""
    article.set_viewport_size({"width": 400, "height": 260})
    article.locator("a.note-ref").nth(1).hover()
    expect(article.get_by_role("tooltip")).to_contain_text("A promise without a source")


def test_a_finger_brings_no_card(context: Callable[..., BrowserContext], theme_url: str) -> None:
    """On a screen that is touched a link is a link."""
    page = context(viewport={"width": 400, "height": 700}, has_touch=True).new_page()
    page.goto(theme_url + ARTICLE)
    page.locator("a.note-ref").first.tap()
    page.wait_for_timeout(500)
    expect(page.get_by_role("tooltip")).to_be_hidden()
