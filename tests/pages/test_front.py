"""The front page: what a reader who is new to the dossier finds on it, and whether its numbers are right."""

import re
from pathlib import Path

import pytest
from dossiers import dossier_of, page_of

from build_dossier.build import Build
from build_dossier.errors import Severity


@pytest.fixture(scope="module")
def front(dossier_build: Build) -> str:
    """The front page of the project's dossier."""
    return page_of(dossier_build, "index.md")


def part(front: str, name: str) -> str:
    """A part of the overview, from its heading to its end."""
    return front[front.index(f"<h3>{name}</h3>") :].split("</div>", 1)[0]


def test_the_editors_words_stand_first(front: str):
    """Prose, then figures, then the overview, then the articles."""
    places = [front.index(words) for words in ('class="prose"', "{: .figures }", 'class="overview"', "{: #articles }")]

    assert places == sorted(places)


def test_the_numbers_are_those_of_the_data(front: str, dossier_build: Build):
    """What is missing is counted as it is listed below."""
    undated = front[front.index("{: #undated }") :].split("\n## ", 1)[0]
    doubts = sum(problem.severity is Severity.DOUBT for problem in dossier_build.problems)

    assert f"{undated.count('- [')} articles without a stated date" in part(front, "Gaps")
    assert f"{doubts} doubtful values" in part(front, "Gaps")
    assert f"The timeline: {len(dossier_build.dossier.events)} events" in part(front, "When")
    assert re.search(r"Ukrainian <span[^>]*>3 articles", part(front, "What"))


def test_what_a_new_reader_looks_for(front: str, dossier_build: Build):
    """The meeting of 21 June, all that Lukashenko is quoted with, what an article leaves out: one click from here."""
    assert "events/2025-06-21-kellogg-lukashenko/index.html" in part(front, "When")
    assert "people/alexander-lukashenko/index.html#quotations" in part(front, "Who")
    assert "{: #quotations }" in page_of(dossier_build, "people/alexander-lukashenko/index.md")
    assert "coverage/index.html" in part(front, "What")
    assert "framing/index.html" in part(front, "What")
    paths = {page.path for page in dossier_build.site.pages}
    assert all(target.replace(".html", ".md") in paths for target in re.findall(r'href="([a-z]+/[^"#]*)', front))


def test_what_names_no_source_is_listed(tmp_path: Path):
    """An article that has its news from nobody by name is a gap; an empty dossier has no overview."""
    empty = page_of(dossier_of(tmp_path, {}), "index.md")
    files = {
        "seeds/a.txt": "Зустріч\n\nОлена Коваль зустріла Івана Мельника.\n",
        "seeds/b.txt": "Мовчання\n\nПро це повідомляє BBC, нових подробиць немає.\n",
    }
    page = page_of(dossier_of(tmp_path, files), "index.md")

    assert "overview" not in empty
    assert "One article that names no source" in part(page, "Gaps")
    unsourced = page[page.index("{: #unsourced }") :].split("\n</div>", 1)[0]
    assert "Зустріч" in unsourced
    assert "Мовчання" not in unsourced
