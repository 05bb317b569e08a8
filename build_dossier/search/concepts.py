"""Where a text says what the glossary lists, in whichever form and language.

Comes in: the phrases of each concept, and the words of a block. Goes out: marks, as those of entities.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_dossier.search.forms import Forms
from build_dossier.search.names import printed
from build_dossier.search.words import fold_word

Phrase = tuple[frozenset[str], ...]
"""The forms of each word of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Glossary:
    """The phrases of all concepts by the forms of their first words."""

    phrases: Mapping[str, tuple[tuple[str, Phrase], ...]]

    def marks(self, found: Sequence[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
        """Start, end and key of every concept that the words of a text name."""
        for at, (start, _, word) in enumerate(found):
            for key, phrase in self.phrases.get(word, ()):
                stretch = found[at : at + len(phrase)]
                if len(stretch) == len(phrase) and all(w in f for (_, _, w), f in zip(stretch, phrase, strict=True)):
                    yield start, stretch[-1][1], key


def glossary_of(phrases: Mapping[str, Sequence[str]], forms: Forms) -> Glossary:
    """The glossary of concepts with their phrases."""
    found: dict[str, list[tuple[str, Phrase]]] = defaultdict(list)
    for key, ways in sorted(phrases.items()):
        for words in dict.fromkeys(map(printed, ways)):
            phrase = tuple(_forms(word, forms) for word in words)
            for form in sorted(phrase[0]) if phrase else ():
                found[form].append((concept_key(key), phrase))
    return Glossary(phrases={form: tuple(found_phrases) for form, found_phrases in found.items()})


def _forms(word: str, forms: Forms) -> frozenset[str]:
    return frozenset({fold_word(word)}.union(*({s + e for e in ends} for s, ends in forms.of(word, ""))))


def concept_key(key: str) -> str:
    """The key of a concept among those of all things; no page has such a path."""
    return f"concept:{key}"
