"""The preview's answers: pages as they are now, word of changes, and «Annotate».

Comes in: requests. Goes out: answers, to this machine's own browser and to pages of this address alone. A web page from
elsewhere can make a browser send requests here, also under a name of its own that leads to this machine (DNS
rebinding): the ``Host`` must be ours; and what changes anything must come from a page of ours, which knows the token.
"""

import hmac
import json
import secrets
from dataclasses import dataclass, field
from html import escape
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from build_dossier.exports.record import message
from build_dossier.preview.annotating import LONGEST, Refusal, annotate
from build_dossier.preview.injection import FOLDER, SCRIPTS, script, with_script
from build_dossier.preview.showing import INDEX, Showing, Word, digest
from build_dossier.preview.static import StaticSite
from build_dossier.preview.wording import Wording

HTML = "text/html; charset=utf-8"
JSON = "application/json"
PATIENCE = 25.0
"""Seconds that a question for changes is held: less than what proxies and browsers allow."""

FAILED = (
    '<!doctype html><html lang="{language}"><title>{title}</title><body><h1>{title}</h1><p lang="en">{why}</p></body>'
)

TOKEN = "X-Dossier-Token"  # noqa: S105  # the name of a header


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """What the answers need."""

    showing: Showing
    docs: Path
    wording: Wording = field(default_factory=Wording)
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    """New for each process; every page of ours has it, no other page can read it."""


class Preview(StaticSite):
    """Answers one connection."""

    timeout = 60

    def __init__(self, *arguments: Any, service: Service, **named: Any) -> None:
        self.service = service
        super().__init__(*arguments, **named)

    def parse_request(self) -> bool:
        """Whether the request may be answered: it must have been sent to this address by its name."""
        if not super().parse_request():
            return False
        port = self.server.server_address[1]  # type: ignore[index]  # of an Internet socket
        if self.headers.get_all("Host") in ([f"127.0.0.1:{port}"], [f"localhost:{port}"]):
            return True
        self.close_connection = True
        self.refuse(HTTPStatus.MISDIRECTED_REQUEST, "this is not the address of the preview")
        return False

    def end_headers(self) -> None:
        """No page from elsewhere may frame or embed what we answer."""
        self.send_header("X-Frame-Options", "DENY")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def do_GET(self) -> None:
        """A page, a file, or word of changes."""
        path = unquote(urlsplit(self.path).path).removeprefix("/")
        if path.startswith(FOLDER):
            self._own(path.removeprefix(FOLDER))
        else:
            self._site(path)

    def do_HEAD(self) -> None:
        """As ``GET``, without the body."""
        self.do_GET()

    def do_POST(self) -> None:
        """«Annotate»."""
        try:
            body = self._body()
            self._check_ours()
            answer = annotate(body, self.service.showing, self.service.docs)
        except Refusal as refusal:
            answer = refusal.answer(self.service.wording)
        self.send(answer.status, JSON, json.dumps(answer.values).encode())

    def do_PUT(self) -> None:
        """Nothing but notes is taken."""
        self.close_connection = True
        self.refuse(HTTPStatus.METHOD_NOT_ALLOWED, "only notes are taken here, by POST")

    do_DELETE = do_PATCH = do_OPTIONS = do_PUT

    def lost(self) -> bytes | None:
        """The page for what is not found; it loads itself anew once there is one."""
        html = self.service.showing.lost()
        page = unquote(urlsplit(self.path).path).removeprefix("/")
        return None if html is None else with_script(html, self._told(_page(page), None))

    def refuse(self, status: HTTPStatus, why: str) -> None:
        """An answer that says why there is no other."""
        self.send(status, JSON, json.dumps({"error": why}).encode())

    def _site(self, path: str) -> None:
        showing = self.service.showing
        page = _page(path)
        try:
            html = showing.page(page)
        except Exception as error:  # noqa: BLE001  # whatever it is, it is this page's, and the reader's to see
            why = escape(f"{type(error).__name__}: {error}")
            wording = self.service.wording
            title = wording.said(message("This page could not be made"))
            said = FAILED.format(language=wording.language, title=title, why=why).encode()
            self.send(HTTPStatus.INTERNAL_SERVER_ERROR, HTML, with_script(said, self._told(page, None)))
            return
        if html is not None:
            self.send(HTTPStatus.OK, HTML, with_script(html, self._told(page, html)))
        elif (data := showing.asset(path)) is not None:
            self.send(HTTPStatus.OK, self.guess_type(path), data)
        elif showing.page(f"{path}/{INDEX}") is not None:
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", f"{urlsplit(self.path).path}/".replace("//", "/"))
            self.send_header("Content-Length", "0")
            self.end_headers()
        elif path.endswith((".html", "/")):
            self.send_error(HTTPStatus.NOT_FOUND)
        elif self.command == "HEAD":
            super().do_HEAD()
        else:
            super().do_GET()

    def _told(self, page: str, html: bytes | None) -> dict[str, str]:
        """What the script of a page must know; ``None`` is none that could be made."""
        folder, _, rest = page.partition("/")
        article = rest.removesuffix(f"/{INDEX}") if folder == "articles" and "/" in rest else ""
        word = self.service.showing.word()
        own: dict[str, str] = {
            "token": self.service.token,
            "page": page,
            "digest": "" if html is None else digest(html),
            "number": str(word.number),
        }
        own |= self.service.wording.texts()
        return {**own, "article": article, "notes": self.service.showing.notes_digest(article) if article else ""}

    def _own(self, name: str) -> None:
        if name in SCRIPTS:
            self.send(HTTPStatus.OK, f"{SCRIPTS[name]}; charset=utf-8", script(name))
        elif name == "changes":
            self._changes()
        elif name == "notes":
            self.do_PUT()
        else:
            self.refuse(HTTPStatus.NOT_FOUND, "there is nothing here")

    def _changes(self) -> None:
        """How things are for the page that asks, once they are not as it knows them."""
        asked = {name: values[-1] for name, values in parse_qs(urlsplit(self.path).query).items()}
        if not self._knows_token():
            self.refuse(HTTPStatus.FORBIDDEN, "without the token")
            return
        seen = asked.get("seen", "")
        word = self.service.showing.await_change(int(seen) if seen.isdecimal() else -1, PATIENCE)
        self.send(HTTPStatus.OK, JSON, json.dumps(self._answer(word, asked)).encode())

    def _answer(self, word: Word, asked: dict[str, str]) -> dict[str, object]:
        showing = self.service.showing
        problems = [{"severity": p.severity.value, "text": str(p)} for p in word.problems]
        page, article = asked.get("page", ""), asked.get("article", "")
        return {
            "number": word.number,
            "digest": showing.digest(page),
            "notes": showing.notes_digest(article) if article else "",
            "problems": problems,
            "publishing": word.publishing,
        }

    def _body(self) -> bytes:
        """The body of a request, if it is one that we read.

        Raises:
            Refusal: it is not; the connection ends, since what follows is unread.
        """
        self.close_connection = True
        length = self.headers.get("Content-Length", "")
        if urlsplit(self.path).path != f"/{FOLDER}notes":
            raise Refusal(HTTPStatus.METHOD_NOT_ALLOWED, "only notes are taken here")
        if not length.isdecimal() or self.headers.get("Transfer-Encoding") is not None:
            raise Refusal(HTTPStatus.LENGTH_REQUIRED, "how long is it?")
        if len(length) > len(str(LONGEST)) or int(length) > LONGEST:
            raise Refusal(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"more than {LONGEST} bytes")
        if self.headers.get_content_type() != JSON:
            raise Refusal(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, f"expected {JSON}")
        body = self.rfile.read(int(length))
        self.close_connection = False
        return body

    def _check_ours(self) -> None:
        """Nothing, when a page of ours asks; a page from elsewhere has another origin, and not the token."""
        if self.headers.get_all("Origin") != [f"http://{self.headers['Host']}"]:
            raise Refusal(HTTPStatus.FORBIDDEN, "asked from elsewhere")
        if self.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
            raise Refusal(HTTPStatus.FORBIDDEN, "asked from elsewhere")
        if not self._knows_token():
            raise Refusal(HTTPStatus.FORBIDDEN, "without the token")

    def _knows_token(self) -> bool:
        given = self.headers.get(TOKEN, "").encode("utf-8", "replace")
        return hmac.compare_digest(given, self.service.token.encode())


def _page(path: str) -> str:
    """The page at an address: a folder's is its index."""
    return f"{path}{INDEX}" if path.endswith("/") or not path else path
