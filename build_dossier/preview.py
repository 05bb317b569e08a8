"""The published site on this machine's own address, made anew whenever a seed or a page of the editor's changes.

Comes in: the site's folder, the folders to watch, and what to do about a change. Goes out: pages over HTTP on loopback
only. Folders are compared by name, size and time twice a second: that works on every file system, a network's too.
"""

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path

from build_dossier.errors import DossierError

LOOPBACK = "127.0.0.1"
SECONDS = 0.5
"""Between two looks; a person does not notice it, and a look at 10,000 files takes a tenth of it."""

Snapshot = dict[str, tuple[int, int]]
"""Size and modification time of every file, by path."""


class StaticSite(SimpleHTTPRequestHandler):
    """Serves a folder as a static host does: no listings, the site's own page for what is not found."""

    protocol_version = "HTTP/1.1"

    def end_headers(self) -> None:
        """Nothing is kept by the browser: the next build may change a page within the second."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def list_directory(self, path: object) -> BytesIO | None:
        """A folder without a page is not found."""
        del path
        self.send_error(HTTPStatus.NOT_FOUND)
        return None

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's ``404.html``, if it has one."""
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class names it so
        """A request is no news."""


@contextmanager
def serving(site: Path, port: int) -> Iterator[str]:
    """The address at which ``site`` is served while the context lasts; port 0 is any free one.

    Raises:
        DossierError: the port is taken, or not for everybody.
    """
    handler = partial(StaticSite, directory=str(site.resolve()))
    try:
        listening = ThreadingHTTPServer((LOOPBACK, port), handler)
    except OSError as error:
        raise DossierError(f"port {port}: {error.strerror}; --port names another, 0 is any free one") from None
    with listening as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://{LOOPBACK}:{server.server_address[1]}/"
        finally:
            server.shutdown()


def snapshot(folders: Sequence[Path]) -> Snapshot:
    """What the folders hold now; a file that goes while one looks is not there."""
    found: Snapshot = {}
    for path in (path for folder in folders for path in folder.rglob("*")):
        try:
            status = path.stat()
        except OSError:
            continue
        found[str(path)] = (status.st_size, status.st_mtime_ns)
    return found


def watch(
    folders: Sequence[Path], changed: Callable[[], None], *, wait: Callable[[], bool] = lambda: _slept(SECONDS)
) -> None:
    """Calls ``changed`` once whenever the folders have changed and then come to rest; ends when ``wait`` says so.

    The second look is for editors that save in several steps: a file is not read while it is being written.
    """
    built = snapshot(folders)
    last = built
    while wait():
        now = snapshot(folders)
        if now != built and now == last:
            built = now
            changed()
        last = now


def _slept(seconds: float) -> bool:
    time.sleep(seconds)
    return True
