"""Whom an office means that stands for its holder."""

from dataclasses import replace

import pytest
from marked_roles import read

from build_dossier.article import Basis, Published
from build_dossier.entity import read_entities
from build_dossier.extract import Reading
from build_dossier.extract.mentions import Level
from build_dossier.link import Link, LinkReason, link

PUTIN = "[PER Володимир Путін]"
NOBODY = [
    pytest.param(
        "Президент [LOC Чехії=Чехія] [PER Ян Новак] мовчав. Президент [LOC Польщі=Польща] теж.", id="of another country"
    ),
    pytest.param(
        "Прем'єр [LOC Чехії=Чехія] [PER Ян Новак] мовчав. Президент [LOC Чехії=Чехія] теж.", id="another office"
    ),
    pytest.param(
        "Колишній президент [LOC Чехії=Чехія] [PER Ян Новак] мовчав. Президент [LOC Чехії=Чехія] теж.", id="no more"
    ),
    pytest.param(
        "Президент [LOC Чехії=Чехія] [PER Ян Новак] і прем'єр "
        "[LOC Чехії=Чехія] [PER Петро Коваль] мовчали. Чеський лідер теж.",
        id="two could be meant",
    ),
    pytest.param("Глава [ORG МЗС] [PER Ян Новак] мовчав. Глава [ORG НАТО] теж.", id="of another body"),
    pytest.param(
        "Відставку [PER Яна Новака=Ян Новак] з поста президента [LOC Чехії=Чехія] прийнято. Чеський президент мовчав.",
        id="has left",
    ),
]
SOMEBODY = [
    pytest.param("Диктатор [LOC Чехії=Чехія] [PER Ян Новак] мовчав. Чеський президент теж.", id="epithet and office"),
    pytest.param(
        "Глава [ORG МЗС] [PER Ян Новак] мовчав. За словами глави [ORG МЗС], так і є. Чинний глава [ORG МЗС] теж.",
        id="body",
    ),
    pytest.param(
        "Міністр закордонних справ [LOC Чехії=Чехія] [PER Ян Новак] мовчав. Чеський глава [ORG МЗС] теж.",
        id="body in words",
    ),
    pytest.param(
        "Спецпредставник [PER Байдена=Байден] [PER Ян Новак] мовчав. Спецпосланець [PER Байдена=Байден] теж.",
        id="envoy of a person",
    ),
]


def dated(reading: Reading, day: str | None, basis: Basis = Basis.STATED) -> Reading:
    """The Reading with a date of publication."""
    return replace(reading, article=replace(reading.article, published=Published(value=day, basis=basis, reason="")))


def last_office(*readings: Reading, editors: str = "") -> Link:
    """The link of the last office that stands alone."""
    files = [("docs/entities/vladimir-putin.md", editors)] if editors else []
    linked, _ = link(readings, read_entities(files)[0])
    return [one for reading in linked.readings for one in reading.links if one.mention.level is Level.NOM][-1]


@pytest.mark.parametrize("marked", NOBODY)
def test_nobody(marked: str):
    """What the article calls somebody else, or two, leads nowhere."""
    assert last_office(read(marked)).entity is None


@pytest.mark.parametrize("marked", SOMEBODY)
def test_somebody_of_the_article(marked: str):
    """Whom the article calls so beside the name is meant, without doubt."""
    found = last_office(read(marked))

    assert (found.entity, found.reason, found.doubt) == ("yan-novak", LinkReason.ALIAS, None)


def test_the_table_answers_for_the_day():
    """Where nobody is called so, the holder on the day of the article is meant, if the dossier names him anywhere."""
    names = read(f"{PUTIN}, [PER Дмитро Медведєв].")
    office = read("Про це сказав президент [LOC Росії=Росія].", article_id="b")

    assert last_office(names, dated(office, "2010-05-05")).entity == "dmitry-medvedev"
    assert last_office(names, dated(office, "2020-05-05")).entity == "vladimir-putin"
    assert last_office(dated(office, "2020-05-05")).entity is None


def test_an_undated_article_may_mean_several():
    """Without a date an office of several holders leads nowhere; with an inferred one it is a doubt."""
    names = read(f"{PUTIN}, [PER Дмитро Медведєв].")
    office = read("Про це сказав президент [LOC Росії=Росія].", article_id="b")
    inferred = last_office(names, dated(office, "2020/..", Basis.INFERRED))

    assert last_office(names, dated(office, None, Basis.UNKNOWN)).entity is None
    assert inferred.entity == "vladimir-putin"
    assert inferred.doubt == "“президент Росії” names nobody; the table of offices says so for 2020/..."


DECISIONS = [
    pytest.param("not: [президент Росії]", None, None, id="ruled out"),
    pytest.param("is: [президент Росії]", "vladimir-putin", LinkReason.JUDGEMENT, id="decided"),
    pytest.param("ban: true", None, None, id="banned"),
]


@pytest.mark.parametrize(("line", "entity", "reason"), DECISIONS)
def test_the_editor_decides(line: str, entity: str | None, reason: LinkReason | None):
    """What the editor says of an office wins over article and table."""
    text = f"Президент [LOC Росії=Росія] {PUTIN} мовчав. Про це сказав президент [LOC Росії=Росія]."
    found = last_office(read(text), editors=f"---\ntype: person\nlabels: {{uk: Володимир Путін}}\n{line}\n---\n")

    assert (found.entity, found.reason) == (entity, reason)


def test_offices_make_no_entities():
    """An office has no page of its own and changes no name, id or label."""
    linked, _ = link([read("Об этом сказал чешский президент.", "ru")], ())

    assert linked.entities == ()
