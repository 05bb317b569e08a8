"""Names of public bodies as concepts of their words."""

import pytest

from build_dossier.linking.concepts import composed


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("", id="nothing"),
        pytest.param("рада", id="one-word"),
        pytest.param("партія регіонів і друзів", id="unknown-word"),
        pytest.param("київський суд", id="town"),
        pytest.param("і та з", id="small-words"),
    ],
)
def test_no_concepts(name: str):
    """A name with a word that is not known has no meaning here, nor has a single word."""
    assert composed(name) is None


@pytest.mark.parametrize(
    ("uk", "ru", "key"),
    [
        pytest.param(
            "міністерство охорони здоров'я", "министерство здравоохранения", "health+ministry", id="phrase-and-word"
        ),
        pytest.param(
            "комісія з цінних питань безпеки",
            "комиссия по ценным вопросам безопасности",
            None,
            id="one-unknown-word-is-enough",
        ),
        pytest.param("національна поліція", "национальной полиции", "national+police", id="any-case"),
        pytest.param(
            "державна служба з надзвичайних ситуацій",
            "государственная служба по чрезвычайным ситуациям",
            "emergency+service+state",
            id="prepositions-do-not-count",
        ),
    ],
)
def test_languages_meet(uk: str, ru: str, key: str | None):
    """A name and its translation have the same concepts."""
    found = [composed(uk), composed(ru)]

    assert [None if one is None else one.key for one in found] == [key, key]


def test_bodies_of_no_country():
    """The world's and Europe's bodies are nobody's own."""
    world, own = composed("всесвітня рада церков"), composed("національна рада церков")

    assert world is not None
    assert own is not None
    assert (world.national, own.national) == (False, True)
