"""Timeline, quotations and sources of a dossier in which there is more of them than a page holds."""

import posixpath
import re
from pathlib import Path

import pytest
from dossiers import pages_of

from build_dossier.build import build
from build_dossier.disk import read_sources
from build_dossier.pages import parts

PROJECT = Path(__file__).resolve().parents[2]
FEW = 5
LINK = re.compile(r"\]\(([^)#\s]+\.md)#([^)\s]+)\)|href=\"([^\"#]*\.html)#([^\"]+)\"|href=\"#(e-[^\"]+)\"")


@pytest.fixture
def split(dossier_pages: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The same, five entries on each."""
    del dossier_pages  # made before entries are counted anew
    monkeypatch.setattr(parts, "SIZE", FEW)
    return pages_of(build(read_sources(PROJECT / "seeds", PROJECT / "docs", PROJECT / ".dossier")))


def test_every_entry_is_on_one_page_and_every_link_leads_to_it(dossier_pages: dict[str, str], split: dict[str, str]):
    """What links lead to stands on the page that they name, and nothing is listed twice or not at all."""
    for folder, entry in (("timeline", "{: #e-"), ("quotes", "<blockquote"), ("sources", "<li>")):
        pages = [text for path, text in split.items() if re.fullmatch(rf"{folder}/(\d+/)?index\.md", path)]

        assert len(pages) > 1
        assert sum(text.count(entry) for text in pages) == dossier_pages[f"{folder}/index.md"].count(entry)

    missing = [
        (path, link.group())
        for path, text in split.items()
        for link in LINK.finditer(text)
        if not leads(split, path, link)
    ]
    assert missing == []


def leads(pages: dict[str, str], path: str, link: re.Match[str]) -> bool:
    """Whether the place that a link names is on its page."""
    target, anchor = link[1] or (link[3] or "").removesuffix(".html") + ".md", link[2] or link[4] or link[5]
    there = path if link[5] else posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
    page, anchor = pages.get(there, ""), (anchor or "").partition(":~:")[0]
    return f"#{anchor} " in page or f'id="{anchor}"' in page or f"#{anchor} }}" in page
