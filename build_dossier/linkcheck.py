"""Every link of a published site leads somewhere, and nothing is fetched from elsewhere.

Comes in: the pages by path and the names of all files. Goes out: the dead links with a reason. A site must work below
any path and from a folder, so an address that begins with ``/`` is dead too.
"""

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import unquote, urlsplit

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


def dead_links(
    pages: Mapping[str, WebPage], files: AbstractSet[str], others: Mapping[str, AbstractSet[str]] = MappingProxyType({})
) -> Iterator[DeadLink]:
    """The dead links, by page and address.

    Args:
        pages: the pages whose links are looked at, by path.
        files: names everything in the site, pages too.
        others: for every further page, what a fragment can mean there.
    """
    targets = {**others, **{path: page.targets for path, page in pages.items()}}
    for path, page in sorted(pages.items()):
        for reference in sorted(page.references, key=lambda r: (r.url, r.loads, r.editor or "")):
            reason = _death(path, reference, targets, files)
            if reason is not None:
                # Nobody's words may make a browser fetch something: that it got so far is our mistake.
                editor = None if reference.loads else reference.editor
                yield DeadLink(page=path, url=reference.url, reason=reason, editor=editor)


def needs(path: str, page: WebPage) -> dict[str, list[str]] | None:
    """What must be there for the links of a page to live: paths in the site, and fragments of each.

    ``None`` when one of them is dead whatever there is.
    """
    needed: dict[str, set[str]] = defaultdict(set)
    for reference in page.references:
        url = _inside(path, reference)
        if isinstance(url, str):
            return None
        if url is not None:
            target, fragment = url
            needed[target].update({fragment} - {""})
    return {target: sorted(fragments) for target, fragments in sorted(needed.items())}


def met(needed: Mapping[str, Sequence[str]], targets: Mapping[str, AbstractSet[str]], files: AbstractSet[str]) -> bool:
    """Whether all that ``needs`` named is there."""
    return all(
        _missing(target, fragment, targets, files) is None
        for target, fragments in needed.items()
        for fragment in (fragments or ("",))
    )


def external(url: str) -> bool:
    """Whether an address that is fetched at once leaves the site."""
    return _ELSEWHERE.match(url) is not None


def _death(
    path: str, reference: Reference, targets: Mapping[str, AbstractSet[str]], files: AbstractSet[str]
) -> str | None:
    url = _inside(path, reference)
    return url if url is None or isinstance(url, str) else _missing(*url, targets, files)


def _inside(path: str, reference: Reference) -> tuple[str, str] | str | None:
    """The path in the site that a link leads to, and its fragment; ``None`` if it leads out, or why it is dead."""
    if reference.loads and external(reference.url):
        return "is fetched from outside the site"
    try:
        url = urlsplit(reference.url)
    except ValueError:
        return "is no address"
    if (reference.loads and url.scheme == "data") or (path == _ANYWHERE and not (url.scheme or url.netloc)):
        return None
    if url.scheme or url.netloc:
        return None if url.scheme in _FOLLOWED or (url.netloc and not url.scheme) else "is no address to follow"
    if url.path.startswith("/"):
        return "begins with “/”: it breaks where the site is not at the root"
    fragment = unquote(url.fragment).partition(":~:")[0]
    return _resolved(path, unquote(url.path)), "" if fragment == "top" else fragment


def _missing(
    target: str, fragment: str, targets: Mapping[str, AbstractSet[str]], files: AbstractSet[str]
) -> str | None:
    """Why a path inside the site leads nowhere."""
    if target not in files:
        target = posixpath.join(target, "index.html") if target != "." else "index.html"
    if target not in files:
        return "leads to no page"
    if not fragment or target not in targets or fragment in targets[target]:
        return None
    return "leads to no place on its page"


def _resolved(path: str, relative: str) -> str:
    """The path below the site that a relative address means on the page ``path``."""
    return path if not relative else posixpath.normpath(posixpath.join(posixpath.dirname(path), relative))
