"""Letters that deceive are found, and those that only look foreign are not."""

import pytest

from build_dossier.text.suspicious import Trick, suspicions


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Президент прибув до Києва.", id="Ukrainian"),
        pytest.param("Rain in Oslo.", id="English"),
        pytest.param("Компанія Apple і IT-сектор", id="two alphabets in a text"),
        pytest.param("Після COVIDу і з iPhoneом, у YouTubeі", id="Latin names with Cyrillic endings"),
        pytest.param("за́мок і замо́к", id="stress marks"),
        pytest.param("пере\u00adнесення", id="soft hyphens"),
        pytest.param("родина 👨\u200d👩\u200d👧", id="joiners inside an emoji"),
        pytest.param("Нью-Йорк\u00a0і\u202fЛьвів", id="narrow and hard spaces"),
    ],
)
def test_ordinary_text_raises_no_suspicion(text: str):
    """What newspapers print is not reported."""
    assert suspicions(text) == ()


@pytest.mark.parametrize(
    ("text", "trick", "shown", "about"),
    [
        pytest.param("Путiн", Trick.LOOK_ALIKE, "Путiн", "latin small letter i (U+0069)", id="Latin i in a name"),
        pytest.param(
            "Сook", Trick.LOOK_ALIKE, "Сook", "cyrillic capital letter es (U+0421)", id="Cyrillic С in a name"
        ),
        pytest.param("НАТO", Trick.LOOK_ALIKE, "НАТO", "latin capital letter o (U+004F)", id="every letter has a twin"),
        pytest.param("a\u202eb", Trick.DIRECTION, "a⟨U+202E⟩b", "right-to-left override (U+202E)", id="override"),
        pytest.param("сло\u200bво", Trick.INVISIBLE, "сло⟨U+200B⟩во", "zero width space (U+200B)", id="zero width"),
        pytest.param("Тег\U000e0041", Trick.INVISIBLE, "Тег⟨U+E0041⟩", "(U+E0041)", id="tag characters"),
    ],
)
def test_what_deceives_is_found_and_named(text: str, trick: Trick, shown: str, about: str):
    """Each trick is told by its kind, by what would be seen if it could, and by the names of its characters."""
    (found,) = suspicions(f"Слово {text} слово")

    assert (found.trick, found.shown) == (trick, shown)
    assert about in found.about


def test_suspicions_come_in_order_with_their_places():
    """Offsets are those of the text."""
    text = "Путiн і сло\u200bво, а тоді Cтрайк"

    assert [text[found.start : found.end] for found in suspicions(text)] == ["Путiн", "\u200b", "Cтрайк"]
