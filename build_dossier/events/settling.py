"""The editor's word about events, put over what the program found: the editor's always wins.

Comes in: the tellings of all articles and the groups they were joined to, the editor's files, the seeds. Goes out: the
events of the files, what is left of the groups, and a ``Problem`` for each passage or id that meets nothing.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from build_dossier.article import Article, Basis
from build_dossier.errors import Problem, Severity
from build_dossier.event import EventFile, Quoted, near
from build_dossier.events import Event, JoinReason, Telling
from build_dossier.events.describing import dated, described
from build_dossier.text.locate import Ambiguous, Match, NotFound, Searchable, TextQuoteSelector, locate, searchable
from build_dossier.text.span import Span
from build_dossier.wikilink import Ids


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What came of it."""

    events: tuple[Event, ...]
    redirects: Mapping[str, str]
    """Ids of events that were merged into another, to that one's."""
    problems: tuple[Problem, ...]


def settle(events: Sequence[Event], files: Sequence[EventFile], articles: Mapping[str, Article]) -> Settled:
    """``events`` as the editor wants them, in no order.

    Args:
        events: those that the program found.
        files: the editor's.
        articles: by id.
    """
    settler = _Settler(events, files, articles)
    made = [settler.event(file) for file in files if not file.ban]
    left = [kept for event in events if (kept := settler.left_of(event)) is not None]
    return Settled(events=(*made, *left), redirects=settler.redirects, problems=tuple(settler.problems))


class _Settler:
    """Applies the files one by one."""

    def __init__(self, events: Sequence[Event], files: Sequence[EventFile], articles: Mapping[str, Article]) -> None:
        self.problems: list[Problem] = []
        self.redirects: dict[str, str] = {}
        self._found = {event.id: event for event in events}
        self._tellings = [telling for event in events for telling in event.tellings]
        self._by_id = articles
        self._pages: dict[str, Searchable] = {}
        self._articles = Ids(articles)
        self._own = {file.id: tuple(self._passages(file, file.passages)) for file in files}
        self._refused = {file.id: tuple(self._passages(file, file.refused)) for file in files}
        self._claimed = [passage for file in files for passage in self._own[file.id]]
        self._taken = {taken for file in files for taken in self._takes(file)}

    def _takes(self, file: EventFile) -> Iterator[str]:
        """The found events that a file speaks of as wholes."""
        if file.id in self._found:
            yield file.id
        for other in () if file.ban else file.merge:
            if other in self._found:
                self.redirects[other] = file.id
                yield other
            else:
                hint = near(other, self._found)
                self._report(file, "event-unmet", f"there is no event “{other}”", file.lines.get("merge"), hint)

    def event(self, file: EventFile) -> Event:
        """The event of a file: its passages, and those of the found events that it takes over, but for refused ones."""
        taken = [self._found[other] for other in self._takes_quietly(file)]
        own = [self._telling(article, span, file) for article, span in self._own[file.id]]
        found = [telling for event in taken for telling in event.tellings if not self._is_out(telling, file)]
        tellings = tuple(sorted([*own, *found], key=lambda telling: (telling.article, telling.start)))
        made = described(file.id, tellings, self._by_id, JoinReason.JUDGEMENT)
        planned = any(telling.planned for telling in tellings) if file.planned is None else file.planned
        return replace(
            made,
            labels={**made.labels, **file.labels},
            label_basis=Basis.EDITOR if file.labels else made.label_basis,
            date=made.date if file.date is None else file.date,
            basis=made.basis if file.date is None else Basis.EDITOR,
            planned=planned,
            body=file.body,
            file=file.file,
        )

    def _takes_quietly(self, file: EventFile) -> list[str]:
        return [other for other in dict.fromkeys((file.id, *file.merge)) if other in self._found]

    def _is_out(self, telling: Telling, file: EventFile) -> bool:
        """Whether the editor refused a passage, or gave it to an event by its words."""
        refused = _within(telling, self._refused[file.id])
        return refused or _within(telling, self._claimed)

    def left_of(self, event: Event) -> Event | None:
        """What the editor left of a found event; ``None`` when that is nothing."""
        if event.id in self._taken:
            return None
        kept = tuple(telling for telling in event.tellings if not _within(telling, self._claimed))
        if kept == event.tellings:
            return event
        if not any(telling.principal for telling in kept):
            return None
        return described(event.id, kept, self._by_id, event.reason)

    def _telling(self, article: str, span: Span, file: EventFile) -> Telling:
        """A passage that the editor quotes: with what the program found in it, but in the editor's bounds."""
        told = [telling for telling in self._tellings if _within(telling, [(article, span)])]
        value, basis = dated(told)
        return Telling(
            article=article,
            start=span.start,
            end=span.end,
            sentence=span,
            concept=told[0].concept if told else None,
            concepts=_all(telling.concepts for telling in told),
            date=value if file.date is None else file.date,
            basis=basis if file.date is None else Basis.EDITOR,
            news=bool(told) and all(telling.news for telling in told),
            planned=file.planned is True,
            principal=True,
            persons=_all(telling.persons for telling in told),
            beside=_all(telling.beside for telling in told),
            others=_all(telling.others for telling in told),
            numbers=_all(telling.numbers for telling in told),
        )

    def _passages(self, file: EventFile, quotes: Iterable[Quoted]) -> Iterator[tuple[str, Span]]:
        for quoted in quotes:
            article = self._articles.resolve(quoted.article)
            if not isinstance(article, str):
                hint = near(quoted.article, self._by_id)
                self._report(file, "event-article", f"no article is called “{quoted.article}”", quoted.line, hint)
                continue
            if article not in self._pages:
                self._pages[article] = searchable(self._by_id[article].text)
            answer = locate(TextQuoteSelector(exact=quoted.quote), self._pages[article])
            if isinstance(answer, Match):
                yield article, Span(start=answer.start, end=answer.end)
                continue
            several = isinstance(answer, Ambiguous)
            words = f"“{quoted.quote}” stands {'in several places' if several else 'nowhere'} in {article}"
            self._report(file, "event-quote", words, quoted.line, self._instead(article, answer))

    def _instead(self, article: str, answer: Ambiguous | NotFound) -> str | None:
        """What the editor could have quoted."""
        if isinstance(answer, Ambiguous):
            return "quote more of it"
        span, text = answer.nearest, self._by_id[article].text
        return None if span is None else f"nearest: “{' '.join(text[span.start : span.end].split())}”"

    def _report(self, file: EventFile, code: str, message: str, line: int | None, hint: str | None) -> None:
        self.problems.append(
            Problem(severity=Severity.WARNING, code=code, file=file.file, line=line, message=message, hint=hint)
        )


def _all(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset(chain.from_iterable(sets))


def _within(telling: Telling, passages: Iterable[tuple[str, Span]]) -> bool:
    """Whether half of a telling, or half of a passage, lies in the other."""
    for article, span in passages:
        shared = min(telling.end, span.end) - max(telling.start, span.start)
        if article == telling.article and 2 * shared >= min(telling.end - telling.start, span.end - span.start):
            return True
    return False
