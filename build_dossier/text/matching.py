"""What every way of looking for a quotation works with: a text made ready, places of words, and what is around them.

Comes in: a selector and a text. Goes out: ``Match``es, and how much of the quoted context stands beside one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import islice

from build_dossier.text.fold import Folded, folded
from build_dossier.text.likeness import ratio
from build_dossier.text.span import Span
from build_dossier.text.thresholds import MOST_CANDIDATES, SELF_SUFFICIENT

# The same words in other typography or case: as good as exact, but told apart from it.
FOLDED_SCORE = 0.99


@dataclass(frozen=True, slots=True, kw_only=True)
class TextQuoteSelector:
    """The quoted words and, where they help, the words around them (W3C Web Annotation)."""

    exact: str
    prefix: str = ""
    suffix: str = ""


class Reason(Enum):
    """How a quotation was found."""

    EXACT = "EXACT"
    """The very words; where a place is remembered, at that place."""
    FOLDED = "FOLDED"
    """The words in other typography or case."""
    MOVED = "MOVED"
    """The words elsewhere than they are remembered."""
    FUZZY = "FUZZY"
    """Words that are alike: a word changed, some went, some came."""
    ACCEPTED = "ACCEPTED"
    """Other words than are quoted, at a place that the editor has accepted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """The one place a quotation can mean."""

    start: int
    end: int
    score: float
    """1.0 for the very words, less for a likeness."""
    reason: Reason

    @property
    def span(self) -> Span:
        """The place."""
        return Span(start=self.start, end=self.end)


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


Located = Match | Ambiguous | NotFound
"""The three answers of ``locate``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Searchable:
    """A text made ready for many searches."""

    text: str
    start: int
    """Nothing is found before this offset (the machine prefix of a seed)."""
    folded: Folded


def searchable(text: str, start: int = 0) -> Searchable:
    """``text`` folded once, to be searched from ``start`` on."""
    blanked = " " * start + text[start:]
    return Searchable(text=text, start=start, folded=folded(blanked))


def occurrences(words: str, text: str, start: int = 0) -> Iterator[int]:
    """Where ``words`` stand in ``text``, from ``start`` on, overlapping ones too."""
    found = text.find(words, start)
    while found != -1:
        yield found
        found = text.find(words, found + 1)


def common(one: str, other: str) -> int:
    """How many code points at the beginning of both are the same."""
    shorter = min(len(one), len(other))
    return next((index for index in range(shorter) if one[index] != other[index]), shorter)


def folded_places(exact: str, page: Searchable) -> Iterator[tuple[Match, int, int]]:
    """Where the folded words stand: the match in the text, and start and end in the folded text.

    A short match that is not letter by letter must not cut a word: “Коул” is not in “протокоул”.
    """
    words = folded(exact).text.strip()
    if not words:
        return
    for at in islice(occurrences(words, page.folded.text), MOST_CANDIDATES):
        end = at + len(words)
        span = page.folded.span(at, end)
        printed = span.of(page.text) == exact.strip()
        if printed or len(words) >= SELF_SUFFICIENT or not _cuts_a_word(page.folded.text, at, end):
            reason = Reason.EXACT if printed else Reason.FOLDED
            score = 1.0 if printed else FOLDED_SCORE
            yield Match(start=span.start, end=span.end, score=score, reason=reason), at, end


def _cuts_a_word(text: str, start: int, end: int) -> bool:
    left = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    return left or (end < len(text) and text[end - 1].isalnum() and text[end].isalnum())


def prefer_printed(matches: tuple[Match, ...]) -> tuple[Match, ...]:
    """Those that are the very letters, if there are any."""
    return tuple(match for match in matches if match.reason is Reason.EXACT) or matches


def folded_context(selector: TextQuoteSelector) -> tuple[str, str]:
    """Prefix and suffix as they are compared."""
    return folded(selector.prefix).text.strip(), folded(selector.suffix).text.strip()


def agreement(text: str, at: int, end: int, context: tuple[str, str]) -> int:
    """The longer of the two sides' agreement with the context, in folded characters next to the words."""
    prefix, suffix = context
    before, after = before_it(text, at, prefix), after_it(text, end, suffix)
    return max(common(before[::-1], prefix[::-1]), common(after, suffix))


def likeness_around(text: str, place: Span, context: tuple[str, str]) -> float:
    """How like what stands around a place is to the context: 0 to 1 for either side that has one."""
    prefix, suffix = context
    before = before_it(text, place.start, prefix)[-len(prefix) :] if prefix else ""
    after = after_it(text, place.end, suffix)[: len(suffix)] if suffix else ""
    return (ratio(prefix, before) if prefix else 0.0) + (ratio(suffix, after) if suffix else 0.0)


def before_it(text: str, at: int, prefix: str) -> str:
    """As much of the folded text before ``at`` as ``prefix`` may agree with, without a space next to the words."""
    return text[max(0, at - len(prefix) - 1) : at].rstrip()


def after_it(text: str, end: int, suffix: str) -> str:
    """As much of the folded text from ``end`` on as ``suffix`` may agree with, without a space next to the words."""
    return text[end : end + len(suffix) + 1].lstrip()
