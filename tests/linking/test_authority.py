"""What the tables know of places and organisations."""

import re

import pytest

from build_dossier.extract.mentions import EntityType
from build_dossier.linking.authority import Authority, authority, institutions, name_key, personal_names
from build_dossier.text.translit import slug

PER, ORG, LOC = EntityType.PER, EntityType.ORG, EntityType.LOC

UNKNOWN = [
    pytest.param(ORG, "Росія", id="a country is no organisation"),
    pytest.param(PER, "Москва", id="persons are in no table"),
    pytest.param(LOC, "Світ", id="the world is no place"),
    pytest.param(LOC, "", id="nothing"),
    pytest.param(ORG, "МЗС", id="a ministry without its country"),
]
KNOWN = [
    (LOC, "Білорусь", "belarus"),
    (LOC, "Белоруссия", "belarus"),
    (LOC, "РФ", "russia"),
    (LOC, "Соединённые Штаты", "united-states"),
    (LOC, "Кот-д'Ивуар", "cote-divoire"),
    (LOC, "Європа", "europe"),
    (LOC, "Майамі", "miami"),
    (LOC, "Петербург", "saint-petersburg"),
    (LOC, "Лондон", "london"),
    (LOC, "Сингапур", "singapore"),
    (ORG, "Евросоюз", "eu"),
    (ORG, "Госдеп", "us-state-department"),
    (ORG, "«БЕЛТА»", "belta"),
    (ORG, "NYT", "nyt"),
]


@pytest.mark.parametrize(("kind", "name"), UNKNOWN)
def test_unknown(kind: EntityType, name: str):
    """What the tables do not hold is not found."""
    assert authority().find(kind, name) is None


@pytest.mark.parametrize(("kind", "name", "key"), KNOWN)
def test_known(kind: EntityType, name: str, key: str):
    """A thing is found by any of its names, in any typography."""
    thing = authority().find(kind, name)

    assert thing is not None
    assert thing.key == key


def test_most_populous_namesake():
    """Of two cities with one name the greater is meant."""
    london = authority().find(LOC, "Лондон")

    assert london is not None
    assert (london.country, london.coordinates) == ("GB", (51.51, -0.13))


def test_country_before_city():
    """A state is meant rather than its city of the same name."""
    thing = authority().find(LOC, "Люксембург")

    assert thing is not None
    assert thing.state


def test_tables_are_whole():
    """Every thing has a key fit for a path, a label, and coordinates on the globe where it has any."""
    for thing in authority().things.values():
        assert re.fullmatch(r"[a-z0-9-]+(?:-[a-z]{2}--?[0-9.]+--?[0-9.]+)?", thing.key), thing.key
        assert thing.labels
        if thing.coordinates is not None:
            latitude, longitude = thing.coordinates
            assert -90 <= latitude <= 90
            assert -180 <= longitude <= 180


def test_labels_mean_their_thing():
    """Every label of an organisation leads back to it: no two entries claim one name."""
    for thing in authority().things.values():
        if thing.type is ORG:
            for name in thing.names:
                found = authority().find(ORG, name)
                assert found is not None
                assert found.key == thing.key, f"{name}: {found.key}, {thing.key}"


def test_personal_names_have_one_row():
    """No form of a given name stands in two rows."""
    names = personal_names()
    forms = [key for row in names.rows for key in {name_key(form) for form in row}]

    assert sorted(forms) == sorted(set(forms))


def test_institutions_have_all_languages():
    """Every kind of body has a name in each language."""
    for body in institutions():
        assert set(body.labels) == {"uk", "ru", "en"}
        assert slug(body.key, "en") == body.key


def test_first_thing_wins():
    """When two things have one name, the first is meant."""
    first, second = (thing for _, thing in zip(range(2), authority().things.values(), strict=False))
    book = Authority([first, second, first])

    assert book.find(first.type, first.names[0]) == first
