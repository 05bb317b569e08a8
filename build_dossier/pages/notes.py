"""The editor's notes: how one looks wherever it stands, and the page of all of them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from build_dossier.annotation import Note, Orphan, Passage, Status
from build_dossier.exports import OF_NOTES
from build_dossier.markdown import Markdown
from build_dossier.pages import Page, address
from build_dossier.pages.context import Context
from build_dossier.pages.display import shortened
from build_dossier.strict_yaml import write_front_matter


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageView:
    """One quoted passage of a note, and where it stands."""

    before: str
    """Words quoted only to say where."""
    quote: str
    """The words that the note is about."""
    after: str
    language: str
    article: str
    """Title of its article, shortened."""
    href: str | None
    """Raw HTML address of the passage; ``None`` when it was not found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteView:
    """A note as a template prints it."""

    id: str
    kind: str
    label: Markdown
    number: int | None
    body: Markdown
    """HTML of the editor's prose."""
    author: str | None
    date: Markdown | None
    written: str | None
    """The date as EDTF, for ``<time>``."""
    tags: tuple[str, ...]
    passages: tuple[PassageView, ...]
    """All passages, for the list of notes and for unplaced ones."""
    elsewhere: tuple[PassageView, ...]
    """The passages that are not on the page shown."""
    back: str | None
    """Id of the mark on the page shown."""
    status: str
    nearest: str | None
    """The likest words, of an orphan."""
    source: str
    """``docs/annotations/000.md:12``."""


def note_view(
    context: Context,
    note: Note,
    page: str,
    *,
    number: int | None = None,
    back: str | None = None,
    orphan: Orphan | None = None,
) -> NoteView:
    """``note`` as it is shown on ``page``."""
    passages = tuple(_passage(context, note, index, page) for index in range(len(note.passages)))
    here = tuple(address.article(passage.article) == page for passage in note.passages)
    linked = context.by_id.get(note.article)
    text = "" if linked is None else linked.reading.article.text
    return NoteView(
        id=note.id,
        kind=note.kind,
        label=context.kind_label(note.kind),
        number=number,
        body=context.note_prose(note.body, page),
        author=note.author,
        date=None if note.date is None else context.date(note.date),
        written=note.date,
        tags=note.tags,
        passages=passages,
        elsewhere=tuple(view for view, is_here in zip(passages, here, strict=True) if not is_here),
        back=back,
        status=_status(note, orphan).value,
        nearest=None if orphan is None or orphan.nearest is None else orphan.nearest.of(text),
        source=f"{note.file}:{note.line}",
    )


def _status(note: Note, orphan: Orphan | None) -> Status:
    if orphan is not None:
        return orphan.status
    return Status.FOUND if note.passages else Status.WHOLE


def _passage(context: Context, note: Note, index: int, page: str) -> PassageView:
    passage = note.passages[index]
    anchor = context.mark_of(note, index)
    linked = context.by_id.get(passage.article)
    article = None if linked is None else linked.reading.article
    before, quote, after = _marked(passage)
    return PassageView(
        before=before,
        quote=quote,
        after=after,
        language="und" if article is None else article.language,
        article=passage.article if article is None else shortened(article.title.text, 80),
        href=None if anchor is None else address.from_to_html(page, address.article(passage.article), f"a-{anchor}"),
    )


def _marked(passage: Passage) -> tuple[str, str, str]:
    """The quotation, cut where ``==`` marks the words that are meant."""
    selector = passage.selector
    if passage.until is not None or not (selector.prefix or selector.suffix):
        return "", passage.quote, ""
    return selector.prefix, selector.exact, selector.suffix


def pages(context: Context) -> Iterator[Page]:
    """The page of all notes: unplaced ones first, then article by article in reading order."""
    path = address.NOTES
    t = context.t
    placed = [
        (linked.reading.article, notes)
        for linked in context.articles
        if (notes := context.notes.get(linked.reading.article.id))
    ]
    counts = Counter(note.kind for note in context.dossier.notes)
    front = {
        "title": t("Notes"),
        "description": t("Every note of the editor’s, with its passage"),
        "kind": "notes",
    }
    yield Page(
        path=path,
        text=context.renderer.render(
            "notes.md.j2",
            front=Markdown(write_front_matter({key: str(value) for key, value in front.items()})),
            total=len(context.dossier.notes),
            kinds=tuple(
                (context.kind_label(kind), count)
                for kind, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
            ),
            unplaced=tuple(note_view(context, orphan.note, path, orphan=orphan) for orphan in context.dossier.orphans),
            files=tuple((address.from_to(path, f"data/{document.name}"), document.about) for document in OF_NOTES),
            groups=tuple(
                (
                    shortened(article.title.text, 110),
                    article.language,
                    address.from_to(path, address.article(article.id)),
                    tuple(note_view(context, note, path) for note in notes),
                )
                for article, notes in placed
            ),
        ),
    )
