"""Where a name begins and ends."""

import pytest
from marked_names import read, write

from build_dossier.extract import name_edges
from build_dossier.extract.draft import Rule


@pytest.mark.parametrize(
    ("rule", "marked"),
    [
        pytest.param(name_edges.small_words_are_no_names, "летить {ORG:easyJet} до {LOC:Риги}", id="inner-capital"),
        pytest.param(name_edges.openers_are_no_names, "{PER:Водотика} сказала", id="a-name-may-open"),
        pytest.param(name_edges.quotes_in_pairs, "завод «{ORG:Маяк}» стоїть", id="quotes-outside"),
        pytest.param(name_edges.quotes_in_pairs, "{ORG:ТОВ «Маяк»} стоїть", id="quotes-inside"),
        pytest.param(name_edges.quotes_stand_outside, "{ORG:ТОВ «Маяк»} стоїть", id="quotes-around-a-part"),
        pytest.param(name_edges.hyphens_go_on, "{LOC:Київ} - це столиця", id="dash-with-spaces"),
        pytest.param(name_edges.hyphens_go_on, "{PRO:Telegram}-канал мовчить", id="what-it-is"),
        pytest.param(name_edges.adjectives_are_no_names, "місто {LOC:Хмельницький} тут", id="listed-place"),
        pytest.param(name_edges.persons_glued, "з {PER:Ранілом Джаявардена} та", id="unknown-names"),
        pytest.param(name_edges.initials_belong, "прибув {PER:Кулеба}. А потім пішов", id="sentence-opens-with-a"),
        pytest.param(name_edges.particles_join, "{PER:Гартвік} та {PER:Коваль} тут", id="two-persons"),
        pytest.param(name_edges.persons_glued, "з {PER:Олександром Коваленком} та", id="given-name-and-surname"),
        pytest.param(name_edges.persons_glued, "сказав {PER:Лукашенко} {LOC:Мінську}", id="place-is-no-person"),
        pytest.param(name_edges.scripts_part, "агент {PER:John Smith} зник", id="latin-person"),
    ],
)
def test_what_stays(rule: Rule, marked: str):
    """A name whose edges are right is left alone."""
    block, drafts = read(marked)
    assert write(marked, block, rule(block, drafts)) == marked


@pytest.mark.parametrize(
    ("rule", "marked", "expected"),
    [
        pytest.param(
            name_edges.small_words_are_no_names, "двоє {PER:американців} зникли", "двоє американців зникли", id="small"
        ),
        pytest.param(
            name_edges.adjectives_are_no_names, "{LOC:Польська} сторона мовчить", "Польська сторона мовчить", id="adj"
        ),
        pytest.param(
            name_edges.adjectives_are_no_names,
            "з {LOC:Демократичної} партії",
            "з Демократичної партії",
            id="any-adjective",
        ),
        pytest.param(
            name_edges.openers_are_no_names, "{PER:Нагадаємо}, що було", "Нагадаємо, що було", id="opener-alone"
        ),
        pytest.param(
            name_edges.openers_are_no_names,
            "{PER:Спецпосланець Кит Бронсон} прибув",
            "Спецпосланець {PER:Кит Бронсон} прибув",
            id="opener-before-name",
        ),
        pytest.param(
            name_edges.quotes_in_pairs, "«{ORG:Маяк»} та інші", "«{ORG:Маяк}» та інші", id="closing-sign-alone"
        ),
        pytest.param(
            name_edges.quotes_in_pairs, "{ORG:ТОВ «Новий} маяк» та", "{ORG:ТОВ «Новий маяк»} та", id="opened-inside"
        ),
        pytest.param(
            name_edges.quotes_stand_outside, "завод {ORG:«Маяк»} та", "завод «{ORG:Маяк}» та", id="quotes-around"
        ),
        pytest.param(
            name_edges.hyphens_go_on, "на {LOC:Даунінг}-стріт тихо", "на {LOC:Даунінг-стріт} тихо", id="hyphen"
        ),
        pytest.param(
            name_edges.initials_belong,
            "дослідив {PER:Коваль} А. В. торік",
            "дослідив {PER:Коваль А. В.} торік",
            id="in",
        ),
        pytest.param(
            name_edges.initials_belong, "каже С. {PER:Лавров} знову", "каже {PER:С. Лавров} знову", id="initial-before"
        ),
        pytest.param(
            name_edges.persons_glued,
            "сказав {PER:Лукашенко Путіну} вчора",
            "сказав {PER:Лукашенко} {PER:Путіну} вчора",
            id="nominative-and-dative",
        ),
        pytest.param(
            name_edges.persons_glued,
            "сказав {PER:Лукашенко Бастрикіну} вчора",
            "сказав {PER:Лукашенко} {PER:Бастрикіну} вчора",
            id="second-unknown",
        ),
        pytest.param(
            name_edges.particles_join, "з {PER:Анною} фон {PER:Гален} та", "з {PER:Анною фон Гален} та", id="particle"
        ),
        pytest.param(
            name_edges.scripts_part,
            "голова {PER:Cockpit Іван Петров} каже",
            "голова {ORG:Cockpit} {PER:Іван Петров} каже",
            id="latin-then-cyrillic",
        ),
    ],
)
def test_what_is_put_right(rule: Rule, marked: str, expected: str):
    """Each rule moves the edges it is named for."""
    block, drafts = read(marked)
    assert write(marked, block, rule(block, drafts)) == expected
