"""The search index, made anew only when what it is made of has changed.

Comes in: the site being built and the last one. Goes out: ``pagefind/`` in the site being built. Pagefind is given of
each page only what it looks at: that is quicker, and a page whose menu has changed is no news to a search.
"""

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from shutil import copytree

from build_dossier.disk import write
from build_dossier.imprint import imprint_of
from build_dossier.search_index import settle
from build_dossier.search_service import write_index

FILE = "search.json"
INDEX = "pagefind"
"""Where Pagefind's own script looks for the index, below the site."""

Part = tuple[str, bytes]
"""A path, and what stands there."""

_BODY = b"data-pagefind-body"
_MARK = re.compile(rb"data-pagefind-(?!ignore)")
"""Heeded outside the element that is searched, too; there is nothing there to ignore."""

_HEAD = re.compile(rb"<html\b[^>]*>|<title>[^<]*</title>")
_IGNORED = re.compile(rb'<section\b[^>]*\bdata-pagefind-ignore="all"[^>]*>')
_CLOSE = b"</section>"


def index_site(
    staging: Path, last: Path, cache: Path | None, *, program: str, index: Callable[[Sequence[Part]], Iterable[Part]]
) -> None:
    """Puts the index into ``staging``: that of ``last`` if it would come out the same.

    Args:
        staging: the site being built.
        last: the site that is published.
        cache: the folder of what is kept from one build to the next.
        program: one value for everything but the pages that the index depends on.
        index: the files of the index of pages, by path; is given the pages in order of path.
    """
    parts = _parts(staging)
    key = _key(parts, program)
    if cache is not None and _kept(cache) == (key, imprint_of(last / INDEX, key).files):
        copytree(last / INDEX, staging / INDEX)
        return
    write_index(index(parts), staging / INDEX)
    settle(staging / INDEX)
    if cache is not None:
        kept = {"key": key, "files": imprint_of(staging / INDEX, key).files}
        write(cache / FILE, json.dumps(kept).encode())


def searched(html: bytes) -> bytes | None:
    """What Pagefind looks at of a page that says so; ``None`` of one that does not.

    That is the element with ``data-pagefind-body``, without the sections that it is told to ignore. A page of another
    form than ours comes back whole.
    """
    if _BODY not in html:
        return None
    start, end = html.find(b"<article"), html.find(b"</article>") + len(b"</article>")
    opening = html[start : html.find(b">", start)]
    alone = html.count(b"<article") == html.count(b"</article>") == 1 and _BODY in opening
    if not alone or _MARK.search(html, 0, start) or _MARK.search(html, end):
        return html
    head = b"".join(_HEAD.findall(html[:start]))
    return b"<!doctype html>" + head + b"".join(_heeded(html[start:end]))


def _heeded(article: bytes) -> Iterator[bytes]:
    """The stretches between ignored sections; one that holds another section stays, Pagefind ignores it itself."""
    at = 0
    for found in _IGNORED.finditer(article):
        close = article.find(_CLOSE, found.end())
        if found.start() >= at and close >= 0 and article.find(b"<section", found.end(), close) < 0:
            yield article[at : found.start()]
            at = close + len(_CLOSE)
    yield article[at:]


def _parts(staging: Path) -> list[Part]:
    """What Pagefind is given: where no page says what of it is to be searched, every page."""
    files = (path for path in staging.rglob("*.html") if path.is_file())  # an article's id may end in «.html»
    pages = sorted((path.relative_to(staging).as_posix(), path) for path in files)
    found = ((name, searched(path.read_bytes())) for name, path in pages)
    return [(name, part) for name, part in found if part is not None] or [
        (name, path.read_bytes()) for name, path in pages
    ]


def _key(parts: Sequence[Part], program: str) -> str:
    """One digest of all that is indexed."""
    digest = hashlib.sha256(program.encode())
    for name, part in parts:
        digest.update(f"\n{name} {hashlib.sha256(part).hexdigest()}".encode())
    return digest.hexdigest()


def _kept(cache: Path) -> tuple[object, object]:
    """The digest of what the last index was made of, and its files."""
    try:
        value = json.loads((cache / FILE).read_bytes())
        return value["key"], value["files"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None, None
