"""What the README promises, done as it says."""

import re
import shutil
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from build_dossier.__main__ import main
from build_dossier.annotation.kinds import package_note_kinds

PROJECT = Path(__file__).parent.parent
README = (PROJECT / "README.md").read_text(encoding="utf-8")


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh checkout of this project, in which the reader works."""
    for folder in ("seeds", "docs"):
        shutil.copytree(PROJECT / folder, tmp_path / folder)
    shutil.copy(PROJECT / "mkdocs.yml", tmp_path)
    (tmp_path / "build_dossier").symlink_to(PROJECT / "build_dossier")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def page(path: Path) -> LexborHTMLParser:
    """A published page."""
    return LexborHTMLParser(path.read_text(encoding="utf-8"))


@pytest.mark.site
def test_annotate_in_one_minute(copy: Path):
    """The three steps, word for word: the file that the page names, the lines as printed, one build."""
    steps = README.split("## Annotate in one minute")[1].split("\n## ")[0]
    file = re.search(r"for example `(docs/annotations/[\w.]+)`", steps)
    example = re.search(r"<!-- example: annotate -->\n```markdown\n(.*?)```", steps, re.DOTALL)
    assert file is not None
    assert example is not None
    article = f"articles/{Path(file[1]).stem}/index.html"
    quoted = example[1].splitlines()[0].removeprefix("> ")
    prose = example[1].rstrip().splitlines()[-1]

    assert main(["site"]) == 0
    foot = page(copy / "site" / article).css_first(".edit-hint")
    assert foot is not None
    assert file[1] in foot.text()
    with (copy / file[1]).open("a", encoding="utf-8") as opened:
        opened.write("\n" + example[1])
    before = (copy / file[1]).read_bytes()
    assert main(["site"]) == 0

    assert (copy / file[1]).read_bytes() == before
    shown = page(copy / "site" / article)
    note = next(aside for aside in shown.css("aside.note") if prose in aside.text())
    assert quoted in "".join(
        mark.text() for mark in shown.css("mark.note-mark") if note.id in (mark.attributes["aria-details"] or "")
    )
    assert shown.css_first(f"a.note-ref[href='#{note.id}']") is not None
    assert prose in page(copy / "site/notes/index.html").body.text()


def test_every_note_kind_is_listed():
    """The README names every kind of note there is."""
    assert all(f"`{kind}`" in README for kind in package_note_kinds())


def test_every_command_and_target_is_listed():
    """Every command of the program and every target of the Makefile that a user needs is named."""
    targets = re.findall(r"^([a-z]+):.*##", (PROJECT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)

    assert {"site", "test", "serve", "help"} <= set(targets)
    for command in ("site", "build", "check", "serve", "note", "entity"):
        assert f"`{command}`" in README
