"""The editor's word about an event: ``docs/events/<id>.md``.

Comes in: Markdown files. Goes out: ``EventFile``s, and a ``Problem`` for every mistake.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from build_dossier.errors import Problem, Severity
from build_dossier.strict_yaml import FrontMatter, Value, YamlError, read_front_matter
from build_dossier.text.edtf import is_edtf, nearest_edtf
from build_dossier.text.likeness import nearest
from build_dossier.text.translit import slug

KEYS = ("labels", "date", "planned", "passages", "not", "merge", "ban")
LANGUAGES = ("uk", "ru", "en")
_ID = re.compile(r"[a-z0-9][a-z0-9._-]*\Z")
_BOOLEANS = {"true": True, "yes": True, "false": False, "no": False}


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """A passage as the editor quotes it."""

    article: str
    """Its id, or the beginning of it."""
    quote: str
    line: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFile:
    """What an editor says of one event; ``None`` says nothing, the program's finding stands."""

    id: str
    file: str
    labels: Mapping[str, str]
    date: str | None
    """EDTF level 1."""
    planned: bool | None
    passages: tuple[Quoted, ...]
    """They tell of this event, and of no other."""
    refused: tuple[Quoted, ...]
    """They do not tell of it."""
    merge: tuple[str, ...]
    """Ids of events that are this one."""
    ban: bool
    """No event at all."""
    body: str
    body_line: int
    lines: Mapping[str, int]
    """1-based line of every key."""


def read_event_files(files: Iterable[tuple[str, str]]) -> tuple[tuple[EventFile, ...], tuple[Problem, ...]]:
    """The editor's events in order of id, from (path, text) of ``docs/events/*.md``, and what is wrong there.

    A file with a wrong line gives the event without that line; one that is no front matter at all gives none.
    """
    events: dict[str, EventFile] = {}
    problems: list[Problem] = []
    for path, text in sorted(files):
        reader = _Reader(path)
        event = reader.event(text)
        if event is not None:
            events[event.id] = event
        problems.extend(reader.problems)
    return tuple(events[key] for key in sorted(events)), tuple(problems)


class _Reader:
    """One file on its way to an ``EventFile``; collects every mistake instead of stopping at the first."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.document = FrontMatter(data={}, body="", body_line=1)

    def event(self, text: str) -> EventFile | None:
        """The event, ``None`` when the file names none."""
        event_id = self.path.rsplit("/", 1)[-1].removesuffix(".md")
        if _ID.match(event_id) is None:
            suggested = slug(event_id)
            self.report("event-id", f"“{event_id}” cannot be an id", None, f"rename it to “{suggested}”")
            return None
        try:
            self.document = read_front_matter(text)
        except YamlError as error:
            self.report("event-yaml", error.message, error.line, None)
            return None
        data = self.document.data
        for key in data:
            if key not in KEYS:
                self.report("event-key", f"“{key}” is not a key of an event", self.document.line(key), near(key, KEYS))
        body = self.document.body
        return EventFile(
            id=event_id,
            file=self.path,
            labels=self.labels(),
            date=self.date(),
            planned=self.boolean("planned"),
            passages=self.quoted("passages"),
            refused=self.quoted("not"),
            merge=self.ids("merge"),
            ban=self.boolean("ban") is True,
            body=body.strip(),
            body_line=self.document.body_line + body[: len(body) - len(body.lstrip())].count("\n"),
            lines=MappingProxyType({key: self.document.line(key) or 1 for key in data}),
        )

    def report(self, code: str, message: str, line: int | None, hint: str | None) -> None:
        """Notes one mistake."""
        self.problems.append(
            Problem(severity=Severity.ERROR, code=code, file=self.path, line=line, message=message, hint=hint)
        )

    def labels(self) -> Mapping[str, str]:
        """What the event is called, by language."""
        value = self.document.data.get("labels")
        if value is not None and not isinstance(value, Mapping):
            self.report("event-labels", "labels are `uk: …`, `ru: …`, `en: …`", self.document.line("labels"), None)
        labels: dict[str, str] = {}
        for language, name in value.items() if isinstance(value, Mapping) else ():
            line = self.document.line("labels", language)
            if language not in LANGUAGES:
                hint = near(language, LANGUAGES)
                self.report("event-labels", f"“{language}” is not a language of labels", line, hint)
            elif isinstance(name, str) and name.strip():
                labels[language] = " ".join(name.split())
            else:
                self.report("event-labels", f"the label “{language}” is not one line of words", line, None)
        return MappingProxyType(labels)

    def date(self) -> str | None:
        """When it was."""
        value = self.document.data.get("date")
        if value is None or (isinstance(value, str) and is_edtf(value)):
            return value if isinstance(value, str) else None
        meant = nearest_edtf(value) if isinstance(value, str) else None
        hint = (
            f"write {meant}" if meant is not None else "a day is 2025-06-21, a month 2025-06, a range 2025-06/2025-08"
        )
        self.report("event-date", "the date is not EDTF", self.document.line("date"), hint)
        return None

    def boolean(self, key: str) -> bool | None:
        """Yes, no, or nothing said."""
        value = self.document.data.get(key)
        known = _BOOLEANS.get(value.lower()) if isinstance(value, str) else None
        if value is not None and known is None:
            self.report("event-flag", f"“{key}” is true or false", self.document.line(key), None)
        return known

    def ids(self, key: str) -> tuple[str, ...]:
        """A list of ids."""
        value = self.document.data.get(key)
        items = value if isinstance(value, tuple) else () if value is None else (value,)
        kept = [item.strip() for item in items if isinstance(item, str) and _ID.match(item.strip()) is not None]
        if len(kept) != len(items):
            self.report("event-merge", f"“{key}” is a list of ids of events", self.document.line(key), None)
        return tuple(dict.fromkeys(kept))

    def quoted(self, key: str) -> tuple[Quoted, ...]:
        """Passages: each an article and words of it."""
        value = self.document.data.get(key)
        items = value if isinstance(value, tuple) else () if value is None else (value,)
        read = (self.one_quoted(key, index, item) for index, item in enumerate(items))
        return tuple(quoted for quoted in read if quoted is not None)

    def one_quoted(self, key: str, index: int, item: Value) -> Quoted | None:
        """One passage, ``None`` when it cannot be used."""
        line = self.document.line(key, str(index))
        article, quote = (item.get("article"), item.get("quote")) if isinstance(item, Mapping) else (None, None)
        alone = isinstance(item, Mapping) and item.keys() == {"article", "quote"}
        if alone and isinstance(article, str) and isinstance(quote, str) and quote.strip():
            return Quoted(article=article, quote=quote, line=line)
        self.report("event-passage", f"“{key}” lists passages", line, "write `- {article: …, quote: …}`")
        return None


def near(word: str, words: Iterable[str]) -> str | None:
    """The likest of ``words`` as a hint, ``None`` when nothing is alike."""
    likest = nearest(word, sorted(words))
    return None if likest is None else f"did you mean “{likest}”?"
