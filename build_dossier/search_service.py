"""Pagefind, given page after page in an order of ours.

Comes in: pages by path. Goes out: the files of their index. Pagefind numbers pages as they come, and by itself reads a
folder in the order of the file system, another on each machine; as a service it takes what it is given. We speak the
messages of its own wrappers (https://pagefind.app/docs/py-api/); the one for Python looks for answers ten times a
second and starts a program that would outlive us.
"""

import base64
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from pagefind_bin_extended import get_executable  # type: ignore[import-untyped]

from build_dossier.children import Talk, talk
from build_dossier.errors import DossierError

LANGUAGE = "ru"
"""One index for all languages, else each page finds its own language only; Pagefind stems Russian, which also joins
most Ukrainian forms, and has no stemmer for Ukrainian."""

_END = b","
"""Ends a message, either way; base64 has none."""


def index_of(pages: Iterable[tuple[str, bytes]], environment: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    """The files of the index of ``pages`` (paths below the site, and HTML), by path below ``pagefind/``.

    Raises:
        DossierError: Pagefind failed.
    """
    with talk("Pagefind", [str(get_executable()), "--service"], environment, end=_END) as ask:
        index = _asked(ask, type="NewIndex", config={"force_language": LANGUAGE})["index_id"]
        for path, html in pages:
            _asked(ask, type="AddFile", index_id=index, file_path=path, file_contents=html.decode())
        files = _asked(ask, type="GetFiles", index_id=index)["files"]
    for file in files:
        yield file["path"], base64.b64decode(file["content"])


def write_index(files: Iterable[tuple[str, bytes]], folder: Path) -> None:
    """Writes an index; where there is no room, the system says so (Pagefind's own writing does not)."""
    for name, data in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _asked(ask: Talk, **payload: object) -> dict[str, Any]:
    """What Pagefind answers to a message; one at a time, so they need no numbers."""
    message = json.dumps({"message_id": 0, "payload": payload}).encode()
    answer = json.loads(base64.b64decode(ask(base64.b64encode(message))))
    said: dict[str, Any] = answer["payload"]
    if said["type"] == "Error":
        raise DossierError(f"Pagefind failed; the old site stays\n{said['message']}")
    return said
