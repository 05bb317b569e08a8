"""Which article tells of which event."""

from dataclasses import replace

from told import told

from build_dossier.compare.coverage import MOST_ARTICLES, grids, leaves_out
from build_dossier.events import Event
from build_dossier.events.finding import find
from build_dossier.related import related

MEETING = "[PER Олена Коваль=koval] зустріла [PER Івана Бойка=boiko] [TIME 3 травня=2025-05-03]."
FREED = "{n} [TIME 5 травня=2025-05-05] звільнили 14 в'язнів."


def events(*articles: tuple[str, str]) -> tuple[tuple[Event, ...], list[str], object]:
    """The events of marked texts, the ids of the articles, and what is related."""
    readings = [told(article, marked, published="2025-05-06") for article, marked in articles]
    return find(readings, ()).events, [article for article, _ in articles], related(readings)


def test_nothing_told_twice_is_no_grid():
    """Articles that tell of different things have no table."""
    found, articles, near = events(
        ("a", "[PER Олена Коваль=koval] приїхала [TIME 3 травня=2025-05-03]."), ("b", "Дощ.")
    )

    assert list(grids(found, articles, near)) == []


def test_a_small_dossier_is_one_grid():
    """Its columns are the articles that tell of what others tell, too; what one alone tells has a row."""
    found, articles, near = events(
        ("a", f"{MEETING}\n\n{FREED.format(n='Там')}"), ("b", MEETING), ("c", "[PER Анна Вовк=vovk] їде.")
    )
    (grid,) = grids(found, articles, near)

    assert grid.articles == ("a", "b")
    assert [(event.date, event.articles) for event in grid.events] == [
        ("2025-05-03", ("a", "b")),
        ("2025-05-05", ("a",)),
    ]


def test_many_tellers_stand_in_several_grids():
    """No grid has more columns than can be read, and every article that tells has one."""
    many = [(f"a{number:02}", MEETING) for number in range(3 * MOST_ARTICLES)]
    found, articles, near = events(*many)
    made = list(grids(found, articles, near))

    assert [len(grid.articles) for grid in made] == [MOST_ARTICLES] * 3
    assert sorted(article for grid in made for article in grid.articles) == articles
    assert [(grid.first, grid.last) for grid in made] == [
        (n * MOST_ARTICLES + 1, (n + 1) * MOST_ARTICLES) for n in range(3)
    ]
    assert {len(grid.about.articles) for grid in made if grid.about is not None} == {3 * MOST_ARTICLES}


def test_a_large_dossier_brings_close_relatives_together():
    """An event that the editor has named and one article tells stands beside articles that could have told it."""
    meeting = "[PER Ім'я {n}=p{n}] зустрів [PER Друга {n}=q{n}] [TIME 3 травня=2025-05-03]."
    groups = [(f"{one}{number}", meeting.format(n=number)) for number in range(6) for one in "ab"]
    death = "[PER Ім'я 0=p0], [PER Друг 0=q0]. [TIME 7 травня=2025-05-07] [PER Ім'я 0=p0] помер."
    found, articles, near = events(*groups, ("c0", death))
    named = [replace(event, file="docs/events/x.md") if event.date == "2025-05-07" else event for event in found]
    made = list(grids(named, articles, near))

    assert len(made) == 6
    assert next(grid.articles for grid in made if "c0" in grid.articles) == ("a0", "b0", "c0")


def test_what_an_article_leaves_out_its_relatives_tell():
    """What it tells itself is not among it; what several tell comes first."""
    found, _, _ = events(
        ("a", f"{MEETING}\n\n{FREED.format(n='Там')}"),
        ("b", MEETING),
        ("c", f"{MEETING}\n\n[TIME 1 травня=2025-05-01] [PER Анна Вовк=vovk] померла."),
        ("d", f"{MEETING}\n\n[TIME 1 травня=2025-05-01] [PER Анна Вовк=vovk] померла."),
    )
    told_by = {article: [e for e in found if article in e.articles] for article in "abcd"}

    assert [event.date for event in leaves_out("b", told_by, "acd")] == ["2025-05-01", "2025-05-05"]
    assert list(leaves_out("b", told_by, ())) == []
