"""Which part of a text is meant: the selectors of the Web Annotation Data Model (4.2), which Hypothesis has too.

Comes in: JSON. Goes out: the quotation and the position, as far as there are any.
"""

from collections.abc import Iterator, Mapping

from build_dossier.incoming.loose_json import Json, mapping, several, string
from build_dossier.text.locate import TextQuoteSelector
from build_dossier.text.span import Span

MOST_NESTED = 8
"""Selectors that refine one another (4.2.9): more is no annotation."""

LONGEST_QUOTATION = 20_000
"""Code points; a quotation is a passage, not an article."""


def quotation(selectors: Json) -> TextQuoteSelector | None:
    """The words quoted; of several selectors the one that refines the others."""
    for selector in _all(selectors):
        exact = string(selector.get("exact"))
        if string(selector.get("type")) == "TextQuoteSelector" and exact.strip():
            around = (string(selector.get(side))[:LONGEST_QUOTATION] for side in ("prefix", "suffix"))
            prefix, suffix = around
            return TextQuoteSelector(exact=exact[:LONGEST_QUOTATION], prefix=prefix, suffix=suffix)
    return None


def position(selectors: Json) -> Span | None:
    """The offsets given."""
    for selector in _all(selectors):
        start, end = selector.get("start"), selector.get("end")
        if string(selector.get("type")) != "TextPositionSelector":
            continue
        if type(start) is int and type(end) is int and 0 <= start < end:
            return Span(start=start, end=end)
    return None


def _all(selectors: Json, depth: int = 0) -> Iterator[Mapping[str, Json]]:
    """Every selector, what refines before what is refined."""
    for selector in map(mapping, several(selectors)):
        if depth < MOST_NESTED and "refinedBy" in selector:
            yield from _all(selector["refinedBy"], depth + 1)
        yield selector
