"""A build of what has not changed is known to be one, and anything that has is noticed."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest

from build_dossier import edition
from build_dossier.disk import STAMP
from build_dossier.edition import Edition, Folders, make_site
from build_dossier.last_edition import FILE
from build_dossier.progress import Progress

pytestmark = pytest.mark.site

ROOT = Path(__file__).parent.parent
NOTE = "> прибув до Мінська\n\nA note.\n\n> цього тут немає зовсім\n\nAn orphan.\n"


class Built(Exception):  # noqa: N818  # no error: what the test waits for
    """The long way was taken."""


def folders_in(root: Path) -> Folders:
    """A project's folders, with a configuration of its own."""
    return Folders(
        seeds=root / "seeds",
        docs=root / "docs",
        state=root / ".dossier",
        out=root / "build/docs",
        site=root / "site",
        config=root / "mkdocs.yml",
    )


def made(root: Path, *, frozen: bool = False, caches: bool = True) -> Edition:
    """The site of the project."""
    return make_site(replace(folders_in(root), caches=caches), Progress(StringIO()), frozen=frozen)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Edition]:
    """A project with one article, one note and one orphan, published; not to be changed."""
    root = tmp_path_factory.mktemp("project")
    (root / "seeds").mkdir()
    (root / "seeds/a.txt").write_text(
        "Келлог у Мінську\n\nКіт Келлог прибув до Мінська у п'ятницю.\n", encoding="utf-8"
    )
    (root / "docs/annotations").mkdir(parents=True)
    (root / "docs/annotations/a.md").write_text(NOTE, encoding="utf-8")
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    theme = str(ROOT / "build_dossier/theme")
    (root / "mkdocs.yml").write_text(config.replace("build_dossier/theme", theme), encoding="utf-8")
    return root, made(root)


@pytest.fixture
def project(published: tuple[Path, Edition], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy, in which building is noticed."""
    root = shutil.copytree(published[0], tmp_path / "project")
    made(root)  # the configuration lies elsewhere now

    def noticed(*_: object, **__: object) -> None:
        raise Built

    monkeypatch.setattr(edition, "build", noticed)
    return root


def test_nothing_changed(project: Path, published: tuple[Path, Edition]):
    """Nothing is built or written, and the same problems are told."""
    before = {
        path: path.stat().st_mtime_ns
        for folder in ("site", "build/docs", ".dossier")
        for path in (project / folder).rglob("*")
    }
    again = made(project)

    assert not again.renewed
    assert not again.changes
    assert again.problems == published[1].problems
    assert {problem.code for problem in again.problems} >= {"quote-not-found"}
    assert before == {path: path.stat().st_mtime_ns for path in before}


def test_frozen_or_not_is_the_same_when_all_is_remembered(project: Path):
    """There is nothing that ``--frozen`` would keep from being written."""
    assert not made(project, frozen=True).renewed


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda root: (root / "seeds/b.txt").write_text("Ще один текст."), id="another seed"),
        pytest.param(lambda root: (root / "seeds/a.txt").rename(root / "seeds/b.txt"), id="renamed seed"),
        pytest.param(lambda root: (root / "seeds/a.txt").write_text("Інше."), id="words of a seed"),
        pytest.param(lambda root: (root / "docs/annotations/a.md").write_text(NOTE + "More.\n"), id="note"),
        pytest.param(lambda root: (root / "docs/index.md").write_text("# Front\n"), id="page of the editor's"),
        pytest.param(lambda root: _new(root / "docs/entities/minsk.md", "---\ntype: place\n---\n"), id="entity"),
        pytest.param(lambda root: _new(root / "docs/events/visit.md", "---\nban: true\n---\n"), id="event"),
        pytest.param(lambda root: _new(root / "docs/lexicon/note_kinds.yml", "mine: My kind\n"), id="lexicon"),
        pytest.param(lambda root: shutil.rmtree(root / ".dossier"), id="lost memory"),
        pytest.param(lambda root: (root / ".dossier/ids.jsonl").write_text("{}\n"), id="edited memory"),
        pytest.param(lambda root: (root / ".dossier/notes/a.jsonl").write_text("{}\n"), id="edited records"),
        pytest.param(lambda root: (root / "build/docs/index.md").write_text("Mine"), id="edited page"),
        pytest.param(lambda root: (root / "build/docs/more.md").write_text("Mine"), id="page too many"),
        pytest.param(lambda root: (root / "build/docs/index.md").unlink(), id="lost page"),
        pytest.param(lambda root: (root / "site/index.html").write_text("Mine"), id="edited site"),
        pytest.param(lambda root: (root / "site/more.html").write_text("Mine"), id="file too many"),
        pytest.param(lambda root: (root / "site/404.html").unlink(), id="lost file"),
        pytest.param(lambda root: (root / "site" / STAMP).write_text(""), id="edited stamp"),
        pytest.param(lambda root: shutil.rmtree(root / "site"), id="no site"),
        pytest.param(lambda root: (root / "mkdocs.yml").open("a").write("\nextra: {}\n"), id="configuration"),
        pytest.param(lambda root: (root / "build/cache" / FILE).write_text("["), id="damaged cache"),
        pytest.param(lambda root: (root / "build/cache" / FILE).write_text("[" * 9000), id="hostile cache"),
        pytest.param(lambda root: shutil.rmtree(root / "build/cache"), id="no cache"),
    ],
)
def test_a_change_is_noticed(project: Path, change: Callable[[Path], object]):
    """Whatever it is that is no longer as it was."""
    change(project)

    with pytest.raises(Built):
        made(project)


def test_changed_problems_are_not_told(project: Path):
    """What is told is what was found, not what somebody wrote into the cache."""
    path = project / "build/cache" / FILE
    path.write_bytes(path.read_bytes().replace(b"quote-not-found", b"quote-found"))

    with pytest.raises(Built):
        made(project)


def test_another_program_builds(project: Path, monkeypatch: pytest.MonkeyPatch):
    """Another version of the program may make another site."""
    monkeypatch.setattr(edition, "program_and_configuration", lambda _: "another")

    with pytest.raises(Built):
        made(project)


def test_no_cache_builds(project: Path):
    """``--no-cache`` finds everything out anew."""
    with pytest.raises(Built):
        made(project, caches=False)


def test_what_a_frozen_build_did_not_remember_is_remembered_later(published: tuple[Path, Edition], tmp_path: Path):
    """A frozen build leaves memory to the next one, which must not take it for done."""
    root = shutil.copytree(published[0], tmp_path / "project")
    shutil.rmtree(root / ".dossier")
    made(root, frozen=True)
    assert not (root / ".dossier").exists()
    made(root)

    assert sorted((root / ".dossier").iterdir())


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda root: (root / "docs/annotations/a.md").write_text("> Кіт Келлог\n\nOther.\n"), id="note"),
        pytest.param(lambda root: (root / "docs/annotations/a.md").unlink(), id="no note"),
        pytest.param(
            lambda root: (root / "docs/annotations/a.md").write_text("---\ndate: 2025-06-20\n---\n" + NOTE), id="date"
        ),
        pytest.param(lambda root: (root / "seeds/b.txt").write_text("Кіт Келлог поїхав з Мінська."), id="seed"),
        pytest.param(lambda root: (root / "docs/about.md").write_text("Mine.\n"), id="page"),
        pytest.param(lambda root: (root / "build/docs/places/minsk/index.md").write_text("Mine."), id="edited page"),
    ],
)
def test_the_site_is_the_one_without_caches(
    published: tuple[Path, Edition], tmp_path: Path, change: Callable[[Path], object]
):
    """What is kept makes a build quicker, and nothing else."""
    root = shutil.copytree(published[0], tmp_path / "project")
    made(root)
    change(root)
    with_caches = made(root)
    trees = [_tree(root / name) for name in ("site", "build/docs", ".dossier")]
    for name in ("site", "build"):
        shutil.rmtree(root / name)
    without = made(root, caches=False)

    assert [_tree(root / name) for name in ("site", "build/docs", ".dossier")] == trees
    assert with_caches.problems == without.problems


def _new(path: Path, text: str) -> None:
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")


def _tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
