"""How a note of the editor's looks, wherever it stands.

Comes in: the context, a note and the page that shows it. Goes out: a ``NoteView``.
"""

from dataclasses import dataclass, replace
from hashlib import sha256

from build_dossier.annotation import Note, Orphan, Passage, Status
from build_dossier.markdown import Markdown
from build_dossier.pages import address
from build_dossier.pages.context import Context
from build_dossier.pages.display import shortened
from build_dossier.pages.prose import Prose
from build_dossier.prose import Destination
from build_dossier.text.locate import Reason
from build_dossier.text.translit import slug


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
class TagView:
    """A tag, and its list on the page of all notes."""

    name: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteView:
    """A note as a template prints it."""

    id: str
    kind: str
    label: Markdown
    icon: Markdown
    """SVG path data."""
    number: int | None
    body: Prose
    """HTML of the editor's prose."""
    author: str | None
    date: Markdown | None
    written: str | None
    """The date as EDTF, for ``<time>``."""
    tags: tuple[TagView, ...]
    passages: tuple[PassageView, ...]
    """All passages, for the list of notes and for unplaced ones."""
    about: Destination | None
    """The person, place, organisation, event or date that it is on, where that is not the page shown."""
    elsewhere: tuple[PassageView, ...]
    """The passages that are not on the page shown."""
    back: str | None
    """Id of the mark on the page shown."""
    status: str
    changed: Markdown | None
    """What happened to its words since it was written, if anything did."""
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
    subject = None if note.about is None else context.destination(note.about, page)
    return NoteView(
        id=note.id,
        kind=note.kind,
        label=context.kind_label(note.kind),
        icon=context.icon(note.kind),
        number=number,
        body=context.note_prose(note.body, page),
        author=note.author,
        date=None if note.date is None else context.date(note.date),
        written=note.date,
        tags=tuple(
            TagView(name=tag, href=address.from_to_html(page, address.NOTES, key("tag", tag))) for tag in note.tags
        ),
        passages=passages,
        about=subject,
        elsewhere=tuple(view for view, is_here in zip(passages, here, strict=True) if not is_here),
        back=back,
        status=status(note, orphan).value,
        changed=_changed(context, note),
        nearest=None if orphan is None or orphan.nearest is None else orphan.nearest.of(text),
        source=f"{note.file}:{note.line}",
    )


def notes_about(context: Context, subject: str, page: str) -> tuple[NoteView, ...]:
    """The notes on a person, place, organisation, event or date, on its own page."""
    return tuple(replace(note_view(context, note, page), about=None) for note in context.about.get(subject, ()))


def key(kind: str, name: str) -> str:
    """Id of the list of a tag's or an author's notes; spellings that differ in case or signs share one."""
    return f"{kind}-{slug(name) or sha256(name.encode(errors='surrogatepass')).hexdigest()[:8]}"


def changed(context: Context, note: Note) -> Reason | None:
    """What happened to the words of a note with a place: moved, or changed (fuzzy), which weighs more."""
    reasons = {context.reason_of(note, index) for index in range(len(note.passages))}
    return next((reason for reason in (Reason.FUZZY, Reason.MOVED) if reason in reasons), None)


def _changed(context: Context, note: Note) -> Markdown | None:
    return {
        None: None,
        Reason.MOVED: context.t("Moved: the words stand elsewhere than when this was written."),
        Reason.FUZZY: context.t("Changed: the words are no longer quite those that were quoted."),
    }[changed(context, note)]


def status(note: Note, orphan: Orphan | None) -> Status:
    """What became of a note's quotation."""
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
