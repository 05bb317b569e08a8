"""The body of an annotation file, line by line: which lines are quotations, attributes, prose.

Comes in: Markdown after the front matter. Goes out: ``RawNote``s in file order, nothing of them understood yet, each
line in exactly one of them. ``> words`` begins a note; ``> [[other article]] words`` is the second passage of the note
before it; both only at top level: not in a list, not in fenced code. As in CommonMark a line without ``>`` directly
under a quotation still belongs to it, unless the article has the words with ``>`` and not those with the line.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from itertools import groupby

from build_dossier.errors import Problem, Severity

_QUOTE = re.compile(r"( {0,3})> ?(.*)")
_FENCE = re.compile(r"( *)(`{3,}|~{3,})([^`]*)")
_ATTRIBUTES = re.compile(r"( {0,3})\{(?::|\s*(?:#|[\w-]+=))")
_LIST_ITEM = re.compile(r"( {0,3})([-+*]|\d{1,9}[.)])( {1,4}|$)")
_OTHER_BLOCK = re.compile(r" {0,3}(?:#{1,6}(?: |$)|[-*_](?: *[-*_]){2,} *$)")
_TARGET = re.compile(r"\s*\[\[([^\[\]|\n]*)(?:\|[^\[\]\n]*)?\]\]\s*")

MOST_PASSAGES = 2
"""A note speaks of one passage, or compares two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """One block quotation."""

    words: str
    """Without ``>`` and without ``[[other article]]``, trimmed."""
    line: int
    """1-based line of the file on which it begins."""
    target: str | None
    """What stands in ``[[…]]`` at its beginning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RawNote:
    """The lines that belong to one note."""

    quotes: tuple[Quoted, ...]
    """None for the prose before the first quotation."""
    attributes: tuple[tuple[int, str], ...]
    """Attribute lines with their line numbers."""
    body: str
    """The prose; lines in between that are no prose are empty, so that line numbers count on."""
    body_line: int
    line: int


class Kind(Enum):
    """What a line is."""

    QUOTE = "quote"
    LOOSE = "loose"
    ATTRIBUTES = "attributes"
    PROSE = "prose"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line, told what it is."""

    number: int
    kind: Kind
    text: str
    """Without ``>`` when it is part of a quotation."""


def read_lines(text: str) -> list[str]:
    """The lines of a text with any of the three line ends, and no others (a form feed ends no line)."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


Stands = Callable[[Quoted], bool]
"""Whether the words of a quotation stand anywhere in the article that it names."""


def read_body(
    text: str, *, first_line: int, file: str, stands: Stands, of_article: bool = True
) -> tuple[tuple[RawNote, ...], tuple[Problem, ...]]:
    """The notes of a body and what is wrong with its structure.

    Args:
        text: The body.
        first_line: The file's line on which it begins.
        file: Path of the file, for problems.
        stands: Whether a quotation stands in its article.
        of_article: Whether the file is an article's. In another a passage of any article begins a note, unless nothing
            but a quotation stands before it.
    """
    lines = read_lines(text)
    problems: list[Problem] = []
    notes = [_Gathered(line=first_line)]
    for is_quote, group in groupby(_told(lines, first_line, file, problems), key=_belongs_to_quote):
        run: Sequence[Line] = tuple(group)
        if not is_quote:
            notes[-1].add(run)
            continue
        run, loose = _without_note(run, stands)
        quoted = _quoted(run)
        if quoted.target is None or not (of_article or notes[-1].waits):
            notes.append(_Gathered(line=quoted.line, quotes=[quoted]))
        elif 0 < len(notes[-1].quotes) < MOST_PASSAGES:
            notes[-1].quotes.append(quoted)
        else:
            problems.append(_second_passage_alone(notes[-1], quoted, file))
            notes[-1].prose |= {line.number: f"> {line.text}" for line in run}
        if loose:
            problems.append(_blank_line_missing(file, loose[0].number))
            notes[-1].add(loose)
    raw = (note.raw() for note in notes)
    return tuple(note for note in raw if note.quotes or note.body or note.attributes), tuple(problems)


@dataclass(slots=True, kw_only=True)
class _Gathered:
    """A note while its lines come in."""

    line: int
    quotes: list[Quoted] = field(default_factory=list)
    attributes: list[tuple[int, str]] = field(default_factory=list)
    prose: dict[int, str] = field(default_factory=dict)

    @property
    def waits(self) -> bool:
        """Whether it has a quotation and no prose yet."""
        return len(self.quotes) == 1 and not any(text.strip() for text in self.prose.values())

    def add(self, run: Sequence[Line]) -> None:
        """Take up lines that are no quotation."""
        for line in run:
            if line.kind is not Kind.ATTRIBUTES:
                self.prose[line.number] = line.text
                continue
            end = line.text.rfind("}") + 1 or len(line.text)
            self.attributes.append((line.number, line.text[:end].strip()))
            self.prose[line.number] = line.text[end:].strip()

    def raw(self) -> RawNote:
        """The note with its prose in one piece."""
        filled = [number for number, text in self.prose.items() if text.strip()]
        first, last = (min(filled), max(filled)) if filled else (self.line, self.line - 1)
        body = "\n".join(self.prose.get(number, "") for number in range(first, last + 1))
        begins = self.quotes[0].line if self.quotes else min([first, *(number for number, _ in self.attributes)])
        return RawNote(
            quotes=tuple(self.quotes), attributes=tuple(self.attributes), body=body, body_line=first, line=begins
        )


def _belongs_to_quote(line: Line) -> bool:
    return line.kind in {Kind.QUOTE, Kind.LOOSE}


def _quoted(run: Sequence[Line]) -> Quoted:
    """The quotation that a run of lines is."""
    words = "\n".join(line.text for line in run)
    target = _TARGET.match(words)
    return Quoted(
        words=words[target.end() if target is not None else 0 :].strip(),
        line=run[0].number,
        target=target[1].strip() if target is not None else None,
    )


def _without_note(run: Sequence[Line], stands: Stands) -> tuple[Sequence[Line], Sequence[Line]]:
    """The quotation's lines, and those at its end that are the note, for want of an empty line before them."""
    marked = max(index for index, line in enumerate(run) if line.kind is Kind.QUOTE) + 1
    if marked == len(run) or stands(_quoted(run)) or not stands(_quoted(run[:marked])):
        return run, ()
    return run[:marked], run[marked:]


def _told(lines: Sequence[str], first: int, file: str, problems: list[Problem]) -> Iterator[Line]:
    """Each line with its kind."""
    closers = _longest_closers_after(lines)
    fence: str | None = None
    inner = 0
    loose = False
    for index, text in enumerate(lines):
        kind, shown = Kind.PROSE, text
        opening = _FENCE.fullmatch(text)
        if fence is not None:
            fence = None if _closes(text, fence) else fence
        elif (quote := _QUOTE.fullmatch(text)) and (inner == 0 or len(quote[1]) < inner):
            kind, shown, inner = Kind.QUOTE, quote[2], 0
        elif opening and len(opening[1]) <= inner + 3:
            fence = opening[2] if closers[index].get(opening[2][0], 0) >= len(opening[2]) else None
            if fence is None:
                problems.append(_unclosed_fence(file, first + index))
        elif (attributes := _ATTRIBUTES.match(text)) and (inner == 0 or len(attributes[1]) < inner):
            kind, shown = Kind.ATTRIBUTES, text.strip()
        elif loose and text.strip() and not _LIST_ITEM.match(text) and not _OTHER_BLOCK.match(text):
            kind, shown = Kind.LOOSE, text.strip()
        else:
            inner = _inner_indent(text, inner)
        loose = kind is Kind.LOOSE or (kind is Kind.QUOTE and bool(shown.strip()))
        yield Line(number=first + index, kind=kind, text=shown)


def _inner_indent(text: str, inner: int) -> int:
    """How far text must be indented to belong to the list item that is open after this line; 0 when none is."""
    item = _LIST_ITEM.match(text)
    indent = len(text) - len(text.lstrip(" "))
    if item is not None and (inner == 0 or indent < inner):
        return item.end()
    if not text.strip() or indent >= inner:
        return inner
    return 0


def _closes(text: str, fence: str) -> bool:
    bare = text.strip()
    return len(bare) >= len(fence) and not bare.strip(fence[0])


def _longest_closers_after(lines: Sequence[str]) -> list[dict[str, int]]:
    """For each line the longest closing fence of each sort that comes after it."""
    after: list[dict[str, int]] = []
    longest: dict[str, int] = {}
    for text in reversed(lines):
        after.append(longest)
        bare = text.strip()
        if len(bare) >= 3 and bare[0] in "`~" and not bare.strip(bare[0]):
            longest = longest | {bare[0]: max(len(bare), longest.get(bare[0], 0))}
    return after[::-1]


def _blank_line_missing(file: str, line: int) -> Problem:
    return Problem(
        severity=Severity.WARNING,
        code="blank-line-missing",
        file=file,
        line=line,
        message="the note begins directly under its quotation",
        hint="put an empty line between them",
    )


def _unclosed_fence(file: str, line: int) -> Problem:
    return Problem(
        severity=Severity.WARNING,
        code="unclosed-fence",
        file=file,
        line=line,
        message="this code fence is never closed; it is taken for plain words",
        hint="close it with a line of the same signs",
    )


def _second_passage_alone(note: _Gathered, quoted: Quoted, file: str) -> Problem:
    why = "a note has at most two passages" if note.quotes else "there is no note before it"
    return Problem(
        severity=Severity.ERROR,
        code="passage-without-note",
        file=file,
        line=quoted.line,
        message=f"a passage of another article that belongs to no note: {why}",
        hint="a quotation of this article comes first; without [[…]] a quotation begins a note of its own",
    )
