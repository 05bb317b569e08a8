"""Whom a sentence lets speak, and what it does not say: subjects far from their verbs, lost links, reasons."""

import pytest
from marked_speech import attributions, quotations

from build_dossier.text.language import Language

NOTHING_TOLD = [
    pytest.param("Його засудили за те, що він мовчав.", "uk", id="for what, not what"),
    pytest.param("Сусіда звинуватили через те, що двері впали.", "uk", id="because of what"),
    pytest.param("Міста відпочили після того, як уряд погодився на мир.", "uk", id="after that is a time"),
    pytest.param("Голосов хватило — точно так, как предсказывали эксперты.", "ru", id="a comparison"),
    pytest.param("Майстер, якого двічі оголосили: найкращий у місті.", "uk", id="a colon without a speaker"),
]
NOT_MEANT = [
    pytest.param(
        "Міста втомилися. Про це інформує Я прошу всіх прийти.",
        "uk",
        ["nobody (інформує): Міста втомилися."],
        id="a pronoun with a capital follows a lost link",
    ),
    pytest.param(
        "Міста втомилися. Про це пише Найбільша компанія області пообіцяла мир.",
        "uk",
        ["nobody (пише): Міста втомилися.", "Найбільша компанія області (пообіцяла): мир"],
        id="who acts in the next sentence is no source",
    ),
    pytest.param(
        "Міста втомилися. Слова [PER Псаки] цитує [ORG Reuters].",
        "uk",
        ["Reuters (цитує): Міста втомилися."],
        id="whose words they are does not cite them",
    ),
    pytest.param(
        "Сім профспілок, до яких входять працівники, заявляли, що чекають.",
        "uk",
        ["Сім профспілок (заявляли): чекають"],
        id="who belongs to it does not speak",
    ),
    pytest.param(
        "Страны севера, в том числе и [LOC Дания], потребовали немедленного мира.",
        "ru",
        ["Страны севера (потребовали): немедленного мира"],
        id="an insertion does not speak alone",
    ),
]
MEANT = [
    pytest.param(
        "Про затримання повідомив у суботу, 24 листопада, міністр [PER Іван Мельник].",
        "uk",
        ["Іван Мельник (повідомив): Про затримання"],
        id="behind a date",
    ),
    pytest.param(
        "Координатор на переговорах щодо миру [PER Іван Мельник] запропонував зустріч.",
        "uk",
        ["Іван Мельник (запропонував): зустріч"],
        id="a name closes a long description",
    ),
    pytest.param(
        "[ORG МИД] выступил с заявлением: напомнил соседям об участии.",
        "ru",
        ["МИД (напомнил): об участии"],
        id="behind a colon",
    ),
    pytest.param(
        "Города устали. Сообщает [ORG Reuters].",
        "ru",
        ["Reuters (Сообщает): Города устали."],
        id="a sentence of a verb and its outlet",
    ),
    pytest.param(
        "Очікується, що мир триватиме рік, але в уряді зазначили, що чекають.",
        "uk",
        ["nobody (Очікується): мир триватиме рік", "уряді (зазначили): чекають"],
        id="somebody else is heard behind «but»",
    ),
    pytest.param(
        "[PER Иван Иванов] поздравил соседа. Отметил, что города устали.",
        "ru",
        ["Иван Иванов (Отметил): города устали"],
        id="a sentence without a subject",
    ),
    pytest.param(
        "Про це повідомило агентство «[ORG Світанок]». [ORG Reuters] пише, що дощ. За даними агентства, йде сніг.",
        "uk",
        ["Reuters (пише): дощ", "Світанок (За даними): йде сніг"],
        id="the agency is the one called so",
    ),
]
QUOTED = [
    pytest.param(
        "«Ми готові до розмови», – повідомив в коментарі [ORG Reuters] голова ради [PER Іван Мельник].",
        "uk",
        ["FULL «Ми готові до розмови» Іван Мельник (повідомив) via Reuters"],
        id="who is spoken to does not speak",
    ),
    pytest.param(
        "«Ми готові до розмови», – наводять слова директора заводу [PER Івана Мельника=Іван Мельник].",
        "uk",
        ["FULL «Ми готові до розмови» Іван Мельник (наводять)"],
        id="whose words are given",
    ),
    pytest.param(
        "«Ми готові до розмови», – сказав міністр у справах миру, праці і спорту [PER Іван Мельник].",
        "uk",
        ["FULL «Ми готові до розмови» Іван Мельник (сказав)"],
        id="an office with commas",
    ),
]
HEADED = [
    pytest.param(
        "Зустріч [PER Мельник] провів – новини.\nПрем'єр-міністр [LOC Данії] заявила, що чекає.",
        ["Прем'єр-міністр Данії (заявила): чекає"],
        id="a name that signs nothing",
    ),
    pytest.param(
        "Місто спочине до осені – [PER Мельник]\n[PER Коваль] приїхав. Прем'єр-міністр [LOC Данії] заявила, що чекає.",
        ["Мельник (–): Місто спочине до осені", "Прем'єр-міністр Данії (заявила): чекає"],
        id="another person is named before",
    ),
    pytest.param(
        "Місто відпочине до осені – [PER Мельник]\nПрем'єр-міністр [LOC Данії] заявила, що чекає.",
        ["Мельник (–): Місто відпочине до осені", "Мельник (заявила): чекає"],
        id="the headline signs it",
    ),
]


@pytest.mark.parametrize(("text", "expected"), HEADED)
def test_an_office_takes_up_who_signs_the_headline(text: str, expected: list[str]):
    """An office that nobody else can hold is the person behind the dash of the headline."""
    assert attributions(text, "uk", headline=True) == expected


@pytest.mark.parametrize(("text", "language"), NOTHING_TOLD)
def test_reasons_times_and_comparisons_tell_nothing(text: str, language: Language):
    """A clause that says why, when or how is no report."""
    assert attributions(text, language) == []


@pytest.mark.parametrize(("text", "language", "expected"), NOT_MEANT)
def test_who_stands_near_does_not_speak(text: str, language: Language, expected: list[str]):
    """A relative clause, an insertion, an owner or the next sentence gives no source."""
    assert attributions(text, language) == expected


@pytest.mark.parametrize(("text", "language", "expected"), MEANT)
def test_subjects_are_found_from_afar(text: str, language: Language, expected: list[str]):
    """Dates, descriptions and sentence borders do not part a verb from whoever speaks."""
    assert attributions(text, language) == expected


@pytest.mark.parametrize(("text", "language", "expected"), QUOTED)
def test_quotations_go_to_whoever_said_them(text: str, language: Language, expected: list[str]):
    """The outlet that was spoken to, or that gives the words, is not their speaker."""
    assert quotations(text, language) == expected
