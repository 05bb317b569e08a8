"""A folder served as a static host does, on loopback: texts are compressed where the browser takes that.

Comes in: the site's folder. Goes out: its address, while a context lasts.
"""

import gzip
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import urlsplit

from build_dossier.disk import FolderError
from build_dossier.errors import DossierError

LOOPBACK = "127.0.0.1"

_TEXTS = frozenset({"application/javascript", "application/json", "application/xml", "image/svg+xml"})
"""What is text besides ``text/*``: pictures, fonts and the search's files are compressed already."""
_REFUSED = frozenset({"q=0", "q=0.0", "q=0.00", "q=0.000"})
_LEVEL = 6
"""Of compression: what hosts use; a page of 80 KB takes two milliseconds."""


class StaticSite(SimpleHTTPRequestHandler):
    """Serves a folder as a static host does: no listings, the site's own page for what is not found."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    """A body follows its header at once: else each file waits 40 ms for the browser to confirm the header (RFC 896)."""

    def handle(self) -> None:
        """Answers until the browser has enough: that it goes while it is being answered is no news."""
        with suppress(ConnectionError):
            super().handle()

    def end_headers(self) -> None:
        """Nothing is kept by the browser: the next build may change a page within the second."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def send_head(self) -> BytesIO | BinaryIO | None:
        """The file asked for; a text goes out compressed to a browser that takes it so (RFC 9110, 12.5.3)."""
        page = urlsplit(self.path).path.endswith("/")
        path = Path(self.translate_path(self.path)) / ("index.html" if page else "")
        kind = self.guess_type(path)
        if not is_text(kind) or not path.is_file() or not takes_gzip(self.headers.get("Accept-Encoding", "")):
            return super().send_head()
        body = gzip.compress(path.read_bytes(), _LEVEL, mtime=0)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Vary", "Accept-Encoding")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Last-Modified", self.date_time_string(path.stat().st_mtime))
        self.end_headers()
        return BytesIO(body)

    def list_directory(self, path: object) -> BytesIO | None:
        """A folder without a page is not found."""
        del path
        self.send_error(HTTPStatus.NOT_FOUND)
        return None

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's ``404.html``, if it has one."""
        body = self.lost() if code == HTTPStatus.NOT_FOUND else None
        if body is None:
            super().send_error(code, message, explain)
        else:
            self.send(HTTPStatus.NOT_FOUND, "text/html; charset=utf-8", body)

    def lost(self) -> bytes | None:
        """The page for what is not found."""
        page = Path(self.directory) / "404.html"
        return page.read_bytes() if page.is_file() else None

    def send(self, status: HTTPStatus, kind: str, body: bytes) -> None:
        """A whole answer."""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class names it so
        """A request is no news."""


def is_text(kind: str) -> bool:
    """Whether files of a media type are worth compressing."""
    return kind.startswith("text/") or kind in _TEXTS


def takes_gzip(accepted: str) -> bool:
    """Whether an ``Accept-Encoding`` names gzip, and does not refuse it by a weight of 0."""
    for coding in accepted.lower().split(","):
        name, _, weight = coding.partition(";")
        if name.strip() == "gzip":
            return weight.strip() not in _REFUSED
    return False


def check_built(site: Path) -> None:
    """Nothing, where there is a built site.

    Raises:
        FolderError: there is none.
    """
    if not (site / "index.html").is_file():
        raise FolderError(f"there is no site in {site}; make site builds it")


@contextmanager
def serving(
    site: Path, port: int, handler: Callable[..., SimpleHTTPRequestHandler] = StaticSite, **values: Any
) -> Iterator[str]:
    """The address at which ``site`` is served while the context lasts; port 0 is any free one.

    Args:
        site: the folder.
        port: on loopback.
        handler: answers the requests.
        values: are handed to it.

    Raises:
        DossierError: the port is taken, or not for everybody.
    """
    answers = partial(handler, directory=str(site.resolve()), **values)
    try:
        listening = ThreadingHTTPServer((LOOPBACK, port), answers)
    except OSError as error:
        raise DossierError(f"port {port}: {error.strerror}; --port names another, 0 is any free one") from None
    with listening as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield f"http://{LOOPBACK}:{server.server_address[1]}/"
        finally:
            server.shutdown()
