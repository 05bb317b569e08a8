"""The hook that takes unchanged pages from the last site."""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from shutil import copytree

import pytest

from build_dossier import page_cache

pytestmark = pytest.mark.site

CONFIG = f"""
site_name: Test
use_directory_urls: false
theme: {{name: material, font: false, custom_dir: overrides}}
plugins: []
markdown_extensions: [attr_list]
nav: [index.md, untitled.md]
not_in_nav: /articles/**
hooks: ["{page_cache.__file__}"]
"""
PAGES = {
    "index.md": "---\ntitle: Front\n---\n\n[An article](articles/a.md)\n",
    "untitled.md": "# Untitled\n",
    "articles/a.md": "---\ntitle: Kyiv\n---\n\n# Kyiv\n\nSee [the other](b.md) and [none](c.md).\n",
    "articles/b.md": "---\ntitle: Lviv\n---\n\n# Lviv\n",
}
FOOTER = "{{% block footer %}}{}{{% endblock %}}"
ALL_PAGES = "{{ pages | length }}"
TAKEN = "<!-- taken -->"


def write(folder: Path, files: Mapping[str, str]) -> None:
    """Files below a folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def mkdocs(project: Path, site: str, *, last: str | None = None) -> dict[str, bytes]:
    """The site built, with the pages of the last one or without."""
    named = (
        {} if last is None else {page_cache.INDEX: str(project / "pages.json"), page_cache.SITE: str(project / last)}
    )
    environment = {**os.environ, **named, "SOURCE_DATE_EPOCH": "0", "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(project / "mkdocs.yml")]
    subprocess.run([*command, "-d", str(project / site)], env=environment, check=True, capture_output=True)
    return tree(project / site)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project, built once with the hook; not to be changed."""
    project = tmp_path_factory.mktemp("pages")
    write(project, {"mkdocs.yml": CONFIG, "overrides/main.html": '{% extends "base.html" %}'})
    write(project / "docs", PAGES)
    mkdocs(project, "old", last="none")
    return project


def mark(project: Path, *names: str) -> None:
    """Marks pages of the last site, so that it can be seen where they are taken from."""
    index = json.loads((project / "pages.json").read_text(encoding="utf-8"))
    for name in names:
        page = project / "old" / f"{name}.html"
        page.write_text(page.read_text(encoding="utf-8") + TAKEN, encoding="utf-8")
        index["pages"][f"{name}.md"][1] = hashlib.sha256(page.read_bytes()).hexdigest()
    (project / "pages.json").write_text(json.dumps(index), encoding="utf-8")


@pytest.fixture
def marked(built: Path, tmp_path: Path) -> Path:
    """The same project; an article of its last site bears a mark."""
    project = tmp_path / "project"
    copytree(built, project)
    mark(project, "articles/a")
    return project


def is_taken(site: Mapping[str, bytes]) -> bool:
    """Whether the article was taken from the last site."""
    return TAKEN.encode() in site["articles/a.html"]


def edited(name: str, old: str, new: str) -> Callable[[Path], None]:
    """A change of a file."""

    def change(project: Path) -> None:
        text = (project / name).read_text(encoding="utf-8")
        assert old in text
        (project / name).write_text(text.replace(old, new), encoding="utf-8")

    return change


def test_the_hook_alone_does_nothing(built: Path):
    """Without the environment's values nothing is kept, and the site is the one that the hook's cache gives."""
    before = tree(built / "old")

    assert mkdocs(built, "new") == before
    assert {path.name for path in built.iterdir()} == {"docs", "mkdocs.yml", "new", "old", "overrides", "pages.json"}


def test_what_is_learnt_of_a_page(built: Path):
    """Which files it asked for: those that are there, and those that are not."""
    index = json.loads((built / "pages.json").read_text(encoding="utf-8"))

    assert sorted(index["pages"]) == ["articles/a.md", "articles/b.md", "index.md", "untitled.md"]
    assert index["pages"]["articles/a.md"][2:] == [["articles/b.md"], ["articles/c.md"]]


def test_a_menus_page_without_a_title_is_always_built(marked: Path):
    """Menus show its heading, which only rendering finds."""
    mark(marked, "index", "untitled")
    site = mkdocs(marked, "new", last="old")

    assert {name for name, page in site.items() if TAKEN.encode() in page} == {"articles/a.html", "index.html"}


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda _: None, id="nothing"),
        pytest.param(edited("docs/articles/b.md", "# Lviv", "# Lviv\n\nMore."), id="another page's words"),
        pytest.param(edited("docs/index.md", "An article", "One article"), id="words of a page in the menu"),
    ],
)
def test_an_unchanged_page_is_taken(marked: Path, change: Callable[[Path], None]):
    """What cannot show on the page does not make it anew."""
    change(marked)

    assert is_taken(mkdocs(marked, "new", last="old"))


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(edited("docs/articles/a.md", "See", "Compare"), id="its words"),
        pytest.param(lambda project: (project / "docs/articles/b.md").unlink(), id="its target goes"),
        pytest.param(lambda project: write(project / "docs", {"articles/c.md": "# C\n"}), id="its target comes"),
        pytest.param(edited("docs/index.md", "Front", "First"), id="a title in the menu"),
        pytest.param(edited("mkdocs.yml", "Test", "Another"), id="configuration"),
        pytest.param(
            edited("mkdocs.yml", "[attr_list]", "[attr_list, toc: {permalink: true}]"), id="extension's option"
        ),
        pytest.param(edited("overrides/main.html", "%}", "%}{% block footer %}x{% endblock %}"), id="template"),
        pytest.param(
            edited("overrides/main.html", "%}", "%}{% block footer %}{{ pages | length }}{% endblock %}"), id="list"
        ),
        pytest.param(edited("mkdocs.yml", "plugins: []", "plugins: [search]"), id="plugin"),
        pytest.param(edited("mkdocs.yml", "[attr_list]", "[attr_list, pymdownx.snippets]"), id="unknown extension"),
        pytest.param(edited("old/articles/a.html", TAKEN, f"{TAKEN}x"), id="damaged page"),
        pytest.param(lambda project: (project / "old/articles/a.html").unlink(), id="lost page"),
        pytest.param(edited("pages.json", '"key": "', '"key": "0'), id="another program's index"),
        pytest.param(lambda project: write(project, {"pages.json": '{"key": 1, "pages"'}), id="damaged index"),
        pytest.param(lambda project: write(project, {"pages.json": "[" * 9000}), id="hostile index"),
    ],
)
def test_a_page_that_could_differ_is_built(marked: Path, change: Callable[[Path], None]):
    """The site is byte for byte the one without the cache."""
    change(marked)

    site = mkdocs(marked, "new", last="old")

    assert not is_taken(site)
    assert site == mkdocs(marked, "plain")
