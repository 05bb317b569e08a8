"""Words that tell one sentence from another of the same make: names and numbers.

Comes in: quoted words and words like them. Goes out: whether they name somebody or something else. Two sentences of a
wire agency may differ in nothing but who did it and how many.
"""

import re
import unicodedata
from collections.abc import Iterator

from build_dossier.text.fold import fold_case
from build_dossier.text.likeness import ratio
from build_dossier.text.thresholds import ALIKE_NAME

_WORD = re.compile(r"[\w\u0300-\u036f'’-]+")
_ENDS_SENTENCE = frozenset('.!?…:«"“„(\n')


def other_names(quoted: str, found: str) -> bool:
    """Whether either of two texts has a name or a number that the other has not, not even nearly."""
    return _lacks(found, quoted) or _lacks(quoted, found)


def _lacks(text: str, other: str) -> bool:
    """Whether ``text`` lacks a name or a number of ``other``."""
    words = [fold_case(match.group()) for match in _WORD.finditer(text)]
    return any(all(not _same(name, word) for word in words) for name in _telling(other))


def _telling(text: str) -> Iterator[str]:
    """The names and numbers of a text: capitals within a sentence, digits."""
    for match in _WORD.finditer(text):
        word = match.group()
        before = text[: match.start()].rstrip(" \t\u00a0")
        inside = bool(before) and before[-1] not in _ENDS_SENTENCE
        if any(map(str.isdigit, word)) or (inside and word[0].isupper()):
            yield fold_case(unicodedata.normalize("NFC", word))


def _same(name: str, word: str) -> bool:
    """Whether two words are one name: numbers to the digit, names but for an ending or a slip."""
    if any(map(str.isdigit, name)):
        return name == word
    return ratio(name, word) >= ALIKE_NAME
