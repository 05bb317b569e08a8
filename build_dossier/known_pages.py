"""Pages of the generated docs folder that need not be written again, because they are made of what they were made of.

Comes in: the folder of caches, and one value for the program and the ground. Goes out: which pages stand as they are. A
page is known by what it is made of and by its bytes: one that somebody edited is written anew.
"""

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path

from build_dossier.disk import FolderError, claim, write

FILE = "docs.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPages:
    """What the pages of the last build were made of, and their digests."""

    last: dict[str, tuple[str, str]]
    seen: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Those of this build."""

    def stands(self, path: str, made_of: str, file: Path) -> bool:
        """Whether ``file`` is the page that would be written again."""
        known = self.last.get(path)
        if known is None or known[0] != made_of:
            return False
        try:
            same = not file.is_symlink() and _digest(file.read_bytes()) == known[1]
        except OSError:
            return False
        if same:
            self.seen[path] = known
        return same

    def written(self, path: str, made_of: str, data: bytes) -> None:
        """Remembers a page."""
        self.seen[path] = made_of, _digest(data)


def open_pages(folder: Path | None, key: str) -> KnownPages:
    """The pages of the last build, if it was one with that key; none where nobody knows."""
    if folder is None:
        return KnownPages(last={})
    try:
        checksum, data = (folder / FILE).read_bytes().split(b"\n", 1)
        if checksum.decode(errors="replace") == _digest(f"{key}\n".encode() + data):
            return KnownPages(last={path: (made_of, digest) for path, (made_of, digest) in json.loads(data).items()})
    except (OSError, ValueError):
        pass
    return KnownPages(last={})


def keep_pages(folder: Path, key: str, pages: KnownPages) -> None:
    """Keeps the pages of this build; where that fails the next one takes longer, that is all."""
    data = json.dumps(pages.seen, ensure_ascii=False, separators=(",", ":")).encode()
    try:
        claim(folder)
        write(folder / FILE, _digest(f"{key}\n".encode() + data).encode() + b"\n" + data)
    except (OSError, FolderError):
        return


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
