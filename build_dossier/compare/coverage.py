"""Who tells of what: events by article, in tables small enough to be read.

Comes in: the events, the articles in order, and which are related. Goes out: ``Grid``s. A small dossier is one grid. In
a large one each event that is worth a row brings its articles together with their close relatives, so that an empty
cell says something: an article that is near tells nothing of it. Nothing is compared with all the rest.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from build_dossier.events import Event
from build_dossier.events.describing import sort_key
from build_dossier.related import Related

MOST_ARTICLES = 8
"""Columns of a grid: as many as stand beside each other on a desktop."""
WITH_RELATIVES = 4
"""Articles to which the tellers of an event are filled up with close relatives."""
CLOSE = 0.12
"""Likeness (``related``) from which an article is close: it could have told of it."""
MOST_EVENTS = 60
"""Rows of a grid."""
MOST_ALONE = 8
"""Rows of a grid for what one article alone tells and no editor has named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Articles, and the events that any of them tells."""

    articles: tuple[str, ...]
    """In the order given."""
    events: tuple[Event, ...]
    """In order of date."""
    about: Event | None = None
    """The event whose articles it brings together; nothing where it shows all articles."""
    first: int = 1
    """Of the articles that tell this event, counted from 1, the first that is shown here."""
    last: int = 1


def is_worth_a_row(event: Event) -> bool:
    """Whether several articles tell it, or the editor has named it and one does."""
    return event.has_page and bool(event.tellings)


def grids(events: Iterable[Event], articles: Sequence[str], related: Mapping[str, Sequence[Related]]) -> Iterator[Grid]:
    """The grids, those of the most told events first; every event worth a row stands in one at least.

    Args:
        events: all of them.
        articles: ids in the order of the columns.
        related: for each article the likest others, best first.
    """
    told: dict[str, list[Event]] = {}
    worthy: list[Event] = []
    for event in sorted(events, key=sort_key):
        worthy += [event] if is_worth_a_row(event) else []
        for article in event.articles:
            told.setdefault(article, []).append(event)
    order = {article: at for at, article in enumerate(articles)}
    tellers = sorted({article for event in worthy for article in event.articles}, key=order.__getitem__)
    if 0 < len(tellers) <= MOST_ARTICLES:
        yield _grid(tellers, told)
        return
    shown: set[str] = set()
    for event in sorted(worthy, key=lambda one: -len(one.articles)):
        if event.id not in shown:
            for first, columns in _columns(event, order, related):
                last = min(first + MOST_ARTICLES - 1, len(event.articles))
                grid = replace(_grid(columns, told), about=event, first=first, last=last)
                shown |= {one.id for one in grid.events if set(one.articles) <= set(columns)}
                yield grid
            shown.add(event.id)


def leaves_out(article: str, told: Mapping[str, Sequence[Event]], relatives: Iterable[str]) -> list[Event]:
    """What relatives of an article tell and it does not, what several tell first, then what an editor has named.

    Args:
        article: its id.
        told: by article the events that it tells.
        relatives: ids of those that could tell the same.
    """
    own = {event.id for event in told.get(article, ())}
    missing = {e.id: e for other in relatives for e in told.get(other, ()) if e.id not in own}
    return sorted(missing.values(), key=lambda event: (-len(event.articles), *_rank(event), sort_key(event)))


def _columns(
    event: Event, order: Mapping[str, int], related: Mapping[str, Sequence[Related]]
) -> Iterator[tuple[int, list[str]]]:
    """The articles that tell an event, in order, each few of them with their close relatives; which is the first."""
    tellers = sorted(event.articles, key=order.__getitem__)
    for start in range(0, len(tellers), MOST_ARTICLES):
        columns = tellers[start : start + MOST_ARTICLES]
        near = (one for teller in columns for one in related.get(teller, ()) if one.score >= CLOSE)
        ranked = sorted(near, key=lambda one: (-one.score, one.article))
        others = dict.fromkeys(one.article for one in ranked if one.article not in event.articles)
        filled = [*columns, *list(others)[: max(0, WITH_RELATIVES - len(columns))]]
        yield start + 1, sorted(filled, key=order.__getitem__)


def _grid(columns: Sequence[str], told: Mapping[str, Sequence[Event]]) -> Grid:
    """The events of some articles: all that are worth a row, and the most told of the rest."""
    found = {event.id: event for article in columns for event in told.get(article, ())}
    worthy = [event for event in found.values() if is_worth_a_row(event)]
    alone = sorted((event for event in found.values() if not is_worth_a_row(event)), key=_rank)
    here = set(columns)
    ranked = sorted(worthy, key=lambda event: -len(here.intersection(event.articles)))[:MOST_EVENTS]
    return Grid(
        articles=tuple(columns), events=tuple(sorted([*ranked, *_first_of_each(alone, MOST_ALONE)], key=sort_key))
    )


def _first_of_each(events: Sequence[Event], most: int) -> list[Event]:
    """The first events, no article with more than its share while others have any."""
    by_article: dict[str, list[Event]] = {}
    for event in events:
        by_article.setdefault(event.articles[0], []).append(event)
    in_turn = sorted((at, *_rank(event), event.id) for told in by_article.values() for at, event in enumerate(told))
    chosen = {key[-1] for key in in_turn[:most]}
    return [event for event in events if event.id in chosen]


def _rank(event: Event) -> tuple[bool, int, int, str]:
    """What says the most first: the editor's, the oftener told, that with more names and numbers, by id."""
    numbers = {number for telling in event.tellings for number in telling.numbers}
    return event.file is None, -len(event.tellings), -len(event.entities) - 2 * len(numbers), event.id
