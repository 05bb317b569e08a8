"""A published HTML page as the checks see it.

Comes in: HTML. Goes out: the source's words on it, its link targets and what it points to. The fence around selectolax
(lexbor parses as browsers do, WHATWG HTML).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

# Attributes that make a browser fetch at once, and those that a reader follows.
_LOADS = ("src", "srcset", "poster", "data", "background", "xlink:href")
_FOLLOWS = ("href", "action", "formaction", "cite")
_POINTING = ", ".join(f"[{name.replace(':', chr(92) + ':')}]" for name in _LOADS + _FOLLOWS)

# <link rel> values that name another document without fetching it (WHATWG HTML 4.6.7).
_NAMING_RELATIONS = frozenset({"alternate", "author", "canonical", "help", "license", "me", "next", "prev", "search"})
# Where pages hold what a person wrote: the editor's pages and the bodies of notes.
_WRITTEN_BY_HAND = "[data-editor], .prose, .note-body"
_REFRESH = re.compile(r"^\s*[\d.]*\s*[;,]\s*(?:url\s*=\s*)?['\"]?([^'\"]+)", re.IGNORECASE)
_STYLE_URL = re.compile(r"(?:@import\s*(?:url\()?|url\()\s*['\"]?([^'\")\s;]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """One thing that a page points to."""

    url: str
    """As written, references to characters resolved."""
    loads: bool
    """Whether a browser fetches it without being asked."""
    editor: str | None
    """Who wrote it: ``None`` is the program; else a person, in the file that ``data-editor`` around it names, or ``""``
    where nothing names one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WebPage:
    """What the checks need of one page."""

    words: str
    """The texts of the elements with ``data-src``, in document order, without note references (``.note-ref``)."""
    targets: frozenset[str]
    """Every ``id``, and the ``name`` of ``<a>``: what a fragment can mean."""
    references: frozenset[Reference]


def read_page(html: bytes) -> WebPage:
    """The page as the checks see it."""
    tree = LexborHTMLParser(html.decode())
    targets = {node.attributes.get("id") or node.attributes.get("name") for node in tree.css("[id], a[name]")}
    references = frozenset(_references(tree))
    return WebPage(words=_words(tree), targets=frozenset(t for t in targets if t), references=references)


def style_urls(css: str) -> Iterator[str]:
    """What a style sheet makes a browser fetch."""
    return (match[1] for match in _STYLE_URL.finditer(css))


def _words(tree: LexborHTMLParser) -> str:
    """Marks and segments may lie inside a passage and carry ``data-src`` themselves: the outermost counts."""
    for node in tree.css("[data-src] .note-ref"):
        node.decompose()
    inner = {node.mem_id for node in tree.css("[data-src] [data-src]")}
    return "\n".join(node.text(deep=True) for node in tree.css("[data-src]") if node.mem_id not in inner)


def _references(tree: LexborHTMLParser) -> Iterator[Reference]:
    editors = {
        node.mem_id: wrapper.attributes.get("data-editor") or ""
        for wrapper in tree.css(_WRITTEN_BY_HAND)
        for node in wrapper.css(_POINTING)
    }
    for node in tree.css(_POINTING):
        for url, loads in _pointed(node):
            yield Reference(url=url.strip(), loads=loads, editor=editors.get(node.mem_id))
    for node in tree.css("meta[http-equiv=refresh i]"):
        match = _REFRESH.match(node.attributes.get("content") or "")
        if match is not None:
            yield Reference(url=match[1].strip(), loads=False, editor=None)
    for node in tree.css("[style]"):
        for url in style_urls(node.attributes.get("style") or ""):
            yield Reference(url=url, loads=True, editor=None)


def _pointed(node: LexborNode) -> Iterator[tuple[str, bool]]:
    """The addresses in a node's attributes, and whether each is fetched at once."""
    attributes = node.attributes
    for name in _LOADS:
        value = attributes.get(name)
        if value is not None and name == "srcset":
            yield from ((part.split()[0], True) for part in value.split(",") if part.strip())
        elif value is not None:
            yield value, True
    for name in _FOLLOWS:
        value = attributes.get(name)
        if value is not None:
            yield value, name == "href" and _fetches_href(node)


def _fetches_href(node: LexborNode) -> bool:
    if node.tag in {"image", "use", "feImage"}:  # SVG
        return True
    relations = (node.attributes.get("rel") or "").lower().split()
    return node.tag == "base" or (node.tag == "link" and not _NAMING_RELATIONS.issuperset(relations))
