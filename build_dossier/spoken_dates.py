"""The days, months and years that the articles speak of, each with the passages that do.

Comes in: linked readings. Goes out: passages by date. A stretch of time is told at both its ends, as exactly as these
are; a season in its year. When a text was published or changed, and what the site says around it, is no speech.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from build_dossier import kwic
from build_dossier.article import Article, BlockKind
from build_dossier.extract.times import TimeExpression
from build_dossier.link import LinkedReading

_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?(?![\dX])")
_DAY = len("2025-06-21")
_SILENT = frozenset({BlockKind.STAMP, BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.BOILERPLATE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words of an article that speak of a date."""

    article: Article
    time: TimeExpression


def spoken_dates(readings: Iterable[LinkedReading]) -> Mapping[str, tuple[Passage, ...]]:
    """Passages by ``2025-06-21``, ``2025-06`` or ``2025``, the dates in order; passages in the order given."""
    found: dict[str, list[Passage]] = {}
    for linked in readings:
        article = linked.reading.article
        for time in linked.times:
            if time.value is not None and kwic.block_at(article, time.start).kind not in _SILENT:
                for date in dict.fromkeys(dates_of(time.value)):
                    found.setdefault(date, []).append(Passage(article=article, time=time))
    return {date: tuple(found[date]) for date in sorted(found)}


def days_of(linked: LinkedReading) -> tuple[str, ...]:
    """The days that one article speaks of, in order."""
    return tuple(date for date in spoken_dates([linked]) if len(date) == _DAY)


def dates_of(value: str) -> Iterator[str]:
    """The days, months and years that an EDTF value names: ``2025-12-20/2025-12-21`` two, ``2022-21`` its year."""
    for end in value.split("/"):
        found = _DATE.match(end)
        if found is not None:
            yield found.group()
