"""What every kind of page looks like: pictures at three widths, in light and dark, and the PDF; what is wrong on them.

What opens on a page (a menu, a card, a note, the search) has pictures of its own, of the window as the reader has it.

Comes in: the published site. Goes out: PNG files with a page to look through them, and one line for each page that is
wider than its window or that complains on the console. A development tool: it needs Playwright and a Chromium.
"""

import html
import shutil
import subprocess
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from build_dossier.browsing import browsing
from build_dossier.disk import write
from build_dossier.measure.moments import MOMENTS, Moment
from build_dossier.measure.page_kinds import kinds_of_pages
from build_dossier.preview.static import check_built

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Page

WIDTHS = (1400, 800, 400)
"""A desktop, a tablet or half a desktop, a phone."""

HEIGHT = 900
LONGEST = 6000
"""Pixels: what lies further down a long page looks alike."""
RESOLUTION = "60"
"""Dots an inch of pictures of printed pages."""

Look = Literal["light", "dark"]
LOOKS: tuple[Look, ...] = ("light", "dark")

_OVERFLOW = "document.documentElement.scrollWidth - window.innerWidth"
_STYLE = (
    "body{font:14px/1.4 sans-serif;margin:1rem}h2{margin:2rem 0 .5rem}"
    "div{display:flex;flex-wrap:wrap;gap:1rem;align-items:flex-start}figure{margin:0}"
    "img{height:26rem;max-width:30rem;object-fit:cover;object-position:top left;border:1px solid #888}"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """One picture, and what was noticed while it was taken."""

    file: Path
    kind: str
    complaints: tuple[str, ...] = ()


def shots(site: Path, out: Path, only: Collection[str] = ()) -> Iterator[Shot]:
    """Takes all pictures of one site into ``out``, one after the other; ``only`` names some kinds of pages.

    Raises:
        FolderError: there is no site.
        DossierError: there is no Playwright or no browser.
    """
    check_built(site)
    kinds = {kind: path for kind, path in kinds_of_pages(site).items() if not only or kind in only}
    with browsing(site, "pictures need") as (address, browser):
        for look in LOOKS:
            for width in WIDTHS:
                yield from _round(browser, address, kinds, out, look=look, width=width)


def printed_pages(pdf: Path, out: Path) -> Iterator[Shot]:
    """Pictures of the pages of a PDF; none where there is no ``pdftoppm`` (poppler) to make them."""
    program = shutil.which("pdftoppm")
    if program is None:
        return
    out.mkdir(parents=True, exist_ok=True)
    subprocess.run([program, "-r", RESOLUTION, "-png", pdf, out / f"print-{pdf.stem}"], check=True)  # noqa: S603
    yield from (Shot(file=file, kind="print") for file in sorted(out.glob(f"print-{pdf.stem}-*.png")))


def gallery(taken: Sequence[Shot], out: Path) -> Path:
    """Writes a page with all pictures by kind; its path."""
    parts = [f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Screenshots</title><style>{_STYLE}</style>']
    for kind in dict.fromkeys(shot.kind for shot in taken):
        parts.append(f"<h2>{html.escape(kind)}</h2><div>")
        for shot in taken:
            if shot.kind == kind:
                name = html.escape(shot.file.relative_to(out).as_posix())
                said = "".join(f"<br><strong>{html.escape(one)}</strong>" for one in shot.complaints)
                picture = f'<a href="{name}"><img loading="lazy" src="{name}" alt=""></a>'
                parts.append(f"<figure>{picture}<figcaption>{name}{said}</figcaption></figure>")
        parts.append("</div>")
    page = out / "index.html"
    write(page, "\n".join(parts).encode())
    return page


def _round(
    browser: "Browser", address: str, kinds: dict[str, str], out: Path, *, look: Look, width: int
) -> Iterator[Shot]:
    """Every kind of page in one look and width."""
    context = browser.new_context(
        viewport={"width": width, "height": HEIGHT}, color_scheme=look, reduced_motion="reduce"
    )
    for kind, path in kinds.items():
        with _opened(context, f"{address}{path}") as (page, complaints):
            file = out / f"{kind}-{width}-{look}.png"
            height = min(LONGEST, int(page.evaluate("document.documentElement.scrollHeight")))
            clip = {"x": 0, "y": 0, "width": width, "height": max(height, HEIGHT)}
            page.screenshot(path=file, full_page=True, clip=clip)  # type: ignore[arg-type]  # a dict is one
            yield Shot(file=file, kind=kind, complaints=(*complaints, *_too_wide(page)))
    for moment in MOMENTS:
        if moment.kind in kinds:
            file = out / f"{moment.name}-{width}-{look}.png"
            with _opened(context, f"{address}{kinds[moment.kind]}") as (page, complaints):
                complaints.extend(_acted(moment, page))
                page.screenshot(path=file)
                yield Shot(file=file, kind=moment.name, complaints=(*complaints, *_too_wide(page)))
    context.close()


@contextmanager
def _opened(context: "BrowserContext", address: str) -> Iterator[tuple["Page", list[str]]]:
    """A page, and the list that its complaints come into while it is open."""
    page = context.new_page()
    complaints: list[str] = []
    _listen(page, complaints)
    page.goto(address, wait_until="load")
    yield page, complaints
    page.close()


def _acted(moment: Moment, page: "Page") -> Sequence[str]:
    """What the reader does; that it cannot be done is a complaint."""
    from playwright.sync_api import Error as Failure  # noqa: PLC0415  # only developers have it

    try:
        moment.act(page)
    except Failure as failure:
        return (f"nothing opened: {str(failure).splitlines()[0]}",)
    return ()


def _listen(page: "Page", complaints: list[str]) -> None:
    def heard(message: "ConsoleMessage") -> None:
        if message.type in {"error", "warning"}:
            complaints.append(f"console {message.type}: {message.text}")

    def failed(error: "Error") -> None:
        complaints.append(f"script error: {error}")

    page.on("console", heard)
    page.on("pageerror", failed)


def _too_wide(page: "Page") -> Sequence[str]:
    more = page.evaluate(_OVERFLOW)
    return (f"{more} pixels wider than the window",) if more > 0 else ()


def shots_text(taken: Sequence[Shot], page: Path) -> str:
    """How many pictures there are and where, after every complaint."""
    lines = [f"{shot.file.name}: {complaint}" for shot in taken for complaint in shot.complaints]
    return "\n".join([*lines, f"{len(taken)} pictures, {len(lines)} complaints: {page.resolve()}"])
