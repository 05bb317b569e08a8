"""Lemmas mended by nominatives that the dossier prints elsewhere.

Comes in: the mentions of every article. Goes out: for a person's mention the name a reader would list. An article that
says only «з Кітом Келлогом» leaves its lemma to guesswork; another prints «Кіт Келлог», and that settles it. The
printed nominative must be in the same language, and a woman's name is not bent into a man's while any form shows her.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import product

from build_dossier.extract.mentions import EntityType, Mention
from build_dossier.linking.authority import name_key
from build_dossier.text.language import Language

_ENDING = re.compile(
    "(?:ого|ому|ими|ыми|ові|еві|єві|ем|єм|ом|им|ым|ім|їм|ою|ею|єю|ой|ей|ий|ый|ій|ая|ую|у|ю|а|я|е|є|і|ї|и|ы|о|й|ь)$"
)
_OPTIONS = 4
"""Printed nominatives tried for one word; a stem rarely has more than two."""
_WORDS = 4
"""Longer names are left alone: every further word multiplies the ways to mend it."""


class Nominatives:
    """What names the dossier prints in the nominative."""

    def __init__(self, mentions: Iterable[tuple[Language, Mention]]) -> None:
        self._printed: Counter[tuple[Language, str]] = Counter()
        self._in_full: Counter[tuple[Language, str]] = Counter()
        self._forms: dict[tuple[Language, str], set[str]] = {}
        self._words: dict[tuple[Language, str], Counter[str]] = {}
        self._spelling: dict[tuple[Language, str], Counter[str]] = {}
        for language, mention in mentions:
            if mention.type is EntityType.PER:
                self._add(language, mention)

    def _add(self, language: Language, mention: Mention) -> None:
        key = name_key(mention.lemma)
        form = name_key(mention.form)
        self._forms.setdefault((language, key), set()).add(form)
        if form == key:
            self._printed[language, key] += 1
            self._spelling.setdefault((language, key), Counter())[mention.lemma] += 1
            for word in key.split():
                self._words.setdefault((language, stem(word)), Counter())[word] += 1
                self._in_full[language, word] += " " in key

    def lemma(self, language: Language, mention: Mention) -> str:
        """The mention's lemma, mended where the dossier knows better."""
        words = name_key(mention.lemma).split()
        if mention.type is not EntityType.PER or len(words) > _WORDS:
            return mention.lemma
        return self._mended(language, mention.lemma)

    @lru_cache(maxsize=200_000)  # noqa: B019 (lives as long as one linking)
    def _mended(self, language: Language, lemma: str) -> str:
        key = name_key(lemma)
        if self._settled(language, key):
            return lemma
        candidates = [other for other in self._candidates(language, key) if other != key]
        if not candidates:
            return lemma
        best = max(candidates, key=lambda other: (self._weight(language, other, key), other))
        if self._weight(language, best, key) <= self._own_weight(language, key, best):
            return lemma
        return self._spelled(language, best, lemma)

    def _settled(self, language: Language, key: str) -> bool:
        """Whether the name is printed as it is and could not be another's oblique form."""
        return self._printed[language, key] > 0 and not re.search(r"(?:[аяу]|ом|ем|им)(?: |\Z)", key)

    def _candidates(self, language: Language, key: str) -> Iterator[str]:
        options = []
        for word in key.split():
            printed = self._words.get((language, stem(word)), Counter())
            ranked = sorted(printed, key=lambda other: (-printed[other], other))[:_OPTIONS]
            options.append(dict.fromkeys((word, *(other for other in ranked if _may_be(word, other)))))
        return (" ".join(words) for words in product(*options))

    def _weight(self, language: Language, key: str, lemma: str) -> tuple[int, int]:
        """How often the whole name is printed in the nominative, else the weakest of the words it would change."""
        changed = (word for word, own in zip(key.split(), lemma.split(), strict=True) if word != own)
        words = (self._words.get((language, stem(word)), Counter())[word] for word in changed)
        return self._printed[language, key], min(words, default=0)

    def _own_weight(self, language: Language, key: str, best: str) -> tuple[int, int]:
        """What speaks for leaving the name: all, when other forms show it; else the full names that hold its word."""
        if self._printed[language, key] > 0 and self._forms[language, key] != {key}:
            return (self._printed.total(), 0)
        changed = (word for word, other in zip(key.split(), best.split(), strict=True) if word != other)
        in_full = max((self._in_full[language, word] for word in changed if " " not in key), default=0)
        return (in_full, self._printed.total() if in_full else 0)

    def _spelled(self, language: Language, key: str, lemma: str) -> str:
        """The name with its capitals: as it is printed most often, else as the lemma has them."""
        printed = self._spelling.get((language, key))
        if printed is not None:
            return min(printed, key=lambda name: (-printed[name], name))
        return " ".join(word[:1].upper() + word[1:] for word in key.split()) if lemma[:1].isupper() else key


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The word without its case ending; at least three letters, or two of a short name, stay."""
    bare = _ENDING.sub("", word)
    return bare if len(bare) >= min(3, len(word) - 1) else word


def _may_be(word: str, other: str) -> bool:
    """Whether ``other`` can be the nominative of ``word``: no woman's adjective for a man's and no other ending."""
    return word == other or _oblique(word, other)


def _oblique(word: str, nominative: str) -> bool:
    """Whether ``word`` looks like another case of ``nominative``: its ending is one that the nominative lacks."""
    if re.search("(?:ська|ская|цька|цкая|ая)$", nominative):
        return re.search("(?:ої|ой|ую|у|ою|ій)$", word) is not None
    if nominative.endswith(("а", "я")):
        return re.search("(?:[иіїуюеєы]|ою|ею|єю|ой|ей)$", word) is not None
    return re.search("(?:[аяуюеєі]|ом|ем|єм|им|ым|ові|еві|єві|ого|ому|ім)$", word) is not None
