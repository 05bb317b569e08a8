"""Writing Markdown in which a source's words are data, never markup.

Comes in: text, and spans over it. Goes out: Markdown that renders to exactly that text, with links and marks woven in.
Whatever HTML, Markdown, Jinja or an extension could read is written as a numeric character reference (HTML 13.1.4).
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape as escape_html
from itertools import pairwise

from build_dossier.text.span import Span


class Markdown(str):
    """Finished Markdown (or HTML): a template prints it as it is; every other value is escaped."""

    __slots__ = ()


# What could open something is written as a reference. Kept as they are, because they read as nothing but themselves and
# leave the page readable: a stop between a word of two letters or more and white space, and a hyphen inside a word.
# Markdown reads white space at the ends of lines and of blocks, in runs, and any that is not a plain space. One pattern
# that begins with a set of characters is ten times faster than rules that look at each.
_SPECIAL = re.compile(
    r"""[\s\x00-\x1f\x7f-\x9f!-/:-@\[-`{-~](?:
      (?<=[\x00-\x08\x0b-\x1f\x7f-\x9f])
    | (?<=[\ \n])(?:(?!\S)|(?<!\S.))
    | (?<=[^\S\ \n])
    | (?<=[.,;?!])(?:(?!\s|\Z)|(?<![^\W\d_][^\W\d_].))
    | (?<=-)(?:(?![^\W_])|(?<![^\W_].))
    | (?<=["\#$%&'()*+/:<=>@\[\\\]^_`{|}~])
    )""",
    re.VERBOSE | re.DOTALL,
)
_HTML_DATE = re.compile(r"(?!0000)\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?")
"""A year, month or day as ``datetime`` takes it."""
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
"""Unicode Cc."""

_NOT_IN_A_SCRIPT = re.compile(r"[<>&\x7f-\x9f\u2028\u2029\ud800-\udfff]")
"""What JSON leaves as it is and may not stand in a script element."""


def _written(found: re.Match[str]) -> str:
    """How a special character is written; a control character (but tab and newline) as nothing."""
    char = found[0]
    return "" if char not in "\t\n" and _CONTROL.match(char) else f"&#{ord(char)};"


def _escaped(text: str) -> list[str]:
    """Every character of ``text`` as it is written."""
    written = list(text)
    for found in _SPECIAL.finditer(text):
        written[found.start()] = _written(found)
    return written


def escape(text: str) -> Markdown:
    """Markdown that renders to ``text`` in a paragraph, a link text, an HTML element or an attribute.

    Control characters (Unicode Cc but tab and newline) are dropped: HTML cannot carry them.
    """
    return Markdown(_SPECIAL.sub(_written, text))


def escape_line(text: str) -> Markdown:
    """``escape`` for places that hold one line only: headings, table cells, list items."""
    return Markdown(escape(text).replace("\n", "&#10;"))


def plain_html(text: str) -> str:
    """``text`` on one line for the front matter's title and description, which MkDocs prints into HTML as they are."""
    return escape_html(_printable(text), quote=False).replace('"', "&quot;")


def inert_json(value: object) -> Markdown:
    """JSON on one line that may stand in a ``script`` element, which it neither ends nor hides (HTML 4.12.1.3)."""
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markdown(_NOT_IN_A_SCRIPT.sub(lambda found: f"\\u{ord(found[0]):04x}", written))


def _printable(text: str) -> str:
    return " ".join(_CONTROL.sub(" ", text).split())


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkMark:
    """A stretch that leads to a page; link marks are disjoint."""

    start: int
    end: int
    href: str
    """Relative address of the target's Markdown file."""
    attributes: str
    """Attribute list without braces: ``.mention .per #m-12``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteMark:
    """A stretch that a note is about; note marks may overlap each other and links."""

    start: int
    end: int
    note: str
    """Id of the note on the page: the mark leads to ``#n-<note>``."""
    anchor: str
    """Id of the mark: ``#a-<anchor>`` leads back to it."""
    number: int
    """What the reference shows."""
    opens: bool
    """Whether the note's passage begins in this text (it may come from the block before)."""
    closes: bool
    """Whether it ends in this text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMark:
    """A stretch that says when; time marks are disjoint."""

    start: int
    end: int
    value: str
    """EDTF."""
    title: Markdown
    """The value in words, shown on hovering."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechMark:
    """A stretch that somebody said; speech marks may overlap all others and lie in one another."""

    start: int
    end: int
    css: str
    """``quotation`` or ``reported``."""
    speaker: str
    """Who said it, as its title shows."""
    id: str
    """Of its first segment; empty where nothing leads to it."""


def weave(
    text: str,
    within: Span,
    links: Sequence[LinkMark],
    notes: Sequence[NoteMark],
    times: Sequence[TimeMark] = (),
    *,
    speech: Sequence[SpeechMark] = (),
) -> Markdown:
    """Markdown of ``within`` with the links and marks that lie in it; taking the marks away gives the text back.

    Links stay whole; a time that shares a character with one is not marked. Where another mark begins or ends inside a
    link or a time it is cut there; segments carry all note ids.
    """
    free = [time for time in times if not any(link.start < time.end and time.start < link.end for link in links)]
    written = _escaped(within.of(text))
    writing = _Writing(offset=within.start, written=written, links=links, notes=notes, times=free, speech=speech)
    edges = (*((mark.start, mark.end) for mark in notes), *((mark.start, mark.end) for mark in speech))
    cuts = {within.start, within.end, *(edge for pair in edges for edge in pair)}
    crossed = {link.start: link for link in links if any(link.start < cut < link.end for cut in cuts)}
    outer = {cut for cut in cuts if not any(link.start < cut < link.end for link in crossed.values())}
    outer |= {edge for link in crossed.values() for edge in (link.start, link.end)}
    pieces: list[str] = []
    for start, end in pairwise(sorted(outer)):
        if (link := crossed.get(start)) is not None:
            inner = pairwise(sorted({start, end, *(cut for cut in cuts if start < cut < end)}))
            pieces.append(_link("".join(writing.marked(a, b, within_link=True) for a, b in inner), link))
        else:
            pieces.append(writing.marked(start, end, within_link=False))
        pieces.extend(_note_reference(mark) for mark in notes if mark.closes and start < mark.end <= end)
    return Markdown("".join(pieces))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Writing:
    """The escaped characters of a block, and what is to be woven into them."""

    offset: int
    written: Sequence[str]
    links: Sequence[LinkMark]
    notes: Sequence[NoteMark]
    times: Sequence[TimeMark]
    speech: Sequence[SpeechMark]

    def plain(self, start: int, end: int) -> str:
        return "".join(self.written[start - self.offset : end - self.offset])

    def linked(self, start: int, end: int) -> str:
        pieces: list[str] = []
        marks: list[LinkMark | TimeMark] = [*self.links, *self.times]
        for mark in sorted(marks, key=lambda mark: mark.start):
            if isinstance(mark, TimeMark):
                first, last = max(start, mark.start), min(end, mark.end)
                if first < last:
                    opens = first == mark.start
                    pieces += self.plain(start, first), _time(self.plain(first, last), mark, opens=opens)
                    start = last
            elif start <= mark.start and mark.end <= end:
                pieces += self.plain(start, mark.start), _link(self.plain(mark.start, mark.end), mark)
                start = mark.end
        return "".join([*pieces, self.plain(start, end)])

    def said(self, content: str, start: int, end: int) -> str:
        """The content in one element for each speech mark that it lies in, the longest outside."""
        active = [mark for mark in self.speech if mark.start <= start and end <= mark.end and start < end]
        for mark in sorted(active, key=lambda mark: (mark.end - mark.start, mark.css)):
            identity = f' id="{mark.id}"' if mark.id and mark.start == start else ""
            content = f'<span class="{mark.css}"{identity} title="{escape_line(mark.speaker)}">{content}</span>'
        return content

    def marked(self, start: int, end: int, *, within_link: bool) -> str:
        content = self.said(self.plain(start, end) if within_link else self.linked(start, end), start, end)
        active = [mark for mark in self.notes if mark.start <= start and end <= mark.end]
        if not active or start == end:
            return content
        opening = [mark for mark in active if mark.opens and mark.start == start]
        targets = "".join(f'<span id="a-{mark.anchor}"></span>' for mark in opening)
        details = " ".join(f"n-{mark.note}" for mark in active)
        return f'{targets}<mark class="note-mark" aria-details="{details}">{content}</mark>'


def _link(content: str, link: LinkMark) -> str:
    return f"[{content}]({link.href}){{: {link.attributes} }}"


def _time(content: str, mark: TimeMark, *, opens: bool) -> str:
    """A ``time`` element where the value is a date that HTML knows (HTML 4.5.14), else a ``span`` that carries it."""
    anchor = f' id="t-{mark.start}"' if opens else ""
    shared = f'{anchor} class="time" data-edtf="{escape(mark.value)}" title="{mark.title}"'
    if _HTML_DATE.fullmatch(mark.value) is None:
        return f"<span{shared}>{content}</span>"
    return f'<time{shared} datetime="{mark.value}">{content}</time>'


def _note_reference(mark: NoteMark) -> str:
    # A search would take the number for the end of the word before it.
    ignored = 'data-search-ignore="all"'
    return f'<a class="note-ref" role="doc-noteref" {ignored} href="#n-{mark.note}">{mark.number}</a>'
