"""The editor's word about events."""

from told import told

from build_dossier.event import EventFile, read_event_files
from build_dossier.events import JoinReason
from build_dossier.events.finding import find
from build_dossier.events.settling import Settled

FIRST = told("a", "Вступ.\n\n[TIME 5 травня=2025-05-05] [PER Гай=hai] зустрівся з [PER Лі=li]. Усі пішли додому.")
SECOND = told(
    "b", "Вступ.\n\n[TIME 9 липня=2025-07-09] у [LOC Львові=lviv] звільнили 14 людей. Інші чекають. Інші чекають."
)
MEETING, RELEASE = "2025-05-05-meeting-hai-li", "2025-07-09-release-lviv"


def settled(**files: str) -> Settled:
    """The events of both articles with these files, by name (``_`` for ``-``) and front matter."""
    return find((FIRST, SECOND), read(**files))


def read(**files: str) -> tuple[EventFile, ...]:
    """Files without mistakes."""
    texts = [(f"docs/events/{name.replace('_', '-')}.md", f"---\n{text}\n---\n") for name, text in files.items()]
    found, problems = read_event_files(texts)
    assert problems == ()
    return found


def test_without_files():
    """What the program finds stands."""
    assert [event.id for event in settled().events] == [MEETING, RELEASE]


def test_a_file_of_the_same_id_confirms():
    """The editor's name and date stand instead of the program's; the passages stay."""
    (event, _) = settled(**{MEETING: "labels: {en: They met}\ndate: 2025-05-06"}).events

    assert (event.labels["en"], event.date, event.basis.value) == ("They met", "2025-05-06", "editor")
    assert event.articles == ("a",)


def test_a_quoted_passage_tells_of_this_event_alone():
    """A passage that a file quotes leaves the event that the program made of it."""
    result = settled(visit='passages: [{article: a, quote: "5 травня Гай зустрівся з Лі"}]')

    assert [event.id for event in result.events] == ["visit", RELEASE]
    assert (result.events[0].date, result.events[0].entities) == ("2025-05-05", ("hai", "li"))


def test_a_passage_that_nothing_was_made_of():
    """The editor may make an event of any words."""
    result = settled(home="date: 2025-05-05\npassages: [{article: a, quote: Усі пішли додому}]")

    assert [(event.id, len(event.tellings)) for event in result.events] == [(MEETING, 1), ("home", 1), (RELEASE, 1)]


def test_merge():
    """Merged events are one, and the old id leads to it."""
    result = settled(both=f"merge: [{MEETING}, {RELEASE}]")

    assert [(event.id, event.articles, event.reason) for event in result.events] == [
        ("both", ("a", "b"), JoinReason.JUDGEMENT)
    ]
    assert result.redirects == {MEETING: "both", RELEASE: "both"}


def test_not():
    """A refused passage is no part of the event."""
    result = settled(both=f"merge: [{MEETING}, {RELEASE}]\nnot: [{{article: b, quote: звільнили 14 людей}}]")

    assert [(event.id, event.articles) for event in result.events] == [("both", ("a",))]


def test_ban():
    """A banned event is gone."""
    assert [event.id for event in settled(**{MEETING: "ban: true"}).events] == [RELEASE]


def test_what_meets_nothing_is_told():
    """An unknown event, article or passage, and words that stand twice, each get a line."""
    result = settled(
        odd="merge: [2025-05-05-meeting-hai]\n"
        "passages:\n- {article: c, quote: x}\n- {article: a, quote: зустрілися в Римі}\n"
        "- {article: b, quote: Інші чекають}"
    )

    assert [(p.code, p.line) for p in result.problems] == [
        ("event-article", 4),
        ("event-quote", 5),
        ("event-quote", 6),
        ("event-unmet", 2),
    ]
