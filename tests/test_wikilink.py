"""Links by id."""

import pytest

from build_dossier.wikilink import Ids, Unresolved, WikiLink, link_uses, wikilinks

IDS = Ids(["000_abc", "001_def", "john-smith", "john-stone", "john", "keith-kellogg"])


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[id]", id="one bracket"),
        pytest.param("[[]]", id="empty"),
        pytest.param("[[a\nb]]", id="across lines"),
        pytest.param("`[[a]]`", id="code"),
        pytest.param("``a ` [[a]] ``", id="code with a backtick in it"),
        pytest.param("```\n[[a]]\n```", id="fenced code"),
        pytest.param(r"\[[a]]", id="escaped"),
    ],
)
def test_no_link(text: str):
    """Brackets that are no link, or are shown as typed, lead nowhere."""
    assert list(wikilinks(text)) == []


@pytest.mark.parametrize(
    ("text", "links"),
    [
        pytest.param("[[a]]", [("a", None)], id="id"),
        pytest.param("[[ a | the text ]]", [("a", "the text")], id="id and text"),
        pytest.param("[[a]][[b|]] [[c]]", [("a", None), ("c", None)], id="empty text is no link"),
        pytest.param("`x` [[a]] ` [[b]]", [("a", None), ("b", None)], id="beside code"),
    ],
)
def test_links(text: str, links: list[tuple[str, str | None]]):
    """Every link is found in order with its target and its text."""
    assert [(link.target, link.text) for link in wikilinks(text)] == links


def test_a_link_knows_where_it_stands():
    """Start and end are code points of the prose, the line is the file's."""
    (link,) = wikilinks("Див. [[a]].")
    (use,) = link_uses("Перший\n\n[[a]]", file="docs/x.md", first_line=7)

    assert link == WikiLink(target="a", text=None, start=5, end=10)
    assert (use.file, use.line) == ("docs/x.md", 9)


@pytest.mark.parametrize(
    ("target", "answer"),
    [
        pytest.param("john-smith", "john-smith", id="an id"),
        pytest.param("000", "000_abc", id="a unique beginning"),
        pytest.param("john", "john", id="an id that begins others"),
        pytest.param("Keith Kellogg", "keith-kellogg", id="a name"),
        pytest.param("john-s", Unresolved(nearest=("john-smith", "john-stone"), ambiguous=True), id="two"),
        pytest.param("0", Unresolved(nearest=("000_abc", "001_def"), ambiguous=True), id="two articles"),
        pytest.param("kieth-kellog", Unresolved(nearest=("keith-kellogg",), ambiguous=False), id="misspelt"),
        pytest.param("zzz", Unresolved(nearest=(), ambiguous=False), id="like nothing"),
        pytest.param(" ", Unresolved(nearest=(), ambiguous=False), id="nothing"),
    ],
)
def test_resolve(target: str, answer: str | Unresolved):
    """An id, or a beginning that only one id has, is resolved; else the nearest are named."""
    assert IDS.resolve(target) == answer


def test_many_backticks_take_linear_time():
    """Code that never closes is looked through once."""
    assert len(list(wikilinks("` `` ``` " * 20_000 + "[[a]]"))) <= 1
