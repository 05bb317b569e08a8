"""The machine prefix is metadata; sentences that speak of dates are not."""

import pytest

from build_dossier.article.prefix import read_prefix


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("2025 рік почався зі снігу.", id="a year begins a sentence"),
        pytest.param("20 червня 2025 року рада зібралася.", id="a date begins a sentence"),
        pytest.param("dated 2025-06-22", id="another word"),
        pytest.param("Дата 2025-06-22", id="not a machine's word"),
        pytest.param("2025-06-22x", id="no date of its own"),
        pytest.param("Текст date 2025-06-22", id="not at the beginning"),
        pytest.param("", id="nothing"),
    ],
)
def test_a_text_without_prefix(text: str):
    """The published words begin at once."""
    assert read_prefix(text).end == 0


@pytest.mark.parametrize(
    ("text", "date"),
    [
        pytest.param(" date 2025-06-22 Текст", "2025-06-22", id="blanks around"),
        pytest.param("date: 2025-06-22\n\nТекст", "2025-06-22", id="on its own line"),
        pytest.param("published: 2025-06-22T14:05:00Z Текст", "2025-06-22", id="with a clock time"),
        pytest.param("[2025-06-22] Текст", "2025-06-22", id="without a word"),
        pytest.param("date 2025-06 Текст", "2025-06", id="a month"),
        pytest.param("date None Текст", None, id="no date known"),
        pytest.param("date 2025-02-30 Текст", None, id="no real day"),
    ],
)
def test_a_prefix_is_read_and_left_out(text: str, date: str | None):
    """The words begin after it; only a real date is taken."""
    prefix = read_prefix(text)

    assert prefix.date == date
    assert text[prefix.end :] == "Текст"
