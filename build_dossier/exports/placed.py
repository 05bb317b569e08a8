"""The published notes and what became of each: what every file of notes is made from."""

from collections.abc import Iterator
from dataclasses import dataclass

from build_dossier.annotation import Anchor, Note, Orphan, Status
from build_dossier.dossier import Dossier
from build_dossier.text.locate import Match


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A note that is no draft, and where it stands."""

    note: Note
    status: Status
    matches: tuple[Match, ...]
    """Parallel to the note's passages; empty unless all were found."""


def placed(dossier: Dossier) -> Iterator[Placed]:
    """Every note in order of file and line."""
    outcomes: dict[int, Anchor | Orphan] = {id(anchor.note): anchor for anchor in dossier.anchors}
    outcomes |= {id(orphan.note): orphan for orphan in dossier.orphans}
    for note in dossier.notes:
        outcome = outcomes[id(note)]
        if isinstance(outcome, Orphan):
            yield Placed(note=note, status=outcome.status, matches=())
        else:
            yield Placed(note=note, status=Status.FOUND if note.passages else Status.WHOLE, matches=outcome.matches)
