"""Words and phrases that mean the same in other languages: a search for one finds them all.

Comes in: the package's ``lexicon/glossary.yml`` and the editor's ``docs/lexicon/glossary.yml``, which replaces a
concept by its key. Goes out: the phrases of each concept, with a ``Problem`` for every entry that cannot be used.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType

from build_dossier.errors import Problem, Severity
from build_dossier.strict_yaml import Value, YamlError, read_yaml

MOST_WORDS = 7
"""Of one phrase; so many does the search index count."""

Glossary = Mapping[str, tuple[str, ...]]
"""Phrases by concept."""


@lru_cache(maxsize=1)
def package_glossary() -> Glossary:
    """The concepts that come with the program."""
    text = (files("build_dossier") / "lexicon" / "glossary.yml").read_text(encoding="utf-8")
    glossary, problems = read_glossary([("glossary.yml", text)], {})
    assert not problems, problems
    return glossary


def read_glossary(
    sources: Iterable[tuple[str, str]], known: Glossary | None = None
) -> tuple[Glossary, tuple[Problem, ...]]:
    """The concepts of ``known`` (the package's by default) with those of ``sources``, (path, text) pairs, on top."""
    glossary = dict(package_glossary() if known is None else known)
    problems: list[Problem] = []
    for path, text in sources:
        try:
            document = read_yaml(text)
        except YamlError as error:
            problems.append(_problem(path, error.line, error.message))
            continue
        for key, value in document.data.items():
            phrases = _phrases(value)
            complaint = _complaint(value, phrases)
            if complaint is not None:
                problems.append(_problem(path, document.line(key), f"concept “{key}”: {complaint}"))
            elif phrases:
                glossary[key] = phrases
            else:
                glossary.pop(key, None)
    return MappingProxyType(glossary), tuple(problems)


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


def _problem(path: str, line: int | None, message: str) -> Problem:
    return Problem(severity=Severity.ERROR, code="glossary", file=path, line=line, message=message)
