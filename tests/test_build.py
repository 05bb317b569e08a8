"""The pipeline as a whole: pure, independent of order, and exact about what a change changes."""

from dataclasses import replace
from pathlib import Path

import frontmatter
import pytest

from build_dossier.build import Build, build
from build_dossier.disk import read_sources
from build_dossier.dossier import SeedFile, Sources, TextFile

PROJECT = Path(__file__).parent.parent
SIXTH = (
    "У Варшаві зустрілися міністри оборони\n\n"
    "У Варшаві 3 березня зустрілися міністр оборони Польщі Владислав Косіняк-Камиш та його естонська колега.\n\n"
    "«Ми домовилися про спільні навчання», – сказав Косіняк-Камиш.\n"
)


@pytest.fixture(scope="module")
def sources() -> Sources:
    """What this project's own dossier is made of."""
    return read_sources(PROJECT / "seeds", PROJECT / "docs", PROJECT / ".dossier")


def pages(built: Build) -> dict[str, str]:
    """Every page by its path."""
    return {page.path: page.text for page in built.site.pages}


def test_the_same_sources_make_the_same_site(sources: Sources, dossier_build: Build):
    """Nothing of clock, chance or order is in a site."""
    again = build(replace(sources, seeds=sources.seeds[::-1], entities=sources.entities[::-1]))

    assert pages(again) == pages(dossier_build)
    assert again.site.assets == dossier_build.site.assets
    assert again.memory == dossier_build.memory


def test_a_sixth_text_changes_only_pages_that_speak_of_it(sources: Sources, dossier_build: Build):
    """A new article has its page; of the others only those change that name it, link to it or count it."""
    after = pages(build(replace(sources, seeds=(*sources.seeds, SeedFile(name="005_warsaw.txt", data=SIXTH.encode())))))
    before = pages(dossier_build)

    assert {path for path in after if path not in before} == {
        "articles/005_warsaw/index.md",
        "people/vladyslav-kosiniak-kamysh/index.md",
        "places/poland/index.md",
        "places/warsaw/index.md",
    }
    lists = {f"{name}index.md" for name in ("", "articles/", "people/", "places/", "map/", "review/")}
    changed = {path for path in before if after.get(path) != before[path]}
    assert lists <= changed
    assert all("005_warsaw" in after[path] for path in changed - lists)


def test_a_deleted_seed_leaves_no_trace(sources: Sources):
    """Without its seed an article is on no page, and its notes are shown as unplaced."""
    after = build(replace(sources, seeds=sources.seeds[:-1]))
    gone = "004_0eb56f0bcda4d5b8"

    site = pages(after)
    assert not any(path.startswith(f"articles/{gone}/") for path in site)
    assert {orphan.note.article for orphan in after.dossier.orphans} >= {gone}
    assert not any(f"articles/{gone}/" in text for text in site.values())
    assert any(p.code == "absent-article" and gone in p.file for p in after.problems)


def test_a_changed_note_changes_the_pages_that_show_it(sources: Sources, dossier_build: Build):
    """An edited word of a note is on its article's page and on the page of notes, and nowhere else."""
    annotations = tuple(
        TextFile(path=file.path, text=file.text.replace("presumably it is a Russian site", "a site unnamed"))
        for file in sources.annotations
    )
    after, before = pages(build(replace(sources, annotations=annotations))), pages(dossier_build)

    assert {path for path in before if after[path] != before[path]} == {
        "articles/002_48d37b7aae4c99d2/index.md",
        "notes/index.md",
    }


def test_no_docs_at_all_is_a_dossier_too(seeds_alone: Build):
    """Seeds alone give every kind of page."""
    site = pages(seeds_alone)

    assert {"index.md", "notes/index.md", "review/index.md", "about/index.md", "people/index.md"} <= site.keys()
    assert sum(path.startswith("articles/") for path in site) == 5 + 1


def test_no_seed_at_all_is_a_dossier_too(sources: Sources):
    """An empty folder gives pages that say so."""
    empty = replace(sources, seeds=(), annotations=(), entities=(), prose=(), remembered=())

    assert "There is no article yet" in pages(build(empty))["index.md"]


def test_front_matter_is_in_its_order(dossier_build: Build):
    """Every article page begins with the same keys, readable with python-frontmatter."""
    order = [
        "title",
        "description",
        "date",
        "lang",
        "id",
        "people",
        "organisations",
        "places",
        "sources",
        "publisher",
        "sha256",
        "basis",
        "kind",
    ]
    for path, text in pages(dossier_build).items():
        front = frontmatter.loads(text).metadata
        assert front["title"]
        if front["kind"] == "article":
            assert list(front)[: len(order)] == order
            assert path == f"articles/{front['id']}/index.md"
