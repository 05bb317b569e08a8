"""What an evaluation says."""

import json

from build_dossier.measure.report import SHOWN, Mistake, Section, as_json, errors_file, mistake, table
from build_dossier.measure.score import Counts, Row

TEXT = "Перший рядок.\nДо Одеси приїхала Коваль."


def section(*mistakes: Mistake) -> Section:
    """A section with one full and one half-empty row."""
    rows = (Counts(right=1, found=2, gold=4).row("people"), Row(name="a long name", found=12))
    return Section(title="Names", remarks=("A remark.",), rows=rows, mistakes=mistakes)


def test_columns_are_aligned():
    """Names stand to the left, figures to the right; what is not measured is a dash."""
    assert table([section()]).splitlines() == [
        "Names",
        "  A remark.",
        "               gold  found  right      P      R     F1  errors",
        "  people          4      2      1  0.500  0.250  0.333       4",
        "  a long name     –     12      –      –      –      –       –",
    ]


def test_a_mistake_shows_its_line_and_its_words():
    """The words stand in brackets among those around them, on one line."""
    one = mistake("missed", "a.txt", TEXT, (17, 22), "odesa")

    assert one.where == "a.txt:2"
    assert one.context == "…Перший рядок. До ⟦Одеси⟧ приїхала Коваль.…"


def test_mistakes_are_grouped_and_the_rest_counted():
    """A long group is cut, and says so."""
    many = [Mistake(group="missed", where=f"{number}.txt", what="x") for number in range(SHOWN + 2)]
    text = errors_file([section(*many)])

    assert f"### missed ({SHOWN + 2})" in text
    assert f"{SHOWN - 1}.txt" in text
    assert f"{SHOWN}.txt" not in text
    assert "- and 2 more" in text


def test_figures_are_plain_values():
    """They can be written as JSON."""
    (one,) = json.loads(json.dumps(as_json([section()])))

    assert one["rows"][0]["recall"] == 0.25
