"""The picture of the timeline: a row for each year, a bar for each event as wide as its date is vague.

Comes in: events in order of date. Goes out: an SVG with a link behind each bar; the list below it holds the same.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice

from build_dossier.events import Event
from build_dossier.markdown import Markdown
from build_dossier.pages import address
from build_dossier.pages.context import Context
from build_dossier.text.edtf import FIRST_DAY, LAST_DAY, bounds

MOST = 400
"""More bars than this are a wall; the list with its filters serves better."""
WIDTH, LEFT, LANE, GAP = 720, 64, 14, 10
"""Units of the drawing: the whole, where January begins, a bar with its space, the space between years."""
NARROWEST = 7
"""Width of a day's bar, so that a finger finds it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """An event in the picture."""

    x: Markdown
    y: int
    width: Markdown
    planned: bool
    href: Markdown
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class YearRow:
    """One year."""

    year: str
    y: int
    bars: tuple[Bar, ...]


def picture(context: Context, events: Sequence[Event], page: str) -> Markdown | None:
    """The SVG for ``page``, whose bars lead to the events, or ``None`` where there is nothing to draw, or too much."""
    drawn = list(islice((event for event in events if _days(event) is not None), MOST + 1))
    if not drawn or len(drawn) > MOST:
        return None
    rows: list[YearRow] = []
    y = LANE + GAP
    for year, group in groupby(drawn, key=lambda event: (_days(event) or ("", ""))[0][:4]):
        bars = tuple(_bars(context, list(group), y, page))
        rows.append(YearRow(year=year, y=y, bars=bars))
        y = max(bar.y for bar in bars) + LANE + GAP
    quarters = tuple(number(LEFT + (WIDTH - LEFT) * quarter / 4) for quarter in range(5))
    months = tuple((context.month(month), quarters[at]) for at, month in enumerate((1, 4, 7, 10)))
    return Markdown(
        context.renderer.render(
            "timeline.svg.j2",
            width=WIDTH,
            height=y,
            lane=LANE,
            rows=tuple(rows),
            quarters=quarters,
            months=months,
        )
    )


def _days(event: Event) -> tuple[str, str] | None:
    """The first and the last day to draw; an open end is drawn as the other one."""
    if event.date is None:
        return None
    first, last = bounds(event.date)
    if first == FIRST_DAY:
        return last, last
    return first, first if last == LAST_DAY else last


def _bars(context: Context, events: Sequence[Event], top: int, page: str) -> Iterator[Bar]:
    """Bars in the highest lane that is free."""
    ends: list[float] = []
    for event in events:
        first, last = _days(event) or ("", "")
        x = _x(first)
        end = _x(last) + (WIDTH - LEFT) / 366 if last[:4] == first[:4] else float(WIDTH)
        width = max(end - x, NARROWEST)
        lane = next((number for number, taken in enumerate(ends) if taken <= x), len(ends))
        ends[lane:] = [x + width + 1, *ends[lane + 1 :]]
        _, label = context.event_label(event)
        yield Bar(
            x=number(min(x, WIDTH - width)),
            y=top + lane * LANE,
            width=number(width),
            planned=event.planned,
            href=_entry(context, event, page),
            title=f"{context.date(event.date)}: {label}",
        )


def _entry(context: Context, event: Event, page: str) -> Markdown:
    """Where the event stands in the list: on this page of a long timeline, or on another."""
    there = context.on_timeline[event.id]
    anchor = f"e-{event.id}"
    return Markdown(f"#{anchor}") if there == page else address.from_to_html(page, there, anchor)


def number(value: float) -> Markdown:
    """A coordinate as a drawing has it, to a tenth."""
    return Markdown(f"{round(value, 1):g}")


def _x(day: str) -> float:
    """A day's place in the row of its year; months are drawn alike."""
    return LEFT + (WIDTH - LEFT) * (int(day[5:7]) - 1 + (int(day[8:]) - 1) / 31) / 12
