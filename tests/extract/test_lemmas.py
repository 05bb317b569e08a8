"""Lemmas of all names of an article together."""

import pytest

from build_dossier.extract.lemmas import Name, lemmas
from build_dossier.text.language import Language


def of(language: Language, *names: tuple[str, str]) -> list[str]:
    """The lemmas of these names, standing in one text."""
    text = " . ".join(form for form, _ in names)
    found, at = [], 0
    for form, kind in names:
        start = text.index(form, at)
        at = start + len(form)
        found.append(Name(start=start, end=at, full_end=at, kind=kind))
    return lemmas(text, language, found)


@pytest.mark.parametrize(
    ("language", "form", "kind"),
    [
        pytest.param("uk", "Белта", "ORG", id="outlet-as-printed"),
        pytest.param("ru", "БелТА", "ORG", id="outlet-with-inner-capitals"),
        pytest.param("uk", "РФ", "LOC", id="acronym"),
        pytest.param("uk", "NewsWeek", "ORG", id="latin"),
    ],
)
def test_what_stays(language: Language, form: str, kind: str):
    """Names of media, acronyms and Latin names stay as printed."""
    assert of(language, (form, kind)) == [form]


def test_a_listed_given_name_beats_the_dictionary():
    """«Майка» is «Майк», whatever a dictionary knows of a «Майко»."""
    assert of("uk", ("Майка Бронсона", "PER")) == ["Майк Бронсон"]


def test_a_list_gives_the_nominative_of_a_place():
    """A place that a list knows is listed as there."""
    assert of("ru", ("Неваде", "LOC"), ("Нью-Йорке", "LOC")) == ["Невада", "Нью-Йорк"]


def test_several_forms_settle_a_doubt():
    """What several forms of one article have in common is their nominative."""
    assert of("uk", ("Шольцу", "PER"), ("Шольца", "PER"), ("Шольцом", "PER")) == ["Шольц"] * 3


def test_a_name_is_listed_with_what_it_reaches_over():
    """The lemma covers the full name, of which the mention is the head."""
    text = "адміністрації Джо Байдена"
    head = Name(start=0, end=13, full_end=len(text), kind="ORG")
    assert lemmas(text, "uk", [head]) == ["адміністрація Джо Байдена"]


def test_a_name_that_never_bends():
    """«Бібі» again and again, and never «Біби» or «Бібу», is no form of «Біба»; once it says nothing."""
    again = of("uk", ("Лемі Бібі", "PER"), ("Бібі", "PER"), ("Бібі", "PER"))
    bent = of("uk", ("Лемі Бібі", "PER"), ("Бібу", "PER"), ("Бібі", "PER"))

    assert again[1:] == ["Бібі", "Бібі"]
    assert bent[1:] == ["Біба", "Біба"]


@pytest.mark.parametrize(
    ("language", "form", "expected"),
    [
        pytest.param("ru", "Милуоки", "Милуоки", id="ends-as-a-form"),
        pytest.param("ru", "Омаха", "Омаха", id="ends-as-a-genitive"),
        pytest.param("ru", "Гринсборо", "Гринсборо", id="locative-the-dictionary-lacks"),
        pytest.param("ru", "Париже", "Париж", id="known-to-the-dictionary"),
        pytest.param("uk", "Полтаві", "Полтава", id="rules-are-right"),
    ],
)
def test_towns(language: Language, form: str, expected: str):
    """A town that the table knows is listed as there."""
    assert of(language, (form, "LOC")) == [expected]
