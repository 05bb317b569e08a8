"""``events.jsonl``: what happens, when, and which passages tell it."""

from collections.abc import Iterator

from build_dossier.article import Basis
from build_dossier.dossier import Dossier
from build_dossier.events import Event, Telling
from build_dossier.exports.record import Export, Row, message


def rows(dossier: Dossier) -> Iterator[Row]:
    """One object an event, in order of date."""
    return (_row(event) for event in dossier.events)


def _row(event: Event) -> Row:
    return {
        "id": event.id,
        "labels": {language: event.labels.get(language) for language in ("uk", "ru", "en")},
        "label_basis": event.label_basis.value,
        "date": event.date,
        "basis": event.basis.value,
        "planned": event.planned,
        "articles": list(event.articles),
        "entities": list(event.entities),
        "reason": None if event.reason is None else event.reason.value,
        "tellings": [_telling(event, telling) for telling in event.tellings],
        "file": event.file,
    }


def _telling(event: Event, telling: Telling) -> Row:
    """A passage; its date comes from another article where its own words give none, or a wider one."""
    borrowed = telling.date != event.date and event.basis is not Basis.EDITOR and event.date is not None
    return {
        "article": telling.article,
        "start": telling.start,
        "end": telling.end,
        "date": telling.date,
        "basis": Basis.CROSS_ARTICLE.value if borrowed else telling.basis.value,
    }


EXPORT = Export(
    name="events.jsonl",
    schema="events.schema.json",
    about=message("What happens, when, and the passages that tell it"),
    rows=rows,
)
