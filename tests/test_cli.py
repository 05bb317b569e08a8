"""The command line on a small project of its own: exit status, what is said, what is written."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from build_dossier import __main__ as command_line
from build_dossier.__main__ import INTERRUPTED, main
from build_dossier.lock import locked

PROJECT = Path(__file__).parent.parent
KYIV = "Міністр прибув до Києва\n\nМіністр Олег Приклад 3 червня 2025 року прибув до Києва. Він зустрівся з послом.\n"
MINSK = " date 2025-06-04 \n\nМинистр прибыл в Минск\n\nМинистр Олег Пример прибыл в Минск и встретился с послом.\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of two seeds and no docs, in which the commands are run."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/000_kyiv.txt").write_text(KYIV, encoding="utf-8")
    (tmp_path / "seeds/001_minsk.txt").write_text(MINSK, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def note(project: Path, name: str, text: str) -> Path:
    """An annotation file."""
    path = project / "docs/annotations" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def tree(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Bytes and time of every file below a folder."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param([], id="no command"),
        pytest.param(["publish"], id="unknown command"),
        pytest.param(["site", "--fast"], id="unknown option"),
        pytest.param(["note"], id="missing argument"),
    ],
)
def test_wrong_usage(project: Path, arguments: list[str]):
    """What cannot be understood is exit status 2, and nothing is done."""
    with pytest.raises(SystemExit) as stopped:
        main(arguments)

    assert stopped.value.code == 2
    assert sorted(tree(project)) == ["seeds/000_kyiv.txt", "seeds/001_minsk.txt"]


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        pytest.param(["--seeds", "nowhere"], "no folder nowhere", id="no seeds"),
        pytest.param(["--out", "docs/generated"], "must lie apart", id="out inside docs"),
        pytest.param(["--out", "."], "must lie apart", id="out around seeds"),
        pytest.param(["--site", "build/docs/site"], "must lie apart", id="site inside out"),
        pytest.param(["--out", "other"], "did not write", id="somebody else's folder"),
    ],
)
def test_folders_that_cannot_be_used(project: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], why: str):
    """A folder that must not be written to is wrong usage, in one line, and nothing is written."""
    (project / "other").mkdir()
    (project / "other/mine.txt").touch()
    before = tree(project)

    assert main(["build", *arguments]) == 2
    assert why in capsys.readouterr().err
    assert tree(project) == before


def test_check_writes_nothing(project: Path, capsys: pytest.CaptureFixture[str]):
    """All is read, all is said, and no file changes."""
    before = tree(project)

    assert main(["check"]) == 0
    assert "0 errors, 0 warnings" in capsys.readouterr().out
    assert tree(project) == before


def test_an_error_is_exit_status_1_with_its_line(project: Path, capsys: pytest.CaptureFixture[str]):
    """A file that cannot be used is named with its line; the rest is built."""
    note(project, "000_kyiv.md", "").write_bytes(b"> ok\n\n\xff")

    assert main(["build"]) == 1
    assert "error: docs/annotations/000_kyiv.md:3: not UTF-8" in capsys.readouterr().out
    assert (project / "build/docs/articles/000_kyiv/index.md").is_file()


def test_a_warning_counts_only_when_strict(project: Path, capsys: pytest.CaptureFixture[str]):
    """A note whose words stand nowhere is a warning: exit status 0, with --strict 1."""
    note(project, "000_kyiv.md", "> слова, яких у статті немає\n\nA note.\n")

    assert main(["check"]) == 0
    assert "warning: docs/annotations/000_kyiv.md:1: " in capsys.readouterr().out
    assert main(["check", "--strict"]) == 1


def test_a_second_build_writes_nothing(project: Path, capsys: pytest.CaptureFixture[str]):
    """The generated docs folder, and what is remembered, are left alone when nothing changed."""
    assert main(["build"]) == 0
    before = {name: tree(project / name) for name in ("build/docs", ".dossier", "seeds")}
    capsys.readouterr()

    assert main(["build"]) == 0
    assert "up to date" in capsys.readouterr().out
    assert {name: tree(project / name) for name in before} == before
    assert before["build/docs"]
    assert before[".dossier"]


def test_frozen_remembers_nothing(project: Path):
    """With --frozen nothing is written beside the docs."""
    assert main(["build", "--frozen"]) == 0
    assert not (project / ".dossier").exists()


@pytest.mark.parametrize(
    ("options", "status"),
    [
        pytest.param((), 1, id="remembering"),
        pytest.param(("--frozen",), 0, id="frozen"),
        pytest.param(("--state", "memory"), 0, id="another state"),
    ],
)
def test_one_build_at_a_time_remembers(
    project: Path, capsys: pytest.CaptureFixture[str], options: tuple[str, ...], status: int
):
    """While another build may write what is remembered, only one that does not write there goes on."""
    with locked([project / ".dossier"], wait=False, say=print):
        assert main(["build", "--out", "other", "--no-wait", *options]) == status

    busy = f"{project / '.dossier'} is being written to by process {os.getpid()} on "
    assert (busy in capsys.readouterr().err) is bool(status)
    assert (project / "other").exists() is not bool(status)


@pytest.mark.parametrize(
    ("out", "status"),
    [
        pytest.param("build/other", 1, id="beside it"),
        pytest.param("other", 0, id="elsewhere"),
    ],
)
def test_one_build_at_a_time_keeps(project: Path, capsys: pytest.CaptureFixture[str], out: str, status: int):
    """Two folders in one ``build/`` share what is kept from build to build, so one waits for the other."""
    with locked([project / "build/cache"], wait=False, say=print):
        assert main(["build", "--out", out, "--frozen", "--no-wait"]) == status
        assert main(["build", "--out", out, "--frozen", "--no-wait", "--no-cache"]) == 0

    assert ("build/cache is being written to by process" in capsys.readouterr().err) is bool(status)


def test_state_and_out_may_be_anywhere(project: Path, tmp_path_factory: pytest.TempPathFactory):
    """Every folder can be named; what is written does not depend on where it lies."""
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    assert main(["build"]) == 0
    assert main(["build", "--out", str(elsewhere / "дані"), "--state", str(elsewhere / "state")]) == 0

    contents = [{name: data for name, (data, _) in tree(at).items()} for at in (Path("build/docs"), elsewhere / "дані")]
    assert contents[0] == contents[1]
    assert sorted(tree(elsewhere / "state")) == sorted(tree(project / ".dossier"))
    assert sorted(path.name for path in elsewhere.iterdir()) == [
        "state",
        "дані",
        "дані.cache",
        "дані.changes.json",
    ]


@pytest.mark.site
def test_a_site_follows_its_sources(project: Path, capsys: pytest.CaptureFixture[str]):
    """One command publishes; the next does nothing; a new, a changed and a deleted file are followed."""
    assert main(["site"]) == 0
    said = capsys.readouterr().out
    assert f"published: {project}/site/index.html" in said
    assert "make serve" in said
    first = tree(project)

    assert main(["site"]) == 0
    assert "up to date" in capsys.readouterr().out
    second = tree(project)
    assert {name for name in first if first[name] != second.get(name)} == {"build/changes.json"}

    (project / "seeds/002_more.txt").write_text("Погода\n\nУ п'ятницю буде сонячно і тепло.\n", encoding="utf-8")
    (project / "seeds/001_minsk.txt").unlink()
    note(project, "000_kyiv.md", "> зустрівся з послом\n\nWritten by hand.\n")
    assert main(["site"]) == 0
    said = capsys.readouterr().out
    assert "articles/002_more/index.md" in said
    assert "articles/001_minsk/index.md" in said
    assert "Written by hand" in (project / "site/articles/000_kyiv/index.html").read_text(encoding="utf-8")
    assert (project / "site/articles/002_more/index.html").is_file()
    assert not (project / "site/articles/001_minsk").exists()


def test_note_writes_a_stub_that_the_next_build_places(project: Path, capsys: pytest.CaptureFixture[str]):
    """The stub's words are found; a second note goes after it; seeds stay as they were."""
    assert main(["note", "000", "--quote", "зустрівся з послом"]) == 0
    assert main(["note", "000", "--quote", "прибув до Києва"]) == 1
    assert main(["note", "000", "--quote", "Олег Приклад"]) == 0
    text = (project / "docs/annotations/000_kyiv.md").read_text(encoding="utf-8")

    assert text.startswith("> зустрівся з послом\n")
    assert text.count("\n> Олег Приклад\n") == 1
    assert "stand 2 times" in capsys.readouterr().err
    assert main(["check", "--strict"]) == 0


def test_note_refuses_words_that_stand_nowhere(project: Path):
    """Nothing is written for words that are not in the text, or an article that is not there."""
    assert main(["note", "000", "--quote", "цих слів немає"]) == 1
    assert main(["note", "009", "--quote", "послом"]) == 1
    assert not (project / "docs").exists()


def test_entity_writes_a_stub_once(project: Path, capsys: pytest.CaptureFixture[str]):
    """The stub is read by the next build; the file that is there then is left alone."""
    assert main(["entity", "oleh-pryklad"]) == 0
    before = tree(project / "docs")

    assert main(["check"]) == 0
    assert main(["entity", "oleh-pryklad"]) == 1
    assert main(["entity", "../escape"]) == 1
    assert tree(project / "docs") == before
    assert "is there already" in capsys.readouterr().err


def test_only_serving_needs_a_site(project: Path, capsys: pytest.CaptureFixture[str]):
    """There must be something to serve."""
    assert main(["serve", "--site"]) == 2
    assert "no site in site" in capsys.readouterr().err


def test_an_interruption_is_one_line(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    """Ctrl-C ends with the exit status that shells expect, without a traceback."""

    def interrupted(*_args: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(command_line, "gather", interrupted)

    assert main(["check"]) == INTERRUPTED
    assert capsys.readouterr().err.strip() == "interrupted; nothing is half-written"


def test_file_names_cannot_steer_the_terminal(project: Path, capsys: pytest.CaptureFixture[str]):
    """Control characters in names are shown, not obeyed."""
    (project / "seeds/\x1b[2J\u202e.bin").touch()
    main(["check"])
    said = capsys.readouterr().out

    assert "\\x1b[2J\\u202e.bin" in said
    assert "\x1b" not in said


def test_the_c_locale_can_say_it(project: Path):
    """Without a locale or a home, in a process of its own, Cyrillic file names end nothing."""
    note(project, "немає.md", "> x\n\ny\n")
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C", "PYTHONPATH": str(PROJECT), "PYTHONCOERCECLOCALE": "0"}
    run = subprocess.run(
        [sys.executable, "-m", "build_dossier", "check"], env=environment, capture_output=True, check=False, cwd=project
    )

    assert run.returncode in {0, 1}
    assert "docs/annotations/" in run.stdout.decode()
    assert b"Traceback" not in run.stderr


def test_import_adds_notes_once(project: Path, capsys: pytest.CaptureFixture[str]):
    """Another program's annotations become notes that the next build places; a second time nothing is added."""
    selector = {"type": "TextQuoteSelector", "exact": "зустрівся з послом"}
    row = {"id": "a", "uri": "https://x.example/", "text": "Yes.", "target": [{"selector": [selector]}]}
    (project / "a.json").write_text(json.dumps({"rows": [row]}), encoding="utf-8")

    assert main(["import", "a.json"]) == 1
    assert "1 of https://x.example/: no article’s source_url or archive_url" in capsys.readouterr().out
    assert main(["import", "a.json", "--article", "000"]) == 0
    before = (project / "docs/annotations/000_kyiv.md").read_bytes()
    assert main(["import", "a.json", "--article", "000"]) == 0
    assert "0 notes added, 1 annotations were there already" in capsys.readouterr().out
    assert (project / "docs/annotations/000_kyiv.md").read_bytes() == before
    assert main(["check"]) == 0
    assert "quote-not-found" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        pytest.param(["import", "missing.json"], "no such file", id="no file"),
        pytest.param(["import", "seeds"], "is a directory", id="a folder"),
        pytest.param(["import", "a.json", "--article", "009"], "no one article “009”", id="no article"),
    ],
)
def test_import_refuses_in_one_line(project: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], why: str):
    """What cannot be read, or is about no article, ends in one line."""
    (project / "a.json").touch()
    assert main(arguments) == 1

    said = capsys.readouterr().err
    assert why in said
    assert len(said.splitlines()) == 1
