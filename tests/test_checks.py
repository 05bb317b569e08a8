"""The checks of a site: the same with what passed before and without."""

from collections.abc import Callable, Mapping
from io import StringIO
from pathlib import Path
from shutil import copytree

import pytest

from build_dossier import checks
from build_dossier.checks import FILE, check_site
from build_dossier.errors import DossierError, FidelityError
from build_dossier.imprint import imprint_of
from build_dossier.progress import Progress

LINKS = '<a href="../b/#here">b</a> <a href="../b/index.html">b</a> <a href="#p1">p</a> <a href="https://a.b/">w</a>'
PAGES = {
    "a/index.html": f'<p id="p1" data-src="0-4">Kyiv</p>{LINKS}',
    "b/index.html": '<p id="here">Minsk</p><img src="../x.png">',
    "x.png": "",
}
TEXTS = {"a/index.html": "Kyiv"}


def write(folder: Path, files: Mapping[str, str]) -> Path:
    """Files below a folder."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def checked(site: Path, cache: Path | None, texts: Mapping[str, str] = TEXTS) -> list[str]:
    """The editor's dead links."""
    problems = check_site(site, imprint_of(site, "").files, texts, cache, Progress(StringIO()))
    return [f"{problem.file}: {problem.message}" for problem in problems]


@pytest.fixture
def passed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, list[str]]:
    """A site that has passed, its cache beside it, and the pages that are read from now on."""
    site = write(tmp_path / "site", PAGES)
    (tmp_path / "cache").mkdir()
    assert checked(site, tmp_path / "cache") == []
    read: list[str] = []
    page = checks.read_page
    monkeypatch.setattr(checks, "read_page", lambda html: read.append(html.decode()) or page(html))  # type: ignore[func-returns-value]
    return tmp_path, read


def test_what_passed_is_not_read_again(passed: tuple[Path, list[str]]):
    """Nothing changed: no page is read."""
    root, read = passed

    assert checked(root / "site", root / "cache") == []
    assert read == []


def test_a_changed_page_alone_is_read(passed: tuple[Path, list[str]]):
    """The others are known, also as targets of its links."""
    root, read = passed
    write(root / "site", {"b/index.html": '<p id="here">Lviv</p><a href="../a/#p1">a</a>'})

    assert checked(root / "site", root / "cache") == []
    assert [html[13:17] for html in read] == ["Lviv"]


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda site: write(site, {"b/index.html": '<p id="there">Minsk</p>'}), id="fragment gone"),
        pytest.param(lambda site: (site / "b/index.html").unlink(), id="page gone"),
        pytest.param(lambda site: (site / "x.png").unlink(), id="picture gone"),
        pytest.param(
            lambda site: write(site, {"b/index.html": '<img src="//a.b/x.png">'}), id="fetched from elsewhere"
        ),
        pytest.param(lambda site: write(site, {"a.css": "@import url(https://a.b/)"}), id="style sheet"),
    ],
)
def test_what_breaks_a_site_is_seen(passed: tuple[Path, list[str]], change: Callable[[Path], object]):
    """Also where the page with the link has not changed; and in the same words."""
    root, _ = passed
    change(root / "site")
    with pytest.raises(DossierError) as without:
        checked(root / "site", None)
    with pytest.raises(DossierError) as with_cache:
        checked(root / "site", root / "cache")

    assert str(with_cache.value) == str(without.value)


def test_other_words_are_seen(passed: tuple[Path, list[str]]):
    """The page is as it was; its source is not."""
    root, _ = passed

    with pytest.raises(FidelityError):
        checked(root / "site", root / "cache", {"a/index.html": "Kiev"})
    with pytest.raises(FidelityError, match="not built"):
        checked(root / "site", root / "cache", {**TEXTS, "c/index.html": "Lviv"})


def test_an_editors_dead_link_is_told_each_time(passed: tuple[Path, list[str]]):
    """It is a warning as long as it stands."""
    root, _ = passed
    write(root / "site", {"b/index.html": '<p id="here" data-editor="docs/b.md"><a href="../c/">c</a></p>'})
    said = checked(root / "site", root / "cache")

    assert said == ["docs/b.md: “../c/” leads to no page"]
    assert checked(root / "site", root / "cache") == said


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda cache: (cache / FILE).unlink(), id="none"),
        pytest.param(lambda cache: (cache / FILE).write_bytes(b"{}"), id="no checksum"),
        pytest.param(lambda cache: (cache / FILE).write_bytes((cache / FILE).read_bytes()[:-3]), id="cut short"),
        pytest.param(lambda cache: (cache / FILE).write_bytes(b"\xff\n[]"), id="no text"),
    ],
)
def test_a_damaged_cache_is_passed_over(passed: tuple[Path, list[str]], damage: Callable[[Path], object]):
    """Every page is read, and the cache is good again."""
    root, read = passed
    copytree(root / "cache", root / "good")
    damage(root / "cache")

    assert checked(root / "site", root / "cache") == []
    assert len(read) == 2
    assert (root / "cache" / FILE).read_bytes() == (root / "good" / FILE).read_bytes()


def test_other_checks_read_again(passed: tuple[Path, list[str]], monkeypatch: pytest.MonkeyPatch):
    """What passed other checks has not passed these."""
    root, read = passed
    monkeypatch.setattr(checks, "_program", lambda: "another")

    assert checked(root / "site", root / "cache") == []
    assert len(read) == 2
