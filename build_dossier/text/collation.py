"""The order of names in an alphabet, and the letter under which each is found.

Comes in: a name and the language of the list. Goes out: a key to sort by, or the letter. The order is that of the
Unicode Collation Algorithm (pyuca, UTS 10): its own table has the Ukrainian and the Russian alphabet as they are, with
ґ after г, є after е, і and ї after и, ь after щ, and ё with е. To that comes what readers of either language expect and
CLDR has for both: an apostrophe does not count, and the letters of the list's own script stand before all others.
"""

from functools import lru_cache
from importlib.resources import files
from unicodedata import combining, normalize

from pyuca.collator import COLL_ELEMENT_PATTERN, Collator_10_0_0

from build_dossier.text.fold import INVISIBLE, fold

Key = tuple[object, ...]
"""Compares with any other of the same language."""

_CYRILLIC_LISTS = frozenset({"uk", "ru"})
_LAST_LETTER = "0530"
_PUNCTUATION = ("2000", "2070")
"""The Latin, Greek and Cyrillic blocks and general punctuation, as the table has them: a list has no others, and the
whole table takes half a second and fifty megabytes. A letter beyond them stands last, in order of code points."""

_SILENT = str.maketrans("", "", "'" + "".join(sorted(INVISIBLE)))

OTHER = "#"
"""Where a name stands that begins with a digit or a sign."""


_TAILORED = (
    ((0x0491,), 0x0433, 2),
    ((0x0490,), 0x0433, 8),
    ((0x0457,), 0x0456, 2),
    ((0x0407,), 0x0456, 8),
)
"""ґ and ї are letters of their own in CLDR's Ukrainian order, after г and і; the Unicode table has them as г and і with
a mark. Here: the letter, the one before it, the third weight of a small letter or a capital."""

_SECOND = 0x20
"""The second weight of a letter without a mark."""


class _Letters(Collator_10_0_0):  # type: ignore[misc]  # pyuca has no types
    """The table of the blocks that names are written in."""

    def load(self, filename: str) -> None:
        """Reads what is wanted of pyuca's own table, which ``filename`` names."""
        del filename
        table = (files("pyuca") / "allkeys-10.0.0.txt").read_text(encoding="utf-8")
        for line in table.splitlines():
            first = line[:4]
            if first.isalnum() and (first < _LAST_LETTER or _PUNCTUATION[0] <= first < _PUNCTUATION[1]):
                points, elements = line.split("#", 1)[0].split(";")
                weights = [[int(w, 16) for w in found.groups()] for found in COLL_ELEMENT_PATTERN.finditer(elements)]
                self.table.add([int(point, 16) for point in points.split()], weights)
        for letters, before, third in _TAILORED:
            _, found, _ = self.table.find_prefix([before])
            self.table.add(letters, [[found[0][0] + 0.5, _SECOND, third]])


@lru_cache(maxsize=1)
def _collator() -> _Letters:
    return _Letters()


@lru_cache(maxsize=4096)
def _weights(char: str) -> tuple[tuple[float, ...], ...]:
    """The weights of a letter, with its marks; no two letters of our alphabets are weighed together."""
    collator = _collator()
    _, own, _ = collator.table.find_prefix([ord(char)])
    return tuple(map(tuple, own or collator.collation_elements(normalize("NFD", char))))


@lru_cache(maxsize=50_000)
def sort_key(name: str, language: str) -> Key:
    """A key that puts names in the order of the alphabet of a list in ``language``."""
    spelled = fold_signs(name)
    elements = [weights for char in spelled for weights in _weights(char)]
    levels = (tuple(weights[level] for weights in elements if weights[level]) for level in range(3))
    return (_rank(spelled, language), *levels, name)


def fold_signs(name: str) -> str:
    """The name with one kind of dash and quote and without what is not heard: apostrophes, invisible signs."""
    kept = "".join(char if char in "ёЁґҐ" else fold(char) for char in normalize("NFC", name))
    return kept.translate(_SILENT)


def letter(name: str) -> str:
    """The capital under which the name stands in a list, with ё as е and no mark on a Latin letter; else ``OTHER``."""
    first = next((char for char in fold_signs(name) if char.isalnum()), "")
    if not first.isalpha():
        return OTHER
    capital = first.upper()[:1]
    if _script(capital) == "latin":
        capital = "".join(char for char in normalize("NFD", capital) if not combining(char))
    return "Е" if capital == "Ё" else capital


def _rank(name: str, language: str) -> int:
    """Digits and signs first, then the script of the list, then others."""
    first = next((char for char in name if char.isalnum()), "")
    if not first.isalpha():
        return 0
    own = "cyrillic" if language in _CYRILLIC_LISTS else "latin"
    return 1 if _script(first) == own else 2


def _script(char: str) -> str:
    if "\u0400" <= char <= "\u052f":
        return "cyrillic"
    return "latin" if char < "\u0250" or "\u1e00" <= char <= "\u1eff" else "other"
