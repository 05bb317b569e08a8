"""Where a text says what the glossary lists, in whichever form and language.

Comes in: things of kind ``concept``, and the words of a block. Goes out: marks, as those of entities.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_dossier.search.forms import Forms
from build_dossier.search.names import Thing
from build_dossier.search.words import fold_word

Phrase = tuple[frozenset[str], ...]
"""The forms of each word of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Glossary:
    """The phrases of all concepts by the forms of their first words."""

    phrases: Mapping[str, tuple[tuple[int, Phrase], ...]]

    def marks(self, found: Sequence[tuple[int, int, str]]) -> Iterator[tuple[int, int, int]]:
        """Start, end and number of every concept that the words of a text name."""
        for at, (start, _, word) in enumerate(found):
            for number, phrase in self.phrases.get(word, ()):
                stretch = found[at : at + len(phrase)]
                if len(stretch) == len(phrase) and all(w in f for (_, _, w), f in zip(stretch, phrase, strict=True)):
                    yield start, stretch[-1][1], number


def glossary_of(things: Sequence[Thing], forms: Forms) -> Glossary:
    """The glossary of the concepts among ``things``; a thing's number is its place."""
    found: dict[str, list[tuple[int, Phrase]]] = defaultdict(list)
    for number, thing in enumerate(things):
        for language, words in thing.names if thing.kind == "concept" else ():
            phrase = tuple(_forms(word, language, forms) for word in words)
            for form in sorted(phrase[0]) if phrase else ():
                found[form].append((number, phrase))
    return Glossary(phrases={form: tuple(phrases) for form, phrases in found.items()})


def _forms(word: str, language: str, forms: Forms) -> frozenset[str]:
    return frozenset({fold_word(word)}.union(*({s + e for e in ends} for s, ends in forms.of(word, language))))
