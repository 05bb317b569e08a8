"""What is told of a page before one goes there."""

import json
from typing import Any

import pytest

from build_dossier.build import Build
from build_dossier.pages import Page, cards
from build_dossier.pages.cards import Cards

START, END = '\n<script type="application/json" class="cards">', "</script>\n"


def on(dossier_build: Build, path: str, text: str) -> dict[str, Any]:
    """The cards that a page of ``text`` at ``path`` gets."""
    page = Cards(dossier_build.site.pages.context).on(Page(path=path, text=text))  # type: ignore[attr-defined]  # a site of pages has it
    added = page.text.removeprefix(text)
    assert not added or (added.startswith(START) and added.endswith(END))
    return json.loads(added.removeprefix(START).removesuffix(END) or "{}")


def test_what_has_no_card(dossier_build: Build):
    """Links elsewhere, to the page itself, to lists and to what there is not, and the lists themselves."""
    elsewhere = "[a](../index.md) [b](https://example.org/people/steve-witkoff/index.html)"
    links = f"{elsewhere} [c](index.md) [d](../nobody/index.md)"
    to_one = "[e](steve-witkoff/index.md)"

    assert on(dossier_build, "people/steve-witkoff/index.md", links) == {}
    assert on(dossier_build, "people/index.md", to_one) == {}


def test_a_card_for_each_thing_once(dossier_build: Build):
    """In Markdown and HTML, from any folder, whatever the place on the page; what it is and how it is called."""
    text = (
        "[x](../../people/steve-witkoff/index.md) [x](../../people/steve-witkoff/index.md#m-1) "
        '<a href="../003_b4e76c9b5e787165/index.html#p2">y</a> [z](../003_b4e76c9b5e787165/index.md)'
    )
    made = on(dossier_build, "articles/004_0eb56f0bcda4d5b8/index.md", text)

    assert list(made) == ["people/steve-witkoff", "articles/003_b4e76c9b5e787165"]
    assert made["people/steve-witkoff"] == [
        "Steve Witkoff",
        "Person · named 4 times · in 2 articles",
        ["uk", "Стів Віткофф"],
        ["ru", "Стив Уиткофф"],
    ]
    *facts, opening = made["articles/003_b4e76c9b5e787165"]
    assert facts == ["ru", "", "26 November 2025", "stated", "Russian"]
    assert opening.startswith("Лукашенко заявил, что Минск готов")


def test_a_card_counts_as_its_page_does(dossier_build: Build):
    """A city that mostly stands for its government is named as often as the page of the city says."""
    page = next(one.text for one in dossier_build.site.pages if one.path == "places/kyiv/index.md")
    (card,) = on(dossier_build, "index.md", "[x](places/kyiv/index.md)").values()

    assert card[1] == "Place · named 2 times · in one article"
    assert f"\n{card[1]} · 5 times as a government\n" in page


def test_a_page_has_so_many_and_no_more(dossier_build: Build, monkeypatch: pytest.MonkeyPatch):
    """A page that links to everything stays light: what it links to first has cards."""
    monkeypatch.setattr(cards, "MOST", 2)
    text = "[x](../people/vladimir-putin/index.md) [x](../people/steve-witkoff/index.md) [x](../places/kyiv/index.md)"

    assert list(on(dossier_build, "notes/index.md", text)) == ["people/vladimir-putin", "people/steve-witkoff"]
