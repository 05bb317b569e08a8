"""Notes on a person, an event or a date stand on its page, and at their passages."""

from dataclasses import replace
from pathlib import Path

import pytest
from dossiers import pages_of

from build_dossier.build import build
from build_dossier.disk import read_sources
from build_dossier.dossier import TextFile

PROJECT = Path(__file__).parent.parent.parent
NOTE = "{: kind=identity #%s }\n\nUnmistakable: %s.\n\n> [[%s]] %s\n\nIts evidence.\n"
SUBJECTS = {
    "people/john-coale": "john-coale",
    "events/2025-06-20-bastrykin": "2025-06-20-bastrykin",
    "dates/2025-06-20": "2025-06-20",
}


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    """The pages of the project's own dossier with a file of notes on each of three things."""
    sources = read_sources(PROJECT / "seeds", PROJECT / "docs", PROJECT / ".dossier")
    article = sources.seeds[0].name.removesuffix(".txt")
    words = " ".join(sources.seeds[0].data.decode().split()[6:12])
    texts = ((name, NOTE % (f"n{number}", name, article, words)) for number, name in enumerate(SUBJECTS.values()))
    files = (TextFile(path=f"docs/annotations/{name}.md", text=text) for name, text in texts)
    built = build(replace(sources, annotations=(*sources.annotations, *files)))
    assert [str(problem) for problem in built.problems if problem.severity.value != "doubt"] == []
    return pages_of(built)


@pytest.mark.parametrize(("page", "subject"), SUBJECTS.items())
def test_the_page_shows_the_notes(pages: dict[str, str], page: str, subject: str):
    """Both notes are there; the second quotes its passage and leads to it."""
    text = pages[f"{page}/index.md"]

    assert f"Unmistakable: {subject}." in text
    assert "Its evidence." in text
    assert '<blockquote class="note-elsewhere">' in text


def test_the_article_shows_those_with_a_passage(pages: dict[str, str]):
    """Each says what it is on, and leads there; notes on the thing alone are not on the article's page."""
    text = next(text for path, text in pages.items() if path.startswith("articles/000_"))

    assert text.count("Its evidence.") == len(SUBJECTS)
    assert 'class="note-about">On <a href="../../people/john-coale/index.html"' in text
    assert "Unmistakable" not in text


def test_the_list_of_notes_has_them_all(pages: dict[str, str]):
    """With or without a passage a note is on ``/notes/``."""
    text = pages["notes/index.md"]

    assert all(f"Unmistakable: {subject}." in text for subject in SUBJECTS.values())
    assert text.count("Its evidence.") == len(SUBJECTS)
