"""The table of terms at each width: what scrolls, what stands below each other, what stays in sight."""

from collections.abc import Callable
from pathlib import Path

import pytest
from dossiers import page_of
from markdown import markdown
from playwright.sync_api import BrowserContext, Page

from build_dossier.build import Build

pytestmark = [pytest.mark.browser, pytest.mark.site]

STYLES = Path(__file__).resolve().parents[2] / "build_dossier/theme/assets/stylesheets"
EXTENSIONS = ["attr_list", "md_in_html", "tables"]


@pytest.fixture
def shown(context: Callable[..., BrowserContext], dossier_build: Build) -> Callable[[int], Page]:
    """Opens the page of the set about the war at a width, with the styles of its kind."""
    text = page_of(dossier_build, "framing/war/index.md")
    css = "".join((STYLES / name).read_text("utf-8") for name in ("dossier.css", "lists.css", "framing.css"))
    body = markdown(text.split("---\n", 2)[2], extensions=EXTENSIONS)
    html = (
        '<!doctype html><html lang="en"><meta name="viewport" content="width=device-width">'
        f"<style>*{{box-sizing:border-box}}html{{font-size:20px}}body{{margin:0}}{css}</style>"
        f"<body><article class='md-content__inner md-typeset dossier dossier--framing-set'>{body}</article></body>"
    )

    def opened(width: int) -> Page:
        page = context(viewport={"width": width, "height": 700}).new_page()
        page.set_content(html)
        return page

    return opened


def test_on_a_phone_each_row_stands_by_itself(shown: Callable[[int], Page]):
    """Nothing is cut off at 400 pixels; a count stands beside what it counts, what is not there takes no room."""
    page = shown(400)
    table = page.locator("table.terms").first

    assert page.evaluate("document.documentElement.scrollWidth") <= 400
    assert not any(cell.is_visible() for cell in table.locator("td.none").all())
    row = table.locator("tbody tr", has_text="military operation").first
    assert row.locator(".terms-label").first.is_visible()
    assert row.locator("a", has_text="3 reported").is_visible()


def test_on_a_wide_screen_heads_stay_in_sight(shown: Callable[[int], Page]):
    """Articles are columns, empty cells are marked, and the head stays when the table is scrolled."""
    page = shown(1400)
    table = page.locator("table.terms").first

    assert table.locator("thead th").count() == 5
    assert table.locator("td.none").first.inner_text() == "–"
    assert not table.locator(".terms-label").first.is_visible()
    scroll = page.locator(".terms-scroll").first
    scroll.evaluate("element => { element.style.maxHeight = '12rem'; element.scrollTop = 200; }")
    head, box = table.locator("thead th").nth(1).bounding_box(), scroll.bounding_box()
    assert head is not None
    assert box is not None
    assert 0 <= head["y"] - box["y"] < 4
