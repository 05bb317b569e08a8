"""``annotations.md.txt``: all notes in one Markdown text, to be read, printed or sent.

The name ends in ``.txt`` because the site builder makes a page of every Markdown file it is given; this one is to be
had as it is. Quotations and titles are a source's words: what Markdown could read in them stands behind a backslash.
"""

import re
from collections.abc import Iterator, Mapping

from build_dossier.annotation import Passage, Status
from build_dossier.annotation.kinds import NoteKind
from build_dossier.dossier import Dossier
from build_dossier.exports.annotations import article_address
from build_dossier.exports.placed import Placed, placed
from build_dossier.exports.record import Document, message
from build_dossier.wikilink import Ids, wikilinks

_UNPLACED = {
    Status.ORPHANED: "Unplaced: these words are no longer in the text.",
    Status.AMBIGUOUS: "Unplaced: these words stand in several places.",
}

_SIGNS = re.compile(r"[\\`*_\[\]<&~|]|(?<![^\n])[ \t]*(?:[#>+=-]|\d{1,9}(?=[.)]))")
"""What Markdown reads anywhere, and what it reads where a line begins."""


def text(dossier: Dossier) -> str:
    """The notes article by article, in reading order; those without a place last."""
    titles = {linked.reading.article.id: linked.reading.article.title.text for linked in dossier.readings}
    ids, names = dossier.ids(), _names(dossier, titles)
    by_article: dict[str, list[Placed]] = {key: [] for key in titles}
    for one in placed(dossier):
        by_article.setdefault(one.note.article, []).append(one)
    parts = ["# Notes"]
    for article, notes in by_article.items():
        if not notes:
            continue
        title = f"[{_line(titles[article])}]({article_address(article)})" if article in titles else article
        parts.append(f"## {title}")
        for one in sorted(notes, key=_reading_order):
            parts += _note(one, dossier.note_kinds, titles, ids, names)
    return "\n\n".join(parts) + "\n"


def _reading_order(one: Placed) -> tuple[bool, int]:
    """First the note on the whole, then by place, then what has none; in file order where these say nothing."""
    return one.status in _UNPLACED, one.matches[0].start if one.matches else -1


def _note(
    one: Placed, kinds: Mapping[str, NoteKind], titles: Mapping[str, str], ids: Ids, names: Mapping[str, str]
) -> Iterator[str]:
    note = one.note
    signed = [word for word in (note.author, note.date) if word is not None]
    tags = f" ({_line(', '.join(note.tags))})" if note.tags else ""
    yield f"### {_line(kinds[note.kind].label if note.kind in kinds else note.kind)}{tags}"
    for passage in note.passages:
        yield _quote(passage, None if passage.article == note.article else titles.get(passage.article, passage.article))
    if one.status in _UNPLACED:
        yield f"*{_UNPLACED[one.status]}* {note.file}:{note.line}"
    if note.body.strip():
        yield _readable(note.body, ids, names)
    if signed:
        yield f"— {_line(', '.join(signed))}"


def _quote(passage: Passage, title: str | None) -> str:
    """A block quotation; that of another article says of which."""
    lines = [f"> {_plain(line)}".rstrip() for line in passage.quote.split("\n")]
    return "\n".join(lines if title is None else [*lines, ">", f"> — {_line(title)}"])


def _readable(body: str, ids: Ids, names: Mapping[str, str]) -> str:
    """The prose, with the words that a reader sees where the editor wrote ``[[…]]``."""
    pieces, end = [], 0
    for link in wikilinks(body):
        known = ids.resolve(link.target)
        shown = link.text or (names.get(known, known) if isinstance(known, str) else link.target)
        pieces += [body[end : link.start], shown if link.text else _line(shown)]
        end = link.end
    return "".join((*pieces, body[end:]))


def _plain(words: str) -> str:
    """A source's words as Markdown that says just them."""
    return _SIGNS.sub(_escaped, words)


def _escaped(found: re.Match[str]) -> str:
    sign = found[0].lstrip()
    # A number is read as one of a list for the sign after it.
    return f"{sign}\\" if sign.isdecimal() else f"\\{sign}"


def _line(words: str) -> str:
    return _plain(" ".join(words.split()))


def _names(dossier: Dossier, titles: Mapping[str, str]) -> dict[str, str]:
    """What a link shows when the editor gives no words."""
    labels = {key: next(iter(entity.labels.values()), key) for key, entity in dossier.entities.items()}
    return {**labels, **titles}


DOCUMENT = Document(
    name="annotations.md.txt",
    schema=None,
    about=message("The notes as one Markdown text, to be read or sent"),
    data=lambda dossier: text(dossier).encode(),
)
