"""``notes.jsonl``: the editor's notes and where each stands; drafts are in no output."""

from collections.abc import Iterator

from build_dossier.annotation import Anchor, Note, Orphan, Status
from build_dossier.dossier import Dossier
from build_dossier.exports.record import Export, Row, message


def rows(dossier: Dossier) -> Iterator[Row]:
    """One object a note, in order of file and line; ``start`` and ``end`` are those of its first passage."""
    outcomes: dict[int, Anchor | Orphan] = {id(anchor.note): anchor for anchor in dossier.anchors}
    outcomes |= {id(orphan.note): orphan for orphan in dossier.orphans}
    for note in dossier.notes:
        yield _row(note, outcomes[id(note)])


def _row(note: Note, outcome: Anchor | Orphan) -> Row:
    match = outcome.matches[0] if isinstance(outcome, Anchor) and outcome.matches else None
    return {
        "id": note.id,
        "article": note.article,
        "file": note.file,
        "line": note.line,
        "kind": note.kind,
        "quote": note.passages[0].quote if note.passages else None,
        "status": _status(note, outcome).value,
        "reason": None if match is None else match.reason.value,
        "score": None if match is None else match.score,
        "start": None if match is None else match.start,
        "end": None if match is None else match.end,
    }


def _status(note: Note, outcome: Anchor | Orphan) -> Status:
    if isinstance(outcome, Orphan):
        return outcome.status
    return Status.FOUND if note.passages else Status.WHOLE


EXPORT = Export(
    name="notes.jsonl",
    schema="notes.schema.json",
    about=message("The editor’s notes, their quotations and where they stand"),
    rows=rows,
)
