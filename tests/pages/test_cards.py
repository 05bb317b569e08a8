"""What is told of a page before one goes there."""

import pytest

from build_dossier.build import Build
from build_dossier.pages import Page, cards
from build_dossier.pages.cards import Cards


def on(dossier_build: Build, path: str, text: str) -> list[str]:
    """The lines of the cards that a page of ``text`` at ``path`` gets."""
    page = Cards(dossier_build.site.pages.context).on(Page(path=path, text=text))  # type: ignore[attr-defined]
    return [line for line in page.text.removeprefix(text).splitlines() if "data-card" in line]


def test_what_has_no_card(dossier_build: Build):
    """Links elsewhere, to the page itself, to lists and to what there is not, and the lists themselves."""
    elsewhere = "[a](../index.md) [b](https://example.org/people/steve-witkoff/index.html)"
    links = f"{elsewhere} [c](index.md) [d](../nobody/index.md)"
    to_one = "[e](steve-witkoff/index.md)"

    assert on(dossier_build, "people/steve-witkoff/index.md", links) == []
    assert on(dossier_build, "people/index.md", to_one) == []


def test_a_card_for_each_thing_once(dossier_build: Build):
    """In Markdown and HTML, from any folder, whatever the place on the page; what it is and how it is called."""
    text = (
        "[x](../../people/steve-witkoff/index.md) [x](../../people/steve-witkoff/index.md#m-1) "
        '<a href="../003_b4e76c9b5e787165/index.html#p2">y</a>'
    )
    person, article = on(dossier_build, "articles/004_0eb56f0bcda4d5b8/index.md", text)

    assert person.startswith('<div data-card="people/steve-witkoff"><p class="card-name">Steve Witkoff</p>')
    assert "Person · named 4 times · in 2 articles" in person
    assert '<span lang="uk">Стів Віткофф</span> · <span lang="ru">Стив Уиткофф</span>' in person
    assert article.startswith('<div data-card="articles/003_b4e76c9b5e787165"><p class="card-facts">26 November 2025')
    assert '<p class="card-words" lang="ru">' in article


def test_a_page_has_so_many_and_no_more(dossier_build: Build, monkeypatch: pytest.MonkeyPatch):
    """A page that links to everything stays light: what it links to first has cards."""
    monkeypatch.setattr(cards, "MOST", 2)
    text = "[x](../people/vladimir-putin/index.md) [x](../people/steve-witkoff/index.md) [x](../places/kyiv/index.md)"

    assert len(on(dossier_build, "notes/index.md", text)) == 2
