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
    phrases = {phrase for key in _forms(row[at]) for phrase in _phrases().get(key, ())}
    for pattern, concept in sorted(phrases, key=lambda phrase: (-len(phrase[0]), phrase)):
        printed = row[at : at + len(pattern)]
        if len(printed) == len(pattern) and all(k in _forms(w) for k, w in zip(pattern, printed, strict=True)):
            return concept, len(pattern)
    return None, 1


@lru_cache(maxsize=20_000)
def _forms(word: str) -> frozenset[str]:
    """The dictionary forms of a word in either language: the key of a name does not say whose it is."""
    return keys(word, "uk") | keys(word, "ru")


@lru_cache(maxsize=1)
def _phrases() -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """The phrases of the lexicon with their concepts, by their first word."""
    index: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for concept, entry in read_lexicon("concepts.yml").items():
        for phrase in words(entry):
            pattern = tuple(merged(word) for word in phrase.split())
            index.setdefault(pattern[0], []).append((pattern, concept))
    return {first: tuple(found) for first, found in index.items()}
