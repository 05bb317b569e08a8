"""Where articles may tell one thing differently, as the review page offers it: two passages and a note to paste.

What the editor has already laid beside each other is not offered again.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_dossier.annotation.attributes import Attributes
from build_dossier.annotation.writing import Quotation, quoted, write_note
from build_dossier.compare.differing import Difference, Place, is_compared
from build_dossier.compare.disagreeing import Aspect, Disagreement, Told
from build_dossier.markdown import Markdown
from build_dossier.pages import address
from build_dossier.pages.context import Context
from build_dossier.pages.differences import by_articles
from build_dossier.pages.display import shortened
from build_dossier.text.locate import searchable

KIND = "told-differently"
"""Of the note that is offered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldView:
    """What one article says."""

    title: str
    language: str
    href: Markdown
    words: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ApartView:
    """Two passages that may differ."""

    aspect: Markdown
    event: str | None
    language: str
    event_href: Markdown | None
    sides: tuple[ToldView, ToldView]
    file: str
    stub: str
    """The note as it would stand in the file."""


def open_disagreements(context: Context) -> tuple[Disagreement, ...]:
    """Those that no note of the editor's settles."""
    differing = by_articles(context)
    return tuple(one for one in context.dossier.disagreements if not _is_settled(one, differing))


def _is_settled(one: Disagreement, differing: Mapping[frozenset[str], Sequence[Difference]]) -> bool:
    known = differing.get(frozenset((one.first.article, one.second.article)), ())
    return is_compared((_place(one.first), _place(one.second)), known)


def _place(told: Told) -> Place:
    return Place(article=told.article, passage=told.passage)


def views(context: Context, found: tuple[Disagreement, ...], path: str) -> Iterator[ApartView]:
    """Disagreements as the page at ``path`` offers them."""
    for one in found:
        event = None if one.about is None else context.events[one.about]
        language, label = ("", None) if event is None else context.event_label(event)
        href = None if event is None else address.event_place(event, context.on_timeline)
        yield ApartView(
            aspect=aspect(context, one.aspect),
            event=None if label is None else shortened(label, 160),
            language=language,
            event_href=None if href is None else address.from_to_html(path, *href),
            sides=(_told(context, one, one.first, path), _told(context, one, one.second, path)),
            file=context.annotation_file(one.first.article),
            stub=stub(context, one),
        )


def aspect(context: Context, what: Aspect) -> Markdown:
    """In what two passages may differ, in words."""
    return {
        Aspect.NUMBER: context.t("Another number?"),
        Aspect.DATE: context.t("Another day?"),
        Aspect.PLACE: context.t("Another place?"),
        Aspect.SPEAKER: context.t("Said by somebody else?"),
    }[what]


def _told(context: Context, one: Disagreement, told: Told, path: str) -> ToldView:
    article = context.by_id[told.article].reading.article
    anchor = context.paragraph(article, told.passage.start)
    return ToldView(
        title=shortened(article.title.text, 90),
        language=article.language,
        href=address.from_to_html(path, address.article(article.id), anchor),
        words=told.passage.of(article.text),
        value=_value(context, one.aspect, told.value),
    )


def _value(context: Context, what: Aspect, value: str) -> str:
    if what is Aspect.DATE:
        return context.date(value)
    entity = context.dossier.entities.get(value)
    return value if entity is None else context.label(entity)


def stub(context: Context, one: Disagreement) -> str:
    """The note that an editor would write: both passages, and what is said of them left to fill in."""
    first, second = (context.by_id[told.article].reading.article for told in (one.first, one.second))
    quotations = (
        Quotation(words=quoted(searchable(first.text, first.prefix_end), one.first.passage)),
        Quotation(words=quoted(searchable(second.text, second.prefix_end), one.second.passage), article=second.id),
    )
    values = " / ".join(_value(context, one.aspect, told.value) for told in (one.first, one.second))
    return write_note(quotations, Attributes(kind=KIND), f"{values}: …")
