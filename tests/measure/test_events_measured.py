"""Events against gold: found, dated, joined."""

import pytest
from told import told

from build_dossier.events.finding import find
from build_dossier.measure.events import on_seeds
from build_dossier.measure.gold import GoldArticle, read_gold

ONE = told("a", "Вступ.\n\n[TIME 5 травня=2025-05-05] [PER Гай=hai] зустрівся з [PER Лі=li].")
OTHER = told("b", "Вступ.\n\n[TIME 5 травня=2025-05-05] відбулися переговори [PER Лі=li] та [PER Гая=hai].")


def gold(seed: str, event_id: str, date: str = "2025-05-05") -> GoldArticle:
    """An article with one event, told by its second paragraph."""
    (article,) = read_gold(f"""
{seed}:
  language: {{code: uk}}
  title: {{}}
  publication_date: {{date: null, status: unknown}}
  publisher: {{name: null}}
  events:
  - id: {event_id}
    level: basic
    date: '{date}'
    basis: stated
    evidence: {{text: зустріч, start: 8, end: 30}}
""")
    return article


@pytest.mark.parametrize(
    ("ids", "joined"),
    [
        pytest.param(("met", "met"), (1, 1, 1), id="one-event"),
        pytest.param(("met", "parted"), (0, 1, 0), id="two-events"),
    ],
)
def test_joins(ids: tuple[str, str], joined: tuple[int, int, int]):
    """A join that the gold has is right, any other is one too many."""
    pairs = [(gold("a.txt", ids[0]), ONE), (gold("b.txt", ids[1]), OTHER)]
    rows, _ = on_seeds(pairs, find((ONE, OTHER), ()).events)

    (row,) = (row for row in rows if row.name == "events that two articles share")
    assert (row.right, row.found, row.gold) == joined


def test_a_wrong_date_is_a_mistake():
    """An event that is found with another date is told as a mistake."""
    rows, mistakes = on_seeds([(gold("a.txt", "met", date="2025-05-06"), ONE)], find((ONE,), ()).events)

    assert [(row.right, row.found) for row in rows[:2]] == [(1, 1), (0, 1)]
    assert [one.group for one in mistakes] == ["events"]
