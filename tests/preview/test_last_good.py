"""A file that is half-written is shown as it last was."""

from dataclasses import replace
from pathlib import Path

import pytest

from build_dossier.disk import read_sources
from build_dossier.dossier import Sources, TextFile
from build_dossier.preview.last_good import readable

GOOD = "---\ntitle: Назва\n---\n\n> words\n\nA note.\n"
NOTE = "docs/annotations/a.md"


@pytest.fixture
def sources(tmp_path: Path) -> Sources:
    """One annotation file and one hand-written page, both good."""
    (tmp_path / "docs/annotations").mkdir(parents=True)
    (tmp_path / NOTE).write_text(GOOD)
    (tmp_path / "docs/index.md").write_text("Words.\n")
    return read(tmp_path)


def read(folder: Path) -> Sources:
    """The sources as they lie in a folder."""
    return read_sources(folder / "seeds", folder / "docs", folder / ".dossier")


def test_what_can_be_read_is_left_as_it_is(sources: Sources):
    """Good files are passed on and remembered."""
    found = readable(sources, {})

    assert (found.sources, found.broken) == (sources, ())
    assert sorted(found.good) == [NOTE, "docs/index.md"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(b"---\ntitle: x\n\n> words\n", "front-matter", id="front matter not closed"),
        pytest.param(b"---\ntitle: [\n---\n", "front-matter", id="no YAML"),
        pytest.param("> слова".encode()[:-1], "not-utf-8", id="a letter cut in two"),
        pytest.param("> слова".encode("utf-16"), "not-utf-8", id="another encoding"),
    ],
)
def test_a_broken_file_is_shown_as_it_was(sources: Sources, tmp_path: Path, data: bytes, code: str):
    """The last good version stands in its place, and one error says so; mended it is itself again."""
    last = readable(sources, {}).good
    (tmp_path / NOTE).write_bytes(data)
    for _ in range(2):
        found = readable(read(tmp_path), last)
        last = found.good

        assert found.sources.annotations == (TextFile(path=NOTE, text=GOOD),)
        assert found.broken == (NOTE,)
        assert [(p.severity.value, p.code, p.file) for p in found.sources.problems] == [("error", code, NOTE)]
        assert "as it was before" in (found.sources.problems[0].hint or "")
    (tmp_path / NOTE).write_text(GOOD + "\nMore.\n")

    mended = readable(read(tmp_path), last)

    assert (mended.sources.annotations, mended.sources.problems) == (read(tmp_path).annotations, ())


def test_a_file_that_never_was_good_stays_broken(sources: Sources):
    """There is nothing to show in its place: the build says what is wrong with it."""
    broken = replace(sources, annotations=(TextFile(path=NOTE, text="---\ntitle: x\n"),))
    found = readable(broken, {})

    assert (found.sources, found.broken) == (broken, ())


def test_a_file_that_is_gone_is_gone(sources: Sources):
    """What was deleted is not brought back."""
    found = readable(replace(sources, annotations=()), readable(sources, {}).good)

    assert found.sources.annotations == ()
    assert NOTE not in found.good
