"""A built site in a real browser, for what can only be measured there.

Comes in: the published site. Goes out: its address on loopback and a headless Chromium, while a context lasts. A
development tool: it needs Playwright and a Chromium.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from build_dossier.errors import DossierError
from build_dossier.preview.static import serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1")
"""Nothing but loopback has an address: what a page fetches from elsewhere fails, and the console says so."""


@contextmanager
def browsing(site: Path, what: str) -> Iterator[tuple[str, "Browser"]]:
    """The address of ``site`` and a browser; ``what`` needs them, as a complaint says.

    Raises:
        DossierError: there is no Playwright or no browser.
    """
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415  # only developers have it
    except ImportError:
        raise DossierError(f"{what} Playwright: install requirements-dev.lock (make test does)") from None
    program = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if program is None:
        raise DossierError(f"{what} a Chromium: none of {', '.join(BROWSERS)} is on PATH")
    with serving(site, 0) as address, sync_playwright() as running:
        browser = running.chromium.launch(executable_path=program, args=list(ARGUMENTS))
        yield address, browser
        browser.close()
