"""Every link of a published site leads somewhere, and nothing is fetched from elsewhere.

Comes in: the pages by path and the names of all files. Goes out: the dead links with a reason. A site must work below
any path and from a folder, so an address that begins with ``/`` is dead too.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from urllib.parse import SplitResult, unquote, urlsplit

from build_dossier.webpage import Reference, WebPage

# A browser reads a backslash as a slash (WHATWG URL 4.4).
_ELSEWHERE = re.compile(r"(?!data:|about:blank$)[a-z][a-z0-9+.-]*:|[/\\]{2}", re.IGNORECASE)
_FOLLOWED = frozenset({"http", "https", "mailto", "tel"})

# Served for any address that is not found, at any depth: its links must begin with "/".
_ANYWHERE = "404.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadLink:
    """A link that leads nowhere."""

    page: str
    url: str
    reason: str
    editor: str | None
    """As in ``Reference``: ``None`` is the program."""

    def __str__(self) -> str:
        """One line: where, what and why."""
        return f"{self.page}: “{self.url}” {self.reason}"


def dead_links(pages: Mapping[str, WebPage], files: AbstractSet[str]) -> Iterator[DeadLink]:
    """The dead links, by page and address; ``files`` names everything in the site, pages too."""
    for path, page in sorted(pages.items()):
        for reference in sorted(page.references, key=lambda r: (r.url, r.loads, r.editor or "")):
            reason = _death(path, reference, pages, files)
            if reason is not None:
                # Nobody's words may make a browser fetch something: that it got so far is our mistake.
                editor = None if reference.loads else reference.editor
                yield DeadLink(page=path, url=reference.url, reason=reason, editor=editor)


def external(url: str) -> bool:
    """Whether an address that is fetched at once leaves the site."""
    return _ELSEWHERE.match(url) is not None


def _death(path: str, reference: Reference, pages: Mapping[str, WebPage], files: AbstractSet[str]) -> str | None:
    if reference.loads and external(reference.url):
        return "is fetched from outside the site"
    try:
        url = urlsplit(reference.url)
    except ValueError:
        return "is no address"
    if reference.loads and url.scheme == "data":
        return None
    if url.scheme or url.netloc:
        return None if url.scheme in _FOLLOWED or (url.netloc and not url.scheme) else "is no address to follow"
    if path == _ANYWHERE:
        return None
    return _missing(path, url, pages, files)


def _missing(path: str, url: SplitResult, pages: Mapping[str, WebPage], files: AbstractSet[str]) -> str | None:
    """Why an address inside the site leads nowhere."""
    if url.path.startswith("/"):
        return "begins with “/”: it breaks where the site is not at the root"
    target = _resolved(path, unquote(url.path))
    if target not in files:
        target = posixpath.join(target, "index.html") if target != "." else "index.html"
    if target not in files:
        return "leads to no page"
    fragment = unquote(url.fragment).partition(":~:")[0]
    if fragment in {"", "top"} or target not in pages or fragment in pages[target].targets:
        return None
    return "leads to no place on its page"


def _resolved(path: str, relative: str) -> str:
    """The path below the site that a relative address means on the page ``path``."""
    return path if not relative else posixpath.normpath(posixpath.join(posixpath.dirname(path), relative))
