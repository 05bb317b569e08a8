"""Related articles and neighbours."""

from marked import reading

from build_dossier.link import link
from build_dossier.related import neighbours, related

READINGS = (
    reading("a", "[PER Кіт Келлог] і [PER Майк Помпео] у [LOC Мінськ]"),
    reading("b", "[PER Кит Келлог] и [PER Майк Помпео] в [LOC Минск]", "ru"),
    reading("c", "[LOC Мінськ] і [PER Джон Коул]"),
    reading("d", "[LOC Лондон]"),
)


def test_rare_entities_come_first():
    """The likest article stands first, its shared entities rarest first; a stranger is related to nobody."""
    linked, _ = link(READINGS, ())
    found = related(linked.readings)

    assert [(other.article, other.shared) for other in found["a"]] == [
        ("b", ("keith-kellogg", "mike-pompeo", "minsk")),
        ("c", ("minsk",)),
    ]
    assert found["a"][0].score > found["a"][1].score
    assert found["d"] == ()


def test_related_is_mutual():
    """Relatedness has one score both ways and does not depend on the order of reading."""
    linked, _ = link(READINGS, ())
    turned, _ = link(READINGS[::-1], ())
    found = related(linked.readings)

    assert dict(found) == dict(related(turned.readings))
    assert found["a"][0].score == found["b"][0].score


def test_neighbours_count_articles():
    """Neighbours are counted by shared articles, not by mentions."""
    linked, _ = link(READINGS, ())

    assert [(one.entity, one.articles) for one in neighbours(linked.readings)["minsk"]] == [
        ("keith-kellogg", 2),
        ("mike-pompeo", 2),
        ("john-koul", 1),
    ]
