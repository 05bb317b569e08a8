"""Words and phrases that mean the same in other languages: a search for one finds them all.

Comes in: the package's ``lexicon/glossary.yml`` and the editor's ``docs/lexicon/glossary.yml``, which replaces a
concept by its key. Goes out: the phrases of each concept, with a ``Problem`` for every entry that cannot be used.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType

from build_dossier.errors import Problem
from build_dossier.lexicon_file import Complaints, entries, package_text
from build_dossier.strict_yaml import Value

MOST_WORDS = 7
"""Of one phrase; so many does the search index count."""

Glossary = Mapping[str, tuple[str, ...]]
"""Phrases by concept."""


@lru_cache(maxsize=1)
def package_glossary() -> Glossary:
    """The concepts that come with the program."""
    glossary, problems = read_glossary([("glossary.yml", package_text("glossary.yml"))], {})
    assert not problems, problems
    return glossary


def read_glossary(
    sources: Iterable[tuple[str, str]], known: Glossary | None = None
) -> tuple[Glossary, tuple[Problem, ...]]:
    """The concepts of ``known`` (the package's by default) with those of ``sources``, (path, text) pairs, on top."""
    glossary = dict(package_glossary() if known is None else known)
    complaints = Complaints(code="glossary")
    for entry in entries(sources, complaints):
        phrases = _phrases(entry.value)
        complaint = _complaint(entry.value, phrases)
        if complaint is not None:
            complaints.about(entry, f"concept “{entry.key}”: {complaint}")
        elif phrases:
            glossary[entry.key] = phrases
        else:
            glossary.pop(entry.key, None)
    return MappingProxyType(glossary), tuple(complaints.problems)


def _phrases(value: Value) -> tuple[str, ...]:
    if not isinstance(value, tuple):
        return ()
    return tuple(" ".join(phrase.split()) for phrase in value if isinstance(phrase, str) and phrase.strip())


def _complaint(value: Value, phrases: tuple[str, ...]) -> str | None:
    """What is wrong with an entry; an empty list removes a concept and is right."""
    if not isinstance(value, tuple) or len(phrases) < len(value):
        return "expected a list of words or phrases: [перемовини, переговоры, talks]"
    if len(phrases) == 1:
        return "it has one phrase; a search needs another that means the same"
    longest = next((phrase for phrase in phrases if len(phrase.split()) > MOST_WORDS), None)
    return None if longest is None else f"“{longest}” has more than {MOST_WORDS} words"
