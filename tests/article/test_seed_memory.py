"""A seed that only changed its name is known again."""

import pytest

from build_dossier.article import Seed
from build_dossier.article.seed_memory import recall, remember, renamed


def seed(name: str, sha256: str = "aa") -> Seed:
    """A seed of that name and those bytes."""
    return Seed(id=name.lower(), name=f"{name}.txt", sha256=sha256, encoding="utf-8", text="x")


def known(*seeds: Seed, before: str = "") -> str:
    """What is remembered of a build of these seeds."""
    return remember(recall(before)[0], seeds)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param([seed("Old")], [seed("Old")], id="nothing changed"),
        pytest.param([seed("Old")], [seed("Old", "bb")], id="a new text under the old name"),
        pytest.param([seed("Old")], [seed("New", "bb")], id="another text"),
        pytest.param([seed("Old")], [seed("Old"), seed("New")], id="a copy"),
        pytest.param([], [seed("New")], id="the first build"),
    ],
)
def test_what_is_no_rename_is_not_told(before: list[Seed], after: list[Seed]):
    """Only bytes whose old name is gone are told."""
    assert renamed(recall(known(*before))[0], after, ["docs/annotations/old.md"]) == ()


@pytest.mark.parametrize("notes", ["docs/annotations/old.md", "docs/annotations/Old.md"])
def test_a_renamed_seed_is_told_with_the_rename_that_keeps_its_notes(notes: str):
    """Notes are found under the id and under the stem, and told until they have the new name."""
    memory = known(seed("Old"))
    (problem,) = renamed(recall(memory)[0], [seed("New")], [notes])

    assert str(problem) == (
        "seeds/New.txt: is the text that was seeds/Old.txt; its page was /articles/old/ "
        f"(rename {notes} to docs/annotations/new.md to keep its notes, or rename it to seeds/Old.txt "
        "to keep its address)"
    )
    later = recall(known(seed("New"), before=memory))[0]
    assert renamed(later, [seed("New")], [notes]) == (problem,)
    assert renamed(later, [seed("New")], ["docs/annotations/new.md"]) == ()


def test_a_rename_without_notes_is_told_once():
    """Nothing is lost but the address, and that is said when it happens."""
    memory = known(seed("Old"))

    assert len(renamed(recall(memory)[0], [seed("New")], [])) == 1
    assert renamed(recall(known(seed("New"), before=memory))[0], [seed("New")], []) == ()


def test_memory_is_the_same_bytes_in_any_order():
    """Sorted by id, and read back as it was written."""
    text = known(seed("B"), seed("A", "bb"))

    assert text == known(seed("A", "bb"), seed("B"))
    assert known(before=text) == text


@pytest.mark.parametrize("line", ["x", "[]", '{"id": 1, "name": "a", "sha256": "b"}', "[" * 100_000])
def test_a_broken_line_is_a_warning_and_the_others_stand(line: str):
    """The line is told by its number."""
    records, problems = recall(f"{known(seed('Old'))}{line}\n")

    assert [record.id for record in records] == ["old"]
    assert [(problem.code, problem.line) for problem in problems] == [("seeds-unreadable", 2)]
