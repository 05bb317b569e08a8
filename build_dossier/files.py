"""The files below a folder, as bytes, and a ``Problem`` for each that cannot be had.

Comes in: a folder that may hold anything: links that lead out, pipes, huge files, names that are no UTF-8. Goes out:
names and bytes in order of name. Nothing outside the folder is read.
"""

import os
import stat
import unicodedata
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from build_dossier.errors import Problem, Severity

MAX_BYTES = 10_000_000
"""A news text is a few kilobytes; what is larger is something else, and would only cost memory."""


def files_below(
    folder: Path, shown: str, problems: list[Problem], suffixes: tuple[str, ...] = (), *, nested: bool = True
) -> Iterator[tuple[str, bytes]]:
    """Names (NFC, ``/`` between parts) and bytes of the files below ``folder``, by name.

    With ``suffixes`` only files that end so, and no hidden ones: those are the editor's program's.
    """
    root = folder.resolve()
    for name, path in sorted(_names(folder, shown, problems, nested=nested)):
        if suffixes and (path.suffix.lower() not in suffixes or path.name.startswith(".")):
            continue
        data = _bytes(path, f"{shown}/{name}", root)
        if isinstance(data, Problem):
            problems.append(data)
        else:
            yield name, data


def _names(folder: Path, shown: str, problems: list[Problem], *, nested: bool) -> Iterator[tuple[str, Path]]:
    """Every file below ``folder``; hidden folders (version control, editors) are passed over."""

    def unreadable(error: OSError) -> None:
        if not isinstance(error, FileNotFoundError):
            place = PurePosixPath(shown, Path(error.filename).relative_to(folder).as_posix())
            problems.append(problem("unreadable", str(place), f"cannot be read: {error.strerror}"))

    for parent, folders, names in os.walk(folder, onerror=unreadable):
        links = [name for name in folders if Path(parent, name).is_symlink()]
        folders[:] = [name for name in folders if nested and not name.startswith(".")]
        for name in names + (links if nested else []):
            path = Path(parent, name)
            shown_name = unicodedata.normalize("NFC", path.relative_to(folder).as_posix())
            if shown_name.encode("utf-8", "replace").decode() != shown_name:
                printable = shown_name.encode("utf-8", "backslashreplace").decode()
                problems.append(problem("bad-name", f"{shown}/{printable}", "the file's name is not UTF-8"))
                continue
            yield shown_name, path


def _bytes(path: Path, shown: str, root: Path) -> bytes | Problem:
    """The file's bytes, or why they are not read."""
    try:
        return _refusal(path, shown, root) or path.read_bytes()
    except FileNotFoundError:
        return problem("vanished", shown, "not found when it was read: just deleted, or a link to nothing")
    except (OSError, RuntimeError) as error:  # RuntimeError: a loop of symbolic links, until Python 3.13
        return problem("unreadable", shown, f"cannot be read: {getattr(error, 'strerror', None) or error}")


def _refusal(path: Path, shown: str, root: Path) -> Problem | None:
    """Why the file is not even opened, if so: a pipe would wait for ever, a link may lead anywhere."""
    if not path.resolve(strict=True).is_relative_to(root):
        return problem("leaves-folder", shown, "a symbolic link that leaves its folder is not followed")
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        return problem("linked-folder", shown, "a linked folder is not entered", "link the files, or move the folder")
    if not stat.S_ISREG(status.st_mode):
        return problem("not-a-file", shown, "not a regular file")
    if status.st_size > MAX_BYTES:
        return problem("too-large", shown, f"larger than {MAX_BYTES // 1_000_000} MB ({status.st_size:,} bytes)")
    return None


def problem(code: str, file: str, message: str, hint: str | None = None, line: int | None = None) -> Problem:
    """An error about a file that could not be used."""
    return Problem(severity=Severity.ERROR, code=code, file=file, line=line, message=message, hint=hint)
