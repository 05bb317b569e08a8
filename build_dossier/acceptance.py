"""The command ``accept`` as a terminal sees it: where notes stand now is where they belong.

Comes in: the folders and the ids of notes. Goes out: a line for every passage that was accepted.
"""

from collections.abc import Iterator

from build_dossier.annotation.remembering import Accepted
from build_dossier.build import Build
from build_dossier.disk import FolderError
from build_dossier.edition import Folders, accept_places
from build_dossier.progress import Progress

_SHOWN = 100


def run_accept(folders: Folders, progress: Progress, note: str | None) -> str:
    """What was accepted, as text.

    Raises:
        FolderError: no note has that id.
    """
    accepted, built = accept_places(folders, progress, () if note is None else (note,))
    if note is not None and note not in {one.id for one in built.dossier.notes}:
        raise FolderError(f"no note is called {note}; make check lists those that have moved")
    lines = list(_lines(accepted, built))
    count = f"{len(lines)} passage{'s' * (len(lines) != 1)} accepted"
    return "\n".join([*lines, count if lines else "nothing has moved or changed: there is nothing to accept"])


def _lines(accepted: tuple[Accepted, ...], built: Build) -> Iterator[str]:
    texts = {seed.id: seed for seed in built.dossier.seeds}
    for one in accepted:
        seed = texts[one.passage.article]
        words = " ".join(one.match.span.of(seed.text).split())
        line = seed.text.count("\n", 0, one.match.start) + 1
        what = f"{one.match.reason.value.lower()} ({one.match.score:.0%})"
        shown = words if len(words) <= _SHOWN else words[:_SHOWN].rstrip() + " …"
        yield f"{one.note.file}:{one.passage.line}: {one.note.id} {what}: “{shown}” seeds/{seed.name}:{line}"
