"""Articles beside each other: on shared events, names, dates, numbers, and on who is quoted.

Comes in: two articles or more, and the events that they tell. Goes out: a ``Comparison`` of ``Row``s. The work grows
with what the articles hold, since things are aligned by what they are, never by comparing passage with passage.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from build_dossier.article import Article, BlockKind
from build_dossier.compare import Row, Side, rows
from build_dossier.compare.counts import Count, counts
from build_dossier.events import Event, Telling
from build_dossier.events.describing import sort_key
from build_dossier.extract.mentions import UNREAD, EntityType
from build_dossier.extract.times.meaning import TimeType
from build_dossier.link import LinkedReading
from build_dossier.text.span import Span

_NAMED = (EntityType.PER, EntityType.ORG, EntityType.LOC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What articles have in common and what each tells alone."""

    sides: tuple[Side, ...]
    events: tuple[Row, ...]
    """By id of event, in order of date; what one article alone tells is among them."""
    names: tuple[Row, ...]
    """By id of entity, in order of text."""
    dates: tuple[Row, ...]
    """By EDTF value, in order."""
    counts: tuple[Row, ...]
    """By what is counted, in order of text."""
    apart: frozenset[str]
    """What several articles count without a number in common."""
    speakers: tuple[Row, ...]
    """By id of entity, else the words that say who speaks; the spans are quotations."""


def compare(articles: Sequence[LinkedReading], events: Iterable[Event], about: Event | None = None) -> Comparison:
    """The articles side by side.

    Args:
        articles: in the order of the columns.
        events: all that any of them tells.
        about: compares what stands around this event; nothing compares whole articles.
    """
    sides = tuple(Side(linked=linked, parts=_parts(linked.reading.article, about)) for linked in articles)
    told = sorted(events, key=sort_key)
    event_rows = (event_row(event, sides) for event in told if about is None or event.id != about.id)
    counted = [tuple(counts(side.article, side.parts, side.linked.times)) for side in sides]
    return Comparison(
        sides=sides,
        events=tuple(row for row in event_rows if row.told_by),
        names=tuple(rows([list(_names(side)) for side in sides])),
        dates=tuple(sorted(rows([list(_dates(side)) for side in sides]), key=lambda row: row.key)),
        counts=tuple(rows([[(count.unit, count.span) for count in found] for found in counted])),
        apart=_apart(counted),
        speakers=tuple(rows([list(_quoted(side)) for side in sides])),
    )


def event_row(event: Event, sides: Sequence[Side]) -> Row:
    """The sentences in which each article tells of an event."""
    told: dict[str, dict[Span, None]] = {}
    for telling in event.tellings:
        told.setdefault(telling.article, {})[telling.sentence] = None
    cells = tuple(tuple(span for span in told.get(side.article.id, ()) if side.holds(span.start)) for side in sides)
    return Row(key=event.id, cells=cells)


def _parts(article: Article, about: Event | None) -> tuple[Span, ...]:
    """The text around an event: all of it where the event is its news, else its paragraphs and those beside them."""
    read = [block for block in article.blocks if block.kind not in UNREAD]
    if about is None:
        return tuple(Span(start=block.start, end=block.end) for block in read)
    told = [telling for telling in about.tellings if telling.article == article.id]
    first = next((at for at, block in enumerate(read) if block.kind is BlockKind.PARAGRAPH), 0)
    if any(_stands_in(telling, block.start, block.end) for telling in told for block in read[: first + 1]):
        return tuple(Span(start=block.start, end=block.end) for block in read)
    near = {
        at + step
        for at, block in enumerate(read)
        if any(_stands_in(telling, block.start, block.end) for telling in told)
        for step in (-1, 0, 1)
    }
    return tuple(Span(start=block.start, end=block.end) for at, block in enumerate(read) if at in near)


def _stands_in(telling: Telling, start: int, end: int) -> bool:
    return start <= telling.start < end


def _names(side: Side) -> Iterator[tuple[str, Span]]:
    """Everybody named, with the description beside the name where there is one."""
    described = {(role.mention.start, role.mention.end): role for role in side.linked.reading.roles}
    for link in side.linked.links:
        mention = link.mention
        if link.entity is not None and mention.type in _NAMED and side.holds(mention.start):
            role = described.get((mention.start, mention.end))
            start = mention.start if role is None else min(role.start, mention.start)
            yield link.entity, Span(start=start, end=mention.end if role is None else max(role.end, mention.end))


def _dates(side: Side) -> Iterator[tuple[str, Span]]:
    for time in side.linked.times:
        if time.value is not None and time.type is not TimeType.DURATION and side.holds(time.start):
            yield time.value, Span(start=time.start, end=time.end)


def _apart(counted: Sequence[Sequence[Count]]) -> frozenset[str]:
    """What is counted in several texts with a number that no two of them share."""
    units = dict.fromkeys(count.unit for found in counted for count in found)
    return frozenset(
        unit for unit in units if _differ([{c.value for c in found if c.unit == unit} for found in counted])
    )


def _differ(values: Sequence[set[str]]) -> bool:
    said = [numbers for numbers in values if numbers]
    return len(said) > 1 and sum(map(len, said)) == len(set().union(*said))


def _quoted(side: Side) -> Iterator[tuple[str, Span]]:
    for quotation in side.linked.reading.quotations:
        if quotation.is_speech and quotation.speaker is not None and side.holds(quotation.start):
            who = side.linked.entity_of(quotation.speaker) or quotation.speaker.name
            yield who, Span(start=quotation.start, end=quotation.end)
