"""The pages of sources: the chain in words, the picture, the table of the same edges."""

from pathlib import Path

import pytest
from dossiers import dossier_of, page_of, pages_of

from build_dossier.markdown import Markdown
from build_dossier.pages import source_picture
from build_dossier.pages.source_picture import Edge, Node

RELAY = (
    "Про це повідомило агентство Reuters з посиланням на трьох співрозмовників. "
    "Білий дім відмовився від коментарів. У Reuters уточнили, що рішення ще немає.\n"
)


@pytest.fixture
def made(tmp_path: Path) -> dict[str, str]:
    """The pages of a dossier of one article, by path."""
    return pages_of(dossier_of(tmp_path, {"seeds/one.txt": f"Перемовини відклали\n\n{RELAY}"}))


def test_the_chain_in_words(made: dict[str, str]):
    """The article's card tells whom it relies on, what is stated apart from what is inferred."""
    card = made["articles/one/index.md"]

    assert ">Reuters ← 3 unnamed people" in card
    assert "declined to comment" in card


def test_an_outlet_does_not_rely_on_itself(tmp_path: Path):
    """What the publisher says it has from itself is no step, in whichever spelling it names itself."""
    files = {
        "seeds/one.txt": f"Перемовини відклали\n\n{RELAY}",
        "docs/annotations/one.md": "---\npublisher: «Рейтер»\n---\n",
    }
    card = page_of(dossier_of(tmp_path, files), "articles/one/index.md")

    assert "Рейтер" in card
    assert '"chain">3 unnamed people' in card
    assert "← Reuters" not in card


def test_every_edge_stands_in_the_table(made: dict[str, str]):
    """The picture and the table below it say the same."""
    page = made["sources/index.md"]
    svg = page[page.index("<svg") : page.index("</svg>")]
    table = page[page.index("<tbody>") : page.index("</tbody>")]

    assert svg.count("<path") == table.count("<tr>") == 3
    assert svg.count("<a href=") == 4
    assert "<title" in svg
    assert "<desc" in svg


def test_who_is_relied_on_knows_by_whom(made: dict[str, str]):
    """The page of an outlet leads to the articles that have something from it."""
    assert "Relied on in" in made["organisations/reuters/index.md"]


def test_nobody_is_cited(tmp_path: Path):
    """Without sources the page says so and draws nothing."""
    page = page_of(dossier_of(tmp_path, {"seeds/one.txt": "Сніг\n\nУ місті випав сніг.\n"}), "sources/index.md")

    assert "No article cites anybody." in page
    assert "<svg" not in page


def test_no_more_than_can_be_followed():
    """A picture of many articles leaves out what is joined least."""
    node = [
        Node(key=f"{column}-{n}", column=column, label=str(n), language=None, href=Markdown("a"))
        for column in (0, 1, 2)
        for n in range(50)
    ]
    every = [Edge(source=node[n], target=node[50 + n % 5], stated=True) for n in range(50)]
    every += [Edge(source=node[50 + n % 5], target=node[100 + n], stated=False) for n in range(50)]

    assert len(source_picture.nodes_of(source_picture.fewer(every))) <= source_picture.MOST


def test_a_long_name_is_cut_by_words_and_signs_stay_whole(tmp_path: Path):
    """A node has two lines of whole words; what a name has of Markdown's signs is shown as it is."""
    text = "Перемовини відклали\n\nПро це повідомило агентство Reuters. За даними експертів [AT_T], рішення немає."
    page = page_of(dossier_of(tmp_path, {"seeds/one.txt": text}), "sources/index.md")

    assert "<tspan" in page
    assert "&#38;#" not in page
    assert "&amp;#" not in page
