"""``annotations.csv``: the notes as a table for spreadsheets (RFC 4180).

It begins with a byte order mark: without one Excel takes UTF-8 for the code page of the machine, and Cyrillic becomes
noise; every other reader drops the mark (in Python: ``encoding="utf-8-sig"``). A cell that a spreadsheet would take for
a formula is shown as text by an apostrophe before it.
"""

from collections.abc import Sequence

from build_dossier.dossier import Dossier
from build_dossier.exports.placed import Placed, placed
from build_dossier.exports.record import Document, message

COLUMNS = (
    "id",
    "article",
    "title",
    "kind",
    "status",
    "quote",
    "note",
    "author",
    "date",
    "tags",
    "second_article",
    "second_quote",
    "start",
    "end",
    "file",
    "line",
)
# OWASP, “CSV Injection”: a formula begins with one of these, the wide forms of East Asian keyboards among them.
_FORMULA = tuple("=+-@\t\r\n＝＋－＠|%")


def table(dossier: Dossier) -> str:
    """One line a note in order of file and line, below the names of the columns."""
    titles = {linked.reading.article.id: linked.reading.article.title.text for linked in dossier.readings}
    rows = [COLUMNS, *(_row(one, titles.get(one.note.article, "")) for one in placed(dossier))]
    return "".join(",".join(map(_cell, row)) + "\r\n" for row in rows)


def _row(one: Placed, title: str) -> Sequence[str]:
    note = one.note
    second = note.passages[1] if len(note.passages) > 1 else None
    match = one.matches[0] if one.matches else None
    return (
        note.id,
        note.article,
        title,
        note.kind,
        one.status.value,
        note.passages[0].quote if note.passages else "",
        note.body,
        note.author or "",
        note.date or "",
        ", ".join(note.tags),
        "" if second is None else second.article,
        "" if second is None else second.quote,
        "" if match is None else str(match.start),
        "" if match is None else str(match.end),
        note.file,
        str(note.line),
    )


def _cell(value: str) -> str:
    """The value in quotation marks; as text where a spreadsheet would reckon."""
    shown = f"'{value}" if value.lstrip(" ").startswith(_FORMULA) else value
    return '"' + shown.replace('"', '""').replace("\0", "") + '"'


DOCUMENT = Document(
    name="annotations.csv",
    schema=None,
    about=message("The notes as a table for spreadsheets"),
    data=lambda dossier: ("\ufeff" + table(dossier)).encode(),
)
