"""What the search index is made of, kept from one build to the next.

Comes in: the folder of caches, and one value for the program. Goes out: the pages and what the dictionaries said in the
last build, where the program was the same; and both written anew. The files may be deleted at any time; what is damaged
is made anew.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from build_dossier.disk import write
from build_dossier.search.forms import Lexeme
from build_dossier.search.packing import text_of
from build_dossier.search.page import Page, page_from, plain

FORMS = "search-forms.json"
PAGES = "search-pages.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """The pages of the last build, by the digest of what they were made of."""

    lines: Mapping[str, bytes]
    """Checksum and JSON by key; looked into only when asked for."""
    used: dict[str, bytes] = field(default_factory=dict)
    """Those that this build needed again."""
    fresh: dict[str, Page] = field(default_factory=dict)
    """Those that this build made."""

    def get(self, key: str) -> Page | None:
        """A page that is kept."""
        line = self.lines.get(key, b"")
        checksum, _, data = line.partition(b" ")
        if checksum != _checksum(key, data):
            return None
        try:
            page = page_from(json.loads(data))
        except (ValueError, TypeError, RecursionError):
            return None
        self.used[key] = line
        return page

    def keep(self, key: str, page: Page) -> None:
        """Keeps a page for the next build."""
        self.fresh[key] = page

    def save(self, folder: Path) -> None:
        """Writes what this build needed."""
        if self.fresh or self.used.keys() != self.lines.keys():
            lines = {**self.used, **{key: _line(key, page) for key, page in self.fresh.items()}}
            write(folder / PAGES, b"".join(key.encode() + b" " + line + b"\n" for key, line in lines.items()))


def open_pages(folder: Path) -> Pages:
    """The pages kept in a folder; none where there is no such file."""
    try:
        data = (folder / PAGES).read_bytes()
    except OSError:
        data = b""
    entries = (line.partition(b" ") for line in data.split(b"\n"))
    return Pages(lines={key.decode(errors="replace"): rest for key, _, rest in entries if rest})


def read_forms(folder: Path, program: str) -> dict[str, list[Lexeme]]:
    """What the dictionaries said in the last build with the same program, by language and word."""
    try:
        value = json.loads((folder / FORMS).read_bytes())
        if value["program"] != program:
            return {}
        classes = [tuple(endings.split(" ")) for endings in value["endings"]]
        return {
            word: [(stem, classes[number]) for stem, number in zip(flat[::2], flat[1::2], strict=True)]
            for word, flat in value["forms"].items()
        }
    except (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError):
        return {}


def write_forms(folder: Path, program: str, forms: Mapping[str, Iterable[Lexeme]]) -> None:
    """Keeps what the dictionaries said: of each word its stems, each with the number of its endings."""
    classes: dict[tuple[str, ...], int] = {}
    flat = {
        word: [part for stem, endings in lexemes for part in (stem, classes.setdefault(endings, len(classes)))]
        for word, lexemes in forms.items()
    }
    kept = {"program": program, "endings": list(map(" ".join, classes)), "forms": flat}
    write(folder / FORMS, text_of(kept).encode())


def _line(key: str, page: Page) -> bytes:
    data = text_of(plain(page)).encode()
    return _checksum(key, data) + b" " + data


def _checksum(key: str, data: bytes) -> bytes:
    return hashlib.sha256(key.encode() + data).hexdigest()[:32].encode()
