"""The files of the index.

Comes in: records, the glossary, what the dictionaries said before. Goes out: paths and bytes, the same for the same.
``start`` is asked for first: it says which file holds what. All others are small and asked for when a query needs them.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from build_dossier.search.concepts import glossary_of
from build_dossier.search.forms import Forms
from build_dossier.search.names import Thing, things_of
from build_dossier.search.packing import SUFFIX, cut, gaps, listed, packed, starts, text_of
from build_dossier.search.postings import Postings, Unit, named, postings_of, spread, units_of
from build_dossier.search.records import Record
from build_dossier.search.vocabulary import lexicon_of, shards_of, spelling_of
from build_dossier.text.morphology import analyses

ENTRY = "entry.json"
"""The one file whose name does not change with what it holds: it names the folder of the others."""

_WORDS, _PLACES, _THINGS, _PAGES, _SPELLING = 32_000, 48_000, 24_000, 5_000, 9_000
"""Characters of JSON in a file of each kind; packed it is a third to a fifth of that."""

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")

_SMALL = frozenset({"PREP", "CONJ", "PRCL"})
_FREQUENT = 300
"""So many of the most frequent words are looked at for words that only join others."""

_DATED = frozenset({"article", "event"})

KINDS = {
    "article": "a",
    "people": "p",
    "organisations": "o",
    "places": "l",
    "event": "e",
    "page": "w",
    "note": "n",
    "quotation": "q",
    "concept": "c",
}
"""One letter for each kind of unit and thing."""


def files_of(
    records: Sequence[Record], glossary: Mapping[str, Sequence[str]], forms: Forms
) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of every file of the index of ``records``, which are in order of path."""
    files = dict(_files(records, glossary, forms))
    digest = hashlib.sha256()
    for path, data in files.items():
        digest.update(f"{path} {hashlib.sha256(data).hexdigest()}\n".encode())
    folder = digest.hexdigest()[:12]
    for path, data in files.items():
        yield f"{folder}/{path}{SUFFIX}", data
    yield ENTRY, text_of({"folder": folder}).encode()


def _files(
    records: Sequence[Record], glossary: Mapping[str, Sequence[str]], forms: Forms
) -> Iterator[tuple[str, bytes]]:
    things = things_of(records, glossary)
    concepts = glossary_of(things, forms)
    numbers = {thing.key: number for number, thing in enumerate(things)}
    units = tuple(units_of(records))
    postings = postings_of(units, numbers, concepts)
    words = sorted(postings.words)
    lexicon = lexicon_of(words, postings.printed, things, forms)
    shards = shards_of(lexicon)
    spelling = tuple(_files_of_spelling(spelling_of(lexicon)))
    lists = {
        "w": list(cut((spread(postings.words[word]) for word in words), _WORDS)),
        "x": list(cut((_places(postings.places.get(word, ())) for word in words), _PLACES)),
        "t": list(cut(_things(things, records, postings), _THINGS)),
        "r": list(cut(_pages(records, postings), _PAGES)),
    }
    yield (
        "start",
        packed(
            {
                "shards": [shard.first for shard in shards],
                "spelling": [next(iter(group)) for group in spelling],
                "starts": {letter: starts(groups) for letter, groups in lists.items()},
                "small": _small(words, postings),
                **_units(units, records),
            }
        ),
    )
    yield "facets", packed(_facets(things, postings))
    yield from ((f"v{number}", packed(shard.plain())) for number, shard in enumerate(shards))
    yield from ((f"s{number}", packed(group)) for number, group in enumerate(spelling))
    for letter, groups in lists.items():
        yield from ((f"{letter}{number}", listed(group)) for number, group in enumerate(groups))


def _files_of_spelling(spelling: Mapping[str, str]) -> Iterator[dict[str, str]]:
    group: dict[str, str] = {}
    size = 0
    for key, stems in spelling.items():
        group[key] = stems
        size += len(stems)
        if size >= _SPELLING:
            yield group
            group, size = {}, 0
    if group:
        yield group


def _units(units: Sequence[Unit], records: Sequence[Record]) -> dict[str, object]:
    """What is known of every unit: its kind, as one string; of pages and notes more, in order."""
    notes = [records[unit.page].notes[unit.part] for unit in units if unit.kind == "note"]
    outlets = sorted({record.outlet for record in records} - {""})
    outlet_numbers = {"": -1} | {outlet: number for number, outlet in enumerate(outlets)}
    kinds = sorted({(note.kind, note.label) for note in notes})
    kind_numbers = {kind: number for number, kind in enumerate(kinds)}
    return {
        "kinds": "".join(KINDS[unit.kind] for unit in units),
        "languages": [record.language for record in records if record.kind in _DATED],
        "dates": [record.date for record in records if record.kind in _DATED],
        "outlets": outlets,
        "outlet": [outlet_numbers[r.outlet] for r in records if r.kind in _DATED],
        "notekinds": kinds,
        "notekind": [kind_numbers[note.kind, note.label] for note in notes],
    }


def _places(places: Sequence[Sequence[int]]) -> list[int]:
    found: list[int] = []
    for gap, (_, *rest) in zip(gaps(unit for unit, *_ in places), places, strict=True):
        found += (gap, *rest)
    return found


def _things(things: Sequence[Thing], records: Sequence[Record], postings: Postings) -> Iterator[list[object]]:
    """Of every thing: label, kind, the unit of its page or -1, the units that name it."""
    found = named(postings)
    own = {
        records[unit.page].path: number
        for number, unit in enumerate(postings.units)
        if unit.kind not in {"note", "quotation"}
    }
    for number, thing in enumerate(things):
        yield [thing.label, KINDS[thing.kind], own.get(thing.key, -1), spread(found.get(number, []))]


def _facets(things: Sequence[Thing], postings: Postings) -> list[list[object]]:
    """Of every entity that an article names: kind, label, the articles, numbered among the articles alone."""
    articles: dict[int, list[int]] = {}
    count = 0
    for unit, blocks in zip(postings.units, postings.marks, strict=True):
        if unit.kind == "article":
            for thing in sorted({thing for block in blocks for _, _, thing in block}):
                articles.setdefault(thing, []).append(count)
            count += 1
    return [
        [KINDS[thing.kind], thing.label, list(gaps(articles[number]))]
        for number, thing in enumerate(things)
        if number in articles and thing.kind != "concept"
    ]


def _pages(records: Sequence[Record], postings: Postings) -> Iterator[list[object]]:
    """Of every page what is shown of it: path, title, blocks, notes, quotations."""
    marks = postings.marks
    first = [number for number, unit in enumerate(postings.units) if unit.kind not in {"note", "quotation"}]
    for record, (at, _) in zip(records, pairwise((*first, len(marks))), strict=True):
        blocks = [
            [b.anchor, b.language, b.text, _flat(m, b.text)] for b, m in zip(record.blocks, marks[at], strict=True)
        ]
        notes = [
            [note.id, note.body.text, _flat(marks[at + 1 + number][0], note.body.text)]
            for number, note in enumerate(record.notes)
        ]
        said = [
            [q.id, q.speaker, q.block, *utf16(record.blocks[q.block].text, q.start, q.end)] for q in record.quotations
        ]
        yield [record.path, record.title, blocks, notes, said]


def _flat(marks: Sequence[tuple[int, int, int]], text: str) -> list[int]:
    if _ASTRAL.search(text) is None:
        return [value for start, end, thing in marks for value in (start, end - start, thing)]
    places = ((*utf16(text, start, end), thing) for start, end, thing in marks)
    return [value for first, last, thing in places for value in (first, last - first, thing)]


def utf16(text: str, start: int, end: int) -> tuple[int, int]:
    """Places in a text as scripts count them: what lies beyond the first plane of Unicode is two."""
    if _ASTRAL.search(text) is None:
        return start, end
    return len(text[:start].encode("utf-16-le")) // 2, len(text[:end].encode("utf-16-le")) // 2


def _small(words: Sequence[str], postings: Postings) -> list[str]:
    """Frequent words that only join others: a query of several words does without them."""
    frequent = sorted(words, key=lambda word: (-len(postings.words[word]), word))[:_FREQUENT]
    return sorted(word for word in frequent if any(analyses(word, code)[0].pos in _SMALL for code in ("uk", "ru")))
