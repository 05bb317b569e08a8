"""How well quoted passages are found again: synthetic revisions of real texts, scenario by scenario.

Comes in: texts and a seed of chance. Goes out: for each scenario how many passages were found at their place, at the
rim of it, elsewhere, or not at all; with the remembered text and without; and how long it took.
"""

import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from build_dossier.measure.draft import Draft
from build_dossier.measure.revisions import Case
from build_dossier.measure.settings import SCENARIOS, Scenario, case_of
from build_dossier.text.alignment import align
from build_dossier.text.locate import Ambiguous, Located, Match, describe, locate, searchable
from build_dossier.text.relocate import relocate
from build_dossier.text.span import Span

RIGHT = 0.7
"""Share of two stretches that they must have in common (intersection over union) for one to be the other."""
SHORTEST_TEXT = 400
"""Texts with fewer characters are passed over."""


class Verdict(Enum):
    """What an answer is worth."""

    RIGHT = "right"
    PARTIAL = "partial"
    """It overlaps the passage, and no more."""
    WRONG = "wrong"
    """Other words, or any words where the passage is gone."""
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One passage looked for after one revision."""

    scenario: str
    present: bool
    remembered: bool
    """Whether the text was remembered in which the passage stood."""
    verdict: Verdict
    seconds: float
    """For the passage; what is done once for an article is not counted."""
    wanted: str
    got: str


def answers(texts: Sequence[str], *, chance: random.Random, times: int) -> Iterator[Answer]:
    """Every scenario, ``times`` passages each, of texts taken by chance."""
    texts = [text for text in texts if len(text) >= SHORTEST_TEXT]
    for scenario in SCENARIOS:
        made = 0
        while made < times:
            case = case_of(scenario.setting, texts, chance)
            if case is None:
                continue
            draft = scenario.revise(case)
            if draft is None:
                continue
            place = draft.place(case.passage) if scenario.present else None
            if scenario.present and (place is None or place.start == place.end):
                continue
            made += 1
            yield from _both(scenario, case, draft, place)


def _both(scenario: Scenario, case: Case, draft: Draft, place: Span | None) -> Iterator[Answer]:
    """With the remembered text, and without it."""
    now = draft.text
    page = searchable(now)
    alignment = align(case.text, now)
    selector = describe(case.text, case.passage)
    for remembered in (True, False):
        start = time.perf_counter()
        found = relocate(alignment, case.passage, page) if remembered else locate(selector, page)
        seconds = time.perf_counter() - start
        yield Answer(
            scenario=scenario.name,
            present=scenario.present,
            remembered=remembered,
            verdict=verdict(found, place),
            seconds=seconds,
            wanted=case.passage.of(case.text) if place is None else place.of(now),
            got=now[found.start : found.end] if isinstance(found, Match) else type(found).__name__,
        )


def verdict(found: Located, place: Span | None) -> Verdict:
    """What an answer is worth when the passage stands at ``place``, or nowhere."""
    if not isinstance(found, Match):
        return Verdict.REFUSED if place is not None or isinstance(found, Ambiguous) else Verdict.RIGHT
    if place is None:
        return Verdict.WRONG
    common = min(found.end, place.end) - max(found.start, place.start)
    if common <= 0:
        return Verdict.WRONG
    union = max(found.end, place.end) - min(found.start, place.start)
    return Verdict.RIGHT if common >= RIGHT * union else Verdict.PARTIAL
