"""The timeline: every event of the dossier in order of date, as a list and as a picture."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from build_dossier.article import Basis
from build_dossier.events import Event
from build_dossier.extract.mentions import EntityType
from build_dossier.markdown import Markdown
from build_dossier.pages import LatePage, address, parts, timeline_picture
from build_dossier.pages.blind import without_notes
from build_dossier.pages.context import Context
from build_dossier.pages.display import shortened
from build_dossier.strict_yaml import write_front_matter
from build_dossier.text.collation import sort_key
from build_dossier.text.edtf import FIRST_DAY, LAST_DAY, bounds

LABEL = 220
"""Characters of a sentence that stands for an event; the passage itself is a click away."""
CHOICES = 50
"""Entries of one filter; who is named in fewer events than the fiftieth is found by search."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TellingView:
    """An article that tells of an event, and where."""

    title: str
    language: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """An event as the timeline prints it."""

    id: str
    label: str
    language: str
    href: Markdown | None
    """Its own page, if it has one."""
    date: Markdown
    edtf: str | None
    machine: str | None
    """The date as HTML's ``time`` takes it; ``None`` for what is no day, month or year."""
    basis: Basis
    planned: bool
    strip: tuple[Markdown, Markdown] | None
    """Where it lies in its year: from, and how long, in hundredths; nothing where that is not known."""
    tellings: tuple[TellingView, ...]
    tokens: Markdown
    """Ids of the articles that tell it and of all whom they name there, for the filters."""


Year = tuple[str | None, Event, int]
"""A year, its first event, and how many it has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class YearView:
    """A year of a long timeline."""

    year: str | None
    events: int
    href: Markdown


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """An entry of a filter."""

    id: Markdown
    label: str
    events: int


def pages(context: Context) -> Iterator[LatePage]:
    """One page, or several of a long timeline; none of them shows notes."""
    blind = without_notes(context)
    years = tuple(_years(context.dossier.events))
    for number, shown in enumerate(parts.parts(context.dossier.events), start=1):
        render = partial(_page, blind, years, shown, number)
        yield LatePage(path=parts.path(address.TIMELINE, number), render=render, made_of="")


def _page(context: Context, years: Sequence[Year], shown: Sequence[Event], number: int) -> str:
    events, path = context.dossier.events, parts.path(address.TIMELINE, number)
    title = context.t("Timeline")
    front = {"title": str(title), "description": str(title), "kind": "timeline"}
    return context.renderer.render(
        "timeline.md.j2",
        front=Markdown(write_front_matter(front)),
        title=title,
        total=len(events),
        planned=sum(event.planned for event in events),
        picture=timeline_picture.picture(context, events, path),
        all_years=tuple(_year_view(context, year, path) for year in years) if len(shown) < len(events) else (),
        parts=parts.links(address.TIMELINE, number, len(parts.parts(events))),
        years=tuple(
            (year, tuple(event_view(context, event, path) for event in group))
            for year, group in groupby(shown, key=year_of)
        ),
        people=_choices(context, shown, EntityType.PER),
        places=_choices(context, shown, EntityType.LOC),
        articles=_articles(context, shown),
        basis=context.basis,
    )


def _years(events: Sequence[Event]) -> Iterator[Year]:
    for year, group in groupby(events, key=year_of):
        of_year = list(group)
        yield year, of_year[0], len(of_year)


def _year_view(context: Context, of_year: Year, path: str) -> YearView:
    """A year, with the page on which it begins."""
    year, first, events = of_year
    href = address.from_to(path, context.on_timeline[first.id], "undated" if year is None else f"y{year}")
    return YearView(year=year, events=events, href=href)


def event_view(context: Context, event: Event, page: str) -> EventView:
    """An event as a list on ``page`` shows it."""
    language, label = context.event_label(event)
    place = strip(event.date)
    return EventView(
        id=event.id,
        label=shortened(label, LABEL),
        language=language,
        href=address.from_to(page, address.event_page(event)) if event.has_page else None,
        date=context.date(event.date),
        edtf=event.date,
        machine=machine_date(event.date),
        basis=event.basis,
        planned=event.planned,
        strip=None if place is None else (timeline_picture.number(place[0]), timeline_picture.number(place[1])),
        tellings=tuple(_tellings(context, event, page)),
        tokens=Markdown(" ".join((*event.entities, *event.articles))),
    )


def machine_date(value: str | None) -> str | None:
    """An EDTF day, month or year without marks, which HTML's ``time`` takes (HTML Standard, 4.5.14)."""
    return value if value is not None and value.replace("-", "").isdigit() and _is_plain(value) else None


def _is_plain(value: str) -> bool:
    parts = value.split("-")
    return [len(part) for part in parts] in ([4], [4, 2], [4, 2, 2]) and (len(parts) == 1 or parts[1] <= "12")


def year_of(event: Event) -> str | None:
    """The year under which an event stands: that of its first day, or of its last where that is open."""
    if event.date is None:
        return None
    first, last = bounds(event.date)
    return (last if first == FIRST_DAY else first)[:4]


def strip(value: str | None) -> tuple[float, float] | None:
    """Where a date lies in the year in which it begins: its beginning and its length, in hundredths of the year."""
    if value is None:
        return None
    first, last = bounds(value)
    if FIRST_DAY in {first, last} or last == LAST_DAY:
        return None
    start = _part_of_year(first)
    end = _part_of_year(last) + 100 / 365 if last[:4] == first[:4] else 100.0
    return round(start, 1), round(max(end - start, 1.0), 1)


def _part_of_year(day: str) -> float:
    """How much of its year, in hundredths, lies before a day; months count alike."""
    return (int(day[5:7]) - 1 + (int(day[8:]) - 1) / 31) * 100 / 12


def _tellings(context: Context, event: Event, page: str) -> Iterator[TellingView]:
    seen: set[str] = set()
    for telling in event.tellings:
        if telling.article not in seen:
            seen.add(telling.article)
            article = context.by_id[telling.article].reading.article
            yield TellingView(
                title=shortened(article.title.text, 80),
                language=article.language,
                href=address.from_to(page, address.article(article.id), context.paragraph(article, telling.start)),
            )


def _choices(context: Context, events: Sequence[Event], kind: EntityType) -> tuple[Choice, ...]:
    known = context.dossier.entities
    counts = Counter(e for event in events for e in event.entities if e in known and known[e].type is kind)
    ranked = sorted(counts, key=lambda entity: (-counts[entity], entity))[:CHOICES]
    choices = (
        Choice(id=Markdown(entity), label=context.label(known[entity]), events=counts[entity]) for entity in ranked
    )
    return tuple(sorted(choices, key=lambda choice: sort_key(choice.label, context.locale)))


def _articles(context: Context, events: Sequence[Event]) -> tuple[Choice, ...]:
    counts = Counter(article for event in events for article in event.articles)
    return tuple(
        Choice(id=Markdown(article.id), label=shortened(article.title.text, 60), events=counts[article.id])
        for article in (linked.reading.article for linked in context.articles[:CHOICES])
        if counts[article.id]
    )
