"""Articles side by side: columns on a desk, one below the other on a phone, what was changed told by signs."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.site]

PATH = "compare/one/two/index.html"


def test_articles_face_each_other_and_stand_below_each_other_on_a_phone(visit: Callable[..., Page]) -> None:
    """Wide, the cells of a row begin at one height; narrow, each stands under the name of its article."""
    page = visit(PATH)
    cells = page.locator("table.facing").first.locator("td")
    wide = [cells.nth(number).bounding_box() for number in range(2)]
    assert wide[0] is not None
    assert wide[1] is not None
    assert wide[0]["y"] == wide[1]["y"]
    assert wide[0]["x"] + wide[0]["width"] <= wide[1]["x"] + 1
    assert not cells.first.locator(".facing-article").is_visible()

    page.set_viewport_size({"width": 400, "height": 900})
    narrow = [cells.nth(number).bounding_box() for number in range(2)]
    assert narrow[0] is not None
    assert narrow[1] is not None
    assert narrow[0]["y"] + narrow[0]["height"] <= narrow[1]["y"] + 1
    assert cells.first.locator(".facing-article").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 400
    assert page.get_by_role("columnheader").count() >= 2

    assert page.locator(".changes ins .sign").first.inner_text() == "+"
    assert page.locator(".changes del .sign").first.inner_text() == "−"
    folded = page.locator(".changes details").first
    folded.locator("summary").press("Enter")
    assert folded.locator("span").first.is_visible()
