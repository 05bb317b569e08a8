"""The dossier of this project works wherever it is put: below any path of any host, and from a folder."""

import gzip
import json
import shutil
from collections.abc import Callable
from itertools import groupby
from pathlib import Path
from urllib.parse import quote, unquote, urldefrag

import pytest
from playwright.sync_api import BrowserContext, Page, Response, expect

from build_dossier.__main__ import main
from build_dossier.linkcheck import dead_links
from build_dossier.measure.audit import AXE, RULES, VIOLATIONS
from build_dossier.measure.page_kinds import kinds_of_pages
from build_dossier.webpage import read_page

pytestmark = [pytest.mark.browser, pytest.mark.site]

ROOT = Path(__file__).resolve().parents[2]
CANARY = "zxcanaryzx"
"""The only word of the drafts that the copy of the project's notes has."""
BELOW = "x/під шляхом/y"
ARTICLES = [path.stem for path in sorted((ROOT / "seeds").glob("*.txt"))]
ANNOTATED = next(name for name in ARTICLES if (ROOT / f"docs/annotations/{name}.md").is_file())
# Of a link in a drawing ``href`` is an object.
LINKS = "Array.from(document.querySelectorAll('a[href]'), a => new URL(a.href.baseVal ?? a.href, location).href)"


@pytest.fixture(scope="module")
def hosted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the project's own seeds, some folders below one that can be served."""
    folder = tmp_path_factory.mktemp("anywhere")
    site = folder / BELOW
    sources = ["--seeds", str(ROOT / "seeds"), "--docs", str(folder / "docs"), "--state", str(folder / "state")]
    shutil.copytree(ROOT / ".dossier", folder / "state")
    shutil.copytree(ROOT / "docs", folder / "docs")
    with (folder / "docs" / "annotations" / f"{ANNOTATED}.md").open("a", encoding="utf-8") as file:
        file.write(f"\n\n> {CANARY}\n\n{{: draft tags={CANARY} #{CANARY} }}\n\n{CANARY}\n")
    private = folder / "docs" / "annotations" / "minsk.md"
    private.write_text(f"---\ndraft: true\n---\n{CANARY}\n", encoding="utf-8")
    assert main(["site", "--frozen", *sources, "--out", str(folder / "build"), "--site", str(site)]) == 0
    return site


def test_no_word_of_a_draft_is_in_any_file(hosted: Path) -> None:
    """Neither the site nor the search index, unpacked, nor the generated docs have the canary."""
    made = hosted.parents[2] / "build"
    files = [path for folder in (hosted, made) for path in folder.rglob("*") if path.is_file()]
    contents = [(path, path.read_bytes()) for path in files]
    unpacked = [gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data for _, data in contents]

    assert any(b"Coale" in data for data in unpacked)
    assert [path.name for (path, _), data in zip(contents, unpacked, strict=True) if CANARY.encode() in data] == []


def test_axe_finds_nothing_on_any_kind_of_page(
    hosted: Path, serve: Callable[[Path], str], context: Callable[..., BrowserContext]
) -> None:
    """WCAG 2.2 AA and what axe holds for good practice; on a phone in the dark, that all can be read."""
    address = serve(hosted)
    page = context(viewport={"width": 1400, "height": 900}, reduced_motion="reduce").new_page()
    page.add_init_script(AXE.read_text(encoding="utf-8"))
    found = []
    for kind, path in kinds_of_pages(hosted).items():
        page.set_viewport_size({"width": 1400, "height": 900})
        page.emulate_media(color_scheme="light")
        page.goto(address + path)
        found += [(kind, "light", violation) for violation in page.evaluate(VIOLATIONS, RULES)]
        page.set_viewport_size({"width": 400, "height": 900})
        page.emulate_media(color_scheme="dark")
        found += [(kind, "dark", violation) for violation in page.evaluate(VIOLATIONS, ["color-contrast"])]

    assert found == []


def some_of_each_kind(names: list[str]) -> list[str]:
    """The list of each kind of page, and the first three pages of the kind."""
    kinds = groupby(names, key=lambda name: name.partition("/")[0])
    return [name for _, of_kind in kinds for name in sorted(of_kind, key=lambda name: (name.count("/"), name))[:4]]


def pages(site: Path) -> list[str]:
    """Every page of a site that one can stay on, by its path."""
    found = (path for path in site.rglob("*.html") if path.name == "index.html")
    return sorted(p.relative_to(site).as_posix() for p in found if b'http-equiv="refresh"' not in p.read_bytes())


def test_every_kind_of_page_below_a_path(
    hosted: Path, serve: Callable[[Path], str], context: Callable[..., BrowserContext]
) -> None:
    """Each page loads all it needs, from the site alone; each link leads to something that is there."""
    here = serve(hosted.parents[2]) + quote(BELOW) + "/"
    page = context().new_page()
    answers: list[Response] = []
    errors: list[str] = []
    asked: list[str] = []
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108  # it wants a function of its own
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    links: set[str] = set()
    names = some_of_each_kind(pages(hosted))
    for name in names:
        page.goto(here + name, wait_until="load")
        links |= {urldefrag(url).url.partition("?")[0] for url in page.evaluate(LINKS)}

    assert {"articles", "events", "notes", "people", "timeline"} <= {name.partition("/")[0] for name in names}
    assert {url for url in asked if not url.startswith((here, "data:", "blob:"))} == set()
    assert {answer.url: answer.status for answer in answers if answer.status >= 400} == {}
    assert errors == []
    inside = {unquote(url.removeprefix(here)) for url in links if url.startswith(here.partition(quote(BELOW))[0])}
    assert len(inside) > len(ARTICLES)
    assert [url for url in sorted(inside) if not there(hosted, url)] == []


def there(site: Path, url: str) -> bool:
    """Whether a link leads to a file of the site."""
    path = site / url
    return path.is_file() or (path / "index.html").is_file()


def test_every_link_is_sound(hosted: Path) -> None:
    """The project's own check of links finds nothing dead in the published site, places on pages included."""
    files = {path.relative_to(hosted).as_posix() for path in hosted.rglob("*") if path.is_file()}
    read = {name: read_page((hosted / name).read_bytes()) for name in files if name.endswith(".html")}

    assert [str(link) for link in dead_links(read, files)] == []


def test_search_below_a_path(
    hosted: Path, serve: Callable[[Path], str], context: Callable[..., BrowserContext]
) -> None:
    """Search finds its index and its results lead to pages, wherever the site lies."""
    here = serve(hosted.parents[2]) + quote(BELOW) + "/"
    title = json.loads((hosted / "data/readings.jsonl").read_text(encoding="utf-8").splitlines()[0])["title"]["text"]
    page = context().new_page()
    page.goto(f"{here}articles/{ANNOTATED}/index.html")
    page.keyboard.press("/")
    page.get_by_role("searchbox").fill(" ".join(title.split()[:3]))
    page.locator(".search__name").first.click()
    page.wait_for_load_state()

    assert page.url.startswith(here)
    assert there(hosted, unquote(urldefrag(page.url).url.partition("?")[0].removeprefix(here)))


@pytest.fixture
def from_disk(hosted: Path, context: Callable[..., BrowserContext]) -> Callable[[str], Page]:
    """Opens a page of the site as a file."""

    def opened(name: str) -> Page:
        page = context(viewport={"width": 1400, "height": 900}).new_page()
        page.goto((hosted / name).as_uri())
        return page

    return opened


def test_from_disk_pages_have_their_styles(hosted: Path, from_disk: Callable[[str], Page]) -> None:
    """Every style sheet and script that a page names is there."""
    page = from_disk("index.html")
    sheets = page.evaluate("Array.from(document.styleSheets, sheet => sheet.href).filter(Boolean)")
    scripts = page.evaluate("Array.from(document.scripts, script => script.src).filter(Boolean)")

    assert sheets
    assert [url for url in sheets + scripts if not Path(unquote(url.removeprefix("file://"))).is_file()] == []
    assert page.evaluate("getComputedStyle(document.querySelector('.md-header')).display") != "none"


def test_from_disk_links_lead_on(from_disk: Callable[[str], Page]) -> None:
    """From the front page to an article, and from there to somebody it names."""
    page = from_disk("index.html")
    page.locator(f"a[href*='articles/{ARTICLES[0]}/index.html']").first.click()
    expect(page.locator("[data-src]").first).to_be_visible()
    page.locator("[data-src] a[href*='people/']").first.click()

    assert page.url.startswith("file://")
    assert "/people/" in page.url
    expect(page.locator("h1").first).to_be_visible()


def test_from_disk_notes_stand_by_their_words(from_disk: Callable[[str], Page]) -> None:
    """A note's number leads to the note, which is seen."""
    page = from_disk(f"articles/{ANNOTATED}/index.html")
    number = page.locator("a.note-ref").first
    number.click()

    expect(page.locator(f"[id='{(number.get_attribute('href') or '').removeprefix('#')}']")).to_be_visible()


def test_from_disk_search_says_what_it_needs(from_disk: Callable[[str], Page]) -> None:
    """A browser lets no page read an index from the disk: the dialog says in words how to search."""
    page = from_disk("index.html")
    page.keyboard.press("/")

    expect(page.get_by_role("dialog")).to_contain_text("python -m build_dossier serve --site")
