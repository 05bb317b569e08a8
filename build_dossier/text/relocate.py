"""Finding a passage again in a text that has changed, when the text is remembered in which it stood.

Comes in: the ``Alignment`` of the remembered text with the present one, and where the passage stood. Goes out: the
place that has become of it, several that it could be, or none. The diff decides; only what the diff has lost is looked
for, and never among words that are those of another passage of the remembered text: of two like sentences one is gone,
and the other is not it.
"""

from build_dossier.text.alignment import Alignment, free_runs
from build_dossier.text.carry import Carried, carry, is_of_others
from build_dossier.text.fold import folded
from build_dossier.text.locate import (
    Ambiguous,
    Located,
    Match,
    Reason,
    Searchable,
    folded_places,
    not_found,
)
from build_dossier.text.resemblance import fitted, places_like
from build_dossier.text.span import Span
from build_dossier.text.telling import other_names
from build_dossier.text.thresholds import ALIKE_ELSEWHERE, ALIKE_NEW, MARGIN, MOSTLY_KEPT, SELF_SUFFICIENT


def relocate(alignment: Alignment, span: Span, page: Searchable) -> Located:
    """The place of ``span`` of the old text in the new one.

    Args:
        alignment: of the text in which the passage stood with the present one.
        span: where it stood.
        page: the present text.

    Returns:
        A ``Match`` that is ``EXACT`` or ``FOLDED`` where it stood, ``MOVED`` elsewhere and ``FUZZY`` when its words
        have changed; the ``Ambiguous`` candidates; or ``NotFound`` with the likest passage.
    """
    carried = carry(alignment, span)
    if carried is not None and carried.span.start >= page.start:
        return _match(alignment, span, carried)
    return _elsewhere(alignment, span, page)


def _match(alignment: Alignment, span: Span, carried: Carried) -> Match:
    then, now = span.of(alignment.old_text), carried.span.of(alignment.new_text)
    reason = Reason.FUZZY
    if folded(then).text.strip() == folded(now).text.strip():
        reason = Reason.MOVED
        if carried.span.start == span.start:
            reason = Reason.EXACT if then == now else Reason.FOLDED
    return Match(start=carried.span.start, end=carried.span.end, score=round(carried.likeness, 4), reason=reason)


def _elsewhere(alignment: Alignment, span: Span, page: Searchable) -> Located:
    """What the diff has lost, where nothing else is known to stand."""
    words = span.of(alignment.old_text)
    if len(folded(words).text.strip()) >= SELF_SUFFICIENT:
        for found in (_same_words(words, page), _new_words(alignment, words), _like_words(words, page)):
            ours = [match for match in found if not is_of_others(alignment, span, match.span)]
            if len(ours) == 1:
                return ours[0]
            if ours:
                return Ambiguous(candidates=tuple(sorted(ours, key=lambda match: match.start)))
    return not_found(words, page)


def _same_words(words: str, page: Searchable) -> list[Match]:
    found = folded_places(words, page)
    return [Match(start=one.start, end=one.end, score=one.score, reason=Reason.MOVED) for one, _, _ in found]


def _new_words(alignment: Alignment, words: str) -> list[Match]:
    """The likest of all that has come in one place, when most of the text has stayed."""
    kept = sum(to >= 0 for to in alignment.origin)
    if kept < MOSTLY_KEPT * len(alignment.origin):
        return []
    quoted = folded(words).text
    matches = []
    for run in free_runs(alignment.origin):
        come = Span(start=alignment.new.starts[run.start], end=alignment.new.ends[run.stop - 1])
        if len(words) < 2 * (come.end - come.start) < 6 * len(words):
            found = folded(come.of(alignment.new_text))
            place = fitted(quoted, found.text, Span(start=0, end=len(found.text)))
            span = found.span(place.span.start, place.span.end)
            match = Match(
                start=come.start + span.start,
                end=come.start + span.end,
                score=round(place.likeness, 4),
                reason=Reason.FUZZY,
            )
            matches.append(match)
    best = max((match.score for match in matches), default=0.0)
    return [match for match in matches if match.score >= ALIKE_NEW and best - match.score < MARGIN]


def _like_words(words: str, page: Searchable) -> list[Match]:
    """The likest places of all that are like enough and name nobody else."""
    matches = []
    places = places_like(folded(words).text, page.folded.text, ALIKE_ELSEWHERE)
    for place in places:
        span = page.folded.span(place.span.start, place.span.end)
        if places[0].likeness - place.likeness < MARGIN and not other_names(words, span.of(page.text)):
            score = round(place.likeness, 4)
            matches.append(Match(start=span.start, end=span.end, score=score, reason=Reason.FUZZY))
    return matches
