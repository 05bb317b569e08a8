"""The editor's folders in, the site source out.

Comes in: ``seeds/``, ``docs/``, ``.dossier/`` as folders. Goes out: ``Sources`` and one ``Problem`` for every file
that could not be read. Going the other way, writes what a build gives, and only where the bytes differ: a folder is
written to and pruned only if it is empty or bears our stamp.
"""

import os
import shutil
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import Protocol

from build_dossier.catalogue import translations
from build_dossier.dossier import SeedFile, Sources, TextFile
from build_dossier.errors import DossierError, Problem
from build_dossier.files import files_below, problem
from build_dossier.pages import Asset, LatePage, Page, Site

STAMP = ".build-dossier"
"""Says that a folder is the program's: hidden, so MkDocs neither publishes nor deletes it."""

_EDITING = threading.Lock()
"""The preview's page can ask for two notes at once."""

TEMPLATES = Path(__file__).parent / "templates"


class FolderError(DossierError):
    """A folder that was named cannot be used: it is not there, or not ours to write to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What a build changed, as paths below the folder, sorted."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]

    def __bool__(self) -> bool:
        """Whether anything changed at all."""
        return bool(self.added or self.changed or self.removed)


def read_sources(seeds: Path, docs: Path, state: Path, *, language: str = "en") -> Sources:
    """All that a build reads; a missing folder is an empty one, a file that cannot be read is a ``Problem``."""
    problems: list[Problem] = []
    interface = translations(language)
    return Sources(
        seeds=tuple(SeedFile(name=name, data=data) for name, data in files_below(seeds, "seeds", problems)),
        annotations=_texts(docs / "annotations", "docs/annotations", (".md",), problems),
        entities=_texts(docs / "entities", "docs/entities", (".md",), problems),
        events=_texts(docs / "events", "docs/events", (".md",), problems),
        lexicon=_texts(docs / "lexicon", "docs/lexicon", (".yml", ".yaml"), problems),
        prose=tuple(f for f in _texts(docs, "docs", (".md",), problems, nested=False)),
        remembered=_texts(state, ".dossier", (".jsonl",), problems, nested=False),
        records=_records(state / "notes", problems),
        templates={name: data.decode() for name, data in files_below(TEMPLATES, "templates", problems)},
        locale=language,
        translate=interface.gettext,
        translate_plural=interface.ngettext,
        problems=tuple(problems),
    )


class Known(Protocol):
    """Whoever knows which pages would be the same if they were rendered again."""

    def stands(self, path: str, made_of: str, file: Path) -> bool:
        """Whether ``file`` is that page."""
        ...

    def written(self, path: str, made_of: str, data: bytes) -> None:
        """Is told of every page that was rendered."""
        ...


def write_site(site: Site, out: Path, known: Known | None = None) -> Changes:
    """What had to be written to, and removed from, ``out`` so that it holds ``site`` and nothing else.

    Pages that are ``known`` to stand there are not rendered.

    Raises:
        FolderError: ``out`` holds files and does not bear our stamp.
        DossierError: the site has a path twice, or one that leaves ``out``.
    """
    claim(out)
    kept: dict[str, bool | None] = {}
    for item in chain(site.pages, site.assets):
        path = item.path
        if path in kept or not _is_below(path):
            raise DossierError(f"the site names {path!r} {'twice' if path in kept else 'outside its folder'}")
        data = _contents(item, out, known)
        existed = (out / path).is_file()
        kept[path] = existed if data is not None and write(out / path, data) else None
    removed = _prune(out, kept.keys() | {STAMP})
    return Changes(
        added=tuple(sorted(path for path, existed in kept.items() if existed is False)),
        changed=tuple(sorted(path for path, existed in kept.items() if existed)),
        removed=tuple(sorted(removed)),
    )


def _contents(item: Page | LatePage | Asset, out: Path, known: Known | None) -> bytes | None:
    """What is to stand there; ``None`` if it does."""
    if isinstance(item, Asset):
        return item.data
    if known is None or not isinstance(item, LatePage):
        return item.text.encode()
    if known.stands(item.path, item.made_of, out / item.path):
        return None
    data = item.text.encode()
    known.written(item.path, item.made_of, data)
    return data


def write(path: Path, data: bytes) -> bool:
    """Whether ``path`` had to be written to hold ``data``; it is replaced as a whole or not at all."""
    try:
        if not path.is_symlink() and path.read_bytes() == data:
            return False
    except (FileNotFoundError, NotADirectoryError):
        path.parent.mkdir(parents=True, exist_ok=True)
    beside = _beside(path)
    try:
        beside.write_bytes(data)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    return True


def sweep(folder: Path) -> None:
    """Removes the half-written files of processes that were killed; their names are ours, whoever's the folder is."""
    for path in folder.glob(f"{STAMP}.*.tmp"):
        pid = path.name.removeprefix(f"{STAMP}.").removesuffix(".tmp")
        if pid.isdecimal() and not _writes(int(pid)):
            with suppress(OSError):  # it takes room, that is all
                path.unlink()


def write_memory(files: Iterable[TextFile], state: Path) -> None:
    """Writes what is to be remembered (paths ``.dossier/…``) into the state folder, where it differs."""
    sweep(state)
    for file in files:
        name = file.path.removeprefix(".dossier/")
        if not _is_below(name):
            raise DossierError(f"nothing is remembered outside its folder: {file.path!r}")
        write(state / name, file.text.encode())


def create(path: Path, text: str) -> None:
    """Writes a new file of the editor's, as a whole or not at all.

    Raises:
        FileExistsError: there is one already.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with _writing_beside(path) as beside:
        beside.write_bytes(text.encode())
        try:
            os.link(beside, path)  # takes no name that is there, as a rename would
        except FileExistsError:
            raise
        except OSError:  # a file system without hard links
            with path.open("xb") as file:
                file.write(text.encode())


def append(path: Path, seen: str, text: str) -> None:
    """Adds ``text`` at the end of a file of the editor's that still is what was ``seen`` when it was read.

    Whoever reads the file meanwhile has the old one or the new one; so does its editor when this process is killed or
    the disk is full.

    Raises:
        FolderError: somebody has changed the file since.
    """
    path = path.resolve()
    with _writing_beside(path) as beside:
        data = path.read_bytes()
        added = text.replace("\n", "\r\n" if b"\r\n" in data else "\n").encode()
        beside.write_bytes(data + added)
        shutil.copymode(path, beside)
        if _decoded(data) != seen or path.read_bytes() != data:
            raise FolderError(f"{path} has changed since it was read; nothing was written")
        beside.replace(path)


def claim(folder: Path) -> None:
    """Makes ``folder`` ours by our stamp.

    Raises:
        FolderError: it holds files and does not bear the stamp.
    """
    if (folder / STAMP).is_file():
        sweep(folder)
        return
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FolderError(f"{folder} holds files that this program did not write; name a new or empty folder")
    write(folder / STAMP, b"")


def _beside(path: Path) -> Path:
    """Where the new contents of a file are written before they take its name.

    One name for a process, whatever the file's: a name of 255 bytes leaves no room for an ending.
    """
    return path.with_name(f"{STAMP}.{os.getpid()}.tmp")


@contextmanager
def _writing_beside(path: Path) -> Iterator[Path]:
    """Where the new contents of an editor's file are written; one at a time, and nothing is left of it."""
    with _EDITING:
        sweep(path.parent)
        beside = _beside(path)
        try:
            yield beside
        finally:
            beside.unlink(missing_ok=True)


def _writes(pid: int) -> bool:
    """Whether a process may be writing: another one that runs. We ourselves are not, and have a dead one's number."""
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:  # somebody else's process
        return True
    return pid != os.getpid()


def _is_below(path: str) -> bool:
    pure = PurePosixPath(path)
    return bool(pure.parts) and not pure.is_absolute() and ".." not in pure.parts and "\0" not in path


def _prune(folder: Path, kept: Iterable[str]) -> list[str]:
    """Paths of the files removed because they are not ``kept``; folders left empty go too."""
    keep = set(kept)
    removed: list[str] = []
    for parent, folders, names in os.walk(folder, topdown=False):
        for name in names + [name for name in folders if Path(parent, name).is_symlink()]:
            path = Path(parent, name)
            shown = path.relative_to(folder).as_posix()
            if shown not in keep:
                path.unlink()
                removed.append(shown)
        if Path(parent) != folder and not any(Path(parent).iterdir()):
            Path(parent).rmdir()
    return removed


def _texts(
    folder: Path, shown: str, suffixes: tuple[str, ...], problems: list[Problem], *, nested: bool = True
) -> tuple[TextFile, ...]:
    """The UTF-8 files of those suffixes, byte order mark dropped and line ends made LF."""
    texts = []
    for name, data in files_below(folder, shown, problems, suffixes, nested=nested):
        try:
            texts.append(TextFile(path=f"{shown}/{name}", text=_decoded(data)))
        except UnicodeDecodeError as error:
            message = f"not UTF-8 (byte {error.object[error.start]:#04x} at offset {error.start})"
            line = data.count(b"\n", 0, error.start) + 1
            problems.append(problem("not-utf-8", f"{shown}/{name}", message, "save the file as UTF-8", line))
    return tuple(texts)


def _records(folder: Path, problems: list[Problem]) -> tuple[TextFile, ...]:
    """The remembered places; letters that cannot be read are replaced, so that the other lines can be used."""
    files = files_below(folder, ".dossier/notes", problems, (".jsonl",), nested=False)
    return tuple(
        TextFile(path=f".dossier/notes/{name}", text=data.decode("utf-8", errors="replace")) for name, data in files
    )


def _decoded(data: bytes) -> str:
    """The text of an editor's file: no byte order mark, every line end LF."""
    return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
