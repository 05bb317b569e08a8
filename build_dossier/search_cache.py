"""The search index, made anew only when what it is made of has changed.

Comes in: the site being built and the last one. Goes out: ``search-index/`` in the site being built. The same pages
have the same index, which is then taken from the last site; else what was read of each page and what the dictionaries
said of each word is remembered, so that a build after one changed note reads one page and looks up its words alone.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree

from build_dossier.disk import write
from build_dossier.imprint import imprint_of
from build_dossier.search.concepts import Glossary, glossary_of
from build_dossier.search.files import files_of
from build_dossier.search.forms import Forms
from build_dossier.search.page import Page, page_of
from build_dossier.search.records import record_of
from build_dossier.search_memory import Pages, open_pages, read_forms, write_forms

FILE = "search.json"
INDEX = "search-index"
"""Where the script of the dialog looks for the index, below the site."""
GLOSSARY = "data/glossary.json"

_OPENS, _CLOSES = b"<article", b"</article>"
_MARK = b"data-search-kind"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What is searched of a page."""

    path: str
    html: bytes


def index_site(staging: Path, last: Path, cache: Path | None, *, program: str) -> int:
    """Puts the index into ``staging``: that of ``last`` if it would come out the same.

    Args:
        staging: the site being built.
        last: the site that is published.
        cache: the folder of what is kept from one build to the next.
        program: one value for everything but the pages that the index depends on.

    Returns:
        How many pages can be found.
    """
    parts = tuple(_parts(staging))
    glossary = _glossary(staging)
    key = _key(parts, glossary, program)
    if cache is not None and _kept(cache) == (key, imprint_of(last / INDEX, key).files):
        copytree(last / INDEX, staging / INDEX)
        return len(parts)
    forms = Forms(known={} if cache is None else read_forms(cache, program))
    kept = Pages(lines={}) if cache is None else open_pages(cache)
    pages = _pages(parts, kept, glossary_of(glossary, forms), _text([program, dict(glossary)]))
    for name, data in files_of(pages, glossary, forms):
        write(staging / INDEX / name, data)
    if cache is not None:
        write(cache / FILE, _text({"key": key, "files": imprint_of(staging / INDEX, key).files}))
        kept.save(cache)
        if forms.used.keys() != forms.known.keys():
            write_forms(cache, program, forms.used)
    return len(parts)


def _pages(parts: Iterable[Part], kept: Pages, concepts: Glossary, made_of: bytes) -> list[Page]:
    """What the index needs of each page: read only if it is not kept."""
    pages = []
    for part in parts:
        key = hashlib.sha256(b"\0".join((made_of, part.path.encode(), part.html))).hexdigest()
        page = kept.get(key)
        if page is None and (record := record_of(part.path, part.html)) is not None:
            page = page_of(record, concepts)
            kept.keep(key, page)
        if page is not None:
            pages.append(page)
    return pages


def searched(html: bytes) -> bytes | None:
    """The element that is searched of a page, ``None`` where the page names none."""
    start = html.find(_OPENS)
    end = html.rfind(_CLOSES)
    if start < 0 or end < 0 or html.find(_MARK, start, html.find(b">", start)) < 0:
        return None
    return html[start : end + len(_CLOSES)]


def _parts(staging: Path) -> Iterable[Part]:
    """What is searched, in order of path; an article's id may end in «.html», so that a folder is called as a page."""
    files = (path for path in staging.rglob("*.html") if path.is_file())
    for name, path in sorted((path.relative_to(staging).as_posix(), path) for path in files):
        html = searched(path.read_bytes())
        if html is not None:
            yield Part(path=name, html=html)


def _glossary(staging: Path) -> Mapping[str, Sequence[str]]:
    """What the site says means the same; nothing where it says nothing."""
    try:
        glossary: dict[str, list[str]] = json.loads((staging / GLOSSARY).read_bytes())
    except OSError:
        return {}
    return glossary


def _key(parts: Sequence[Part], glossary: Mapping[str, Sequence[str]], program: str) -> str:
    """One digest of all that is indexed."""
    digest = hashlib.sha256(f"{program} {_text(dict(glossary))!r}".encode())
    for part in parts:
        digest.update(f"\n{part.path} {hashlib.sha256(part.html).hexdigest()}".encode())
    return digest.hexdigest()


def _kept(cache: Path) -> tuple[object, object]:
    """The digest of what the last index was made of, and its files."""
    try:
        value = json.loads((cache / FILE).read_bytes())
        return value["key"], value["files"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None, None


def _text(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()
