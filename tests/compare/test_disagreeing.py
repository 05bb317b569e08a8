"""Where two articles may tell one thing differently."""

import pytest
from told import told

from build_dossier.compare.disagreeing import Aspect, Disagreement, disagreements
from build_dossier.events.finding import find

BOTH = "[PER Олена Коваль=koval] зустріла [PER Івана Бойка=boiko]"
MET = f"{BOTH} [TIME 3 травня=2025-05-03]"
ROME = f"{BOTH} у [LOC Рим=rome] [TIME 3 травня=2025-05-03]."


def found(*marked: str) -> tuple[Disagreement, ...]:
    """What marked texts may tell differently."""
    readings = [told(f"a{at}", text, published="2025-05-06") for at, text in enumerate(marked)]
    return disagreements(readings, find(readings, ()).events)


def shown(one: Disagreement) -> tuple[Aspect, str, str, str, str]:
    """A disagreement in short."""
    return one.aspect, one.first.article, one.first.value, one.second.article, one.second.value


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param((f"{MET} і 14 солдатів.",) * 2, id="the same"),
        pytest.param((f"{MET} і 14 солдатів.", "[PER Анна Вовк=vovk] і 16 солдатів."), id="strangers"),
        pytest.param(
            (f"{MET} і 14 солдатів.", f"{MET} і 16 танків."),
            id="other things",
        ),
        pytest.param((f"{MET}.", f"{BOTH} [TIME 9 травня=2025-05-09]."), id="a week apart"),
        pytest.param((f"{MET}. {BOTH} [TIME 4 травня=2025-05-04].",), id="one article"),
        pytest.param(
            (ROME, f"{BOTH} в [LOC Італії=Італія] [TIME 3 травня=2025-05-03]."),
            id="a town and a country",
        ),
    ],
)  # fmt: skip
def test_what_does_not_differ(marked: tuple[str, ...]):
    """The same, other things, another week, a wider place: nothing is offered."""
    assert found(*marked) == ()


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param(
            (f"{MET} і 14 солдатів.", f"{MET} і 16 солдатів."),
            (Aspect.NUMBER, "a0", "14", "a1", "16"),
            id="number",
        ),
        pytest.param(
            (f"{MET}.", f"{BOTH} [TIME 4 травня=2025-05-04]."),
            (Aspect.DATE, "a0", "2025-05-03", "a1", "2025-05-04"),
            id="day",
        ),
        pytest.param(
            (ROME, f"{BOTH} у [LOC Мілан=milan] [TIME 3 травня=2025-05-03]."),
            (Aspect.PLACE, "a0", "rome", "a1", "milan"),
            id="place",
        ),
    ],
)  # fmt: skip
def test_what_may_differ(marked: tuple[str, ...], expected: tuple[Aspect, str, str, str, str]):
    """Of the same event another number of the same, another town; of the same persons the next day."""
    assert [shown(one) for one in found(*marked)] == [expected]


def test_what_most_tell_stands_first():
    """Three articles have 14, one has 16: it stands beside the first of the three, once."""
    texts = [f"{MET} і {n} солдатів." for n in (16, 14, 14, 14)]

    assert [shown(one) for one in found(*texts)] == [(Aspect.NUMBER, "a1", "14", "a0", "16")]


def test_thousands_of_tellings_are_quickly_gone_through():
    """An event that many articles tell with numbers of their own gives one line for each number."""
    texts = [f"{MET} і {n} солдатів." for n in range(100, 300)]

    assert len(found(*texts)) == len(texts) - 1
