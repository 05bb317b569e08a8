"""How one page leads to another."""

import posixpath

from hypothesis import given
from hypothesis import strategies as st

from build_dossier.pages.address import from_to, from_to_html

NAMES = st.sampled_from(["a", "b", "articles", "people", "kyiv.2"])
PAGES = st.lists(NAMES, max_size=3).map(lambda folders: "/".join([*folders, "index.md"]))


@given(PAGES, PAGES)
def test_a_relative_address_leads_there(page: str, target: str):
    """It is the way that the operating system would name."""
    way = posixpath.relpath(f"/{target}", posixpath.dirname(f"/{page}"))

    assert from_to(page, target) == way
    assert from_to_html(page, target, "m-12") == f"{way.removesuffix('.md')}.html#m-12"
