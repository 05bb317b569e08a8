"""HTML of a few harmless elements, whatever HTML comes in.

Comes in: HTML, also broken or hostile. Goes out: well-formed HTML whose elements and attributes are in ``ELEMENTS``;
what is not becomes its text. Links lead to http(s) or to pages here; images become their description.
"""

import re
from html import escape
from html.parser import HTMLParser

ELEMENTS: dict[str, frozenset[str]] = {
    **dict.fromkeys(("p", "em", "strong", "code", "pre", "blockquote", "ul", "li", "br", "hr"), frozenset[str]()),
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), frozenset[str]()),
    **dict.fromkeys(("table", "thead", "tbody", "tr", "th", "td"), frozenset[str]()),
    "ol": frozenset({"start"}),
    "a": frozenset({"href", "title", "class"}),
}
"""The elements that are kept, and their attributes; ``rel`` is added to links that leave the site."""

_VOID = frozenset({"br", "hr"})
_RENAMED = {"h1": "h2", "b": "strong", "i": "em"}
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# Elements whose text is no text: their content goes with them.
_SILENT = frozenset({"script", "style", "template", "noscript", "iframe", "object", "svg", "math", "title", "textarea"})
# An address can hide its scheme behind what browsers strip or ignore: C0 controls, space and DEL (WHATWG URL, 4.4).
_IGNORED = re.compile(r"[\x00-\x20\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+")
_SCHEME = re.compile(r"[^/?#]*?:")
_OURS = re.compile(r"to-[a-z]+")


def clean(html: str, *, headings: bool = True) -> str:
    """``html`` of known elements alone; without ``headings`` they are paragraphs in bold."""
    cleaner = _Cleaner(headings=headings)
    cleaner.feed(html)
    cleaner.close()
    return cleaner.result()


def safe_href(href: str) -> str | None:
    """The address if it is http(s) or relative, without what browsers ignore in it; else ``None``.

    Only a scheme of letters right at the beginning decides, so ``a:b`` is refused also where it could be a path.
    """
    address = _IGNORED.sub("", href)
    if address.casefold().startswith(("http://", "https://")):
        return address
    if _SCHEME.match(address) or address.replace("\\", "/").startswith("//"):
        return None
    return address or None


class _Cleaner(HTMLParser):
    """Puts together what is known of what is parsed."""

    def __init__(self, *, headings: bool) -> None:
        super().__init__(convert_charrefs=True)
        self._headings = headings
        self._out: list[str] = []
        self._open: list[tuple[str, str]] = []
        self._silent: list[str] = []

    def result(self) -> str:
        """The HTML, with everything closed."""
        while self._open:
            self._close_last()
        return "".join(self._out)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element that is known; an image is its description."""
        if tag in _SILENT:
            self._silent.append(tag)
        if self._silent:
            return
        values = {name: value for name, value in attrs if value is not None}
        if tag == "img":
            self.handle_data(values.get("alt", ""))
        elif tag in _HEADINGS and not self._headings:
            self._out.append("<p><strong>")
            self._open.append((tag, "</strong></p>"))
        else:
            self._start(_RENAMED.get(tag, tag), values)

    def _start(self, tag: str, values: dict[str, str]) -> None:
        attributes = self._link(values) if tag == "a" else self._plain(tag, values)
        if attributes is None:
            # A link that is dropped keeps its place, so that its end does not close the link around it.
            self._open += [("a", "")] if tag == "a" else []
            return
        self._out.append(f"<{tag}{attributes}>")
        if tag not in _VOID:
            self._open.append((tag, f"</{tag}>"))

    def _plain(self, tag: str, values: dict[str, str]) -> str | None:
        """The attributes of an element that is no link; ``None`` when the element is not known."""
        if tag not in ELEMENTS:
            return None
        start = values.get("start", "")
        return f' start="{start}"' if "start" in ELEMENTS[tag] and start.isascii() and start.isdigit() else ""

    def _link(self, values: dict[str, str]) -> str | None:
        """The attributes of a link; ``None`` when it leads nowhere it may, or stands in another link."""
        href = safe_href(values.get("href", ""))
        if href is None or any(tag == "a" for tag, _ in self._open):
            return None
        attributes = f' href="{_quoted(href)}"'
        if "title" in values:
            attributes += f' title="{_quoted(values["title"])}"'
        if _OURS.fullmatch(values.get("class", "")):
            attributes += f' class="{values["class"]}"'
        return attributes + (' rel="noopener noreferrer"' if ":" in href.partition("/")[0] else "")

    def handle_endtag(self, tag: str) -> None:
        """Close an element that is open, and all that was opened in it."""
        if self._silent:
            if tag == self._silent[-1]:
                self._silent.pop()
            return
        name = tag if tag in _HEADINGS and not self._headings else _RENAMED.get(tag, tag)
        if any(open_tag == name for open_tag, _ in self._open):
            while self._close_last() != name:
                pass

    def _close_last(self) -> str:
        tag, end = self._open.pop()
        self._out.append(end)
        return tag

    def handle_data(self, data: str) -> None:
        """Text as text."""
        if not self._silent:
            self._out.append(_quoted(data))


def _quoted(text: str) -> str:
    """Text that neither HTML nor a template takes for its own."""
    return escape(text).replace("{", "&#123;").replace("}", "&#125;")
