"""What does not depend on notes: its digest, and that it does not."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from build_dossier.article import Correction
from build_dossier.build import build
from build_dossier.disk import read_sources
from build_dossier.dossier import SeedFile, Sources, TextFile
from build_dossier.ground import ground, remembering, says_nothing, seeds_digest
from build_dossier.pages import LatePage

PROJECT = Path(__file__).parent.parent
NOTE = TextFile(path="docs/annotations/000.md", text="> прибув до Мінська\n\nA note with [[004]].\n")


@pytest.fixture(scope="module")
def sources() -> Sources:
    """What this project's own dossier is made of, as a second build reads it."""
    read = read_sources(PROJECT / "seeds", PROJECT / "docs", PROJECT / ".dossier")
    return remembering(read, build(read).memory)


CORRECTIONS = {
    "a": Correction(article="a", file="docs/annotations/a.md", lines={"title": 2}, title="Title"),
    "b": Correction(article="b", file="docs/annotations/b.md"),
}
FILE = TextFile(path="docs/entities/x.md", text="x")


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda s: replace(s, annotations=()), id="notes"),
        pytest.param(lambda s: replace(s, prose=(FILE,)), id="pages"),
        pytest.param(lambda s: replace(s, problems=()), id="problems"),
    ],
)
def test_notes_and_pages_are_no_ground(sources: Sources, change: Callable[[Sources], Sources]):
    """They are read and shown, that is all."""
    assert ground(change(sources), CORRECTIONS) == ground(sources, CORRECTIONS)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda s: replace(s, seeds=s.seeds[1:]), id="seed"),
        pytest.param(lambda s: replace(s, seeds=(*s.seeds[1:], SeedFile(name="x.txt", data=b""))), id="name"),
        pytest.param(lambda s: replace(s, entities=(FILE,)), id="entity"),
        pytest.param(lambda s: replace(s, lexicon=(FILE,)), id="lexicon"),
        pytest.param(lambda s: replace(s, events=(FILE,)), id="event"),
        pytest.param(lambda s: replace(s, remembered=(FILE,)), id="memory"),
        pytest.param(lambda s: replace(s, locale="uk"), id="language"),
    ],
)
def test_what_pages_are_made_of_is(sources: Sources, change: Callable[[Sources], Sources]):
    """Whatever is read from it can be on any page."""
    assert ground(change(sources), CORRECTIONS) != ground(sources, CORRECTIONS)


def test_corrections_are_ground_if_they_correct():
    """A file of notes alone has a correction that says nothing."""
    nothing = Sources(
        seeds=(), annotations=(), entities=(), lexicon=(), prose=(), remembered=(), templates={}, locale="en",
        translate=str, translate_plural=lambda one, many, n: one if n == 1 else many, problems=(),
    )  # fmt: skip
    other = {**CORRECTIONS, "a": replace(CORRECTIONS["a"], title="Other")}

    assert says_nothing(CORRECTIONS["b"])
    assert ground(nothing, {"a": CORRECTIONS["a"]}) == ground(nothing, CORRECTIONS)
    assert ground(nothing, other) != ground(nothing, CORRECTIONS)
    assert seeds_digest(nothing) == seeds_digest(replace(nothing, remembered=(FILE,)))


def test_names_and_contents_do_not_run_into_each_other(sources: Sources):
    """What ends one file cannot begin the next."""
    one = replace(sources, seeds=(SeedFile(name="a", data=b"bc"), SeedFile(name="d", data=b"")))
    other = replace(sources, seeds=(SeedFile(name="a", data=b"b"), SeedFile(name="d", data=b"c")))

    assert seeds_digest(one) != seeds_digest(other)


def test_a_second_build_stands_on_the_later_ground(sources: Sources):
    """Its pages are those of the first, and it remembers nothing new."""
    first = build(replace(sources, remembered=()))
    second = build(remembering(replace(sources, remembered=()), first.memory))

    assert second.grounds == (first.grounds[1], first.grounds[1])
    assert [(page.path, page.text) for page in second.site.pages] == [(p.path, p.text) for p in first.site.pages]
    assert second.dossier == first.dossier


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda s: replace(s, annotations=()), id="no notes"),
        pytest.param(lambda s: replace(s, annotations=(*s.annotations[1:], NOTE)), id="another note"),
        pytest.param(
            lambda s: replace(s, prose=(TextFile(path="docs/index.md", text="# Mine\n\nProse.\n"),)), id="page"
        ),
    ],
)
def test_pages_of_the_same_are_the_same(sources: Sources, change: Callable[[Sources], Sources]):
    """A page that is made of the same on the same ground has the same text, whatever else was written."""
    before, after = build(sources), build(change(sources))
    late = {page.path: page for page in before.site.pages if isinstance(page, LatePage)}
    again = {page.path: page for page in after.site.pages if isinstance(page, LatePage)}
    same = [path for path in late if late[path].made_of == again[path].made_of]

    assert after.grounds[0] == before.grounds[0]
    assert again.keys() == late.keys()
    assert len(same) > len(late) / 2
    assert all(late[path].text == again[path].text for path in same)


def test_a_note_makes_its_articles_page_another(sources: Sources):
    """Both pages of a note with two passages, and no further one."""
    two = "> диктатором Білорусі\n\n> [[001]] Белоруссии\n\nCompare.\n"
    note = TextFile(path=sources.annotations[0].path, text=sources.annotations[0].text + "\n" + two)
    before = build(sources)
    after = build(replace(sources, annotations=(note, *sources.annotations[1:])))
    late = {page.path: page.made_of for page in before.site.pages if isinstance(page, LatePage)}
    changed = {page.path for page in after.site.pages if isinstance(page, LatePage) and late[page.path] != page.made_of}

    assert "articles/000_01465673ddc29907/index.md" in changed
    assert all(path.startswith("articles/00") for path in changed)
    assert len(changed) <= 2
