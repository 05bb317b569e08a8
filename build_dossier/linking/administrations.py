"""Whose administration is meant that is named by its office: «администрация президента США» is Trump's in 2018.

Comes in: what a naming means by its words, the day of its article, the table of offices. Goes out: the administration
that the dossier names by its holder («адміністрація Дональда Трампа»), so that those of two presidents stay two. Where
nothing tells the holder, or nobody names his administration, the words keep what they mean.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_dossier.article import Basis, Published
from build_dossier.extract.gazetteer import keys, merged
from build_dossier.extract.mentions import EntityType
from build_dossier.linking.authority import name_key
from build_dossier.linking.institutions import National, national
from build_dossier.linking.joining import Groups
from build_dossier.linking.names import Name, person
from build_dossier.linking.nominative import stem
from build_dossier.linking.table import Naming
from build_dossier.offices import Holder, Office, Offices, days
from build_dossier.text.translit import skeleton

_STATED = frozenset({Basis.STATED, Basis.EDITOR})
_ADMINISTRATION = frozenset(map(merged, ("адміністрація", "администрация")))
_FULL = 3
"""Words of «адміністрація Дональда Трампа»."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Administration:
    """The administration of an office's holder."""

    root: int
    """A group, by its root."""
    doubt: str | None
    """One English sentence, where neither the words nor a stated day tell the holder."""


class Administrations:
    """Administrations by their holders."""

    def __init__(
        self,
        groups: Groups,
        members: Mapping[int, Iterable[int]],
        articles: Mapping[str, Sequence[Name]],
        offices: Offices,
    ) -> None:
        """``articles`` are the names of each article."""
        self._groups = groups
        self._articles = articles
        self._called = frozenset(merged(word) for office in offices.offices.values() for word in office.called)
        self._offices = offices
        self._office_of: dict[int, Office] = {}
        self._held: dict[str, list[tuple[str | None, int]]] = {}
        for root, numbers in sorted(members.items()):
            for name in (groups.names[number] for number in numbers):
                self._add(name, root)

    def _add(self, name: Name, root: int) -> None:
        row = name.key.split()
        if not _is_administration(name):
            return
        parts = national(name.key)
        if parts is None and len(row) <= _FULL:
            given = _sound(row[1]) if len(row) == _FULL else None
            self._held.setdefault(_sound(row[-1]), []).append((given, root))
        elif parts is not None and (office := self._office(parts)) is not None:
            self._office_of.setdefault(root, office)

    def _office(self, parts: National) -> Office | None:
        """The office of a country whose holder's administration a name says."""
        words = parts.body.split()
        return next(
            (
                office
                for office in self._offices.offices.values()
                if len(words) == 2 and office.country == parts.country and office.body is None
                if _is(words[1], frozenset(map(merged, office.called)))
            ),
            None,
        )

    def _says_office(self, number: int) -> bool:
        """Whether a name is «адміністрація президента», without a country."""
        name = self._groups.names[number]
        row = name.key.split()
        return len(row) == 2 and _is_administration(name) and _is(row[1], self._called)

    def of_holder(self, naming: Naming, number: int, root: int) -> Administration | None:
        """The holder's administration where the words mean one of an office; ``None`` where it cannot be told.

        Args:
            naming: for its article's day, and the person named right after it.
            number: its name.
            root: the group that the words mean.
        """
        office = self._office_of.get(root)
        if self._groups.owner(root) is not None or (office is None and not self._says_office(number)):
            return None
        if naming.followed_by is not None:
            return self._one(number, self._roots(naming.followed_by), None)
        if office is None:
            return None
        return self._by_table(naming, number, office) or self._by_article(naming, number, office)

    def _by_table(self, naming: Naming, number: int, office: Office) -> Administration | None:
        """The holder of the article's day, where there is but one."""
        published = naming.published
        holders = office.between(*days(published.value if published is not None else None))
        if published is None or len({holder.names for holder in holders}) != 1:
            return None
        day = published.value if published.value is not None else "an unknown day"
        doubt = f"“{naming.lemma}” names nobody; the table of offices says so for {day}."
        return self._one(number, self._bodies(holders), None if self._is_sure(published) else doubt)

    def _is_sure(self, published: Published) -> bool:
        return published.basis in _STATED and days(published.value)[1] <= self._offices.as_of

    def _by_article(self, naming: Naming, number: int, office: Office) -> Administration | None:
        """The holder whom the article names, himself or his administration, where its day leaves several."""
        published = naming.published
        holders = office.between(*days(published.value if published is not None else None))
        here = frozenset(_said(self._articles.get(naming.article, ())))
        named = [holder for holder in holders if not here.isdisjoint(map(_surname, holder.names))]
        if len({holder.names for holder in named}) != 1:
            return None
        doubt = f"“{naming.lemma}” names nobody; of those who held the office the article names one."
        return self._one(number, self._bodies(named), doubt)

    def _bodies(self, holders: Iterable[Holder]) -> Iterator[int]:
        return (root for holder in holders for name in holder.names for root in self._roots(name))

    def _roots(self, holder: str) -> Iterator[int]:
        """Administrations that have the holder's name, with his given name or none."""
        parts = person(name_key(holder))
        given = {_sound(word) for word in parts.given}
        for said, root in self._held.get(_sound(parts.surname), ()):
            if said is None or not given or said in given:
                yield root

    def _one(self, number: int, roots: Iterable[int], doubt: str | None) -> Administration | None:
        """The only one that the editor allows."""
        found = {root for root in roots if self._groups.allowed(number, root)}
        return Administration(root=found.pop(), doubt=doubt) if len(found) == 1 else None


def _said(names: Iterable[Name]) -> Iterator[str]:
    """Surnames of the persons of an article, and of those whose administrations it names."""
    for name in names:
        if name.type is EntityType.PER:
            yield _surname(name.key)
        elif _is_administration(name):
            yield _sound(name.key.split()[-1])


def _is_administration(name: Name) -> bool:
    """Whether it is somebody's administration."""
    first, _, rest = name.key.partition(" ")
    return name.type is EntityType.ORG and rest != "" and _is(first, _ADMINISTRATION)


def _surname(name: str) -> str:
    return _sound(person(name_key(name)).surname)


def _is(word: str, wanted: frozenset[str]) -> bool:
    return not wanted.isdisjoint(keys(word, "uk") | keys(word, "ru"))


def _sound(word: str) -> str:
    """A word of a personal name without its case, in either language."""
    return skeleton(stem(word))
