"""The lists of people, organisations and places: letters, order, and what an entry is found by."""

import posixpath
import re
from pathlib import Path

import pytest

from build_dossier.build import Build, build
from build_dossier.disk import read_sources
from build_dossier.pages import parts
from build_dossier.text.collation import sort_key

PROJECT = Path(__file__).resolve().parents[2]
ENTRY = re.compile(r"^- \[(?:<span class=\"given\">(?P<given>[^<]*)</span> )?(?P<name>[^\]]+)\]\(", re.MULTILINE)
LETTER = re.compile(r'<a href="([^"]*)#(letter-[^"]+)">')


@pytest.fixture(scope="module")
def ukrainian() -> dict[str, str]:
    """The lists of this project's dossier in Ukrainian, seven entries on each page."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parts, "SIZE", 7)
        sources = read_sources(PROJECT / "seeds", PROJECT / "docs", PROJECT / ".dossier", language="uk")
        lists = re.compile(r"(people|organisations|places)/(-/\d+/)?index\.md")
        return {page.path: page.text for page in build(sources).site.pages if lists.fullmatch(page.path)}


def test_a_long_list_goes_on_in_the_order_of_the_alphabet(ukrainian: dict[str, str]):
    """All entries of all pages stand in one order, people by their last names; none is lost."""
    pages = [ukrainian[f"people/{part}index.md"] for part in ("", "-/2/", "-/3/")]
    names = [found["name"] for page in pages for found in ENTRY.finditer(page)]

    assert len(names) == 15
    assert names == sorted(names, key=lambda name: sort_key(name, "uk"))
    assert [names[0], names[-1]] == ["Бастрикін", "Ушаков"]


def test_the_row_of_letters_leads_to_each_letter_on_its_page(ukrainian: dict[str, str]):
    """The same letters on each page; those of another page lead there."""
    for path, text in ukrainian.items():
        links = LETTER.findall(text)
        assert links
        for address, anchor in links:
            there = posixpath.normpath(posixpath.join(posixpath.dirname(path), address)) if address else path
            assert f"{{: #{anchor} }}" in ukrainian[there.replace(".html", ".md")]


def test_an_entry_is_found_by_every_name_and_in_latin_letters(dossier_build: Build):
    """Its words are those of all languages and forms, folded, and of two ways to write them in Latin letters."""
    people = next(page.text for page in dossier_build.site.pages if page.path == "people/index.md")
    words = re.search(r'data-words="([^"]*лукашенко[^"]*)"', people)

    assert words is not None
    assert {"олександр", "александр", "alexander", "oleksandr", "aleksandr", "lukashenko", "лукашенка"} <= set(
        words[1].split()
    )
