"""What a published page has to be found by.

Comes in: a page of the site. Goes out: its ``Record``: the article, person or page itself, with the notes and
quotations on it. Everything is read from the page as it is published, so that what is found stands there.
"""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser, LexborNode

_PLACES = ("people", "organisations", "places")
_BLOCKS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "td", "th", "dd", "dt", "figcaption"})
_SPACE = re.compile(r"\s+")
_ASIDE = re.compile("[?#]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph or heading."""

    anchor: str
    """Its id, else that of the nearest heading above; may be empty."""
    language: str
    """Empty where the page does not say."""
    text: str
    marks: tuple[tuple[int, int, str], ...]
    """Start, end and page of every entity that it names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note of the editor's on the page."""

    id: str
    kind: str
    label: str
    date: str
    body: Block


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words in quotation marks."""

    id: str
    speaker: str
    block: int
    """Number of its block."""
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A page."""

    path: str
    """Of its folder, as readers know it: ``articles/000/``."""
    kind: str
    """``article``, ``people``, ``organisations``, ``places``, ``event`` or ``page``."""
    title: str
    language: str
    date: str
    outlet: str
    names: tuple[tuple[str, str], ...]
    """Language (may be empty) and name of what the page is about."""
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...] = ()
    quotations: tuple[Quotation, ...] = ()


def record_of(path: str, html: bytes) -> Record | None:
    """The record of a page, ``None`` for one that is not to be found."""
    if b"data-search-kind" not in html:
        return None
    tree = LexborHTMLParser(html.decode())
    article = tree.css_first("article[data-search-kind]")
    if article is None:
        return None
    folder = path.removesuffix("index.html")
    about = article.attributes
    names = tuple(
        (node.attributes.get("data-language") or "", node.attributes.get("data-search-name") or "")
        for node in article.css("[data-search-name]")
    )
    reader = _Reader(folder)
    notes = tuple(_notes(article, folder))
    reader.read(article, about.get("data-search-language") or "")
    return Record(
        path=folder,
        kind=about.get("data-search-kind") or "page",
        title=about.get("data-search-title") or "",
        language=about.get("data-search-language") or "",
        date=about.get("data-search-date") or "",
        outlet=about.get("data-search-outlet") or "",
        names=names,
        blocks=tuple(reader.blocks),
        notes=notes,
        quotations=tuple(reader.quotations()),
    )


def _notes(article: LexborNode, folder: str) -> Iterator[Note]:
    for aside in article.css("aside.note[id]"):
        body = aside.css_first(".note-body")
        if body is None or aside.css_first(".note-unplaced") is not None:
            continue
        text = _Text(folder)
        text.add(body)
        label, time = aside.css_first(".note-kind"), aside.css_first("time")
        yield Note(
            id=aside.attributes.get("id") or "",
            kind=aside.attributes.get("data-kind") or "",
            label="" if label is None else label.text(deep=True).strip(),
            date="" if time is None else time.attributes.get("datetime") or "",
            body=Block(anchor=aside.attributes.get("id") or "", language="", text=text.text, marks=tuple(text.marks)),
        )


@dataclass(slots=True)
class _Text:
    """The text of an element, as it grows."""

    folder: str
    text: str = ""
    marks: list[tuple[int, int, str]] = field(default_factory=list)
    quoted: list[tuple[int, int, str, str]] = field(default_factory=list)
    """Start, end, id and speaker; a further stretch of the same words has no id."""

    def add(self, node: LexborNode) -> None:
        """The text of an element, with what is marked in it."""
        for child in node.iter(include_text=True):
            if child.tag == "-text":
                words = _SPACE.sub(" ", child.text_content or "")
                self.text += words.lstrip() if self.text.endswith(" ") or not self.text else words
            elif not _is_ignored(child):
                self._element(child)

    def _element(self, node: LexborNode) -> None:
        start = len(self.text)
        self.add(node)
        attributes, classes = node.attributes, (node.attributes.get("class") or "").split()
        if node.tag == "a" and (page := _entity(attributes.get("href") or "", self.folder)) is not None:
            self.marks.append((start, len(self.text), page))
        elif "quotation" in classes:
            self.quoted.append((start, len(self.text), attributes.get("id") or "", attributes.get("title") or ""))
        elif node.tag == "br":
            self.text += " "


def _entity(href: str, folder: str) -> str | None:
    """The page of the entity that a link leads to."""
    target = posixpath.normpath(posixpath.join(folder, unquote(_ASIDE.split(href, maxsplit=1)[0])))
    parts = target.removesuffix("/index.html").split("/")
    return "/".join(parts) + "/" if len(parts) == 2 and parts[0] in _PLACES else None


def _is_ignored(node: LexborNode) -> bool:
    attributes = node.attributes
    return "data-search-ignore" in attributes or node.tag in {"script", "style", "template", "aside", "form"}


class _Reader:
    """Goes through a page and gathers its blocks."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._heading = ""
        self.blocks: list[Block] = []
        self._quoted: list[tuple[int, list[tuple[int, int, str, str]]]] = []

    def read(self, node: LexborNode, language: str) -> None:
        """Everything below ``node`` that is not to be ignored."""
        for child in node.iter():
            if _is_ignored(child):
                continue
            own = child.attributes.get("lang") or language
            if child.tag in _BLOCKS and not _has_blocks(child):
                self._block(child, own)
            else:
                self.read(child, own)

    def _block(self, node: LexborNode, language: str) -> None:
        anchor = node.attributes.get("id") or ""
        if node.tag in {"h1", "h2", "h3"}:
            self._heading = anchor or self._heading
        if "derived-title" in (node.attributes.get("class") or ""):
            return
        text = _Text(self._folder)
        text.add(node)
        if text.text.strip():
            if text.quoted:
                self._quoted.append((len(self.blocks), text.quoted))
            marks = tuple(text.marks)
            self.blocks.append(
                Block(anchor=anchor or self._heading, language=language, text=text.text.rstrip(), marks=marks)
            )

    def quotations(self) -> Iterator[Quotation]:
        """The quotations, each with all of its stretches in its block."""
        for block, stretches in self._quoted:
            own: list[tuple[int, int, str, str]] = []
            for start, end, name, speaker in stretches:
                if name:
                    own.append((start, end, name, speaker))
                elif own:
                    own[-1] = (own[-1][0], end, *own[-1][2:])
            for start, end, name, speaker in own:
                yield Quotation(id=name, speaker=speaker, block=block, start=start, end=end)


def _has_blocks(node: LexborNode) -> bool:
    return any(child.tag in _BLOCKS or _has_blocks(child) for child in node.iter())
