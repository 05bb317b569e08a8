"""Which kinds of happening a stretch of words speaks of.

Comes in: words and their language. Goes out: concepts of ``lexicon/event_concepts.yml``, the same in both languages.
"""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from build_dossier.extract.gazetteer import keys, merged
from build_dossier.lexicon_file import read_lexicon, words
from build_dossier.text.language import Language
from build_dossier.text.morphology import analyses

_FINITE = frozenset({"VERB", "PRTS"})
_VERBAL = frozenset({"VERB", "INFN", "PRTF", "PRTS", "GRND"})


@lru_cache(maxsize=100_000)
def concept_of(word: str, language: Language) -> str | None:
    """The concept that a word form says, in any of its readings."""
    known = _concepts()
    return next((known[key] for key in sorted(keys(word, language)) if key in known), None)


@lru_cache(maxsize=100_000)
def is_finite(word: str, language: Language) -> bool:
    """Whether a word form is likeliest a verb that makes a clause."""
    return word.isalpha() and analyses(word.lower(), language)[0].pos in _FINITE


@lru_cache(maxsize=100_000)
def is_verbal(word: str, language: Language) -> bool:
    """Whether a word form is likeliest a form of a verb, finite or not."""
    return word.isalpha() and analyses(word.lower(), language)[0].pos in _VERBAL


@lru_cache(maxsize=100_000)
def is_future(word: str, language: Language) -> bool:
    """Whether a word form says what will be, may be or is planned."""
    if merged(word) in _plans() or not keys(word, language).isdisjoint(_plans()):
        return True
    return word.isalpha() and "futr" in analyses(word.lower(), language)[0].grammemes


@lru_cache(maxsize=1)
def _concepts() -> Mapping[str, str]:
    lists = read_lexicon("event_concepts.yml")
    return MappingProxyType({merged(word): concept for concept, value in lists.items() for word in words(value)})


@lru_cache(maxsize=1)
def _plans() -> frozenset[str]:
    return frozenset(merged(word) for word in words(read_lexicon("event_words.yml")["planned"]))
