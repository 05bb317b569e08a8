"""The search dialog: opened, driven and left by keys; what it shows; where there is no server or no script."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from build_dossier.search.words import tokens

pytestmark = [pytest.mark.browser, pytest.mark.site]

ARTICLE = "articles/zustrich/index.html"


def _search(page: Page, query: str) -> None:
    if page.locator("dialog[open]").count() == 0:
        page.get_by_role("button", name="Search").click()
    page.get_by_role("searchbox").fill("")
    expect(page.locator("[data-search-status]")).to_have_text("")
    page.get_by_role("searchbox").fill(query)
    expect(page.locator("[data-search-status]")).to_have_text(re.compile("result|Nothing"), timeout=30_000)


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


def test_no_file_of_the_search_comes_with_a_page(
    context: Callable[..., BrowserContext], theme_url: str, requests_of: Callable[[Page], list[str]]
) -> None:
    """One small script opens the dialog; what searches, and the index, are fetched when it is first opened."""
    page = context().new_page()
    asked = requests_of(page)
    page.goto(f"{theme_url}{ARTICLE}", wait_until="networkidle")
    of_search = [url for url in asked if "search-index" in url or "/javascripts/search/" in url]
    assert of_search == []

    _search(page, "Коваль")
    assert any("search-index" in url for url in asked)


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
        pytest.param("Elena Koval", "Мери домовилися про міст", id="the name in another language"),
        pytest.param("п’ять", "Мери домовилися про міст", id="another apostrophe"),
        pytest.param("пʼять", "Мери домовилися про міст", id="the letter apostrophe"),
        pytest.param("еще", "Мэры спорят о мосте", id="е for ё"),
        pytest.param("«міст»", "Мери домовилися про міст", id="guillemets"),
        pytest.param("добуд", "Мери домовилися про міст", id="the beginning of a word"),
        pytest.param("чекаємо", "Мери домовилися про міст", id="a form that no text has"),
        pytest.param("обіцює", "Мери домовилися про міст", id="mistyped inside"),
        pytest.param("ібіцяє", "Мери домовилися про міст", id="mistyped at the beginning"),
        pytest.param('"ще не бачила"', "Мери домовилися про міст", id="exact words"),
        pytest.param('"Коваль"', "Мери домовилися про міст", id="an exact word"),
        pytest.param("«Ковалем»", "Мери домовилися про міст", id="guillemets around a name"),
        pytest.param("Олена Ко", "Мери домовилися про міст", id="the beginning of a surname"),
        pytest.param("Олена К", "Мери домовилися про міст", id="one letter of it"),
        pytest.param("townhall", "Мери домовилися про міст", id="a word of a note"),
    ],
)
def test_a_query_finds(front: Page, query: str, title: str) -> None:
    """The page is found in any form, spelling and script."""
    assert title in _titles(front, query)


@pytest.mark.parametrize(
    "query",
    [
        pytest.param("Вашингтон", id="a word that is nowhere"),
        pytest.param("zzz", id="no word"),
        pytest.param('"бачила ще не"', id="the words in another order"),
        pytest.param('"Ковалем"', id="an exact form that no text has"),
        pytest.param("Ковальчук", id="a name that only begins so"),
        pytest.param("гіпопотам мерка", id="two words of two articles"),
    ],
)
def test_what_is_nowhere_is_not_found(front: Page, query: str) -> None:
    """Nothing is shown that does not match all of the query."""
    assert _titles(front, query) == []
    expect(front.locator("[data-search-status]")).to_have_text("Nothing found.")


def test_results_are_grouped_and_say_what_they_are(front: Page) -> None:
    """Groups by kind; an article with its date and language, the matched forms marked, in its own language."""
    _search(front, "Коваль")
    articles = front.locator('[data-kind="a"]')

    assert front.locator(".search__kind").all_inner_texts() == ["Articles 2", "People 1"]
    assert set(articles.locator(".search__facts").all_inner_texts()) == {
        "3 March 2024 · Ukrainian",
        "March 2024 · Russian",
    }
    assert set(articles.locator("mark").all_inner_texts()) == {"Олена Коваль", "Елена Коваль"}
    assert articles.locator('.search__name[lang="ru"]').inner_text() == "Мэры спорят о мосте"
    understood = front.locator("[data-search-understood] li")
    assert understood.inner_text() == "Коваль → Olena Koval, person · 2 articles"
    assert str(understood.locator("a").get_attribute("href")).endswith("/people/olena-koval/")


def test_a_result_leads_to_the_passage(visit: Callable[..., Page]) -> None:
    """The page opens there, with the words marked, and its address is the plain one."""
    page = visit("index.html")
    _search(page, "добудувати")
    page.locator(".search__name").first.click()
    page.wait_for_url("**/articles/zustrich/#p2")

    expect(page.locator("#p2")).to_have_class(re.compile("found-passage"))
    marked = page.evaluate("[...CSS.highlights.get('found')].map(range => range.toString())")
    assert marked == ["добудують"]
    expect(page.locator("#p2")).to_be_in_viewport()


def test_without_highlights_the_words_are_marked(context: Callable[..., BrowserContext], theme_url: str) -> None:
    """In a browser that has none; also where a tag stands within the words."""
    page = context().new_page()
    page.add_init_script("delete CSS.__proto__.highlights; delete CSS.highlights")
    page.goto(f"{theme_url}{ARTICLE}?found=Олена Коваль сказала|міст#p2")

    expect(page.locator("#p2.found-passage")).to_be_visible()
    marked = page.locator("#p2 mark:not(.note-mark)").all_inner_texts()
    assert "".join(marked) == "Олена Коваль сказаламіст"
    assert page.url == f"{theme_url}{ARTICLE}#p2"


def test_the_dialog_stands_in_the_address(visit: Callable[..., Page]) -> None:
    """What is asked and how it is narrowed; a reload and the way back find it so; a closed dialog leaves nothing."""
    page = visit(ARTICLE)
    _search(page, "Коваль")
    page.get_by_text("Filters and order").click()
    page.get_by_label("Language").select_option("ru")
    expect(page.locator("[data-search-status]")).to_have_text("1 result.", timeout=30_000)
    assert page.url.endswith(f"{ARTICLE}?search-q=%D0%9A%D0%BE%D0%B2%D0%B0%D0%BB%D1%8C&search-language=ru")
    expect(page.locator("dialog summary")).to_have_text("Filters and order (1)")

    page.reload()
    expect(page.locator("[data-search-status]")).to_have_text("1 result.", timeout=30_000)
    page.locator(".search__name").first.click()
    page.wait_for_url("**/articles/vstrecha/**")
    page.go_back()
    expect(page.locator("dialog [data-search-status]")).to_have_text("1 result.", timeout=30_000)
    expect(page.get_by_label("Language")).to_have_value("ru")

    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)
    assert page.url.endswith(ARTICLE)


def test_keys_alone_drive_all_of_it(visit: Callable[..., Page]) -> None:
    """Open, type, narrow, order, move through the results, open one: no pointer."""
    page = visit(ARTICLE)
    status = page.locator("dialog [data-search-status]")
    page.keyboard.press("/")
    page.keyboard.type("Коваль")
    expect(status).to_have_text("3 results.", timeout=30_000)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Order")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_label("Order")).to_be_focused()
    page.keyboard.type("oldest")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Language").locator("option")).to_have_count(3, timeout=30_000)
    page.keyboard.type("Russian")
    expect(status).to_have_text("1 result.")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".search__name")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/articles/vstrecha/**")


def test_a_note_is_found_as_a_note(front: Page) -> None:
    """A word that only a note has leads to the note and says of which kind it is."""
    _search(front, "townhall")

    assert front.locator('[data-kind="n"] .search__facts').all_inner_texts() == ["Note: Identity · 3 March 2024"]
    address = str(front.locator(".search__name").first.get_attribute("href"))
    assert address.endswith("/articles/zustrich/?found=townhall#n-n1")


def test_a_page_with_an_address(visit: Callable[..., Page]) -> None:
    """The address asks; filters narrow, count and stand in the address; dates order."""
    page = visit("search/index.html?q=Коваль&sort=oldest")
    expect(page.locator("[data-search-status]")).to_have_text("3 results.", timeout=30_000)
    assert page.locator('[data-kind="a"] .search__name').all_inner_texts() == [
        "Мэры спорят о мосте",
        "Мери домовилися про міст",
    ]
    page.get_by_text("Filters and order").click()
    language = page.get_by_label("Language")
    expect(language.locator("option")).to_have_text(["any", "Russian (1)", "Ukrainian (1)"], timeout=30_000)
    assert page.get_by_label("Person").locator("option").all_inner_texts() == ["any", "Olena Koval (2)"]
    language.select_option("uk")
    expect(page.locator("[data-search-status]")).to_have_text("1 result.")
    assert page.url.endswith("search/index.html?q=%D0%9A%D0%BE%D0%B2%D0%B0%D0%BB%D1%8C&sort=oldest&language=uk")

    page.reload()
    expect(page.locator("[data-search-status]")).to_have_text("1 result.", timeout=30_000)
    expect(language).to_have_value("uk")
    page.get_by_label("To", exact=True).fill("2024-02-01")
    expect(page.locator("[data-search-status]")).to_have_text("Nothing found.")
    page.get_by_label("To", exact=True).fill("2024-03-03")
    expect(page.locator("[data-search-status]")).to_have_text("1 result.")


def test_filters_alone_list_the_articles(visit: Callable[..., Page]) -> None:
    """Without words, the articles that are as wished."""
    page = visit("search/index.html?date=2024-03")
    expect(page.locator("[data-search-status]")).to_have_text("2 results.", timeout=30_000)


def test_a_kind_of_note_alone_lists_such_notes(visit: Callable[..., Page]) -> None:
    """The choice of kinds is not empty before a word is typed, and one of them has an address."""
    page = visit("search/index.html?note=caution")
    expect(page.locator("[data-search-status]")).to_have_text("1 result.", timeout=30_000)
    expect(page.locator(".search__results")).to_contain_text("Caution")
    choice = page.locator("[data-search-page] select[name=note] option[value=caution]")
    expect(choice).to_have_text(re.compile(r"\(1\)"))


def test_without_scripts_there_are_lists(visit: Callable[..., Page]) -> None:
    """The header leads to the articles, the search page to every list."""
    page = visit("search/index.html", java_script_enabled=False)

    assert page.locator("article a").all_inner_texts() == ["Articles", "People"]
    assert page.locator("header noscript a").count() == 1


def test_lists_are_not_found(front: Page) -> None:
    """The front page and the lists, which repeat every title, are no results."""
    assert "A small dossier" not in _titles(front, "мери")


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


@pytest.mark.parametrize("path", [ARTICLE, "search/index.html"])
def test_from_the_disk_it_says_how_to_search(
    context: Callable[..., BrowserContext], theme_site: Path, requests_of: Callable[[Page], list[str]], path: str
) -> None:
    """Pages, styles and notes work from a folder; search says in words what it needs and asks for nothing."""
    page = context().new_page()
    asked = requests_of(page)
    page.goto((theme_site / path).as_uri())
    page.keyboard.press("/")

    expect(page.locator("[data-search-view]")).to_contain_text("python -m build_dossier serve --site")
    expect(page.get_by_role("searchbox")).to_be_disabled()
    assert [url for url in asked if not url.startswith("file:") or "search-index" in url] == []


def test_a_missing_index_is_said(context: Callable[..., BrowserContext], theme_url: str) -> None:
    """When the index cannot be fetched, the dialog says so instead of searching for ever."""
    page = context().new_page()
    page.route("**/search-index/**", lambda route: route.abort())
    page.goto(theme_url)
    page.keyboard.press("/")
    page.get_by_role("searchbox").fill("міст")

    expect(page.locator("[data-search-status]")).to_have_text("The search index could not be loaded.")


WORDS = (
    "Ёлка В’ЯЗНІ ґанок Łukaszenka’s Škoda Київ й ї don’t прес-секретар 2024-03 а́кцент İstanbul ſ",
    "\u200bневидиме­ слово, “лапки” «Ґ» O'Neill’s 5% 🙂 ʼпочаток кінець’",
)


@pytest.mark.parametrize("text", WORDS)
def test_both_languages_fold_alike(front: Page, text: str) -> None:
    """The script finds the words that the index holds."""
    script = "t => import('./assets/javascripts/search/words.js').then(w => w.tokens(t).map(one => one.word))"

    assert front.evaluate(script, text) == [word for _, _, word in tokens(text)]


@pytest.mark.parametrize(
    ("date", "words"),
    [
        pytest.param("unknown", "unknown", id="no date"),
        pytest.param("2024-13", "2024-13", id="no month"),
        pytest.param("2022", "2022", id="a year"),
        pytest.param("2024-03", "March 2024", id="a month"),
        pytest.param("2024-03-03", "3 March 2024", id="a day"),
        pytest.param("2022/..", "2022 or later", id="open end"),
        pytest.param("../2025-06-20", "20 June 2025 or earlier", id="open beginning"),
        pytest.param("2020-12/2021-01", "December 2020 – January 2021", id="a period"),
        pytest.param("2014~", "about 2014", id="about"),
        pytest.param("2025-06-20?", "20 June 2025?", id="doubtful"),
        pytest.param("2022-21", "spring 2022", id="a season"),
        pytest.param("199X", "1990s", id="a decade"),
    ],
)
def test_dates_are_in_words(front: Page, date: str, words: str) -> None:
    """As the pages say them; what is no date stays as it is."""
    script = """async ([date]) => {
      const { inWords } = await import('./assets/javascripts/search/dates.js');
      const view = document.querySelector('[data-search-view]');
      return inWords(date, 'en', (name) => view.getAttribute(`data-text-${name}`));
    }"""

    assert front.evaluate(script, [date]) == words


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        pytest.param("коваль", "коваль", 0, id="the same"),
        pytest.param("коваль", "ковль", 1, id="one left out"),
        pytest.param("коваль", "коввль", 1, id="one exchanged"),
        pytest.param("коваль", "ковьал", 2, id="one moved"),
        pytest.param("коваль", "оквaль".replace("a", "а"), 1, id="two swapped"),
        pytest.param("коваль", "міст", 9, id="another word"),
    ],
)
def test_distances_count_letters(front: Page, a: str, b: str, expected: int) -> None:
    """A swap of neighbours is one mistake; what is farther than two is far."""
    script = "([a, b]) => import('./assets/javascripts/search/vocabulary.js').then(v => v.distance(a, b, 2))"

    assert front.evaluate(script, [a, b]) == expected
