"""A real Chromium, and a small site of the theme's own: built once, served on loopback.

Without a browser these tests are skipped with a reason; where ``CI=true`` they fail instead.
"""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, Request, sync_playwright

from build_dossier.search_cache import index_site

ROOT = Path(__file__).resolve().parents[2]
THEME_DOCS = Path(__file__).with_name("theme_docs")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PATIENCE = 60_000
"""Milliseconds: a machine with much to do is no mistake; only what never comes is one."""

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    # Nothing but loopback has an address, so that a request to anywhere else fails here as it would offline.
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
)


def find_chromium() -> str | None:
    """The first Chromium of this machine, if there is one."""
    found = (shutil.which(name) for name in BROWSERS)
    return next((path for path in (*found, "/usr/bin/chromium") if path and Path(path).exists()), None)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright's driver."""
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """A headless Chromium that knows no host but 127.0.0.1."""
    path = find_chromium()
    if path is None:
        reason = f"NO BROWSER: none of {', '.join(BROWSERS)} is on PATH, so nothing of the site was looked at"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    running = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
    yield running
    running.close()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Says nothing."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address, with a slash at its end, under which ``folder`` is served meanwhile."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """Serves a folder for the rest of the session and gives its address."""
    with ExitStack() as stack:
        yield lambda folder: stack.enter_context(serving(folder))


def build_with_theme(docs: Path, site: Path, config: Path) -> None:
    """Builds ``docs`` into ``site`` with the project's ``mkdocs.yml``, and indexes it as the publisher does."""
    config.write_text(
        f"INHERIT: {ROOT / 'mkdocs.yml'}\n"
        f"docs_dir: {docs}\nsite_dir: {site}\n"
        f"theme:\n  custom_dir: {ROOT / 'build_dossier' / 'theme'}\n",
        encoding="utf-8",
    )
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    mkdocs = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "-f", str(config)]
    subprocess.run(mkdocs, check=True, env=environment, capture_output=True, text=True)
    index_site(site, site / "none", None, program="1")


@pytest.fixture(scope="session")
def theme_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site built from ``theme_docs``, one level below a folder that can be served."""
    folder = tmp_path_factory.mktemp("theme")
    build_with_theme(THEME_DOCS, folder / "below" / "site", folder / "mkdocs.yml")
    return folder / "below" / "site"


@pytest.fixture(scope="session")
def theme_url(theme_site: Path, serve: Callable[[Path], str]) -> str:
    """The address of the theme's site."""
    return serve(theme_site)


@pytest.fixture
def context(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Makes browser contexts; those of a test are closed after it."""
    with ExitStack() as stack:

        def make(**options: Any) -> BrowserContext:
            made = browser.new_context(**options)
            made.set_default_timeout(PATIENCE)
            stack.callback(made.close)
            return made

        yield make


@pytest.fixture
def visit(context: Callable[..., BrowserContext], theme_url: str) -> Callable[..., Page]:
    """Opens a page of the theme's site; options are those of a browser context."""

    def opened(path: str, width: int = 1400, **options: object) -> Page:
        page = context(viewport={"width": width, "height": 900}, **options).new_page()
        page.goto(theme_url + path)
        return page

    return opened


@pytest.fixture(scope="session")
def front(browser: Browser, theme_url: str) -> Iterator[Page]:
    """The front page, opened once, for questions that change nothing that another test sees."""
    opened = browser.new_context()
    opened.set_default_timeout(PATIENCE)
    page = opened.new_page()
    page.goto(f"{theme_url}index.html")
    yield page
    opened.close()


@pytest.fixture
def requests_of() -> Callable[[Page], list[str]]:
    """Collects the addresses that a page asks for from now on."""

    def listen(page: Page) -> list[str]:
        asked: list[str] = []

        def note(request: Request) -> None:
            asked.append(request.url)

        page.on("request", note)
        return asked

    return listen
