"""Names of the project's own passages: what is found, in which form, led where; a little below what is measured."""

import pytest

from build_dossier.measure.evaluate import on_passages
from build_dossier.measure.passages import PASSAGES, read_passages
from build_dossier.measure.score import Row


@pytest.fixture(scope="module")
def rows() -> dict[tuple[str, str], Row]:
    """The figures by section and line."""
    sections = on_passages(read_passages(PASSAGES.read_text(encoding="utf-8")))
    return {
        (section.title.split(",")[1].split(":")[0].strip(), row.name): row
        for section in sections
        for row in section.rows
    }


@pytest.mark.parametrize(
    ("section", "line", "least"),
    [
        pytest.param("strict", "uk PER+ORG+LOC", 0.94, id="strict-uk"),
        pytest.param("strict", "ru PER+ORG+LOC", 0.94, id="strict-ru"),
        pytest.param("strict", "both PER", 0.96, id="persons"),
        pytest.param("strict", "both ORG", 0.90, id="organisations"),
        pytest.param("strict", "both LOC", 0.96, id="places"),
        pytest.param("relaxed", "both PER+ORG+LOC", 0.94, id="relaxed"),
        pytest.param("lemmas of matched mentions", "uk PER+ORG+LOC", 0.96, id="lemmas-uk"),
        pytest.param("lemmas of matched mentions", "ru PER+ORG+LOC", 0.96, id="lemmas-ru"),
        pytest.param("linking", "both PER+ORG+LOC", 0.97, id="linking"),
    ],
)
def test_names_are_found_and_led_as_measured(rows: dict[tuple[str, str], Row], section: str, line: str, least: float):
    """F1 does not fall below what stands here."""
    row = rows[section, line]
    assert row.f1 is not None
    assert row.f1 >= least
