"""Nominatives of names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_dossier.text.language import Language
from build_dossier.text.lemma import nominative, support_of


@pytest.mark.parametrize(
    ("name", "kind", "language"),
    [
        pytest.param("США", "LOC", "uk", id="acronym"),
        pytest.param("БелТА", "ORG", "ru", id="inner-capitals"),
        pytest.param("Reuters", "ORG", "uk", id="latin"),
        pytest.param("Александр Лукашенко", "PER", "ru", id="enko-in-russian"),
        pytest.param("Майк Помпео", "PER", "uk", id="undeclined"),
        pytest.param("Майамі", "LOC", "uk", id="undeclined-place"),
        pytest.param("МЗС України", "ORG", "uk", id="acronym-with-complement"),
        pytest.param("Тереза Мей", "PER", "uk", id="woman-in-consonant"),
        pytest.param("Верховный суд Пакистана", "ORG", "ru", id="nominative-with-complement"),
        pytest.param("Марко Джуліані", "PER", "uk", id="known-not-to-turn"),
        pytest.param("КНДР", "LOC", "ru", id="acronym-alone"),
    ],
)
def test_nominatives_stay(name: str, kind: str, language: Language):
    """What is a nominative, an acronym or undeclined stays as printed."""
    assert nominative(name, kind, language) == name


@pytest.mark.parametrize(
    ("name", "kind", "language", "expected"),
    [
        pytest.param("Кравченка", "PER", "uk", "Кравченко", id="enko-genitive"),
        pytest.param("Олександром Кравченком", "PER", "uk", "Олександр Кравченко", id="enko-instrumental"),
        pytest.param("Кітом Келлогом", "PER", "uk", "Кіт Келлог", id="unknown-given-name"),
        pytest.param("Віткоффу", "PER", "uk", "Віткофф", id="unknown-dative"),
        pytest.param("Коула", "PER", "ru", "Коул", id="unknown-genitive"),
        pytest.param("Светланой Тихановской", "PER", "ru", "Светлана Тихановская", id="adjectival-surname"),
        pytest.param("Сполученими Штатами", "LOC", "uk", "Сполучені Штати", id="plural-place"),
        pytest.param("Соединенных Штатов", "LOC", "ru", "Соединенные Штаты", id="participle-before-noun"),
        pytest.param("росії", "LOC", "uk", "Росія", id="country-printed-small"),
        pytest.param("Стамбуле", "LOC", "ru", "Стамбул", id="locative"),
        pytest.param("Слідчого комітету РФ", "ORG", "uk", "Слідчий комітет РФ", id="complement-stays"),
        pytest.param("МИДа", "ORG", "ru", "МИД", id="declined-acronym"),
        pytest.param("Белого дома", "ORG", "ru", "Белый дом", id="adjective-and-noun"),
        pytest.param("Колегії виборників", "ORG", "uk", "Колегія виборників", id="genitive-complement"),
        pytest.param("Жан-Полем Кравцем", "PER", "uk", "Жан-Поль Кравець", id="double-name-first-part-stays"),
        pytest.param("Анни-Марії Кравець", "PER", "uk", "Анна-Марія Кравець", id="double-name-both-turn"),
        pytest.param("Петренка-молодшого", "PER", "uk", "Петренко-молодший", id="generation"),
        pytest.param("польського МЗС", "ORG", "uk", "польський МЗС", id="adjective-before-acronym"),
        pytest.param("польских", "LOC", "ru", "Польский", id="adjective-alone"),
        pytest.param("польские", "LOC", "ru", "Польские", id="adjective-in-the-nominative"),
        pytest.param("киевлян", "PER", "ru", "киевляне", id="people-of-a-town"),
    ],
)
def test_forms_turn_to_the_nominative(name: str, kind: str, language: Language, expected: str):
    """Inflected names are listed in the nominative."""
    assert nominative(name, kind, language) == expected


def test_what_explains_more_forms_wins():
    """«Трампу» beside «Трампа» and «Трампом» is a form of «Трамп», not of a «Трампа»."""
    support = support_of(["Трампа", "Трампу", "Трампом"], "uk")
    assert support["трамп"] == 3
    assert nominative("Дональду Трампу", "PER", "uk", support=support) == "Дональд Трамп"


@given(st.text(alphabet="АБВабвіїєґЄё -'’«».2XZ", min_size=1), st.sampled_from(["PER", "ORG", "LOC", "EVT", "PRO"]))
def test_any_text_has_a_lemma(name: str, kind: str):
    """No name is too odd to be listed, and a listed name is listed in the same way for ever."""
    assert nominative(name, kind, "uk") == nominative(name, kind, "uk")
