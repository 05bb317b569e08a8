"""When the articles name an entity, on its page: mentions by day, by month when there are many days, by year."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from build_dossier.markdown import Markdown
from build_dossier.pages.context import Context, Occurrence

_MOST = 31
"""Rows that a reader takes in at once: a month by days, two and a half years by months."""
_FEWEST = 2
_PRECISIONS = (len("2025-06-20"), len("2025-06"), len("2025"))


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeView:
    """A day, a month or a year in which articles name the entity."""

    date: Markdown
    mentions: int
    articles: int


def over_time(context: Context, occurrences: Sequence[Occurrence]) -> tuple[TimeView, ...]:
    """The times of publication with their mentions, the earliest first; none where all stand in one."""
    values = [occurrence.article.published.value or "" for occurrence in occurrences]
    cut = next((cut for cut in _PRECISIONS if len({value[:cut] for value in values}) <= _MOST), _PRECISIONS[-1])
    mentions = Counter(value[:cut] for value in values)
    articles = Counter({o.article.id: (o.article.published.value or "")[:cut] for o in occurrences}.values())
    if len(mentions) < _FEWEST:
        return ()
    return tuple(
        TimeView(date=context.date(value or None), mentions=mentions[value], articles=articles[value])
        for value in sorted(mentions, key=lambda value: (not value, value))
    )
