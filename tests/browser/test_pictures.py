"""Pictures as a browser draws them: on a phone they scroll in their own frame, names keep clear of each other."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page

from build_dossier.build import Build

pytestmark = [pytest.mark.browser]

STYLES = Path(__file__).parents[2] / "build_dossier/theme/assets/stylesheets"
NAMES = """Array.from(document.querySelectorAll('svg a'), a => {
  const boxes = Array.from(a.querySelectorAll('text'), t => t.getBoundingClientRect())
  return boxes.map(b => [b.left, b.top, b.right, b.bottom])
})"""


@pytest.fixture(scope="module")
def figures(dossier_build: Build) -> dict[str, str]:
    """The figures of each page that has any, as HTML."""
    wanted = {"map/index.md", "network/index.md"}
    pages = {page.path: page.text for page in dossier_build.site.pages if page.path in wanted}
    return {path: "".join(re.findall(r"<figure.*?</figure>", text, re.DOTALL)) for path, text in pages.items()}


@pytest.fixture
def shown(context: Callable[..., BrowserContext], figures: dict[str, str]) -> Callable[[str, int], Page]:
    """Opens the figures of a page in a window of some width, with the styles of the site."""
    css = "".join((STYLES / f"{name}.css").read_text(encoding="utf-8") for name in ("dossier", "lists", "pictures"))

    def opened(path: str, width: int) -> Page:
        page = context(viewport={"width": width, "height": 900}).new_page()
        body = f'<body><article class="dossier md-typeset">{figures[path]}</article>'
        page.set_content(f"<!doctype html><style>{css}</style>{body}")
        return page

    return opened


@pytest.mark.parametrize("path", ["map/index.md", "network/index.md"])
def test_on_a_phone(shown: Callable[[str, int], Page], path: str) -> None:
    """The page is as wide as the window; what is wider scrolls in its frame, so that its letters can be read."""
    page = shown(path, 400)
    letters = page.evaluate("document.querySelector('svg a text').getBoundingClientRect().height")

    assert page.evaluate("document.documentElement.scrollWidth") <= 400
    assert page.evaluate("(f => f.scrollWidth > f.clientWidth)(document.querySelector('figure'))")
    assert letters >= 9


@pytest.mark.parametrize("path", ["map/index.md", "network/index.md"])
def test_a_wide_picture_opens_at_its_middle(
    context: Callable[..., BrowserContext],
    figures: dict[str, str],
    serve: Callable[[Path], str],
    tmp_path: Path,
    path: str,
) -> None:
    """On a phone the script moves a picture to its middle; nothing else moves, what is said below it neither."""
    folder = tmp_path / "page"
    shutil.copytree(STYLES.parent, folder / "assets")
    sheets = "".join(
        f'<link rel="stylesheet" href="assets/stylesheets/{name}.css">' for name in ("dossier", "pictures")
    )
    script = '<script src="assets/javascripts/page.js" defer></script>'
    body = f'<article class="dossier md-typeset">{figures[path]}</article>'
    (folder / "index.html").write_text(f"<!doctype html><meta charset=utf-8>{sheets}{script}{body}", encoding="utf-8")
    page = context(viewport={"width": 400, "height": 900}).new_page()
    page.goto(serve(folder))
    before, after = page.evaluate(
        "(f => [f.scrollLeft, f.scrollWidth - f.clientWidth - f.scrollLeft])(document.querySelector('figure'))"
    )

    assert before > 0
    assert abs(before - after) <= 1
    assert page.evaluate("scrollX") == 0
    assert page.evaluate("document.querySelector('figcaption').getBoundingClientRect().left") >= 0


def test_names_of_the_network_keep_clear(shown: Callable[[str, int], Page]) -> None:
    """No name stands on another's, whatever the letters of this machine are."""
    nodes = shown("network/index.md", 1400).evaluate(NAMES)
    boxes = [(at, *box) for at, node in enumerate(nodes) for box in node]
    met = [
        (one[0], other[0])
        for one in boxes
        for other in boxes
        if one[0] < other[0] and one[1] < other[3] - 2 and other[1] < one[3] - 2
        if one[2] < other[4] - 3 and other[2] < one[4] - 3
    ]

    assert len(nodes) > 20
    assert met == []


def test_every_mark_is_a_link(shown: Callable[[str, int], Page], figures: dict[str, str]) -> None:
    """By keyboard each place is reached in turn and named with its numbers."""
    page = shown("map/index.md", 1400)
    page.keyboard.press("Tab")
    if page.evaluate("document.activeElement.tagName") == "FIGURE":
        page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.querySelector('title').textContent") == (
        "Belarus: 4 articles, 27 mentions"
    )
    assert page.locator("svg a").count() == figures["map/index.md"].count("<a href=")


def test_where_the_system_has_the_colours_pictures_take_them(shown: Callable[[str, int], Page]) -> None:
    """The names of a light page are not dark on the dark ground of a system with colours of its own."""
    page = shown("network/index.md", 1400)
    page.emulate_media(forced_colors="active", color_scheme="dark")
    ink, paper = page.evaluate("(s => [s.fill, s.stroke])(getComputedStyle(document.querySelector('svg a text')))")
    words = page.evaluate("getComputedStyle(document.querySelector('figcaption')).color")

    assert ink == words != paper
