"""The ways of looking for a quotation, from the strictest to the loosest.

Comes in: a selector and a text made ready. Goes out: the equally good places that one way finds.
"""

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import islice

from build_dossier.text.fold import folded, skeleton
from build_dossier.text.matching import (
    FOLDED_SCORE,
    Match,
    Reason,
    Searchable,
    TextQuoteSelector,
    after_it,
    agreement,
    before_it,
    folded_context,
    folded_places,
    likeness_around,
    occurrences,
    prefer_printed,
)
from build_dossier.text.resemblance import places_like
from build_dossier.text.span import Span
from build_dossier.text.telling import other_names
from build_dossier.text.thresholds import (
    ALIKE,
    ALIKE_BESIDE,
    CONTEXT_LIKENESS,
    MARGIN,
    MOST_CANDIDATES,
    SELF_SUFFICIENT,
    SHORTEST_ALIKE,
    TELLING,
)


def printed_words_and_context(selector: TextQuoteSelector, page: Searchable) -> tuple[Match, ...]:
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


def folded_words_and_context(selector: TextQuoteSelector, page: Searchable) -> tuple[Match, ...]:
    """Words and context but for typography; white space between words and context does not count."""
    prefix, suffix = folded_context(selector)
    return prefer_printed(
        tuple(
            match
            for match, at, end in folded_places(selector.exact, page)
            if before_it(page.folded.text, at, prefix).endswith(prefix)
            and after_it(page.folded.text, end, suffix).startswith(suffix)
        )
    )


def words_in_some_context(selector: TextQuoteSelector, page: Searchable) -> tuple[Match, ...]:
    """Words whose context has changed: the one place with much more of it than any other, or the only place."""
    context = folded_context(selector)
    places = [
        (agreement(page.folded.text, at, end, context), match) for match, at, end in folded_places(selector.exact, page)
    ]
    if not places:
        return ()
    (best, match), *others = sorted(places, key=lambda place: -place[0])
    if best >= min(TELLING, max(map(len, context))) and all(2 * agreement <= best for agreement, _ in others):
        return (match,)
    if others and (likest_one := _likest_context(selector, page)) is not None:
        return (likest_one,)
    if not others and (match.end - match.start < SELF_SUFFICIENT or not _in_likely_context(selector, page)):
        return ()
    return prefer_printed(tuple(match for _, match in places))


Tier = Callable[[TextQuoteSelector, Searchable], tuple[Match, ...]]
"""One way of looking, from the strictest to the loosest."""


def words_in_another_shape(selector: TextQuoteSelector, page: Searchable) -> tuple[Match, ...]:
    """Words whose letters are composed otherwise, or are the look-alikes of another alphabet."""
    for form in ("NFC", "NFD"):
        other = _mapped(selector, partial(unicodedata.normalize, form))
        if other != selector and (found := words_in_some_context(other, page)):
            return tuple(_as_folded(match) for match in found)
    shapes = replace(page.folded, text=skeleton(page.folded.text))
    other = _mapped(selector, lambda words: skeleton(folded(words).text))
    found = words_in_some_context(other, replace(page, text="", folded=shapes))
    return tuple(_as_folded(match) for match in found)


def words_alike(selector: TextQuoteSelector, page: Searchable) -> tuple[Match, ...]:
    """Words that are like those quoted and as likely those as any: with their context, or far liker than all others.

    Words that name another person, place or number are others, unless both sides of the context say they are ours.
    """
    words = folded(selector.exact).text.strip()
    if len(words) < SHORTEST_ALIKE or words in page.folded.text:
        return ()  # of the very words all has been said
    context = folded_context(selector)
    places = []
    for place in places_like(words, page.folded.text, ALIKE_BESIDE):
        span = page.folded.span(place.span.start, place.span.end)
        around = likeness_around(page.folded.text, place.span, context)
        match = Match(start=span.start, end=span.end, score=place.likeness, reason=Reason.FUZZY)
        places.append((place.likeness + around, around, match))
    places.sort(key=lambda place: -place[0])
    return tuple(
        match
        for total, around, match in places
        if places[0][0] - total < MARGIN and _is_ours(selector, page, around, match)
    )


def _is_ours(selector: TextQuoteSelector, page: Searchable, around: float, match: Match) -> bool:
    """Whether what is alike is like enough: less so with its context on both sides."""
    sides = bool(selector.prefix.strip()) + bool(selector.suffix.strip())
    if sides == 2 and around >= 2 * CONTEXT_LIKENESS:
        return True
    return match.score >= ALIKE and not other_names(selector.exact, page.text[match.start : match.end])


TIERS: tuple[Tier, ...] = (
    printed_words_and_context,
    folded_words_and_context,
    words_in_some_context,
    words_in_another_shape,
)
"""Those that find the very words, however they are printed."""


def _likest_context(selector: TextQuoteSelector, page: Searchable) -> Match | None:
    """The one of several places whose context is much liker to that quoted than those of all others."""
    context = folded_context(selector)
    if max(map(len, context)) < TELLING - 1:
        return None
    sides = bool(context[0]) + bool(context[1])
    places = sorted(
        (
            (likeness_around(page.folded.text, Span(start=at, end=end), context) / sides, -match.start, match)
            for match, at, end in folded_places(selector.exact, page)
        ),
        reverse=True,
        key=lambda place: place[:2],
    )
    (best, _, match), (second, _, _), *_ = places
    return match if best >= CONTEXT_LIKENESS and best - second >= MARGIN else None


def _in_likely_context(selector: TextQuoteSelector, page: Searchable) -> bool:
    """Whether the only place of some words has at least one side of the context they were quoted with, if any was.

    A context is quoted where words alone would not tell: without it they are another's as likely as ours.
    """
    prefix, suffix = folded_context(selector)
    (_, at, end), *_ = folded_places(selector.exact, page)
    place = Span(start=at, end=end)
    sides = [context for context in ((prefix, ""), ("", suffix)) if any(context)]
    return not sides or any(likeness_around(page.folded.text, place, side) >= CONTEXT_LIKENESS for side in sides)


def _mapped(selector: TextQuoteSelector, change: Callable[[str], str]) -> TextQuoteSelector:
    return TextQuoteSelector(
        exact=change(selector.exact), prefix=change(selector.prefix), suffix=change(selector.suffix)
    )


def _as_folded(match: Match) -> Match:
    return replace(match, reason=Reason.FOLDED, score=FOLDED_SCORE)
