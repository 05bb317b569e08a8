"""Articles side by side: what is aligned, and what must not be."""

from told import told

from build_dossier.compare import Row
from build_dossier.compare.facing import compare
from build_dossier.events.finding import find

FIRST = told(
    "a",
    "[PER Олена Коваль=koval] зустріла у [LOC Римі=rome] [PER Івана Бойка=boiko] [TIME 3 травня=2025-05-03].\n\n"
    "Того дня звільнили 14 в'язнів.\n\n[TIME У березні=2025-03] [PER Марія Гай=hai] відвідала [LOC Рим=rome].",
    published="2025-05-04",
)
SECOND = told(
    "b",
    "[PER Елена Коваль=koval] и [PER Иван Бойко=boiko] встретились [TIME 3 мая=2025-05-03]. Свободны 16 заключенных."
    "\n\n"
    "[TIME В 2019 году=2019] [PER Пётр Лис=lys] посетил [LOC Вену=vienna].",
    "ru",
    published="2025-05-05",
)
STRANGER = told("c", "[PER Анна Вовк=vovk] їде [TIME 5 липня=2025-07-05].", published="2025-07-05")


def words(row: Row, *texts: str) -> list[list[str]]:
    """What each cell of a row says."""
    return [[span.of(text) for span in cell] for text, cell in zip(texts, row.cells, strict=True)]


def test_strangers_share_nothing():
    """Articles that have nothing in common have no shared row."""
    compared = compare((FIRST, STRANGER), find((FIRST, STRANGER), ()).events)

    every = (*compared.events, *compared.names, *compared.dates, *compared.counts, *compared.speakers)
    assert [row.key for row in every if row.is_shared] == []
    assert compared.apart == frozenset()


def test_shared_events_face_each_other():
    """What both tell has a passage in both cells; what one tells has an empty cell."""
    compared = compare((FIRST, SECOND), find((FIRST, SECOND), ()).events)
    shared = [row for row in compared.events if row.is_shared]
    text, other = FIRST.reading.article.text, SECOND.reading.article.text

    assert [[cell[:11] for cells in words(row, text, other) for cell in cells] for row in shared] == [
        ["Олена Ковал", "Елена Ковал"]
    ]
    alone = [row.told_by for row in compared.events if not row.is_shared]
    assert (0,) in alone
    assert (1,) in alone


def test_names_dates_and_numbers_are_aligned_by_what_they_are():
    """A name in two languages is one row; the same prisoners in other numbers have no number in common."""
    compared = compare((FIRST, SECOND), ())
    text, other = FIRST.reading.article.text, SECOND.reading.article.text

    names = {row.key: words(row, text, other) for row in compared.names if row.is_shared}
    assert names == {
        "koval": [["Олена Коваль"], ["Елена Коваль"]],
        "boiko": [["Івана Бойка"], ["Иван Бойко"]],
    }
    assert [row.key for row in compared.dates if row.is_shared] == ["2025-05-03"]
    assert [words(row, text, other) for row in compared.counts] == [[["14 в'язнів"], ["16 заключенных"]]]
    assert compared.apart == {"prisoner"}


def test_around_a_background_event_only_its_paragraph_and_its_neighbours_are_compared():
    """The visit of March is told at the end: what stands beside it is compared, not the news of the article."""
    long = told(
        "d",
        "[PER Олена Коваль=koval] їде.\n\nДалі про інше.\n\nІ ще про інше.\n\n"
        "[TIME У березні=2025-03] [PER Марія Гай=hai] відвідала [LOC Рим=rome].",
        published="2025-05-04",
    )
    event = next(event for event in find((long,), ()).events if event.date == "2025-03")
    compared = compare((long,), (), event)

    assert [row.key for row in compared.names] == ["hai", "rome"]
