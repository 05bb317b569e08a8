"""The search index is made anew only when what it is made of has changed."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from shutil import copytree

import pytest

from build_dossier import search_cache
from build_dossier.search_cache import FILE, GLOSSARY, index_site, searched
from build_dossier.search_memory import FORMS
from build_dossier.search_memory import PAGES as PAGES_FILE

PAGE = """<!doctype html>
<html lang="en"><head><title>{title}</title></head><body><nav>{menu}</nav>
<article class="dossier" data-search-kind="article" data-search-title="{title}"><h1 id="top">{title}</h1>
<p>{words}</p><p id="end">The end.</p></article><footer>{menu}</footer></body></html>
"""
PLAIN = {"title": "Мінськ", "menu": "Home", "words": "Кіт Келлог прибув."}
OTHER = {"title": "Київ", "menu": "Home", "words": "Зустріч тривала."}


def page(**values: str) -> str:
    """A page as the theme makes it."""
    return PAGE.format(**{**PLAIN, **values})


def site(folder: Path, pages: Mapping[str, str]) -> Path:
    """A site of those pages."""
    for name, html in pages.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(html, encoding="utf-8")
    return folder


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


PAGES = {"a/index.html": page(), "b/index.html": page(**OTHER), "404.html": "<html><body>Gone</body></html>"}


@pytest.fixture(scope="module")
def last(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with its index, and the cache; not to be changed."""
    folder = tmp_path_factory.mktemp("search")
    site(folder / "site", PAGES)
    (folder / "cache").mkdir()
    index_site(folder / "site", folder / "none", folder / "cache", program="1")
    return folder


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<html><article>x</article></html>", id="not to be found"),
        pytest.param('<html><p data-search-kind="page">x</p><article>y</article></html>', id="another element"),
        pytest.param("<html></html>", id="no article"),
    ],
)
def test_a_page_that_says_nothing_is_not_searched(html: str):
    """Lists and menus are no results."""
    assert searched(html.encode()) is None


def test_only_the_article_goes_in():
    """What stands around it may change without a new index."""
    found = searched(page().encode())

    assert found is not None
    assert "Home" not in found.decode()
    assert "The end." in found.decode()


def again(
    last: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pages: Mapping[str, str], *, program: str
) -> bool:
    """Whether an index is made for the site of those pages; it is the one of a build without a cache."""
    ours, plain = site(tmp_path / "ours", pages), site(tmp_path / "plain", pages)
    made: list[int] = []
    files_of = search_cache.files_of
    monkeypatch.setattr(search_cache, "files_of", lambda *given: made.append(1) or files_of(*given))
    index_site(ours, last / "site", last / "cache", program=program)
    runs = bool(made)
    index_site(plain, last / "site", None, program=program)
    assert tree(ours) == tree(plain)
    return runs


@pytest.mark.parametrize(
    "pages",
    [
        pytest.param(PAGES, id="nothing"),
        pytest.param({**PAGES, "a/index.html": page(menu="Start")}, id="menu"),
        pytest.param({**PAGES, "404.html": "<html><body>Not here</body></html>"}, id="page that is not searched"),
    ],
)
def test_an_unchanged_index_is_taken(
    last: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pages: Mapping[str, str]
):
    """What is not searched may change."""
    assert not again(last, tmp_path, monkeypatch, pages, program="1")


@pytest.mark.parametrize(
    "pages",
    [
        pytest.param({**PAGES, "a/index.html": page(words="Кіт Келлог поїхав.")}, id="words"),
        pytest.param({**PAGES, "a/index.html": page(title="Гомель")}, id="title"),
        pytest.param({"a/index.html": page()}, id="page gone"),
        pytest.param({"a/index.html": page(), "c/index.html": page(**OTHER)}, id="page renamed"),
        pytest.param({**PAGES, GLOSSARY: '{"arrival": ["прибути", "arrive"]}'}, id="glossary"),
        pytest.param({"a/index.html": "<html><body><p>Одне слово</p></body></html>"}, id="nothing to be found"),
    ],
)
def test_a_changed_index_is_made(last: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pages: Mapping[str, str]):
    """Whatever a search could find is in the index."""
    copy = copytree(last, tmp_path / "last")

    assert again(copy, tmp_path, monkeypatch, pages, program="1")


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda folder: (folder / "cache" / FILE).write_text("{"), id="cache"),
        pytest.param(lambda folder: (folder / "cache" / FILE).unlink(), id="no cache"),
        pytest.param(lambda folder: (folder / "site/search-index/entry.json").write_text(""), id="index"),
        pytest.param(lambda folder: (folder / "site/search-index/more.gz").write_text(""), id="file too many"),
    ],
)
def test_damage_is_seen(last: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: Callable[[Path], object]):
    """An index that is not the one that was made is made anew, with or without what the dictionaries said."""
    copy = copytree(last, tmp_path / "last")
    damage(copy)
    (copy / "cache" / FORMS).write_text("[")

    assert again(copy, tmp_path, monkeypatch, PAGES, program="1")


def test_another_program_makes_its_own(last: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Another version may make another index."""
    assert again(copytree(last, tmp_path / "last"), tmp_path, monkeypatch, PAGES, program="2")


def test_a_word_is_looked_up_once(last: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """After one changed page only its new words are asked for; those that have gone are forgotten."""
    copy = copytree(last, tmp_path / "last")
    asked: list[str] = []
    lexemes = search_cache.Forms.of.__globals__["lexemes"]
    monkeypatch.setitem(
        search_cache.Forms.of.__globals__, "lexemes", lambda word, code: asked.append(word) or lexemes(word, code)
    )
    ours = site(tmp_path / "ours", {**PAGES, "b/index.html": page(title="Київ", words="Зустріч скінчилася.")})
    index_site(ours, copy / "site", copy / "cache", program="1")

    assert set(asked) == {"скінчилася"}
    kept = json.loads((copy / "cache" / FORMS).read_text(encoding="utf-8"))["forms"]
    assert " тривала" not in kept
    assert " скінчилася" in kept


def test_a_page_is_read_once(last: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """After one changed page that page alone is read; a page that has gone is forgotten, a damaged line made anew."""
    copy = copytree(last, tmp_path / "last")
    read: list[str] = []
    record_of = search_cache.record_of
    monkeypatch.setattr(search_cache, "record_of", lambda path, html: read.append(path) or record_of(path, html))
    changed = {**PAGES, "b/index.html": page(title="Київ", words="Зустріч скінчилася.")}
    index_site(site(tmp_path / "one", changed), copy / "site", copy / "cache", program="1")
    assert read == ["b/index.html"]

    lines = (copy / "cache" / PAGES_FILE).read_bytes().splitlines(keepends=True)
    assert len(lines) == 2
    (copy / "cache" / PAGES_FILE).write_bytes(lines[0].replace(b"1,", b"2,", 1) + lines[1])
    read.clear()
    index_site(site(tmp_path / "two", PAGES), copy / "none", copy / "cache", program="1")
    assert read == ["a/index.html", "b/index.html"]
