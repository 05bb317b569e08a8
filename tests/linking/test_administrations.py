"""Whose administration is meant that is named by its office."""

from dataclasses import replace

import pytest
from marked import links, reading

from build_dossier.article import Basis, Published
from build_dossier.entity import read_entities
from build_dossier.extract import Reading
from build_dossier.link import Link, LinkReason, link
from build_dossier.text.language import Language

TRUMP = "[PER Дональд Трамп], [ORG адміністрація Дональда Трампа]"
BIDEN = "[PER Джо Байден], [ORG адміністрація Байдена]"


def dated(marked: str, day: str | None, basis: Basis = Basis.STATED, language: Language = "uk") -> Reading:
    """The Reading of a marked sentence with a date of publication."""
    found = reading("z", marked, language)
    return replace(found, article=replace(found.article, published=Published(value=day, basis=basis, reason="")))


def last(*readings: Reading, editors: str = "") -> Link:
    """The link of the last name of the last article."""
    files = [("docs/entities/white-house-office.md", editors)] if editors else []
    return links(link(readings, read_entities(files)[0])[0])[-1]


BOTH = reading("a", f"{TRUMP}; {BIDEN}.")
ITSELF = [
    pytest.param("[ORG адміністрація міста]", id="of a town"),
    pytest.param("[ORG адміністрація президента]", id="of no country"),
    pytest.param("[ORG адміністрація президента Польщі]", id="of another country"),
    pytest.param("[ORG адміністрація сенату США]", id="of no office"),
    pytest.param("[ORG Агентство президента США]", id="another body"),
    pytest.param("[ORG офіс Зеленського]", id="office of a person"),
    pytest.param("[ORG адміністрація президента США] [PER Яна Новака=Ян Новак]. [ORG адміністрація]", id="of none"),
]


@pytest.mark.parametrize("marked", ITSELF)
def test_itself(marked: str):
    """What is no administration of the office stays what its words mean."""
    administrations = {one.entity for one in links(link([BOTH], ())[0])}

    assert last(BOTH, dated(marked, "2018-05-05")).entity not in administrations


HELD = [
    pytest.param("[ORG адміністрація президента США]", "2018-05-05", "uk", "donalda-trampa", id="the day"),
    pytest.param("[ORG Адміністрація президента США]", "2022-02", "uk", "baidena", id="a month of another"),
    pytest.param("[ORG администрация президента США]", "2025-11-26", "ru", "donalda-trampa", id="the second term"),
    pytest.param("[ORG администрация президента Соединенных Штатов]", "2018", "ru", "donalda-trampa", id="in words"),
]


@pytest.mark.parametrize(("marked", "day", "language", "holder"), HELD)
def test_the_holder_of_the_day(marked: str, day: str, language: Language, holder: str):
    """The administration of an office is that of its holder on the day of the article, and no doubt of it."""
    found = last(BOTH, dated(marked, day, language=language))

    assert (found.entity, found.reason, found.doubt) == (f"administratsiia-{holder}", LinkReason.ALIAS, None)


def test_the_name_right_after():
    """The name right after the words says whose it is, whatever the day and the table."""
    found = dated("[ORG Адміністрація президента США] [PER Джо Байдена=Джо Байден].", "2018-05-05")
    bare = dated("[ORG Адміністрація президента] [PER Джо Байдена=Джо Байден].", None)
    stranger = dated("[ORG Адміністрація президента США] [PER Новака=Новак]; [ORG адміністрація Новака].", None)

    assert links(link([BOTH, found], ())[0])[-2].entity == "administratsiia-baidena"
    assert links(link([BOTH, bare], ())[0])[-2].entity == "administratsiia-baidena"
    assert len({links(link([stranger], ())[0])[index].entity for index in (0, 2)}) == 1


def test_without_a_day():
    """Without a date the one that the article names is meant, with a doubt; where it names none or two, none is."""
    words = "[ORG адміністрація президента США]"
    one = last(BOTH, dated(f"[ORG адміністрація Трампа] і {words}", None, Basis.UNKNOWN))

    assert one.entity == "administratsiia-donalda-trampa"
    assert one.doubt is not None
    assert one.doubt.endswith("names nobody; of those who held the office the article names one.")
    for marked in (words, f"{TRUMP}, {BIDEN}, {words}"):
        assert last(BOTH, dated(marked, None, Basis.UNKNOWN)).entity == "administratsiia-prezydenta-ssha"


def test_words_alone():
    """Words without a country stay by themselves where all that name the country are led to the holder."""
    office = dated("[ORG Адміністрація президента США] мовчить.", "2018-05-05")
    old = reading("y", "[LOC США], [LOC США]: [ORG адміністрація президента] [PER Гранта=Грант].")
    linked, _ = link([BOTH, office, old], ())

    assert links(linked)[-5].entity == "administratsiia-donalda-trampa"
    assert links(linked)[-2].entity == "administratsiia-prezydenta"
    assert all(entity.labels["en"] for entity in linked.entities)


UNSURE = [
    pytest.param("2018-05-05", Basis.INFERRED, id="inferred"),
    pytest.param("2031-05-05", Basis.STATED, id="after the table's day"),
]


@pytest.mark.parametrize(("day", "basis"), UNSURE)
def test_an_unsure_day_is_a_doubt(day: str, basis: Basis):
    """A day that the article does not state, or that the table does not reach, leaves a doubt."""
    found = last(BOTH, dated("[ORG адміністрація президента США]", day, basis))

    assert found.entity == "administratsiia-donalda-trampa"
    assert found.doubt == f"“адміністрація президента США” names nobody; the table of offices says so for {day}."


EDITORS = [
    pytest.param("labels: {uk: Адміністрація президента США}", "white-house-office", id="a file of its own"),
    pytest.param("labels: {uk: Адміністрація Трампа}\nnot: [адміністрація президента США]", None, id="ruled out"),
]


@pytest.mark.parametrize(("lines", "entity"), EDITORS)
def test_the_editor_decides(lines: str, entity: str | None):
    """What the editor says of the words wins over the table."""
    text = f"---\ntype: organisation\n{lines}\n---\n"
    found = last(BOTH, dated("[ORG адміністрація президента США]", "2018-05-05"), editors=text)

    assert found.entity == (entity or "administratsiia-prezydenta-ssha")
