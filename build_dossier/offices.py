"""Offices with their holders and dates: whom «президент США» means on a day.

Comes in: the package's ``lexicon/offices.yml`` and the editor's ``docs/lexicon/offices.yml``, which replaces an office
by its key. Goes out: an ``Offices`` table, with a ``Problem`` for every entry that cannot be used.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from build_dossier.errors import Problem
from build_dossier.lexicon_file import Complaints, entries, package_text
from build_dossier.strict_yaml import Value
from build_dossier.text.likeness import nearest

FIELDS = ("called", "country", "organisation", "body", "leads", "holders")
HOLDER_FIELDS = ("names", "from", "to")
_DAY = re.compile(r"\d{4}(?:-\d\d){0,2}\Z")
_FIRST, _LAST = "0000-00-00", "9999-99-99"


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Somebody in an office, and when."""

    names: tuple[str, ...]
    """Full names in any language, each enough to tell the person."""
    start: str
    """First day, ``YYYY-MM-DD``, or less of it."""
    end: str | None
    """First day of the next holder; ``None`` while it is not known to have ended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office that one person holds at a time."""

    key: str
    called: tuple[str, ...]
    """Lemmas of the nouns that say it."""
    country: str | None
    """ISO 3166-1 alpha-2."""
    organisation: tuple[str, ...]
    """Names of the body whose office it is, where it is no country's."""
    body: str | None
    """Key of the kind of body that it leads (``mfa``)."""
    leads: bool
    """Whether it is meant by «лідер», «очільник» of the country."""
    holders: tuple[Holder, ...]

    def between(self, first: str, last: str) -> tuple[Holder, ...]:
        """Who held it on any day from ``first`` to ``last``."""
        return tuple(h for h in self.holders if h.start <= last and (h.end is None or first < h.end))


@dataclass(frozen=True, slots=True, kw_only=True)
class Offices:
    """The table."""

    offices: Mapping[str, Office]
    """By key."""
    as_of: str
    """The day on which the table was true."""


def days(value: str | None) -> tuple[str, str]:
    """The first and the last day that an EDTF value allows; all days for ``None``."""
    if value is None:
        return _FIRST, _LAST
    first, _, last = value.partition("/") if "/" in value else (value, "", value)
    start = first if _DAY.match(first) is not None else _FIRST
    end = last + _LAST[len(last) :] if _DAY.match(last) is not None else _LAST
    return start, end


@lru_cache(maxsize=1)
def package_offices() -> Offices:
    """The offices that come with the program."""
    offices, problems = read_offices([("offices.yml", package_text("offices.yml"))], _NOTHING)
    assert not problems, problems
    return offices


_NOTHING = Offices(offices=MappingProxyType({}), as_of=_LAST)


def read_offices(
    sources: Iterable[tuple[str, str]], known: Offices | None = None
) -> tuple[Offices, tuple[Problem, ...]]:
    """The offices of ``known`` (the package's by default) with those of ``sources``, (path, text) pairs, on top."""
    table = package_offices() if known is None else known
    offices, as_of = dict(table.offices), table.as_of
    complaints = Complaints(code="offices")
    for entry in entries(sources, complaints):
        key, value = entry.key, entry.value
        if key == "as_of" and isinstance(value, str) and _DAY.match(value) is not None:
            as_of = value
            continue
        office, mistakes = _office(key, value)
        for wrong in mistakes:
            complaints.about(entry, f"office “{key}”: {wrong}")
        if office is not None:
            offices[key] = office
    return Offices(offices=MappingProxyType(offices), as_of=as_of), tuple(complaints.problems)


def _office(key: str, value: Value) -> tuple[Office | None, list[str]]:
    """The office that an entry describes, ``None`` if it cannot be used, and what is wrong with it."""
    if not isinstance(value, Mapping):
        return None, ["expected `called: [президент]`, `country: US` and `holders:` below it"]
    complaints = list(_unknown(value, FIELDS))
    called, organisation = _strings(value.get("called")), _strings(value.get("organisation"))
    country, body = value.get("country"), value.get("body")
    if not called:
        complaints.append("it is not `called` anything")
    if not isinstance(country, str) and not organisation:
        complaints.append("it has neither `country` nor `organisation`")
    holders, wrong = _holders(value.get("holders"))
    complaints += wrong
    if not called or not (isinstance(country, str) or organisation):
        return None, complaints
    office = Office(
        key=key,
        called=called,
        country=country if isinstance(country, str) else None,
        organisation=organisation,
        body=body if isinstance(body, str) else None,
        leads=value.get("leads") in {"yes", "true"},
        holders=holders,
    )
    return office, complaints


def _holders(value: Value) -> tuple[tuple[Holder, ...], list[str]]:
    holders: list[Holder] = []
    complaints: list[str] = []
    for entry in value if isinstance(value, tuple) else ():
        names = _strings(entry.get("names")) if isinstance(entry, Mapping) else ()
        start, end = (entry.get("from"), entry.get("to")) if isinstance(entry, Mapping) else (None, None)
        if not isinstance(entry, Mapping) or not names or not _is_day(start) or not (end is None or _is_day(end)):
            complaints.append(
                "a holder is `{names: […], from: YYYY-MM-DD, to: YYYY-MM-DD}`, without `to` while in office"
            )
            continue
        complaints += _unknown(entry, HOLDER_FIELDS)
        holders.append(Holder(names=names, start=str(start), end=None if end is None else str(end)))
    return tuple(holders), complaints


def _is_day(value: Value) -> bool:
    return isinstance(value, str) and _DAY.match(value) is not None


def _unknown(entry: Mapping[str, Value], fields: tuple[str, ...]) -> Iterator[str]:
    for field in entry:
        if field not in fields:
            meant = nearest(field, fields)
            yield f"unknown field “{field}”" + (f", perhaps {meant}" if meant is not None else "")


def _strings(value: Value) -> tuple[str, ...]:
    items = (value,) if isinstance(value, str) else value if isinstance(value, tuple) else ()
    return tuple(item for item in items if isinstance(item, str) and item.strip())
