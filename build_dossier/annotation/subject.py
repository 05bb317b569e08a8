"""Notes on a person, a place, an organisation, an event or a date: a file of ``docs/annotations/`` named by its id.

Comes in: the files that are named for no article, and what else has an id. Goes out: their notes with what they are
about, and a ``Problem`` for every file that is about nothing there is.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from build_dossier.annotation import Anchor, Elsewhere, Note
from build_dossier.errors import Problem, Severity
from build_dossier.text.likeness import nearest


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """The notes, once it is known what all of them are about."""

    notes: tuple[Note, ...]
    """All of them, in the order given."""
    whole: tuple[Anchor, ...]
    """Those on a thing as a whole, drafts left out: they have their place already."""
    problems: tuple[Problem, ...]

    @property
    def to_place(self) -> tuple[Note, ...]:
        """Those whose passages are still to be found."""
        placed = {id(anchor.note) for anchor in self.whole}
        return tuple(note for note in self.notes if id(note) not in placed)


def settle(
    notes: Sequence[Note], files: Sequence[Elsewhere], subjects: Mapping[str, str], articles: Iterable[str]
) -> Settled:
    """The notes with what they are about.

    Args:
        notes: All notes.
        files: The files that are named for no article.
        subjects: Every id of a person, place, organisation, event or date, old ones too, to the one that it is now.
        articles: Ids of the articles, for hints.
    """
    about = {file.path: subjects[file.name] for file in files if file.name in subjects}
    settled = tuple(_about(note, about[note.file]) if note.file in about else note for note in notes)
    whole = (note for note in settled if note.about is not None and not note.passages and not note.draft)
    known = (*articles, *subjects)
    return Settled(
        notes=settled,
        whole=tuple(Anchor(note=note, matches=()) for note in whole),
        problems=tuple(
            problem
            for file in files
            for problem in (_of_thing(file, settled) if file.path in about else _of_nothing(file, known))
        ),
    )


def _about(note: Note, subject: str) -> Note:
    """A note on a thing; with a passage it stands in the article of that passage too."""
    article = note.passages[0].article if note.passages else note.article
    return replace(note, about=subject, article=article)


def _of_nothing(file: Elsewhere, ids: Iterable[str]) -> Iterator[Problem]:
    meant = nearest(file.name, ids)
    message = f"a file about an absent article: no seed and no page is called “{file.name}”"
    hint = f"perhaps {meant}" if meant is not None else None
    yield _problem("absent-article", file.path, None, message, hint)


def _of_thing(file: Elsewhere, notes: Iterable[Note]) -> Iterator[Problem]:
    """What only the file of an article can have."""
    if file.corrects:
        message = "only an article is corrected here; the front matter does nothing"
        hint = "people, places and organisations have docs/entities, events docs/events"
        yield _problem("nothing-to-correct", file.path, 1, message, hint)
    for note in notes:
        for passage in note.passages:
            if note.file == file.path and not note.draft and passage.article == file.name:
                message = "a quotation that does not say from which article it is"
                hint = "> [[article]] words of it"
                yield _problem("passage-without-article", file.path, passage.line, message, hint)


def _problem(code: str, file: str, line: int | None, message: str, hint: str | None) -> Problem:
    severity = Severity.WARNING if line is None else Severity.ERROR
    return Problem(severity=severity, code=code, file=file, line=line, message=message, hint=hint)
