"""Every form of every word of the dossier, in small files by its first letters.

Comes in: the words of the texts and the names of things. Goes out: ``Shard``s, each a range of the alphabet. There a
typed form leads to the words of the texts that are forms of the same lexeme, and to
the names in which one stands. What is stored is a stem and a class of endings, which many words share: the vocabulary
grows with the language, hardly with the number of articles.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from build_dossier.search.forms import Forms, Lexeme
from build_dossier.search.names import MOST_NAMES
from build_dossier.search.packing import gaps
from build_dossier.search.things import Thing
from build_dossier.search.words import fold_word

SHARD = 10_000
"""Characters of JSON in one shard, about; half of that once it is packed."""
KEY = 5
"""Letters by which forms are put in order: those that agree so far are in one shard."""
_SPELLED = 3
"""Letters at the beginning of a word of which two are right however one letter is mistyped."""
SHORTEST_STEM = 3


@dataclass(slots=True)
class Entry:
    """A lexeme: what its forms lead to."""

    stem: str
    endings: tuple[str, ...]
    words: dict[int, int] = field(default_factory=dict)
    """Numbers of words of the texts, each with the number of the ending that makes it."""
    names: set[int] = field(default_factory=set)
    """Packed: number of a thing, of its name, of the words of the name."""

    def has(self, word: str) -> bool:
        """Whether a folded word is one of its forms."""
        return word.startswith(self.stem) and word[len(self.stem) :] in self.endings


Lexicon = Sequence[Entry]
"""In order of stem and endings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shard:
    """The lexemes that have a form whose beginning lies in a range of the alphabet."""

    first: str
    """Where the range begins; the next shard's begins where it ends."""
    classes: tuple[str, ...]
    """Endings with a space between them."""
    entries: tuple[tuple[str, int, tuple[int, ...], tuple[int, ...]], ...]
    """Stem, number of its class; words, each as the difference to the one before and its ending's number; names."""

    def plain(self) -> list[object]:
        """As it is written."""
        return [self.classes, self.entries]


def lexicon_of(
    words: Sequence[str], printed: Mapping[tuple[str, str], str], things: Sequence[Thing], forms: Forms
) -> Lexicon:
    """The lexemes of the words of the texts and of all names.

    Args:
        words: of the texts, folded, in order; a word's number is its place.
        printed: how each is printed in each language, by language and word.
        things: what names lead to; a thing's number is its place.
        forms: what the dictionaries say.
    """
    entries = _Entries()
    for (language, _), form in printed.items():
        entries.of(forms.of(form, language))
    for number, thing in enumerate(things):
        _add_names(entries, number, thing, forms)
    numbers = {word: number for number, word in enumerate(words)}
    led: set[int] = set()
    for entry in entries.values():
        stem = entry.stem
        made = [(numbers.get(stem + ending), at) for at, ending in enumerate(entry.endings)]
        entry.words = {number: at for number, at in made if number is not None}
        led.update(entry.words)
    for number, word in enumerate(words):
        if number not in led:  # a form that its dictionary makes with a prefix
            entries[word, ("",)].words[number] = 0
    return [entry for _, entry in sorted(entries.items())]


class _Entries(dict[Lexeme, Entry]):
    """Entries by lexeme, made when they are asked for."""

    def __missing__(self, lexeme: Lexeme) -> Entry:
        entry = self[lexeme] = Entry(*lexeme)
        return entry

    def of(self, lexemes: Iterable[Lexeme]) -> list[Entry]:
        """The entries of some lexemes."""
        return [self[lexeme] for lexeme in lexemes]


def _add_names(entries: _Entries, number: int, thing: Thing, forms: Forms) -> None:
    """The words of all names of a thing; a name that is a form of another one leads there already."""
    known: list[list[list[Entry]]] = []
    for which, (language, name) in enumerate(thing.names):
        folded = [fold_word(word) for word in name]
        if any(len(other) == len(name) and all(map(_has, other, folded)) for other in known):
            continue
        packed = (number * MOST_NAMES + which) * 8 + len(name)
        known.append([])
        for word, low in zip(name, folded, strict=True):
            lexemes = {*forms.of(word, language), (low, ("",)), *(forms.spelled(word) if language else ())}
            known[-1].append(entries.of(lexemes))
            for entry in known[-1][-1]:
                entry.names.add(packed)


def _has(entries: Sequence[Entry], word: str) -> bool:
    return any(entry.has(word) for entry in entries)


def shards_of(lexicon: Lexicon) -> tuple[Shard, ...]:
    """The shards in order of the alphabet."""
    by_key: dict[str, list[int]] = defaultdict(list)
    for number, entry in enumerate(lexicon):
        stem = entry.stem
        keys = {stem[:KEY]} if len(stem) >= KEY else {(stem + ending)[:KEY] for ending in entry.endings}
        for key in keys:
            by_key[key].append(number)
    shards, first, size = [], "", 0
    found: set[int] = set()
    for key, numbers in sorted(by_key.items()):
        if size >= SHARD:
            shards.append(_shard(first, [lexicon[number] for number in sorted(found)]))
            first, found, size = key, set(), 0
        new = [lexicon[number] for number in numbers if number not in found]
        size += sum(20 + len(entry.stem) + 5 * len(entry.words) + 6 * len(entry.names) for entry in new)
        found.update(numbers)
    return (*shards, _shard(first, [lexicon[number] for number in sorted(found)]))


def _shard(first: str, lexicon: Lexicon) -> Shard:
    classes: dict[str, int] = {}
    entries = []
    for entry in lexicon:
        number = classes.setdefault(" ".join(entry.endings), len(classes))
        rising = sorted(entry.words)
        words = tuple(v for gap, word in zip(gaps(rising), rising, strict=True) for v in (gap, entry.words[word]))
        entries.append((entry.stem, number, words, tuple(sorted(entry.names))))
    return Shard(first=first, classes=tuple(classes), entries=tuple(entries))


def spelling_of(lexicon: Lexicon) -> Mapping[str, str]:
    """Beginnings of words by two of their first three letters, for words that are mistyped at the beginning."""
    found: dict[str, set[str]] = defaultdict(set)
    for entry in lexicon:
        stem = entry.stem
        begin = stem if len(stem) >= SHORTEST_STEM else stem + min(entry.endings, key=len)
        if len(begin) >= SHORTEST_STEM and not begin.isdigit():
            for a, b in combinations(begin[:_SPELLED], 2):
                found[a + b].add(begin)
    return {key: " ".join(sorted(stems)) for key, stems in sorted(found.items())}
