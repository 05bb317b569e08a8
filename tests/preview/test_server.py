"""Requests to the preview: what is answered, and what is refused without a byte being written."""

import http.client
import json
import re
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from previewed import TEXT, files_of, session_of, write_project

from build_dossier.preview.annotating import LONGEST
from build_dossier.preview.server import Preview, Service
from build_dossier.preview.session import Session
from build_dossier.preview.static import serving

WORDS = "Роботи почнуть восени"


@dataclass
class Served:
    """A preview that answers, and what its pages know."""

    port: int
    token: str
    session: Session
    project: Path

    def ask(
        self, method: str, path: str, headers: Mapping[str, str] | None = None, body: bytes | None = None
    ) -> tuple[int, bytes, Mapping[str, str]]:
        """Status, body and headers of an answer; headers are sent just as given."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        given = {"Host": f"127.0.0.1:{self.port}", **(headers or {})}
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        for name, value in given.items():
            if value:
                connection.putheader(name, value)
        connection.endheaders(body)
        answer = connection.getresponse()
        data = answer.read()
        connection.close()
        return answer.status, data, dict(answer.headers)

    def annotate(self, asked: object, **headers: str) -> tuple[int, dict[str, object]]:
        """Status and answer to a request such as a page of ours sends, but for ``headers`` (empty: left out)."""
        body = asked if isinstance(asked, bytes) else json.dumps(asked).encode()
        sent = {
            "Origin": f"http://127.0.0.1:{self.port}",
            "Content-Type": "application/json",
            "Content-Length": str(len(body)),
            "X-Dossier-Token": self.token,
            **{name.replace("_", "-"): value for name, value in headers.items()},
        }
        status, data, _ = self.ask("POST", "/.preview/notes", sent, body)
        return status, json.loads(data)

    def passage(self, words: str = WORDS, nth: int = 0, **other: object) -> dict[str, object]:
        """What a page sends for the n-th place of some words of the first article."""
        squeezed, wanted = "".join(TEXT.split()), "".join(words.split())
        start = [found.start() for found in re.finditer(re.escape(wanted), squeezed)][nth]
        digest = self.session.showing.notes_digest("mist")
        asked = {"article": "mist", "start": start, "end": start + len(wanted), "words": words, "digest": digest}
        return {**asked, "day": "2026-01-31", **other}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two articles, one of them with a note."""
    return write_project(tmp_path_factory.mktemp("project"))


@pytest.fixture(scope="module")
def session(project: Path) -> Session:
    """The project on show, not published."""
    made = session_of(project)
    made.refresh()
    return made


@pytest.fixture(scope="module")
def served(session: Session, project: Path) -> Iterator[Served]:
    """The project at an address."""
    service = Service(showing=session.showing, docs=project / "docs")
    with serving(project / "site", 0, Preview, service=service) as address:
        port = urlsplit(address).port
        assert port is not None
        yield Served(port=port, token=service.token, session=session, project=project)


def test_a_page_has_the_script_and_is_else_as_published(served: Served):
    """One element before its end, with what the script must know."""
    status, html, headers = served.ask("GET", "/articles/mist/")

    assert status == 200
    assert html.count(b"dossier-preview") == 1
    assert served.token.encode() in html
    assert re.sub(rb"<script [^>]*dossier-preview[^>]*></script>", b"", html) == served.session.showing.page(
        "articles/mist/index.html"
    )
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert not any(name.startswith("Access-Control") for name in headers)


@pytest.mark.parametrize(
    ("path", "status", "kind"),
    [
        pytest.param("/", 200, "text/html; charset=utf-8", id="front page"),
        pytest.param("/articles/mist", 301, None, id="a folder without its slash"),
        pytest.param("/articles/", 200, "text/html; charset=utf-8", id="index"),
        pytest.param("/data/notes.jsonl", 200, None, id="data"),
        pytest.param("/assets/stylesheets/article.css", 200, "text/css", id="theme"),
        pytest.param("/.preview/preview.js", 200, "text/javascript; charset=utf-8", id="script"),
        pytest.param("/.preview/session.py", 404, None, id="no other file of ours"),
        pytest.param("/.preview/../session.py", 404, None, id="no way out of it"),
        pytest.param("/articles/nowhere/", 404, "text/html; charset=utf-8", id="no such article"),
        pytest.param("/..%2f..%2fdocs/annotations/mist.md", 404, None, id="out of the site"),
        pytest.param("/../docs/annotations/mist.md", 404, None, id="out of the site, plainly"),
        pytest.param("/.preview/changes", 403, "application/json", id="changes without the token"),
        pytest.param("/.preview/notes", 405, "application/json", id="notes are not read"),
    ],
)
def test_what_is_answered(served: Served, path: str, status: int, kind: str | None):
    """Pages, data and the theme's files; nothing else of this machine."""
    found, body, headers = served.ask("GET", path)

    assert found == status
    assert kind is None or headers["Content-Type"] == kind
    assert "A first note." not in body.decode("utf-8", "replace") or status == 200


@pytest.mark.parametrize(
    "host", ["", "evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "[::1]:{port}"]
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_another_hosts_name_is_refused(served: Served, host: str, method: str):
    """A page of a name that leads here by rebinding gets nothing, whatever it asks."""
    status, body, _ = served.ask(method, "/articles/mist/", {"Host": host.format(port=served.port)}, b"")

    assert status == 421
    assert served.token.encode() not in body


def test_this_machines_other_name_will_do(served: Served):
    """Whoever types ``localhost`` gets the page."""
    assert served.ask("GET", "/", {"Host": f"localhost:{served.port}"})[0] == 200


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        pytest.param({"Origin": ""}, 403, id="no origin"),
        pytest.param({"Origin": "null"}, 403, id="a sandboxed frame"),
        pytest.param({"Origin": "http://evil.example"}, 403, id="another origin"),
        pytest.param({"Origin": "http://127.0.0.1:1"}, 403, id="another port"),
        pytest.param({"Origin": "https://127.0.0.1"}, 403, id="another scheme"),
        pytest.param({"Sec_Fetch_Site": "cross-site"}, 403, id="the browser says from elsewhere"),
        pytest.param({"X_Dossier_Token": ""}, 403, id="no token"),
        pytest.param({"X_Dossier_Token": "x" * 32}, 403, id="another token"),
        pytest.param({"X_Dossier_Token": "\u00e9"}, 403, id="a token that is no ASCII"),
        pytest.param({"Content_Type": "text/plain"}, 415, id="a form could send it"),
        pytest.param({"Content_Length": ""}, 411, id="no length"),
        pytest.param({"Content_Length": "-1"}, 411, id="a length below nothing"),
        pytest.param({"Content_Length": "", "Transfer_Encoding": "chunked"}, 411, id="chunked"),
        pytest.param({"Content_Length": str(LONGEST + 1)}, 413, id="too long"),
        pytest.param({"Content_Length": "9" * 5000}, 413, id="a number that is too long"),
    ],
)
def test_a_request_from_elsewhere_writes_nothing(served: Served, headers: dict[str, str], status: int):
    """Whatever a page of another origin can send is refused."""
    before = files_of(served.project / "docs")
    found, answer = served.annotate(served.passage(), **headers)

    assert (found, "error" in answer) == (status, True)
    assert files_of(served.project / "docs") == before


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        pytest.param({"article": "../../etc/passwd"}, 404, id="a path"),
        pytest.param({"article": "mist\0"}, 404, id="a zero"),
        pytest.param({"article": "mis"}, 404, id="a beginning of an id"),
        pytest.param({"article": ""}, 404, id="no id"),
        pytest.param({"digest": "0" * 16}, 409, id="stale"),
        pytest.param({"digest": ""}, 409, id="as if there were no file"),
        pytest.param({"words": "інші слова"}, 409, id="words that are not there"),
        pytest.param({"start": -1}, 422, id="before the text"),
        pytest.param({"end": 10**12}, 422, id="beyond the text"),
        pytest.param({"start": 9, "end": 9}, 422, id="no words"),
        pytest.param({"start": "0"}, 400, id="a string for a number"),
        pytest.param({"start": True}, 400, id="a truth for a number"),
        pytest.param({"words": None}, 400, id="nothing for words"),
        pytest.param({"day": "2026-01-31 }\n\n> x"}, 400, id="a day that would be markup"),
        pytest.param({"day": "٢٠٢٦-٠١-٣١"}, 400, id="other digits"),
        pytest.param({"path": "/x"}, 400, id="a path of its own"),
    ],
)
def test_what_cannot_be_meant_writes_nothing(served: Served, changed: dict[str, object], status: int):
    """A passage that is not there, a file that is another by now, a value of another kind."""
    before = files_of(served.project)
    found, answer = served.annotate({**served.passage(), **changed})

    assert (found, "error" in answer) == (status, True)
    assert files_of(served.project) == before


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b"\xff", b"[" * 60_000, b'{"article": "mist"}'])
def test_what_is_no_request_writes_nothing(served: Served, body: bytes):
    """Neither empty nor endless nor broken JSON does harm."""
    before = files_of(served.project)

    assert served.annotate(body)[0] == 400
    assert files_of(served.project) == before


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS"])
def test_other_methods_are_refused(served: Served, method: str):
    """Also the question of another origin whether it may ask."""
    status, _, headers = served.ask(method, "/.preview/notes", {"Origin": "http://evil.example"})

    assert status == 405
    assert not any(name.startswith("Access-Control") for name in headers)


def test_a_post_to_elsewhere_is_refused(served: Served):
    """Only notes are taken."""
    assert served.ask("POST", "/articles/mist/", {"Content-Length": "0"})[0] == 405


def test_who_waits_is_told_of_a_change(served: Served):
    """A question is answered once something has changed, with all that a page must know."""
    number = served.session.showing.word().number
    asked = f"/.preview/changes?page=articles/mist/index.html&article=mist&seen={number}"
    threading.Timer(0.3, lambda: served.session.showing.publishing("soon")).start()
    began = time.monotonic()
    status, body, _ = served.ask("GET", asked, {"X-Dossier-Token": served.token})
    answer = json.loads(body)

    assert (status, answer["publishing"], answer["number"]) == (200, "soon", number + 1)
    assert time.monotonic() - began < 20
    assert answer["notes"] == served.session.showing.notes_digest("mist")


def test_a_broken_file_is_told_and_not_added_to(served: Served):
    """The page stays as it was, with an error; what is broken is not annotated; mended all is well."""
    file = served.project / "docs/annotations/mist.md"
    good = file.read_bytes()
    file.write_bytes(b"---\ntitle: x\n" + good)
    served.session.refresh()
    _, html, _ = served.ask("GET", "/articles/mist/")
    word = served.session.showing.word()

    assert b"A first note." in html
    assert [str(problem).partition(" (")[0] for problem in word.problems] == [
        "docs/annotations/mist.md:1: the front matter is not closed: a line with only `---` is missing"
    ]
    assert "wait" in word.publishing
    assert served.annotate(served.passage())[0] == 409
    file.write_bytes(good)
    served.session.refresh()
    assert served.session.showing.word().problems == ()


def test_a_mistake_of_the_program_ends_nothing(served: Served, monkeypatch: pytest.MonkeyPatch):
    """A build that fails is told and the last pages stay; a page that fails says so itself, and waits to be made."""
    session = served.session
    with monkeypatch.context() as broken:
        broken.setattr(session._desk, "build", lambda *_: {}["nowhere"])
        session.refresh()
        (problem,) = session.showing.word().problems
        assert "KeyError" in problem.message
        assert served.ask("GET", "/articles/mist/")[0] == 200
    session.refresh()
    with monkeypatch.context() as broken:
        broken.setattr(session.showing._press, "page", lambda *_: {}["<nowhere>"])
        status, body, _ = served.ask("GET", "/people/")

    assert (status, session.showing.word().problems) == (500, ())
    assert b"&lt;nowhere&gt;" in body
    assert b'data-digest=""' in body
    assert b'data-digest=""' in served.ask("GET", "/articles/later/")[1]


def test_a_note_is_added_and_another_page_must_look_again(served: Served):
    """The note stands at the end of its file, told from the same words elsewhere; the same request again is stale."""
    file = served.project / "docs/annotations/mist.md"
    before, asked = file.read_text(), served.passage(nth=1)
    status, answer = served.annotate(asked)
    after = file.read_text()

    assert status == 201
    assert after.startswith(before)
    assert (answer["file"], answer["line"]) == ("docs/annotations/mist.md", 5)
    assert "==Роботи почнуть восени==" in after.splitlines()[4]
    assert served.annotate(asked)[0] == 409
    served.session.refresh()
    assert served.annotate(asked)[0] == 409
    (anchor,) = (a for a in served.session.showing.edition.built.dossier.anchors if a.note.id == answer["note"])  # type: ignore[union-attr]
    assert anchor.matches[0].start == TEXT.rindex(WORDS)
    assert file.read_text() == after


def test_a_first_note_makes_the_file(served: Served):
    """An article without notes gets a file of its id; one that was made meanwhile is left alone."""
    file = served.project / "docs/annotations/rika.md"
    asked = {"article": "rika", "start": 0, "end": 4, "words": "Ріка", "digest": "", "day": "2026-01-31"}
    file.write_text("Somebody was quicker.\n")
    assert served.annotate(asked)[0] == 409
    file.unlink()
    status, answer = served.annotate(asked)

    assert (status, answer["file"], answer["line"]) == (201, "docs/annotations/rika.md", 1)
    assert file.read_text().startswith("> ==Ріка==")
