"""Finding a quotation in a text, or saying that it cannot be told where.

``describe`` and ``locate`` are inverses: ``locate(describe(text, span), text)`` is ``span`` (W3C Web Annotation Data
Model, 4.2.4 Text Quote Selector). A quotation that could stand in two places is refused, never guessed.

The search goes down ``TIERS``: the first that finds anything decides, and only a single find is a place.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import islice

from build_dossier.text.fold import Folded, folded
from build_dossier.text.likeness import likest
from build_dossier.text.span import Span, trim

# The same words in other typography or case: as good as exact, but told apart from it.
FOLDED_SCORE = 0.99
# Agreement, in folded characters on one side of the words, from which a partly changed context still says which of
# several places is meant: longer than a preposition with its space, shorter than two common words.
TELLING = 8
# Words this long (folded characters) may stand without any of the context they were quoted with; shorter ones are
# likely to be other words: of "Robin, … Elisa DeRosa" a quoted "==Robin== DeRosa" means neither.
SELF_SUFFICIENT = 12
# More places than this are never told apart; bounds the work on texts that repeat themselves.
MOST_CANDIDATES = 2_000


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


def locate(selector: TextQuoteSelector, text: str | Searchable) -> Located:
    """The one place that ``selector`` can mean in ``text``, or why there is none.

    Returns:
        A ``Match``, the ``Ambiguous`` candidates in text order, or ``NotFound`` with the likest passage.
    """
    page = text if isinstance(text, Searchable) else searchable(text)
    found = candidates(selector, page)
    if len(found) == 1:
        return found[0]
    if found:
        return Ambiguous(candidates=found)
    return not_found(selector.exact, page)


def candidates(selector: TextQuoteSelector, page: Searchable) -> tuple[Match, ...]:
    """The equally good places for ``selector``, in text order: those of the first tier that has any."""
    if not selector.exact:
        return ()
    return next((found for tier in TIERS if (found := tier(selector, page))), ())


def not_found(quote: str, page: Searchable) -> NotFound:
    """The answer when ``quote`` stands nowhere, with what is likest to it, in whole words."""
    best = likest(folded(quote).text.strip(), page.folded.text)
    if best is None:
        return NotFound(nearest=None, likeness=0.0)
    span = page.folded.span(best.span.start, best.span.end)
    return NotFound(nearest=_whole_words(page.text, span), likeness=best.likeness)


def describe(text: str, span: Span) -> TextQuoteSelector:
    """The words of ``span`` with the shortest context, in code points, that no other place in ``text`` has.

    Of two equally short contexts the one with the shorter prefix is taken.

    Raises:
        ValueError: the span is empty or reaches beyond the text.
    """
    if not span.start < span.end <= len(text):
        raise ValueError(f"nothing to describe at {span.start}-{span.end}")
    exact = span.of(text)
    others = [
        (
            _common(text[start::-1][1:], text[span.start :: -1][1:]),
            _common(text[start + len(exact) :], text[span.end :]),
        )
        for start in occurrences(exact, text)
        if start != span.start
    ]
    before, after = _shortest(others, span.start, len(text) - span.end)
    return TextQuoteSelector(
        exact=exact, prefix=text[span.start - before : span.start], suffix=text[span.end : span.end + after]
    )


def occurrences(words: str, text: str, start: int = 0) -> Iterator[int]:
    """Where ``words`` stand in ``text``, from ``start`` on, overlapping ones too."""
    found = text.find(words, start)
    while found != -1:
        yield found
        found = text.find(words, found + 1)


def _shortest(others: list[tuple[int, int]], most_before: int, most_after: int) -> tuple[int, int]:
    """The least prefix and suffix that tell a place from ``others``, each of which agrees so far (before, after)."""
    befores = sorted({0, *(before + 1 for before, _ in others if before < most_before)})
    pairs = ((b, max((after + 1 for before, after in others if before >= b), default=0)) for b in befores)
    return min((pair for pair in pairs if pair[1] <= most_after), key=sum)


def _common(one: str, other: str) -> int:
    """How many code points at the beginning of both are the same."""
    shorter = min(len(one), len(other))
    return next((index for index in range(shorter) if one[index] != other[index]), shorter)


def _printed_words_and_context(selector: TextQuoteSelector, page: Searchable) -> tuple[Match, ...]:
    """Words and context letter by letter."""
    whole = selector.prefix + selector.exact + selector.suffix
    before, length = len(selector.prefix), len(selector.exact)
    first = max(0, page.start - before)
    starts = (at + before for at in islice(occurrences(whole, page.text, first), MOST_CANDIDATES))
    return tuple(
        Match(start=start, end=start + length, score=1.0, reason=Reason.EXACT)
        for start in starts
        if start >= page.start
    )


def _folded_words_and_context(selector: TextQuoteSelector, page: Searchable) -> tuple[Match, ...]:
    """Words and context but for typography; white space between words and context does not count."""
    prefix, suffix = _folded_context(selector)
    return _prefer_printed(
        tuple(
            match
            for match, at, end in _folded_places(selector.exact, page)
            if _before(page.folded.text, at, prefix).endswith(prefix)
            and _after(page.folded.text, end, suffix).startswith(suffix)
        )
    )


def _words_in_some_context(selector: TextQuoteSelector, page: Searchable) -> tuple[Match, ...]:
    """Words whose context has changed: the one place with much more of it than any other, or the only place."""
    context = _folded_context(selector)
    places = [
        (_agreement(page.folded.text, at, end, context), match)
        for match, at, end in _folded_places(selector.exact, page)
    ]
    if not places:
        return ()
    (best, match), *others = sorted(places, key=lambda place: -place[0])
    if best >= min(TELLING, max(map(len, context))) and all(2 * agreement <= best for agreement, _ in others):
        return (match,)
    if not others and match.end - match.start < SELF_SUFFICIENT:
        return ()
    return _prefer_printed(tuple(match for _, match in places))


Tier = Callable[[TextQuoteSelector, Searchable], tuple[Match, ...]]
"""One way of looking, from the strictest to the loosest."""

TIERS: tuple[Tier, ...] = (_printed_words_and_context, _folded_words_and_context, _words_in_some_context)


def _folded_places(exact: str, page: Searchable) -> Iterator[tuple[Match, int, int]]:
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


def _prefer_printed(matches: tuple[Match, ...]) -> tuple[Match, ...]:
    return tuple(match for match in matches if match.reason is Reason.EXACT) or matches


def _folded_context(selector: TextQuoteSelector) -> tuple[str, str]:
    return folded(selector.prefix).text.strip(), folded(selector.suffix).text.strip()


def _agreement(text: str, at: int, end: int, context: tuple[str, str]) -> int:
    """The longer of the two sides' agreement with the context, in folded characters next to the words."""
    prefix, suffix = context
    before, after = _before(text, at, prefix), _after(text, end, suffix)
    return max(_common(before[::-1], prefix[::-1]), _common(after, suffix))


def _before(text: str, at: int, prefix: str) -> str:
    """As much of the folded text before ``at`` as ``prefix`` may agree with, without a space next to the words."""
    return text[max(0, at - len(prefix) - 1) : at].rstrip()


def _after(text: str, end: int, suffix: str) -> str:
    """As much of the folded text from ``end`` on as ``suffix`` may agree with, without a space next to the words."""
    return text[end : end + len(suffix) + 1].lstrip()


def _whole_words(text: str, span: Span) -> Span:
    """The span grown to whole words and trimmed."""
    start, end = span.start, span.end
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    return trim(text, start, end)
