"""Names of bodies that say their country: «МИД Украины», «британский МИД», «Сенат США».

Comes in: the key of an organisation's name. Goes out: the body's own name and its country, where it ends in one or
begins with the adjective of one; and a key under which one country's body meets in all languages.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from build_dossier.extract.mentions import EntityType
from build_dossier.lexicon_file import read_lexicon, words
from build_dossier.linking.authority import Thing, authority, institutions, name_key
from build_dossier.linking.concepts import composed
from build_dossier.text.translit import skeleton

_ENDING = re.compile(
    "(?:ого|ому|их|ых|ої|ой|ое|ые|ие|ая|ий|ый|ів|ов|ам|ии|ії|ия|ія|ию|ію|ией|ією|ами|ях|ею|ою|у|ю|а|я|е|і|и|ы|о|й|ь|ї)$"
)
_LONGEST = 4
"""Words in the longest name of a country that is tried («Об'єднані Арабські Емірати» has three)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class National:
    """A body of one country."""

    body: str
    """The name without the country, as a key."""
    country: str
    """ISO 3166-1 alpha-2."""


@lru_cache(maxsize=100_000)
def national(key: str) -> National | None:
    """The body and the country that an organisation's name ends in or begins with, ``None`` when it says none."""
    row = key.split()
    for length in range(min(_LONGEST, len(row) - 1), 0, -1):
        country = _countries().get(_stems(row[-length:]))
        if country is not None:
            return National(body=" ".join(row[:-length]), country=country)
    country = _adjectives().get(_stem(row[0])) if len(row) > 1 else None
    return None if country is None else National(body=" ".join(row[1:]), country=country)


@lru_cache(maxsize=100_000)
def concept(key: str) -> str | None:
    """The kind of body that any state may have: ``mfa`` by the table, ``commission+electoral`` by its words."""
    listed = _concepts().get(key)
    if listed is not None:
        return listed
    meaning = composed(key)
    return None if meaning is None or not meaning.national else _by_words().get(meaning.key, meaning.key)


@lru_cache(maxsize=100_000)
def institution_key(key: str) -> str | None:
    """A key shared by a body's names in all languages; ``None`` for a name that a country is missing to.

    A known body of that country has its own key (``thing:us-state-department`` for «Госдепартамент США»).
    """
    parts = national(key)
    if parts is None:
        meaning = composed(key)
        return None if meaning is None or meaning.national else f"{meaning.key}|"
    thing = authority().find(EntityType.ORG, parts.body) or _known_by_words(parts)
    if thing is not None and thing.country == parts.country:
        return f"thing:{thing.key}"
    body = concept(parts.body)
    return f"{body or skeleton(parts.body)}|{parts.country}"


def _known_by_words(parts: National) -> Thing | None:
    """The body of that country in the tables whose name has the same words, in whatever case."""
    meaning = composed(parts.body)
    return None if meaning is None else _things_by_words().get((meaning.key, parts.country))


@lru_cache(maxsize=1)
def _things_by_words() -> Mapping[tuple[str, str], Thing]:
    """Bodies of the tables by the concepts of their names' words and their country."""
    found: dict[tuple[str, str], Thing] = {}
    for thing in authority().things.values():
        if thing.type is EntityType.ORG and thing.country is not None:
            names = (name_key(name) for name in thing.names)
            bodies = (parts.body if (parts := national(name)) is not None else name for name in names)
            for meaning in filter(None, map(composed, bodies)):
                found.setdefault((meaning.key, thing.country), thing)
    return found


def country_of_adjective(word: str) -> str | None:
    """The country of «американський», «британских» (ISO 3166-1), ``None`` for other words."""
    return _adjectives().get(_stem(word))


def _stems(row: list[str]) -> str:
    return " ".join(_stem(word) for word in row)


def _stem(word: str) -> str:
    """The word without its case ending; abbreviations and short words stay."""
    bare = _ENDING.sub("", word)
    return bare if len(bare) >= 3 else word


@lru_cache(maxsize=1)
def _countries() -> Mapping[str, str]:
    countries: dict[str, str] = {}
    for thing in authority().countries():
        for name in thing.names:
            if thing.country is not None:
                countries.setdefault(_stems(name_key(name).split()), thing.country)
    return countries


@lru_cache(maxsize=1)
def _adjectives() -> Mapping[str, str]:
    """Countries by the stem of an adjective: «британськ», «российск»."""
    countries = read_lexicon("governments.yml")["countries"]
    assert isinstance(countries, Mapping)
    found: dict[str, str] = {}
    for code, entry in countries.items():
        assert isinstance(entry, Mapping)
        found |= {_stem(name_key(word)): code for word in words(entry.get("adjectives", ()))}
    return found


@lru_cache(maxsize=1)
def _concepts() -> Mapping[str, str]:
    return {name_key(name): thing.key for thing in institutions() for name in thing.names}


@lru_cache(maxsize=1)
def _by_words() -> Mapping[str, str]:
    """Kinds of bodies by the concepts of their names' words."""
    meanings = ((composed(name_key(name)), thing.key) for thing in institutions() for name in thing.names)
    return {meaning.key: key for meaning, key in meanings if meaning is not None}
