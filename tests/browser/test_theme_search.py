"""The search dialog: opened, driven and left by keys; what it shows; where there is no server or no script."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.site]

ARTICLE = "articles/zustrich/index.html"


def _search(page: Page, query: str) -> None:
    if page.locator("dialog[open]").count() == 0:
        page.get_by_role("button", name="Search").click()
    page.get_by_role("searchbox").fill("")
    expect(page.locator("[data-search-status]")).to_have_text("")
    page.get_by_role("searchbox").fill(query)
    expect(page.locator("[data-search-status]")).to_contain_text("found")


def _titles(page: Page, query: str) -> list[str]:
    _search(page, query)
    return page.locator(".search__name").all_inner_texts()


@pytest.mark.parametrize("keys", ["/", "Control+KeyK", "Meta+KeyK"])
def test_keys_open_and_escape_closes(visit: Callable[..., Page], keys: str) -> None:
    """The input has the focus; Escape gives it back to where it was."""
    page = visit(ARTICLE)
    page.locator("a.note-ref").first.focus()
    page.keyboard.press(keys)
    expect(page.get_by_role("dialog", name="Search the dossier")).to_be_visible()
    expect(page.get_by_role("searchbox", name="Search words, names, notes")).to_be_focused()

    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)
    expect(page.locator("a.note-ref").first).to_be_focused()


def test_a_slash_in_a_field_is_a_slash(visit: Callable[..., Page]) -> None:
    """Typing one where text is typed opens nothing and loses nothing."""
    page = visit(ARTICLE)
    page.evaluate("document.querySelector('article').append(document.createElement('textarea'))")
    page.locator("article textarea").press("/")

    assert page.locator("article textarea").input_value() == "/"
    expect(page.locator("dialog[open]")).to_have_count(0)


def test_arrows_move_and_enter_opens(visit: Callable[..., Page]) -> None:
    """Down to the second result, up again, Enter: the page opens at the passage."""
    page = visit("index.html")
    _search(page, "Коваль")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".search__name").nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator(".search__name").first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("Enter")

    page.wait_for_url(re.compile(r"/(articles|people)/[a-z-]+/"))


def test_tab_stays_in_the_dialog(visit: Callable[..., Page]) -> None:
    """However often Tab is pressed, no focus reaches the page behind."""
    page = visit(ARTICLE)
    _search(page, "міст")
    for _ in range(12):
        page.keyboard.press("Tab")
        outside = "!document.activeElement.closest('dialog') && document.activeElement !== document.body"
        assert page.evaluate(outside) is False


@pytest.mark.parametrize(
    ("query", "title"),
    [
        pytest.param("Коваль", "Мери домовилися про міст", id="a name"),
        pytest.param("КОВАЛЕМ", "Olena Koval", id="another form, in capitals"),
        pytest.param("Koval", "Мэры спорят о мосте", id="another script"),
        pytest.param("п’ять", "Мери домовилися про міст", id="another apostrophe"),
        pytest.param("пʼять", "Мери домовилися про міст", id="the letter apostrophe"),
        pytest.param("еще", "Мэры спорят о мосте", id="е for ё"),
        pytest.param("«міст»", "Мери домовилися про міст", id="guillemets"),
        pytest.param("добуд*", "Мери домовилися про міст", id="a trailing wildcard"),
        pytest.param('"ще не бачила"', "Мери домовилися про міст", id="exact words"),
        pytest.param("Bürgermeisterin", "Мери домовилися про міст", id="an alias that no page prints"),
        pytest.param("townhall", "Notes", id="a word of a note"),
    ],
)
def test_a_query_finds(front: Page, query: str, title: str) -> None:
    """The page is found in any form, spelling and script that the index knows."""
    assert title in _titles(front, query)


@pytest.mark.parametrize("query", ["гроза", "мюсли", "Вашингтон", "єдиноріг", "zzz"])
def test_a_word_that_is_nowhere_finds_nothing(front: Page, query: str) -> None:
    """The index's last resort, a page that shares a first letter, is not shown."""
    assert _titles(front, query) == []
    expect(front.locator("[data-search-status]")).to_have_text("Nothing found.")


def test_results_are_grouped_and_say_what_they_are(visit: Callable[..., Page]) -> None:
    """Groups by kind; an article with its date and language, the matched form marked, in its own language."""
    page = visit("index.html")
    _search(page, "добудують")
    expect(page.locator("[data-search-status]")).to_have_text("2 pages found.")
    articles = page.locator(".search__group", has_text="Articles")

    assert sorted(page.locator(".search__group h3").all_inner_texts()) == ["Articles", "People"]
    assert articles.locator(".search__facts").all_inner_texts() == ["2024-03-03 · Ukrainian"]
    assert articles.locator("mark").all_inner_texts() == ["добудують"]
    assert articles.locator(".search__name").get_attribute("lang") == "uk"
    assert str(articles.locator("a").get_attribute("href")).endswith("/articles/zustrich/#p2")


def test_a_note_is_found_as_a_note(visit: Callable[..., Page]) -> None:
    """A word that only a note has leads to the note and says so."""
    page = visit("index.html")
    _search(page, "townhall")
    facts = page.locator(".search__facts").all_inner_texts()

    assert any("in a note" in fact for fact in facts)
    assert str(page.locator(".search__name").first.get_attribute("href")).endswith("#n-n1")


def test_lists_are_not_found(visit: Callable[..., Page]) -> None:
    """The front page and the lists, which repeat every title, are no results."""
    assert "A small dossier" not in _titles(visit("about/index.html"), "Мери")


def test_hostile_pages_stay_text_in_the_results(visit: Callable[..., Page]) -> None:
    """A title, a date and an excerpt that look like markup are shown as they are."""
    page = visit("index.html")
    _search(page, "гіпопотам")

    assert page.locator(".search__name").inner_text() == (
        """<img src=x onerror="document.body.dataset.pwned=1"> & "лапки\""""
    )
    assert "<b>жирне</b> &amp; <script>" in page.locator(".search__excerpt").inner_text()
    assert page.locator(".search__results :is(img, script, b)").count() == 0
    assert page.evaluate("document.body.dataset.pwned") is None


def test_search_works_below_any_path(
    context: Callable[..., BrowserContext], theme_site: Path, serve: Callable[[Path], str]
) -> None:
    """Served at ``/below/site/``, results lead to pages that are there."""
    page = context().new_page()
    page.goto(f"{serve(theme_site.parent.parent)}below/site/{ARTICLE}")
    _search(page, "Коваль")
    page.locator(".search__name").first.click()
    page.wait_for_load_state()

    assert "/below/site/" in page.url
    assert page.title().endswith("· Dossier")


def test_from_the_disk_the_dialog_says_how_to_search(
    context: Callable[..., BrowserContext], theme_site: Path, requests_of: Callable[[Page], list[str]]
) -> None:
    """Pages, styles and notes work from a folder; search says in words what it needs and asks for nothing."""
    page = context().new_page()
    asked = requests_of(page)
    page.goto((theme_site / ARTICLE).as_uri())
    page.keyboard.press("/")

    dialog = page.get_by_role("dialog", name="Search the dossier")
    expect(dialog).to_contain_text("python -m build_dossier serve --site")
    expect(dialog.get_by_role("searchbox")).to_be_disabled()
    assert [url for url in asked if not url.startswith("file:") or "pagefind" in url] == []


def test_a_missing_index_is_said(context: Callable[..., BrowserContext], theme_url: str) -> None:
    """When the index cannot be fetched, the dialog says so instead of searching for ever."""
    page = context().new_page()
    page.route("**/pagefind/**", lambda route: route.abort())
    page.goto(theme_url)
    page.keyboard.press("/")
    page.get_by_role("searchbox").fill("міст")

    expect(page.locator("[data-search-status]")).to_have_text("The search index could not be loaded.")


@pytest.mark.parametrize(
    ("typed", "found", "same"),
    [
        pytest.param("ещо", "ее", False, id="one letter in common"),
        pytest.param("политзаключенных", "политических", False, id="the beginning of another word"),
        pytest.param("мюсли", "мы", False, id="a short word"),
        pytest.param("коваля", "ковалем", True, id="another case"),
        pytest.param("калий", "калийного", True, id="the word made longer"),
        pytest.param("кии", "киив", True, id="a word half typed"),
        pytest.param("це", "це", True, id="two letters"),
    ],
)
def test_a_form_begins_as_the_typed_word(front: Page, typed: str, found: str, *, same: bool) -> None:
    """Inflection changes the end of a word; a word that shares less than its beginning is another."""
    script = "([t, f]) => import('./assets/javascripts/search/fold.js').then(fold => fold.isForm(t, f))"
    assert front.evaluate(script, [typed, found]) is same


def test_a_query_is_folded_once_and_for_all(front: Page) -> None:
    """Folding twice changes nothing, and straight quotes, which ask for exact words, stay."""
    script = (
        "q => import('./assets/javascripts/search/fold.js').then(f => [f.foldQuery(q), f.foldQuery(f.foldQuery(q))])"
    )
    once, twice = front.evaluate(script, '  «Ёлка»  В’ЯЗНІ \u200b"точно так" при* ')

    assert once == twice == 'елка в\'язні "точно так" при'
