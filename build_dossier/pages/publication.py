"""When the articles were published, by language and by outlet: how many in each week, month or year.

Comes in: a ``Context``. Goes out: a drawing with a row for each language and each outlet of most articles, and the same
numbers as a table; no drawing where the list of articles says it as well. What has no month is counted in words.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from build_dossier.article import Article, Basis
from build_dossier.markdown import Markdown
from build_dossier.pages.context import Context
from build_dossier.pages.display import shortened
from build_dossier.pages.timeline_picture import number
from build_dossier.text.collation import sort_key
from build_dossier.text.edtf import months

_FEWEST, _FEWEST_PERIODS = 8, 3
"""Articles and periods with any; the dates of fewer are read from the list of articles."""
_WEEKS, _MONTHS, _YEARS = 16, 48, 60
"""Up to so many of them are drawn; then months, then years, then nothing."""
_OUTLETS = 6
_WIDTH, _LEFT, _ROW, _HIGHEST, _WIDEST = 720, 170, 40, 28, 40
"""Units: the sheet, where the bars begin, from row to row, the highest and the widest bar."""
_NAME = 22
_ROOM = 14
"""Units: a bar over which two digits can stand."""
_DAY = re.compile(r"(?!0000)\d{4}-(?:0[1-9]|1[0-2])(?:-\d\d)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The articles of one language or outlet."""

    name: str
    counts: tuple[int, ...]
    """By period."""

    @property
    def total(self) -> int:
        """Of all periods."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """Articles by period."""

    unit: str
    """``week``, ``month`` or ``year``."""
    periods: tuple[str, ...]
    """EDTF: the Monday of each week, each month, each year, without gaps."""
    rows: tuple[Row, ...]
    """Languages first, then outlets; the most articles first."""
    undated: int
    """Articles without a month of publication."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BarView:
    """The articles of one row in one period."""

    x: Markdown
    y: Markdown
    height: Markdown
    title: Markdown
    said: tuple[int, Markdown, Markdown] | None
    """The number above the bar with its place, where there is room for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowView:
    """A row where it is drawn."""

    name: str
    base: int
    bars: tuple[BarView, ...]


def publication(context: Context) -> Publication | None:
    """The numbers, or ``None`` where there are too few to draw."""
    dated = {one.id: day for one in _articles(context) if (day := _day(one)) is not None}
    unit, periods = _periods(sorted(dated.values()))
    place = {period: number for number, period in enumerate(periods)}
    at = {article: place[_period(day, unit)] for article, day in dated.items()}
    if len(dated) < _FEWEST or len(set(at.values())) < _FEWEST_PERIODS or len(periods) > _YEARS:
        return None
    articles = [article for article in _articles(context) if article.id in at]
    spoken = [(str(context.language_name(one.language)), at[one.id]) for one in articles]
    named = [(one.publisher.name, at[one.id]) for one in articles if one.publisher is not None]
    languages = _rows(context, spoken, len(periods))
    outlets = _rows(context, named, len(periods))[:_OUTLETS]
    undated = len(context.articles) - len(dated)
    return Publication(unit=unit, periods=periods, rows=(*languages, *outlets), undated=undated)


def _articles(context: Context) -> list[Article]:
    return [linked.reading.article for linked in context.articles]


def _day(article: Article) -> str | None:
    """The day, or else the month, on which an article was published; an interval counts where it begins."""
    value = article.published.value or ""
    found = _DAY.match(value)
    open_ended = ".." in value or value.endswith("/")
    return None if found is None or open_ended or article.published.basis is Basis.INFERRED else found[0]


def _periods(days: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """The unit and every period from the first day to the last."""
    if not days:
        return "month", ()
    first, last = days[0][:7], days[-1][:7]
    if all(len(day) == len("2025-06-20") for day in days):
        monday, end = _monday(days[0]), _monday(days[-1])
        weeks = (end - monday).days // 7 + 1
        if weeks <= _WEEKS:
            return "week", tuple((monday + timedelta(weeks=week)).isoformat() for week in range(weeks))
    start, count = months(first), months(last) - months(first) + 1
    if count <= _MONTHS:
        return "month", tuple(f"{(start + at) // 12:04d}-{(start + at) % 12 + 1:02d}" for at in range(count))
    return "year", tuple(f"{year:04d}" for year in range(int(first[:4]), int(last[:4]) + 1))


def _period(day: str, unit: str) -> str:
    return _monday(day).isoformat() if unit == "week" else day[:7] if unit == "month" else day[:4]


def _monday(day: str) -> date:
    """The first day of the week (ISO 8601)."""
    there = date.fromisoformat(day)
    return there - timedelta(days=there.weekday())


def _rows(context: Context, found: Sequence[tuple[str, int]], periods: int) -> list[Row]:
    """A row for each name, the most articles first."""
    by_name: dict[str, Counter[int]] = {}
    for name, at in found:
        by_name.setdefault(name, Counter())[at] += 1
    rows = (Row(name=name, counts=tuple(counts[at] for at in range(periods))) for name, counts in by_name.items())
    return sorted(rows, key=lambda row: (-row.total, sort_key(row.name, context.locale)))


def picture(context: Context, shown: Publication) -> Markdown:
    """The SVG."""
    step = (_WIDTH - _LEFT) / len(shown.periods)
    most = max(max(row.counts) for row in shown.rows)
    return Markdown(
        context.renderer.render(
            "publication.svg.j2",
            width=_WIDTH,
            height=20 + _ROW * len(shown.rows) + 4,
            left=_LEFT,
            bar=number(_wide(step)),
            marks=tuple(_marks(context, shown.periods, step)),
            rows=tuple(
                _row(context, shown.periods, row, step, base=20 + _ROW * (at + 1) - 6, highest=most)
                for at, row in enumerate(shown.rows)
            ),
        )
    )


def table(context: Context, shown: Publication) -> tuple[tuple[Markdown, tuple[int, ...]], ...]:
    """A row for each period, with the counts of every row of the drawing."""
    return tuple(
        (context.date(period), tuple(row.counts[at] for row in shown.rows)) for at, period in enumerate(shown.periods)
    )


def _marks(context: Context, periods: Sequence[str], step: float) -> list[tuple[Markdown, Markdown]]:
    """The periods that are named above the bars: as many as have room."""
    every = max(1, -(-len(periods) * 90 // (_WIDTH - _LEFT)))
    return [(number(_LEFT + step * at), context.date(periods[at])) for at in range(0, len(periods), every)]


def _wide(step: float) -> float:
    """How wide a bar is."""
    return min(max(step - 2, 2), _WIDEST)


def _row(context: Context, periods: Sequence[str], row: Row, step: float, *, base: int, highest: int) -> RowView:
    bars, wide = [], _wide(step)
    for at, count in enumerate(row.counts):
        if count:
            high = max(2.0, _HIGHEST * count / highest)
            counted = context.renderer.tn("one article", "%(n)s articles", count)
            title = Markdown(f"{context.date(periods[at])}: {counted}")
            x, y = _LEFT + step * at, base - high
            said = (count, number(x + wide / 2), number(y - 3)) if wide >= _ROOM else None
            bars.append(BarView(x=number(x), y=number(y), height=number(high), title=title, said=said))
    return RowView(name=shortened(row.name, _NAME), base=base, bars=tuple(bars))
