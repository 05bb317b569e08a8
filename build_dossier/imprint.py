"""What a published site was made of, and whether it still is what was published.

Comes in: a folder. Goes out: its ``Imprint``, kept in the folder's stamp file and exchanged together with it, so that
the two can never disagree. A site whose imprint holds need not be built again.
"""

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from build_dossier.disk import STAMP
from build_dossier.errors import Problem, Severity

_BUILDERS = (
    "mkdocs",
    "mkdocs-material",
    "markdown",
    "pymdown-extensions",
    "jinja2",
    "pymorphy3",
    "pymorphy3-dicts-ru",
    "pymorphy3-dicts-uk",
    "python-frontmatter",
    "selectolax",
)
"""What pages are made with, and what reads them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """The stamp of a published site."""

    digest: str
    """Of everything that the site depends on."""
    files: Mapping[str, str]
    """Size and sha256 of every file but the stamp, by path."""
    problems: tuple[Problem, ...] = ()
    """Found when it was checked: they hold as long as the site does."""

    def to_bytes(self) -> bytes:
        """JSON in a fixed order."""
        problems = [
            {"severity": p.severity.value, "code": p.code, "file": p.file, "line": p.line, "message": p.message}
            for p in self.problems
        ]
        value = {"digest": self.digest, "problems": problems, "files": dict(sorted(self.files.items()))}
        return (json.dumps(value, ensure_ascii=False, indent=0) + "\n").encode()


def imprint_of(folder: Path, digest: str, problems: tuple[Problem, ...] = ()) -> Imprint:
    """The imprint of a folder as it stands."""
    files = {name: file_digest(path) for name, path in _files(folder) if name != STAMP}
    return Imprint(digest=digest, files=files, problems=problems)


def read_imprint(folder: Path) -> Imprint | None:
    """The imprint that a folder bears; ``None`` where there is none, or none that can be read."""
    try:
        value = json.loads((folder / STAMP).read_bytes())
        problems = tuple(Problem(**{**p, "severity": Severity(p["severity"])}) for p in value["problems"])
        return Imprint(digest=value["digest"], files=value["files"], problems=problems)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def fingerprint(values: Mapping[str, str], *, files: Mapping[str, Path], folders: Mapping[str, Path]) -> str:
    """One sha256 over named values, files, folders and the versions of the programs that build the site."""
    digest = hashlib.sha256()
    parts = {f"value:{name}": hashlib.sha256(value.encode()).hexdigest() for name, value in values.items()}
    parts |= {f"file:{name}": file_digest(path) for name, path in files.items()}
    parts |= {f"{name}:{path}": file_digest(file) for name, folder in folders.items() for path, file in _files(folder)}
    parts |= {f"version:{name}": version(name) for name in _BUILDERS}
    digest.update(json.dumps(sorted(parts.items())).encode())
    return digest.hexdigest()


def folder_digest(folder: Path) -> str:
    """One sha256 over the names and contents of every file below a folder."""
    digest = hashlib.sha256()
    for name, path in _files(folder):
        digest.update(f"{name!r} {file_digest(path)}\n".encode())
    return digest.hexdigest()


def file_digest(path: Path) -> str:
    """Size and sha256 of a file."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        return f"{file.tell()} {digest}"


def _files(folder: Path) -> list[tuple[str, Path]]:
    """Every file below ``folder`` by path; not the interpreter's caches."""
    return sorted((path.removeprefix(f"{folder}{os.sep}").replace(os.sep, "/"), Path(path)) for path in _walk(folder))


def _walk(folder: Path | str) -> Iterator[str]:
    try:
        entries = list(os.scandir(folder))
    except FileNotFoundError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            if entry.name != "__pycache__":
                yield from _walk(entry.path)
        elif entry.is_file():
            yield entry.path
