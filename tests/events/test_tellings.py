"""Where an article tells of something that happens."""

import pytest
from told import told

from build_dossier.events.tellings import tellings

NOTHING_TOLD = [
    pytest.param("Вступ.\n\n[PER Гай=hai] відвідав [LOC Львів=lviv].", id="no-date-and-not-first"),
    pytest.param("Погода буде гарна.", id="nobody-named"),
    pytest.param("[PER Гай=hai] любить музику.", id="nothing-happens"),
]
DATED = [
    pytest.param(
        "[PER Гай=hai] прибув, його зустріла [PER Лі=li], яка [TIME у лютому=2025-02] відвідала [LOC Львів=lviv].",
        [("meeting", "2025-02", {"li"}, {"lviv"})],
        id="only-the-clause-and-whom-it-leans-on",
    ),
    pytest.param(
        "[TIME У травні=2025-05] на тлі візиту [PER Гая=hai] звільнили 14 людей.",
        [("release", "2025-05", {"hai"}, set()), ("meeting", "2025-05", {"hai"}, set())],
        id="the-verb-first",
    ),
    pytest.param(
        "[TIME На початку березня=2025-03] [PER Гай=hai] захворів.",
        [(None, "2025-03", {"hai"}, set())],
        id="words-of-the-date-say-nothing-else",
    ),
    pytest.param(
        "[TIME У 2020 році=2020] [PER Гай=hai] відвідав [LOC Львів=lviv]. Тоді почалися протести.",
        [("meeting", "2020", {"hai"}, {"lviv"}), ("protest", "2020", set(), set())],
        id="leaning-on-the-sentence-before",
    ),
]
PLANNED = [
    pytest.param("[TIME 5 травня=2025-05-05] [PER Гай=hai] відвідав [LOC Львів=lviv].", False, id="past"),
    pytest.param("[TIME У травні=2025-05] тут говорили про можливі переговори.", True, id="possible-talks"),
    pytest.param("[TIME 5 травня=2025-05-05] за можливою угодою звільнили людей.", False, id="of-something-else"),
    pytest.param("[TIME 20 травня=2025-05-20] [PER Гай=hai] прибуває до [LOC Львова=lviv].", True, id="ahead"),
    pytest.param("[TIME 1 травня=2025-05-01] [PER Гай=hai] може відвідати [LOC Львів=lviv].", False, id="gone-by"),
    pytest.param("[TIME У травні=2025-05] [PER Гай=hai] зустрінеться з [PER Лі=li].", True, id="future-tense"),
]


@pytest.mark.parametrize("marked", NOTHING_TOLD)
def test_nothing_is_told(marked: str):
    """Without a date, or without somebody and something that happens in the first sentence, nothing is told."""
    assert tellings(told("a", marked, published="2025-05-10")) == ()


@pytest.mark.parametrize(("marked", "expected"), DATED)
def test_dated_clauses(marked: str, expected: list[tuple[str | None, str, set[str], set[str]]]):
    """A clause with a date tells of each kind of happening in it, of those whom it names."""
    found = tellings(told("a", f"Вступ.\n\n{marked}"))

    assert [(t.concept, t.date, set(t.persons), set(t.others)) for t in found] == expected
    assert [t.principal for t in found] == [t.concept == expected[0][0] or t.start > found[0].end for t in found]


def test_news_has_the_date_of_publication():
    """What stands first is the news of the day, unless it has a date of its own."""
    (found,) = tellings(told("a", "[PER Гай=hai] відвідав [LOC Львів=lviv].", published="2025-05-10"))

    assert (found.date, found.news, found.basis.value) == ("2025-05-10", True, "inferred")


@pytest.mark.parametrize(("marked", "planned"), PLANNED)
def test_planned(marked: str, *, planned: bool):
    """What lay ahead on the day of publication, or is told in the future tense, is planned."""
    first, *_ = tellings(told("a", f"Вступ.\n\n{marked}", published="2025-05-10"))

    assert first.planned is planned


def test_numbers():
    """Specific numbers are kept, those of dates and small ones are not."""
    marked = "Вступ.\n\n[TIME 5 травня 2025 року=2025-05-05] звільнили 14 із 1000 людей, 2 лікарів і 3,5 тисячі інших."

    assert {number for telling in tellings(told("a", marked)) for number in telling.numbers} == {"14", "1000"}
