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
    compared: float
    """Seconds for comparing the two texts, which is done once for an article."""
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
    start = time.perf_counter()
    alignment = align(case.text, now)
    compared = time.perf_counter() - start
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
            compared=compared,
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


def anchors_table(found: Sequence[Answer]) -> str:
    """Percentages for each scenario, with the remembered text and without, and the time a passage took."""
    groups = [
        ("remembered, the passage is there", True, True),
        ("remembered, the passage is gone", True, False),
        ("not remembered, the passage is there", False, True),
        ("not remembered, the passage is gone", False, False),
    ]
    blocks = [_block(title, [a for a in found if (a.remembered, a.present) == (r, p)]) for title, r, p in groups]
    times = sorted(answer.seconds for answer in found if answer.remembered)
    median = f"a passage took {1000 * times[len(times) // 2]:.2f} ms (median), at most {1000 * times[-1]:.0f} ms"
    compared = sorted(answer.compared for answer in found)
    median += f"; comparing the texts, once for an article, {1000 * compared[len(compared) // 2]:.1f} ms (median)"
    return "\n\n".join([*blocks, median])


def mistakes_file(found: Sequence[Answer]) -> str:
    """Every answer that is not right, as Markdown."""
    wrong = [answer for answer in found if answer.verdict is not Verdict.RIGHT]
    return "".join(
        f"## {one.scenario}: {one.verdict.value}{'' if one.remembered else ', not remembered'}\n\n"
        f"- wanted: {one.wanted!r}\n- got: {one.got!r}\n\n"
        for one in wrong
    )


def _block(title: str, found: Sequence[Answer]) -> str:
    head = f"{title:48}" + "".join(f"{verdict.value:>9}" for verdict in Verdict) + "   n"
    names = dict.fromkeys(answer.scenario for answer in found)
    rows = [_line(name, [answer for answer in found if answer.scenario == name]) for name in names]
    return "\n".join([head, *rows, _line("all", found)])


def _line(name: str, found: Sequence[Answer]) -> str:
    shares = (100 * sum(one.verdict is verdict for one in found) / max(1, len(found)) for verdict in Verdict)
    return f"  {name:46}" + "".join(f"{share:9.1f}" for share in shares) + f"{len(found):6}"
