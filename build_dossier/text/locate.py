"""Finding a quotation in a text, or saying that it cannot be told where.

``describe`` and ``locate`` are inverses: ``locate(describe(text, span), text)`` is ``span`` (W3C Web Annotation Data
Model, 4.2.4 Text Quote Selector). A quotation that could stand in two places is refused, never guessed.

The search goes down ``TIERS``: the first that finds anything decides, and only a single find is a place. Words that
stand nowhere as they were quoted are looked for by their likeness. Where the text is remembered in which the words
stood, ``relocate`` knows better.
"""

from build_dossier.text.fold import folded
from build_dossier.text.likeness import NEAREST_PASSAGE, likest
from build_dossier.text.matching import (
    Ambiguous,
    Located,
    Match,
    NotFound,
    Reason,
    Searchable,
    TextQuoteSelector,
    common,
    folded_places,
    occurrences,
    searchable,
)
from build_dossier.text.resemblance import places_like
from build_dossier.text.span import Span, trim
from build_dossier.text.tiers import TIERS, words_alike

__all__ = [
    "Ambiguous",
    "Located",
    "Match",
    "NotFound",
    "Reason",
    "Searchable",
    "TextQuoteSelector",
    "candidates",
    "describe",
    "folded_places",
    "locate",
    "not_found",
    "searchable",
]


def locate(selector: TextQuoteSelector, text: str | Searchable) -> Located:
    """The one place that ``selector`` can mean in ``text``, or why there is none.

    Returns:
        A ``Match``, the ``Ambiguous`` candidates in text order, or ``NotFound`` with the likest passage.
    """
    page = text if isinstance(text, Searchable) else searchable(text)
    found = candidates(selector, page) or words_alike(selector, page)
    if len(found) == 1:
        return found[0]
    if found:
        return Ambiguous(candidates=found)
    return not_found(selector.exact, page)


def candidates(selector: TextQuoteSelector, page: Searchable) -> tuple[Match, ...]:
    """The equally good places of the very words, in text order: those of the first tier that has any."""
    if not selector.exact:
        return ()
    return next((found for tier in TIERS if (found := tier(selector, page))), ())


def not_found(quote: str, page: Searchable) -> NotFound:
    """The answer when ``quote`` stands nowhere, with what is likest to it, in whole words."""
    words = folded(quote).text.strip()
    best = next(iter(places_like(words, page.folded.text, NEAREST_PASSAGE)), None) or likest(words, page.folded.text)
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
            common(text[start::-1][1:], text[span.start :: -1][1:]),
            common(text[start + len(exact) :], text[span.end :]),
        )
        for start in occurrences(exact, text)
        if start != span.start
    ]
    before, after = _shortest(others, span.start, len(text) - span.end)
    return TextQuoteSelector(
        exact=exact, prefix=text[span.start - before : span.start], suffix=text[span.end : span.end + after]
    )


def _shortest(others: list[tuple[int, int]], most_before: int, most_after: int) -> tuple[int, int]:
    """The least prefix and suffix that tell a place from ``others``, each of which agrees so far (before, after)."""
    befores = sorted({0, *(before + 1 for before, _ in others if before < most_before)})
    pairs = ((b, max((after + 1 for before, after in others if before >= b), default=0)) for b in befores)
    return min((pair for pair in pairs if pair[1] <= most_after), key=sum)


def _whole_words(text: str, span: Span) -> Span:
    """The span grown to whole words and trimmed."""
    start, end = span.start, span.end
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    return trim(text, start, end)
