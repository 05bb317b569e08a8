"""One spelling for what readers take for the same letters.

``fold`` maps code point to code point, so offsets into the folded text are offsets into the text. ``Folded`` goes
further: it drops invisible characters and squeezes white space, and remembers where every character came from.
"""

import re
from dataclasses import dataclass

from build_dossier.text.span import Span

_APOSTROPHES = "’ʼ‘`´ʹ′＇"
_QUOTES = "«»„“”‟″〝〞＂‹›"
_DASHES = "‐‑‒–—―−﹘﹣－"
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"

# One to one, so that a folded text has the length of the text. ё → е and ґ → г: both are often printed without.
_MAPPED = {
    **dict.fromkeys(_APOSTROPHES, "'"),
    **dict.fromkeys(_QUOTES, '"'),
    **dict.fromkeys(_DASHES, "-"),
    **dict.fromkeys(_SPACES, " "),
    "ё": "е",
    "Ё": "Е",
    "ґ": "г",
    "Ґ": "Г",
}
# A search for the few odd characters of a text is several times as fast as a table asked for every one.
_ODD = re.compile(f"[{re.escape(''.join(_MAPPED))}]")

# Soft hyphen, zero-width space and joiners, word joiner, byte order mark, bidi marks, embeddings and isolates, and
# the combining acute that dictionaries put over a stressed vowel (Unicode 16, general category Cf; Mn for the accent).
INVISIBLE = frozenset(
    "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u0301"
)


def fold(text: str) -> str:
    """The text with one kind of quote, apostrophe, dash and space, without ё and ґ; same length, case kept."""
    return _ODD.sub(_folded, text)


def _folded(found: re.Match[str]) -> str:
    return _MAPPED[found.group()]


def fold_case(text: str) -> str:
    """``fold`` in lower case, still of the same length (``str.casefold`` may grow a text: ß, İ)."""
    same = fold(text)
    low = same.lower()
    if len(low) == len(same) and "Σ" not in same:  # a last sigma is written otherwise than one inside
        return low
    return "".join(low if len(low := char.lower()) == 1 else char for char in same)


# Letters of the Latin alphabet that are printed like Cyrillic ones, small or capital (Unicode TS 39, confusables.txt).
_TWINS = str.maketrans("abcehikmoptxy", "авсенікмортху")


def skeleton(text: str) -> str:
    """``fold_case`` with one letter for those that look alike in two alphabets; of the same length."""
    return fold_case(text).translate(_TWINS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded:
    """A folded, lower-case text without invisible characters and with single spaces, and the way back."""

    text: str
    offsets: tuple[int, ...]
    """``offsets[i]`` is where ``text[i]`` stands in the original; one more entry than characters: the end."""

    def span(self, start: int, end: int) -> Span:
        """The original span of ``text[start:end]``, reaching to the end of its last character."""
        if start == end:
            return Span(start=self.offsets[start], end=self.offsets[start])
        return Span(start=self.offsets[start], end=self.offsets[end - 1] + 1)


def folded(text: str) -> Folded:
    """``text`` as it is compared when quotations are looked for: typography, case and spacing do not count."""
    chars: list[str] = []
    offsets: list[int] = []
    for index, char in enumerate(fold_case(text)):
        if text[index] in INVISIBLE:
            continue
        if char.isspace():
            if chars and chars[-1] != " ":
                chars.append(" ")
                offsets.append(index)
            continue
        chars.append(char)
        offsets.append(index)
    return Folded(text="".join(chars), offsets=(*offsets, len(text)))
