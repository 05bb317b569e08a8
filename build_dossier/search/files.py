"""The files of the index.

Comes in: pages, the glossary, what the dictionaries said before. Goes out: paths and bytes, the same for the same.
``start`` is asked for first: it says which file holds what. All others are small and asked for when a query needs them.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from build_dossier.search.forms import Forms
from build_dossier.search.packing import SUFFIX, cut, gaps, listed, packed, starts, text_of
from build_dossier.search.page import Page
from build_dossier.search.postings import Postings, places_text, postings_of, spread, units_text
from build_dossier.search.things import Thing, things_of
from build_dossier.search.vocabulary import lexicon_of, shards_of, spelling_of
from build_dossier.text.morphology import analyses

ENTRY = "entry.json"
"""The one file whose name does not change with what it holds: it names the folder of the others."""

_WORDS, _PLACES, _THINGS, _PAGES, _SPELLING = 16_000, 24_000, 14_000, 4_000, 9_000
"""Characters of JSON in a file of each kind; packed it is a third to a fifth of that."""

_SMALL = frozenset({"PREP", "CONJ", "PRCL"})
_FREQUENT = 300
"""So many of the most frequent words are looked at for words that only join others."""

_FACETS = 140_000
"""Characters of JSON for the articles of the entities that one can narrow by, those in most articles first. In a
collection of some hundreds all have room; in a larger one those that few articles name are left out."""

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


def files_of(pages: Sequence[Page], glossary: Mapping[str, Sequence[str]], forms: Forms) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of every file of the index of ``pages``, which are in order of path."""
    files = dict(_files(pages, glossary, forms))
    digest = hashlib.sha256()
    for path, data in files.items():
        digest.update(f"{path} {hashlib.sha256(data).hexdigest()}\n".encode())
    folder = digest.hexdigest()[:12]
    for path, data in files.items():
        yield f"{folder}/{path}{SUFFIX}", data
    yield ENTRY, text_of({"folder": folder}).encode()


def _files(pages: Sequence[Page], glossary: Mapping[str, Sequence[str]], forms: Forms) -> Iterator[tuple[str, bytes]]:
    things = things_of(pages, glossary)
    numbers = {thing.key: number for number, thing in enumerate(things)}
    postings = postings_of(pages, numbers)
    words = sorted(postings.words)
    lexicon = lexicon_of(words, postings.printed, things, forms)
    shards = shards_of(lexicon)
    spelling = tuple(_files_of_spelling(spelling_of(lexicon)))
    lists = {
        "w": list(cut((units_text(postings.words[word]) for word in words), _WORDS)),
        "x": list(cut((places_text(postings.words[word]) for word in words), _PLACES)),
        "t": list(cut(map(text_of, _things(things, postings)), _THINGS)),
        "r": list(cut(map(text_of, _pages(pages, numbers)), _PAGES)),
    }
    yield (
        "start",
        packed(
            {
                "shards": [shard.first for shard in shards],
                "spelling": [next(iter(group)) for group in spelling],
                "starts": {letter: starts(groups) for letter, groups in lists.items()},
                "small": _small(words, postings),
                **_units(postings),
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


def _units(postings: Postings) -> dict[str, object]:
    """What is known of every unit: its kind, as one string; of pages and notes more, in order."""
    dated = [page for page in postings.pages if page.kind in _DATED]
    notes = [(kind, label) for page in postings.pages for _, kind, label, _ in page.notes]
    outlets = sorted({page.outlet for page in dated} - {""})
    kinds = sorted(set(notes))
    outlet_numbers = {"": -1} | {outlet: number for number, outlet in enumerate(outlets)}
    kind_numbers = {kind: number for number, kind in enumerate(kinds)}
    return {
        "kinds": "".join(KINDS[unit.kind] for unit in postings.units),
        "languages": [page.language for page in dated],
        "dates": [page.date for page in dated],
        "outlets": outlets,
        "outlet": [outlet_numbers[page.outlet] for page in dated],
        "notekinds": kinds,
        "notekind": [kind_numbers[note] for note in notes],
    }


def _things(things: Sequence[Thing], postings: Postings) -> Iterator[list[object]]:
    """Of every thing: label, kind, the unit of its page or -1, the units that name it."""
    own = {page.path: unit for page, unit in zip(postings.pages, postings.first, strict=True)}
    for number, thing in enumerate(things):
        yield [thing.label, KINDS[thing.kind], own.get(thing.key, -1), list(spread(postings.things.get(number, ())))]


def _facets(things: Sequence[Thing], postings: Postings) -> list[list[object]]:
    """Of the entities that most articles name: kind, label, the articles, numbered among the articles alone."""
    articles = {unit: n for n, unit in enumerate(n for n, unit in enumerate(postings.units) if unit.kind == "article")}
    naming = {
        number: found
        for number, thing in enumerate(things)
        if thing.kind != "concept"
        and (found := [articles[n >> 4] for n in postings.things.get(number, ()) if n >> 4 in articles])
    }
    order = sorted(naming, key=lambda number: (-len(naming[number]), number))
    room = accumulate(2 * len(naming[number]) + len(things[number].label) + 9 for number in order)
    return [
        [KINDS[things[number].kind], things[number].label, list(gaps(naming[number]))]
        for number in sorted(number for number, size in zip(order, room, strict=True) if size <= _FACETS)
    ]


def _pages(pages: Sequence[Page], numbers: Mapping[str, int]) -> Iterator[list[object]]:
    """Of every page what is shown of it: path, title, blocks, notes, quotations."""
    for page in pages:
        own, *others = page.units
        blocks = [[*block, _flat(marks, numbers)] for block, marks in zip(page.blocks, own.marks, strict=True)]
        notes = [
            [name, text, _flat(unit.marks[0], numbers)]
            for (name, _, _, text), unit in zip(page.notes, others, strict=False)
        ]
        yield [page.path, page.title, blocks, notes, page.quotations]


def _flat(marks: Sequence[tuple[int, int, str]], numbers: Mapping[str, int]) -> list[int]:
    return [value for start, length, key in marks if key in numbers for value in (start, length, numbers[key])]


def _small(words: Sequence[str], postings: Postings) -> list[str]:
    """Frequent words that only join others: a query of several words does without them."""
    frequent = sorted(words, key=lambda word: (-len(postings.words[word]), word))[:_FREQUENT]
    return sorted(word for word in frequent if any(analyses(word, code)[0].pos in _SMALL for code in ("uk", "ru")))
