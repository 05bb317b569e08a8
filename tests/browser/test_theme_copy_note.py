"""«Copy as note» puts the selected words of the source on the clipboard as Markdown."""

import datetime as dt
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.site]

ARTICLE = "articles/zustrich/index.html"

# Selects from the n-th text node of one element to the m-th of another, as a reader's pointer would.
SELECT = """([from, fromNode, start, to, toNode, end]) => {
  const nodes = selector => {
    const walker = document.createTreeWalker(document.querySelector(selector), NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) found.push(walker.currentNode);
    return found;
  };
  const range = document.createRange();
  range.setStart(nodes(from).at(fromNode), start);
  const last = nodes(to).at(toNode);
  range.setEnd(last, end < 0 ? last.length : end);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""

MARK = "mark[aria-details=n-{}]"


@pytest.fixture
def article(visit: Callable[..., Page]) -> Page:
    """The article, with a clipboard that may be read."""
    page = visit(ARTICLE, permissions=["clipboard-read", "clipboard-write"])
    page.wait_for_load_state("networkidle")
    return page


def _copied(page: Page, selection: list[object]) -> str:
    page.evaluate(SELECT, selection)
    page.get_by_role("button", name="Copy as note").click()
    expect(page.locator(".copy-note [role=status]")).to_have_text("Copied")
    return str(page.evaluate("navigator.clipboard.readText()"))


def _note(quotation: str) -> str:
    today = dt.date.today()  # noqa: DTZ011  # the reader's day, as the browser's
    return f'> {quotation}\n\n{{: kind=context author="" date={today} }}\n\n'


@pytest.mark.parametrize(
    ("selection", "quotation"),
    [
        pytest.param(["#p1", 0, 0, "#p1", 0, 10], "Фото: архі", id="plain words"),
        pytest.param(
            [MARK.format("n2"), 0, 0, "#p2", -1, 7],
            "міст добудують восени",
            id="the sign of the note is left out",
        ),
        pytest.param(
            ["#p3", 0, 6, "#p4", 0, 4],
            "на міст Рада",
            id="over two blocks, without the notes between",
        ),
        pytest.param(
            ["#p4", -1, 15, "#p4", -1, 28],
            "міст Рада Дніпра обіцяє гроші. ==Мерка Канева== їх ще не бачила.",
            id="words that stand twice, with what is around them",
        ),
        pytest.param(
            [MARK.format("n1"), 0, 0, MARK.format("n1"), 0, -1],
            "міст Фото: архів міської ради ==Мерка Канева== Олена Коваль сказала, що міст",
            id="at most 32 characters on each side",
        ),
    ],
)
def test_the_quotation_is_the_sources_words(article: Page, selection: list[object], quotation: str) -> None:
    """A blockquote with the exact words, then the attribute line with today's date."""
    assert _copied(article, selection) == _note(quotation)


def test_nothing_is_offered_for_nothing(article: Page) -> None:
    """No button without a selection, nor for one that lies outside the source's words."""
    button = article.locator(".copy-note__button")
    expect(button).to_be_hidden()
    article.evaluate(SELECT, ["#n-n1 .note-body", 0, 0, "#n-n1 .note-body", 0, 10])
    article.wait_for_timeout(300)
    expect(button).to_be_hidden()


def test_the_button_follows_the_selection(article: Page) -> None:
    """It stands by the selected words, within the window, and goes with them."""
    article.evaluate(SELECT, ["#p4", 0, 0, "#p4", 0, 4])
    button = article.get_by_role("button", name="Copy as note")
    expect(button).to_be_visible()
    box, words = button.bounding_box(), article.locator("#p4").bounding_box()
    assert box is not None
    assert words is not None
    assert abs(box["y"] - words["y"]) < 80

    article.keyboard.press("Escape")
    expect(button).to_be_hidden()


def test_keys_alone_copy(article: Page) -> None:
    """Alt+N copies the selection, whatever the keyboard's layout."""
    article.evaluate(SELECT, ["#p1", 0, 0, "#p1", 0, 4])
    article.keyboard.press("Alt+KeyN")
    expect(article.locator(".copy-note [role=status]")).to_have_text("Copied")

    assert article.evaluate("navigator.clipboard.readText()") == _note("Фото")


def test_a_refused_clipboard_leaves_the_text_at_hand(visit: Callable[..., Page]) -> None:
    """Where the clipboard is not to be had, the Markdown is shown selected, to be copied by hand."""
    page = visit(ARTICLE)
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('refused')); }")
    page.evaluate(SELECT, ["#p1", 0, 0, "#p1", 0, 4])
    page.get_by_role("button", name="Copy as note").click()

    text = page.get_by_role("textbox", name="Copy as note")
    expect(text).to_be_visible()
    assert text.input_value() == _note("Фото")
