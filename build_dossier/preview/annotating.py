"""«Annotate» in the preview: from what a page sends to a note at the end of the right file, or a refusal.

Comes in: the body of a request, the edition on show, the folder ``docs``. Goes out: the bytes of an answer with its
status. This is the one place of the preview that writes among the editor's files: a new file, or an addition to one
that is what it was when the page was made. No path comes from the request: an article is looked up by its id.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from itertools import islice
from pathlib import Path
from typing import Any
from urllib.parse import quote

from build_dossier.article import Seed
from build_dossier.disk import FolderError, append, create
from build_dossier.exports.record import message
from build_dossier.fidelity import words_only
from build_dossier.preview.showing import Edition, Showing
from build_dossier.preview.wording import Wording
from build_dossier.scaffold import RefusedError, Stub, passage_stub
from build_dossier.text.span import Span

LONGEST = 64 * 1024
"""Bytes of a request: a quotation of some pages."""

FIELDS: Mapping[str, type] = {"article": str, "start": int, "end": int, "words": str, "digest": str, "day": str}

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the page is told."""

    status: HTTPStatus
    values: Mapping[str, object]


class Refusal(Exception):  # noqa: N818  # it is an answer
    """Nothing is written; the reason is the page's to show."""

    def __init__(self, status: HTTPStatus, why: str, **values: object) -> None:
        super().__init__(why)
        self._status = status
        self._why = why
        self._values = values

    def answer(self, wording: Wording) -> Answer:
        """What the page is told, in its language."""
        return Answer(status=self._status, values={"error": wording.said(self._why, **self._values)})


def annotate(body: bytes, showing: Showing, docs: Path) -> Answer:
    """Writes the note that ``body`` asks for, as JSON: see ``FIELDS``.

    ``start`` and ``end`` count the code points of the article's own words that are neither white space nor control
    characters: what browser and text have in common. ``words`` are the words between, ``digest`` that of the
    annotation file as the page knows it.

    Raises:
        Refusal: nothing was written.
    """
    asked = _asked(body)
    edition = showing.edition
    seed = None if edition is None else next((s for s in edition.built.dossier.seeds if s.id == asked["article"]), None)
    if edition is None or seed is None:
        raise Refusal(HTTPStatus.NOT_FOUND, message("there is no such article."))
    _check_unchanged(asked, edition, showing)
    span = _span(seed, edition, asked)
    try:
        stub = passage_stub(
            seed.id, span, day=asked["day"], seeds=edition.built.dossier.seeds, files=edition.sources.annotations
        )
    except RefusedError as error:
        raise Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, "%(reason)s.", reason=error) from None
    path = docs / stub.path.removeprefix("docs/")
    _write(path, stub)
    return Answer(status=HTTPStatus.CREATED, values=_told(path, stub))


def _asked(body: bytes) -> dict[str, Any]:
    try:
        asked = json.loads(body)
    except (ValueError, RecursionError):
        raise Refusal(HTTPStatus.BAD_REQUEST, "this is no JSON") from None
    if not isinstance(asked, dict) or asked.keys() != FIELDS.keys():
        raise Refusal(HTTPStatus.BAD_REQUEST, f"expected {', '.join(FIELDS)}")
    if any(type(asked[name]) is not kind for name, kind in FIELDS.items()):
        raise Refusal(HTTPStatus.BAD_REQUEST, "a value of another kind than expected")
    if _DAY.fullmatch(asked["day"]) is None:
        raise Refusal(HTTPStatus.BAD_REQUEST, "the day is no date")
    return asked


def _check_unchanged(asked: Mapping[str, Any], edition: Edition, showing: Showing) -> None:
    known = edition.built.dossier.annotation_files.get(asked["article"], "")
    if known in edition.broken:
        why = message("%(file)s cannot be read as it is now: mend it first.")
        raise Refusal(HTTPStatus.CONFLICT, why, file=known)
    if asked["digest"] != showing.notes_digest(asked["article"]):
        why = message("the notes have changed since this page was made: look again, then annotate.")
        raise Refusal(HTTPStatus.CONFLICT, why)


def _span(seed: Seed, edition: Edition, asked: Mapping[str, Any]) -> Span:
    """Where in the seed the words stand that the page counted."""
    prefix = len(seed.text) - len(edition.texts[f"articles/{seed.id}/index.html"])
    start, end = asked["start"], asked["end"]
    places = tuple(islice(_counted(seed.text, prefix), max(start, 0), max(start, end, 0)))
    if not 0 <= start < end or len(places) != end - start:
        raise Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, message("the article has no such place."))
    span = Span(start=places[0], end=places[-1] + 1)
    if words_only(span.of(seed.text)) != words_only(asked["words"]):
        raise Refusal(HTTPStatus.CONFLICT, message("the article has changed since this page was made."))
    return span


def _counted(text: str, start: int) -> Iterator[int]:
    """The offsets, from ``start`` on, of the characters that both sides count."""
    return (at for at in range(start, len(text)) if words_only(text[at]))


def _write(path: Path, stub: Stub) -> None:
    try:
        if stub.after is None:
            create(path, stub.text)
        else:
            append(path, stub.after, stub.text)
    except FileExistsError:
        why = message("%(file)s has been made meanwhile: look again, then annotate.")
        raise Refusal(HTTPStatus.CONFLICT, why, file=stub.path) from None
    except (FolderError, FileNotFoundError):
        why = message("%(file)s has changed meanwhile: look again, then annotate.")
        raise Refusal(HTTPStatus.CONFLICT, why, file=stub.path) from None
    except OSError as error:
        why = message("%(file)s cannot be written (%(error)s).")
        raise Refusal(HTTPStatus.INTERNAL_SERVER_ERROR, why, file=stub.path, error=error.strerror) from None


def _told(path: Path, stub: Stub) -> dict[str, object]:
    """Where the note stands, for the page to show."""
    editor = f"vscode://file{quote(str(path.resolve()))}:{stub.line}"
    return {"file": stub.path, "line": stub.line, "note": stub.note, "editor": editor}
