"""Why an article has its date is said in the language of the interface."""

from html import unescape

import pytest

from build_dossier.catalogue import translations
from build_dossier.pages.prose import in_own_language
from build_dossier.pages.reasons import date_reason
from build_dossier.rendering import Renderer

REASONS = (
    "The text begins with the machine prefix “date 2025-06-22”.",
    "The text bears the time stamp “20 червня 2025, 14:05”.",
    "The dateline “Київ, 20 червня 2025” says when it was filed.",
    "No date of publication is stated; the text tells of “у лютому 2022” as past, so it is not older.",
    "The text states no date of publication; it mentions “21 червня”, “у лютому” without a year.",
    "The text states no date of publication.",
    "The editor's date, from docs/annotations/a.md.",
    (
        "The articles that are most like it, as far as they are dated, were published in 2025; "
        "the last month that it tells of is this one."
    ),
    "The articles that are most like it, as far as they are dated, were published in 2025.",
)


def renderer(language: str) -> Renderer:
    """The texts of a language, without templates."""
    words = translations(language)
    return Renderer({}, words.gettext, words.ngettext)


@pytest.mark.parametrize("reason", REASONS)
def test_a_reason_is_the_same_in_english(reason: str):
    """What is recognised loses nothing."""
    assert unescape(date_reason(reason, renderer("en"))) == reason


@pytest.mark.parametrize("reason", REASONS)
def test_a_reason_has_no_english_left_in_another_language(reason: str):
    """Only the quoted words stay."""
    said = date_reason(reason, renderer("uk"))

    assert "text" not in said
    assert "article" not in said


def test_the_words_of_a_text_stay_data():
    """A quotation in a reason cannot make an element."""
    assert "<b>" not in date_reason("The text bears the time stamp “<b>20</b>”.", renderer("ru"))


def test_an_unknown_reason_is_shown_as_it_is():
    """A reason that nobody has translated is better than none."""
    assert date_reason("It was in the file", renderer("uk")) == "It was in the file"


@pytest.mark.parametrize(
    ("text", "interface", "language"),
    [
        pytest.param("The words stand in the article as they were.", "en", "", id="the interface's own"),
        pytest.param("Так", "en", "", id="too short to tell"),
        pytest.param("The words stand in the article as they were.", "uk", "en", id="another"),
        pytest.param("Ці слова є лише в цій статті, і більше ніде.", "ru", "uk", id="a neighbour's"),
    ],
)
def test_prose_in_another_language_says_so(text: str, interface: str, language: str):
    """A page need not mark what is in its own language, nor what nobody can tell."""
    assert in_own_language("<p>…</p>", text, interface).language == language
