"""The editor's prose as HTML that cannot do harm: Markdown without raw HTML, links to the web, to pages and by id.

Comes in: Markdown of a note, of an entity's page or of the front page. Goes out: HTML of a few known elements; nothing
in it loads anything, runs anything or reaches the prose after it. The fence around Python-Markdown: what that makes is
taken apart again, and only what ``clean`` knows is put together. Each prose is rendered by itself.
"""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

import markdown
from markdown.inlinepatterns import InlineProcessor

from build_dossier.clean_html import clean
from build_dossier.plain_prose import why_as_typed
from build_dossier.wikilink import PATTERN

if TYPE_CHECKING:
    import re

# Above links (160) and references, below code (190) and backslash escapes (180), as Python-Markdown numbers them.
_PRIORITY = 165


@dataclass(frozen=True, slots=True, kw_only=True)
class Destination:
    """Where ``[[id]]`` leads."""

    href: str
    """As it stands in raw HTML on the page that shows the prose."""
    title: str
    """What is shown when the editor gives no text."""
    kind: str
    """``article``, ``person`` …: a lower-case word, the class ``to-<kind>`` of the link."""


Resolve = Callable[[str], Destination | None]
"""Where a target leads from the page that shows the prose; ``None`` for what leads nowhere."""


def render_prose(text: str, resolve: Resolve) -> str:
    """HTML of Markdown; a ``[[…]]`` that leads nowhere is its plain text."""
    if why_as_typed(text) is not None:
        return _as_typed(text)
    try:
        return clean(_markdown(resolve).convert(text))
    except RecursionError:
        # Lists or emphasis nested a thousand deep: shown as typed.
        return _as_typed(text)


def render_note(body: str, resolve: Resolve) -> str:
    """HTML of a note's body, without headings, for those belong to the page that it stands on."""
    if why_as_typed(body) is not None:
        return _as_typed(body)
    try:
        return clean(_markdown(resolve).convert(body), headings=False)
    except RecursionError:
        return _as_typed(body)


def _as_typed(text: str) -> str:
    return f"<p>{clean(escape(text))}</p>"


def _markdown(resolve: Resolve) -> markdown.Markdown:
    """A converter of its own for each prose, so that no reference or footnote lives on."""
    converter = markdown.Markdown(extensions=["sane_lists", "fenced_code", "tables"], output_format="html")
    converter.preprocessors.deregister("html_block")
    converter.inlinePatterns.deregister("html")
    converter.inlinePatterns.register(_WikiLinks(resolve), "wikilink", _PRIORITY)
    return converter


class _WikiLinks(InlineProcessor):
    """Turns ``[[id]]`` and ``[[id|text]]`` into links, or into text."""

    def __init__(self, resolve: Resolve) -> None:
        super().__init__(PATTERN)
        self._resolve = resolve

    def handleMatch(  # type: ignore[override] # noqa: N802  # the name and the looser result are Python-Markdown's
        self, match: "re.Match[str]", _data: str
    ) -> tuple[Element | str, int, int]:
        """The link that a match is."""
        target, shown = match[1].strip(), (match[2] or "").strip()
        destination = self._resolve(target)
        if destination is None:
            return shown or target, match.start(0), match.end(0)
        link = Element("a", {"href": destination.href, "class": f"to-{destination.kind}"})
        link.text = markdown.util.AtomicString(shown or destination.title)
        return link, match.start(0), match.end(0)
