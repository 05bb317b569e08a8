"""Notes on a person, a place, an organisation, an event or a date."""

from dataclasses import replace

from build_dossier.annotation import Note, read_annotations
from build_dossier.annotation.kinds import package_note_kinds
from build_dossier.annotation.subject import Settled, settle
from build_dossier.article import Seed

SEEDS = (Seed(id="vienna", name="vienna.txt", sha256="", encoding="utf-8", text="Міністри зустрілися у Відні."),)


def settled(name: str, body: str) -> Settled:
    """What one file says, in a dossier with a person who is now called otherwise, and a day."""
    read = read_annotations([(f"docs/annotations/{name}.md", body)], SEEDS, package_note_kinds())
    return settle(read.notes, read.elsewhere, {"jane": "jane-doe", "2025-06-21": "2025-06-21"}, ["vienna"])


def only(found: Settled) -> Note:
    """The one note of a file without mistakes."""
    assert found.problems == ()
    (note,) = found.notes
    return note


def test_the_notes_of_an_article_are_about_nothing_else():
    """A file that is named for an article is not looked at."""
    found = settled("vienna", "Про статтю.\n")

    assert only(found).about is None
    assert found.to_place == found.notes


def test_a_note_on_a_thing_as_a_whole():
    """It has its place already, under the id that the thing has now."""
    found = settled("jane", "Про неї.\n")

    assert only(found).about == "jane-doe"
    assert [anchor.note for anchor in found.whole] == [only(found)]
    assert found.to_place == ()


def test_a_note_on_a_day_with_a_passage():
    """It stands in the article of its passage too, where that is to be found."""
    note = only(settled("2025-06-21", "> [[vienna]] у Відні\n\nТоді.\n"))

    assert (note.about, note.article, note.passages[0].article) == ("2025-06-21", "vienna", "vienna")


def test_a_draft_is_placed_nowhere():
    """A draft on a thing as a whole has no anchor; it stays among the notes, which know it for one."""
    found = settled("jane", "{: draft }\n\nПро неї.\n")

    assert found.whole == ()
    assert only(found).draft


def test_a_file_about_nothing():
    """Its notes stay as they were read, to become orphans."""
    found = settled("john", "> [[vienna]] у Відні\n\nПро нікого.\n")

    assert [problem.code for problem in found.problems] == ["absent-article"]
    assert [replace(note, about=None) for note in found.notes] == list(found.notes)
