"""Which tellings are one event."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from told import told

from build_dossier.events import JoinReason, Telling
from build_dossier.events.joining import join
from build_dossier.events.tellings import tellings
from build_dossier.link import LinkedReading

INTRO = "Вступ.\n\n"
APART = [
    pytest.param(
        "[TIME 5 травня=2025-05-05] після довгих суперечок у місті нарешті відкрили новий міст через річку.",
        "[TIME 5 травня=2024-05-05] після довгих суперечок у місті нарешті відкрили новий міст через річку.",
        id="the-same-sentence-in-another-year",
    ),
    pytest.param(
        "[TIME 5 травня=2025-05-05] відкрили міст.", "[TIME 5 травня=2025-05-05] відкрили міст.", id="formula"
    ),
    pytest.param(
        "[TIME 5 травня=2025-05-05] [PER Гай=hai] зустрівся з [PER Лі=li].",
        "[TIME 9 травня=2025-05-09] [PER Гай=hai] зустрівся з [PER Лі=li].",
        id="another-day",
    ),
    pytest.param(
        "[TIME 5 травня=2025-05-05] [PER Гай=hai] зустрівся з [PER Лі=li].",
        "[TIME 5 травня=2025-05-05] [PER Гая=hai] і [PER Лі=li] заарештували.",
        id="another-kind",
    ),
    pytest.param(
        "[TIME 5 травня=2025-05-05] [PER Гай=hai] зустрівся з [PER Лі=li].",
        "[TIME 5 травня=2025-05-05] [PER Гай=hai] зустрінеться з [PER Лі=li].",
        id="planned-and-happened",
    ),
    pytest.param(
        "[TIME 5 травня=2025-05-05] у [LOC Львові=lviv] звільнили 14 людей.",
        "[TIME 5 травня=2025-05-05] у [LOC Києві=kyiv] звільнили 14 людей.",
        id="the-same-number-elsewhere",
    ),
    pytest.param(
        "[TIME У 2020 році=2020] пройшли вибори й протести, каже [PER Гай=hai].",
        "[TIME У 2020 році=2020] пройшли вибори й протести, каже [PER Лі=li].",
        id="elections-with-nobody-in-common",
    ),
]
SENTENCE = "після довгих суперечок у місті нарешті відкрили новий міст через річку."
TOGETHER = [
    pytest.param(
        f"[TIME 5 травня=2025-05-05] {SENTENCE}",
        f"[TIME 5 травня=2025-05] {SENTENCE}",
        JoinReason.WORDS,
        id="the-same-sentence",
    ),
    pytest.param(
        "[TIME 5 травня=2025-05-05] [PER Гай=hai] зустрівся з [PER Лі=li].",
        "[TIME У травні=2025-05] відбулися переговори [PER Лі=li] та [PER Гая=hai].",
        JoinReason.PERSONS,
        id="two-persons",
    ),
    pytest.param(
        "[TIME 5 травня=2025-05-05] у [LOC Львові=lviv] звільнили 14 людей.",
        "[TIME 5 травня=2025-05-05] у [LOC Львові=lviv] помилували 14 в'язнів.",
        JoinReason.NUMBER,
        id="a-number",
    ),
    pytest.param(
        "[TIME У 2020 році=2020] [PER Гай=hai] відвідав [LOC Мінськ=minsk].",
        "[TIME У 2020 році=2020] відбулася зустріч за участі [PER Гая=hai] у [LOC Бресті=brest].",
        JoinReason.PERSON,
        id="a-rare-person",
    ),
    pytest.param(
        "[TIME У 2020 році=2020] [PER Гай=hai] програв вибори, почалися протести.",
        "[PER Гай=hai] мовчить [TIME з 2019 року=2019]. Після виборів [TIME 2020 року=2020] були протести.",
        JoinReason.CONCEPTS,
        id="two-kinds-beside-the-same-person",
    ),
]


def row(*linked: LinkedReading) -> list[Telling]:
    """All their tellings."""
    return [telling for one in linked for telling in tellings(one)]


def shared(told_row: list[Telling]) -> list[JoinReason | None]:
    """The reasons of those events that two articles tell."""
    groups = join(told_row)
    return [group.reason for group in groups if len({told_row[at].article for at in group.members}) > 1]


@pytest.mark.parametrize(("one", "other"), APART)
def test_apart(one: str, other: str):
    """Different days, kinds, places or people are different events."""
    assert shared(row(told("a", INTRO + one), told("b", INTRO + other))) == []


@pytest.mark.parametrize(("one", "other", "reason"), TOGETHER)
def test_together(one: str, other: str, reason: JoinReason):
    """What agrees in date, kind and people is one event, with the reason."""
    assert shared(row(told("a", INTRO + one), told("b", INTRO + other))) == [reason]


def test_an_undated_telling_joins_the_only_event_it_can_mean():
    """News without a date is led to a dated event, unless there are two."""
    undated = told("u", "[PER Гай=hai] зустрівся з [PER Лі=li].")
    first = told("a", INTRO + "[TIME 5 травня=2025-05-05] [PER Гай=hai] зустрівся з [PER Лі=li].")
    second = told("b", INTRO + "[TIME 9 липня=2025-07-09] [PER Гай=hai] зустрівся з [PER Лі=li].")

    assert shared(row(first, undated)) == [JoinReason.PERSONS]
    assert shared(row(first, second, undated)) == []


def test_what_is_told_beside_makes_no_event():
    """A happening that is only mentioned beside another is an event where it is told elsewhere too, and only there."""
    beside = told("a", INTRO + "[TIME 5 травня=2025-05-05] на тлі візиту [PER Гая=hai] до [PER Лі=li] звільнили людей.")
    told_row = row(beside)

    assert [told_row[group.members[0]].concept for group in join(told_row)] == ["release"]


DAYS = st.sampled_from(["5 травня=2025-05-05", "9 травня=2025-05-09", "у травні=2025-05", "2025 року=2025"])
PEOPLE = st.lists(st.sampled_from(["hai", "li", "kim", "bo"]), min_size=1, max_size=3, unique=True)


@given(st.lists(st.tuples(DAYS, PEOPLE), min_size=1, max_size=6))
def test_every_telling_is_in_one_event(given_texts: list[tuple[str, list[str]]]):
    """Events are disjoint, hold every principal telling, and their members agree on some day."""
    texts = [f"[TIME {day}] зустрілися {', '.join(f'[PER Хтось={p}]' for p in people)}." for day, people in given_texts]
    told_row = row(*(told(f"a{n}", INTRO + text) for n, text in enumerate(texts)))
    members = [at for group in join(told_row) for at in group.members]

    assert sorted(members) == list(range(len(told_row)))
    for group in join(told_row):
        days = {told_row[at].date for at in group.members}
        assert not {"2025-05-05", "2025-05-09"} <= days
