"""From what words say to a date: the year of a bare day, the day that «вчора» is, the year that «того года» speaks of.

Comes in: what was found in an article, in text order, and the article's publication. Goes out: ``Bound`` for each. A
date is never bound against its weekday; what nothing settles stays without a value.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from build_dossier.article import Basis
from build_dossier.extract.times.meaning import Meaning, Unit
from build_dossier.extract.times.reckoning import bounds, later, moved, reached, value
from build_dossier.extract.times.reference import Reference

_AHEAD = dt.timedelta(days=62)
"""A bare date with no tense around it may lie so far in the future of its article, else it is past."""
_LONG_AGO = dt.timedelta(days=270)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """A value and where it comes from."""

    value: str | None
    basis: Basis
    relative_to: str | None
    """``publication``, or the words of the time told before that it is counted from; ``None`` where it stands alone."""


UNBOUND = Bound(value=None, basis=Basis.UNKNOWN, relative_to="publication")
PUBLICATION = "publication"

Outlook = Callable[[], int]


def years_for(meaning: Meaning, years: Sequence[int]) -> list[int]:
    """Those of the years in which there is such a day, on such a weekday."""
    fitting = []
    for year in years:
        span = bounds(meaning, year)
        if span is not None and (meaning.weekday is None or span[0].isoweekday() == meaning.weekday):
            fitting.append(year)
    return fitting


def by_words(meaning: Meaning) -> Bound:
    """A date with its year."""
    year = meaning.year or 0
    if meaning.end is None:
        return Bound(value=value(meaning, year), basis=Basis.STATED, relative_to=None)
    first, last = value(meaning, year), value(meaning.end, meaning.end.year or year)
    if first is None or last is None:
        return Bound(value=None, basis=Basis.UNKNOWN, relative_to=None)
    return Bound(value=f"{first}/{last}", basis=Basis.STATED, relative_to=None)


def in_year(meaning: Meaning, year: int, basis: Basis, relative_to: str | None) -> Bound | None:
    """A bare date in that year, or ``None`` where its weekday is another there."""
    if not years_for(replace(meaning, end=None), [year]):
        return None
    last = meaning.end
    if last is None:
        return Bound(value=value(meaning, year), basis=basis, relative_to=relative_to)
    over = (meaning.month or 0, meaning.day or 0) > (last.month or 0, last.day or 0)
    found = by_words(replace(meaning, year=year, end=replace(last, year=year + over)))
    return None if found.value is None else replace(found, basis=basis, relative_to=relative_to)


def near_publication(meaning: Meaning, reference: Reference, look: Outlook) -> Bound:
    """A bare day, month, season or weekday, by the publication and the tense of its clause."""
    if meaning.weekday is not None and meaning.month is None:
        return _weekday(meaning, reference, look)
    if meaning.unit is Unit.WEEKEND:
        return _weekend(reference, look)
    here = reference.day or dt.date(reference.year, reference.month or 1, 1)
    years = years_for(replace(meaning, end=None), [here.year - 1, here.year, here.year + 1])
    if not years or (reference.month is None):
        return UNBOUND
    year = _nearest(meaning, years, here, meaning.shift or look())
    found = in_year(meaning, year, _basis(meaning, year, reference), PUBLICATION)
    return UNBOUND if found is None else found


def _basis(meaning: Meaning, year: int, reference: Reference) -> Basis:
    """A day takes its year from the publication; «у лютому» is computed, the last February before it."""
    current = (meaning.month, year) == (reference.month, reference.year)
    return reference.told if meaning.day is None and not current else reference.basis


def _nearest(meaning: Meaning, years: Sequence[int], here: dt.date, direction: int) -> int:
    """The year of the last one that has begun, or of the next one that has not ended."""
    spans = {year: span for year in years if (span := bounds(meaning, year)) is not None}
    if direction > 0:
        ahead = next((year for year in years if spans[year][1] >= here), years[-1])
        behind = max((year for year in years if spans[year][1] < here), default=ahead)
        far, close = spans[ahead][0] - here > 3 * _AHEAD, here - spans[behind][1] < _AHEAD
        return behind if far and close and not meaning.shift else ahead
    limit = here if direction < 0 else here + _AHEAD
    if meaning.shift:  # «минулої осені» is over
        return next((year for year in reversed(years) if spans[year][1] < here), years[0])
    behind = next((year for year in reversed(years) if spans[year][0] <= limit), years[0])
    # «сбор средств для инаугурации 20 января», in December: no news tells a day of eleven months ago without its year.
    soon = next((year for year in years if here < spans[year][0] <= here + _AHEAD), behind)
    return soon if meaning.unit is Unit.DAY and here - spans[behind][1] > _LONG_AGO else behind


def _weekday(meaning: Meaning, reference: Reference, look: Outlook) -> Bound:
    if reference.day is None or meaning.weekday is None:
        return UNBOUND
    here = reference.day
    monday = here - dt.timedelta(days=here.weekday())
    back = dt.timedelta(days=(here.isoweekday() - meaning.weekday) % 7)
    ahead = dt.timedelta(days=(meaning.weekday - here.isoweekday()) % 7)
    week = dt.timedelta(days=7)
    match meaning.shift:
        case -1:
            day = here - (back or week)
        case 1:
            day = here + (ahead or week)
        case 0 if meaning.end is None:
            day = monday + dt.timedelta(days=meaning.weekday - 1)
        case _:
            day = here + ahead if look() > 0 else here - back
    if meaning.end is not None:
        last = day + dt.timedelta(days=((meaning.end.weekday or 7) - meaning.weekday) % 7)
        return Bound(value=f"{day}/{last}", basis=Basis.COMPUTED, relative_to=PUBLICATION)
    return Bound(value=str(day), basis=Basis.COMPUTED, relative_to=PUBLICATION)


def _weekend(reference: Reference, look: Outlook) -> Bound:
    if reference.day is None:
        return UNBOUND
    back = look() <= 0 and reference.day.isoweekday() < 6
    found = moved(reference.day, Unit.WEEKEND, -1 if back else 0)
    return Bound(value=found, basis=Basis.COMPUTED, relative_to=PUBLICATION)


def from_publication(meaning: Meaning, reference: Reference | None) -> Bound:
    """«вчора», «минулого року», «в ноябре прошлого года», «останні місяці»."""
    if reference is None or not reference.knows(meaning.unit, named=meaning.named):
        return UNBOUND
    shift = meaning.shift
    if meaning.named:
        found = (
            None if shift is None else in_year(replace(meaning, shift=0), reference.year + shift, Basis.COMPUTED, "")
        )
        return UNBOUND if found is None else replace(found, basis=reference.told, relative_to=PUBLICATION)
    here = reference.day or dt.date(reference.year, reference.month or 1, 1)
    if meaning.reach:
        there = reached(here, meaning.unit, shift, meaning.reach)
    else:
        there = None if shift is None else moved(here, meaning.unit, shift)
    if there is None:
        return UNBOUND
    return Bound(value=there, basis=reference.told, relative_to=PUBLICATION)


def from_antecedent(meaning: Meaning, antecedent: Bound, words: str) -> Bound:
    """«того ж дня», «роком раніше», «весной того года»: counted from a time told before."""
    unbound = Bound(value=None, basis=Basis.UNKNOWN, relative_to=words)
    told = antecedent.value
    if told is None or meaning.shift is None or not told[:4].isdigit():
        return unbound
    year = int(told[:4])
    same = antecedent.basis if meaning.shift == 0 else Basis.COMPUTED
    if meaning.named:
        found = in_year(replace(meaning, shift=0), year, same, words)
        return unbound if found is None else found
    if meaning.unit is Unit.YEAR:
        found_ = moved(dt.date(year, 1, 1), Unit.YEAR, meaning.shift)
    elif len(told) == 10 and told[5:].replace("-", "").isdigit():
        found_ = moved(dt.date.fromisoformat(told), meaning.unit, meaning.shift)
    elif len(told) == 7 and told[5:] <= "12" and meaning.unit is Unit.MONTH:
        found_ = f"{later(dt.date.fromisoformat(f'{told}-01'), meaning.shift):%Y-%m}"
    else:
        return unbound
    return Bound(value=found_, basis=same, relative_to=words) if found_ is not None else unbound
