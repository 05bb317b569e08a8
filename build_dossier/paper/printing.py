"""Pages of the site printed by a browser, several at a time.

Comes in: a browser, the address of the served site, and what a sheet holds. Goes out: a PDF with tags, an outline and
links that lead within it, to other addresses of the site, or out of it; and what stands on which of its pages.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from pypdf import PdfReader
from pypdf.generic import Destination

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PATIENCE = 120_000
"""Milliseconds; a machine with much to do is no mistake."""

_SCRIPT = Path(__file__).with_name("sheet.js").read_text(encoding="utf-8")

_STYLE = Path(__file__).with_name("sheet.css").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What is printed at one time."""

    paths: tuple[str, ...]
    """Of pages, below the site; the look is that of the first."""
    made: str | None = None
    """HTML that stands for the page's own."""
    left: str = ""
    """Above every page."""
    right: tuple[str, ...] = ()
    """Above every page, for each of ``paths``."""
    first: int = 1
    """The number of the first page."""
    front: bool = False
    """Numbers are Roman, and the first page, which is the title, has none."""
    known: tuple[str, ...] = ()
    """Pages of the site that are bound with this one, or that the index stands for."""
    page_of: Mapping[str, str] = field(default_factory=dict)
    """The page on which pages of the site begin, as links to them say."""
    words: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A printed sheet."""

    sheet: Sheet
    pdf: bytes
    pages: int
    starts: tuple[int, ...]
    """On which page, from 0, each of its paths begins."""
    links: Mapping[str, frozenset[int]]
    """Addresses that its pages link to, with the pages, from 0."""


@contextmanager
def press(browser: "Browser") -> Iterator["Page"]:
    """A page to print from: light, and without the site's own scripts."""
    context = browser.new_context(color_scheme="light", reduced_motion="reduce")
    context.route("**/*.js", lambda route: route.abort())
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    yield page
    context.close()


def printed(page: "Page", address: str, sheet: Sheet) -> Printed:
    """The sheet on paper."""
    page.goto(address + sheet.paths[0])
    page.evaluate(
        _SCRIPT,
        {
            "paths": sheet.paths,
            "known": sheet.known,
            "made": sheet.made,
            "running": {"left": sheet.left, "right": sheet.right},
            "pageOf": dict(sheet.page_of),
            "css": _STYLE,
            "words": dict(sheet.words),
            "numbers": {"first": sheet.first, "roman": sheet.front, "silent": sheet.front},
        },
    )
    pdf = page.pdf(prefer_css_page_size=True, tagged=True, outline=True, print_background=True)
    return _looked_at(sheet, pdf, address)


def _looked_at(sheet: Sheet, pdf: bytes, address: str) -> Printed:
    reader = PdfReader(BytesIO(pdf))
    tops = [item for item in reader.outline if isinstance(item, Destination)]
    starts = [reader.get_destination_page_number(item) or 0 for item in tops]
    links: dict[str, set[int]] = {}
    for number, page in enumerate(reader.pages):
        for entry in page.annotations or ():
            action = entry.get_object().get("/A")
            if action is not None and "/URI" in action:
                links.setdefault(str(action["/URI"]).removeprefix(address), set()).add(number)
    return Printed(
        sheet=sheet,
        pdf=pdf,
        pages=len(reader.pages),
        starts=tuple(starts) if len(starts) == len(sheet.paths) else (0,) * len(sheet.paths),
        links={to: frozenset(pages) for to, pages in links.items()},
    )
