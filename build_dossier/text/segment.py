"""Sentences and words of Ukrainian and Russian news as spans; nothing of the text is changed or lost.

Comes in: a text, or a stretch of it. Goes out: ``Span``s in order, disjoint, trimmed, which together hold every
character that is not white space. After razdel: a place where a sentence could end is put before small rules in
order, the first that has an opinion decides. «Ю. О. Ким…», «21 ст.», «т. е.», «"Так?", – сказав він» stay whole.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from build_dossier.lexicon_file import read_lexicon, words
from build_dossier.text.span import Span, trim

# Letters and digits, held together by apostrophes and hyphens («об'єднав», «2025-м», «COVID-19»); an accent or a soft
# hyphen inside is part of the word; numbers keep their comma, point or colon (1,5 · 12:30); all else stands alone.
_TOKEN = re.compile(r"\d++(?:[.,:]\d++)+|\w[\w\u0301\u00ad]*(?:['’ʼ`‐‑-]\w[\w\u0301\u00ad]*)*|\S")

_CLOSERS = "»”\"“’')]›"
_OPENERS = "«“\"„'‘([‹"
_DASHES = "–—-−‒―"
_END = re.compile(rf"(?<![.!?…])[.!?…]++[{re.escape(_CLOSERS)}]*+(?=\s)|\n[^\S\n]*+\n")
_LAST_WORD = re.compile(r"[\w'’ʼ-]{1,40}\Z")
_WINDOW = 48
"""Code points that the rules may look at on either side: no abbreviation or initial needs more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Gap:
    """A place where a sentence could end."""

    mark: str
    """The stop with the quotes and brackets that close after it."""
    right: str
    """What follows after white space."""
    word: str
    """The last word before the mark."""
    before_word: str
    """What stands before that word, without the white space."""


def tokens(text: str, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
    """Words, numbers and single marks of ``text[start:end]``."""
    return tuple(
        Span(start=first, end=after) for first, after in bounds(text, start, len(text) if end is None else end)
    )


def bounds(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The same as pairs of offsets, for those who read every word of every text: a pair is made faster than a span."""
    return [found.span() for found in _TOKEN.finditer(text, start, end)]


@lru_cache(maxsize=1 << 16)
def sentences(text: str, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
    """The sentences of ``text[start:end]``; a blank line always ends one."""
    limit = len(text) if end is None else end
    bounds = [start, *_ends(text, start, limit), limit]
    spans = (trim(text, *pair) for pair in pairwise(bounds))
    return tuple(span for span in spans if span.start < span.end)


def _ends(text: str, start: int, end: int) -> Iterator[int]:
    for found in _END.finditer(text, start, end):
        if found.group().isspace() or _splits(_gap(text, found, start, end)):
            yield found.end()


def _gap(text: str, found: re.Match[str], start: int, end: int) -> _Gap:
    left = text[max(start, found.start() - _WINDOW) : found.start()]
    right = text[found.end() : min(end, found.end() + _WINDOW)].lstrip()
    word = _last_word(left)
    return _Gap(mark=found.group(), right=right, word=word, before_word=left[: len(left) - len(word)].rstrip())


def _last_word(left: str) -> str:
    found = _LAST_WORD.search(left)
    return found.group() if found is not None else ""


def _splits(gap: _Gap) -> bool:
    return next((opinion for rule in RULES if (opinion := rule(gap)) is not None), True)


def nothing_right(gap: _Gap) -> bool | None:
    """Nothing but white space follows: there is no next sentence."""
    return False if not gap.right else None


def dash_then_lower(gap: _Gap) -> bool | None:
    """«…готові?» – сказав він: the reporting clause belongs to the quotation."""
    if gap.right[0] not in _DASHES:
        return None
    rest = gap.right.lstrip(_DASHES + " \u00a0")
    return not rest[:1].islower()


def lower_right(gap: _Gap) -> bool | None:
    """A sentence does not begin with a small letter: «10 тис. осіб», «т. е. снова»."""
    return False if gap.right.lstrip(_OPENERS)[:1].islower() else None


def not_a_plain_stop(gap: _Gap) -> bool | None:
    """Only a lone full stop can belong to an abbreviation; «?», «!», «…» and «.»» before a capital end a sentence."""
    return True if gap.mark != "." else None


def initial_left(gap: _Gap) -> bool | None:
    """«О. Лукашенко», «Дж. Р. Байден»: one capital letter and a stop."""
    return False if len(gap.word) == 1 and gap.word.isupper() else None


def item_number_left(gap: _Gap) -> bool | None:
    """«1. Перше…» at the beginning: the number belongs to the item."""
    return False if gap.word.isdigit() and not gap.before_word else None


def pair_left(gap: _Gap) -> bool | None:
    """«т. е. Минск» goes on, «и т. д. Минск» has ended."""
    if not gap.before_word.endswith("."):
        return None
    pair = f"{_last_word(gap.before_word[:-1])} {gap.word}".lower()
    if pair in _abbreviations().inside:
        return False
    return True if pair in _abbreviations().closing else None


def rest_of_a_list(gap: _Gap) -> bool | None:
    """«США та ін. Потім», but «просп. Перемоги, пр. Миру»."""
    if gap.word.lower() not in _abbreviations().rest:
        return None
    return gap.before_word.lower().endswith((" і", " й", " та", " и")) or None


def unit_after_number(gap: _Gap) -> bool | None:
    """«у 2020 р. Потім», «XX ст. Це»: after a number the abbreviation ends the sentence, else «р. Дніпро», «ст. 5»."""
    if gap.word.lower() not in _abbreviations().after:
        return None
    return gap.before_word[-1:].isdigit() or _is_roman(gap.before_word) or None


def abbreviation_left(gap: _Gap) -> bool | None:
    """«м. Київ», «ст. 5», «ген. Петренко», «г. Минск»."""
    return False if gap.word.lower() in _abbreviations().before else None


RULES: tuple[Callable[[_Gap], bool | None], ...] = (
    nothing_right,
    dash_then_lower,
    lower_right,
    not_a_plain_stop,
    item_number_left,
    pair_left,
    initial_left,
    rest_of_a_list,
    unit_after_number,
    abbreviation_left,
)
"""``True`` ends the sentence, ``False`` goes on, ``None`` leaves it to the next rule; without any opinion it ends."""


def _is_roman(left: str) -> bool:
    word = _last_word(left)
    return word != "" and set(word) <= set("IVXLCDMІХС")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Abbreviations:
    before: frozenset[str]
    after: frozenset[str]
    rest: frozenset[str]
    inside: frozenset[str]
    closing: frozenset[str]


@lru_cache(maxsize=1)
def _abbreviations() -> _Abbreviations:
    data = read_lexicon("abbreviations.yml")
    return _Abbreviations(
        before=frozenset(words(data["before"])),
        after=frozenset(words(data["after"])),
        rest=frozenset(words(data["rest"])),
        inside=frozenset(words(data["pairs_inside"])),
        closing=frozenset(words(data["pairs_closing"])),
    )
