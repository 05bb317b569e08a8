"""Long lists on several pages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_dossier.pages import parts


def test_a_short_list_is_one_page():
    """There is a page even of nothing, and no way to others."""
    assert parts.parts([]) == [[]]
    assert parts.links("quotes/index.md", 1, 1) == ()


@given(st.lists(st.integers(), unique=True, max_size=40), st.integers(min_value=1, max_value=7))
def test_every_entry_stands_on_the_page_that_is_told(items: list[int], size: int):
    """Nothing is left out, and each entry is on its page."""
    pages = parts.parts(items, size)
    told = parts.paths("quotes/index.md", items, size)

    assert [item for page in pages for item in page] == items
    assert all(told[item] == parts.path("quotes/index.md", n) for n, page in enumerate(pages, 1) for item in page)


@pytest.mark.parametrize(
    ("number", "count", "named"),
    [
        pytest.param(1, 2, "*1* 2", id="two"),
        pytest.param(1, 9, "*1* 2 3 … 9", id="first"),
        pytest.param(5, 9, "1 … 3 4 *5* 6 7 … 9", id="middle"),
        pytest.param(9, 9, "1 … 7 8 *9*", id="last"),
        pytest.param(3, 5, "1 2 *3* 4 5", id="none-left-out"),
    ],
)
def test_the_way_to_other_pages(number: int, count: int, named: str):
    """The first, the last and those near by."""
    links = parts.links("quotes/index.md", number, count)
    shown = [f"*{name}*" if href is None and name != "…" else name for name, href in links]

    assert " ".join(shown) == named


def test_addresses_of_pages():
    """Further pages lie below the first."""
    links = dict(parts.links("quotes/index.md", 2, 3))

    assert links == {"1": "../index.md", "2": None, "3": "../3/index.md"}
