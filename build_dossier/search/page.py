"""What the index needs of one page, whatever stands on the others.

Comes in: a record and the glossary. Goes out: a ``Page``: its texts as they are shown, and for each of its units (the
page itself, each note, each quotation) which word stands where and who is named. It depends on this page alone, so that
it can be kept: ``plain`` and ``page_from`` make JSON of it and a ``Page`` again.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from build_dossier.search.concepts import Glossary
from build_dossier.search.names import Name, names_of
from build_dossier.search.packing import gaps
from build_dossier.search.records import Block, Record
from build_dossier.search.words import tokens

Words = Sequence[tuple[str, int, str]]
"""Each word with how often it counts, doubled, odd where it is in the title; and its places, as JSON."""

Marks = Sequence[Sequence[tuple[int, int, str]]]
"""For each block start, length and key of everything that it names, counted as scripts count."""

MOST = 7
"""How often a word counts in one unit, at most: further repetition tells nothing."""
_BETWEEN_BLOCKS = 2
"""A phrase does not run over the end of a paragraph."""

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """What can be found by itself."""

    kind: str
    words: Words
    marks: Marks


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page and what stands on it."""

    path: str
    kind: str
    title: str
    language: str
    date: str
    outlet: str
    names: Sequence[Name]
    """Of what the page is about."""
    blocks: Sequence[tuple[str, str, str]]
    """Anchor, language and text of each."""
    notes: Sequence[tuple[str, str, str, str]]
    """Id, kind, its label, and text of each."""
    quotations: Sequence[tuple[str, str, int, int, int]]
    """Id, speaker, number of the block, start and end in it of each."""
    units: Sequence[Unit]
    """The page, its notes, its quotations."""
    printed: Sequence[tuple[str, str, str]]
    """Language and folded form of every word, and how it is printed, lower case."""


def page_of(record: Record, glossary: Glossary) -> Page:
    """The page of a record."""
    seen: dict[tuple[str, str], str] = {}
    blocks = record.blocks
    said = [_said(blocks[q.block], q.start, q.end) for q in record.quotations]
    units = [
        _unit(record.kind, blocks, record.title, glossary, seen),
        *(_unit("note", (note.body,), "", glossary, seen) for note in record.notes),
        *(_unit("quotation", (block,), "", glossary, seen) for block in said),
    ]
    return Page(
        path=record.path,
        kind=record.kind,
        title=record.title,
        language=record.language,
        date=record.date,
        outlet=record.outlet,
        names=names_of(record),
        blocks=tuple((block.anchor, block.language, block.text) for block in blocks),
        notes=tuple((note.id, note.kind, note.label, note.body.text) for note in record.notes),
        quotations=tuple(
            (q.id, q.speaker, q.block, *utf16(blocks[q.block].text, q.start, q.end)) for q in record.quotations
        ),
        units=tuple(units),
        printed=tuple((language, word, form) for (language, word), form in seen.items()),
    )


def plain(page: Page) -> list[object]:
    """Lists and plain values."""
    units = [[unit.kind, *_columns(unit.words), unit.marks] for unit in page.units]
    about = [page.path, page.kind, page.title, page.language, page.date, page.outlet]
    return [*about, page.names, page.blocks, page.notes, page.quotations, units, page.printed]


def page_from(value: Any) -> Page:
    """The page that ``plain`` has made lists of.

    Raises:
        ValueError, TypeError: it has other than twelve parts.
    """
    path, kind, title, language, date, outlet, names, blocks, notes, quotations, units, forms = value
    return Page(
        path=path,
        kind=kind,
        title=title,
        language=language,
        date=date,
        outlet=outlet,
        names=[(language, tuple(words)) for language, words in names],
        blocks=blocks,
        notes=notes,
        quotations=quotations,
        units=[Unit(kind=kind, words=_rows(*columns), marks=marks) for kind, *columns, marks in units],
        printed=forms,
    )


def _columns(words: Words) -> tuple[str, list[int], str]:
    """Few long strings are read many times as fast as many short ones."""
    return " ".join(word for word, _, _ in words), [code for _, code, _ in words], " ".join(at for _, _, at in words)


def _rows(words: str, codes: Sequence[int], places: str) -> Words:
    return tuple(zip(words.split(" "), codes, places.split(" "), strict=True)) if codes else ()


def utf16(text: str, start: int, end: int) -> tuple[int, int]:
    """Places in a text as scripts count them: what lies beyond the first plane of Unicode is two."""
    if _ASTRAL.search(text) is None:
        return start, end
    return len(text[:start].encode("utf-16-le")) // 2, len(text[:end].encode("utf-16-le")) // 2


def _said(block: Block, start: int, end: int) -> Block:
    """A stretch of a block with the marks in it."""
    marks = tuple((a - start, b - start, page) for a, b, page in block.marks if start <= a and b <= end)
    return Block(anchor=block.anchor, language=block.language, text=block.text[start:end], marks=marks)


def _unit(kind: str, blocks: Sequence[Block], title: str, glossary: Glossary, seen: dict[tuple[str, str], str]) -> Unit:
    """A unit of those blocks; how its words are printed goes into ``seen``."""
    places: dict[str, list[int]] = {}
    marks = []
    at = 0
    for block in blocks:
        found = tuple(tokens(block.text))
        for place, (start, end, word) in enumerate(found, at):
            if word in places:
                places[word].append(place)
                continue
            places[word] = [place]
            if (block.language, word) not in seen:
                seen[block.language, word] = block.text[start:end].lower()
        at += len(found) + _BETWEEN_BLOCKS
        named = sorted({*block.marks, *glossary.marks(found)})
        marks.append(tuple(_marked(named, block.text)))
    titled = {word: title[start:end].lower() for start, end, word in tokens(title)}
    for word in titled.keys() - places.keys():
        seen.setdefault(("", word), titled[word])
        places[word] = []
    words = tuple(
        (word, 2 * min(len(where) or 1, MOST) + (word in titled), _said_at(where)) for word, where in places.items()
    )
    return Unit(kind=kind, words=words, marks=tuple(marks))


def _said_at(where: Sequence[int]) -> str:
    """Places of a word, as JSON: how many, the first, the way from each to the next."""
    if len(where) == 1:
        return f"1,{where[0]}"
    return f"{len(where)},{','.join(map(str, gaps(where)))}" if where else ""


def _marked(named: Sequence[tuple[int, int, str]], text: str) -> Iterator[tuple[int, int, str]]:
    for start, end, key in named:
        first, last = utf16(text, start, end)
        yield first, last - first, key
