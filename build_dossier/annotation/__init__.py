"""The editor's notes: from ``docs/annotations/*.md`` to corrections and ``Note``s.

Comes in: Markdown files and the seeds. Goes out: corrections for ``article``, notes for ``anchor`` to place, and a
``Problem`` for every mistake. A mistake never loses a note: it stays with what can be used. What is said of a draft
names its file and line, and none of its words, since problems are published.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from build_dossier.annotation.attributes import Attributes, read_attributes
from build_dossier.annotation.correction import read_correction, read_front
from build_dossier.annotation.format import Quoted, RawNote, read_body
from build_dossier.annotation.ids import assign_ids, derived_id
from build_dossier.annotation.shelf import Shelf, stem
from build_dossier.annotation.signing import signed
from build_dossier.annotation.word_correction import WordCorrection, read_word_corrections
from build_dossier.article import Correction, Seed
from build_dossier.errors import Problem, Severity
from build_dossier.text.locate import Match, TextQuoteSelector
from build_dossier.text.span import Span
from build_dossier.wikilink import LinkUse, link_uses


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One quoted passage of a note."""

    article: str
    selector: TextQuoteSelector
    until: TextQuoteSelector | None
    """The second stretch of an abridged quotation (`` … ``): the passage runs from the first to the end of this."""
    quote: str
    """The quotation as the editor wrote it, without ``==`` marks."""
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One note of the editor's."""

    id: str
    """``#id`` of the attribute line, else the first 8 hex digits of sha256(article id, folded quotation)."""
    article: str
    """The article whose file holds the note, else that of its first passage, else what the file is named for."""
    passages: tuple[Passage, ...]
    """None (a note on the article as a whole), one, or two; the first lies in ``article``."""
    kind: str
    author: str | None
    date: str | None
    tags: tuple[str, ...]
    body: str
    """Markdown, the editor's."""
    draft: bool
    file: str
    line: int
    about: str | None = None
    """Id of the person, place, organisation, event or date that the file is named for, when it is for no article."""


class Status(Enum):
    """What became of a note's quotation."""

    FOUND = "FOUND"
    AMBIGUOUS = "AMBIGUOUS"
    ORPHANED = "ORPHANED"
    WHOLE = "WHOLE"
    """A note on the article as a whole: nothing to find."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A note whose passages were all found; ``matches`` is parallel to ``note.passages``."""

    note: Note
    matches: tuple[Match, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Orphan:
    """A note with a passage that was not found, or could be meant in several places."""

    note: Note
    status: Status
    """``ORPHANED`` or ``AMBIGUOUS``."""
    nearest: Span | None
    """The likest passage of ``note.article``."""
    candidates: tuple[Match, ...]
    """The places meant when ambiguous."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """A file that is named for no article: perhaps for something else that has an id."""

    path: str
    name: str
    """Without its folder and suffix."""
    corrects: bool
    """Whether its front matter corrects anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotations:
    """All that the annotation files say."""

    corrections: Mapping[str, Correction]
    """By article id; only for articles that exist."""
    word_corrections: tuple[WordCorrection, ...]
    """What is said of quoted words of the same articles."""
    notes: tuple[Note, ...]
    """In order of file and line, drafts too."""
    elsewhere: tuple[Elsewhere, ...]
    """What is to be settled when all ids are known."""
    links: tuple[LinkUse, ...]
    """The ``[[…]]`` in the prose of notes that are no drafts, to be checked when all ids are known."""
    problems: tuple[Problem, ...]


def read_annotations(files: Iterable[tuple[str, str]], seeds: Sequence[Seed], kinds: Collection[str]) -> Annotations:
    """What the annotation files, (path, text) pairs, say of ``seeds``; ``kinds`` are the known kinds of notes."""
    shelf = Shelf(seeds)
    corrections: dict[str, Correction] = {}
    of_words: list[WordCorrection] = []
    problems: list[Problem] = []
    read = [_read_file(path, text, shelf, kinds) for path, text in files]
    for file in read:
        problems += file.problems
        about = file.correction.article
        if about in corrections:
            problems.append(_two_files(file.correction.file, corrections[about].file))
        elif about in shelf.seeds:
            corrections[about] = file.correction
            of_words += file.of_words
    notes, repeated = _with_ids([note for file in read for note in file.notes])
    links = tuple(link for file in read for link in file.links)
    return Annotations(
        corrections=corrections,
        word_corrections=tuple(of_words),
        notes=notes,
        elsewhere=tuple(file.elsewhere for file in read if file.elsewhere is not None),
        links=links,
        problems=(*problems, *repeated),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asking:
    """A note still without an id, and the id that it asks for."""

    note: Note
    id: str | None
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    """What one file says."""

    correction: Correction
    of_words: tuple[WordCorrection, ...]
    notes: tuple[_Asking, ...]
    links: tuple[LinkUse, ...]
    elsewhere: Elsewhere | None
    problems: tuple[Problem, ...]


def _read_file(path: str, text: str, shelf: Shelf, kinds: Collection[str]) -> _File:
    known = shelf.named(stem(path))
    article = known if known is not None else stem(path)
    front, mistakes = read_front(text, path)
    problems: list[Problem] = [*mistakes]
    correction, mistakes = read_correction(front, article=article, file=path)
    problems += mistakes
    of_words, mistakes = read_word_corrections(
        front, article=article, file=path, quoted=lambda words: shelf.quote(article, words)
    )
    problems += mistakes
    raw_notes, mistakes = read_body(
        front.body,
        first_line=front.body_line,
        file=path,
        stands=lambda quoted: shelf.stands(_about(quoted, article, shelf), quoted.words),
        of_article=known is not None,
    )
    problems += _hushed(mistakes) if correction.draft else mistakes
    notes: list[_Asking] = []
    links: list[LinkUse] = []
    for raw in raw_notes:
        asking, mistakes = _read_note(raw, article, path, shelf, kinds)
        private = correction.draft or asking.note.draft
        notes.append(replace(asking, note=replace(asking.note, draft=private)))
        problems += _hushed(mistakes) if private else mistakes
        links += () if private else link_uses(raw.body, file=path, first_line=raw.body_line)
    corrects = any(key != "draft" for key in front.data)
    return _File(
        correction=correction,
        of_words=of_words,
        notes=tuple(notes),
        links=tuple(links),
        elsewhere=None if known is not None else Elsewhere(path=path, name=article, corrects=corrects),
        problems=tuple(problems),
    )


def _read_note(
    raw: RawNote, article: str, path: str, shelf: Shelf, kinds: Collection[str]
) -> tuple[_Asking, tuple[Problem, ...]]:
    problems: list[Problem] = []
    attributes, line = Attributes(), raw.line
    if raw.attributes:
        (line, text), *more = raw.attributes
        attributes, mistakes = read_attributes(text, kinds, file=path, line=line)
        problems += [*mistakes, *(_second_attributes(path, number) for number, _ in more)]
        private = any(read_attributes(other, kinds, file=path, line=number)[0].draft for number, other in more)
        attributes = replace(attributes, draft=attributes.draft or private)
    attributes, mistakes = signed(attributes, raw.body, file=path, line=line)
    problems += mistakes
    passages = tuple(_passage(quoted, article, path, shelf, problems) for quoted in raw.quotes)
    if raw.quotes and not raw.body.strip():
        message = "this quotation has no note"
        hint = "write the note below it; a quotation of several paragraphs has lines with only `>` between them"
        problems.append(_warning("quote-without-note", path, raw.line, message, hint))
    note = Note(
        id="",
        article=article,
        passages=passages,
        kind=attributes.kind,
        author=attributes.author,
        date=attributes.date,
        tags=attributes.tags,
        body=raw.body,
        draft=attributes.draft,
        file=path,
        line=raw.line,
    )
    return _Asking(note=note, id=attributes.id, line=line), tuple(problems)


def _passage(quoted: Quoted, article: str, path: str, shelf: Shelf, problems: list[Problem]) -> Passage:
    about = _about(quoted, article, shelf)
    if quoted.target is not None and about not in shelf.seeds:
        _, near = shelf.linked(quoted.target)
        hint = f"perhaps {', '.join(f'[[{other}]]' for other in near)}" if near else None
        message = f"[[{quoted.target}]] is no article"
        problems.append(_error("unknown-article", path, quoted.line, message, hint))
    quote = shelf.quote(about, quoted.words)
    if not quote.words.strip():
        problems.append(_error("quote-empty", path, quoted.line, "the quotation is empty"))
    elif quote.mistake is not None:
        code, message = quote.mistake
        problems.append(_error(code, path, quoted.line, message, "mark the words once: ==words=="))
    return Passage(article=about, selector=quote.selector, until=quote.until, quote=quote.words, line=quoted.line)


def _about(quoted: Quoted, article: str, shelf: Shelf) -> str:
    """The article that a quotation is from; what is written in ``[[…]]`` when it names none."""
    if quoted.target is None:
        return article
    return shelf.linked(quoted.target)[0] or quoted.target


def _with_ids(asking: Sequence[_Asking]) -> tuple[tuple[Note, ...], tuple[Problem, ...]]:
    """The notes with their ids, and a problem for each id that was taken."""
    quotes = (one.note.passages[0].quote if one.note.passages else "" for one in asking)
    derived = (derived_id(one.note.article, quote) for one, quote in zip(asking, quotes, strict=True))
    given = assign_ids([(one.id, other) for one, other in zip(asking, derived, strict=True)])
    notes = tuple(replace(one.note, id=name) for one, name in zip(asking, given.ids, strict=True))
    return notes, tuple(_repeated_id(asking[index], asking[first]) for index, first in given.repeated)


def _hushed(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems of a draft without its words."""
    return tuple(replace(one, message=f"a mistake in a draft: {one.code}", hint=None) for one in problems)


def _error(code: str, path: str, line: int | None, message: str, hint: str | None = None) -> Problem:
    return Problem(severity=Severity.ERROR, code=code, file=path, line=line, message=message, hint=hint)


def _warning(code: str, path: str, line: int | None, message: str, hint: str | None = None) -> Problem:
    return replace(_error(code, path, line, message, hint), severity=Severity.WARNING)


def _two_files(path: str, first: str) -> Problem:
    message = f"the article has a file already; the corrections of {first} hold"
    return _error("two-files", path, None, message, "keep one of them")


def _second_attributes(path: str, line: int) -> Problem:
    said = "this note has an attribute line already; the first one holds"
    return _error("second-attributes", path, line, said, "write all in one line")


def _repeated_id(one: _Asking, first: _Asking) -> Problem:
    if one.note.draft or first.note.draft:
        return _error("repeated-id", one.note.file, one.line, "a mistake in a draft: repeated-id")
    message = f"#{one.id} stands twice, first at {first.note.file}:{first.line}"
    return _error("repeated-id", one.note.file, one.line, message, "ids are unique in the dossier")
