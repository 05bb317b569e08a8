"""What is known of places and organisations before any article is read, as in a library's authority file.

Comes in: the package's tables (territories of CLDR through babel, cities, other names, media). Goes out: ``Thing``
records and ``Authority``, which finds the thing a name means. A name that means two things of one type means the first
in the order of ``_SOURCES``; among cities the most populous.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

import babel

from build_dossier.coordinates import read_coordinates
from build_dossier.extract.mentions import EntityType
from build_dossier.lexicon_file import package_text
from build_dossier.outlets import package_outlets
from build_dossier.strict_yaml import Value, read_yaml
from build_dossier.text.fold import fold_case
from build_dossier.text.translit import slug

_LANGUAGES = ("uk", "ru", "en")
_NO_PLACE = frozenset({"EZ", "QO", "UN", "XA", "XB", "ZZ", "EU"})
"""CLDR codes for unions, pseudo-locales and «unknown»; the unions stand among the organisations."""
_WORLD_REGIONS = ("002", "003", "005", "009", "013", "142", "143", "150", "419")
"""UN M.49 codes in CLDR that news use as names: Africa, North America … Europe, Latin America; not «World», and not
the Americas: «Америка» is the United States."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """A place or organisation that the tables know."""

    key: str
    """Unique among things; ASCII."""
    type: EntityType
    labels: Mapping[str, str]
    """``uk``, ``ru``, ``en`` as far as known."""
    also: tuple[str, ...] = ()
    """Other names, each enough to tell the thing."""
    country: str | None = None
    """ISO 3166-1 alpha-2."""
    coordinates: tuple[float, float] | None = None
    """Latitude and longitude in degrees; of cities and regions."""
    state: bool = False
    """Whether it is a country: what «МИД …» can be of."""

    @property
    def names(self) -> tuple[str, ...]:
        """All names, labels first."""
        return (*self.labels.values(), *self.also)


class Authority:
    """Finds things by name and type."""

    def __init__(self, things: Iterable[Thing]) -> None:
        self.things: dict[str, Thing] = {}
        self._by_name: dict[tuple[EntityType, str], Thing] = {}
        for thing in things:
            self.things.setdefault(thing.key, thing)
            for name in thing.names:
                self._by_name.setdefault((thing.type, name_key(name)), thing)

    def find(self, kind: EntityType, name: str) -> Thing | None:
        """The thing of that type that the name means, in any case and typography."""
        return self._by_name.get((kind, name_key(name)))

    def countries(self) -> Iterator[Thing]:
        """Every state."""
        return (thing for thing in self.things.values() if thing.state)


@lru_cache(maxsize=500_000)
def name_key(name: str) -> str:
    """A name as names are compared: folded, lower case, without quotation marks, single spaces."""
    return " ".join(fold_case(name).replace('"', "").split())


@lru_cache(maxsize=1)
def authority() -> Authority:
    """The package's authority file."""
    return Authority(thing for source in _SOURCES for thing in source())


@lru_cache(maxsize=1)
def institutions() -> tuple[Thing, ...]:
    """Bodies that every state has (``institutions.yml``): their key is one with a country only."""
    return tuple(_thing(key, entry, EntityType.ORG) for key, entry in _entries("institutions.yml"))


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalNames:
    """Forms of personal names in several languages."""

    rows: tuple[tuple[str, ...], ...]
    """Forms of one Slavic given name, the Ukrainian first, then the Russian."""
    short: tuple[tuple[str, ...], ...]
    """Forms of one foreign given name with its short forms."""
    western: Mapping[str, tuple[str, ...]]
    """English spelling of other given names, with their Cyrillic forms."""
    surnames: Mapping[str, tuple[str, ...]]
    """The same of surnames."""
    people: Mapping[str, tuple[str, ...]]
    """The same of whole names."""


@lru_cache(maxsize=1)
def personal_names() -> PersonalNames:
    """The package's table of personal names."""
    data = read_yaml(package_text("given_names.yml")).data
    rows, short = data["slavic"], data["short"]
    assert isinstance(rows, tuple)
    assert isinstance(short, tuple)
    return PersonalNames(
        rows=tuple(_strings(row) for row in rows),
        short=tuple(_strings(row) for row in short),
        western=_forms(data["western"]),
        surnames=_forms(data["surnames"]),
        people=_forms(data["people"]),
    )


def _forms(value: Value) -> Mapping[str, tuple[str, ...]]:
    assert isinstance(value, Mapping)
    return MappingProxyType({english: _strings(forms) for english, forms in value.items()})


def _territories() -> Iterator[Thing]:
    """Countries and regions: CLDR's names, with ours before them."""
    entries = dict(_entries("territories.yml"))
    cldr = {language: babel.Locale(language).territories for language in _LANGUAGES}
    for code in sorted(cldr["en"]):
        state = code.isalpha() and code not in _NO_PLACE
        if state or code in _WORLD_REGIONS:
            entry = entries.get(code, MappingProxyType({}))
            names = {language: str(cldr[language][code]) for language in _LANGUAGES if code in cldr[language]}
            labels = {language: str(entry.get(language) or name) for language, name in names.items()}
            others = tuple(name for name in names.values() if name not in labels.values())
            yield Thing(
                key=slug(labels["en"], "en"),
                type=EntityType.LOC,
                labels=MappingProxyType(labels),
                also=(*_strings(entry.get("also", ())), *others),
                country=code if state else None,
                state=state,
            )
    for key, entry in entries.items():
        if key.islower():
            yield _thing(key, entry, EntityType.LOC)


def _cities() -> Iterator[Thing]:
    """``cities.tsv``: the most populous first, so that a shared name means the greatest."""
    entries = dict(_entries("territories.yml"))
    taken: set[str] = set()
    for line in package_text("cities.tsv").splitlines():
        if line.startswith(("#", "en\t")):
            continue
        english, uk, ru, country, latitude, longitude, _ = line.split("\t")
        first = english not in taken
        entry = entries.get(english, MappingProxyType({})) if first else MappingProxyType({})
        taken.add(english)
        named = {"uk": uk, "ru": ru, "en": str(entry.get("en") or english)}
        yield Thing(
            key=slug(english, "en") + ("" if first else f"-{country.lower()}-{latitude}-{longitude}"),
            type=EntityType.LOC,
            labels=MappingProxyType({language: name for language, name in named.items() if name}),
            also=_strings(entry.get("also", ())),
            country=country,
            coordinates=(float(latitude), float(longitude)),
        )


def _organisations() -> Iterator[Thing]:
    """International and national bodies."""
    for key, entry in _entries("aliases.yml"):
        yield _thing(key, entry, EntityType(str(entry["type"])))


def _media() -> Iterator[Thing]:
    """Newspapers, agencies, broadcasters."""
    for outlet in package_outlets().outlets.values():
        yield Thing(key=outlet.key, type=EntityType.ORG, labels=outlet.labels, also=outlet.also, country=outlet.country)


_SOURCES = (_territories, _organisations, _media, _cities)


def _thing(key: str, entry: Mapping[str, Value], kind: EntityType) -> Thing:
    country = entry.get("country")
    return Thing(
        key=key,
        type=kind,
        labels=MappingProxyType({language: str(entry[language]) for language in _LANGUAGES if language in entry}),
        also=_strings(entry.get("also", ())),
        country=str(country) if country is not None else None,
        coordinates=read_coordinates(entry.get("at")),
    )


def _entries(name: str) -> Iterator[tuple[str, Mapping[str, Value]]]:
    for key, entry in read_yaml(package_text(name)).data.items():
        assert isinstance(entry, Mapping), f"{name}: {key}"
        yield key, entry


def _strings(value: Value) -> tuple[str, ...]:
    assert isinstance(value, tuple)
    return tuple(str(item) for item in value)
