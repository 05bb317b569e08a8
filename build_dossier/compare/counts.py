"""How many of what: the numbers of a text with what they count, outside of dates.

Comes in: an article, the parts of it that are read, its time expressions. Goes out: ``Count``s in text order. A number
is written in figures, or as a word from two to ninety («три раунда»); what it counts is the next noun, in both
languages under one name where ``lexicon/counted.yml`` has it. What counts nothing («пункт 5», «Ту-154») is none.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from build_dossier.article import Article
from build_dossier.extract.gazetteer import keys, merged
from build_dossier.extract.times import TimeExpression
from build_dossier.lexicon_file import read_lexicon, words
from build_dossier.strict_yaml import Value
from build_dossier.text.language import Language
from build_dossier.text.morphology import analyses
from build_dossier.text.segment import bounds
from build_dossier.text.span import Span

_REACH = 3
"""Words after a number among which the noun stands: «14 політичних в'язнів», «31 украинский военный»."""
_GROUP = 3
"""Figures of a group: «2 000»."""
_LONGEST = 15
"""Figures of a number; a longer one is an account, not a count."""
_BETWEEN = frozenset({"ADJF", "PRTF", "NUMR", "NPRO"})
"""What may stand between a number and what it counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A number and what it counts."""

    value: str
    """In figures without groups: ``2000``, ``1.5``."""
    unit: str
    """Its name in ``counted.yml``, else the noun's dictionary form in the letters that both languages share."""
    span: Span

    @property
    def key(self) -> str:
        """One value for both."""
        return f"{self.value} {self.unit}"


def counts(article: Article, parts: Iterable[Span], times: Sequence[TimeExpression]) -> Iterator[Count]:
    """The counts of ``parts``, in text order; numbers inside of ``times`` are none."""
    starts = [time.start for time in times]
    for part in parts:
        found = bounds(article.text, part.start, part.end)
        reader = _Reader(article.text, article.language, found)
        at = 0
        while at < len(found):
            before = bisect_left(starts, found[at][0] + 1) - 1
            in_time = before >= 0 and found[at][0] < times[before].end
            count, at = (None, at + 1) if in_time else reader.count(at)
            if count is not None:
                yield count


class _Reader:
    """The tokens of a stretch, read one number at a time."""

    def __init__(self, text: str, language: Language, tokens: Sequence[tuple[int, int]]) -> None:
        self.text, self.language, self.tokens = text, language, tokens

    def word(self, at: int) -> str:
        """A token; nothing beyond the last."""
        return self.text[slice(*self.tokens[at])] if 0 <= at < len(self.tokens) else ""

    def count(self, at: int) -> tuple[Count | None, int]:
        """The count that begins at a token, if one does, and the token after what was read."""
        value, after = self._number(at)
        if value is None:
            return None, at + 1
        after, value = self._scaled(after, value)
        found = self._unit(at, after)
        if found is None:
            return None, after
        unit, first, last = found
        span = Span(start=self.tokens[first][0], end=self.tokens[last][1])
        return Count(value=value, unit=unit, span=span), max(after, last + 1)

    def _number(self, at: int) -> tuple[str | None, int]:
        word = self.word(at)
        if not word[0].isdigit():
            return _number_words(self.language).get(merged(word)), at + 1
        if not word[0].isascii() or self._joined(at) or ":" in word:
            return None, at + 1
        figures, after = word, at + 1
        while len(figures) <= _LONGEST and figures.isdecimal() and self._is_group(after):
            figures, after = figures + self.word(after), after + 1
        plain = figures.replace(",", ".")
        usable = plain.replace(".", "", 1).isdecimal() and len(plain) <= _LONGEST
        return (plain, after) if usable else (None, after)

    def _joined(self, at: int) -> bool:
        """Whether a number is part of a name: «Ту-154», «№5»."""
        start = self.tokens[at][0]
        return start > 0 and (self.text[start - 1].isalpha() or self.text[start - 1] in "-–№#/")

    def _is_group(self, at: int) -> bool:
        word = self.word(at)
        beside = at < len(self.tokens) and self.tokens[at][0] - self.tokens[at - 1][1] == 1
        return beside and len(word) == _GROUP and word.isdecimal() and self.text[self.tokens[at][0] - 1].isspace()

    def _scaled(self, at: int, value: str) -> tuple[int, str]:
        """The number with a «тис.» or «мільйони» after it, and the token after that."""
        scale = next((_scales()[key] for key in self._keys(at) if key in _scales()), None)
        if scale is None:
            return at, value
        after = at + 2 if self.word(at + 1) == "." and self.word(at + 2)[:1].islower() else at + 1
        whole, _, part = value.partition(".")
        return after, f"{int(whole + part) * int(scale) // 10 ** len(part)}"

    def _unit(self, number: int, after: int) -> tuple[str, int, int] | None:
        """What is counted, with the first and the last token of number and noun."""
        signs = _signs()
        if self.word(number - 1) in signs and number > 0:
            return signs[self.word(number - 1)], number - 1, after - 1
        if self.word(after) in signs:
            return signs[self.word(after)], number, after
        at = after
        while at < after + _REACH and self._stands_between(at):
            at += 1
        unit = self._noun(at) if at < after + _REACH else None
        return None if unit is None else (unit, number, at)

    def _stands_between(self, at: int) -> bool:
        """Whether a word says more of what is counted: «14 політичних в'язнів»; a listed word is the thing itself."""
        word = self.word(at)
        if not word[:1].isalpha() or self._listed(at) is not None:
            return False
        return analyses(word.lower(), self.language)[0].pos in _BETWEEN

    def _listed(self, at: int) -> str | None:
        return next((_units()[key] for key in self._keys(at) if key in _units()), None)

    def _noun(self, at: int) -> str | None:
        word = self.word(at)
        if not word[:1].isalpha():
            return None
        if (listed := self._listed(at)) is not None:
            return listed
        likeliest = analyses(word.lower(), self.language)[0]
        return merged(likeliest.lemma) if likeliest.pos == "NOUN" else None

    def _keys(self, at: int) -> list[str]:
        word = self.word(at)
        return sorted(keys(word, self.language)) if word[:1].isalpha() else []


@lru_cache(maxsize=1)
def _units() -> Mapping[str, str]:
    return MappingProxyType({merged(word): unit for unit, word in _listed("units")})


@lru_cache(maxsize=1)
def _scales() -> Mapping[str, str]:
    return MappingProxyType({merged(word): scale for scale, word in _listed("scales")})


@lru_cache(maxsize=1)
def _signs() -> Mapping[str, str]:
    return MappingProxyType(
        {sign: unit for unit, sign in ((u, s) for s, u in _mapping("signs").items()) if isinstance(unit, str)}
    )


def _listed(name: str) -> Iterator[tuple[str, str]]:
    return ((key, word) for key, value in _mapping(name).items() for word in words(value))


def _mapping(name: str) -> Mapping[str, Value]:
    found = read_lexicon("counted.yml")[name]
    assert isinstance(found, Mapping)
    return found


@cache
def _number_words(language: Language) -> Mapping[str, str]:
    """Two to ninety in words, as the dates have them: «кілька» and «один» count nothing that could differ."""
    lists = read_lexicon("times.yml")["uk" if language == "uk" else "ru"]
    numbers = lists["number"] if isinstance(lists, Mapping) else None
    assert isinstance(numbers, Mapping)
    return MappingProxyType(
        {merged(word): figure for figure, value in numbers.items() if figure not in {"0", "1"} for word in words(value)}
    )
