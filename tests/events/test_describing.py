"""What an event is called, and when it was."""

from dataclasses import replace

import pytest
from told import told

from build_dossier.article import Basis
from build_dossier.events.describing import dated, described, event_id, sort_key
from build_dossier.events.tellings import tellings

FIRST = told(
    "a", "Вступ.\n\n[TIME У травні=2025-05] [PER Гай=hai] довго й докладно говорив та зустрівся з [PER Лі=li]."
)
SECOND = told("b", "Вступ.\n\n[TIME 5 травня=2025-05-05] [PER Гай=hai] зустрівся з [PER Лі=li].")
TOLD = (*tellings(FIRST), *tellings(SECOND))
ARTICLES = {linked.reading.article.id: linked.reading.article for linked in (FIRST, SECOND)}


def test_the_narrowest_date():
    """An event has the narrowest date that is told of it; none where nobody says when."""
    assert dated(TOLD) == ("2025-05-05", Basis.STATED)
    assert dated(()) == (None, Basis.UNKNOWN)


def test_the_label_is_the_shortest_sentence():
    """Each language has the shortest sentence that tells it."""
    assert described("x", TOLD, ARTICLES).labels == {"uk": "5 травня Гай зустрівся з Лі."}


def test_ids():
    """An id says when, what and who, and is never one that is taken."""
    assert event_id(TOLD, ()) == "2025-05-05-meeting-hai-li"
    assert event_id(TOLD, {"2025-05-05-meeting-hai-li"}) == "2025-05-05-meeting-hai-li-2"


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        pytest.param(["2025-05-05", "2025-05", "2025"], ["2025", "2025-05", "2025-05-05"], id="by-the-first-day"),
        pytest.param([None, "../2025-05-05"], ["../2025-05-05", None], id="without-a-date-last"),
        pytest.param(["2026", "/2025-06", "2025-06-20"], ["2025-06-20", "/2025-06", "2026"], id="open-where-it-ends"),
    ],
)
def test_order(dates: list[str | None], expected: list[str | None]):
    """Events stand in order of their first day."""
    events = [replace(described("x", TOLD, ARTICLES), date=date) for date in dates]

    assert [event.date for event in sorted(events, key=sort_key)] == expected
