"""Reading the editor's folders, writing the program's."""

import errno
import os
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from build_dossier.disk import (
    STAMP,
    Changes,
    FolderError,
    append,
    claim,
    create,
    read_sources,
    sweep,
    write,
    write_memory,
    write_site,
)
from build_dossier.dossier import Sources, TextFile
from build_dossier.errors import DossierError, Problem
from build_dossier.files import MAX_BYTES, files_below
from build_dossier.pages import Asset, Page, Site

DEAD = 2**31 - 1
"""No process has this number: Linux ends at 2**22."""


def sources(root: Path) -> Sources:
    """What is read from the three folders below ``root``."""
    return read_sources(root / "seeds", root / "docs", root / ".dossier")


def codes(read: Sources) -> list[tuple[str, str]]:
    """Kind and file of every problem."""
    return [(problem.code, problem.file) for problem in read.problems]


def fill(root: Path, **files: bytes) -> None:
    """Writes files whose names are given with ``__`` for ``/``."""
    for name, data in files.items():
        path = root / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def site(**texts: str) -> Site:
    """A site of one page for each name."""
    return Site(pages=[Page(path=f"{name}/index.md", text=text) for name, text in texts.items()], assets=())


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_missing_folders_are_empty(tmp_path: Path):
    """Folders that are not there hold nothing, and that is no problem."""
    read = sources(tmp_path)

    assert not any((read.seeds, read.annotations, read.entities, read.lexicon, read.prose, read.remembered))
    assert codes(read) == []


def test_seeds_come_nested_and_in_order_of_name(tmp_path: Path):
    """Files in folders are seeds too; the order is that of their names, whatever the file system says."""
    fill(tmp_path / "seeds", b__c=b"3", a=b"1", B=b"0", **{"a-b": b"2"})

    assert [(seed.name, seed.data) for seed in sources(tmp_path).seeds] == [
        ("B", b"0"),
        ("a", b"1"),
        ("a-b", b"2"),
        ("b/c", b"3"),
    ]


def test_names_are_composed(tmp_path: Path):
    """A name that the file system decomposes (й as и and breve) is read as it is typed."""
    fill(tmp_path / "seeds", **{unicodedata.normalize("NFD", "війна.txt"): b""})

    assert sources(tmp_path).seeds[0].name == "війна.txt"


def test_editor_files_go_where_they_belong(tmp_path: Path):
    """Each folder of docs/ has its own kind of file; others, and hidden ones, are not ours to read."""
    fill(tmp_path / "docs", annotations__1=b"x", **{
        "annotations__000.md": b"note", "annotations__.000.md": b"swap", "entities__kellogg.md": b"entity",
        "lexicon__outlets.yml": b"a: b", "index.md": b"prose", "deeper__page.md": b"no page of ours",
    })  # fmt: skip
    fill(tmp_path / ".dossier", **{"ids.jsonl": b"{}"})
    read = sources(tmp_path)

    assert [file.path for file in read.annotations] == ["docs/annotations/000.md"]
    assert [file.path for file in read.entities] == ["docs/entities/kellogg.md"]
    assert [file.path for file in read.lexicon] == ["docs/lexicon/outlets.yml"]
    assert [file.path for file in read.prose] == ["docs/index.md"]
    assert [file.path for file in read.remembered] == [".dossier/ids.jsonl"]


def test_line_ends_and_byte_order_mark_are_not_the_editors_words(tmp_path: Path):
    """Windows line ends and a byte order mark are dropped from the editor's files."""
    fill(tmp_path / "docs", **{"index.md": "\ufeffраз\r\nдва\rтри\n".encode()})

    assert sources(tmp_path).prose[0].text == "раз\nдва\nтри\n"


def test_text_that_is_not_utf8_is_named_with_its_place(tmp_path: Path):
    """A note in another encoding is an error that names byte, offset and line; the other notes are read."""
    fill(tmp_path / "docs", **{"annotations__a.md": "рядок\nщо".encode("windows-1251"), "annotations__b.md": b"fine"})
    read = sources(tmp_path)
    (problem,) = read.problems

    assert [file.path for file in read.annotations] == ["docs/annotations/b.md"]
    assert str(problem) == "docs/annotations/a.md:1: not UTF-8 (byte 0xf0 at offset 0) (save the file as UTF-8)"


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path):
    """A symbolic link in seeds/ cannot publish a file from elsewhere; one to another seed is read."""
    fill(tmp_path, secret=b"no", **{"seeds__a.txt": b"a"})
    (tmp_path / "seeds/b.txt").symlink_to(tmp_path / "secret")
    (tmp_path / "seeds/c.txt").symlink_to("a.txt")
    (tmp_path / "seeds/d").symlink_to(tmp_path)
    read = sources(tmp_path)

    assert [seed.name for seed in read.seeds] == ["a.txt", "c.txt"]
    assert codes(read) == [("leaves-folder", "seeds/b.txt"), ("leaves-folder", "seeds/d")]


def test_what_is_no_readable_file_is_one_line_and_the_rest_is_read(tmp_path: Path):
    """A pipe does not hang the build, a link to nothing and a huge file do not end it."""
    fill(tmp_path / "seeds", **{"good.txt": b"text"})
    os.mkfifo(tmp_path / "seeds/pipe.txt")
    (tmp_path / "seeds/gone.txt").symlink_to("nowhere")
    (tmp_path / "seeds/loop.txt").symlink_to("loop.txt")
    with (tmp_path / "seeds/huge.txt").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    read = sources(tmp_path)

    assert [seed.name for seed in read.seeds] == ["good.txt"]
    assert codes(read) == [
        ("vanished", "seeds/gone.txt"),
        ("too-large", "seeds/huge.txt"),
        ("unreadable", "seeds/loop.txt"),
        ("not-a-file", "seeds/pipe.txt"),
    ]


@contextmanager
def without_root() -> Iterator[Path]:
    """A folder of its own, and nobody's powers while the context lasts: root may read everything."""
    with TemporaryDirectory() as name:  # not below pytest's folders, which only their owner may enter
        Path(name).chmod(0o755)
        user = os.geteuid()
        try:
            yield Path(name)
        finally:
            os.seteuid(user)


def test_an_unreadable_seed_is_one_line():
    """A file without read permission, and a folder, are an error each; the others are read."""
    with without_root() as folder:
        fill(folder / "seeds", **{"a.txt": b"a", "b.txt": b"b", "closed/c.txt": b"c"})
        (folder / "seeds/a.txt").chmod(0)
        (folder / "seeds/closed").chmod(0)
        if os.geteuid() == 0:
            os.seteuid(65534)
        problems: list[Problem] = []
        read = [name for name, _ in files_below(folder / "seeds", "seeds", problems)]

    assert read == ["b.txt"]
    assert {(problem.code, problem.file) for problem in problems} == {
        ("unreadable", "seeds/a.txt"),
        ("unreadable", "seeds/closed"),
    }


def test_a_name_that_is_no_text_is_one_line(tmp_path: Path):
    """A file name of bytes that are no UTF-8 is told in printable characters."""
    folder = os.fsencode(tmp_path / "seeds")
    os.mkdir(folder)  # noqa: PTH102  # pathlib takes no bytes
    with open(folder + b"/\xff.txt", "wb"):  # noqa: PTH123  # as above
        pass

    assert codes(sources(tmp_path)) == [("bad-name", "seeds/\\udcff.txt")]


def test_a_second_writing_writes_nothing(tmp_path: Path):
    """The same site again changes no file and no time stamp."""
    first = write_site(site(a="1", b="2"), tmp_path / "out")
    times = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*")}
    second = write_site(site(a="1", b="2"), tmp_path / "out")

    assert Changes(added=("a/index.md", "b/index.md"), changed=(), removed=()) == first
    assert not second
    assert times == {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*")}


def test_changes_name_what_was_added_changed_and_removed(tmp_path: Path):
    """A page that is new, one that differs and one that is gone are told apart; empty folders go."""
    write_site(site(a="1", b="2", c="3"), tmp_path / "out")
    changes = write_site(site(a="1", b="two", d="4"), tmp_path / "out")

    assert Changes(added=("d/index.md",), changed=("b/index.md",), removed=("c/index.md",)) == changes
    assert tree(tmp_path / "out") == {"a/index.md": b"1", "b/index.md": b"two", "d/index.md": b"4", STAMP: b""}
    assert not (tmp_path / "out/c").exists()


def test_assets_are_bytes(tmp_path: Path):
    """Data files are written as they are."""
    write_site(Site(pages=(), assets=[Asset(path="data/a.jsonl", data=b"\xff\r\n")]), tmp_path / "out")

    assert (tmp_path / "out/data/a.jsonl").read_bytes() == b"\xff\r\n"


def test_a_folder_of_somebody_elses_is_refused(tmp_path: Path):
    """A folder with files and without our stamp is left as it is."""
    fill(tmp_path, **{"docs__index.md": b"the editor's"})

    with pytest.raises(FolderError, match="did not write"):
        write_site(site(a="1"), tmp_path / "docs")

    assert tree(tmp_path / "docs") == {"index.md": b"the editor's"}


@pytest.mark.parametrize("path", ["../escaped.md", "/escaped.md", "a/../../escaped.md", "", "a\0b"])
def test_a_page_outside_the_folder_is_a_program_error(tmp_path: Path, path: str):
    """No page leaves the generated docs folder."""
    with pytest.raises(DossierError, match="outside its folder"):
        write_site(Site(pages=[Page(path=path, text="")], assets=()), tmp_path / "out")


def test_a_path_named_twice_is_a_program_error(tmp_path: Path):
    """Two pages cannot share an address: one would be lost."""
    pages = [Page(path="a.md", text="1"), Page(path="a.md", text="2")]

    with pytest.raises(DossierError, match="twice"):
        write_site(Site(pages=pages, assets=()), tmp_path / "out")


def test_pruning_removes_links_not_what_they_mean(tmp_path: Path):
    """A link that somebody put into the folder goes; the file or folder it leads to stays."""
    fill(tmp_path, elsewhere__kept=b"kept")
    write_site(site(a="1"), tmp_path / "out")
    (tmp_path / "out/link").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "out/a/index.md").unlink()
    (tmp_path / "out/a/index.md").symlink_to(tmp_path / "elsewhere/kept")
    write_site(site(a="1"), tmp_path / "out")

    assert (tmp_path / "elsewhere/kept").read_bytes() == b"kept"
    assert tree(tmp_path / "out") == {"a/index.md": b"1", STAMP: b""}


def test_a_sweep_takes_only_what_the_dead_left(tmp_path: Path):
    """Files that people named alike stay, and those of a process that runs; a number used again is no excuse."""
    kept = [".12.tmp", "notes.tmp", f"{STAMP}.tmp", f"{STAMP}.mine.tmp", f"{STAMP}.1.tmp", STAMP]
    fill(tmp_path, **dict.fromkeys([*kept, f"{STAMP}.{DEAD}.tmp", f"{STAMP}.{os.getpid()}.tmp"], b""))
    sweep(tmp_path)

    assert sorted(tree(tmp_path)) == sorted(kept)


@pytest.mark.parametrize(
    "visit",
    [
        pytest.param(lambda folder: write_site(site(), folder), id="out"),
        pytest.param(claim, id="cache"),
        pytest.param(lambda folder: write_memory([], folder), id="state"),
    ],
)
def test_each_folder_is_swept(tmp_path: Path, visit: Callable[[Path], object]):
    """Whatever a build writes to next loses the half-written file of one that was killed there."""
    fill(tmp_path, **{STAMP: b"", f"{STAMP}.{DEAD}.tmp": b"half"})
    visit(tmp_path)

    assert tree(tmp_path) == {STAMP: b""}


def test_a_sweep_of_nothing(tmp_path: Path):
    """A folder that is not there yet is swept."""
    sweep(tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_writing_replaces_whole_files(tmp_path: Path):
    """Nothing but the file is left in its folder, and equal bytes are not written."""
    assert write(tmp_path / "a/b", b"1")
    assert not write(tmp_path / "a/b", b"1")
    assert write(tmp_path / "a/b", b"2")
    assert tree(tmp_path) == {"a/b": b"2"}


def test_memory_lies_in_the_state_folder(tmp_path: Path):
    """What is remembered is written below the state folder, wherever that is; nothing leaves it."""
    write_memory([TextFile(path=".dossier/ids.jsonl", text="{}\n")], tmp_path / "state")

    assert tree(tmp_path / "state") == {"ids.jsonl": b"{}\n"}
    with pytest.raises(DossierError):
        write_memory([TextFile(path=".dossier/../x", text="")], tmp_path / "state")


def test_a_new_file_never_overwrites(tmp_path: Path):
    """A file of the editor's that is there already stays."""
    create(tmp_path / "docs/a.md", "one")

    with pytest.raises(FileExistsError):
        create(tmp_path / "docs/a.md", "two")
    assert tree(tmp_path) == {"docs/a.md": b"one"}


def test_appending_keeps_what_is_there(tmp_path: Path):
    """A stub is added at the end, with the line ends that the file has."""
    fill(tmp_path, **{"a.md": b"one\r\n"})
    append(tmp_path / "a.md", "one\n", "two\n")

    assert (tmp_path / "a.md").read_bytes() == b"one\r\ntwo\r\n"


@pytest.mark.parametrize("hard_links", [True, False])
def test_nothing_is_left_beside_an_editors_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, hard_links: bool):
    """Making and adding leave one file with the rights it had, also where a file has one name only."""
    if not hard_links:
        monkeypatch.setattr(os, "link", lambda *_: (_ for _ in ()).throw(PermissionError(1, "not permitted")))
    create(tmp_path / "a.md", "one\n")
    (tmp_path / "a.md").chmod(0o640)
    append(tmp_path / "a.md", "one\n", "two\n")

    assert tree(tmp_path) == {"a.md": b"one\ntwo\n"}
    assert (tmp_path / "a.md").stat().st_mode & 0o777 == 0o640


def test_a_disk_that_fills_while_adding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """What cannot be written as a whole is not written: the editor's file is as it was, and alone."""
    fill(tmp_path, **{"a.md": b"one\n"})

    def full(path: Path, data: bytes) -> int:
        with path.open("wb") as file:
            file.write(data[:5])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space"):
        append(tmp_path / "a.md", "one\n", "two\n")
    with pytest.raises(OSError, match="No space"):
        create(tmp_path / "b.md", "two\n")
    assert tree(tmp_path) == {"a.md": b"one\n"}


def test_adding_behind_a_link_keeps_the_link(tmp_path: Path):
    """The file that a symbolic link leads to is added to."""
    fill(tmp_path, **{"a.md": b"one\n"})
    (tmp_path / "b.md").symlink_to("a.md")
    append(tmp_path / "b.md", "one\n", "two\n")

    assert (tmp_path / "b.md").is_symlink()
    assert (tmp_path / "a.md").read_bytes() == b"one\ntwo\n"


def test_appending_to_a_changed_file_is_refused(tmp_path: Path):
    """A file saved by its editor since it was read is not touched."""
    fill(tmp_path, **{"a.md": b"changed"})

    with pytest.raises(FolderError, match="has changed"):
        append(tmp_path / "a.md", "as read", "two\n")
    assert (tmp_path / "a.md").read_bytes() == b"changed"
