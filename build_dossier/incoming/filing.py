"""From incoming annotations to additions to the editor's files, each read back before it is given.

Comes in: annotations, the seeds, the annotation files that are there. Goes out: a ``Stub`` for each file that gains
notes, and a ``Problem`` for each annotation that is left out. An annotation whose words have no certain place is left
out, since the same file can be imported again when they have one, and adds then what it could not before; with
``keep_unplaced`` it becomes a note that is shown as unplaced.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from build_dossier.annotation import Note, read_annotations
from build_dossier.annotation.attributes import Attributes
from build_dossier.annotation.kinds import DEFAULT_KIND
from build_dossier.annotation.shelf import Shelf
from build_dossier.annotation.writing import write_note
from build_dossier.article import Seed
from build_dossier.dossier import TextFile
from build_dossier.errors import Problem, Severity
from build_dossier.incoming import Incoming
from build_dossier.incoming.addresses import article_of, by_address, own_article
from build_dossier.incoming.json_file import problem
from build_dossier.incoming.loose_json import shortened
from build_dossier.incoming.passages import LeftOutError, Passages, Place
from build_dossier.incoming.prose import as_read_back
from build_dossier.incoming.threads import entry, public_answers, threads
from build_dossier.scaffold import Stub, added, new_path

_HARMLESS = frozenset({"quote-without-note"})
"""What may be said of a note as it comes: it has tags and no words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """What an import comes to."""

    stubs: tuple[Stub, ...]
    """In order of path."""
    added: int
    """How many notes they hold together."""
    there: int
    """How many annotations were there already."""
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What the editor asks for."""

    file: str
    """How messages call the file of annotations."""
    article: str | None = None
    """The article of what does not say which it is about."""
    keep_unplaced: bool = False


def file_notes(
    incoming: Sequence[Incoming],
    wishes: Wishes,
    *,
    seeds: Sequence[Seed],
    files: Sequence[TextFile],
    kinds: Collection[str],
) -> Filing:
    """The additions that hold ``incoming`` as notes."""
    desk = _Desk(wishes, seeds, files, kinds)
    roots, answers = threads(incoming)
    known = {annotation.id for annotation in incoming} | desk.notes.keys()
    for annotation in roots:
        desk.take(annotation, answers)
    for parent, orphans in answers.items():
        if parent not in known:
            desk.leave_out(orphans[0], f"what it answers is neither in the file nor in the dossier ({len(orphans)})")
    return desk.filing()


@dataclass(slots=True, kw_only=True)
class _Sheet:
    """What one article's file gains."""

    whole: str | None = None
    blocks: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)


class _Desk:
    """Takes one annotation after another."""

    def __init__(
        self, wishes: Wishes, seeds: Sequence[Seed], files: Sequence[TextFile], kinds: Collection[str]
    ) -> None:
        read = read_annotations([(file.path, file.text) for file in files], seeds, kinds)
        self.notes: dict[str, Note] = {note.id: note for note in read.notes}
        self._wishes = wishes
        self._shelf = Shelf(seeds)
        self._files = {self._shelf.named(_stem(file.path)): file for file in reversed(files)}
        self._kinds = kinds
        self._addresses = by_address(read.corrections.values())
        self._passages = Passages(self._shelf.seeds, keep_unplaced=wishes.keep_unplaced)
        self._sheets: dict[str, _Sheet] = {}
        self._problems: list[Problem] = []
        self._nowhere: dict[str, int] = {}
        self._wordless = 0
        self._there = 0

    def take(self, annotation: Incoming, answers: Mapping[str, Sequence[Incoming]]) -> None:
        """Make a note of an annotation, or say why not."""
        replies = list(public_answers(annotation.id, answers, private=annotation.private))
        hidden = len(answers.get(annotation.id, ())) - sum(depth == 0 for depth, _ in replies)
        if hidden:
            self.leave_out(annotation, f"{hidden} of its answers, which not everybody could read, are left out")
        if annotation.id in self.notes:
            self._already(annotation, replies)
            return
        body = "\n\n".join(filter(None, [annotation.body.strip("\n"), "\n".join(entry(*reply) for reply in replies)]))
        if not body.strip() and not annotation.tags and not annotation.classes:
            self._wordless += 1
            return
        articles = [self._article(target.sources) for target in annotation.targets]
        if None in articles:
            return
        try:
            places = self._passages.places(annotation, [article for article in articles if article is not None])
            self._file(annotation, places, body)
        except LeftOutError as error:
            self.leave_out(annotation, str(error), error.hint)

    def leave_out(self, annotation: Incoming, why: str, hint: str | None = None) -> None:
        """Say that something is not imported."""
        message = f"{shortened(annotation.name)}: {why}"
        self._problems.append(problem(self._wishes.file, "import-left-out", message, hint))

    def filing(self) -> Filing:
        """What has come together."""
        stubs = {article: self._stub(article, sheet) for article, sheet in sorted(self._sheets.items())}
        whole = {article: stub for article, stub in stubs.items() if stub is not None}
        return Filing(
            stubs=tuple(whole.values()),
            added=sum(len(self._sheets[article].ids) for article in whole),
            there=self._there,
            problems=(*self._problems, *self._passages.doubts(self._wishes.file), *self._summary()),
        )

    def _already(self, annotation: Incoming, replies: Sequence[tuple[int, Incoming]]) -> None:
        note = self.notes[annotation.id]
        article = next((own_article(source) for target in annotation.targets for source in target.sources), None)
        if annotation.ours and article not in {None, note.article}:
            self.leave_out(annotation, f"another note has the id #{note.id}, {note.file}:{note.line}")
            return
        self._there += 1
        for _, reply in replies:
            if reply.body.strip() and reply.body.strip().split("\n")[0] in note.body:
                self._there += 1
            elif reply.body.strip():
                self.leave_out(
                    reply, f"it answers a note that is there already, {note.file}:{note.line}", "add it there"
                )

    def _article(self, sources: Sequence[str]) -> str | None:
        """The article of the addresses, else the one that the editor names; ``None`` is noted."""
        found = article_of(sources, self._addresses, self._shelf.seeds) or self._wishes.article
        if found is None:
            address = shortened(sources[0]) if sources else "nowhere"
            self._nowhere[address] = self._nowhere.get(address, 0) + 1
        return found

    def _file(self, annotation: Incoming, places: Sequence[Place], body: str) -> None:
        """Write the note, read it back, and put it where it belongs."""
        article = places[0].article
        kind = next((name for name in annotation.classes if name in self._kinds), None)
        tags = (*(name for name in annotation.classes if name != kind), *annotation.tags)
        attributes = Attributes(
            kind=kind or DEFAULT_KIND,
            author=annotation.author,
            date=annotation.date,
            tags=tuple(dict.fromkeys(tags)),
            id=annotation.id,
            draft=annotation.private,
        )
        quotations = [place.quotation(first=index == 0) for index, place in enumerate(places) if place.words]
        seeds = [self._shelf.seeds[place.article] for place in places]
        text = as_read_back(
            lambda prose: write_note(quotations, attributes, prose),
            body,
            lambda written, prose: self._stands(written, prose, attributes, places, seeds),
        )
        if text is None:
            raise LeftOutError("its words would not be read as they are", "write the note by hand")
        self._keep(annotation, article, text, whole=not quotations)

    def _stands(
        self, text: str, body: str, attributes: Attributes, places: Sequence[Place], seeds: Sequence[Seed]
    ) -> bool:
        """Whether a written note is read as just that note, at just those places."""
        read = read_annotations([(new_path(seeds[0]), text)], list(dict.fromkeys(seeds)), self._kinds)
        if len(read.notes) != 1 or any(problem.code not in _HARMLESS for problem in read.problems):
            return False
        (note,) = read.notes
        same = (note.id, note.body, note.draft) == (attributes.id, body, attributes.draft)
        return same and self._passages.stand(note, places)

    def _keep(self, annotation: Incoming, article: str, text: str, *, whole: bool) -> None:
        sheet = self._sheets.get(article, _Sheet())
        if whole:
            if sheet.whole is not None or any(note.article == article for note in self.notes.values()):
                why = f"it is on the whole of {article}, whose file has notes already"
                raise LeftOutError(why, "write it before the first “>” there")
            sheet.whole = text
        else:
            sheet.blocks.append(text)
        sheet.ids.append(annotation.id)
        self._sheets[article] = sheet

    def _stub(self, article: str, sheet: _Sheet) -> Stub | None:
        """The addition to a file, after which it holds what it held and the new notes, or nothing."""
        seed, file = self._shelf.seeds[article], self._files.get(article)
        text = "\n".join(([] if sheet.whole is None else [sheet.whole]) + sheet.blocks)
        stub = Stub(path=new_path(seed), text=text, after=None) if file is None else added(file, text)
        before = "" if file is None else file.text
        old = read_annotations([(stub.path, before)], [seed], self._kinds).notes
        new = read_annotations([(stub.path, before + stub.text)], [seed], self._kinds).notes
        bodies = [(note.id, note.body) for note in new]
        kept = bodies[: len(old)] == [(note.id, note.body) for note in old]
        if kept and sorted(name for name, _ in bodies[len(old) :]) == sorted(sheet.ids):
            return stub
        message = f"{stub.path} ends in something that notes cannot follow: {len(sheet.ids)} left out"
        self._problems.append(problem(self._wishes.file, "import-left-out", message, "end it with a paragraph"))
        return None

    def _summary(self) -> Iterator[Problem]:
        """One line for each address that is no article's, and one for all that says nothing."""
        for address, count in self._nowhere.items():
            message = f"{count} of {address}: no article’s source_url or archive_url"
            yield problem(self._wishes.file, "import-no-article", message, "--article ID names the article")
        if self._wordless:
            message = f"{self._wordless} without a word or a tag, left out"
            yield problem(self._wishes.file, "import-wordless", message, severity=Severity.WARNING)


def _stem(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".md")
