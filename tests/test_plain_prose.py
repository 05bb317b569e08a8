"""Prose that is not read as Markdown, and what is said of it."""

import pytest

from build_dossier.plain_prose import LONGEST, MOST_BRACKETS, shown_as_typed, why_as_typed


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="none"),
        pytest.param("а" * LONGEST, id="as long as may be"),
        pytest.param("[" * MOST_BRACKETS + "\n\n" + "[" * MOST_BRACKETS, id="brackets of two paragraphs"),
    ],
)
def test_read_as_markdown(text: str):
    """What an editor writes."""
    assert why_as_typed(text) is None
    assert list(shown_as_typed([(text, "docs/index.md", 1)])) == []


@pytest.mark.parametrize(
    ("text", "why"),
    [
        pytest.param("а" * (LONGEST + 1), "20,001 characters", id="too long"),
        pytest.param("a\n\n" + "[" * (MOST_BRACKETS + 1), "501 “\\[”", id="too many brackets"),
    ],
)
def test_shown_as_typed(text: str, why: str):
    """The editor is told, with the place."""
    (problem,) = shown_as_typed([("short", "docs/about.md", 1), (text, "docs/index.md", 7)])

    assert why.replace("\\", "") in problem.message
    assert (problem.file, problem.line, problem.code) == ("docs/index.md", 7, "prose-as-typed")
