"""The gold standard of a folder of seeds: one YAML file, by the names of the seeds' files.

Comes in: the text of the file. Goes out: ``GoldArticle``s. Keys that begin with ``_`` speak of the dossier as a whole.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_dossier.errors import DossierError
from build_dossier.measure.gold_terms import GoldTerm, gold_terms
from build_dossier.measure.gold_words import GoldWords, gold_words
from build_dossier.strict_yaml import Value, YamlError, read_yaml

MEASURED = frozenset(
    {
        "language",
        "title",
        "publication_date",
        "publisher",
        "separate_from_body",
        "subheadings",
        "people",
        "organisations",
        "places",
        "annotations",
        "not_actors",
        "not_organisations",
        "events",
        "unnamed_people",
        "lead_line",
        "sources",
        "quotes",
        "not_quotes",
        "claims",
        "framing_terms",
    }
)
"""Fields that are measured, or that only explain measured ones."""

GROUPS = {"people": "PER", "organisations": "ORG", "places": "LOC"}
"""The type of mention that each group of names asks for."""


class GoldError(DossierError):
    """A gold file that cannot be used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """Words of the text and where they stand."""

    text: str
    start: int
    end: int
    kind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldDate:
    """When an article was published."""

    value: str | None
    stated: bool
    """Whether the text states it."""
    earliest: str | None
    latest: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldName:
    """A person, organisation or place in one article."""

    id: str
    type: str
    basic: bool
    """Whether it can be found by rule."""
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldEventTime:
    """The words that date an event, and the date."""

    start: int
    end: int
    value: str | None
    basis: str
    basic: bool
    """Whether it can be found by rule."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldEvent:
    """A passage that tells of an event."""

    id: str
    """The same in every article that tells of it."""
    start: int
    end: int
    date: str | None
    planned: bool
    basic: bool
    """Whether it can be found by rule."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldSeedSource:
    """A source of one article that is no person, in the roles that the program tells apart."""

    id: str
    role: str
    anonymity: str
    forms: tuple[str, ...]


SOURCE_ROLES = {
    "primary_reported_source": ("PRIMARY", "NAMED"),
    "primary_source": ("PRIMARY", "NAMED"),
    "secondary_source": ("PRIMARY", "NAMED"),
    "relay_or_self_reference": ("RELAYED", "NAMED"),
    "anonymous_source_of": ("PRIMARY", "UNNAMED"),
    "collective_source": ("PRIMARY", "COLLECTIVE"),
    "on_record_comment": ("SPOKESPERSON", "NAMED"),
    "on_record_confirmation": ("SPOKESPERSON", "NAMED"),
    "declined_comment": ("SPOKESPERSON", "DECLINED"),
    "no_reply": ("SPOKESPERSON", "NO_REPLY"),
}
"""The gold's finer roles; what stands in none (hearsay, the publisher itself, nobody) is no source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldArticle:
    """All that is measured of one article."""

    seed: str
    language: str
    headline: Extract | None
    """A headline in the text; without one the title is derived."""
    derivable: Extract | None
    """The words in which a derived title must lie."""
    published: GoldDate
    publisher: str | None
    publisher_sure: bool
    """Whether the text decides it: an ambiguous one may also be left open."""
    separate: tuple[Extract, ...]
    names: tuple[GoldName, ...]
    notes: tuple[Extract, ...]
    times: tuple[GoldEventTime, ...]
    events: tuple[GoldEvent, ...]
    sources: tuple[GoldSeedSource, ...]
    """Those that can be found by rule."""
    words: tuple[GoldWords, ...]
    terms: tuple[GoldTerm, ...]
    unmeasured: tuple[str, ...]
    """Fields of the file that are not measured yet."""


def read_gold(text: str) -> tuple[GoldArticle, ...]:
    """The articles of a gold file, in its order.

    Raises:
        GoldError: the file is no YAML, or a field is not what it should be.
    """
    try:
        data = read_yaml(text).data
        return tuple(_article(name, _map(value)) for name, value in data.items() if not name.startswith("_"))
    except YamlError as error:
        raise GoldError(f"line {error.line} of the gold file: {error.message}") from None
    except (KeyError, ValueError, TypeError) as error:
        raise GoldError(f"the gold file is not as expected: {type(error).__name__}: {error}") from None


def _article(seed: str, data: Mapping[str, Value]) -> GoldArticle:
    title, publisher = _map(data["title"]), _map(data["publisher"])
    return GoldArticle(
        seed=seed,
        language=_text(_map(data["language"])["code"]),
        headline=_extract(title.get("in_text")),
        derivable=_extract(title.get("acceptable_extract")),
        published=_date(_map(data["publication_date"])),
        publisher=_optional(publisher.get("name")),
        publisher_sure=publisher.get("status") != "ambiguous",
        separate=_extracts(data.get("separate_from_body")),
        names=tuple(name for group in GROUPS for name in _names(group, data.get(group))),
        notes=_extracts(data.get("annotations")),
        times=tuple(_event_times(data.get("events"))),
        events=tuple(_events(data.get("events"))),
        sources=tuple(_sources(data.get("sources"), data.get("people"))),
        words=tuple(gold_words(data)),
        terms=tuple(gold_terms(data.get("framing_terms"))),
        unmeasured=tuple(sorted(data.keys() - MEASURED)),
    )


def _names(group: str, value: Value) -> Iterator[GoldName]:
    for item in map(_map, _list(value)):
        forms = tuple(_text(form) for form in _list(item["surface_forms"]))
        yield GoldName(id=_text(item["id"]), type=GROUPS[group], basic=item.get("level") == "basic", forms=forms)


def _sources(value: Value, people: Value) -> Iterator[GoldSeedSource]:
    persons = {_text(_map(person)["id"]) for person in _list(people)}
    for source in map(_map, _list(value)):
        wanted = SOURCE_ROLES.get(_text(source["role"]).partition("(")[0])
        if wanted is None or source.get("level") != "basic" or _text(source["id"]) in persons:
            continue
        forms = (*_list(source.get("surface_forms")), *_list(source.get("anaphora")))
        yield GoldSeedSource(
            id=_text(source["id"]), role=wanted[0], anonymity=wanted[1], forms=tuple(_text(form) for form in forms)
        )


def _event_times(value: Value) -> Iterator[GoldEventTime]:
    for event in map(_map, _list(value)):
        if (words := _extract(event.get("time_expression"))) is not None:
            yield GoldEventTime(
                start=words.start,
                end=words.end,
                value=_optional(event.get("date")),
                basis=_text(event["basis"]).partition(":")[0],
                basic=event.get("date_level", event.get("level")) == "basic",
            )


def _events(value: Value) -> Iterator[GoldEvent]:
    for event in map(_map, _list(value)):
        if (words := _extract(event.get("evidence"))) is not None:
            yield GoldEvent(
                id=_text(event["id"]),
                start=words.start,
                end=words.end,
                date=_optional(event.get("date")),
                planned=event.get("status") == "planned",
                basic=event.get("level") == "basic",
            )


def _date(data: Mapping[str, Value]) -> GoldDate:
    return GoldDate(
        value=_optional(data.get("date")),
        stated=data.get("status") == "stated",
        earliest=_optional(data.get("earliest")),
        latest=_optional(data.get("latest")),
    )


def _extracts(value: Value) -> tuple[Extract, ...]:
    return tuple(found for item in _list(value) if (found := _extract(item)) is not None)


def _extract(value: Value) -> Extract | None:
    if value is None:
        return None
    data = _map(value)
    words = _text(data["text"] if "text" in data else data["quote"])
    kind = _optional(data.get("kind")) or ""
    return Extract(text=words, start=int(_text(data["start"])), end=int(_text(data["end"])), kind=kind)


def _map(value: Value) -> Mapping[str, Value]:
    if not isinstance(value, Mapping):
        raise TypeError(f"a mapping was expected, not {value!r}")
    return value


def _list(value: Value) -> Sequence[Value]:
    if value is None:
        return ()
    if not isinstance(value, tuple):
        raise TypeError(f"a list was expected, not {value!r}")
    return value


def _text(value: Value) -> str:
    if not isinstance(value, str):
        raise TypeError(f"words were expected, not {value!r}")
    return value


def _optional(value: Value) -> str | None:
    return None if value is None else _text(value)
