"""Words of the interface outside templates and modules: the theme's, those of menu and palette, kinds of notes.

Comes in: the files that hold them in English. Goes out: the words themselves, as they are, for translators, and in
another language. A word that is in no catalogue (the editor's own name of a menu entry) stays as it was written.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import IO

from build_dossier.strict_yaml import read_own_yaml

Words = str | tuple[str, str]
"""A text; or two, for one thing and for many, with ``{count}`` for the number."""

Message = tuple[int, str, str | tuple[str, str], list[str]]
"""Line, function, message or its singular and plural, comments: what Babel wants of an extractor."""

_TABLE = re.compile(r"\{% set english = (\{.*?)\s*,?\s*\} %\}", re.DOTALL)


def theme_words(source: str) -> Mapping[str, Words]:
    """The theme's words by key.

    Args:
        source: of ``partials/texts.html``; its table is written as JSON, but for a comma after the last entry.
    """
    table = _TABLE.search(source)
    if table is None:
        raise ValueError("the theme's texts have no table")
    entries = json.loads(table.group(1) + "}")
    return {key: words if isinstance(words, str) else (words[0], words[1]) for key, words in entries.items()}


def in_language(
    words: Mapping[str, Words],
    translate: Callable[[str], str],
    plurals: Callable[[str, str], Mapping[str, str]],
) -> dict[str, object]:
    """The words in another language by key; a plural is its forms by CLDR category."""
    return {
        key: translate(said) if isinstance(said, str) else dict(plurals(said[0], said[1]))
        for key, said in words.items()
    }


def menu(entries: object, translate: Callable[[str], str]) -> object:
    """``nav`` of ``mkdocs.yml`` with its titles in another language; what is no title stays."""
    if isinstance(entries, list | tuple):
        return [menu(entry, translate) for entry in entries]
    if isinstance(entries, Mapping):
        return {_named(title, translate): menu(below, translate) for title, below in entries.items()}
    return entries


def palette(schemes: object, translate: Callable[[str], str]) -> object:
    """``theme.palette`` of ``mkdocs.yml`` with the names of its switches in another language."""
    if isinstance(schemes, list | tuple):
        return [palette(scheme, translate) for scheme in schemes]
    if not isinstance(schemes, Mapping) or not isinstance(toggle := schemes.get("toggle"), Mapping):
        return schemes
    return {**schemes, "toggle": {**toggle, "name": _named(toggle.get("name"), translate)}}


def _named(name: object, translate: Callable[[str], str]) -> object:
    return translate(name) if isinstance(name, str) and name else name


def extract_theme(file: IO[bytes], keywords: object, comments: object, options: object) -> Iterator[Message]:
    """For Babel: the messages of ``partials/texts.html``."""
    del keywords, comments, options
    for words in theme_words(file.read().decode()).values():
        yield 1, "t" if isinstance(words, str) else "tn", words, []


def extract_settings(file: IO[bytes], keywords: object, comments: object, options: object) -> Iterator[Message]:
    """For Babel: the names of menu entries and of the palette's switches in ``mkdocs.yml``."""
    del keywords, comments, options
    settings = read_own_yaml(file.read().decode()).data
    names: list[str] = []

    def noted(name: str) -> str:
        names.append(name)
        return name

    menu(settings.get("nav"), noted)
    theme = settings.get("theme")
    palette(theme.get("palette") if isinstance(theme, Mapping) else None, noted)
    for name in names:
        yield 1, "t", name, []


def extract_labels(file: IO[bytes], keywords: object, comments: object, options: object) -> Iterator[Message]:
    """For Babel: the ``label`` of every entry of a word list."""
    del keywords, comments, options
    for entry in read_own_yaml(file.read().decode()).data.values():
        if isinstance(entry, Mapping) and isinstance(label := entry.get("label"), str):
            yield 1, "t", label, []
