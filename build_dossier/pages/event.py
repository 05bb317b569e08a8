"""The page of an event that several articles tell, or that the editor wrote of: who tells it, in which words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from build_dossier.article import Basis
from build_dossier.compare.differing import Difference
from build_dossier.compare.facing import compare
from build_dossier.events import Event, JoinReason
from build_dossier.link import LinkedReading
from build_dossier.markdown import Markdown, plain_html
from build_dossier.pages import LatePage, address
from build_dossier.pages.blind import about, without_notes
from build_dossier.pages.context import Context, publication_order
from build_dossier.pages.differences import by_event, views, with_notes_of
from build_dossier.pages.display import shortened
from build_dossier.pages.facing import Facing, event_table, facing
from build_dossier.pages.note import notes_about
from build_dossier.pages.timeline import EventView, event_view
from build_dossier.strict_yaml import write_front_matter

MOST_FACING = 48
"""Articles that are compared, the earliest; of an event that more of them tell the others are listed below."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageView:
    """A passage that tells of the event."""

    text: str
    href: str
    date: Markdown
    basis: Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """An article with its passages."""

    title: str
    language: str
    href: str
    date: Markdown
    passages: tuple[PassageView, ...]


def pages(context: Context) -> Iterator[LatePage]:
    """The pages of the events that have one, in order of date; each shows no notes but those on it."""
    blind = without_notes(context)
    differing = by_event(context)
    for event in blind.dossier.events:
        if event.has_page:
            found = differing.get(event.id, ())
            own, made_of = with_notes_of(context, about(context, blind, event.id), found)
            yield LatePage(path=address.event_page(event), render=partial(_page, own, event, found), made_of=made_of)


def _page(context: Context, event: Event, found: Sequence[Difference]) -> str:
    path = address.event_page(event)
    view = event_view(context, event, path)
    entities = [context.dossier.entities[e] for e in event.entities if e in context.dossier.entities]
    return context.renderer.render(
        "event.md.j2",
        front=Markdown(write_front_matter(_front_matter(event, view))),
        event=view,
        labels=tuple(
            (context.language_name(language), language, words)
            for language, words in event.labels.items()
            if language != view.language
        ),
        basis=context.basis,
        reason=_reason(context, event),
        prose=context.prose(event.body, path),
        differences=views(context, found, path),
        facing=_facing(context, event, path),
        told_by=len(event.articles),
        articles=tuple(_articles(context, event, path)),
        entities=tuple((context.label(one), address.from_to(path, address.entity(one))) for one in entities),
        file=event.file or f"docs/events/{event.id}.md",
        notes=notes_about(context, event.id, path),
        note_file=context.annotation_file(event.id),
        timeline=address.from_to(path, context.on_timeline[event.id], f"e-{event.id}"),
    )


def _front_matter(event: Event, view: EventView) -> dict[str, object]:
    return {
        "title": plain_html(view.label),
        "description": plain_html(view.label),
        "id": event.id,
        "date": event.date,
        "lang": view.language,
        "labels": dict(event.labels),
        "basis": event.basis.value,
        "planned": event.planned,
        "kind": "event",
    }


def _facing(context: Context, event: Event, path: str) -> Facing | None:
    """The articles that tell it side by side; nothing where there is but one."""
    sides = _in_order(context, event)[:MOST_FACING]
    if len(sides) < 2:
        return None
    told = {other.id: other for linked in sides for other in context.told.get(linked.reading.article.id, ())}
    compared = compare(sides, told.values(), event)
    return facing(context, compared, path, [event_table(context, compared, event, path)])


def _in_order(context: Context, event: Event) -> list[LinkedReading]:
    """The articles that tell it, in order of publication."""
    return sorted((context.by_id[article] for article in event.articles), key=publication_order)


def _articles(context: Context, event: Event, path: str) -> Iterator[ArticleView]:
    """The articles that do not stand side by side: one alone, or those for which there is no column."""
    listed = _in_order(context, event)
    for linked in listed[MOST_FACING if len(listed) > 1 else 0 :]:
        article = linked.reading.article
        page = address.article(article.id)
        tellings = (telling for telling in event.tellings if telling.article == article.id)
        distinct = dict.fromkeys((telling.sentence, telling.date, telling.basis) for telling in tellings)
        yield ArticleView(
            title=shortened(article.title.text, 110),
            language=article.language,
            href=address.from_to(path, page),
            date=context.date(article.published.value),
            passages=tuple(
                PassageView(
                    text=article.text[sentence.start : sentence.end],
                    href=address.from_to(path, page, context.paragraph(article, sentence.start)),
                    date=context.date(date),
                    basis=basis,
                )
                for sentence, date, basis in distinct
            ),
        )


def _reason(context: Context, event: Event) -> Markdown | None:
    """Why the passages are held to tell of one event."""
    t = context.t
    return {
        None: None,
        JoinReason.JUDGEMENT: t("The editor put these passages together."),
        JoinReason.WORDS: t("Joined: the same sentence stands in each article."),
        JoinReason.NEWS: None,
        JoinReason.PERSONS: t("Joined: the same persons, the same kind of happening, dates that agree."),
        JoinReason.NUMBER: t("Joined: the same number, the same kind of happening, dates that agree."),
        JoinReason.PERSON: t("Joined: the same person, the same kind of happening, the same date in words."),
        JoinReason.CONCEPTS: t("Joined: two kinds of happening told together, with the same date in words."),
    }[event.reason]
