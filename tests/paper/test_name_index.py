"""The index of names, from links on printed pages."""

import pytest

from build_dossier.paper.collection import Named
from build_dossier.paper.name_index import name_index
from build_dossier.paper.printing import Printed, Sheet

KOVAL = Named(path="people/olena-koval/index.html", type="PER", label="Olena Koval")
ARBUZ = Named(path="people/arbuz/index.html", type="PER", label="arbuz")
RIVNE = Named(path="places/rivne/index.html", type="LOC", label="Rivne")


def sheet(first: int, **links: set[int]) -> Printed:
    """Printed articles from page ``first`` on, which link to pages of people."""
    found = {f"people/{name.replace('_', '-')}/index.html": frozenset(pages) for name, pages in links.items()}
    return Printed(sheet=Sheet(paths=("a",), first=first), pdf=b"", pages=9, starts=(0,), links=found)


def test_who_is_on_no_page_is_not_in_the_index():
    """A link in the card of an article is no mention, and a type without entries has no heading."""
    listed = Printed(
        sheet=Sheet(paths=("a",)), pdf=b"", pages=1, starts=(0,), links={f"{RIVNE.path}#listed": frozenset({0})}
    )

    assert name_index([KOVAL, RIVNE], [listed]) == {}


@pytest.mark.parametrize(
    ("sheets", "ranges"),
    [
        pytest.param([sheet(1, olena_koval={0})], ((1, 1),), id="one page"),
        pytest.param([sheet(1, olena_koval={0, 1, 3})], ((1, 2), (4, 4)), id="runs"),
        pytest.param([sheet(1, olena_koval={8}), sheet(10, olena_koval={0})], ((9, 10),), id="over two sheets"),
    ],
)
def test_pages_that_follow_each_other_are_one_range(sheets: list[Printed], ranges: tuple[tuple[int, int], ...]):
    """Pages are numbered through all sheets."""
    (entry,) = name_index([KOVAL], sheets)["PER"]

    assert entry.ranges == ranges
    assert entry.anchor == "people-olena-koval"


def test_names_stand_by_the_alphabet():
    """Capitals and small letters are alike."""
    entries = name_index([KOVAL, ARBUZ], [sheet(1, olena_koval={0}, arbuz={1})])

    assert [entry.label for entry in entries["PER"]] == ["arbuz", "Olena Koval"]
