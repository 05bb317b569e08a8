"""What every page does beside its text: light and dark, the way to the top, what folds, tables; and what it loads."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.site]

ARTICLE = "articles/zustrich/index.html"
REVIEW = "review/index.html"
SCHEME = "document.body.dataset.mdColorScheme"
SHOWN = "getComputedStyle(document.body).colorScheme"


def test_a_page_loads_no_script_of_the_base(theme_site: Path) -> None:
    """Each page has its own scripts alone, all deferred; no configuration of the base stands in it."""
    for path in ("index.html", ARTICLE, REVIEW, "404.html"):
        html = (theme_site / path).read_text(encoding="utf-8")
        scripts = re.findall(r"<script[^>]* src=[^>]*>", html)
        assert 2 <= len(scripts) <= 3
        assert all(" defer" in script and "bundle" not in script for script in scripts)
        assert "__config" not in html


def test_light_and_dark_are_chosen_by_keyboard_and_kept(visit: Callable[..., Page]) -> None:
    """Enter and Space go from the system's colours to light, dark and back; the next page begins as chosen."""
    page = visit("index.html", color_scheme="dark")
    chosen = page.locator("[data-md-component=palette] input:checked")
    expect(chosen).to_have_attribute("data-md-color-media", "(prefers-color-scheme)")
    assert page.evaluate(SCHEME) == "slate"
    chosen.focus()
    page.keyboard.press("Enter")
    assert (page.evaluate(SCHEME), page.evaluate(SHOWN)) == ("default", "light")
    expect(page.locator("[data-md-component=palette] label:visible")).to_have_count(1)
    assert page.locator("meta[name=theme-color]").get_attribute("content") == "rgb(252, 251, 248)"

    page.goto(page.url.replace("index.html", ARTICLE))
    assert (page.evaluate(SCHEME), page.evaluate(SHOWN)) == ("default", "light")
    page.locator("[data-md-component=palette] input:checked").focus()
    page.keyboard.press(" ")
    assert (page.evaluate(SCHEME), page.evaluate(SHOWN)) == ("slate", "dark")
    page.keyboard.press("Enter")
    assert page.evaluate("localStorage.length") == 0
    page.emulate_media(color_scheme="light")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")


def test_the_colours_are_chosen_by_mouse(visit: Callable[..., Page]) -> None:
    """The one button that is seen says what comes next, and makes room for the next one."""
    page = visit("index.html", color_scheme="light")
    for scheme in ("default", "slate", "default"):
        page.locator("[data-md-component=palette] label:visible").click()
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)


def test_the_way_to_the_top_is_there_on_the_way_up(visit: Callable[..., Page]) -> None:
    """The button comes when one scrolls up, leads to the top, and is no stop of the keyboard while it is away."""
    page = visit(ARTICLE, width=400)
    top = page.locator(".md-top")
    expect(top).to_have_attribute("tabindex", "-1")
    page.mouse.wheel(0, 900)
    page.wait_for_function("scrollY > 500")
    assert top.get_attribute("hidden") is not None
    page.mouse.wheel(0, -200)
    expect(top).not_to_have_attribute("hidden", "")
    expect(top).to_have_attribute("tabindex", "0")
    top.click()
    page.wait_for_function("scrollY === 0")
    expect(top).to_have_attribute("hidden", "")


def test_what_folds_is_open_on_paper_and_where_an_address_points(visit: Callable[..., Page]) -> None:
    """What was folded is open while the page is printed, and folded after it; an address opens what it points into."""
    page = visit(ARTICLE)
    page.evaluate(
        "document.querySelector('#content').insertAdjacentHTML('beforeend',"
        " '<details><summary>More</summary><p id=within>Words</p></details>')"
    )
    folded = page.locator("#content details").last
    for event, opened in (("beforeprint", True), ("afterprint", False)):
        page.evaluate("name => dispatchEvent(new Event(name))", event)
        assert folded.evaluate("e => e.open") is opened
    page.evaluate("location.hash = 'within'")
    expect(page.locator("#within")).to_be_in_viewport()


def test_what_folds_shows_its_focus(visit: Callable[..., Page]) -> None:
    """A summary that the keyboard comes to has an outline."""
    page = visit(ARTICLE)
    page.evaluate(
        "document.querySelector('#content').insertAdjacentHTML('afterbegin',"
        " '<details><summary>More</summary>Words</details>')"
    )
    page.locator("#content summary").first.focus()
    expect(page.locator("#content summary").first).to_have_css("outline-style", "solid")


def test_a_table_of_the_text_scrolls_in_its_own_frame(visit: Callable[..., Page]) -> None:
    """A table without a class is framed, so that a narrow window does not grow wider."""
    page = visit(ARTICLE, width=320)
    plain = page.locator("#content table:not([class])")
    assert plain.count() > 0
    assert plain.count() == page.locator(".md-typeset__scrollwrap > .md-typeset__table > table").count()
