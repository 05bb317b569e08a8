"""Which tellings are one event.

Comes in: the tellings of all articles, in order. Goes out: groups of them, each with the weakest reason that joined it.
A rule gives each telling keys; tellings that share a key and stand at dates that agree are joined. So the work grows
with the tellings, not with their pairs, and a rule needs no threshold on a score. Better two entries for one event than
one for two: a telling without a date, or with the year alone, joins only where there is just one event to join.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations, pairwise
from math import log2

from build_dossier.events import JoinReason, Telling
from build_dossier.text.edtf import FIRST_DAY, LAST_DAY, bounds

NEWS_DAYS = 7
"""What an article tells as news has happened in the week before it."""
CLOSE_DAYS = 31
"""A date of so many days or fewer tells one happening from the next of its kind."""
PERSONS_PAIRED = 8
"""Persons of one telling that are paired; a longer list is a list, not a meeting."""
RARE = 0.5
"""Share of the weight of the persons of a telling that the common person must have (each weighs 1/log2(1 + articles),
as in ``related``): of two presidents and an envoy it is the envoy."""


_YEAR_ONE = "0001-01-08"
"""Days before it cannot be counted with; no news is so old."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Tellings of one event, by their places in the row given."""

    members: tuple[int, ...]
    reason: JoinReason | None


Weights = Mapping[str, float]
Keys = Iterator[Hashable]


def same_words(telling: Telling, weights: Weights) -> Keys:
    """A sentence that several articles have word for word: copies tell one event, whether they are dated or not."""
    del weights
    if telling.said:
        yield telling.said, telling.concept


def same_news(telling: Telling, weights: Weights) -> Keys:
    """What an article tells first, of the same kind of happening and the same person."""
    del weights
    if telling.news and telling.concept is not None:
        yield from ((telling.article, telling.concept, person) for person in sorted(telling.persons))


def same_persons(telling: Telling, weights: Weights) -> Keys:
    """Two persons in the same kind of happening."""
    if telling.concept is not None:
        people = sorted(telling.persons, key=lambda person: (-weights[person], person))[:PERSONS_PAIRED]
        yield from ((telling.concept, *sorted(pair)) for pair in combinations(people, 2))


def same_number(telling: Telling, weights: Weights) -> Keys:
    """A number of the same kind of happening, with a place, organisation, person or article in common."""
    del weights
    if telling.concept is not None and telling.date is not None:
        for number in sorted(telling.numbers):
            common = sorted({telling.article, *telling.persons, *telling.others})
            yield from ((telling.concept, number, one) for one in common)


def same_rare_person(telling: Telling, weights: Weights) -> Keys:
    """The rarest person of the telling, in the same kind of happening, at the same date in words."""
    total = sum(weights[person] for person in sorted(telling.persons))
    if telling.concept is not None and telling.date is not None and not telling.news:
        for person in sorted(telling.persons):
            if weights[person] >= RARE * total:
                yield (telling.concept, person, telling.date)


def same_two_concepts(telling: Telling, weights: Weights) -> Keys:
    """Two kinds of happening in one sentence, one of them the telling's own, at the same date in words, told there or
    next to it of the same person: elections with protests are held in many a country in one year.
    """
    del weights
    if telling.concept is not None and telling.date is not None and not telling.news:
        for other in sorted(telling.concepts - {telling.concept}):
            yield from ((telling.concept, other, telling.date, person) for person in sorted(telling.beside))


RULES: tuple[tuple[JoinReason, Callable[[Telling, Weights], Keys]], ...] = (
    (JoinReason.WORDS, same_words),
    (JoinReason.NEWS, same_news),
    (JoinReason.PERSONS, same_persons),
    (JoinReason.NUMBER, same_number),
    (JoinReason.PERSON, same_rare_person),
    (JoinReason.CONCEPTS, same_two_concepts),
)
"""The surest first: what one has joined the next finds joined."""


def join(tellings: Sequence[Telling]) -> tuple[Group, ...]:
    """The events in order of their first telling; those that no principal telling tells are left out."""
    groups = _Groups(tellings)
    weights = _weights(tellings)
    for reason, rule in RULES:
        buckets: dict[Hashable, list[int]] = defaultdict(list)
        for at, telling in enumerate(tellings):
            for key in rule(telling, weights):
                buckets[key].append(at)
        for bucket in buckets.values():
            if reason is JoinReason.WORDS:
                for one, other in pairwise(bucket):
                    groups.join(one, other, reason)
            else:
                _join_bucket(bucket, tellings, groups, reason)
    return tuple(group for group in groups.all() if any(tellings[at].principal for at in group.members))


def _weights(tellings: Iterable[Telling]) -> Weights:
    named = {(person, telling.article) for telling in tellings for person in telling.persons}
    articles = Counter(person for person, _ in named)
    return {person: 1 / log2(1 + count) for person, count in articles.items()}


def _join_bucket(bucket: Sequence[int], tellings: Sequence[Telling], groups: "_Groups", reason: JoinReason) -> None:
    """First those with a close date, by neighbours in time; then each of the others that can mean one event only."""
    close = sorted((at for at in bucket if _is_close(groups.days(at))), key=lambda at: (groups.days(at), at))
    for one, other in pairwise(close):
        groups.join(one, other, reason)
    loose = [at for at in bucket if not _is_close(groups.days(at))]
    for at in loose:
        roots = {groups.root(other) for other in close if groups.agree(at, other)} - {groups.root(at)}
        if len(roots) == 1:
            groups.join(at, next(iter(roots)), reason)
        elif not roots:
            for other in loose:
                if other < at and _alike(tellings[at], tellings[other]):
                    groups.join(at, other, reason)
                    break


def _alike(one: Telling, other: Telling) -> bool:
    """Whether two tellings without a close date say the same of when: the same words, or both that it is news."""
    return one.date == other.date if one.date is not None else one.news and other.news and other.date is None


def _is_close(days: tuple[str, str]) -> bool:
    first, last = days
    if first < _YEAR_ONE or last == LAST_DAY:
        return False
    return date.fromisoformat(last) - date.fromisoformat(first) <= timedelta(days=CLOSE_DAYS)


def _days(telling: Telling) -> tuple[str, str]:
    """The first and the last day on which it may have happened."""
    if telling.date is None:
        return FIRST_DAY, LAST_DAY
    first, last = bounds(telling.date)
    if telling.news and first > _YEAR_ONE:
        first = (date.fromisoformat(first) - timedelta(days=NEWS_DAYS)).isoformat()
    return first, last


class _Groups:
    """Disjoint sets of tellings, each with the days that all of its members allow."""

    def __init__(self, tellings: Sequence[Telling]) -> None:
        self._tellings = tellings
        self._parents = list(range(len(tellings)))
        self._days = [_days(telling) for telling in tellings]
        self._reasons: list[JoinReason | None] = [None] * len(tellings)

    def root(self, at: int) -> int:
        """The first member of the set that a telling is in."""
        while self._parents[at] != at:
            self._parents[at] = self._parents[self._parents[at]]
            at = self._parents[at]
        return at

    def days(self, at: int) -> tuple[str, str]:
        """The days that the set of a telling allows."""
        return self._days[self.root(at)]

    def agree(self, one: int, other: int) -> bool:
        """Whether two sets can be one: on some day both may have happened, and both lie ahead or neither."""
        (first, last), (start, end) = self.days(one), self.days(other)
        return max(first, start) <= min(last, end) and self._tellings[one].planned == self._tellings[other].planned

    def join(self, one: int, other: int, reason: JoinReason) -> None:
        """Makes two sets one, if they agree."""
        first, second = sorted((self.root(one), self.root(other)))
        if first == second or not self.agree(first, second):
            return
        (start, end), (begin, last) = self._days[first], self._days[second]
        self._parents[second] = first
        self._days[first] = max(start, begin), min(end, last)
        known = [why for why in (self._reasons[first], self._reasons[second], reason) if why is not None]
        self._reasons[first] = max(known, key=list(JoinReason).index)

    def all(self) -> Iterator[Group]:
        """The sets in order of their first member."""
        members: dict[int, list[int]] = defaultdict(list)
        for at in range(len(self._tellings)):
            members[self.root(at)].append(at)
        for root in sorted(members):
            yield Group(members=tuple(members[root]), reason=self._reasons[root])
