"""Stubs that a person fills in: a note on a passage, a page for an entity.

Comes in: what the person named, the seeds, the files that are there. Goes out: a ``Stub``, the text to be written and
where. A stub is read back before it is given: what would not be found again is refused, never written.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from build_dossier.annotation import Note, read_annotations
from build_dossier.annotation.attributes import Attributes
from build_dossier.annotation.kinds import DEFAULT_KIND
from build_dossier.annotation.shelf import Shelf
from build_dossier.annotation.writing import Quotation, quoted, write_note
from build_dossier.article import Seed
from build_dossier.dossier import TextFile
from build_dossier.entity import Entity, read_entities
from build_dossier.errors import DossierError
from build_dossier.text.locate import (
    Match,
    Searchable,
    TextQuoteSelector,
    candidates,
    locate,
    searchable,
)
from build_dossier.text.locate import not_found as likest
from build_dossier.text.span import Span, trim

PLACEHOLDER = "Write the note here."
MOST_LINES = 10
"""How many places are named where words stand in several."""

_ID = re.compile(r"[a-z0-9][a-z0-9._-]*\Z")


class RefusedError(DossierError):
    """What was asked for cannot be written; the message says why, and what to ask for instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stub:
    """A text for a file of the editor's."""

    path: str
    """As the editor knows it: ``docs/annotations/<id>.md``."""
    text: str
    """The whole new file, or what is added at the end of the one that is there."""
    after: str | None
    """The text of the file it is added to, which must still be that; ``None`` for a new file."""
    line: int = 1
    """1-based line of the file at which it begins."""
    note: str | None = None
    """Id of the note, if it is one on a passage."""


def note_stub(article: str, quote: str | None, *, day: str, seeds: Sequence[Seed], files: Sequence[TextFile]) -> Stub:
    """A note on the passage of ``article`` that ``quote`` quotes, or on the article as a whole.

    Args:
        article: an article's id, or a beginning that no other id has.
        quote: words that stand in the article exactly once.
        day: the date the note bears, ``YYYY-MM-DD``.
        seeds: all seeds.
        files: the annotation files that are there.

    Raises:
        RefusedError: there is no such article, the words stand nowhere or in several places, or the note would not
            be found again.
    """
    seed, file = _meant(article, seeds, files)
    if quote is None:
        return _whole_stub(seed, file)
    match = _one_place(seed, quote)
    return _passage_stub(seed, file, Span(start=match.start, end=match.end), day)


def passage_stub(article: str, span: Span, *, day: str, seeds: Sequence[Seed], files: Sequence[TextFile]) -> Stub:
    """A note on the passage at ``span`` of ``article``, quoted so that it means no other.

    Args:
        article: an article's id.
        span: where the passage stands in the seed's text; white space at its ends is left out.
        day: the date the note bears, ``YYYY-MM-DD``.
        seeds: all seeds.
        files: the annotation files that are there.

    Raises:
        RefusedError: there is no such article or passage, or the note would not be found again.
    """
    seed, file = _meant(article, seeds, files)
    span = trim(seed.text, span.start, span.end)
    if not 0 <= span.start < span.end <= len(seed.text):
        raise RefusedError(f"there are no words at {span.start}-{span.end} of {seed.id}")
    return _passage_stub(seed, file, span, day)


def entity_stub(entity_id: str, known: Entity | None, *, files: Sequence[TextFile]) -> Stub:
    """A page for an entity, with the names that are known.

    Raises:
        RefusedError: the id is none, or the entity has its file.
    """
    if _ID.match(entity_id) is None:
        raise RefusedError(f"“{entity_id}” is no id: small Latin letters, digits, “.”, “_” and “-”")
    path = f"docs/entities/{entity_id}.md"
    if any(file.path == path for file in files):
        raise RefusedError(f"{path} is there already; edit it")
    labels = dict(known.labels) if known is not None else {"en": entity_id.replace("-", " ").title()}
    lines = [f"  {language}: {json.dumps(label, ensure_ascii=False)}" for language, label in labels.items()]
    kind = known.type.value if known is not None else "PER"
    text = "\n".join(["---", f"type: {kind}", "labels:", *lines, "aliases: []", "---", "", ""])
    _, problems = read_entities([(path, text)])
    if problems:
        raise RefusedError(f"no stub can be made: {problems[0]}")
    return Stub(path=path, text=text, after=None)


def _meant(article: str, seeds: Sequence[Seed], files: Sequence[TextFile]) -> tuple[Seed, TextFile | None]:
    """The article of that id, or of an id that begins so, and its annotation file."""
    shelf = Shelf(seeds)
    known, nearest = shelf.linked(article)
    if known is None:
        hint = f"; did you mean {', '.join(nearest)}?" if nearest else ""
        raise RefusedError(f"there is no one article “{article}”{hint}")
    return shelf.seeds[known], next((file for file in files if shelf.named(_stem(file.path)) == known), None)


def _passage_stub(seed: Seed, file: TextFile | None, span: Span, day: str) -> Stub:
    """The words alone where that means just them, else marked among their neighbours."""
    for words in (span.of(seed.text), quoted(searchable(seed.text), span)):
        text = write_note([Quotation(words=words)], Attributes(date=day), PLACEHOLDER)
        stub = added(file, text) if file is not None else Stub(path=new_path(seed), text=text, after=None)
        note = _added_note(seed, stub, file)
        if _means(note, seed, span):
            return replace(stub, line=note.line, note=note.id)
    raise RefusedError("the words would not be found again as they are; quote them by hand, with “==” around them")


def _one_place(seed: Seed, quote: str) -> Match:
    """Where the words stand, if in one place only."""
    page = searchable(seed.text)
    found = candidates(TextQuoteSelector(exact=quote.strip()), page)
    if len(found) == 1:
        return found[0]
    if found:
        lines = ", ".join(dict.fromkeys(str(_line(seed, match.start)) for match in found[:MOST_LINES]))
        more = " and more" if len(found) > MOST_LINES else ""
        raise RefusedError(
            f"the words stand {len(found)} times in {seed.id} (seeds/{seed.name}, lines {lines}{more}); "
            "quote more of the sentence"
        )
    raise RefusedError(f"the words do not stand in {seed.id}{_nearest(seed, quote, page)}")


def _nearest(seed: Seed, quote: str, page: Searchable) -> str:
    """What was probably meant, how alike it is, and where it stands."""
    answer = likest(quote, page)
    if answer.nearest is None:
        return ""
    words = " ".join(answer.nearest.of(seed.text).split())
    place = f"seeds/{seed.name}:{_line(seed, answer.nearest.start)}"
    return f"; the nearest are “{words}” ({100 * answer.likeness:.0f} % alike, {place})"


def _line(seed: Seed, offset: int) -> int:
    return seed.text.count("\n", 0, offset) + 1


def _whole_stub(seed: Seed, file: TextFile | None) -> Stub:
    """A note on the article as a whole stands first in its file: none can be added at the end."""
    if file is not None:
        raise RefusedError(f"{file.path} is there already; write what concerns the whole article before its first “>”")
    return Stub(path=new_path(seed), text=f"{PLACEHOLDER}\n", after=None)


def added(file: TextFile, text: str) -> Stub:
    """The text as an addition to a file, after an empty line."""
    gap = "\n" if file.text.endswith("\n") else "\n\n"
    return Stub(path=file.path, text=gap + text if file.text.strip() else text, after=file.text)


def _added_note(seed: Seed, stub: Stub, file: TextFile | None) -> Note:
    """The last note of the file as it would be; the others must be as before."""
    before = file.text if file is not None else ""
    notes = _notes(seed, stub.path, before + stub.text)
    old = _notes(seed, stub.path, before) if file is not None else ()
    last = notes[-1] if notes else None
    if last is None or len(notes) != len(old) + 1 or not last.passages:
        raise RefusedError(f"{stub.path} ends in something that a note cannot follow; add the note by hand")
    return last


def _means(note: Note, seed: Seed, span: Span) -> bool:
    """Whether the note's passage would be found at ``span``."""
    passage = note.passages[0]
    found = locate(passage.selector, seed.text) if passage.until is None else None
    return isinstance(found, Match) and (found.start, found.end) == (span.start, span.end)


def _notes(seed: Seed, path: str, text: str) -> tuple[Note, ...]:
    return read_annotations([(path, text)], [seed], {DEFAULT_KIND}).notes


def new_path(seed: Seed) -> str:
    """Where the annotation file of an article is made that has none."""
    return f"docs/annotations/{seed.id}.md"


def _stem(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".md")
