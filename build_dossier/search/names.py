"""What leads to whom: every name of an entity, as a row of words.

Comes in: the record of a page. Goes out: its names. A person is also found by the surname alone; a body or a place only
by a whole name, since its words are common ones.
"""

import re

from build_dossier.search.records import Record
from build_dossier.search.words import tokens

MOST_WORDS = 7
MOST_NAMES = 64
"""Of one thing; the numbers of names and words are packed into one."""

_ASIDE = re.compile(r"(?<=\S) ?\([^()]*\)$")
"""What only tells two of one name apart: «Georgia (US)»."""

Name = tuple[str, tuple[str, ...]]
"""Language (may be empty) and words as printed, lower case."""


def names_of(record: Record) -> tuple[Name, ...]:
    """Every name of what a page is about, each once, those of a language first."""
    labels = [(language, _ASIDE.sub("", name)) for language, name in record.names if language]
    surnames = [(language, _surname(name)) for language, name in labels if record.kind == "people"]
    named = ((language, printed(name)) for language, name in (*labels, *surnames, *record.names))
    return tuple(dict.fromkeys(name for name in named if 0 < len(name[1]) <= MOST_WORDS))[:MOST_NAMES]


def _surname(name: str) -> str:
    """The last word: in the news given names stand first."""
    return name.rsplit(maxsplit=1)[-1] if name.split() else ""


def printed(text: str) -> tuple[str, ...]:
    """The words of a text in lower case with their marks, as dictionaries have them."""
    return tuple(text[start:end].lower() for start, end, _ in tokens(text))
