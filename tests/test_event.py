"""Files about events: what they may say."""

import pytest

from build_dossier.event import read_event_files

WRONG = [
    pytest.param("colour: red", "event-key", "“colour” is not a key of an event", id="key"),
    pytest.param("labels: They met", "event-labels", "labels are `uk: …`, `ru: …`, `en: …`", id="labels"),
    pytest.param("labels: {eng: They met}", "event-labels", "“eng” is not a language of labels", id="language"),
    pytest.param("date: 5.05.2025", "event-date", "the date is not EDTF", id="date"),
    pytest.param("planned: perhaps", "event-flag", "“planned” is true or false", id="flag"),
    pytest.param("merge: [Дві зустрічі]", "event-merge", "“merge” is a list of ids of events", id="merge"),
    pytest.param("passages: [зустріч]", "event-passage", "“passages” lists passages", id="passage"),
    pytest.param("\tban: true", "event-yaml", None, id="yaml"),
]


@pytest.mark.parametrize(("text", "code", "message"), WRONG)
def test_wrong_lines(text: str, code: str, message: str | None):
    """Each mistake has its line; the rest of the file counts."""
    events, problems = read_event_files([("docs/events/x.md", f"---\n{text}\n---\n")])

    assert [(problem.code, problem.line) for problem in problems] == [(code, 2)]
    assert message is None or problems[0].message == message
    assert [event.id for event in events] == ([] if code == "event-yaml" else ["x"])


def test_a_whole_file():
    """Every key, and the prose with its line."""
    text = (
        "---\nlabels: {uk: Зустріч, en: A meeting}\ndate: 2025-05/2025-06\nplanned: no\nmerge: other\n"
        "passages:\n- {article: a, quote: вони зустрілися}\nnot:\n- {article: b, quote: інші}\nban: false\n"
        "---\n\nProse.\n"
    )
    (event,), problems = read_event_files([("docs/events/the-meeting.md", text)])

    assert problems == ()
    assert (event.id, dict(event.labels), event.date) == (
        "the-meeting",
        {"uk": "Зустріч", "en": "A meeting"},
        "2025-05/2025-06",
    )
    assert (event.planned, event.merge, event.ban) == (False, ("other",), False)
    assert [(q.article, q.quote, q.line) for q in (*event.passages, *event.refused)] == [
        ("a", "вони зустрілися", 7),
        ("b", "інші", 9),
    ]
    assert (event.body, event.body_line) == ("Prose.", 13)


def test_a_name_that_is_no_id():
    """A file that cannot be addressed is told what it could be called."""
    events, problems = read_event_files([("docs/events/Зустріч.md", "---\n---\n")])

    assert (events, [problem.hint for problem in problems]) == ((), ["rename it to “zustrich”"])
