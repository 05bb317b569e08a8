"""What every kind of page looks like: pictures at three widths, in light, dark and print, and what is wrong on them.

Comes in: the published site. Goes out: PNG files, and one line for each page that is wider than its window or that
complains on the console. A development tool: it needs Playwright and a Chromium.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from build_dossier.browsing import browsing
from build_dossier.disk import FolderError

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Error, Page

WIDTHS = (1400, 800, 400)
"""A desktop, a tablet or half a desktop, a phone."""

HEIGHT = 900
PRINT_WIDTH = 794
"""A4 at 96 dots an inch."""

Look = Literal["light", "dark", "print"]
LOOKS: tuple[Look, ...] = ("light", "dark", "print")

_OVERFLOW = "document.documentElement.scrollWidth - window.innerWidth"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """One picture, and what was noticed while it was taken."""

    file: Path
    complaints: tuple[str, ...]


def kinds_of_pages(site: Path) -> dict[str, str]:
    """A page of each kind, the longest: its name for files, and its path below the site.

    A kind is a folder at the top of the site: the page in it, and the longest page below it.
    """
    kinds: dict[str, str] = {"front": "index.html"} if (site / "index.html").is_file() else {}
    for folder in sorted(path for path in site.iterdir() if path.is_dir()):
        if (folder / "index.html").is_file():
            kinds[folder.name] = f"{folder.name}/index.html"
        below = sorted(folder.glob("*/index.html"), key=lambda path: (-path.stat().st_size, path))
        if below and folder.name != "assets":
            kinds[f"{folder.name}-one"] = below[0].relative_to(site).as_posix()
    if (site / "404.html").is_file():
        kinds["404"] = "404.html"
    return kinds


def shots(site: Path, out: Path) -> Iterator[Shot]:
    """Takes all pictures into ``out``, one after the other.

    Raises:
        FolderError: there is no site.
        DossierError: there is no Playwright or no browser.
    """
    if not (site / "index.html").is_file():
        raise FolderError(f"there is no site in {site}; make site builds it")
    out.mkdir(parents=True, exist_ok=True)
    kinds = kinds_of_pages(site)
    with browsing(site, "pictures need") as (address, browser):
        for look in LOOKS:
            for width in WIDTHS if look != "print" else (PRINT_WIDTH,):
                yield from _round(browser, address, kinds, out, look=look, width=width)


def _round(
    browser: "Browser", address: str, kinds: dict[str, str], out: Path, *, look: Look, width: int
) -> Iterator[Shot]:
    """Every kind of page in one look and width."""
    context = browser.new_context(
        viewport={"width": width, "height": HEIGHT},
        color_scheme="dark" if look == "dark" else "light",
        reduced_motion="reduce",
    )
    for kind, path in kinds.items():
        page = context.new_page()
        complaints: list[str] = []
        _listen(page, complaints)
        if look == "print":
            page.emulate_media(media="print")
        page.goto(f"{address.rstrip('/')}/{path}", wait_until="load")
        complaints += _too_wide(page)
        file = out / f"{kind}-{look}{f'-{width}' if look != 'print' else ''}.png"
        page.screenshot(path=file, full_page=True)
        page.close()
        yield Shot(file=file, complaints=tuple(complaints))
    context.close()


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


def shots_text(taken: Sequence[Shot], out: Path) -> str:
    """How many pictures there are and where, after every complaint."""
    lines = [f"{shot.file.name}: {complaint}" for shot in taken for complaint in shot.complaints]
    return "\n".join([*lines, f"{len(taken)} pictures, {len(lines)} complaints: {out.resolve()}"])
