"""Word lists that tell names: places, institutions, media, roles, given names.

Comes in: the package's ``lexicon/names_*.yml`` and the territories and cities of CLDR (through babel). Goes out: marks
on tokens, matched in any inflected form and in the spelling of both languages. Lists are evidence for the tagger and
for the rules after it; none of them makes a name by itself.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import babel

from build_dossier.strict_yaml import Value, read_own_yaml
from build_dossier.text.fold import fold
from build_dossier.text.language import Language
from build_dossier.text.morphology import analyses

# Letters that stand for each other in Ukrainian and Russian spellings of one word share a letter; signs are dropped.
_MERGED = str.maketrans({"і": "и", "ї": "и", "є": "е", "ы": "и", "э": "е", "ъ": None, "ь": None, "'": None})
_WORD = re.compile(r"\w+")
_NONE: frozenset[str] = frozenset()
_LANGUAGES: tuple[Language, ...] = ("uk", "ru")
_TOO_COMMON = frozenset({"восток", "центр", "невідоме місто", "неизвестный город", "світ", "мир", "майот"})
"""CLDR names that are plain words («Восток» is a station), or no place («unknown city»)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A phrase of a list found in a row of words: ``words[start:end]``."""

    start: int
    end: int
    kind: str
    """``INST``, ``PLACE``, ``OUTLET``, ``EVENT``."""
    name: str
    """The phrase as the list gives it, in the nominative."""


@lru_cache(maxsize=200_000)
def merged(word: str) -> str:
    """A word in lower case with the letters that both languages share."""
    return fold(word).lower().translate(_MERGED)


@lru_cache(maxsize=200_000)
def keys(word: str, language: Language) -> frozenset[str]:
    """The dictionary forms a word may have, and the word itself, in shared letters."""
    return frozenset({merged(word), *(merged(analysis.lemma) for analysis in analyses(word, language))})


@lru_cache(maxsize=1)
def word_lists() -> dict[str, frozenset[str]]:
    """Single-word lists by name, in shared letters: ``role``, ``org_head``, ``loc_head``, ``given`` …"""
    roles, heads, acronyms = _data("roles"), _data("heads"), _data("acronyms")
    outlets = _data("outlets")
    lists = {
        "role": _strings(roles),
        "org_head": _strings(heads["ORG"]),
        "loc_head": _strings(heads["LOC"]),
        "org_acronym": _strings(acronyms["ORG"]),
        "loc_acronym": _strings(acronyms["LOC"]),
        "outlet_head": _strings(outlets["heads"]),
        "outlet_cue": _strings(outlets["cues"]),
        "product": _strings(outlets["products"]),
        "given": _strings(_data("given")),
        "demonym": (*_strings(_data("demonyms")["uk"]), *_strings(_data("demonyms")["ru"])),
        "government": _strings(_data("demonyms")["government"]),
        "opener": _strings(_data("openers")),
        "particle": _strings(_data("particles")),
        "region": _strings(heads["REGION"]),
        "mission": _strings(heads["MISSION"]),
        "plain_words": _strings(_data("institutions")["plain_words"]),
        "small_place": _strings(_data("places")["small"]),
    }
    return {name: frozenset(merged(word) for word in words) for name, words in lists.items()}


def given_names() -> tuple[str, ...]:
    """Foreigners' given names in the nominative, as the list gives them."""
    return _strings(_data("given"))


@lru_cache(maxsize=200_000)
def lists_of(word: str, language: Language) -> frozenset[str]:
    """The names of the single-word lists that a word stands in, in any form."""
    names = _lists_by_word()
    return _NONE.union(*(names[key] for key in keys(word, language) if key in names))


@lru_cache(maxsize=1)
def _lists_by_word() -> Mapping[str, frozenset[str]]:
    names: dict[str, set[str]] = {}
    for name, words in word_lists().items():
        for word in words:
            names.setdefault(word, set()).add(name)
    return {word: frozenset(found) for word, found in names.items()}


def hits(words: Sequence[str], language: Language) -> tuple[Hit, ...]:
    """The longest list phrases in a row of words, left to right, disjoint; places and media only with a capital."""
    return _hits(tuple(words), language)


@lru_cache(maxsize=1_000)
def _hits(words: tuple[str, ...], language: Language) -> tuple[Hit, ...]:
    found: list[Hit] = []
    for at, word in enumerate(words):
        if (not found or at >= found[-1].end) and word[0].isalpha():
            hit = _longest(words, at, language)
            if hit is not None:
                found.append(hit)
    return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Phrase:
    kind: str
    name: str
    pattern: tuple[frozenset[str], ...]


def _longest(words: tuple[str, ...], at: int, language: Language) -> Hit | None:
    for phrase in _beginning(words[at], "uk" if language == "uk" else "ru"):
        end = at + len(phrase.pattern)
        capital = not words[at][0].islower() or phrase.kind == "INST"
        if capital and _fits(words[at:end], phrase.pattern, language):
            return Hit(start=at, end=end, kind=phrase.kind, name=phrase.name)
    return None


@lru_cache(maxsize=200_000)
def _beginning(word: str, language: Language) -> tuple[_Phrase, ...]:
    """The phrases that may begin with a word, the longest first, then in the order of the lists."""
    index = _phrases(language)
    found = sorted({at for key in keys(word, language) for at in index.by_key.get(key, ())})
    return tuple(sorted((index.phrases[at] for at in found), key=lambda phrase: -len(phrase.pattern)))


def _fits(words: Sequence[str], pattern: Sequence[frozenset[str]], language: Language) -> bool:
    return len(words) == len(pattern) and all(
        keys(word, language) & wanted for word, wanted in zip(words, pattern, strict=True)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Index:
    phrases: tuple[_Phrase, ...]
    by_key: dict[str, list[int]]
    """Places in ``phrases`` by every key of the first word."""


@lru_cache(maxsize=2)
def _phrases(language: Language) -> _Index:
    outlets = _data("outlets")
    lists: tuple[tuple[str, Iterable[str]], ...] = (
        ("INST", _strings(_data("institutions")[language])),
        ("PLACE", _strings(_data("places")[language])),
        ("PLACE", _cldr(language)),
        ("OUTLET", (*_strings(outlets["names"]), *_strings(outlets[f"names_{language}"]))),
        ("EVENT", _strings(_data("events"))),
    )
    phrases = tuple(
        _Phrase(kind=kind, name=name, pattern=tuple(keys(word, language) for word in words_of(name)))
        for kind, names in lists
        for name in names
    )
    by_key: dict[str, list[int]] = {}
    for at, phrase in enumerate(phrases):
        for key in phrase.pattern[0]:
            by_key.setdefault(key, []).append(at)
    return _Index(phrases=phrases, by_key=by_key)


def words_of(name: str) -> list[str]:
    """A name cut as the text is cut: at spaces and hyphens, an inner apostrophe kept."""
    return re.findall(r"[^\W_]+(?:'[^\W_]+)*|[^\w\s]", fold(name))


def _cldr(language: Language) -> Iterator[str]:
    locale = babel.Locale(language)
    cities = (str(zone["city"]) for zone in locale.time_zones.values() if "city" in zone)
    territories = (str(name) for code, name in locale.territories.items() if code.isalpha())
    for name in (*territories, *cities):
        bare = re.split(r"[(,]", name)[0].strip()
        if bare.lower() not in _TOO_COMMON and _WORD.search(bare):
            yield bare


@cache
def countries() -> frozenset[str]:
    """Names of countries in both languages, in shared letters."""
    named = (babel.Locale(language).territories.items() for language in _LANGUAGES)
    return frozenset(merged(str(name)) for names in named for code, name in names if len(code) == 2)


@cache
def _data(name: str) -> dict[str, Value]:
    resource = files("build_dossier").joinpath("lexicon", f"names_{name}.yml")
    return dict(read_own_yaml(resource.read_text(encoding="utf-8")).data)


def _strings(value: object) -> tuple[str, ...]:
    """Every string in a YAML value, however nested."""
    if isinstance(value, str):
        return (value,)
    items = value.values() if hasattr(value, "values") else value if isinstance(value, tuple) else ()
    return tuple(string for item in items for string in _strings(item))
