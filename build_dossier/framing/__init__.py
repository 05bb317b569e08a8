"""How articles name things: sets of terms, the words that stand for each, and where they stand.

Comes in: term sets of the package and the editor, linked readings. Goes out: hits, and in whose voice each is. Terms
are found and counted; nothing is scored, and no side is told.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from build_dossier.text.language import Language

LANGUAGES: tuple[Language, ...] = ("uk", "ru")
"""The languages of patterns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One way to name a thing."""

    key: str
    gloss: Mapping[str, str]
    """What it says, by language: of its own meaning, not of who uses it."""
    patterns: Mapping[str, tuple[str, ...]]
    """``uk``, ``ru``: as ``framing.patterns`` reads them."""
    unless: Mapping[str, tuple[str, ...]]
    """What only looks like it, likewise: a hit that shares a word with one of these is none."""
    initial: str | None = None
    """``small`` or ``capital``: only where it is printed with such a first letter."""
    under: str | None = None
    """A wider term of the same set, in which it is counted, too."""
    spelling: bool = False
    """Whether it is told apart by how it is written, which is the outlet's choice in what it retells, too."""
    note: str | None = None
    """Why the term is told apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermSet:
    """The ways to name one thing."""

    key: str
    title: Mapping[str, str]
    """By language."""
    about: Mapping[str, str]
    """What is named, by language."""
    only_with: Mapping[str, tuple[str, ...]]
    """By language, patterns: it is counted in articles that have one of them; in all where there are none."""
    terms: Mapping[str, Term]
    """By key, in the order in which they are shown; a narrower term follows its wider one."""

    def counted_in(self, term: str) -> tuple[str, ...]:
        """The terms in which a hit of one counts: itself, and the wider one."""
        wider = self.terms[term].under
        return (term,) if wider is None else (term, wider)


TermSets = Mapping[str, TermSet]
"""By key, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A term where it stands in an article."""

    set: str
    term: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Framing:
    """All term sets, and their hits by article id in text order."""

    sets: TermSets = field(default_factory=dict)
    hits: Mapping[str, tuple[Hit, ...]] = field(default_factory=dict)

    def term_of(self, hit: Hit) -> Term:
        """The term of a hit."""
        return self.sets[hit.set].terms[hit.term]
