"""Annotations of Hypothesis."""

import pytest

from build_dossier.incoming import Target
from build_dossier.incoming.hypothesis import read
from build_dossier.text.locate import TextQuoteSelector
from build_dossier.text.span import Span

ROW = {
    "id": "Ab_c-1",
    "created": "2025-11-30T23:30:00.123456+00:00",
    "updated": "2025-12-01T00:00:00+00:00",
    "user": "acct:ada@hypothes.is",
    "uri": "https://news.example/one",
    "text": "Слова.\r\nЩе.",
    "tags": ["verbs", " two  words "],
    "group": "__world__",
    "permissions": {"read": ["group:__world__"], "admin": ["acct:ada@hypothes.is"]},
    "target": [
        {
            "source": "https://news.example/one?x",
            "selector": [
                {"type": "RangeSelector", "startContainer": "/p[1]", "startOffset": 3},
                {"type": "TextPositionSelector", "start": 8, "end": 14},
                {"type": "TextQuoteSelector", "exact": "прибув", "prefix": "Посол ", "suffix": " до"},
            ],
        }
    ],
}


def test_everything_that_a_note_can_hold():
    """Quotation, offsets, prose, tags, account and day."""
    found = read(ROW)

    assert (found.id, found.name, found.parent, found.private) == ("h-Ab_c-1", "Ab_c-1", None, False)
    assert (found.author, found.date, found.tags) == ("ada", "2025-11-30", ("verbs", "two words"))
    assert found.body == "Слова.\nЩе."
    assert found.targets == (
        Target(
            sources=("https://news.example/one?x", "https://news.example/one"),
            quote=TextQuoteSelector(exact="прибув", prefix="Посол ", suffix=" до"),
            position=Span(start=8, end=14),
        ),
    )


@pytest.mark.parametrize(
    ("change", "private"),
    [
        pytest.param({"permissions": {}}, False, id="nobody says"),
        pytest.param({"permissions": {"read": ["acct:ada@hypothes.is"]}}, True, id="only me"),
        pytest.param({"permissions": {"read": ["group:x1"]}}, True, id="a group"),
        pytest.param({"permissions": {"read": []}}, True, id="nobody"),
        pytest.param({"hidden": True}, True, id="hidden by a moderator"),
    ],
)
def test_what_not_everybody_could_read(change: dict[str, object], private: bool):  # noqa: FBT001
    """It stays private."""
    assert read({**ROW, **change}).private is private


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"target": [None, 1, {"selector": "x"}]}, id="targets that are none"),
        pytest.param({"target": [{"selector": [{"type": "TextQuoteSelector", "exact": {}}]}]}, id="no words"),
        pytest.param(
            {"target": [{"selector": [{"type": "TextPositionSelector", "start": True, "end": 2}]}]}, id="bool"
        ),
        pytest.param(
            {"target": [{"selector": [{"type": "TextPositionSelector", "start": 9, "end": 2}]}]}, id="reversed"
        ),
        pytest.param({"tags": "x", "created": 5, "user": None, "references": {}}, id="values of other types"),
        pytest.param({"created": "yesterday", "id": "../../x"}, id="no day, no id"),
        pytest.param({"text": "\ud800\x00\x1b[2J", "user": "acct:\x07\n@x"}, id="signs that no text has"),
    ],
)
def test_what_has_another_form_is_not_there(change: dict[str, object]):
    """A value that is not what it should be is as if it were missing; what remains can be written and shown."""
    found = read({**ROW, **change})

    assert found.id.startswith("h-")
    assert "/" not in found.id
    assert all(target.position is None or target.position.start < target.position.end for target in found.targets)
    for words in (found.body, found.author or "", *found.tags):
        words.encode()
        assert not any(char in words for char in "\x00\x1b\x07")


def test_an_answer_names_what_it_answers():
    """The last reference is the annotation that is answered."""
    assert read({**ROW, "references": ["root", "middle"]}).parent == "h-middle"


def test_the_name_that_is_shown_goes_before_the_account():
    """People are called as they call themselves."""
    assert read({**ROW, "user_info": {"display_name": "Ada Example"}}).author == "Ada Example"
