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

from build_dossier.search.forms import Forms, Lexeme, lexeme_of
from build_dossier.search.latin import spellings
from build_dossier.search.names import MOST_NAMES, Thing
from build_dossier.search.packing import gaps
from build_dossier.search.words import fold_word

SHARD = 14_000
"""Characters of JSON in one shard, about; half of that once it is packed."""
KEY = 5
"""Letters by which forms are put in order: those that agree so far are in one shard."""
_SPELLED = 3
"""Letters at the beginning of a word of which two are right however one letter is mistyped."""
SHORTEST_STEM = 3


@dataclass(slots=True)
class Entry:
    """A lexeme: what its forms lead to."""

    words: dict[int, int] = field(default_factory=dict)
    """Numbers of words of the texts, each with the number of the ending that makes it."""
    names: set[int] = field(default_factory=set)
    """Packed: number of a thing, of its name, of the words of the name."""


Lexicon = Mapping[Lexeme, Entry]


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
    entries: dict[Lexeme, Entry] = defaultdict(Entry)
    for (language, _), form in sorted(printed.items()):
        for lexeme in forms.of(form, language):
            entries.setdefault(lexeme, Entry())
    for number, thing in enumerate(things):
        _add_names(entries, number, thing, forms)
    numbers = {word: number for number, word in enumerate(words)}
    for (stem, endings), entry in entries.items():
        entry.words.update(
            {numbers[form]: at for at, ending in enumerate(endings) if (form := stem + ending) in numbers}
        )
    led = {number for entry in entries.values() for number in entry.words}
    for number, word in enumerate(words):
        if number not in led:  # a form that its dictionary makes with a prefix
            entries[word, ("",)].words[number] = 0
    return entries


def _add_names(entries: dict[Lexeme, Entry], number: int, thing: Thing, forms: Forms) -> None:
    """The words of all names of a thing; a name that is a form of another one leads there already."""
    known: list[list[set[str]]] = []
    for which, (language, name) in enumerate(thing.names):
        if any(len(other) == len(name) and all(w in f for w, f in zip(name, other, strict=True)) for other in known):
            continue
        packed = (number * MOST_NAMES + which) * 8 + len(name)
        known.append([])
        for word in name:
            found = {*forms.of(word, language), (fold_word(word), ("",))}
            if language and (spelled := spellings(word)):
                found.add(lexeme_of(spelled))
            for lexeme in found:
                entries[lexeme].names.add(packed)
            known[-1].append({word, *(stem + ending for stem, endings in found for ending in endings)})


def shards_of(lexicon: Lexicon) -> tuple[Shard, ...]:
    """The shards in order of the alphabet."""
    by_key: dict[str, list[Lexeme]] = defaultdict(list)
    for lexeme in sorted(lexicon):
        stem, endings = lexeme
        keys = {stem[:KEY]} if len(stem) >= KEY else {(stem + ending)[:KEY] for ending in endings}
        for key in keys:
            by_key[key].append(lexeme)
    shards, first, size = [], "", 0
    found: dict[Lexeme, None] = {}
    for key, lexemes in sorted(by_key.items()):
        if size >= SHARD:
            shards.append(_shard(first, found, lexicon))
            first, found, size = key, {}, 0
        new = [lexeme for lexeme in lexemes if lexeme not in found]
        size += sum(20 + len(s) + 5 * len(lexicon[s, e].words) + 6 * len(lexicon[s, e].names) for s, e in new)
        found.update(dict.fromkeys(new))
    return (*shards, _shard(first, found, lexicon))


def _shard(first: str, lexemes: Iterable[Lexeme], lexicon: Lexicon) -> Shard:
    classes: dict[str, int] = {}
    entries = []
    for stem, endings in sorted(lexemes):
        entry = lexicon[stem, endings]
        number = classes.setdefault(" ".join(endings), len(classes))
        rising = sorted(entry.words)
        words = tuple(v for gap, word in zip(gaps(rising), rising, strict=True) for v in (gap, entry.words[word]))
        entries.append((stem, number, words, tuple(sorted(entry.names))))
    return Shard(first=first, classes=tuple(classes), entries=tuple(entries))


def spelling_of(lexicon: Lexicon) -> Mapping[str, str]:
    """Beginnings of words by two of their first three letters, for words that are mistyped at the beginning."""
    found: dict[str, set[str]] = defaultdict(set)
    for stem, endings in lexicon:
        begin = stem if len(stem) >= SHORTEST_STEM else stem + min(endings, key=len)
        if len(begin) >= SHORTEST_STEM and not begin.isdigit():
            for a, b in combinations(begin[:_SPELLED], 2):
                found[a + b].add(begin)
    return {key: " ".join(sorted(stems)) for key, stems in sorted(found.items())}
