"""The index of names: on which pages of the book each person, place and organisation is mentioned.

Comes in: the printed articles and whose links are whose. Goes out: entries in the order of the alphabet.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from build_dossier.paper.collection import FOLDERS, Named
from build_dossier.paper.printing import Printed
from build_dossier.text.collation import sort_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A name with the pages that mention it."""

    label: str
    anchor: str
    """On the sheet of the index."""
    ranges: tuple[tuple[int, int], ...]
    """First and last of the pages that follow each other, as they are numbered."""


def name_index(names: Iterable[Named], sheets: Sequence[Printed], language: str = "en") -> dict[str, tuple[Entry, ...]]:
    """The entries of each type; a name that no printed page mentions has none."""
    pages: dict[str, set[int]] = {}
    for sheet in sheets:
        for link, found in sheet.links.items():
            path, _, passage = link.partition("#")
            if passage != "listed":
                pages.setdefault(path, set()).update(sheet.sheet.first + number for number in found)
    entries: dict[str, list[Entry]] = {kind: [] for kind in FOLDERS}
    for name in names:
        if name.path in pages:
            ranges = tuple(_ranges(sorted(pages[name.path])))
            entries[name.type].append(Entry(label=name.label, anchor=anchor(name), ranges=ranges))
    return {
        kind: tuple(sorted(found, key=lambda one: sort_key(one.label, language)))
        for kind, found in entries.items()
        if found
    }


def anchor(name: Named) -> str:
    """Where a name stands on the sheet of the index: ``people-keith-kellogg``."""
    return name.path.removesuffix("/index.html").replace("/", "-")


def _ranges(pages: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Runs of pages."""
    first = last = pages[0]
    for page in pages[1:]:
        if page != last + 1:
            yield first, last
            first = page
        last = page
    yield first, last
