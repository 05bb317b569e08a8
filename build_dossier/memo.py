"""Steps of a build kept from one build to the next.

Comes in: the folder of caches, and one value for the program. Goes out: a ``recall`` for ``build``. What is kept bears
the digest of all that it was made of; it may be deleted at any time, and what is damaged is made anew.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from build_dossier.disk import FolderError, claim, write

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Memo:
    """What is kept, step by step."""

    folder: Path
    program: str
    made: dict[str, tuple[str, object]] = field(default_factory=dict)
    """What this build had to make: of what, and the plain value, by step."""

    def recall(
        self, step: str, made_of: str, make: Callable[[], T], write: Callable[[T], object], read: Callable[[object], T]
    ) -> T:
        """The outcome of a step, made only if it is not kept."""
        try:
            checksum, data = self._path(step).read_bytes().split(b"\n", 1)
            if checksum.decode(errors="replace") == self._checksum(made_of, data):
                return read(json.loads(data))
        except (OSError, ValueError, TypeError, RecursionError):
            pass
        outcome = make()
        self.made[step] = made_of, write(outcome)
        return outcome

    def save(self, renamed: Mapping[str, str]) -> None:
        """Keeps what was made; ``renamed`` says what made it is called from now on.

        A folder that cannot be written to costs time only, at the next build.
        """
        try:
            claim(self.folder)
            for step, (made_of, value) in self.made.items():
                data = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(errors="backslashreplace")
                checksum = self._checksum(renamed.get(made_of, made_of), data)
                write(self._path(step), checksum.encode() + b"\n" + data)
        except (OSError, FolderError):
            return

    def _path(self, step: str) -> Path:
        return self.folder / f"{step}.json"

    def _checksum(self, made_of: str, data: bytes) -> str:
        return hashlib.sha256(f"{self.program} {made_of}\n".encode() + data).hexdigest()
