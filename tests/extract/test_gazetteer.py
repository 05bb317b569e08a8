"""Word lists matched in any form."""

import pytest

from build_dossier.extract.gazetteer import hits, lists_of, merged, word_lists, words_of
from build_dossier.text.language import Language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("білий дах дому", "uk", id="words-apart"),
        pytest.param("росія", "uk", id="place-without-capital"),
        pytest.param("", "uk", id="nothing"),
        pytest.param("13 . -", "ru", id="signs"),
    ],
)
def test_what_no_list_holds(text: str, language: Language):
    """Words in another order, places in small letters and signs are in no list."""
    assert hits(text.split(), language) == ()


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        pytest.param("в Сполучених Штатах Америки", "uk", ["PLACE Сполучені Штати Америки"], id="longest"),
        pytest.param("о Палате представителей США", "ru", ["INST Палата представителей США"], id="institution"),
        pytest.param("пише The New York Times", "uk", ["OUTLET The New York Times"], id="outlet"),
        pytest.param("палаті представників", "uk", ["INST Палата представників"], id="institution-printed-small"),
    ],
)
def test_phrases_are_found_in_any_form(text: str, language: Language, found: list[str]):
    """A phrase is found inflected, with the nominative its list gives."""
    assert [f"{hit.kind} {hit.name}" for hit in hits(text.split(), language)] == found


def test_both_languages_share_letters():
    """One key serves both spellings of a name."""
    assert merged("Кіт") == merged("Кит")
    assert merged("Володимир’їв") == merged("володимирив")


def test_words_stand_in_their_lists():
    """A form belongs to the lists of its dictionary form."""
    assert "role" in lists_of("президентом", "uk")
    assert not lists_of("парасолька", "uk")


def test_no_list_is_empty():
    """Every list of the package can be read."""
    assert all(word_lists().values())
    assert words_of("Нью-Йорк") == ["Нью", "-", "Йорк"]
