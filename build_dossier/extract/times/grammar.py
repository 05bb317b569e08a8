"""Rules over the symbols of a text: how they are written and how they are looked for.

A rule's pattern is a regular expression whose letters are the classes of ``words``: ``when? weekday comma? day month``.
Patterns repeat nothing without bound, so that looking for them takes time in proportion to the text.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from build_dossier.extract.times.meaning import Meaning, Unit
from build_dossier.extract.times.words import CODES, Symbol, Vocabulary

MACROS = {
    "YEARWORD": "(unit_year|unit_year_short dot?)",
    "DAYNUM": "(day|day_th|ordinal|number ordinal)",
    "AMONTH": "(part month)",
    "RELATION": "(this|last|next|that)",
    "SAID": "(year YEARWORD?|year_th unit_year?)",
    "TOLD": "(RELATION same? unit_year|deictic_year)",
    "TAIL": "(comma? year YEARWORD|SAID|TOLD)",
    "DAYTAIL": "(TAIL|comma year)",
    "NUM": "(number|day|count)",
    "HOWMANY": "(NUM number?|number (number|day)|NUM (dash|and) NUM)",
    "LENGTH": "(unit_hour|unit_day|unit_week|unit_month|unit_year|unit_decade|unit_century)",
    "PARTOFDAY": "(part_of_part? when? part_of_day)",
    "CALENDAR": "(unit_week|unit_weekend|unit_month|unit_quarter|unit_half|unit_year|unit_decade|unit_century)",
}
"""Names for what many patterns hold; each may use those below or above it."""

_NAME = re.compile(r"[A-Z]{2,}")
_CLASS = re.compile(r"[a-z_]{2,}")


_SILENT = ("other", "capital", "edge", "mark", "percent", "election", "street", "age", "to_whom", "each")
"""Classes that stand in no pattern: an expression never reaches over them."""

_RUNS = re.compile(f"[^{''.join(CODES[name] for name in _SILENT)}]+")
_TELLING = re.compile(
    "["
    + "".join(
        code
        for name, code in CODES.items()
        if name.startswith(("unit_", "deictic_", "season", "vague", "year", "part_of_day"))
        or name in {"month", "weekday", "day_before", "iso", "decade", "tens_of_days", "whole_duration", "holiday"}
    )
    + "]"
)
"""Every pattern holds one of these; runs without any, most of a text, are passed over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Symbols that fit a pattern, and those around them."""

    all: Sequence[Symbol]
    start: int
    end: int
    vocabulary: Vocabulary

    def one(self, *kinds: str) -> Symbol | None:
        """The first symbol of one of these classes."""
        return next((symbol for symbol in self.all[self.start : self.end] if symbol.kind in kinds), None)

    def every(self, *kinds: str) -> list[Symbol]:
        """All symbols of these classes."""
        return [symbol for symbol in self.all[self.start : self.end] if symbol.kind in kinds]

    def before(self, distance: int = 1) -> Symbol | None:
        """The symbol so many places before."""
        return self.all[self.start - distance] if self.start >= distance else None

    def after(self, distance: int = 1) -> Symbol | None:
        """The symbol so many places after."""
        return self.all[self.end + distance - 1] if self.end + distance <= len(self.all) else None

    def preceded(self, *kinds: str) -> bool:
        """Whether the symbol before is of one of these classes."""
        symbol = self.before()
        return symbol is not None and symbol.kind in kinds

    def followed(self, *kinds: str) -> bool:
        """Whether the symbol after is of one of these classes."""
        symbol = self.after()
        return symbol is not None and symbol.kind in kinds

    @property
    def circa(self) -> bool:
        """Whether a word makes the date approximate."""
        about = self.one("about")
        return about is not None and about.word in self.vocabulary.circa


UNITS = tuple(f"unit_{unit.value.lower()}" for unit in Unit if unit is not Unit.SEASON)
"""The classes of words for units."""


def unit_of(hit: Hit) -> Unit:
    """The unit that is named."""
    symbol = hit.one(*UNITS)
    return Unit.DAY if symbol is None else Unit(symbol.key)


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to name a time."""

    name: str
    pattern: str
    make: Callable[[Hit], Meaning | None]
    """What is meant, or ``None`` where the words only look like it."""
    skip: int = 0
    """How many symbols at the beginning are only looked at, and no part of the expression."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A time expression with what it says; places are those of symbols."""

    first: int
    after: int
    meaning: Meaning
    rule: str


def compiled(pattern: str) -> re.Pattern[str]:
    """The regular expression over class codes that a pattern stands for."""
    while _NAME.search(pattern):
        pattern = _NAME.sub(lambda found: MACROS[found.group()], pattern)
    coded = _CLASS.sub(lambda found: CODES[found.group()], pattern).replace(" ", "")
    return re.compile(coded.replace("(", "(?:"))


def search(
    rules: Sequence[tuple[Rule, re.Pattern[str]]], symbols: Sequence[Symbol], vocabulary: Vocabulary
) -> list[Found]:
    """What the rules find, in text order; where two find the same words, the earlier rule has them."""
    codes = "".join([CODES[symbol.kind] for symbol in symbols])
    taken = bytearray(len(codes))
    found: list[Found] = []
    for run in _RUNS.finditer(codes):
        if _TELLING.search(codes, run.start(), run.end()) is None:
            continue
        for rule, pattern in rules:
            for match in pattern.finditer(codes, run.start(), run.end()):
                start, end = match.span()
                if any(taken[start:end]):
                    continue
                meaning = rule.make(Hit(all=symbols, start=start, end=end, vocabulary=vocabulary))
                if meaning is not None:
                    taken[start:end] = b"\x01" * (end - start)
                    found.append(Found(first=start + rule.skip, after=end, meaning=meaning, rule=rule.name))
    return sorted(found, key=lambda one: one.first)
