"""A small curve beside a name: how often it is named, from article to article, or from month to month.

Comes in: the mentions of one entity. Goes out: a drawing of bars as high as there are mentions, with the same numbers
as its title; nothing where there is nothing to see. Only articles that name the entity count, so that an article that
does not changes nothing on its page.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from build_dossier.markdown import Markdown
from build_dossier.pages.context import Context, Occurrence
from build_dossier.text.edtf import months

_FEWEST = 3
"""Two numbers are said faster than drawn."""
_ARTICLES = 30
"""More articles are drawn by month, and more months than ``_PERIODS`` by year."""
_PERIODS = 60
_BAR, _HEIGHT = 5, 18
"""Units: from bar to bar, and the highest bar."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One article, month or year."""

    x: int
    y: int
    height: int


def spark(context: Context, occurrences: Sequence[Occurrence]) -> Markdown | None:
    """The drawing, or ``None`` where there are few numbers, or all are alike."""
    by_article = Counter(occurrence.article.id for occurrence in occurrences)
    if len(by_article) <= _ARTICLES:
        numbers = tuple(by_article.values())
        about = context.t("Mentions by article, in order of publication: %(numbers)s", numbers=_said(numbers))
    else:
        first, numbers = by_period([occurrence.article.published.value or "" for occurrence in occurrences])
        about = _about(context, first, numbers, len(occurrences) - sum(numbers))
    if len(numbers) < _FEWEST or len(set(numbers)) == 1:
        return None
    most = max(numbers)
    heights = [0 if number == 0 else max(1, round(_HEIGHT * number / most)) for number in numbers]
    bars = tuple(Bar(x=at * _BAR, y=_HEIGHT - high, height=high) for at, high in enumerate(heights) if high)
    return Markdown(
        context.renderer.render(
            "spark.svg.j2", about=about, bars=bars, width=len(numbers) * _BAR - 1, height=_HEIGHT, bar=_BAR - 1
        ).strip()
    )


def by_period(days: Sequence[str]) -> tuple[str, tuple[int, ...]]:
    """The first month and how many of the days are in it and in each after it; by year where the months are many.

    Days are EDTF; what has no month is left out, and with it everything where nothing has one.
    """
    found = Counter(day[:7] for day in days if day[4:5] == "-" and day[:4].isdigit() and day[5:7].isdigit())
    if not found:
        return "", ()
    first, last = min(found), max(found)
    count = months(last) - months(first) + 1
    if count <= _PERIODS:
        row = Counter({months(month) - months(first): number for month, number in found.items()})
        return first, tuple(row[at] for at in range(count))
    years: Counter[int] = Counter()
    for month, number in found.items():
        years[int(month[:4])] += number
    span = range(int(first[:4]), int(last[:4]) + 1)[-_PERIODS:]
    return f"{span[0]:04d}", tuple(years[year] for year in span)


def _about(context: Context, first: str, numbers: Sequence[int], undated: int) -> Markdown:
    values = {"first": context.date(first or None), "numbers": _said(numbers)}
    if len(first) == len("2025"):
        said = context.t("Mentions by year, from %(first)s: %(numbers)s", **values)
    else:
        said = context.t("Mentions by month, from %(first)s: %(numbers)s", **values)
    return Markdown(f"{said}; {context.t('without a month: %(n)s', n=undated)}") if undated else said


def _said(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers))
