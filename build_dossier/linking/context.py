"""Whom a name means that does not say it alone: a bare surname, a weak alias, a ministry without its country.

Comes in: the namings of the dossier with their groups. Goes out: for each naming the group it means. The article itself
is asked first, then the whole dossier; what stays open is told as a doubt. «Келлог» after «Кіт Келлог» is he; «МИД»
after «МИД Украины» is Ukraine's, but before it, or without it, it is nobody's until the editor says.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from build_dossier.entity import Entity, Strength
from build_dossier.extract.mentions import EntityType
from build_dossier.linking.administrations import Administrations
from build_dossier.linking.authority import authority, name_key
from build_dossier.linking.countries import Countries, country_of
from build_dossier.linking.institutions import concept, national
from build_dossier.linking.joining import Groups
from build_dossier.linking.likeness import same_vowels
from build_dossier.linking.names import Name, canonical_given, coarse_surname, person, surname_key
from build_dossier.linking.table import NameTable, Naming
from build_dossier.offices import Offices
from build_dossier.text.translit import skeleton

_DOMINANT = 5
"""A bearer of a surname named in full this many times as often as the next is meant when nothing else tells."""
_WORTH_A_DOUBT = 20
"""Another bearer in the same article who is named less than the best by this factor is no doubt."""
_NAMED_DOUBTS = 3
"""Others that a doubt names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What a naming means in its context."""

    number: int
    """Its name."""
    root: int
    """A group, by its root; the name's own when nothing better is known."""
    others: tuple[int, ...] = ()
    """Groups that it could mean as well: a doubt."""
    doubt: str | None = None
    """Another reason to doubt it, as one English sentence."""


class Context:
    """Bearers of surnames and holders of short names, by article and in all."""

    def __init__(
        self,
        table: NameTable,
        groups: Groups,
        entities: Iterable[Entity],
        namings: Sequence[Naming],
        offices: Offices,
    ) -> None:
        self._table = table
        self._groups = groups
        self._members = groups.members()
        self._weak = _weak_aliases(table, groups, entities)
        self._namings = namings
        self._numbers = table.numbers
        self._weight = Counter(groups.root(number) for number in self._numbers)
        self._places = self._first_places()
        holders = (groups.root(number) for number in range(len(table.names)) if not self._open(number))
        self._anywhere = self._index(holders)
        self._here = {article: self._index(places) for article, places in self._places.items()}
        named = self._names_by_article()
        self._countries = Countries(named)
        self._administrations = Administrations(groups, self._members, named, offices)

    def meanings(self) -> list[Meaning]:
        """What each naming means, in their order."""
        pairs = zip(self._namings, self._numbers, strict=True)
        meanings = [self._of_holder(naming, self._meaning(naming, number)) for naming, number in pairs]
        named = {meaning.root for meaning in meanings if self._groups.root(meaning.number) == meaning.root}
        return [self._by_itself(meaning, named) for meaning in meanings]

    def _by_itself(self, meaning: Meaning, named: Collection[int]) -> Meaning:
        """A meaning as it is, unless it is a group of which no name is left but what its context gives it."""
        if meaning.root in named or self._groups.owner(meaning.root) is not None:
            return meaning
        return Meaning(number=meaning.number, root=self._groups.root(meaning.number))

    def _of_holder(self, naming: Naming, meaning: Meaning) -> Meaning:
        """The administration of an office as that of its holder, where he can be told; any other as it is."""
        found = self._administrations.of_holder(naming, meaning.number, meaning.root)
        return meaning if found is None else replace(meaning, root=found.root, others=(), doubt=found.doubt)

    def _names_by_article(self) -> Mapping[str, list[Name]]:
        named: dict[str, list[Name]] = {}
        for naming, number in zip(self._namings, self._numbers, strict=True):
            named.setdefault(naming.article, []).append(self._table.names[number])
        return named

    def _first_places(self) -> Mapping[str, Mapping[int, int]]:
        """For each article the groups that it names plainly, and where first."""
        places: dict[str, dict[int, int]] = {}
        for naming, number in zip(self._namings, self._numbers, strict=True):
            if not self._open(number):
                first = places.setdefault(naming.article, {})
                root, start = self._groups.root(number), naming.mention.start
                first[root] = min(first.get(root, start), start)
        return places

    def _open(self, number: int) -> bool:
        """Whether the name needs its context; what the editor listed as a name or strong alias never does."""
        if self._groups.owner(number) is not None:
            return False
        name = self._table.names[number]
        return self._table.loose(number) or _is_body(name) or name.key in self._weak

    def _index(self, roots: Iterable[int]) -> Mapping[str, list[int]]:
        """Groups by the short names that may mean them."""
        index: dict[str, list[int]] = {}
        for root in sorted(set(roots)):
            keys = {key for number in self._members[root] for key in self._long_keys(number)}
            for key in sorted(keys):
                index.setdefault(key, []).append(root)
        return index

    def _long_keys(self, number: int) -> Sequence[str]:
        """Short names under which a long one is asked for."""
        name = self._table.names[number]
        if name.type is EntityType.PER and not self._table.loose(number):
            parts = person(name.key)
            given = canonical_given(parts.given[0]) or skeleton(parts.given[0])
            return (f"surname:{surname_key(parts)}", f"coarse:{coarse_surname(parts)}", f"given:{given}")
        parts_of = national(name.key) if name.type is EntityType.ORG else None
        body = concept(parts_of.body) if parts_of is not None else None
        return () if body is None else (f"body:{body}",)

    def _short_keys(self, number: int) -> Sequence[str]:
        """The keys to ask for, the surest first."""
        name = self._table.names[number]
        keys = [f"alias:{name.key}"] if name.key in self._weak else []
        if name.type is EntityType.PER and self._table.loose(number):
            parts = person(name.key)
            keys += [f"surname:{surname_key(parts)}", f"coarse:{coarse_surname(parts)}"]
            keys += [f"given:{canonical_given(parts.surname) or skeleton(parts.surname)}"] if parts.bare else []
        elif _is_body(name):
            keys.append(f"body:{concept(name.key)}")
        return keys

    def _meaning(self, naming: Naming, number: int) -> Meaning:
        own = self._groups.root(number)
        if not self._open(number):
            return Meaning(number=number, root=own)
        here = self._candidates(self._here.get(naming.article, {}), number, self._short_keys(number))
        near = self._nearest(naming, here, number)
        if near is not None:
            return near
        keys = [key for key in self._short_keys(number) if not key.startswith("given:")]
        anywhere = self._candidates(self._anywhere, number, keys)
        return self._of_country(naming, number, anywhere) or self._foremost(number, own, anywhere)

    def _candidates(self, index: Mapping[str, list[int]], number: int, keys: Sequence[str]) -> list[int]:
        """The groups found under the first key that finds any the editor and the initials allow."""
        for key in keys:
            weak = self._weak.get(key.removeprefix("alias:"), ()) if key.startswith("alias:") else ()
            coarse = key.startswith("coarse:")
            roots = (*weak, *index.get(key, ()))
            found = [root for root in roots if self._fits(number, root) and (not coarse or self._alike(number, root))]
            if found:
                return found
        return []

    def _fits(self, number: int, root: int) -> bool:
        name = self._table.names[number]
        parts = person(name.key)
        if not self._groups.allowed(number, root):
            return False
        if name.type is not EntityType.PER or not parts.initialed:
            return True
        initial = skeleton(parts.given[0])[:1]
        names = (person(self._table.names[member].key) for member in self._members[root])
        return any(skeleton(full.given[0]).startswith(initial) for full in names if full.given)

    def _alike(self, number: int, root: int) -> bool:
        """Whether a surname of the same consonants has much the same vowels: «Букер» is not «Бейкер»."""
        surname = person(self._table.names[number].key).surname
        bearers = (person(self._table.names[member].key) for member in self._members[root])
        return any(same_vowels(surname, bearer.surname) for bearer in bearers)

    def _nearest(self, naming: Naming, roots: Sequence[int], number: int) -> Meaning | None:
        """The bearer that the article names, before the naming if it can be; a ministry's country only before it."""
        places = self._places.get(naming.article, {})
        named = [root for root in roots if root in places]
        before = [root for root in named if places[root] <= naming.mention.start]
        if self._table.names[number].type is EntityType.ORG:
            named = before
        if not named:
            return None
        best = min(before or named, key=lambda root: (-self._weight[root], places[root], root))
        return Meaning(number=number, root=best, others=_but(self._likely(named, best), best))

    def _of_country(self, naming: Naming, number: int, roots: Sequence[int]) -> Meaning | None:
        """The body of the country that the article speaks of most."""
        if self._table.names[number].type is not EntityType.ORG:
            return None
        by_country = {country: root for root in roots if (country := self._country(root)) is not None}
        country = self._countries.spoken_of(naming.article, by_country)
        if country is None:
            return None
        best = by_country[country]
        return Meaning(number=number, root=best, others=_but(self._likely(roots, best), best))

    def _country(self, root: int) -> str | None:
        countries = (country_of(self._table.names[member]) for member in self._members[root])
        return next((country for country in countries if country is not None), None)

    def _likely(self, roots: Sequence[int], best: int) -> Sequence[int]:
        """Those that are named often enough beside the best to be worth a doubt."""
        return [root for root in roots if self._weight[root] * _WORTH_A_DOUBT >= self._weight[best]]

    def _foremost(self, number: int, own: int, roots: Sequence[int]) -> Meaning:
        """The only bearer in the dossier, or one who is named far more than the others; else the name stands alone."""
        name = self._table.names[number]
        ranked = sorted(roots, key=lambda root: (-self._weight[root], root))
        if not ranked or name.type is not EntityType.PER or name.key in self._weak:
            return Meaning(number=number, root=own, others=_but(ranked, own))
        sure = len(ranked) == 1
        if sure or self._weight[ranked[0]] >= _DOMINANT * max(self._weight[ranked[1]], 1):
            return Meaning(number=number, root=ranked[0], others=_but(self._likely(ranked, ranked[0]), ranked[0]))
        return Meaning(number=number, root=own, others=_but(ranked, own))


def _is_body(name: Name) -> bool:
    """Whether the name is a body's of any country, and none that means one country's by itself."""
    known = authority().find(EntityType.ORG, name.key) is not None
    return name.type is EntityType.ORG and concept(name.key) is not None and not known


def _but(roots: Sequence[int], best: int) -> tuple[int, ...]:
    """The other groups, as many as a doubt names."""
    return tuple(root for root in roots if root != best)[:_NAMED_DOUBTS]


def _weak_aliases(table: NameTable, groups: Groups, entities: Iterable[Entity]) -> Mapping[str, tuple[int, ...]]:
    """The editor's weak aliases and the groups of their entities."""
    roots: dict[str, int] = {}
    for number, owner in enumerate(table.owners):
        if owner is not None:
            roots.setdefault(owner, groups.root(number))
    weak: dict[str, list[int]] = {}
    for entity in entities:
        for alias in entity.aliases:
            if alias.strength is Strength.WEAK and entity.id in roots:
                weak.setdefault(name_key(alias.form), []).append(roots[entity.id])
    return {key: tuple(sorted(set(found))) for key, found in sorted(weak.items())}
