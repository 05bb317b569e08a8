"""Which record says which word where.

Comes in: records. Goes out: ``Postings``: a row of numbered units (the page itself, each note, each quotation), and for
every word and every thing the units that have it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from build_dossier.search.concepts import Glossary
from build_dossier.search.packing import gaps
from build_dossier.search.records import Block, Record
from build_dossier.search.words import tokens

Marks = list[list[tuple[int, int, int]]]
"""Of every block of a unit: start, end and number of each thing that it names."""

MOST = 7
"""How often a word counts in one unit, at most: further repetition tells nothing."""
_BETWEEN_BLOCKS = 2
"""A phrase does not run over the end of a paragraph."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """What can be found by itself."""

    page: int
    """Number of its record."""
    kind: str
    part: int
    """Number of the note or quotation on its page."""
    blocks: tuple[Block, ...]
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Postings:
    """Words by unit, turned about."""

    units: tuple[Unit, ...]
    printed: dict[tuple[str, str], str] = field(default_factory=dict)
    """How a word is printed, lower case, by language and folded word."""
    marks: list[Marks] = field(default_factory=list)
    """Of every unit."""
    words: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    """For each word its units, as packed numbers in rising order."""
    places: dict[str, list[list[int]]] = field(default_factory=lambda: defaultdict(list))
    """For each word its units once more, each with the places of the word in it, for exact phrases."""


def units_of(records: Sequence[Record]) -> Iterator[Unit]:
    """The units of all records, in order: each page before what stands on it."""
    for number, record in enumerate(records):
        yield Unit(page=number, kind=record.kind, part=0, blocks=record.blocks, title=record.title)
        for part, note in enumerate(record.notes):
            yield Unit(page=number, kind="note", part=part, blocks=(note.body,), title="")
        for part, quotation in enumerate(record.quotations):
            block = record.blocks[quotation.block]
            yield Unit(
                page=number,
                kind="quotation",
                part=part,
                blocks=(said(block, quotation.start, quotation.end),),
                title="",
            )


def said(block: Block, start: int, end: int) -> Block:
    """A stretch of a block with the marks in it."""
    marks = tuple((a - start, b - start, page) for a, b, page in block.marks if start <= a and b <= end)
    return Block(anchor=block.anchor, language=block.language, text=block.text[start:end], marks=marks)


def postings_of(units: Sequence[Unit], numbers: Mapping[str, int], concepts: Glossary) -> Postings:
    """The words of all units, and what they name; ``numbers`` has those of entities by their pages."""
    found = Postings(units=tuple(units))
    for number, unit in enumerate(units):
        places: dict[str, list[int]] = defaultdict(list)
        marks: Marks = []
        at = 0
        for block in unit.blocks:
            words = tuple(tokens(block.text))
            for start, end, word in words:
                places[word].append(at)
                at += 1
                if (block.language, word) not in found.printed:
                    found.printed[block.language, word] = block.text[start:end].lower()
            at += _BETWEEN_BLOCKS
            named = {(start, end, numbers[page]) for start, end, page in block.marks if page in numbers}
            marks.append(sorted(named.union(concepts.marks(words))))
        found.marks.append(marks)
        titled = {word: unit.title[start:end].lower() for start, end, word in tokens(unit.title)}
        for word in titled.keys() - places.keys():
            found.printed.setdefault(("", word), titled[word])
            places[word] = []
        for word, where in places.items():
            found.words[word].append(number * 16 + 2 * min(len(where) or 1, MOST) + (word in titled))
            if where:
                found.places[word].append([number, len(where), *gaps(where)])
    return found


def spread(numbers: Sequence[int]) -> list[int]:
    """Packed numbers of units as differences between the units, the rest of each as it is."""
    return [16 * gap + number % 16 for gap, number in zip(gaps(n // 16 for n in numbers), numbers, strict=True)]


def named(postings: Postings) -> Mapping[int, list[int]]:
    """For each thing its units, as packed numbers."""
    found: dict[int, list[int]] = defaultdict(list)
    for number, blocks in enumerate(postings.marks):
        counts = Counter(thing for block in blocks for _, _, thing in block)
        for thing, count in counts.items():
            found[thing].append(number * 16 + 2 * min(count, MOST))
    return found
