"""Persons who are called by their office alone."""

import pytest
from marked_roles import offices, read

from build_dossier.extract.mentions import Level
from build_dossier.text.language import Language

NONE = [
    pytest.param("Вибори президента [LOC Чехії=Чехія] перенесли.", "uk", id="the office itself"),
    pytest.param("Він став президентом [LOC Чехії=Чехія].", "uk", id="what one becomes"),
    pytest.param("Колишній президент [LOC Чехії=Чехія] мовчав.", "uk", id="no more"),
    pytest.param("Экс-президент [LOC Чехии=Чехия] молчал.", "ru", id="no more, in one word"),
    pytest.param("Новоизбранный президент [LOC Чехии=Чехия] молчал.", "ru", id="not yet"),
    pytest.param("Президент мовчав.", "uk", id="of no country"),
    pytest.param("Приехали главы [ORG МИД].", "ru", id="perhaps several"),
    pytest.param("Президенти [LOC Чехії=Чехія] мовчали.", "uk", id="several"),
    pytest.param("Президент [LOC Чехії=Чехія] [PER Ян Новак] мовчав.", "uk", id="beside the name"),
    pytest.param("[PER Ян Новак] — президент [LOC Чехії=Чехія].", "uk", id="after the name and a dash"),
    pytest.param("Президента и вице-президента [LOC Чехии=Чехия] выбирают вместе.", "ru", id="two offices"),
    pytest.param("Журналіст [LOC Чехії=Чехія] мовчав.", "uk", id="no office"),
]
SOME = [
    pytest.param("Про це сказав президент [LOC Чехії=Чехія].", "uk", ["президент Чехії"], id="country after"),
    pytest.param("Об этом сказал чешский президент.", "ru", ["чешский президент"], id="country before"),
    pytest.param("Глава [ORG МИДа=МИД] уехал.", "ru", ["Глава МИДа"], id="body"),
    pytest.param(
        "Зустріч із чеським прем'єром тривала.", "uk", ["чеським прем'єром"], id="instrumental with its preposition"
    ),
    pytest.param(
        "Помощник чешского президента [PER Ян Новак] молчал.",
        "ru",
        ["чешского президента"],
        id="within the description of another",
    ),
]


@pytest.mark.parametrize(("marked", "language"), NONE)
def test_no_holder(marked: str, language: Language):
    """The office as such, former and future holders, several, and what describes a name stand for nobody."""
    assert offices(marked, language) == []


@pytest.mark.parametrize(("marked", "language", "expected"), SOME)
def test_holder(marked: str, language: Language, expected: list[str]):
    """An office that says whose it is stands for its holder."""
    assert offices(marked, language) == expected


def test_mentions_stay_disjoint():
    """The mention of an office ends before the name inside the description, and says so by its level and lemma."""
    found = read("Про зустріч самопроголошеного президента [LOC Білорусі=Білорусь] мовчать.")

    assert [(m.form, m.level, m.lemma) for m in found.mentions] == [
        ("самопроголошеного президента", Level.NOM, "самопроголошений президент Білорусі"),
        ("Білорусі", Level.NAM, "Білорусь"),
    ]
