"""The filters of the timeline: what is hidden, what is said of it, and what stands in the address."""

from collections.abc import Callable

import pytest
from conftest import PATIENCE
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.site]

TIMELINE = "timeline/index.html"


def shown(page: Page) -> list[str | None]:
    """Ids of the events that can be seen."""
    return [item.get_attribute("id") for item in page.locator(".timeline li").all() if item.is_visible()]


def test_everything_is_shown_at_first(visit: Callable[..., Page]) -> None:
    """Without a choice every event is there, and the filter says how many."""
    page = visit(TIMELINE)

    assert shown(page) == ["e-vybory", "e-visit", "e-vidpustka"]
    assert page.locator(".filter output").inner_text() == "3 of 3 shown"


def test_choices_add_up(visit: Callable[..., Page]) -> None:
    """Two choices show what is of both; a year without anything shown has no heading; the address keeps them."""
    page = visit(TIMELINE)
    page.locator("form.filter").get_by_label("Person").select_option("olena-koval")

    assert shown(page) == ["e-visit", "e-vidpustka"]
    assert not page.locator("#y2024").is_visible()
    page.locator("form.filter").get_by_label("without what was planned").check()
    assert shown(page) == ["e-visit"]
    assert page.url.endswith("?person=olena-koval&planned=hide")
    page.reload()
    assert shown(page) == ["e-visit"]


def test_an_address_with_an_unknown_choice_shows_everything(visit: Callable[..., Page]) -> None:
    """Who follows an old link to somebody who is no more in the list sees all."""
    assert len(shown(visit(f"{TIMELINE}?person=nobody"))) == 3


def test_without_script_it_is_a_list(visit: Callable[..., Page]) -> None:
    """Without JavaScript there is no filter, and every event stands in an ordered list."""
    page = visit(TIMELINE, java_script_enabled=False)

    assert not page.locator(".filter").is_visible()
    assert page.locator(".timeline ol > li").count() == 3


def test_on_paper_there_is_nothing_to_choose(visit: Callable[..., Page]) -> None:
    """From a dark screen too: black on white, what was chosen and how much, no controls, no event cut in two."""
    page = visit(f"{TIMELINE}?person=olena-koval", color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")

    assert shown(page) == ["e-visit", "e-vidpustka"]
    assert page.locator(".filter output").inner_text() == "2 of 3 shown"
    assert not any(label.is_visible() for label in page.locator(".filter label").all())
    style = page.evaluate(
        """() => {
          const of = (selector) => getComputedStyle(document.querySelector(selector));
          return [of("body").backgroundColor, of("h1").color, of("#e-visit").breakInside, of("html").fontSize];
        }"""
    )
    assert style == ["rgb(255, 255, 255)", "rgb(0, 0, 0)", "avoid", "16px"]


NOTES = "notes/index.html"


def notes_shown(page: Page) -> list[str | None]:
    """Ids of the notes that can be seen."""
    return [item.get_attribute("id") for item in page.locator(".note-heading").all() if item.is_visible()]


def test_notes_are_chosen_by_what_they_are(visit: Callable[..., Page]) -> None:
    """A note has words for each filter; what is of no choice goes with the heading above it; the address keeps all."""
    page = visit(NOTES)
    assert notes_shown(page) == ["n-n8", "n-n1", "n-n9"]

    page.locator("form.filter").get_by_label("Tag").select_option("mayors")
    assert notes_shown(page) == ["n-n1", "n-n9"]
    assert not page.locator("#unplaced").is_visible()
    page.locator("form.filter").get_by_label("Kind").select_option("caution")
    assert notes_shown(page) == ["n-n9"]
    assert page.locator(".filter output").inner_text() == "1 of 3 shown"
    page.reload()
    assert page.url.endswith("?kind=caution&tag=mayors")
    assert notes_shown(page) == ["n-n9"]


def test_a_list_by_tag_leads_to_its_notes(visit: Callable[..., Page]) -> None:
    """Without JavaScript the lists by tag are there, and the tag of a note leads to its list."""
    page = visit(NOTES, java_script_enabled=False)
    assert notes_shown(page) == ["n-n8", "n-n1", "n-n9"]

    page.locator(".note-foot .note-tag").click()
    assert page.url.endswith("#tag-mayors")
    page.locator("#tag-mayors a").first.click()
    assert page.url.endswith("#n-n1")


PEOPLE = "people/index.html"


def people_shown(page: Page) -> list[str]:
    """Names of the people that can be seen."""
    return [link.inner_text() for link in page.locator(".entry > a").all() if link.is_visible()]


def test_typed_words_choose_as_the_search_folds_them(visit: Callable[..., Page]) -> None:
    """Each word must begin a name in any language; ё is е; letters without a name go; the address keeps all."""
    page = visit(PEOPLE)
    field = page.get_by_label("Filter")
    field.press_sequentially("КОВАЛЁВ")
    expect(page.locator(".filter output")).to_have_text("1 of 3 shown", timeout=PATIENCE)

    assert people_shown(page) == ["Rem Kovalyov"]
    assert not page.locator("#letter-b").is_visible()
    link = page.get_by_role("link", name="Search the whole dossier for it")
    assert (link.get_attribute("href") or "").endswith("search/index.html?q=%D0%9A%D0%9E%D0%92%D0%90%D0%9B%D0%81%D0%92")
    field.fill("olena kov")
    expect(page.locator(".filter output")).to_have_text("1 of 3 shown", timeout=PATIENCE)
    assert people_shown(page) == ["Olena Koval"]
    assert page.url.endswith("?filter=olena+kov")
    page.reload()
    expect(page.locator(".filter output")).to_have_text("1 of 3 shown", timeout=PATIENCE)

    page.get_by_label("Filter").press("Escape")
    assert len(people_shown(page)) == 3
    assert page.url.endswith(PEOPLE)
    assert not link.is_visible()


def test_without_script_a_list_by_letter_is_all_there(visit: Callable[..., Page]) -> None:
    """Without JavaScript there is no field that does nothing; letters lead to their names."""
    page = visit(PEOPLE, java_script_enabled=False)

    assert len(people_shown(page)) == 3
    assert not page.locator(".filter").is_visible()
    page.get_by_role("link", name="K", exact=True).click()
    assert page.url.endswith("#letter-k")
