"""The table of offices: who held what when."""

import pytest

from build_dossier.offices import days, package_offices, read_offices

WRONG = [
    pytest.param(
        "mayor: yes",
        "office “mayor”: expected `called: [президент]`, `country: US` and `holders:` below it",
        id="no entry",
    ),
    pytest.param(
        "mayor: {called: [мер]}", "office “mayor”: it has neither `country` nor `organisation`", id="of nothing"
    ),
    pytest.param("mayor: {country: UA}", "office “mayor”: it is not `called` anything", id="called nothing"),
    pytest.param(
        "mayor: {called: [мер], contry: UA, country: UA}",
        "office “mayor”: unknown field “contry”, perhaps country",
        id="unknown field",
    ),
    pytest.param(
        "mayor: {called: [мер], country: UA, holders: [{names: [Ян Новак], from: soon}]}",
        "office “mayor”: a holder is `{names: […], from: YYYY-MM-DD, to: YYYY-MM-DD}`, without `to` while in office",
        id="no day",
    ),
]
BOUNDS = [
    pytest.param(None, ("0000-00-00", "9999-99-99"), id="unknown"),
    pytest.param("2025-11-26", ("2025-11-26", "2025-11-26"), id="day"),
    pytest.param("2025-11", ("2025-11", "2025-11-99"), id="month"),
    pytest.param("2022/..", ("2022", "9999-99-99"), id="open"),
    pytest.param("2025-12-20/2025-12-21", ("2025-12-20", "2025-12-21"), id="interval"),
]


@pytest.mark.parametrize(("text", "message"), WRONG)
def test_wrong_entries(text: str, message: str):
    """A wrong entry is told with its line."""
    _, problems = read_offices([("docs/lexicon/offices.yml", f"# mine\n{text}\n")])

    assert [(problem.line, problem.message) for problem in problems] == [(2, message)]


def test_broken_file():
    """A file that cannot be read leaves the package's table as it is, and is told."""
    offices, problems = read_offices([("docs/lexicon/offices.yml", "a: [\n")])

    assert offices == package_offices()
    assert len(problems) == 1


def test_the_editor_replaces_by_key():
    """An office of the editor's takes the place of the package's; the others stay."""
    text = "president-of-belarus: {called: [президент], country: BY, holders: []}\nas_of: 2030-01-01\n"
    offices, problems = read_offices([("docs/lexicon/offices.yml", text)])

    assert problems == ()
    assert offices.offices["president-of-belarus"].holders == ()
    assert offices.offices["president-of-russia"] == package_offices().offices["president-of-russia"]
    assert offices.as_of == "2030-01-01"


@pytest.mark.parametrize(("value", "expected"), BOUNDS)
def test_days(value: str | None, expected: tuple[str, str]):
    """A date allows the days from its first to its last."""
    assert days(value) == expected


def test_no_two_holders_on_a_day():
    """Nobody of the package's table takes an office before the one before has left it."""
    for office in package_offices().offices.values():
        ends = [holder.end for holder in office.holders]
        starts = [holder.start for holder in office.holders]
        assert all(end is not None and end <= start for end, start in zip(ends, starts[1:], strict=False)), office.key


def test_the_day_of_change():
    """On the day of the change the new holder is meant."""
    office = package_offices().offices["president-of-the-united-states"]

    assert [holder.names[0] for holder in office.between("2021-01-20", "2021-01-20")] == ["Джо Байден"]
