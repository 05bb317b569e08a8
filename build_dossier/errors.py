"""What can be wrong with what was given, said so that a person can mend it.

Comes in: nothing. Goes out: ``Problem``, one line for the terminal, for ``problems.jsonl`` and the review page.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import Enum


class Severity(Enum):
    """How much a problem weighs; decides the exit status (``error`` 1, ``warning`` 1 only with ``--strict``)."""

    ERROR = "error"
    """Something given could not be used."""
    WARNING = "warning"
    """Something given may not do what the editor expects: an orphan, a dead link, a duplicate."""
    DOUBT = "doubt"
    """The program is not sure of a value it found; shown on the review page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing wrong, where it stands and how it is mended."""

    severity: Severity
    code: str
    """Stable kebab-case name of the kind of problem, e.g. ``quote-not-found``."""
    file: str
    """Path as the editor knows it, ``/`` between parts: ``docs/annotations/000.md``, ``seeds/a/b.txt``."""
    line: int | None
    """1-based line, ``None`` when the file as a whole is meant."""
    message: str
    hint: str | None = None
    """The nearest right thing: what to write instead."""

    def __str__(self) -> str:
        """One line: ``file:line: what is wrong (nearest fix)``."""
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{place}: {self.message}" + (f" ({self.hint})" if self.hint is not None else "")


def near(word: str, words: Iterable[str]) -> str | None:
    """The likest of ``words`` as a hint, ``None`` when nothing is alike."""
    likest = get_close_matches(word, sorted(words), n=1, cutoff=0.5)
    return f"did you mean “{likest[0]}”?" if likest else None


class DossierError(Exception):
    """A program error or a failed self-check: the old site stays."""


class FidelityError(DossierError):
    """A published page does not hold the words of its seed."""
