"""The search index is made anew only when what it is made of has changed."""

import os
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from shutil import copytree

import pytest
from pagefind_bin_extended import get_executable

from build_dossier.search_cache import FILE, Part, index_site, searched
from build_dossier.search_index import settle
from build_dossier.search_service import LANGUAGE, index_of

PAGE = """<!doctype html>
<html lang="en"><head><title>{title}</title><link rel="x" href="y"></head><body><nav>{menu}</nav>
<dialog data-pagefind-ignore>Search</dialog>
<article class="dossier" data-pagefind-body><p data-pagefind-filter="place">Kyiv</p><h1 id="top">{title}</h1>
<p>{words}</p>
<section class="concordance" data-pagefind-ignore="all" markdown="1"><h2 id="lines">Lines</h2>{lines}</section>
<p data-pagefind-ignore="all">1</p><p id="end">The end.</p></article><footer>{menu}</footer></body></html>
"""
BODY = " data-pagefind-body"
PLAIN = {"title": "Мінськ", "menu": "Home", "words": "Кіт Келлог прибув.", "lines": "прибув до"}
OTHER = {"title": "Київ", "menu": "Home", "words": "Зустріч тривала.", "lines": ""}


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


def pagefind(pages: Sequence[Part]) -> Iterator[Part]:
    """The index."""
    return index_of(pages, os.environ)


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
    index_site(folder / "site", folder / "none", folder / "cache", program="1", index=pagefind)
    return folder


@pytest.mark.parametrize("html", [pytest.param(page(), id="one"), pytest.param(page(**OTHER), id="other")])
def test_the_index_is_that_of_the_whole_page(tmp_path: Path, html: str):
    """What is left out of Pagefind's input is nothing to it, and it makes of a folder what it makes of messages."""
    pages = {"Стаття/index.html": html, "index.html": "<html><body>Start</body></html>"}
    ours, whole = site(tmp_path / "ours", pages), site(tmp_path / "whole", pages)
    index_site(ours, tmp_path / "none", None, program="1", index=pagefind)
    command = [get_executable(), "--site", str(whole), "--force-language", LANGUAGE, "--silent"]
    subprocess.run(command, check=True)
    settle(whole / "pagefind")

    assert tree(ours) == tree(whole)


def test_pages_come_in_order_of_path(tmp_path: Path):
    """Whatever order a file system has: Pagefind numbers pages as they come."""
    given: list[str] = []

    def noted(pages: Sequence[Part]) -> list[Part]:
        given.extend(path for path, _ in pages)
        return []

    names = [f"{letter}/index.html" for letter in ("d", "b", "e.html", "c", "a")]
    index_site(site(tmp_path, dict.fromkeys(names, page())), tmp_path / "none", None, program="1", index=noted)

    assert given == sorted(names)


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(page().replace("<article", "<div").replace("</article", "</div"), id="no-article"),
        pytest.param(page(words="<article>x</article>"), id="two-articles"),
        pytest.param(page(menu='<b data-pagefind-meta="x">y</b>'), id="something-outside"),
        pytest.param(page(menu='<b data-pagefind-filter="x">y</b>'), id="filter-outside"),
        pytest.param(
            page().replace(" data-pagefind-body", "").replace("<nav", "<nav data-pagefind-body"), id="elsewhere"
        ),
    ],
)
def test_a_page_of_another_form_stays_whole(html: str):
    """Nothing is cut out of a page that the project's own theme makes."""
    assert searched(html.encode()) == html.encode()


def test_only_what_is_searched_goes_in():
    """Menus and ignored sections stay out; a page that is not searched is nothing."""
    found = searched(page(lines="<p>прибув</p>").encode())

    assert found is not None
    assert "Home" not in found.decode()
    assert "Lines" not in found.decode()
    assert "The end." in found.decode()
    assert searched(b"<html><article>x</article></html>") is None


def test_sections_within_an_ignored_one_are_left_to_pagefind():
    """The first end of a section could be that of the inner one."""
    found = searched(page(lines="<section>прибув</section>").encode())

    assert found is not None
    assert "Lines" in found.decode()
    assert "The end." in found.decode()


def again(last: Path, tmp_path: Path, pages: Mapping[str, str], *, program: str = "1") -> bool:
    """Whether Pagefind runs for the site of those pages; its index is the one of a build without a cache."""
    runs: list[int] = []

    def counted(pages: Sequence[Part]) -> Iterator[Part]:
        runs.append(len(pages))
        return pagefind(pages)

    ours, plain = site(tmp_path / "ours", pages), site(tmp_path / "plain", pages)
    index_site(ours, last / "site", last / "cache", program=program, index=counted)
    index_site(plain, last / "site", None, program=program, index=pagefind)
    assert tree(ours) == tree(plain)
    return bool(runs)


@pytest.mark.parametrize(
    "pages",
    [
        pytest.param(PAGES, id="nothing"),
        pytest.param({**PAGES, "a/index.html": page(menu="Start")}, id="menu"),
        pytest.param({**PAGES, "a/index.html": page(lines="інше")}, id="ignored lines"),
        pytest.param({**PAGES, "404.html": "<html><body>Not here</body></html>"}, id="page that is not searched"),
    ],
)
def test_an_unchanged_index_is_taken(last: Path, tmp_path: Path, pages: Mapping[str, str]):
    """What is not searched may change."""
    assert not again(last, tmp_path, pages)


def renamed(pages: Mapping[str, str]) -> dict[str, str]:
    """One page under another name."""
    return {name.replace("b/", "c/"): html for name, html in pages.items()}


@pytest.mark.parametrize(
    "pages",
    [
        pytest.param({**PAGES, "a/index.html": page(words="Кіт Келлог поїхав.")}, id="words"),
        pytest.param({**PAGES, "a/index.html": page(title="Гомель")}, id="title"),
        pytest.param({"a/index.html": page()}, id="page gone"),
        pytest.param(renamed(PAGES), id="page renamed"),
        pytest.param(
            {"a/index.html": "<html><body><p>Одне слово</p></body></html>"}, id="no page says what is searched"
        ),
    ],
)
def test_a_changed_index_is_made(last: Path, tmp_path: Path, pages: Mapping[str, str]):
    """Whatever a search could find is in the index."""
    copy = copytree(last, tmp_path / "last")

    assert again(copy, tmp_path, pages)


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda folder: (folder / "cache" / FILE).write_text("{"), id="cache"),
        pytest.param(lambda folder: (folder / "cache" / FILE).unlink(), id="no cache"),
        pytest.param(lambda folder: (folder / "site/pagefind/pagefind.js").write_text(""), id="index"),
        pytest.param(lambda folder: (folder / "site/pagefind/more.js").write_text(""), id="file too many"),
    ],
)
def test_damage_is_seen(last: Path, tmp_path: Path, damage: Callable[[Path], object]):
    """An index that is not the one that was made is made anew."""
    copy = copytree(last, tmp_path / "last")
    damage(copy)

    assert again(copy, tmp_path, PAGES)


def test_another_program_makes_its_own(last: Path, tmp_path: Path):
    """Another version of Pagefind may make another index."""
    assert again(copytree(last, tmp_path / "last"), tmp_path, PAGES, program="2")
