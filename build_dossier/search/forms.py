"""All forms of the words that a word may be a form of, folded, and a memory of them.

Comes in: a folded or printed word and its language. Goes out: tuples of forms. A word of unknown language is looked up
in both dictionaries; one in Latin letters has the English plural beside it.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from build_dossier.search.latin import spellings
from build_dossier.search.words import fold_word
from build_dossier.text.morphology import lexemes

_CYRILLIC = re.compile("[а-яіїєґё]")
_APOSTROPHE = re.compile("[’ʼ‘`´ʹ′＇]")
_PLURAL = re.compile("(?<=[a-z]{3})(?<!s)s$")
_SHORTEST_ENGLISH = 3

Lexeme = tuple[str, tuple[str, ...]]
"""What all forms begin with, and what follows in each: a class of endings that many words share."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Forms:
    """Lexemes by word; what the dictionaries said once is not asked again."""

    known: Mapping[str, list[Lexeme]]
    """What was found out by an earlier build, by language and word."""
    used: dict[str, list[Lexeme]] = field(default_factory=dict)
    """All that was asked for in this build."""

    def of(self, word: str, language: str) -> list[Lexeme]:
        """The lexemes of a word as it is printed, lower case."""
        key = f"{language if language in {'uk', 'ru'} else ''} {word}"
        return self._kept(key, lambda: dict.fromkeys(_lexemes(word, language)))

    def spelled(self, word: str) -> list[Lexeme]:
        """A word of a name in Latin letters, in all its spellings as one lexeme; none where it has no other."""
        return self._kept(f"Latin {word}", lambda: [lexeme_of(found)] if (found := spellings(word)) else ())

    def _kept(self, key: str, make: Callable[[], Iterable[Lexeme]]) -> list[Lexeme]:
        found = self.used.get(key)
        if found is None:
            found = self.known.get(key)
            self.used[key] = found = list(make()) if found is None else found
        return found


def _lexemes(word: str, language: str) -> Iterator[Lexeme]:
    if _CYRILLIC.search(word) is None:
        low = fold_word(word)
        single = _PLURAL.sub("", low)
        yield lexeme_of((single, f"{single}s") if len(single) >= _SHORTEST_ENGLISH and single.isalpha() else (low,))
        return
    plain = _APOSTROPHE.sub("'", word)  # the one that the dictionaries have
    if language != "ru":
        yield from (_folded(*lexeme) for lexeme in lexemes(plain, "uk"))
    if language != "uk":
        yield from (_folded(*lexeme) for lexeme in lexemes(plain, "ru"))


def _folded(stem: str, endings: tuple[str, ...]) -> Lexeme:
    return (fold_word(stem), _folded_endings(endings)) if stem else lexeme_of(endings)


@lru_cache(maxsize=10_000)
def _folded_endings(endings: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted({fold_word(ending) for ending in endings}))


def lexeme_of(forms: Iterable[str]) -> Lexeme:
    """Forms as stem and endings; the forms are folded, in order, each once."""
    folded = sorted({fold_word(form) for form in forms} - {""}) or [""]
    first, last = folded[0], folded[-1]
    same = next((at for at, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), min(len(first), len(last)))
    return first[:same], tuple(form[same:] for form in folded)
