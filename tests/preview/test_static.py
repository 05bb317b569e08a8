"""A folder on this machine's own address."""

import gzip
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from build_dossier.preview.static import is_text, serving, takes_gzip


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


def test_a_text_goes_out_compressed_to_whoever_takes_it(address: str):
    """A browser that takes gzip is sent it, and says so to whatever stands between; others are sent the file itself."""
    asked = urllib.request.Request(f"{address}articles/a/", headers={"Accept-Encoding": "gzip, deflate"})  # noqa: S310
    with urllib.request.urlopen(asked, timeout=10) as answer:  # noqa: S310  # our own server
        body = answer.read()
        assert answer.headers["Content-Encoding"] == "gzip"
        assert answer.headers["Vary"] == "Accept-Encoding"
        assert int(answer.headers["Content-Length"]) == len(body)
        assert answer.headers["Content-Type"] == "text/html"
        assert answer.headers["Cache-Control"] == "no-store"
    assert gzip.decompress(body).decode() == "стаття"


def test_the_head_of_a_compressed_text_has_no_body(address: str):
    """What ``HEAD`` says is what ``GET`` would say, without the body."""
    asked = urllib.request.Request(f"{address}articles/a/", headers={"Accept-Encoding": "gzip"}, method="HEAD")  # noqa: S310
    with urllib.request.urlopen(asked, timeout=10) as answer:  # noqa: S310  # our own server
        assert answer.headers["Content-Encoding"] == "gzip"
        assert answer.read() == b""


@pytest.mark.parametrize("path", ["nowhere", "articles/", "../secret", "%2e%2e/secret", "articles/a/index.html/"])
def test_what_is_not_there_is_not_there_compressed_either(address: str, path: str):
    """Whoever takes gzip finds the site's files alone, as everybody."""
    asked = urllib.request.Request(address + path, headers={"Accept-Encoding": "gzip"})  # noqa: S310  # our own server
    with pytest.raises(urllib.error.HTTPError) as found:
        urllib.request.urlopen(asked, timeout=10)  # noqa: S310  # our own server
    assert found.value.read().decode() == "not here"


@pytest.mark.parametrize(
    ("accepted", "takes"),
    [
        pytest.param("", False, id="says nothing"),
        pytest.param("identity", False, id="the file itself"),
        pytest.param("br, x-gzip-not", False, id="others"),
        pytest.param("gzip;q=0", False, id="refuses it"),
        pytest.param("br, gzip; q=0.000", False, id="refuses it at length"),
        pytest.param("gzip", True, id="it alone"),
        pytest.param("gzip, deflate, br, zstd", True, id="as browsers say it"),
        pytest.param("br;q=1.0, GZIP;q=0.5", True, id="with a weight"),
    ],
)
def test_whether_gzip_is_taken(*, accepted: str, takes: bool):
    """By its name, unless its weight is 0."""
    assert takes_gzip(accepted) is takes


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("font/woff2", False),
        ("image/png", False),
        ("application/octet-stream", False),
        ("application/gzip", False),
        ("text/html", True),
        ("text/css", True),
        ("text/javascript", True),
        ("image/svg+xml", True),
        ("application/json", True),
    ],
)
def test_what_is_text(*, kind: str, text: bool):
    """What is compressed already is not compressed again."""
    assert is_text(kind) is text
