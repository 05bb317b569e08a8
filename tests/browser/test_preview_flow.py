"""The preview in a real browser: select, annotate, the file, the page; and nothing else is written."""

import http.client
import re
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from previewed import TEXT, files_of, session_of, write_project

from build_dossier.disk import STAMP
from build_dossier.preview.injection import OPEN
from build_dossier.preview.server import Preview, Service
from build_dossier.preview.session import Session
from build_dossier.preview.static import serving
from build_dossier.preview.watching import watch

pytestmark = [pytest.mark.browser, pytest.mark.site]

LONG_PATIENCE = 60_000
"""Milliseconds: a slow machine is no mistake."""

SELECT = """words => {
  for (const block of document.querySelectorAll("p[data-src]")) {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const at = walker.currentNode.data.lastIndexOf(words);
      if (at < 0 || block.id !== "p3") continue;
      const range = document.createRange();
      range.setStart(walker.currentNode, at);
      range.setEnd(walker.currentNode, at + words.length);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      return;
    }
  }
}"""


@dataclass
class Watched:
    """A project that is watched, published once, and served."""

    address: str
    project: Path
    session: Session


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watched]:
    """The project as ``serve`` has it, with a long article, so that there is something to scroll."""
    project = write_project(tmp_path_factory.mktemp("watched"))
    lines = "\n\n".join(f"Абзац {number} про інше, про воду, дощ та погоду в місті." for number in range(40))
    (project / "seeds/mist.txt").write_text(f"{TEXT}\n{lines}\n")
    session = session_of(project)
    session.refresh()
    over = threading.Event()
    watcher = threading.Thread(
        target=watch, args=(session.places(), session.refresh), kwargs={"wait": lambda: not over.wait(0.1)}, daemon=True
    )
    service = Service(showing=session.showing, docs=project / "docs")
    with serving(project / "site", 0, Preview, service=service) as address:
        session.publish(session.next_at_rest())
        watcher.start()
        yield Watched(address=address, project=project, session=session)
        over.set()
        watcher.join()


def test_what_is_shown_is_what_is_published(watched: Watched):
    """Every file of the site comes as it was published, but for one element; no file of the editor's changes."""
    connection = http.client.HTTPConnection(urlsplit(watched.address).netloc, timeout=LONG_PATIENCE / 1000)
    docs = files_of(watched.project / "docs")
    published = {name: data for name, data in files_of(watched.project / "site").items() if name != STAMP}
    shown: dict[str, bytes] = {}
    for name in published:
        connection.request("GET", f"/{quote(name)}")
        shown[name] = connection.getresponse().read()
    connection.close()
    pages = [name for name, data in shown.items() if OPEN in data]

    assert len(pages) > 10
    assert {name: re.sub(OPEN + rb"[^>]*></script>", b"", data) for name, data in shown.items()} == published
    assert not any(b".preview" in data for name, data in published.items() if name.endswith(".html"))
    assert files_of(watched.project / "docs") == docs


def test_select_annotate_file_page(watched: Watched, context: Callable[..., BrowserContext]):
    """Selected words become a note in the right file, the page shows it where one was, and a saved word follows."""
    file = watched.project / "docs/annotations/mist.md"
    before = files_of(watched.project / "docs")
    page = context(viewport={"width": 1400, "height": 500}).new_page()
    page.set_default_timeout(LONG_PATIENCE)
    page.goto(f"{watched.address}articles/mist/")
    page.locator("#p3").scroll_into_view_if_needed()
    page.evaluate("document.getElementById('p3').scrollIntoView()")
    top = page.locator("#p3").bounding_box()
    page.evaluate(SELECT, "Роботи почнуть восени")
    page.get_by_role("button", name="Annotate").click()
    there = page.get_by_role("link", name="Go to the note")
    expect(there).to_be_visible(timeout=LONG_PATIENCE)
    added = file.read_bytes().removeprefix(before["annotations/mist.md"]).decode()

    assert "==Роботи почнуть восени==" in added
    assert {
        name: data for name, data in files_of(watched.project / "docs").items() if name != "annotations/mist.md"
    } == {name: data for name, data in before.items() if name != "annotations/mist.md"}
    expect(page.locator(".preview-panel")).to_contain_text("docs/annotations/mist.md:5")
    assert (there.get_attribute("href") or "").startswith("#n-")
    note = page.locator(there.get_attribute("href") or "")
    expect(note).to_contain_text("Write the note here.")
    expect(page.locator("#p3 mark.note-mark")).to_have_text("Роботи почнуть восени")
    now = page.locator("#p3").bounding_box()
    assert top is not None
    assert now is not None
    assert abs(now["y"] - top["y"]) < 2
    file.write_text(file.read_text().replace("Write the note here.", "Autumn comes twice here."))
    expect(note).to_contain_text("Autumn comes twice here.", timeout=LONG_PATIENCE)


def test_what_is_wrong_is_told_on_the_page(watched: Watched, context: Callable[..., BrowserContext]):
    """A half-written file is named in the preview's panel while its last version is shown; mended, the error goes."""
    page = context().new_page()
    page.goto(f"{watched.address}articles/mist/")
    file = watched.project / "docs/annotations/mist.md"
    good = file.read_bytes()
    file.write_bytes(b"---\ntitle: x\n" + good)
    panel = page.get_by_role("complementary", name="Preview")
    expect(panel.get_by_text("docs/annotations/mist.md:1")).to_be_visible(timeout=LONG_PATIENCE)
    expect(page.get_by_text("A first note.").first).to_be_visible()
    file.write_bytes(good)
    expect(panel.get_by_text("docs/annotations/mist.md:1")).to_be_hidden(timeout=LONG_PATIENCE)


def test_keys_alone_annotate_and_a_refusal_is_told(watched: Watched, context: Callable[..., BrowserContext]):
    """Alt+N does what the button does; where the file has changed since, nothing is written and the page says why."""
    page: Page = context().new_page()
    page.route("**/.preview/changes?*", lambda route: route.abort())  # a page that hears of nothing
    page.goto(f"{watched.address}articles/mist/")
    expect(page.get_by_text("The preview does not answer.")).to_be_visible(timeout=LONG_PATIENCE)
    file = watched.project / "docs/annotations/mist.md"
    file.write_text(file.read_text() + "\nMore.\n")
    after = file.read_bytes()
    page.evaluate(SELECT, "Роботи почнуть восени")
    page.keyboard.press("Alt+KeyN")
    expect(page.get_by_text("Nothing was written")).to_be_visible(timeout=LONG_PATIENCE)

    assert file.read_bytes() == after
