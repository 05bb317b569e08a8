"""Finding a quotation in a text, or saying that it cannot be told where.

``describe`` and ``locate`` are inverses: ``locate(describe(text, span), text)`` is ``span`` (W3C Web Annotation Data
Model, 4.2.4 Text Quote Selector). A quotation that could stand in two places is refused, never guessed.
"""

from dataclasses import dataclass
from enum import Enum

from build_dossier.text.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class TextQuoteSelector:
    """The quoted words and, where they help, the words around them (W3C Web Annotation)."""

    exact: str
    prefix: str = ""
    suffix: str = ""


class Reason(Enum):
    """How a quotation was found."""

    EXACT = "exact"
    FOLDED = "folded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """The one place a quotation can mean."""

    start: int
    end: int
    score: float
    """1.0 for the very words, less for a likeness."""
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Ambiguous:
    """Several places that a quotation could mean."""

    candidates: tuple[Match, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFound:
    """No place; ``nearest`` is the likest passage with its likeness, if any is alike at all."""

    nearest: Span | None
    likeness: float
    """0 to 1."""
