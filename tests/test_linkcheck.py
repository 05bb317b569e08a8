"""Links that lead somewhere, and those that do not."""

import pytest

from build_dossier.linkcheck import dead_links, external
from build_dossier.webpage import Reference, WebPage

FILES = {"index.html", "404.html", "articles/a/index.html", "articles/b/index.html", "data/x.json", "фото 1.png"}


def reason(url: str, *, page: str = "articles/a/index.html", loads: bool = False) -> str | None:
    """Why an address on a page is dead; ``None`` when it lives."""
    references = frozenset({Reference(url=url, loads=loads, editor=None)})
    pages = {
        name: WebPage(words="", targets=frozenset({"p1", "розділ"}), references=frozenset())
        for name in FILES
        if name.endswith(".html")
    }
    pages[page] = WebPage(words="", targets=frozenset({"here"}), references=references)
    return next((link.reason for link in dead_links(pages, FILES)), None)


@pytest.mark.parametrize(
    "url",
    [
        "", "#", "#top", "#here", "../b/", "../b", "../b/index.html", "../b/index.html?q=1#p1", "../../", "../..",
        "../b/index.html#%D1%80%D0%BE%D0%B7%D0%B4%D1%96%D0%BB", "../b/index.html#p1:~:text=words",
        "../../data/x.json#any", "../../%D1%84%D0%BE%D1%82%D0%BE%201.png", "https://example.org/", "mailto:a@b.c",
    ],
)  # fmt: skip
def test_living(url: str):
    """Pages with and without their file name, fragments, data files and the wide world are fine."""
    assert reason(url) is None


@pytest.mark.parametrize(
    ("url", "why"),
    [
        pytest.param("../c/", "leads to no page", id="missing page"),
        pytest.param("../../../", "leads to no page", id="above the site"),
        pytest.param("../../data/", "leads to no page", id="folder without a page"),
        pytest.param("../b/#nowhere", "leads to no place on its page", id="missing fragment"),
        pytest.param("#p1", "leads to no place on its page", id="another page's fragment"),
        pytest.param("/articles/b/", "begins with", id="from the root"),
        pytest.param("javascript:alert(1)", "is no address to follow", id="script"),
        pytest.param("data:text/html,x", "is no address to follow", id="data document"),
        pytest.param("http://[", "is no address", id="malformed"),
    ],
)
def test_dead(url: str, why: str):
    """Each kind of death has its reason."""
    assert str(reason(url)).startswith(why)


@pytest.mark.parametrize("url", ["x.png", "../x", "?q", "#i", "data:image/svg+xml,x", "about:blank"])
def test_fetched_from_the_site(url: str):
    """Relative addresses and data in the page itself make no request elsewhere."""
    assert not external(url)


@pytest.mark.parametrize(
    "url", ["https://x/y.js", "HTTP://x", "//x/y.js", "\\\\x\\y.js", "/\\x", "javascript:x", "blob:x", "file:///etc"]
)
def test_fetched_from_elsewhere(url: str):
    """Any other host is told, however a browser would let it be written."""
    assert external(url)
    assert reason(url, loads=True) == "is fetched from outside the site"


def test_the_page_for_what_is_not_found_is_served_anywhere():
    """404.html must use addresses from the root, and may."""
    assert reason("/assets/missing.css", page="404.html", loads=True) is None
