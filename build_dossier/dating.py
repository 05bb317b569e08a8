"""When an undated article was published, as far as the other articles tell.

Comes in: linked readings. Goes out: the same, where one without a date of publication stands among articles of one
year with the year, and the month of the last day that it tells as past; its times are then counted from there. Made
here and not in extraction, for it takes more than one article. The date is inferred and goes to the review page.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from build_dossier.article import Article, Basis, Published
from build_dossier.extract import times
from build_dossier.extract.times import TimeExpression
from build_dossier.link import LinkedReading
from build_dossier.related import Related, related

ALIKE = 0.09
"""Related articles below this (``related.Related.score``) say nothing of when another was published."""
LEAST = 3
"""One or two related articles could be of any year."""
_SURE = frozenset({Basis.STATED, Basis.EDITOR})
_NAMED = frozenset({"month", "day_of_a_month", "month_before_day"})
_MONTH = len("2025-11")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """What its company tells of an undated article."""

    published: Published
    times: tuple[TimeExpression, ...]
    """Its time expressions, counted from that date."""


def settlements(readings: Sequence[LinkedReading]) -> Mapping[str, Settlement]:
    """The date that the others give each undated article, by id; those that they tell nothing of are not in it."""
    undated = [one.reading.article for one in readings if one.reading.article.published.value is None]
    if not undated:
        return {}
    years = {linked.reading.article.id: _stated_year(linked.reading.article) for linked in readings}
    company = related(readings)
    told = ((article, _year(company[article.id], years)) for article in undated)
    return {article.id: _settlement(article, year) for article, year in told if year is not None}


def settled(readings: Sequence[LinkedReading], found: Mapping[str, Settlement]) -> tuple[LinkedReading, ...]:
    """``readings`` with what was found of them."""
    return tuple(_dated(linked, found.get(linked.reading.article.id)) for linked in readings)


def _stated_year(article: Article) -> str | None:
    """The year of a stated date of publication."""
    published = article.published
    return published.value[:4] if published.value is not None and published.basis in _SURE else None


def _year(company: Sequence[Related], years: Mapping[str, str | None]) -> str | None:
    """The year in which all of the related articles with a date were published; ``None`` where they differ."""
    alike = [years[other.article] for other in company if other.score >= ALIKE]
    found = [year for year in alike if year is not None]
    return found[0] if len(found) >= LEAST and len(set(found)) == 1 else None


def _settlement(article: Article, year: str) -> Settlement:
    month = _last_month(article, year)
    value = year if month is None else month
    last = "" if month is None else "; the last month that it tells of is this one"
    reason = f"The articles that are most like it, as far as they are dated, were published in {year}{last}."
    dated = _published(article, value, reason)
    return Settlement(published=dated.published, times=times.find(dated))


def _dated(linked: LinkedReading, found: Settlement | None) -> LinkedReading:
    if found is None:
        return linked
    article = replace(linked.reading.article, published=found.published)
    return replace(linked, reading=replace(linked.reading, article=article), times=found.times)


def _last_month(article: Article, year: str) -> str | None:
    """The last month that a bare day or month names, were the article of the end of the year."""
    told = times.find(_published(article, f"{year}-12", ""))
    months = [time.value[:7] for time in told if _is_of_calendar(time) and time.value is not None]
    return max((month for month in months if month.startswith(year)), default=None)


def _is_of_calendar(time: TimeExpression) -> bool:
    """Whether the words name a month or a day of one, without a year of their own."""
    return time.rule in _NAMED and time.value is not None and len(time.value) >= _MONTH and time.relative_to is not None


def _published(article: Article, value: str, reason: str) -> Article:
    return replace(article, published=Published(value=value, basis=Basis.CROSS_ARTICLE, reason=reason))
