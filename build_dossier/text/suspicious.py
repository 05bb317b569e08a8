"""Characters that make a text another than it looks: controls of direction, no width, look-alike letters in a word.

Comes in: a text. Goes out: where such characters stand and what they are called. The text itself is never changed.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum


class Trick(Enum):
    """What a suspicious character does."""

    DIRECTION = "direction"
    """Turns the direction of the text around it (Boucher and Anderson, “Trojan Source”, 2021)."""
    INVISIBLE = "invisible"
    """Has no width: two words that look the same differ."""
    LOOK_ALIKE = "look-alike"
    """A Latin letter among Cyrillic ones that looks like one of them, or the other way round (Unicode TS 39)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspicion:
    """A suspicious stretch: the character, or the word that has look-alike letters."""

    start: int
    end: int
    trick: Trick
    shown: str
    """The stretch with what cannot be seen written out: ``⟨U+202E⟩``."""
    about: str
    """Which characters they are, by their Unicode names."""


_DIRECTION = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")
# Fillers are letters by category, but empty. Soft hyphens and stress marks are common in print and do no harm.
_INVISIBLE = re.compile("[\u200b-\u200d\u2060-\u2064\ufeff\u115f\u1160\u3164\uffa0\u180e\U000e0000-\U000e007f]")
_UNSEEN = re.compile(f"(?:[{''.join(sorted(_DIRECTION))}]|{_INVISIBLE.pattern})+")
_WORD = re.compile(r"[^\W\d_]+")

# Letters of each alphabet that have a twin in the other one (Unicode TS 39, confusables.txt, the pairs seen in print).
_LATIN_TWINS = frozenset("aceiopxysjABCEHIKMOPTXY")
_CYRILLIC_TWINS = frozenset("асеіорхуѕјАВСЕНІКМОРТХУ")
_LONGEST_ENDING = 3
"""Letters of a Cyrillic ending after a Latin name: «COVIDу», «iPhoneа»."""


def suspicions(text: str) -> tuple[Suspicion, ...]:
    """Everything suspicious in ``text``, in order."""
    found = (suspicion for rule in RULES for suspicion in rule(text))
    return tuple(sorted(found, key=lambda suspicion: (suspicion.start, suspicion.end)))


def unseen(text: str) -> Iterator[Suspicion]:
    """Runs of characters that turn direction or have no width; joiners inside an emoji belong to it."""
    for match in _UNSEEN.finditer(text):
        if match.group() == "\u200d" and _joins_emoji(text, match.start()):
            continue
        turning = _DIRECTION & set(match.group())
        yield Suspicion(
            start=match.start(),
            end=match.end(),
            trick=Trick.DIRECTION if turning else Trick.INVISIBLE,
            shown=_around(text, match.start(), match.end()),
            about=", ".join(dict.fromkeys(map(_name, match.group()[:10]))),
        )


def look_alikes(text: str) -> Iterator[Suspicion]:
    """Words of two alphabets in which the letters of one could all be taken for the other's."""
    if text.isascii():
        return
    for match in _WORD.finditer(text):
        strangers = _strangers(match.group())
        if strangers:
            yield Suspicion(
                start=match.start(),
                end=match.end(),
                trick=Trick.LOOK_ALIKE,
                shown=match.group()[:80],
                about=", ".join(dict.fromkeys(map(_name, strangers[:10]))),
            )


RULES: tuple[Callable[[str], Iterator[Suspicion]], ...] = (unseen, look_alikes)
"""What is looked for."""


def _strangers(word: str) -> str:
    """The letters that belong to the other alphabet than the word; empty when both may stand in it."""
    latin = "".join(char for char in word if "a" <= char.lower() <= "z")
    cyrillic = "".join(char for char in word if "\u0400" <= char <= "\u052f")
    if not latin or not cyrillic or _is_inflected(word, latin, cyrillic):
        return ""
    false_latin, false_cyrillic = _LATIN_TWINS.issuperset(latin), _CYRILLIC_TWINS.issuperset(cyrillic)
    if false_latin and (not false_cyrillic or len(latin) <= len(cyrillic)):
        return latin
    return cyrillic if false_cyrillic else ""


def _is_inflected(word: str, latin: str, cyrillic: str) -> bool:
    """Whether the word is a Latin name with a Cyrillic ending."""
    plainly_latin = not _LATIN_TWINS.issuperset(latin)
    return plainly_latin and len(cyrillic) <= _LONGEST_ENDING and word == latin + cyrillic


def _joins_emoji(text: str, place: int) -> bool:
    after = text[place + 1 : place + 2]
    return bool(after) and unicodedata.category(after) == "So"


def _around(text: str, start: int, end: int) -> str:
    """The stretch between the letters next to it, every unseen character written out."""
    part = text[max(start - 12, 0) : start].split()[-1:] if start and not text[start - 1].isspace() else []
    after = text[end : end + 12].split()[:1] if end < len(text) and not text[end].isspace() else []
    marks = "".join(f"⟨U+{ord(char):04X}⟩" for char in text[start : min(end, start + 6)])
    plain = _UNSEEN.sub("", "".join(part)), _UNSEEN.sub("", "".join(after))
    return f"{plain[0]}{marks}{plain[1]}"


def _name(char: str) -> str:
    return f"{unicodedata.name(char, 'no name').lower()} (U+{ord(char):04X})"
