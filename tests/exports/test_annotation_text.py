"""The notes as one text."""

import pytest

from build_dossier.build import Build
from build_dossier.exports.annotation_text import _plain, text


@pytest.mark.parametrize("words", ["Посол прибув.", "14 політв'язнів — у суботу", "а-б (2025), «в»!", "1 000", ""])
def test_words_stay_readable(words: str):
    """Nothing is done to words that Markdown does not read."""
    assert _plain(words) == words


@pytest.mark.parametrize(
    ("words", "written"),
    [
        pytest.param("# Заголовок", "\\# Заголовок", id="heading"),
        pytest.param("> цитата", "\\> цитата", id="quotation"),
        pytest.param("- пункт", "\\- пункт", id="list"),
        pytest.param("1. пункт", "1\\. пункт", id="numbered list"),
        pytest.param("а\n    + б", "а\n\\+ б", id="on a later line, indented"),
        pytest.param("<b>*x*</b>", "\\<b>\\*x\\*\\</b>", id="markup"),
        pytest.param("[a](b) `c` &amp;", "\\[a\\](b) \\`c\\` \\&amp;", id="links, code, references"),
    ],
)
def test_signs_are_no_markup(words: str, written: str):
    """What Markdown would read in a source's words is kept from it."""
    assert _plain(words) == written


def test_all_notes_article_by_article(dossier_build: Build):
    """Titles, quotations, prose and signatures stand in reading order; links are the words that a reader sees."""
    shown = text(dossier_build.dossier)
    dossier = dossier_build.dossier

    assert shown.count("\n### ") == len(dossier.notes)
    assert shown.count("\n## ") == len(dossier.readings)
    assert "[[" not in shown
    first = next(linked.reading.article for linked in dossier.readings)
    placed = (note for note in dossier.notes if note.article == first.id and note.passages)
    places = [shown.index(note.passages[0].quote[:20]) for note in placed]
    assert places[0] > shown.index(first.title.text[:30])
