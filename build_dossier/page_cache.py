"""A hook of MkDocs: a page that was built before, and would come out the same, is taken from the last site.

Comes in: MkDocs' own data, the index of the last build and the last site, both named by the environment. Goes out: the
same site as without the hook, sooner. A page is known again by its source, by which of the files it links to exist, and
by everything else that its HTML is made of: configuration, templates, navigation, versions. Whatever the hook does not
understand (plugins, other hooks, other extensions, another theme, templates that list pages) turns it off.

MkDocs loads this file by its path, in a process of its own.
"""

import hashlib
import json
import logging
import os
import platform
import re
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

from mkdocs.commands import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import pages
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file

INDEX = "DOSSIER_PAGE_INDEX"
SITE = "DOSSIER_LAST_SITE"
"""Names of the environment's values: a file, and the folder of the last site. Without them the hook does nothing."""

_EXTENSIONS = frozenset({"abbr", "admonition", "attr_list", "def_list", "fenced_code", "md_in_html", "tables", "toc"})
"""Extensions of Python-Markdown that look at nothing but the page."""

_LIBRARIES = ("jinja2", "markdown", "markupsafe", "mkdocs", "mkdocs-material", "pyyaml")
_PLACES = frozenset({"INHERIT", "config_file", "config_file_path", "custom_dir", "docs_dir", "hooks", "site_dir"})
_ALL_PAGES = re.compile(rb"\bin pages\b|(?<![.\w])pages\s*[|\[]")
_DAYS = re.compile(rb"\b(?:build_date_utc|update_date)\b")
_HEADS = re.compile(rb"\A---\n(?:.*\n)*?---\n|^# .*$", re.MULTILINE)
"""Front matter and headings: what a menu can show of a page."""

_DEAD_LINK = "Doc file '"
"""How MkDocs begins to tell of a link; our own check tells of the published page."""

Entry = tuple[str, str, list[str], list[str]]
"""Digests of a page's source and of its HTML; the files that it looked for and found, and those that are not there."""


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG001  # MkDocs names it
    """Puts the cache before the two functions that make a page."""
    index, site = os.environ.get(INDEX), os.environ.get(SITE)
    key = _key(nav, config)
    if index and site and key is not None:
        in_menus = frozenset(page.file.src_uri for page in nav.pages)
        _Cache(index=Path(index), site=Path(site), key=key, in_menus=in_menus).install()
    return nav


class _Cache:
    """What is known of the pages of the last build, and what is learnt of those of this one."""

    def __init__(self, *, index: Path, site: Path, key: str, in_menus: frozenset[str]) -> None:
        self._index = index
        self._site = site
        self._key = key
        self._in_menus = in_menus
        self._known = _read(index, key)
        self._made: dict[str, Entry] = {}
        self._taken: set[str] = set()
        self._looked: dict[str, tuple[str, _Lookups]] = {}
        self._warnings = _Warnings()
        self._there: dict[str, bool] = {}

    def install(self) -> None:
        """Stands before MkDocs' own functions until this process ends: it has no event there that could say no."""
        populate, make = build._populate_page, build._build_page  # noqa: SLF001

        def populated(page: Page, config: MkDocsConfig, files: Files, dirty: bool = False) -> None:  # noqa: FBT001, FBT002
            if dirty:
                populate(page, config, files, dirty)
            elif not (self._is_titled(page, config) and self._take(page, files)):
                lookups = _Lookups(files)
                self._warnings.seen = False
                populate(page, config, lookups, dirty)  # type: ignore[arg-type]  # stands in for the files
                self._looked[page.file.src_uri] = (_digest(_source(page)), lookups)
                if self._warnings.seen:
                    del self._looked[page.file.src_uri]

        def made(page: Page, *arguments: Any, **named: Any) -> None:
            if page.file.src_uri not in self._taken:
                self._warnings.seen = False
                make(page, *arguments, **named)
                self._learn(page)

        logging.getLogger("mkdocs").addHandler(self._warnings)
        # MkDocs has no setting for it.
        pages._RawHTMLPreprocessor.run = _as_they_are  # type: ignore[assignment,method-assign]  # noqa: SLF001
        build._populate_page, build._build_page = populated, made  # noqa: SLF001
        _caches.append(self)

    def _is_titled(self, page: Page, config: MkDocsConfig) -> bool:
        """Whether menus can show the page though it is not rendered: one without a title is called by its heading."""
        if page.file.src_uri in self._in_menus:
            page.read_source(config)
            return "title" in page.meta
        return True

    def _take(self, page: Page, files: Files) -> bool:
        """Whether the page could be taken from the last site; it then stands in the new one."""
        entry = self._known.get(page.file.src_uri)
        if entry is None or entry[0] != _digest(_source(page)) or not self._stands(entry, files):
            return False
        try:
            html = (self._site / page.file.dest_uri).read_bytes()
        except OSError:
            return False
        if _digest(html) != entry[1]:
            return False
        page.markdown = page.content = ""
        write_file(html, page.file.abs_dest_path)
        self._taken.add(page.file.src_uri)
        self._made[page.file.src_uri] = entry
        return True

    def _stands(self, entry: Entry, files: Files) -> bool:
        """Whether the files that a page leads to are, and are not, as they were."""
        _, _, found, missing = entry
        return all(self._is_there(path, files) for path in found) and not any(
            self._is_there(path, files) for path in missing
        )

    def _is_there(self, path: str, files: Files) -> bool:
        """Whether there is a file; MkDocs, who makes a path of each name, is asked once."""
        if path not in self._there:
            self._there[path] = files.get_file_from_path(path) is not None
        return self._there[path]

    def _learn(self, page: Page) -> None:
        source, lookups = self._looked.pop(page.file.src_uri, (None, None))
        if source is None or lookups is None or self._warnings.seen:
            return
        try:
            html = Path(page.file.abs_dest_path).read_bytes()
        except OSError:
            return
        self._made[page.file.src_uri] = (source, _digest(html), sorted(lookups.found), sorted(lookups.missing))

    def save(self) -> None:
        """Writes what is known of the pages of this build, and of no others."""
        beside = self._index.with_name(f".build-dossier.{os.getpid()}.tmp")  # swept as any of ours
        try:
            beside.write_text(json.dumps({"key": self._key, "pages": self._made}, ensure_ascii=False), encoding="utf-8")
            beside.replace(self._index)
        except OSError:  # the next build takes longer, that is all
            beside.unlink(missing_ok=True)


_caches: list[_Cache] = []


def on_post_build(config: MkDocsConfig) -> None:
    """Keeps what was learnt."""
    del config
    for cache in _caches:
        cache.save()


class _Lookups:
    """The files, and which of them were asked for."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self.found: set[str] = set()
        self.missing: set[str] = set()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._files, name)

    def get_file_from_path(self, path: str) -> Any:
        """As ``Files`` has it."""
        file = self._files.get_file_from_path(path)
        (self.missing if file is None else self.found).add(path)
        return file


class _Warnings(logging.Handler):
    """Notices a warning: a page that has one is built each time, so that the warning is told each time."""

    seen = False

    def emit(self, record: logging.LogRecord) -> None:
        """One line of the log."""
        if record.levelno >= logging.WARNING and not record.getMessage().startswith(_DEAD_LINK):
            self.seen = True


def _as_they_are(_: object, lines: list[str]) -> list[str]:
    """In place of reading a page's HTML once more for its anchors: our own check tells of links that lead to none."""
    return lines


def _read(index: Path, key: str) -> Mapping[str, Entry]:
    """What the last build learnt, if it was one of the same kind."""
    try:
        value = json.loads(index.read_bytes())
        if value["key"] == key:
            return {name: _entry(*entry) for name, entry in value["pages"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        pass
    return {}


def _entry(source: str, html: str, found: list[str], missing: list[str]) -> Entry:
    if not all(isinstance(path, str) for path in (*found, *missing)):
        raise ValueError("paths are strings")
    return source, html, found, missing


def _source(page: Page) -> bytes:
    return Path(page.file.abs_src_path or "").read_bytes()


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _key(nav: Navigation, config: MkDocsConfig) -> str | None:
    """The digest of all that the HTML of every page is made of; ``None`` where that cannot be known."""
    templates = dict(_templates(config))
    if config.strict or not page_by_page(config, templates.values(), hooks=1):
        return None
    parts = [
        json.dumps([_settings(given) for given in config.user_configs], sort_keys=True, default=str),
        json.dumps(config.mdx_configs, sort_keys=True, default=str),
        *(f"{name} {_digest(data)}" for name, data in sorted(templates.items())),
        *(f"{page.file.src_uri} {_HEADS.findall(_source(page))}" for page in nav.pages),
        *(f"{name} {version(name)}" for name in _LIBRARIES),
        platform.python_version(),
        _digest(Path(__file__).read_bytes()),
    ]
    if any(_DAYS.search(data) for data in templates.values()):
        parts.append(os.environ.get("SOURCE_DATE_EPOCH", ""))
    return _digest("\n".join(parts).encode())


def page_by_page(config: MkDocsConfig, templates: Iterable[bytes] | None = None, *, hooks: int = 0) -> bool:
    """Whether the HTML of a page depends on no other page, but for what menus show of it.

    Args:
        config: of MkDocs.
        templates: the theme's, if they have been read already.
        hooks: how many hooks of ours it names.
    """
    if config.theme.name != "material" or len(config.plugins) != hooks or len(config.hooks) != hooks:
        return False
    if not _EXTENSIONS.issuperset(config.markdown_extensions):
        return False
    read = dict(_templates(config)).values() if templates is None else templates
    return not any(_ALL_PAGES.search(data) for data in read)


def _settings(given: Mapping[str, Any]) -> dict[str, Any]:
    """What the configuration says, but for the places of things."""
    return {
        name: _settings(value) if isinstance(value, dict) else value
        for name, value in given.items()
        if name not in _PLACES
    }


def _templates(config: MkDocsConfig) -> Iterator[tuple[str, bytes]]:
    """Every template, and every file of the project's own theme folder, by the number of its folder and its path."""
    own = config.theme.custom_dir
    for number, folder in enumerate(config.theme.dirs):
        whole = own is not None and Path(folder) == Path(own)
        for path in _files(Path(folder), hidden=whole):
            if whole or path.suffix == ".html":
                yield f"{number} {path.relative_to(folder).as_posix()}", path.read_bytes()


def _files(folder: Path, *, hidden: bool) -> Iterable[Path]:
    for parent, folders, names in os.walk(folder):
        if not hidden:  # thousands of icons, which belong to the version
            folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(parent, name) for name in names)
