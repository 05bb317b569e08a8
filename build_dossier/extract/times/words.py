"""What the words and numbers of a text can say of time.

Comes in: a stretch of text and its language. Goes out: ``Symbol``s, one for each token or known group of tokens, with
the classes that the rules speak of (``month``, ``day``, ``unit_week`` …). A word without meaning here is ``other``.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from build_dossier.lexicon_file import read_lexicon, words
from build_dossier.strict_yaml import Value
from build_dossier.text.fold import fold, fold_case
from build_dossier.text.language import Language
from build_dossier.text.segment import bounds

CLASSES = (
    *("other", "capital", "comma", "dash", "slash", "dot", "mark", "edge", "percent"),
    *("day", "day_th", "count", "year", "year_th", "decade", "iso", "days", "years", "roman", "century_th"),
    *("month", "month_short", "weekday", "season", "season_when", "part_of_day", "part_of_part"),
    *(
        "deictic_day",
        "deictic_adjective",
        "deictic_year",
        "day_before",
        "vague",
        "vague_past",
        "part",
        "half",
        "ordinal",
    ),
    *("unit_day", "unit_week", "unit_weekend", "unit_month", "unit_quarter", "unit_half", "unit_year", "unit_decade"),
    *("unit_century", "unit_hour", "unit_year_short", "unit_century_short"),
    *("adjective", "tens_of_days", "number", "whole_duration", "holiday", "election"),
    *(
        "this",
        "last",
        "next",
        "recent",
        "that",
        "same",
        "when",
        "from",
        "to",
        "beside",
        "between",
        "through",
        "for",
        "during",
    ),
    *("ago", "later", "earlier", "before_that", "after_that", "and", "about", "each", "most_of", "street", "lasting"),
    *("age", "to_whom"),
)
"""Every class that a symbol can have."""

CODES = {name: chr(0xE000 + place) for place, name in enumerate(CLASSES)}
"""One character a class (of the private use area), so that rules are regular expressions over classes."""

UNASKED = frozenset({"circa", "counted", "future", "one_unit"})
"""Groups of the word list that say something of a symbol but are no class."""

_MARKS = {",": "comma", "-": "dash", "/": "slash", ".": "dot", "%": "percent"}
_NUMBER = re.compile(r"(?P<first>\d{1,4})(?:-(?P<second>\d{1,4}))?(?:-(?P<suffix>[а-яії]{1,4}))?")
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?![\d-])")
_DOTTED = re.compile(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})")
_ROMAN = re.compile(r"(?:[xх]{0,2})(?:[iі]{1,3}|[iі]?v[iі]{0,3}|[iі]?[xх]|)(?:-(?:го|му|м|й))?")
_ROMAN_DIGITS = {"i": 1, "і": 1, "v": 5, "x": 10, "х": 10}
_DECADE_SUFFIXES = frozenset({"х", "е", "ті", "тих", "ми", "м", "их", "ые"})
_PAIRED = frozenset({"month", "weekday", "number", "part"})
_FIRST_YEAR, _LAST_YEAR = 1000, 2199
"""A number between them can be a year."""


class Symbol(NamedTuple):
    """A token, or tokens that are one word of time, as the rules see it; one is made for every word of every text."""

    start: int
    end: int
    kind: str
    key: str
    """What the word means within its class: ``11`` of a month, ``-1`` of yesterday, the digits of a number."""
    word: str
    """Folded, lower case."""

    @property
    def number(self) -> int:
        """The key as a whole number."""
        return int(self.key)


def lowered(text: str) -> str:
    """The text as words are compared, of the same length."""
    low = fold(text).lower()
    return low if len(low) == len(text) else fold_case(text)


def symbols(text: str, low: str, start: int, end: int, vocabulary: "Vocabulary") -> Iterator[Symbol]:
    """The symbols of ``text[start:end]``, in order.

    Args:
        text: the whole text.
        low: the text as ``lowered`` gives it.
        start: where to begin.
        end: where to stop.
        vocabulary: the word list of the text's language.
    """
    places = bounds(text, start, end)
    forms = [low[first:after] for first, after in places]
    single, groups = vocabulary.single, vocabulary.groups
    behind = 0
    for at, form in enumerate(forms):
        if at < behind:
            continue
        first, after = places[at]
        if form in groups:
            length, kind, key = vocabulary.longest(forms, at)
            if length > 1 and "\n" in text[first : places[at + length - 1][1]]:
                length, kind, key = 1, *single.get(form, ("other", ""))
            behind = at + length
            if kind != "":
                yield Symbol(first, places[behind - 1][1], kind, key, " ".join(forms[at:behind]))
                continue
        elif form in single:
            yield Symbol(first, after, *single[form], form)
            continue
        if form.isalpha() and form[0] not in _ROMAN_DIGITS:
            yield Symbol(first, after, "capital" if text[first].isupper() else "other", "", form)
        else:
            place = first, after
            yield from _pair(text, place, form, vocabulary) if "-" in form else (_unlisted(text, place, form),)


def _pair(text: str, place: tuple[int, int], form: str, vocabulary: "Vocabulary") -> tuple[Symbol, ...]:
    """Two months, weekdays or numbers with a hyphen between them («березні-квітні», «два-три»), taken apart."""
    left, _, right = form.partition("-")
    (kind, key), (other, key_) = (vocabulary.single.get(part, ("", "")) for part in (left, right))
    if kind != other or kind not in _PAIRED:
        return (_unlisted(text, place, form),)
    middle = place[0] + len(left)
    return (
        Symbol(place[0], middle, kind, key, left),
        Symbol(middle, middle + 1, "dash", "", "-"),
        Symbol(middle + 1, place[1], kind, key_, right),
    )


def _unlisted(text: str, place: tuple[int, int], form: str) -> Symbol:
    """A number, a mark, or a word without meaning here."""
    if form[0].isdigit() and form[0].isdecimal():
        return _numeric(place, form)
    if form in _MARKS:
        return Symbol(place[0], place[1], _MARKS[form], "", form)
    if form[0] in _ROMAN_DIGITS and (value := _roman(form)) is not None:
        return Symbol(place[0], place[1], "roman", str(value), form)
    if not form[0].isalnum():
        return Symbol(place[0], place[1], "mark", "", form)
    return Symbol(place[0], place[1], "capital" if text[place[0]].isupper() else "other", "", form)


def _numeric(place: tuple[int, int], form: str) -> Symbol:
    date = _ISO.match(form) or _DOTTED.fullmatch(form)
    if date is not None:
        key = f"{date['year']}-{date['month'].zfill(2)}-{date['day'].zfill(2)}"
        return Symbol(place[0], place[0] + date.end(), "iso", key, form)
    found = _NUMBER.fullmatch(form)
    if found is None:
        return Symbol(place[0], place[1], "count" if form[-1].isdigit() else "other", "", form)
    kind, key = _kind_of_number(found)
    return Symbol(place[0], place[1], kind, key, form)


def _kind_of_number(found: re.Match[str]) -> tuple[str, str]:
    first, second, suffix = found["first"], found["second"], found["suffix"]
    value = int(first)
    is_year = len(first) == 4 and _FIRST_YEAR <= value <= _LAST_YEAR
    if second is not None:
        if suffix is None and is_year and len(second) in {2, 4}:
            return "years", f"{first}/{second if len(second) == 4 else first[:2] + second}"
        is_days = suffix is None and 0 < value < int(second) <= 31
        return ("days", f"{first}/{second}") if is_days else ("other", "")
    if suffix in _DECADE_SUFFIXES and value % 10 == 0 and (is_year or 10 <= value <= 90) and suffix != "м":
        return "decade", first
    if is_year:
        return ("year", first) if suffix is None else ("year_th", first)
    is_day = 1 <= value <= 31 and len(first) <= 2
    if suffix is not None:
        return ("day_th" if is_day else "other"), str(value)
    return ("day" if is_day else "count"), str(value)


def _roman(form: str) -> int | None:
    if _ROMAN.fullmatch(form) is None:
        return None
    digits = [_ROMAN_DIGITS[char] for char in form.partition("-")[0]]
    return sum(-one if one < after else one for one, after in zip(digits, [*digits[1:], 0], strict=True)) or None


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The word list of a language."""

    single: Mapping[str, tuple[str, str]]
    """Class and key by form."""
    groups: Mapping[str, tuple[tuple[tuple[str, ...], str, str], ...]]
    """Forms of several words by their first word, the longest first."""
    circa: frozenset[str]
    """Words that make a date approximate."""
    counted: frozenset[str]
    """Units that stand after a number without being plurals."""
    one_unit: frozenset[str]
    """Forms of units in which one of them is meant: «за рік», not «за годы»."""
    future: frozenset[str]
    """Words that say that something is still to come."""

    def longest(self, forms: Sequence[str], at: int) -> tuple[int, str, str]:
        """How many tokens from ``at`` on are one word of time, its class and its key; class empty where none is."""
        for rest, kind, key in self.groups.get(forms[at], ()):
            if tuple(forms[at + 1 : at + 1 + len(rest)]) == rest:
                return 1 + len(rest), kind, key
        kind, key = self.single.get(forms[at], ("", ""))
        return 1, kind, key


@lru_cache(maxsize=4)
def vocabulary_of(language: Language) -> Vocabulary:
    """The word list of a language; of both, Ukrainian first, where it is not known."""
    lexicon = read_lexicon("times.yml")
    single: dict[str, tuple[str, str]] = {}
    groups: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    marked: dict[str, set[str]] = {name: set() for name in UNASKED}
    for name in (language,) if language in lexicon else ("uk", "ru"):
        for kind, key, form in _entries(lexicon[name]):
            first, *rest = form.split("_")
            if kind in marked:
                marked[kind].add(form.replace("_", " "))
            elif rest:
                groups.setdefault(first, []).append((tuple(rest), kind, key))
            else:
                single.setdefault(form, (kind, key))
    return Vocabulary(
        single=single | {mark: (kind, "") for mark, kind in _MARKS.items()},
        groups={first: tuple(sorted(found, key=lambda one: -len(one[0]))) for first, found in groups.items()},
        circa=frozenset(marked["circa"]),
        counted=frozenset(marked["counted"]),
        one_unit=frozenset(marked["one_unit"]),
        future=frozenset(marked["future"]),
    )


def _entries(value: Value) -> Iterator[tuple[str, str, str]]:
    """Class, key and form of every word of a language."""
    if not isinstance(value, Mapping):
        raise TypeError("times.yml: a language is a mapping of groups")
    for kind, group in value.items():
        if not isinstance(group, Mapping):
            yield from ((kind, "", form) for form in words(group))
            continue
        for key, forms in group.items():
            for form in words(forms):
                yield (f"unit_{key.lower()}", key, form) if kind == "unit" else (kind, key, form)
