"""A folder on this machine's own address."""

import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from build_dossier.preview.static import serving


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """A served site with one article, and a folder without a page."""
    (tmp_path / "site/articles/a").mkdir(parents=True)
    (tmp_path / "site/articles/a/index.html").write_text("стаття")
    (tmp_path / "site/404.html").write_text("not here")
    (tmp_path / "secret").write_text("secret")
    with serving(tmp_path / "site", 0) as at:
        yield at


def get(url: str) -> tuple[int, str]:
    """Status and text of an answer."""
    try:
        with urllib.request.urlopen(url, timeout=10) as answer:  # noqa: S310  # our own server
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def test_pages_are_served_on_loopback(address: str):
    """A folder's address gives its page, to this machine only."""
    assert address.startswith("http://127.0.0.1:")
    assert get(f"{address}articles/a/") == (200, "стаття")


@pytest.mark.parametrize("path", ["nowhere", "articles/", "../secret", "%2e%2e/secret", "..%2fsecret"])
def test_what_is_not_there_is_the_sites_own_page(address: str, path: str):
    """No listing, no file from elsewhere: the site's page for what is not found."""
    assert get(address + path) == (404, "not here")


def test_an_exchanged_site_is_served_at_once(address: str, tmp_path: Path):
    """The folder may be exchanged while it is served, and the browser keeps nothing."""
    (tmp_path / "site").rename(tmp_path / "old")
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("new")

    assert get(address) == (200, "new")
    with urllib.request.urlopen(address, timeout=10) as answer:  # noqa: S310  # our own server
        assert answer.headers["Cache-Control"] == "no-store"
