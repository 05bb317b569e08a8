"""A small project with an old site, made once and copied for each drill."""

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.register_assert_rewrite("drill")  # before its first import: a drill that fails says what differs

from drill import NEWER, NOTE, SEEDS, Drill, assert_links_sound, tree  # noqa: E402


@pytest.fixture(scope="session")
def rehearsed(tmp_path_factory: pytest.TempPathFactory) -> Drill:
    """A project that is never drilled itself: its old site, and what the new one will be."""
    root = tmp_path_factory.mktemp("rehearsed") / "old"
    for name, text in SEEDS.items():
        (root / "seeds").mkdir(parents=True, exist_ok=True)
        (root / "seeds" / name).write_text(text, encoding="utf-8")
    (root / "docs/annotations").mkdir(parents=True)
    (root / "docs/annotations/000_kyiv.md").write_text(NOTE, encoding="utf-8")
    first = Drill(root=root, old={}, new={}, seconds=0)
    assert first.run().status == 0
    (root / "seeds/002_weather.txt").write_text(NEWER, encoding="utf-8")
    ahead = root.with_name("new")
    shutil.copytree(root, ahead)
    began = time.monotonic()
    end = Drill(root=ahead, old={}, new={}, seconds=0).run()
    assert end.status == 0, end.said
    made = Drill(root=root, old=tree(root / "site"), new=tree(ahead / "site"), seconds=time.monotonic() - began)
    assert made.old != made.new
    assert_links_sound(made.old)
    assert_links_sound(made.new)
    return made


@pytest.fixture
def drill(rehearsed: Drill, tmp_path: Path) -> Iterator[Drill]:
    """A project with an old site and newer seeds; whatever happens to it, the editor's files must stay as they are."""
    root = tmp_path / "project"
    shutil.copytree(rehearsed.root, root)
    theirs = {name: tree(root / name) for name in ("seeds", "docs")}
    made = Drill(root=root, old=rehearsed.old, new=rehearsed.new, seconds=rehearsed.seconds)
    yield made
    assert {name: tree(root / name) for name in theirs} == theirs
    assert made.survivors() == []
