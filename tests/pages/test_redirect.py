"""Addresses that were published lead on for ever."""

from dataclasses import replace
from pathlib import Path

import frontmatter
import pytest
from dossiers import page_of, pages_of

from build_dossier.build import Build, build
from build_dossier.disk import read_sources
from build_dossier.dossier import TextFile

PROJECT = Path(__file__).parent.parent.parent


def with_entities(changed: dict[str, str | None]) -> Build:
    """This project's dossier with some entity files replaced, or removed."""
    sources = read_sources(PROJECT / "seeds", PROJECT / "docs", PROJECT / ".dossier")
    files = {file.path: file.text for file in sources.entities}
    files |= {f"docs/entities/{name}.md": text for name, text in changed.items() if text is not None}
    kept = (
        path for path in files if path not in {f"docs/entities/{n}.md" for n, text in changed.items() if text is None}
    )
    return build(replace(sources, entities=tuple(TextFile(path=path, text=files[path]) for path in sorted(kept))))


WITKOFF = "---\ntype: person\nlabels: {uk: Стів Віткофф, ru: Стив Уиткофф, en: Steve Witkoff}\n"


def test_nothing_merged_leaves_no_redirect(dossier_pages: dict[str, str]):
    """A dossier in which no name's id was lost has no page of a name that leads on."""
    lost = [path for path, text in dossier_pages.items() if "kind: redirect" in text]

    assert [path for path in lost if not path.startswith("events/")] == []


def test_a_merged_event_leads_to_the_editors(dossier_build: Build):
    """The id that the program gave an event leads to the file that took it over."""
    path = "events/2025-06-21-meeting-alexander-lukashenko-keith-kellogg/index.md"

    assert frontmatter.loads(page_of(dossier_build, path))["redirect"] == "../2025-06-21-kellogg-lukashenko/index.html"


@pytest.mark.parametrize("lost", ["jared-kushner", "yuri-ushakov"])
def test_a_merged_id_leads_to_the_one_that_took_its_place(lost: str):
    """``merge`` leaves one page, and the old address is a page that leads to it."""
    built = with_entities({"steve-witkoff": f"{WITKOFF}merge: [{lost}]\n---\n", lost: None})

    text = page_of(built, f"people/{lost}/index.md")
    assert frontmatter.loads(text)["redirect"] == "../steve-witkoff/index.html"
    assert "[Steve Witkoff](../steve-witkoff/index.md)" in text
    assert lost not in built.dossier.entities


def test_a_banned_entity_has_no_page_and_no_link():
    """``ban`` takes the page and every link away; the words stay."""
    built = with_entities({"steve-witkoff": f"{WITKOFF}ban: true\n---\n"})

    pages = pages_of(built)
    assert "people/steve-witkoff/index.md" not in pages
    assert not any("people/steve-witkoff" in text or "(steve-witkoff" in text for text in pages.values())
    assert "Уиткофф" in pages["articles/003_b4e76c9b5e787165/index.md"]
