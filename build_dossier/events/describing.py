"""What an event is called, and when it was: from the passages that tell it.

Comes in: tellings. Goes out: an ``Event`` with its id, its labels and its date.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from itertools import chain, count

from build_dossier.article import Article, Basis
from build_dossier.events import Event, JoinReason, Telling
from build_dossier.text.edtf import FIRST_DAY, LAST_DAY, bounds

NAMED = 2
"""Entities in an id: enough to tell it, short enough to type."""
SHORTEST_LABEL = 20
"""Characters; a sentence of fewer does not say what happened."""
_SURE = (Basis.EDITOR, Basis.STATED, Basis.COMPUTED, Basis.INFERRED, Basis.CROSS_ARTICLE, Basis.UNKNOWN)


def described(
    event_id: str, tellings: Sequence[Telling], articles: Mapping[str, Article], reason: JoinReason | None = None
) -> Event:
    """The event that ``tellings`` tell, dated and named by the best of them."""
    value, basis = dated(tellings)
    return Event(
        id=event_id,
        labels=_labels(tellings, articles),
        label_basis=Basis.COMPUTED,
        date=value,
        basis=basis,
        planned=bool(tellings) and all(telling.planned for telling in tellings),
        tellings=tuple(tellings),
        reason=reason if len({telling.article for telling in tellings}) > 1 else None,
    )


def dated(tellings: Sequence[Telling]) -> tuple[str | None, Basis]:
    """The narrowest date that any telling gives; that of the news only where none says more."""
    known = [telling for telling in tellings if telling.date is not None]
    if not known:
        return None, Basis.UNKNOWN
    best = min(known, key=lambda t: (t.news, _width(t.date or ""), _SURE.index(t.basis)))
    return best.date, best.basis


def event_id(tellings: Sequence[Telling], taken: Collection[str]) -> str:
    """An id of the date, the kind of happening and the first named, that is none of ``taken``."""
    value, _ = dated(tellings)
    first = tellings[0]
    named = [*sorted(_common(tellings, "persons")), *sorted(_common(tellings, "others"))][:NAMED]
    day = _day(value) if value is not None else "undated"
    stem = "-".join(part for part in (day, first.concept or ("" if named else "event"), *named) if part)
    ids = chain([stem], (f"{stem}-{number}" for number in count(2)))
    return next(candidate for candidate in ids if candidate not in taken)


def sort_key(event: Event) -> tuple[bool, str, str, str]:
    """By the first day, then by the last, then by id; what has no date comes last."""
    first, last = (FIRST_DAY, LAST_DAY) if event.date is None else bounds(event.date)
    if first == FIRST_DAY:
        first = last  # «by June 2025» stands where June stands
    return event.date is None, first, last, event.id


def _labels(tellings: Sequence[Telling], articles: Mapping[str, Article]) -> Mapping[str, str]:
    """For each language the shortest sentence that tells it."""
    labels: dict[str, str] = {}
    for telling in tellings:
        article = articles[telling.article]
        words = " ".join(article.text[telling.sentence.start : telling.sentence.end].split())
        known = labels.get(article.language)
        if known is None or (SHORTEST_LABEL <= len(words) < len(known)):
            labels[article.language] = words
    return labels


def _common(tellings: Sequence[Telling], kind: str) -> frozenset[str]:
    """Who is named wherever it is told; by the first telling where nobody is."""
    sets = [telling.persons if kind == "persons" else telling.others for telling in tellings]
    named = [one for one in sets if one]
    return frozenset.intersection(*named) if named and frozenset.intersection(*named) else sets[0]


def _width(value: str) -> timedelta:
    first, last = bounds(value)
    if first < "0001" or last == LAST_DAY:
        return timedelta.max
    return date.fromisoformat(last) - date.fromisoformat(first)


def _day(value: str) -> str:
    """The date as a slug: its first point, or the last one where that is open."""
    start, _, end = value.partition("/")
    point = start if start not in {"", ".."} else end
    return point.rstrip("?~%").lower().lstrip("-")
