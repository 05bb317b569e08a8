"""One page of each kind, as the dossier of this project has it; ``make golden`` writes them anew for review."""

import os
from pathlib import Path

import pytest

from build_dossier.build import Build

GOLDEN = Path(__file__).parent.parent / "golden/site"
PAGES = {
    "front.md": "index.md",
    "article.md": "articles/003_b4e76c9b5e787165/index.md",
    "person.md": "people/steve-witkoff/index.md",
    "places.md": "places/index.md",
    "date.md": "dates/2025-06-21/index.md",
    "dates.md": "dates/index.md",
    "notes.md": "notes/index.md",
    "sources.md": "sources/index.md",
    "framing-set.md": "framing/ukraine/index.md",
    "framing-term.md": "framing/war/military-operation/index.md",
    "review.md": "review/index.md",
}


@pytest.mark.parametrize("name", PAGES)
def test_a_golden_page_is_as_reviewed(name: str, dossier_build: Build):
    """The page's Markdown is what a person has looked at and accepted."""
    text = next(page.text for page in dossier_build.site.pages if page.path == PAGES[name])
    golden = GOLDEN / name
    if "REWRITE_GOLDEN" in os.environ:
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(text, encoding="utf-8")

    assert text == golden.read_text(encoding="utf-8")


def test_every_golden_page_is_compared():
    """No golden page lies there that no test looks at."""
    assert {path.name for path in GOLDEN.iterdir()} == set(PAGES)
