"""The words that show what a line is for, typed: ``lexicon/structure.yml`` and ``lexicon/publishing.yml``.

Comes in: nothing. Goes out: frozen records, read once. All words are lower case with straight apostrophes; compare
with ``plain`` of the text.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from build_dossier.lexicon_file import read_lexicon, words
from build_dossier.strict_yaml import Value
from build_dossier.text.fold import fold, fold_case


@dataclass(frozen=True, slots=True, kw_only=True)
class Boilerplate:
    """How a line begins, is, or what it holds when the site speaks to its reader."""

    exact: frozenset[str]
    opening: tuple[str, ...]
    containing: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Structure:
    """Words of lines that are no prose."""

    months: Mapping[str, str]
    """Forms of the months' names and their two digits."""
    stamp_words: frozenset[str]
    published_words: frozenset[str]
    updated_words: frozenset[str]
    photo_labels: tuple[str, ...]
    photo_openings: tuple[str, ...]
    photo_owners: frozenset[str]
    source_openings: tuple[str, ...]
    source_verbs: tuple[str, ...]
    source_labels: tuple[str, ...]
    byline_labels: tuple[str, ...]
    boilerplate: Boilerplate
    platforms: tuple[str, ...]

    def month(self, word: str) -> str | None:
        """The two digits of the month that a word names in any case, or ``None``."""
        return self.months.get(plain(word).rstrip("."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlets:
    """Who publishes and who is cited."""

    relay_verbs: tuple[str, ...]
    report_verbs: tuple[str, ...]
    reference_phrases: tuple[str, ...]
    correspondents: tuple[str, ...]
    kinds: frozenset[str]
    cited: frozenset[str]
    agencies: frozenset[str]
    future_cues: frozenset[str]


def plain(text: str) -> str:
    """The text as the word lists write it: lower case, one kind of apostrophe, quote and dash; of the same length."""
    low = fold(text).lower()
    # Only where a letter grows in lower case (İ) the slower way is needed, that keeps every offset.
    return low if len(low) == len(text) else fold_case(text)


def one_of(phrases: Iterable[str]) -> str:
    """A pattern for any of the phrases as whole words, longest first, white space between their words at will."""
    longest = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    inner = "|".join(r"\s+".join(re.escape(word) for word in phrase.split()) for phrase in longest)
    return rf"(?<!\w)(?:{inner})(?!\w)"


@lru_cache(maxsize=1)
def structure() -> Structure:
    """The words of ``lexicon/structure.yml``."""
    data = read_lexicon("structure.yml")
    boilerplate = _mapping(data["boilerplate"])
    return Structure(
        months=_months(_mapping(data["months"])),
        stamp_words=_set(data["stamp_words"]),
        published_words=_set(data["published_words"]),
        updated_words=_set(data["updated_words"]),
        photo_labels=_phrases(data["photo_labels"]),
        photo_openings=_phrases(data["photo_openings"]),
        photo_owners=_set(data["photo_owners"]),
        source_openings=_phrases(data["source_openings"]),
        source_verbs=_phrases(data["source_verbs"]),
        source_labels=_phrases(data["source_labels"]),
        byline_labels=_phrases(data["byline_labels"]),
        boilerplate=Boilerplate(
            exact=_set(boilerplate["exact"]),
            opening=_phrases(boilerplate["opening"]),
            containing=_phrases(boilerplate["containing"]),
        ),
        platforms=_phrases(data["platforms"]),
    )


@lru_cache(maxsize=1)
def outlets() -> Outlets:
    """The words of ``lexicon/publishing.yml``."""
    data = read_lexicon("publishing.yml")
    return Outlets(
        relay_verbs=_phrases(data["relay_verbs"]),
        report_verbs=_phrases(data["report_verbs"]),
        reference_phrases=_phrases(data["reference_phrases"]),
        correspondents=_phrases(data["correspondents"]),
        kinds=_set(data["kinds"]),
        cited=_set(data["cited"]),
        agencies=_set(data["agencies"]),
        future_cues=_set(data["future_cues"]),
    )


def _months(data: Mapping[str, Value]) -> Mapping[str, str]:
    return {plain(form): digits for digits, forms in data.items() for form in words(forms)}


def _phrases(value: Value) -> tuple[str, ...]:
    return tuple(plain(word) for word in words(value))


def _set(value: Value) -> frozenset[str]:
    return frozenset(_phrases(value))


def _mapping(value: Value) -> Mapping[str, Value]:
    if not isinstance(value, Mapping):
        raise TypeError(f"expected a mapping, got {value!r}")
    return value
