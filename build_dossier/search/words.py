"""Words as a search compares them; the script of the search dialog (``search/words.js``) does the same.

Comes in: a text. Goes out: its words with their places, folded: lower case, without apostrophes, stress marks and the
diacritics of Latin letters, е for ё, г for ґ. A compound with a hyphen is its parts.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from unicodedata import combining, normalize

from build_dossier.text.fold import INVISIBLE, fold_case

_LATIN = re.compile("[a-z\u00c0-\u024f\u1e00-\u1eff]")
_WORD = re.compile("[^\\W_](?:[^\\W_]|[\u0300-\u036f\u00ad\u200b-\u200d\u2060]|'(?=[^\\W_]))*")
_NONE = str.maketrans("", "", "'" + "".join(sorted(INVISIBLE)))
_UNMARKED = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "ı": "i", "ß": "s", "æ": "a"})
"""Latin letters whose mark is no combining one."""

LONGEST = 64
"""Code points of the longest word that is kept; what is longer is no word."""


def tokens(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and folded form of every word of a text."""
    for found in _WORD.finditer(fold_case(text)):
        word = fold_word(found.group())
        if word and len(word) <= LONGEST:
            yield found.start(), found.end(), word


@lru_cache(maxsize=200_000)
def fold_word(word: str) -> str:
    """One word, folded; the English possessive is left out («Lukashenko’s»)."""
    low = fold_case(normalize("NFC", word))
    if _LATIN.search(low) is not None:
        low = low.removesuffix("'s")
        low = "".join(char for char in normalize("NFD", low) if not combining(char)).lower().translate(_UNMARKED)
    return low.translate(_NONE)
