"""How a file's bytes are read: UTF-8 first, byte order marks next, then UTF-16 without one and Cyrillic code pages.

Comes in: bytes. Goes out: their text and the encoding that was decided on, or nothing when no reading is text. The
fence around charset-normalizer: it leaves code pages that are possible, the letters of the readings arbitrate.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from charset_normalizer import from_bytes

SURE = frozenset({"utf-8", "utf-8-sig", "utf-16", "utf-32"})
"""Encodings that the bytes themselves state: valid UTF-8, or a byte order mark. Any other was guessed."""

PAGES = {
    "windows-1251": 0.0,
    "koi8-r": 0.0,
    "koi8-u": 0.0,
    "cp866": 0.1,
    "cp1125": 0.1,
    "iso8859-5": 0.2,
    "mac-cyrillic": 0.1,
}
"""Code pages in which Ukrainian and Russian texts were kept, the commonest first, and what a rare one must be better
by: Mac's has the small letters of windows-1251, so that a few words look alike in both."""

# The longer marks first: UTF-32's begins with UTF-16's.
_MARKS = (
    (b"\xff\xfe\0\0", "utf-32"),
    (b"\0\0\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)

_SAMPLE = 100_000
"""Bytes that charset-normalizer looks at: a text shows its encoding long before."""

_LETTERS = 10_000
"""Letters that are weighed."""

# How common letters are in Ukrainian and Russian together, as binary logarithms of their share times 32, in steps: the
# mean over a true text is about a half, over letters drawn at random it is below minus one.
_WEIGHTS = {
    char: weight
    for letters, weight in (
        ("оаеинт", 1.3),
        ("сврі", 0.6),
        ("лкмдпу", 0.0),
        ("яыьгзбч", -0.9),
        ("йхж", -1.6),
        ("їєшюцщэё", -2.5),
        ("фъґ", -4.0),
    )
    for char in letters
}
_TYPOGRAPHY = frozenset("«»„“”‘’–—…№\u00a0•§©°")
_STRANGE = -8.0
"""Weight of what no text holds: frames, letters of other alphabets, a capital after a small letter."""

_SHOUTED = -0.7
"""What a capital after a capital takes away: KOI8 and windows-1251 have small letters where the other has capitals."""

LEAST = -1.0
"""Mean weight from which a reading is taken for text."""

_FEWEST = 3
"""Letters beyond ASCII that say anything; without any a text is ASCII and typography."""

_STRETCH = re.compile(r"[^\W\d_]*[^\x00-\x7f][^\W\d_]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A file as text."""

    text: str
    encoding: str
    """``utf-8``, ``utf-8-sig``, ``utf-16`` (by its mark), ``utf-16-le``, ``windows-1251`` …"""


def read_bytes(data: bytes) -> Decoded | None:
    """The text that ``data`` holds, its byte order mark dropped; ``None`` when it is text in no encoding known here."""
    return next((decoded for decoder in DECODERS if (decoded := decoder(data)) is not None), None)


def utf8_with_mark(data: bytes) -> Decoded | None:
    """UTF-8 that begins with a byte order mark."""
    if not data.startswith(b"\xef\xbb\xbf"):
        return None
    return _decoded(data[3:], "utf-8", said="utf-8-sig")


def by_mark(data: bytes) -> Decoded | None:
    """UTF-16 or UTF-32 that begins with a byte order mark."""
    return next((_decoded(data, codec) for mark, codec in _MARKS if data.startswith(mark)), None)


def utf16_without_mark(data: bytes) -> Decoded | None:
    """UTF-16 that shows itself: nearly every second byte is 00 (Latin), 04 (Cyrillic) or 20 (typography).

    Comes before UTF-8, since Cyrillic letters in UTF-16 are bytes that are ASCII too.
    """
    if len(data) < 4 or len(data) % 2:
        return None
    shares = {"utf-16-le": _high_share(data[1::2]), "utf-16-be": _high_share(data[0::2])}
    best = max(shares, key=lambda codec: shares[codec])
    if shares[best] < 0.95 or min(shares.values()) > 0.5:
        return None
    return _decoded(data, best)


def _high_share(data: bytes) -> float:
    return (data.count(0) + data.count(4) + data.count(0x20)) / len(data) if data.count(0) + data.count(4) else 0.0


def utf8(data: bytes) -> Decoded | None:
    """UTF-8 without a mark."""
    return _decoded(data, "utf-8")


def code_page(data: bytes) -> Decoded | None:
    """The Cyrillic code page in which the bytes are most like Ukrainian or Russian; none for broken UTF-8."""
    if _is_broken_utf8(data) or b"\0" in data:
        return None
    readings = [reading for page in _possible(data) if (reading := _decoded(data, page)) is not None]
    weighed = [(likeness(reading.text) - PAGES[reading.encoding], reading) for reading in readings]
    best = max(weighed, key=lambda one: one[0], default=None)
    return None if best is None or best[0] < LEAST else best[1]


DECODERS: tuple[Callable[[bytes], Decoded | None], ...] = (
    utf8_with_mark,
    by_mark,
    utf16_without_mark,
    utf8,
    code_page,
)
"""Ways to read bytes, surest first; ``None`` leaves them to the next."""


def likeness(text: str) -> float:
    """How much like Ukrainian or Russian the letters beyond ASCII are: their mean weight, typography left out."""
    found = (weight for stretch in _STRETCH.finditer(text) for weight in _weights(stretch.group()))
    weights = list(islice(found, _LETTERS))
    if not weights:
        return LEAST
    return sum(weights) / len(weights) if len(weights) >= _FEWEST else _STRANGE


def _weights(word: str) -> Iterator[float]:
    """One weight for each letter of a word with letters beyond ASCII; one bad one for a word of two alphabets."""
    if any(char.isascii() for char in word) and any(char.isalpha() and not char.isascii() for char in word):
        yield _STRANGE
    before = ""
    for char in word:
        if char in _TYPOGRAPHY or char.isascii():
            continue
        if before and char.isupper():
            yield _STRANGE if before.islower() else _WEIGHTS.get(char.lower(), _STRANGE) + _SHOUTED
        else:
            yield _WEIGHTS.get(char.lower(), _STRANGE)
        before = char


def _possible(data: bytes) -> tuple[str, ...]:
    """The code pages that charset-normalizer does not rule out, in order of ``PAGES``; all when it rules out all."""
    matches = from_bytes(data[:_SAMPLE], cp_isolation=list(PAGES), preemptive_behaviour=False, enable_fallback=False)
    names = {name for match in matches for name in match.could_be_from_charset}
    return tuple(page for page in PAGES if _IANA[page] in names) or tuple(PAGES)


# charset-normalizer's names are Python's with underscores.
_IANA = {page: page.replace("windows-", "cp").replace("-", "_") for page in PAGES}


def _is_broken_utf8(data: bytes) -> bool:
    """Whether the bytes are UTF-8 but for a few: most of what is beyond ASCII are whole sequences."""
    read = data.decode("utf-8", "replace")
    broken = read.count("\ufffd")
    return sum(char > "\x7f" for char in read) > 2 * broken


def _decoded(data: bytes, codec: str, *, said: str | None = None) -> Decoded | None:
    try:
        return Decoded(text=data.decode(codec), encoding=said or codec)
    except UnicodeDecodeError:
        return None
