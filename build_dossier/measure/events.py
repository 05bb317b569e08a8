"""The events that the program finds and joins, against gold.

Comes in: gold articles and the events of their dossier. Goes out: rows and mistakes.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from build_dossier.events import Event, Telling
from build_dossier.link import LinkedReading
from build_dossier.measure.gold import GoldArticle, GoldEvent
from build_dossier.measure.report import Mistake, mistake
from build_dossier.measure.score import Counts, Row

Pairs = Sequence[tuple[GoldArticle, LinkedReading]]
Shared = frozenset[tuple[str, str, str]]
"""Events that two articles share: the gold's id and both articles."""


def on_seeds(pairs: Pairs, events: Sequence[Event]) -> tuple[tuple[Row, ...], tuple[Mistake, ...]]:
    """Gold events that are found at all, with their date and plan; events that two articles share, joined or not."""
    told = _by_article(events)
    found, date, planned = Counts(), Counts(), Counts()
    mistakes: list[Mistake] = []
    for gold, linked in pairs:
        for wanted in (event for event in gold.events if event.basic):
            ours = [event for event, telling in told[linked.reading.article.id] if _meet(wanted, telling)]
            best = next((event for event in ours if event.date == wanted.date), ours[0] if ours else None)
            there = int(best is not None)
            found += Counts(right=there, found=there, gold=1)
            date += Counts(right=int(best is not None and best.date == wanted.date), found=there, gold=1)
            planned += Counts(right=int(best is not None and best.planned == wanted.planned), found=there, gold=1)
            if best is None or best.date != wanted.date or best.planned != wanted.planned:
                told_as = "nothing" if best is None else f"{best.date}{' planned' if best.planned else ''} ({best.id})"
                what = f"wanted {wanted.date}{' planned' if wanted.planned else ''} ({wanted.id}), found {told_as}"
                text = linked.reading.article.text
                mistakes.append(mistake("events", gold.seed, text, (wanted.start, wanted.end), what))
    joined, wrong = _joined(pairs, events)
    rows = (
        found.row("basic events, found"),
        date.row("basic events, date"),
        planned.row("basic events, planned or not"),
        joined.row("events that two articles share"),
    )
    return rows, (*mistakes, *wrong)


def _by_article(events: Sequence[Event]) -> Mapping[str, list[tuple[Event, Telling]]]:
    told: dict[str, list[tuple[Event, Telling]]] = defaultdict(list)
    for event in events:
        for telling in event.tellings:
            told[telling.article].append((event, telling))
    return told


def _meet(gold: GoldEvent, telling: Telling) -> bool:
    """Whether a telling and the gold's passage share words."""
    return telling.start < gold.end and gold.start < telling.end


def _joined(pairs: Pairs, events: Sequence[Event]) -> tuple[Counts, tuple[Mistake, ...]]:
    """A join of two articles is right if one event of the gold has passages in both that the program's event meets."""
    wanted = frozenset(_shared(pairs))
    golds = {linked.reading.article.id: (gold, linked) for gold, linked in pairs}
    right: set[tuple[str, str, str]] = set()
    false: list[Mistake] = []
    for event in events:
        for one, other in combinations(sorted(event.articles), 2):
            met = {shared for shared in wanted if shared[1:] == (one, other) and _told(shared[0], event, golds)}
            right |= met
            if not met:
                at = (event.tellings[0].start, event.tellings[0].end)
                false.append(_mistake("events joined", golds[event.tellings[0].article], at, event.id))
    missed = []
    for gold_id, one, _ in sorted(wanted - right):
        at = next((event.start, event.end) for event in golds[one][0].events if event.id == gold_id)
        missed.append(_mistake("events not joined", golds[one], at, gold_id))
    return Counts(right=len(right), found=len(right) + len(false), gold=len(wanted)), (*false, *missed)


def _mistake(group: str, article: tuple[GoldArticle, LinkedReading], at: tuple[int, int], what: str) -> Mistake:
    gold, linked = article
    return mistake(group, gold.seed, linked.reading.article.text, at, what)


def _shared(pairs: Pairs) -> Iterator[tuple[str, str, str]]:
    articles: dict[str, set[str]] = defaultdict(set)
    for gold, linked in pairs:
        for event in gold.events:
            articles[event.id].add(linked.reading.article.id)
    for event_id, named in articles.items():
        yield from ((event_id, one, other) for one, other in combinations(sorted(named), 2))


def _told(gold_id: str, event: Event, golds: Mapping[str, tuple[GoldArticle, LinkedReading]]) -> bool:
    """Whether the program's event meets the gold's passages in two articles."""
    met = {
        telling.article
        for telling in event.tellings
        for wanted in golds[telling.article][0].events
        if wanted.id == gold_id and _meet(wanted, telling)
    }
    return len(met) > 1
