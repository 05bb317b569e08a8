"""The notes as a table that no spreadsheet reckons with."""

import csv
import io
from dataclasses import replace

import pytest

from build_dossier.build import Build
from build_dossier.dossier import Dossier
from build_dossier.exports.annotation_table import COLUMNS, DOCUMENT, _cell


def rows(dossier: Dossier) -> list[dict[str, str]]:
    """The table as Python reads it."""
    return list(csv.DictReader(io.StringIO(DOCUMENT.data(dossier).decode("utf-8-sig"), newline="")))


def test_a_line_for_every_note(dossier_build: Build):
    """Each note is one line whatever its prose, with its quotation, its place and its file."""
    dossier = dossier_build.dossier
    texts = {linked.reading.article.id: linked.reading.article.text for linked in dossier.readings}
    table = rows(dossier)

    assert [row["id"] for row in table] == [note.id for note in dossier.notes]
    assert [row["note"] for row in table] == [note.body for note in dossier.notes]
    assert all(tuple(row) == COLUMNS for row in table)
    assert sum(bool(row["second_article"]) for row in table) == sum(len(note.passages) > 1 for note in dossier.notes)
    for row in table:
        if not row["start"]:
            assert (row["kind"], row["quote"]) == ("gloss", "")
            continue
        assert texts[row["article"]][int(row["start"]) : int(row["end"])] in row["quote"]


def test_it_begins_with_a_byte_order_mark(dossier_build: Build):
    """Excel needs one to know UTF-8, and lines end as RFC 4180 has it."""
    data = DOCUMENT.data(dossier_build.dossier)

    assert data.startswith(b'\xef\xbb\xbf"id",')
    assert data.endswith(b"\r\n")


def test_no_notes_is_a_table_too(seeds_alone: Build):
    """Without notes the columns have their names."""
    assert DOCUMENT.data(replace(seeds_alone.dossier, notes=())).count(b"\r\n") == 1


@pytest.mark.parametrize("words", ["a", "", " a-b", "1+1", "«=»", "(=1)", "2025-11-30"])
def test_words_stay_words(words: str):
    """What is no formula is written as it is."""
    assert _cell(words) == f'"{words}"'


@pytest.mark.parametrize(
    "words",
    ["=1+1", "+1", "-1", "- a list", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "|x", '=HYPERLINK("https://x.example")'],
)
def test_formulas_are_shown(words: str):
    """What a spreadsheet would reckon stands behind an apostrophe, in quotation marks."""
    assert _cell(words) == "\"'" + words.replace('"', '""') + '"'
