"""The events of a dossier: what is told, joined, and settled by the editor.

Comes in: linked readings, the editor's event files. Goes out: ``Settled``, the events in order of date.
"""

from collections.abc import Collection, Mapping, Sequence

from build_dossier.article import Article
from build_dossier.errors import Problem, Severity
from build_dossier.event import EventFile
from build_dossier.events import Event, Telling
from build_dossier.events.describing import described, event_id, sort_key
from build_dossier.events.joining import join
from build_dossier.events.settling import Settled, settle
from build_dossier.events.tellings import tellings
from build_dossier.link import LinkedReading


def find(
    readings: Sequence[LinkedReading], files: Sequence[EventFile], taken: Collection[str] = frozenset()
) -> Settled:
    """Every event of the dossier, in order of date; pure, and the same in whatever order the readings come.

    Args:
        readings: what the articles say.
        files: what the editor says.
        taken: ids of articles and entities, which no event that the program names may have.
    """
    articles = {linked.reading.article.id: linked.reading.article for linked in readings}
    told = [
        telling
        for linked in sorted(readings, key=lambda linked: linked.reading.article.id)
        for telling in tellings(linked)
    ]
    free = [file for file in files if file.id not in taken]
    settled = settle(_joined(told, articles, taken), free, articles)
    return Settled(
        events=tuple(sorted(settled.events, key=sort_key)),
        redirects=settled.redirects,
        problems=(*(_taken(file) for file in files if file.id in taken), *settled.problems),
    )


def _taken(file: EventFile) -> Problem:
    return Problem(
        severity=Severity.ERROR,
        code="event-id-taken",
        file=file.file,
        line=None,
        message=f"“{file.id}” is the id of an article, a person, a place or an organisation",
        hint=f"rename the file to {file.id}-event.md",
    )


def _joined(told: Sequence[Telling], articles: Mapping[str, Article], taken: Collection[str]) -> tuple[Event, ...]:
    """The events that the program finds, each under an id of its own."""
    events: list[Event] = []
    used = set(taken)
    for group in join(told):
        members = [told[at] for at in group.members]
        name = event_id(members, used)
        used.add(name)
        events.append(described(name, members, articles, group.reason))
    return tuple(events)
