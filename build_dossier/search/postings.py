"""Which unit of which page says which word where, and names whom.

Comes in: pages. Goes out: ``Postings``: the units of all pages in a row, each page before its notes and quotations, and
for every word and every thing the units that have it, as the JSON of rising numbers.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from build_dossier.search.page import MOST, Page, Unit

Row = tuple[int, int, str]
"""Number of a unit, and what its ``Words`` say of a word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Postings:
    """Units by word and thing."""

    pages: Sequence[Page]
    units: tuple[Unit, ...]
    first: tuple[int, ...]
    """For each page the number of its own unit; the next one's are those of its notes and quotations."""
    words: Mapping[str, list[Row]]
    """In order of the units."""
    printed: Mapping[tuple[str, str], str]
    """How a word is printed, lower case, by language and folded word."""
    things: Mapping[int, list[int]] = field(default_factory=dict)
    """For each thing its units, as packed numbers in rising order."""


def postings_of(pages: Sequence[Page], numbers: Mapping[str, int]) -> Postings:
    """The words of all pages, and what they name; ``numbers`` has the things by their keys."""
    units: list[Unit] = []
    first: list[int] = []
    printed: dict[tuple[str, str], str] = {}
    for page in pages:
        first.append(len(units))
        units.extend(page.units)
        for language, word, form in page.printed:
            printed.setdefault((language, word), form)
    words: dict[str, list[Row]] = defaultdict(list)
    for number, unit in enumerate(units):
        for word, code, places in unit.words:
            words[word].append((number, code, places))
    return Postings(
        pages=pages,
        units=tuple(units),
        first=tuple(first),
        words=words,
        printed=printed,
        things=_things(units, numbers),
    )


def _things(units: Sequence[Unit], numbers: Mapping[str, int]) -> Mapping[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for number, unit in enumerate(units):
        counts = Counter(key for block in unit.marks for _, _, key in block)
        for key, count in counts.items():
            if key in numbers:
                found[numbers[key]].append(number * 16 + 2 * min(count, MOST))
    return found


def spread(numbers: Sequence[int]) -> Iterator[int]:
    """Packed numbers of units as differences between the units, the rest of each as it is."""
    last = 0
    for number in numbers:
        yield number - 16 * last
        last = number >> 4


def units_text(rows: Sequence[Row]) -> str:
    """The units of a word, as JSON: each as the difference to the one before, packed with how often it counts."""
    parts, last = [], 0
    for unit, code, _ in rows:
        parts.append(str(16 * (unit - last) + code))
        last = unit
    return f"[{','.join(parts)}]"


def places_text(rows: Sequence[Row]) -> str:
    """The same units once more, as JSON: each with the places of the word in it, for exact phrases."""
    parts, last = [], 0
    for unit, _, places in rows:
        if places:
            parts.append(f"{unit - last},{places}")
            last = unit
    return f"[{','.join(parts)}]"
