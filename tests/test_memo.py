"""Steps that are kept, and pages that stand."""

from collections.abc import Callable
from pathlib import Path

import pytest

from build_dossier import known_pages, memo
from build_dossier.disk import write_site
from build_dossier.known_pages import KnownPages, keep_pages, open_pages
from build_dossier.memo import Memo
from build_dossier.pages import Asset, LatePage, Page, Site


def words(value: object) -> list[str]:
    """A list of strings."""
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise ValueError("no words")
    return value


def recalled(folder: Path, made_of: str, *, program: str = "1", then: str | None = None) -> bool:
    """Whether a step need not be done."""
    done: list[str] = []

    def make() -> list[str]:
        done.append("once")
        return ["слово", "\ud800"]

    kept = Memo(folder=folder, program=program)
    assert kept.recall("step", made_of, make, list, words) == ["слово", "\ud800"]
    kept.save({} if then is None else {made_of: then})
    return not done


def test_a_step_is_done_once(tmp_path: Path):
    """Of the same, by the same program."""
    assert not recalled(tmp_path, "a")
    assert recalled(tmp_path, "a")
    assert not recalled(tmp_path, "b")
    assert not recalled(tmp_path, "b", program="2")


def test_what_it_is_made_of_may_have_another_name_later(tmp_path: Path):
    """What a build remembers is among what the next one reads."""
    recalled(tmp_path, "a", then="b")

    assert recalled(tmp_path, "b")
    assert not recalled(tmp_path, "a")


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda data: data[:-2], id="cut short"),
        pytest.param(lambda data: data.replace("слово".encode(), "слава".encode()), id="another word"),
        pytest.param(lambda _: b"", id="empty"),
        pytest.param(lambda _: b"\xff\n[]", id="no text"),
    ],
)
def test_a_damaged_step_is_done_again(tmp_path: Path, damage: Callable[[bytes], bytes]):
    """And is good again afterwards."""
    recalled(tmp_path, "a")
    path = tmp_path / "step.json"
    path.write_bytes(damage(path.read_bytes()))

    assert not recalled(tmp_path, "a")
    assert recalled(tmp_path, "a")


def test_a_value_of_another_form_is_made(tmp_path: Path):
    """Whoever reads it says so."""
    kept = Memo(folder=tmp_path, program="1")
    kept.recall("step", "a", lambda: [1], list, list)
    kept.save({})

    assert Memo(folder=tmp_path, program="1").recall("step", "a", lambda: ["x"], list, words) == ["x"]


@pytest.mark.parametrize("module", [memo, known_pages])
def test_a_folder_that_cannot_be_written_to_is_no_failure(tmp_path: Path, module: object):
    """It costs time at the next build."""
    folder = tmp_path / "cache"
    folder.write_text("a file")
    if module is memo:
        assert not recalled(folder, "a")
    else:
        keep_pages(folder, "a", KnownPages(last={}))

    assert folder.read_text() == "a file"


def late(path: str, text: str, made_of: str, rendered: list[str]) -> LatePage:
    """A page that notes when it is rendered."""

    def render() -> str:
        rendered.append(path)
        return text

    return LatePage(path=path, render=render, made_of=made_of)


def written(root: Path, text: str, made_of: str, *, key: str = "k") -> list[str]:
    """The pages that were rendered; the site is the same without the cache."""
    rendered: list[str] = []
    pages = (Page(path="index.md", text="Front"), late("a/index.md", text, made_of, rendered))
    site = Site(pages=pages, assets=(Asset(path="x.json", data=b"{}"),))
    known = open_pages(root / "cache", key)
    write_site(site, root / "out", known)
    keep_pages(root / "cache", key, known)
    found = list(rendered)
    assert not write_site(site, root / "out")
    return found


def test_a_page_that_stands_is_not_rendered(tmp_path: Path):
    """One that is made of the same, on the same ground."""
    assert written(tmp_path, "A", "1") == ["a/index.md"]
    assert written(tmp_path, "A", "1") == []
    assert written(tmp_path, "B", "2") == ["a/index.md"]
    assert written(tmp_path, "C", "2", key="other") == ["a/index.md"]


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda root: (root / "out/a/index.md").write_text("Mine"), id="edited page"),
        pytest.param(lambda root: (root / "out/a/index.md").unlink(), id="lost page"),
        pytest.param(lambda root: (root / "cache/docs.json").write_text("x"), id="damaged cache"),
        pytest.param(lambda root: (root / "cache/docs.json").write_bytes(b"\xff\n{}"), id="no text"),
        pytest.param(lambda root: (root / "cache/docs.json").unlink(), id="lost cache"),
    ],
)
def test_a_page_that_does_not_stand_is_rendered(tmp_path: Path, change: Callable[[Path], object]):
    """Whatever has become of it, it is as it should be afterwards."""
    written(tmp_path, "A", "1")
    change(tmp_path)

    assert written(tmp_path, "A", "1") == ["a/index.md"]
    assert (tmp_path / "out/a/index.md").read_text() == "A"


def test_a_linked_page_does_not_stand(tmp_path: Path):
    """A symbolic link to the right words is replaced by a file."""
    written(tmp_path, "A", "1")
    page = tmp_path / "out/a/index.md"
    page.rename(tmp_path / "elsewhere.md")
    page.symlink_to(tmp_path / "elsewhere.md")
    written(tmp_path, "A", "1")

    assert not page.is_symlink()
