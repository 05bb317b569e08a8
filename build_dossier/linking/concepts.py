"""Names of public bodies as concepts, so that they meet across languages without a list of all bodies there are.

Comes in: the key of an organisation's name. Goes out: the concepts of its words in alphabetical order
(``foreign-affairs+ministry``), where ``concepts.yml`` knows every one of them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from build_dossier.extract.gazetteer import keys, merged
from build_dossier.lexicon_file import read_lexicon, words

_SMALL = frozenset(map(merged, ("в", "у", "з", "із", "зі", "с", "со", "по", "для", "при", "на", "і", "й", "та", "и")))
"""Words that a translation adds or drops."""
_BEYOND = frozenset({"world", "international", "european", "eurasian", "un", "eu", "nato"})
"""A body with such a word belongs to no single country."""
_FEWEST = 2
"""One word alone («рада», «комісія») tells no body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """What the words of a body's name mean."""

    key: str
    """The concepts, in alphabetical order."""
    national: bool
    """Whether there may be one in every country."""


@lru_cache(maxsize=100_000)
def composed(name: str) -> Composed | None:
    """The meaning of a name whose words are all known, at least two of them; ``None`` for any other."""
    found = list(_concepts(name.split()))
    if len(found) < _FEWEST or None in found:
        return None
    key = "+".join(sorted(concept for concept in found if concept is not None))
    return Composed(key=key, national=_BEYOND.isdisjoint(found))


def _concepts(row: Sequence[str]) -> Iterator[str | None]:
    """The concepts of a row of words, the longest phrases first; ``None`` for a word that is not known."""
    at = 0
    while at < len(row):
        if merged(row[at]) in _SMALL:
            at += 1
            continue
        concept, length = _longest(row, at)
        yield concept
        at += length


def _longest(row: Sequence[str], at: int) -> tuple[str | None, int]:
    found = {number for form in _forms(row[at]) for number in _index().get(form, ())}
    for number in sorted(found, key=lambda n: (-len(_phrases()[n][0]), n)):
        pattern, concept = _phrases()[number]
        printed = row[at : at + len(pattern)]
        if len(printed) == len(pattern) and all(_forms(w) & p for w, p in zip(printed, pattern, strict=True)):
            return concept, len(pattern)
    return None, 1


@lru_cache(maxsize=20_000)
def _forms(word: str) -> frozenset[str]:
    """The dictionary forms of a word in either language: the key of a name does not say whose it is."""
    return keys(word, "uk") | keys(word, "ru")


@lru_cache(maxsize=1)
def _phrases() -> tuple[tuple[tuple[frozenset[str], ...], str], ...]:
    """The phrases of the lexicon with their concepts; each word with its dictionary forms."""
    return tuple(
        (tuple(_forms(word) for word in phrase.split()), concept)
        for concept, entry in read_lexicon("concepts.yml").items()
        for phrase in words(entry)
    )


@lru_cache(maxsize=1)
def _index() -> Mapping[str, tuple[int, ...]]:
    """Numbers of phrases by the forms of their first word."""
    index: dict[str, list[int]] = {}
    for number, (pattern, _) in enumerate(_phrases()):
        for form in sorted(pattern[0]):
            index.setdefault(form, []).append(number)
    return {form: tuple(numbers) for form, numbers in index.items()}
