"""``notes.jsonl``: the editor's notes and where each stands; drafts are in no output."""

from collections.abc import Iterator

from build_dossier.dossier import Dossier
from build_dossier.exports.placed import Placed, placed
from build_dossier.exports.record import Export, Row, message


def rows(dossier: Dossier) -> Iterator[Row]:
    """One object a note, in order of file and line; ``start`` and ``end`` are those of its first passage."""
    return map(_row, placed(dossier))


def _row(one: Placed) -> Row:
    note = one.note
    match = one.matches[0] if one.matches else None
    return {
        "id": note.id,
        "article": None if note.about is not None and not note.passages else note.article,
        "about": note.about,
        "file": note.file,
        "line": note.line,
        "kind": note.kind,
        "quote": note.passages[0].quote if note.passages else None,
        "status": one.status.value,
        "reason": None if match is None else match.reason.value,
        "score": None if match is None else match.score,
        "start": None if match is None else match.start,
        "end": None if match is None else match.end,
    }


EXPORT = Export(
    name="notes.jsonl",
    schema="notes.schema.json",
    about=message("The editor’s notes, their quotations and where they stand"),
    rows=rows,
)
