"""Where two articles may tell one thing differently: other numbers, another day, another place, another speaker.

Comes in: linked readings and their events. Goes out: ``Disagreement``s for an editor to look at. None of them is
claimed to be one: two days may be two meetings, two numbers two counts. Each is found by what both passages have in
common, an index away; passages are never compared with all others.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from itertools import combinations, pairwise

from build_dossier.compare.counts import counts
from build_dossier.events import Event, Telling
from build_dossier.extract.mentions import EntityType
from build_dossier.link import Link, LinkedReading
from build_dossier.linking.authority import authority
from build_dossier.text.fold import fold_case
from build_dossier.text.span import Span

NEAR_DAYS = 2
"""Days between two tellings of the same persons and kind of happening that may be one event, misdated."""
FEWEST_WORDS = 5
"""Words of a quotation from which the same words are no chance."""
MOST_PERSONS = 6
"""Persons of a telling that are paired; a longer list is no meeting."""


class Aspect(Enum):
    """In what two passages differ."""

    NUMBER = "NUMBER"
    DATE = "DATE"
    PLACE = "PLACE"
    SPEAKER = "SPEAKER"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Told:
    """What one article says."""

    article: str
    passage: Span
    """The clause, or the quotation."""
    value: str
    """In words or figures of the text, an EDTF date, or an id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """Two passages that may differ in one thing."""

    aspect: Aspect
    first: Told
    second: Told
    about: str | None
    """Id of the event that both tell, if they are joined to one."""


def disagreements(readings: Sequence[LinkedReading], events: Iterable[Event]) -> tuple[Disagreement, ...]:
    """All that are found, by aspect, each pair of articles once for one event and aspect."""
    by_id = {linked.reading.article.id: linked for linked in readings}
    every = tuple(events)
    shared = [event for event in every if len(event.articles) > 1]
    found = (
        *(one for event in shared for one in _of_numbers(event, by_id)),
        *_of_dates(every),
        *(one for event in shared for one in _of_places(event, by_id)),
        *_of_speakers(sorted(readings, key=lambda linked: linked.reading.article.id)),
    )
    return tuple({(d.aspect, d.about, d.first.article, d.second.article): d for d in reversed(found)}.values())[::-1]


def _of_numbers(event: Event, by_id: Mapping[str, LinkedReading]) -> Iterator[Disagreement]:
    """In one event: the same thing counted, without a number that two articles share."""
    told: dict[str, dict[str, list[Told]]] = defaultdict(lambda: defaultdict(list))
    for telling in event.tellings:
        linked = by_id[telling.article]
        clause = Span(start=telling.start, end=telling.end)
        for count in counts(linked.reading.article, [clause], linked.times):
            told[count.unit][telling.article].append(Told(article=telling.article, passage=clause, value=count.value))
    for by_article in told.values():
        yield from _apart(Aspect.NUMBER, event.id, by_article)


def _of_places(event: Event, by_id: Mapping[str, LinkedReading]) -> Iterator[Disagreement]:
    """In one event: one town in each article, and not the same; countries hold towns, and differ with none."""
    told: dict[str, list[Told]] = defaultdict(list)
    for telling in event.tellings:
        clause = Span(start=telling.start, end=telling.end)
        for place in _towns(by_id[telling.article], clause):
            told[telling.article].append(Told(article=telling.article, passage=clause, value=place))
    if all(len({one.value for one in places}) == 1 for places in told.values()):
        yield from _apart(Aspect.PLACE, event.id, told)


def _towns(linked: LinkedReading, within: Span) -> Iterator[str]:
    for link in linked.links:
        mention = link.mention
        if link.entity is not None and within.start <= mention.start < within.end and _is_town(link):
            yield link.entity


def _is_town(link: Link) -> bool:
    """Whether the tables know a place as a town, and the text means the town and no government by it."""
    mention = link.mention
    if mention.type is not EntityType.LOC or mention.metonym:
        return False
    thing = authority().find(EntityType.LOC, link.lemma)
    return thing is not None and thing.country is not None and not thing.state


def _apart(aspect: Aspect, event: str, told: Mapping[str, Sequence[Told]]) -> Iterator[Disagreement]:
    """What most articles say beside each other value that no two articles share with it."""
    values = {article: frozenset(one.value for one in said) for article, said in told.items()}
    tellers = {value: [a for a, own in values.items() if value in own] for own in values.values() for value in own}
    if len(values) < 2 or len(tellers) < 2:
        return
    most = min(tellers, key=lambda value: (-len(tellers[value]), tellers[value][0], value))
    first = next(one for one in told[tellers[most][0]] if one.value == most)
    for value, articles in tellers.items():
        others = [article for article in articles if most not in values[article]]
        if value != most and others and values[first.article].isdisjoint(values[others[0]]):
            second = next(one for one in told[others[0]] if one.value == value)
            yield Disagreement(aspect=aspect, first=first, second=second, about=event)


def _of_dates(events: Iterable[Event]) -> Iterator[Disagreement]:
    """The same two persons in the same kind of happening, in two articles, a day or two apart by the words of each."""
    by_key: dict[Hashable, list[tuple[str, Telling]]] = defaultdict(list)
    for event in events:
        for telling in event.tellings:
            if telling.date is not None and len(telling.date) == len("2025-06-21") and not telling.news:
                for key in _keys(telling):
                    by_key[key].append((event.id, telling))
    for found in by_key.values():
        ordered = sorted(found, key=lambda one: (one[1].date or "", one[1].article, one[1].start))
        for (event_id, one), (other_id, later) in pairwise(ordered):
            if event_id != other_id and one.article != later.article and _days_between(one, later) <= NEAR_DAYS:
                yield Disagreement(aspect=Aspect.DATE, first=_dated(one), second=_dated(later), about=None)


def _keys(telling: Telling) -> Iterator[Hashable]:
    if telling.concept is not None and len(telling.persons) <= MOST_PERSONS:
        for pair in combinations(sorted(telling.persons), 2):
            yield telling.concept, telling.planned, pair
        for number in sorted(telling.numbers):
            for one in sorted(telling.persons | telling.others):
                yield telling.concept, telling.planned, number, one


def _days_between(one: Telling, other: Telling) -> int:
    try:
        apart = date.fromisoformat(other.date or "") - date.fromisoformat(one.date or "")
    except ValueError:  # «2025-06-2X», a season
        return NEAR_DAYS + 1
    return abs(apart) // timedelta(days=1) or NEAR_DAYS + 1


def _dated(telling: Telling) -> Told:
    return Told(article=telling.article, passage=Span(start=telling.start, end=telling.end), value=telling.date or "")


def _of_speakers(readings: Iterable[LinkedReading]) -> Iterator[Disagreement]:
    """The same words in quotation marks, as two persons' or bodies'."""
    said: dict[str, Told] = {}
    for linked in readings:
        article = linked.reading.article
        for speaker, quotation in linked.quoted():
            words = fold_case(article.text[quotation.start : quotation.end]).split()
            if len(words) < FEWEST_WORDS:
                continue
            told = Told(article=article.id, passage=Span(start=quotation.start, end=quotation.end), value=speaker)
            first = said.setdefault(" ".join(word.strip(",.!?…") for word in words), told)
            if first.article != told.article and first.value != told.value:
                yield Disagreement(aspect=Aspect.SPEAKER, first=first, second=told, about=None)
