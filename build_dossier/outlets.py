"""Outlets that news cites: their names in all spellings, kind, country, whether a state owns them.

Comes in: the package's ``lexicon/outlets.yml`` and the editor's ``docs/lexicon/outlets.yml``, which replaces an outlet
by its key. Goes out: an ``Outlets`` table, with a ``Problem`` for every entry that cannot be used.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache
from types import MappingProxyType

from build_dossier.errors import Problem
from build_dossier.lexicon_file import Complaints, entries, package_text
from build_dossier.strict_yaml import Value
from build_dossier.text.fold import fold_case
from build_dossier.text.likeness import nearest

LANGUAGES = ("uk", "ru", "en")
FIELDS = ("kind", "country", "state", *LANGUAGES, "also", "note")


class OutletKind(Enum):
    """What kind of medium an outlet is."""

    AGENCY = "agency"
    PAPER = "paper"
    BROADCASTER = "broadcaster"
    SITE = "site"
    CHANNEL = "channel"
    INSTITUTE = "institute"


KINDS = tuple(kind.value for kind in OutletKind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """One outlet."""

    key: str
    labels: Mapping[str, str]
    """``uk``, ``ru``, ``en`` as far as known."""
    also: tuple[str, ...]
    """Other names, each enough to tell it."""
    kind: OutletKind
    country: str | None
    """Of its seat, ISO 3166-1 alpha-2."""
    state: bool
    """Whether a state owns, runs or pays it."""
    note: str | None
    """The reason of an entry that is not plain."""

    @property
    def names(self) -> tuple[str, ...]:
        """All names, labels first."""
        return (*self.labels.values(), *self.also)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlets:
    """The table; where two outlets have one name, the first has it."""

    outlets: Mapping[str, Outlet]
    """By key."""
    _by_name: Mapping[str, str] = field(repr=False)

    def find(self, name: str) -> Outlet | None:
        """The outlet of that name, however it is spelled."""
        key = self._by_name.get(name_key(name))
        return None if key is None else self.outlets[key]


def name_key(name: str) -> str:
    """A name as it is compared: case, quotation marks and spaces do not count."""
    return " ".join(fold_case(name).replace('"', " ").split())


def make_outlets(outlets: Mapping[str, Outlet]) -> Outlets:
    """The table of some outlets."""
    by_name: dict[str, str] = {}
    for outlet in outlets.values():
        for name in outlet.names:
            by_name.setdefault(name_key(name), outlet.key)
    return Outlets(outlets=MappingProxyType(dict(outlets)), _by_name=MappingProxyType(by_name))


@lru_cache(maxsize=1)
def package_outlets() -> Outlets:
    """The outlets that come with the program."""
    outlets, problems = read_outlets([("outlets.yml", package_text("outlets.yml"))], make_outlets({}))
    assert not problems, problems
    return outlets


def read_outlets(
    sources: Iterable[tuple[str, str]], known: Outlets | None = None
) -> tuple[Outlets, tuple[Problem, ...]]:
    """The outlets of ``known`` (the package's by default) with those of ``sources``, (path, text) pairs, on top."""
    table = dict((package_outlets() if known is None else known).outlets)
    complaints = Complaints(code="outlets")
    for entry in entries(sources, complaints):
        outlet, mistakes = _outlet(entry.key, entry.value)
        for wrong in mistakes:
            complaints.about(entry, f"outlet “{entry.key}”: {wrong}")
        if outlet is not None:
            table[entry.key] = outlet
    return make_outlets(table), tuple(complaints.problems)


def _outlet(key: str, value: Value) -> tuple[Outlet | None, list[str]]:
    """The outlet that an entry describes, ``None`` if it cannot be used, and what is wrong with it."""
    if not isinstance(value, Mapping):
        return None, ["expected `kind: agency`, `country: US` and a name as `uk:`, `ru:` or `en:` below it"]
    complaints = list(_wrong(value))
    labels = {language: name for language in LANGUAGES if isinstance(name := value.get(language), str) and name.strip()}
    kind, country, note = value.get("kind"), value.get("country"), value.get("note")
    if not labels:
        complaints.append("it has no name as `uk:`, `ru:` or `en:`")
    if kind not in KINDS or not labels:
        return None, complaints
    outlet = Outlet(
        key=key,
        labels=MappingProxyType(labels),
        also=_strings(value.get("also")),
        kind=OutletKind(kind),
        country=country if isinstance(country, str) else None,
        state=value.get("state") in {"yes", "true"},
        note=note if isinstance(note, str) else None,
    )
    return outlet, complaints


def _wrong(entry: Mapping[str, Value]) -> Iterator[str]:
    for name in entry:
        if name not in FIELDS:
            meant = nearest(name, FIELDS)
            yield f"unknown field “{name}”" + (f", perhaps {meant}" if meant is not None else "")
    if entry.get("kind") not in KINDS:
        yield f"its `kind` is one of {', '.join(KINDS)}"
    country = entry.get("country")
    if country is not None and not (isinstance(country, str) and len(country) == 2 and country.isupper()):
        yield f"its `country` is two capital letters of ISO 3166-1, not “{country}”"
    if entry.get("state", "no") not in {"yes", "no", "true", "false"}:
        yield "its `state` is yes or no"


def _strings(value: Value) -> tuple[str, ...]:
    items = (value,) if isinstance(value, str) else value if isinstance(value, tuple) else ()
    return tuple(item for item in items if isinstance(item, str) and item.strip())
