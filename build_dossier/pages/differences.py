"""Told differently: passages that the editor lays beside each other, on a page of their own and where they belong.

The program shows what the editor compares; it compares nothing here by itself.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain

from build_dossier.compare.differing import Difference, Place, differences
from build_dossier.markdown import Markdown
from build_dossier.pages import LatePage, address
from build_dossier.pages.blind import beside, without_notes
from build_dossier.pages.context import Context
from build_dossier.pages.display import shortened
from build_dossier.pages.grouping import grouped
from build_dossier.pages.note import NoteView, note_view
from build_dossier.strict_yaml import write_front_matter

FIRST = ("told-differently", "contradiction", "contrast", "omission", "follow-up")
"""Kinds of notes that compare by what they are; the others follow as the list of kinds has them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SideView:
    """A passage and its article."""

    title: str
    language: str
    date: Markdown
    words: str
    href: Markdown
    """Of the mark in the article, as raw HTML."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceView:
    """Two passages with what editors say of them."""

    kinds: tuple[Markdown, ...]
    """Of its notes; on the page of all, what they are besides the kind of their group."""
    sides: tuple[SideView, ...]
    notes: tuple[NoteView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupView:
    """Differences of a kind."""

    id: Markdown
    title: Markdown
    differences: tuple[DifferenceView, ...]


def pages(context: Context) -> Iterator[LatePage]:
    """The page of all."""
    found = differences(context.dossier.anchors)
    own, made_of = beside(context, (without_notes(context), ""), [note for one in found for note in one.notes])
    yield LatePage(path=address.DIFFERENCES, render=partial(_page, own, found), made_of=made_of)


def _page(context: Context, found: Sequence[Difference]) -> str:
    title, path = context.t("Told differently"), address.DIFFERENCES
    about = context.t("Passages that the editor lays beside each other")
    front = {"title": str(title), "description": str(about), "kind": "differences"}
    by_kind = grouped((one.notes[0].kind, one) for one in found)
    groups = (
        GroupView(
            id=Markdown(f"kind-{kind}"),
            title=context.kind_label(kind),
            differences=views(context, by_kind[kind], path, under=kind),
        )
        for kind in dict.fromkeys((*FIRST, *context.dossier.note_kinds, *sorted(by_kind)))
        if kind in by_kind
    )
    return context.renderer.render(
        "differences.md.j2",
        front=Markdown(write_front_matter(front)),
        title=title,
        total=len(found),
        groups=tuple(groups),
        review=address.from_to(path, address.REVIEW),
    )


def views(
    context: Context, found: Iterable[Difference], path: str, under: str | None = None
) -> tuple[DifferenceView, ...]:
    """Differences as the page at ``path`` shows them; a kind that they stand ``under`` is not said again."""
    return tuple(
        DifferenceView(
            kinds=tuple(dict.fromkeys(context.kind_label(note.kind) for note in one.notes if note.kind != under)),
            sides=tuple(_side(context, one, number, path) for number in range(2)),
            notes=tuple(note_view(context, note, path) for note in one.notes),
        )
        for one in found
    )


def _side(context: Context, one: Difference, number: int, path: str) -> SideView:
    place, note = one.places[number], one.notes[0]
    article = context.by_id[place.article].reading.article
    return SideView(
        title=shortened(article.title.text, 90),
        language=article.language,
        date=context.date(article.published.value),
        words=place.passage.of(article.text),
        href=address.from_to_html(path, address.article(article.id), f"a-{context.mark_of(note, number)}"),
    )


def by_event(context: Context) -> Mapping[str, tuple[Difference, ...]]:
    """The differences of each event that one of the passages tells of."""
    found = differences(context.dossier.anchors)
    return grouped((event, one) for one in found for event in _events(context, one.places))


def by_articles(context: Context) -> Mapping[frozenset[str], tuple[Difference, ...]]:
    """The differences of each two articles."""
    found = differences(context.dossier.anchors)
    return grouped((frozenset(place.article for place in one.places), one) for one in found)


def _events(context: Context, places: Sequence[Place]) -> dict[str, None]:
    """The events that one of the passages tells of."""
    return dict.fromkeys(
        event.id
        for place in places
        for event in context.told.get(place.article, ())
        for telling in event.tellings
        if telling.article == place.article and telling.start < place.passage.end and place.passage.start < telling.end
    )


def with_notes_of(context: Context, shown: tuple[Context, str], found: Iterable[Difference]) -> tuple[Context, str]:
    """A context and its value with what editors say of some differences."""
    return beside(context, shown, list(chain.from_iterable(one.notes for one in found)))
