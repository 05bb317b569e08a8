"""The search index, made anew only when what it is made of has changed.

Comes in: the site being built and the last one. Goes out: ``pagefind/`` in the site being built. Pagefind is given of
each page only what it looks at: that is quicker, and a page whose menu has changed is no news to a search.
"""

import hashlib
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree, rmtree

from build_dossier.disk import write
from build_dossier.imprint import imprint_of
from build_dossier.search_index import settle

FILE = "search.json"
INDEX = "pagefind"
"""Where Pagefind's own script looks for the index, below the site."""

_INPUT = ".search-input"
_BODY = b"data-pagefind-body"
_MARK = b"data-pagefind-"
_HEAD = re.compile(rb"<html\b[^>]*>|<title>[^<]*</title>")
_IGNORED = re.compile(rb'<section\b[^>]*\bdata-pagefind-ignore="all"[^>]*>')
_CLOSE = b"</section>"


def index_site(
    staging: Path, last: Path, cache: Path | None, *, program: str, pagefind: Callable[[Path, Path], object]
) -> None:
    """Puts the index into ``staging``: that of ``last`` if it would come out the same.

    Args:
        staging: the site being built.
        last: the site that is published.
        cache: the folder of what is kept from one build to the next.
        program: one value for everything but the pages that the index depends on.
        pagefind: makes an index of the pages below the first folder in the second.
    """
    key = _key(staging, program)
    if cache is not None and _kept(cache) == (key, imprint_of(last / INDEX, key).files):
        copytree(last / INDEX, staging / INDEX)
        return
    pagefind(_input(staging), staging / INDEX)
    rmtree(staging / _INPUT, ignore_errors=True)
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
    if not alone or _MARK in html[:start] or _MARK in html[end:]:
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


def _inputs(staging: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(staging.rglob("*.html")):
        part = searched(path.read_bytes())
        if part is not None:
            yield path.relative_to(staging).as_posix(), part


def _key(staging: Path, program: str) -> str:
    """One digest of all that is indexed; where no page says what of it is, of every page."""
    digest = hashlib.sha256(program.encode())
    empty = True
    for name, part in _inputs(staging):
        empty = False
        digest.update(f"\n{name} {hashlib.sha256(part).hexdigest()}".encode())
    if empty:
        files = imprint_of(staging, "").files.items()
        digest.update("\n".join(f"{name} {value}" for name, value in files if name.endswith(".html")).encode())
    return digest.hexdigest()


def _input(staging: Path) -> Path:
    """The folder that Pagefind is to read."""
    folder = staging
    for name, part in _inputs(staging):
        folder = staging / _INPUT
        write(folder / name, part)
    return folder


def _kept(cache: Path) -> tuple[object, object]:
    """The digest of what the last index was made of, and its files."""
    try:
        value = json.loads((cache / FILE).read_bytes())
        return value["key"], value["files"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None, None
