"""The page of all notes: unplaced ones first, then by what they are on; filters, and lists by tag and by author."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from build_dossier.annotation import Note, Orphan, Status
from build_dossier.exports import OF_NOTES
from build_dossier.markdown import Markdown, escape_line
from build_dossier.pages import Page, address
from build_dossier.pages.context import Context
from build_dossier.pages.display import shortened
from build_dossier.pages.note import NoteView, changed, key, note_view, status
from build_dossier.pages.said import in_language
from build_dossier.strict_yaml import write_front_matter
from build_dossier.text.collation import sort_key
from build_dossier.text.language import detect

_WORDS = 50
"""Characters of a note in a list of its tag or author."""

FILTERS = ("kind", "tag", "author", "about", "status")
"""What can be chosen by; the names stand in the address."""

UNSIGNED = "none"
"""The choice of notes without an author."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryView:
    """A note in the list."""

    note: NoteView
    keys: tuple[tuple[str, Markdown], ...]
    """What it can be chosen by, words with spaces between them for each of ``FILTERS``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupView:
    """The notes on one thing."""

    id: str
    title: str
    language: str | None
    href: str
    entries: tuple[EntryView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One value of a filter."""

    key: Markdown
    label: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ListView:
    """The notes of a tag or of an author."""

    id: str
    name: str
    notes: tuple[tuple[str, Markdown, Markdown], ...]
    """Id, kind and first words of each."""


def pages(context: Context) -> Iterator[Page]:
    """The one page."""
    path = address.NOTES
    t = context.t
    front = {"title": t("Notes"), "description": t("Every note of the editor’s, with its passage"), "kind": "notes"}
    notes, orphans = context.dossier.notes, {id(orphan.note): orphan for orphan in context.dossier.orphans}
    keyed = [(note, _keys(context, note, orphans.get(id(note)))) for note in notes]
    entries = {
        id(note): EntryView(
            note=note_view(context, note, path, orphan=orphans.get(id(note))),
            keys=tuple((name, Markdown(" ".join(value for value, _ in keys[name]))) for name in FILTERS),
        )
        for note, keys in keyed
    }
    yield Page(
        path=path,
        text=context.renderer.render(
            "notes.md.j2",
            front=Markdown(write_front_matter({key: str(value) for key, value in front.items()})),
            total=len(notes),
            filters=tuple(_filters(context, [keys for _, keys in keyed])),
            unplaced=tuple(entries[id(orphan.note)] for orphan in context.dossier.orphans),
            files=tuple((address.from_to(path, f"data/{document.name}"), document.about) for document in OF_NOTES),
            groups=tuple(_groups(context, entries)),
            tags=_lists(context, ((note, "tag", tag) for note in notes for tag in note.tags)),
            authors=_lists(context, ((note, "author", note.author) for note in notes if note.author is not None)),
        ),
    )


Keys = dict[str, tuple[tuple[str, str], ...]]
"""What a note can be chosen by: for each filter the values with their labels."""


def _keys(context: Context, note: Note, orphan: Orphan | None) -> Keys:
    articles = dict.fromkeys((note.article, *(passage.article for passage in note.passages)))
    about = [(article, _title(context, article)) for article in articles if article in context.by_id]
    if note.about is not None:
        about.append((note.about, _subject(context, note.about)[0]))
    return {
        "kind": ((note.kind, str(context.kind_label(note.kind))),),
        "tag": tuple({_value("tag", tag): tag for tag in note.tags}.items()),
        "author": (
            (_value("author", note.author), note.author) if note.author else (UNSIGNED, context.t("not signed")),
        ),
        "about": tuple(about),
        "status": (_status(context, note, orphan),),
    }


def _value(kind: str, name: str) -> str:
    return key(kind, name).removeprefix(f"{kind}-")


def _title(context: Context, article: str) -> str:
    return shortened(context.by_id[article].reading.article.title.text, 60)


def _subject(context: Context, subject: str) -> tuple[str, str]:
    """Label and address of a person, place, organisation, event or date."""
    destination = context.destination(subject, address.NOTES)
    return (subject, "") if destination is None else (destination.title, destination.href)


def _status(context: Context, note: Note, orphan: Orphan | None) -> tuple[str, str]:
    t = context.t
    what = status(note, orphan)
    if what is Status.FOUND:
        reason = changed(context, note)
        return ("placed", t("at its words")) if reason is None else ("changed", t("its words moved or changed"))
    return {
        Status.WHOLE: ("whole", t("on the whole")),
        Status.AMBIGUOUS: ("ambiguous", t("its words stand in several places")),
        Status.ORPHANED: ("gone", t("its words are gone")),
    }[what]


def _filters(context: Context, keys: Sequence[Keys]) -> Iterator[tuple[str, Markdown, tuple[Choice, ...]]]:
    """Each filter that has anything to choose, with its choices."""
    t = context.t
    labels = {"kind": t("Kind"), "tag": t("Tag"), "author": t("Author"), "about": t("Subject"), "status": t("Place")}
    for name in FILTERS:
        counts = Counter(value for one in keys for value, _ in one[name])
        named = {value: label for one in keys for value, label in reversed(one[name])}
        choices = (Choice(key=Markdown(value), label=named[value], count=counts[value]) for value in counts)
        ordered = tuple(sorted(choices, key=lambda choice: (sort_key(choice.label, context.locale), choice.key)))
        if ordered:
            yield name, labels[name], ordered


def _groups(context: Context, entries: dict[int, EntryView]) -> Iterator[GroupView]:
    """The notes with a place: by article in reading order, then those on other things as a whole."""
    for linked in context.articles:
        article = linked.reading.article
        if notes := context.notes.get(article.id):
            yield GroupView(
                id=article.id,
                title=shortened(article.title.text, 110),
                language=article.language,
                href=address.from_to_html(address.NOTES, address.article(article.id)),
                entries=tuple(entries[id(note)] for note in notes),
            )
    for subject, notes in context.about.items():
        whole = tuple(entries[id(note)] for note in notes if not note.passages)
        if whole:
            title, href = _subject(context, subject)
            yield GroupView(id=subject, title=title, language=None, href=href, entries=whole)


def _lists(context: Context, named: Iterable[tuple[Note, str, str]]) -> tuple[ListView, ...]:
    """The notes by tag or by author, in alphabetical order."""
    names: dict[str, str] = {}
    found: dict[str, list[tuple[str, Markdown, Markdown]]] = {}
    for note, kind, name in named:
        names.setdefault(key(kind, name), name)
        found.setdefault(key(kind, name), []).append((note.id, context.kind_label(note.kind), _words(context, note)))
    lists = (ListView(id=where, name=name, notes=tuple(found[where])) for where, name in names.items())
    return tuple(sorted(lists, key=lambda one: (sort_key(one.name, context.locale), one.id)))


def _words(context: Context, note: Note) -> Markdown:
    """The first words that a note stands at, or else its own, in their language."""
    if not note.passages:
        return in_language(escape_line(shortened(note.body, _WORDS)), detect(note.body), context.locale)
    article = context.by_id.get(note.passages[0].article)
    language = None if article is None else article.reading.article.language
    return in_language(escape_line(shortened(note.passages[0].selector.exact, _WORDS)), language, context.locale)
