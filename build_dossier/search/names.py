"""What leads to whom: the names of entities, and words that mean the same in other languages.

Comes in: the records of entities and the glossary. Goes out: ``Thing``s with their names as rows of words. A person is
also found by the surname alone; a body or a place only by a whole name, since its words are common ones.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_dossier.search.records import Record
from build_dossier.search.words import tokens

MOST_WORDS = 7
MOST_NAMES = 64
"""Of one thing; the numbers of names and words are packed into one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """An entity with its page, or a concept."""

    key: str
    """The path of its page; of a concept its key in the glossary."""
    kind: str
    """``people``, ``organisations``, ``places`` or ``concept``."""
    label: str
    names: tuple[tuple[str, tuple[str, ...]], ...]
    """Language (may be empty) and words as printed, lower case."""


def things_of(records: Iterable[Record], glossary: Mapping[str, Sequence[str]]) -> tuple[Thing, ...]:
    """Entities in order of path, then concepts in order of key."""
    entities = sorted((record for record in records if record.names), key=lambda record: record.path)
    return (*map(_entity, entities), *(_concept(key, words) for key, words in sorted(glossary.items())))


def _entity(record: Record) -> Thing:
    names = dict.fromkeys(name for name in _names(record) if 0 < len(name[1]) <= MOST_WORDS)
    return Thing(key=record.path, kind=record.kind, label=record.title, names=tuple(names)[:MOST_NAMES])


def _names(record: Record) -> Iterator[tuple[str, tuple[str, ...]]]:
    labels = [(language, name) for language, name in record.names if language]
    surnames = [(language, _surname(name)) for language, name in labels if record.kind == "people"]
    yield from ((language, printed(name)) for language, name in (*labels, *surnames, *record.names))


def _surname(name: str) -> str:
    """The last word: in the news given names stand first."""
    return name.rsplit(maxsplit=1)[-1] if name.split() else ""


def _concept(key: str, phrases: Sequence[str]) -> Thing:
    names = tuple(dict.fromkeys(("", printed(phrase)) for phrase in phrases))
    return Thing(key=key, kind="concept", label=" · ".join(phrases[:4]), names=names[:MOST_NAMES])


def printed(text: str) -> tuple[str, ...]:
    """The words of a text in lower case with their marks, as dictionaries have them."""
    return tuple(text[start:end].lower() for start, end, _ in tokens(text))
