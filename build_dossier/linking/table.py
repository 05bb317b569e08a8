"""The names of a dossier, each once, with what is known of its use.

Comes in: mended mentions and the names that the editor's files give. Goes out: a ``NameTable``, in an order that does
not depend on the order of reading.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_dossier.article import Published
from build_dossier.entity import Entity, Strength
from build_dossier.extract.mentions import EntityType, Mention
from build_dossier.linking.authority import authority, name_key
from build_dossier.linking.names import Name, person, spoken
from build_dossier.linking.nominative import stem
from build_dossier.text.language import Language

_DOMINANT = 4
"""A name tagged with one type at least this many times as often as with another has that type throughout."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """One mention on its way to an entity."""

    article: str
    language: Language
    mention: Mention
    lemma: str
    """Mended by the dossier's nominatives."""
    against: tuple[str, ...] = ()
    """Ids that the editor ruled out here."""
    bracketed: bool = False
    """Whether it stands in brackets alone: «(ВОЗ)»."""
    published: Published | None = None
    """The day of its article."""
    followed_by: str | None = None
    """The person named right after it: «администрация президента США Дональда Трампа»."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """How a name is used."""

    mentions: int
    languages: frozenset[Language]
    printed: bool
    """Whether it stands somewhere exactly as its lemma: no artefact of lemmatising."""
    acronym: bool
    """Whether it is printed in capitals only."""


_UNUSED = Facts(mentions=0, languages=frozenset(), printed=True, acronym=False)


class NameTable:
    """Names by number; the editor's come first."""

    def __init__(
        self, namings: Sequence[Naming], entities: Sequence[Entity], published: Mapping[str, Sequence[str]]
    ) -> None:
        """``published`` are the keys under which an id was remembered before the editor gave it a file."""
        self._editors = _editors_types(entities)
        self._votes = _votes(namings)
        self._settled: dict[tuple[str, EntityType], EntityType] = {}
        given = [
            (name, entity.id)
            for entity in entities
            for name in dict.fromkeys((*_names_of(entity), *_published(published.get(entity.id, ()))))
        ]
        named = [self._name(naming) for naming in namings]
        used = sorted(set(named), key=lambda name: name.order)
        self.names: tuple[Name, ...] = (*(name for name, _ in given), *used)
        self.owners: tuple[str | None, ...] = (*(owner for _, owner in given), *(None for _ in used))
        number = {name: len(given) + index for index, name in enumerate(used)}
        self.numbers: tuple[int, ...] = tuple(number[name] for name in named)
        """The number of each naming's name, in the order of the namings."""
        facts = _facts(zip(named, namings, strict=True))
        self.full_names = frozenset(_stems(self.names))
        """Stems of given name and surname of everybody who is named in full."""
        self.surnames = frozenset(surname for _, surname in self.full_names)
        self.facts: tuple[Facts, ...] = tuple(facts.get(name, _UNUSED) for name in self.names)

    def _name(self, naming: Naming) -> Name:
        """The name of a mention, its type settled for the whole dossier."""
        key, tagged = name_key(naming.lemma), naming.mention.type
        if (key, tagged) not in self._settled:
            self._settled[key, tagged] = self._type(key, tagged)
        return Name(type=self._settled[key, tagged], key=key, against=naming.against)

    def _type(self, key: str, tagged: EntityType) -> EntityType:
        editors = self._editors.get(key, ())
        if editors:
            return tagged if tagged in editors else editors[0]
        known = _known_type(key, tagged)
        if known is not None:
            return known
        votes = self._votes[key]
        best = min(votes, key=lambda kind: (-votes[kind], kind.value))
        return best if votes[best] >= _DOMINANT * votes[tagged] else tagged

    def loose(self, number: int) -> bool:
        """Whether the name alone does not tell whom it means: a bare surname, or initials with a surname."""
        return is_loose(self.names[number])


def _stems(names: Iterable[Name]) -> Iterator[tuple[str, str]]:
    for name in names:
        if name.type is EntityType.PER and not is_loose(name):
            parts = person(name.key)
            yield stem(parts.given[-1]), stem(parts.surname)


def is_loose(name: Name) -> bool:
    """Whether a name is a person's without a full given name."""
    if name.type is not EntityType.PER:
        return False
    parts = person(name.key)
    return parts.bare or parts.initialed


def _published(keys: Iterable[str]) -> list[Name]:
    """Names that a page was published with; a bare surname only where there was nothing else."""
    parts = (key.partition(":") for key in keys)
    names = [Name(type=EntityType(kind), key=key) for kind, _, key in parts if kind in EntityType.__members__ and key]
    return [name for name in names if not is_loose(name)] or names


def _names_of(entity: Entity) -> list[Name]:
    """The names that are enough to tell an entity of the editor's."""
    strong = (alias.form for alias in entity.aliases if alias.strength is Strength.STRONG)
    keys = dict.fromkeys(name_key(form) for form in (*entity.labels.values(), *strong))
    return [Name(type=entity.type, key=key) for key in keys]


def _editors_types(entities: Iterable[Entity]) -> Mapping[str, tuple[EntityType, ...]]:
    types: dict[str, list[EntityType]] = {}
    for entity in entities:
        for name in _names_of(entity):
            types.setdefault(name.key, []).append(entity.type)
    return {key: tuple(kinds) for key, kinds in types.items()}


def _known_type(key: str, tagged: EntityType) -> EntityType | None:
    """The type that the tables give: theirs if they know the name under the tag, else a state's or a known body's.

    A person is turned into a place only by a country's name: many small towns are called like people.
    """
    book = authority()
    if book.find(tagged, key) is not None:
        return tagged
    place = book.find(EntityType.LOC, key)
    if place is not None and place.state:
        return EntityType.LOC
    return EntityType.ORG if book.find(EntityType.ORG, key) is not None else None


def _votes(namings: Iterable[Naming]) -> Mapping[str, Counter[EntityType]]:
    votes: dict[str, Counter[EntityType]] = {}
    for naming in namings:
        votes.setdefault(name_key(naming.lemma), Counter())[naming.mention.type] += 1
    return votes


def _facts(named: Iterable[tuple[Name, Naming]]) -> Mapping[Name, Facts]:
    grouped: dict[Name, list[Naming]] = {}
    for name, naming in named:
        grouped.setdefault(name, []).append(naming)
    return {name: _fact(name, group) for name, group in grouped.items()}


def _fact(name: Name, namings: Sequence[Naming]) -> Facts:
    return Facts(
        mentions=len(namings),
        languages=frozenset(spoken(name.key, naming.language) for naming in namings),
        printed=any(name_key(naming.mention.form) == name.key for naming in namings),
        acronym=all(naming.lemma.isupper() and len(naming.lemma) > 1 for naming in namings),
    )
