"""What a note can be about."""

import pytest

from build_dossier.annotation.kinds import DEFAULT_KIND, NoteKind, package_note_kinds, read_note_kinds

DESIGNED = (
    "context provenance identity chronology date framing contradiction told-differently contrast follow-up "
    "perspective omission caution factcheck gloss translation question"
)


def test_the_package_has_a_list():
    """The kinds that come with the program each have a label, a sentence and an icon."""
    kinds = package_note_kinds()

    assert " ".join(kinds) == DESIGNED
    assert DEFAULT_KIND in kinds
    assert all(kind.label and kind.gloss.endswith(".") and kind.icon for kind in kinds.values())


def test_the_editors_entry_wins():
    """An entry of the editor's replaces the package's of the same key, and a new key is a new kind."""
    text = "date:\n  label: When\nrumour:\n  label: Rumour\n  gloss: Heard, not seen.\n  icon: ear-hearing\n"

    kinds, problems = read_note_kinds([("docs/lexicon/note_kinds.yml", text)])

    assert problems == ()
    assert kinds["date"] == NoteKind(key="date", label="When", gloss="", icon="note-text-outline")
    assert kinds["rumour"].icon == "ear-hearing"
    assert kinds["framing"] == package_note_kinds()["framing"]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        pytest.param("rumour: Rumour\n", 1, "expected `label: …`", id="no mapping"),
        pytest.param("rumour:\n  icon: ear\n", 1, "has no label", id="no label"),
        pytest.param("rumour:\n  label: Rumour\n  glos: x\n", 1, "unknown field “glos”, perhaps gloss", id="field"),
        pytest.param("date:\n  label: Date\n  motivation: dating\n", 1, "motivation is one of", id="motivation"),
        pytest.param("date: {label: Date, icon: calendar}\n", 1, "“calendar”, perhaps calendar-outline", id="icon"),
        pytest.param("a: 1\na: 2\n", 2, "stands twice", id="not readable"),
    ],
)
def test_mistakes(text: str, line: int, words: str):
    """What cannot be used of an editor's list is told, and the package's kinds stay."""
    kinds, (problem, *others) = read_note_kinds([("docs/lexicon/note_kinds.yml", text)])

    assert words in problem.message or (others and words in others[0].message)
    assert problem.line in {1, line}
    assert kinds["framing"] == package_note_kinds()["framing"]
