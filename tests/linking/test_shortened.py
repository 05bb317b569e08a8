"""Short names joined to the long ones of their article."""

import pytest
from marked import ids, links, reading

from build_dossier.entity import read_entities
from build_dossier.link import link


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[ORG Рада Європи], [ORG Рада]", id="a-mere-noun"),
        pytest.param("[ORG Рух] за [ORG Рух опору]", id="short-before-long"),
        pytest.param("[ORG Прогрес Плюс], [ORG Прогрес Мінус], [ORG Прогрес]", id="two-long-ones"),
        pytest.param("[ORG Лікарі світу] і [ORG НАТО]", id="initials-of-another"),
        pytest.param("[ORG Рада ЄС] і [ORG ЄС]", id="known-by-itself"),
        pytest.param("[PER Іван Кравець] ([PER Олег Коваль])", id="one-script"),
        pytest.param("[LOC Люблін] ([LOC Польща])", id="country-of-a-town"),
        pytest.param("[ORG Зелена ліга] та [ORG зелені]", id="no-party"),
    ],
)
def test_apart(text: str):
    """Names that do not stand for one another stay two."""
    linked, _ = link([reading("a", text)], ())

    assert ids(linked)[0][-1] not in ids(linked)[0][:-1]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[ORG Спілка вільних пекарів] ([ORG СВП])", id="acronym-in-brackets"),
        pytest.param("[ORG «Вільні пекарі»] ([ORG Free Bakers])", id="latin-in-brackets"),
        pytest.param("[PER Джейн Доу] ([PER Jane Doe])", id="latin-person"),
        pytest.param("[ORG Спілка вільних пекарів] каже: [ORG СВП] проти", id="initials"),
        pytest.param("[ORG Vereinigung Cockpit] страйкує. [ORG Cockpit] проти", id="end-of-the-name"),
        pytest.param("[ORG Техрик-е-Лаббаік Пакистан], [ORG Техрик-е-Лаббаік]", id="beginning-of-the-name"),
        pytest.param("[ORG Ліберальна партія] виграла, [ORG ліберали] святкують", id="members-of-a-party"),
    ],
)
def test_together(text: str):
    """A short name has the page of the long one."""
    linked, _ = link([reading("a", text)], ())

    assert len(set(ids(linked)[0])) == 1


def test_the_other_articles_follow():
    """What one article shows holds for an article with the short name alone, unless another shows otherwise."""
    told = reading("a", "[ORG Спілка вільних пекарів] ([ORG СВП])")
    other = reading("b", "[ORG Союз веселих поетів] ([ORG СВП])")
    alone = reading("c", "[ORG СВП]")

    once, _ = link([told, alone], ())
    torn, _ = link([told, other, alone], ())

    assert ids(once)[1] == [ids(once)[0][0]]
    assert ids(torn)[2][0] not in {ids(torn)[0][0], ids(torn)[1][0]}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[ORG Спілка вільних пекарів] ([ORG СВП])", id="in-brackets"),
        pytest.param("[ORG Спілка вільних пекарів] каже: [ORG СВП] проти", id="initials"),
    ],
)
def test_what_the_letters_say_is_no_doubt(text: str):
    """Brackets and initials are enough."""
    assert [one.doubt for one in links(link([reading("a", text)], ())[0])] == [None, None]


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        pytest.param(
            "[ORG Ліберальна партія] виграла, [ORG ліберали] святкують",
            "“ліберали” is taken for short of Liberalna partiia.",
            id="members",
        ),
        pytest.param(
            "[ORG Vereinigung Cockpit] страйкує. [ORG Cockpit] проти",
            "“Cockpit” is taken for short of Vereinigung Cockpit.",
            id="part",
        ),
    ],
)
def test_what_only_looks_short_is_a_doubt(text: str, doubt: str):
    """A part of a name and the members of a party are told to the editor, until an alias settles them."""
    linked, _ = link([reading("a", text)], ())
    long, short = links(linked)
    file = f"---\ntype: organisation\nlabels: {{uk: {long.lemma}}}\naliases: [{short.lemma}]\n---\n"
    settled, _ = link([reading("a", text)], read_entities([(f"docs/entities/{long.entity}.md", file)])[0])

    assert (long.doubt, short.doubt) == (None, doubt)
    assert [one.doubt for one in links(settled)] == [None, None]
