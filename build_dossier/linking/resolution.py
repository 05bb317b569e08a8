"""From namings to entities: the steps in their order, and the entities that come of them.

Comes in: namings, the editor's entities, remembered ids. Goes out: a ``Resolution``: the sense of every naming, the
entities with labels, redirects and what is to be remembered.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TypeVar

from build_dossier.article import Basis
from build_dossier.entity import Entity
from build_dossier.errors import Problem, Severity
from build_dossier.extract.mentions import EntityType
from build_dossier.linking.authority import name_key
from build_dossier.linking.context import Context, Meaning
from build_dossier.linking.identity import KINDS, Group, Remembered, flattened, identify
from build_dossier.linking.joining import Groups
from build_dossier.linking.judging import merged
from build_dossier.linking.labels import labels_of
from build_dossier.linking.likeness import join_by_likeness
from build_dossier.linking.names import Name
from build_dossier.linking.rules import join_by_rules
from build_dossier.linking.shortened import join_by_articles
from build_dossier.linking.table import NameTable, Naming
from build_dossier.offices import Offices
from build_dossier.text.language import Language

LINKED_TYPES = (EntityType.PER, EntityType.ORG, EntityType.LOC)
"""What has pages; events and products have none yet."""

Use = Mapping[tuple[Language, str], int]
Key = TypeVar("Key", int, str)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """What one naming means, before it is put into words."""

    entity: str
    person: bool
    by_context: bool
    """Whether the article or the dossier around the name decided, not the name."""
    likeness: float
    """1.0, or less when the name came to its entity by likeness."""
    others: tuple[str, ...]
    """Entities that it could mean as well."""
    doubt: str | None = None
    """Another reason to doubt it, as one English sentence."""
    shortened: bool = False
    """Whether the name is only taken for a short one of its entity."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """Everything that linking knows."""

    senses: tuple[Sense, ...]
    """Parallel to the namings."""
    entities: tuple[Entity, ...]
    """By id, without the banned."""
    redirects: Mapping[str, str]
    remembered: tuple[Remembered, ...]
    problems: tuple[Problem, ...]
    into: Mapping[str, str]
    """Ids that the editor merged, to where."""

    def final(self, entity: str) -> str:
        """The id after merging."""
        return self.into.get(entity, entity)


def resolve(
    namings: Sequence[Naming],
    entities: Sequence[Entity],
    remembered: Sequence[Remembered],
    articles: Sequence[str],
    offices: Offices,
) -> Resolution:
    """The entities that namings mean; ``articles`` are ids that no entity may take."""
    return _Resolver(namings, entities, remembered, articles, offices).resolution()


class _Resolver:
    """One resolution: names, groups, meanings, ids, in this order."""

    def __init__(
        self,
        namings: Sequence[Naming],
        entities: Sequence[Entity],
        remembered: Sequence[Remembered],
        articles: Sequence[str],
        offices: Offices,
    ) -> None:
        self.namings = namings
        self.editors = {entity.id: entity for entity in sorted(entities, key=lambda entity: entity.id)}
        self.records = {record.id: record for record in remembered}
        self.articles = articles
        published = {key: record.keys for key, record in self.records.items() if not record.file}
        self.table = NameTable(namings, list(self.editors.values()), published)
        self.groups = Groups(self.table.names, self.table.owners)
        join_by_rules(self.table, self.groups)
        self.shortened = join_by_articles(self.table, self.groups, namings)
        self.before = join_by_likeness(self.table, self.groups)
        self.meanings = Context(self.table, self.groups, self.editors.values(), namings, offices).meanings()
        self.members = self.groups.members()
        self.unmended = self.as_tagged()
        self.main_parts: dict[int, int] = {}

    def resolution(self) -> Resolution:
        """The result."""
        used = {meaning.root for meaning in self.meanings}
        roots = sorted(used | {root for root in self.members if self.groups.owner(root) is not None})
        identities = identify(self.identity_groups(roots), list(self.records.values()), reserved=self.articles)
        ids = dict(zip(roots, identities.ids, strict=True))
        known = {*ids.values(), *self.editors}
        into, problems = merged(list(self.editors.values()), known, identities.redirects)
        final = {root: into.get(entity, entity) for root, entity in ids.items()}
        senses = tuple(self.sense(meaning, final) for meaning in self.meanings)
        redirects = flattened({**identities.redirects, **into})
        entities = [self.entity(entity, lemmas) for entity, lemmas in self.by_entity(senses, final, into)]
        return Resolution(
            senses=senses,
            entities=tuple(sorted((e for e in entities if not e.ban), key=lambda entity: entity.id)),
            redirects=MappingProxyType({old: redirects[old] for old in sorted(redirects)}),
            remembered=self.memory(ids, redirects),
            problems=(*problems, *_taken(self.editors.values(), self.articles)),
            into=into,
        )

    def identity_groups(self, roots: Sequence[int]) -> list[Group]:
        """The groups as ids are made of them, parallel to ``roots``."""
        pairs = zip(self.meanings, self.namings, strict=True)
        lemmas = _uses((meaning.root, naming) for meaning, naming in pairs if self.is_label(meaning))
        weak: dict[int, Counter[str]] = {}
        for meaning in self.meanings:
            if self.groups.root(meaning.number) != meaning.root:
                weak_keys = weak.setdefault(meaning.root, Counter())
                weak_keys[_key(self.table.names[meaning.number])] += 1
                weak_keys.update(self.unmended.get(meaning.number, {}).keys())
        return [
            Group(
                type=self.table.names[root].type,
                name=self.english_name(root, lemmas.get(root, {})),
                keys=self.keys(root),
                weak_keys=weak.get(root, {}),
                editor=self.groups.owner(root),
            )
            for root in roots
        ]

    def english_name(self, root: int, lemmas: Use) -> str:
        """What an id is made of: the English label; the name itself where its language is not known."""
        label = labels_of(self.table.names[root].type, lemmas, {}).labels.get("en")
        return label or min((lemma for _, lemma in lemmas), default="")

    def is_label(self, meaning: Meaning) -> bool:
        """Whether the name may label what it means: a body without its country may not, a bare surname may."""
        by_name = self.groups.root(meaning.number) == meaning.root
        return by_name or self.table.names[meaning.number].type is EntityType.PER

    def keys(self, root: int) -> Mapping[str, int]:
        """The names of a group with their mentions; bare surnames only where there is no full name."""
        numbers = [number for number in self.members[root] if not self.table.loose(number)] or self.members[root]
        keys: Counter[str] = Counter()
        for number in numbers:
            keys[_key(self.table.names[number])] += self.table.facts[number].mentions
            keys.update(self.unmended.get(number, {}))
        return keys

    def as_tagged(self) -> Mapping[int, Counter[str]]:
        """The mentions of each name as their article alone has them, where the dossier mended lemma or type.

        More articles may mend a name that stood before; its page is found again by what it was.
        """
        tagged: dict[int, Counter[str]] = {}
        for meaning, naming in zip(self.meanings, self.namings, strict=True):
            key = _key(Name(type=naming.mention.type, key=name_key(naming.mention.lemma)))
            if key != _key(self.table.names[meaning.number]):
                tagged.setdefault(meaning.number, Counter())[key] += 1
        return tagged

    def sense(self, meaning: Meaning, final: Mapping[int, str]) -> Sense:
        """The sense of one naming."""
        others = dict.fromkeys(final[root] for root in meaning.others if root in final)
        return Sense(
            entity=final[meaning.root],
            person=self.table.names[meaning.number].type is EntityType.PER,
            by_context=self.groups.root(meaning.number) != meaning.root,
            likeness=self.likeness(meaning.number),
            others=tuple(other for other in others if other != final[meaning.root]),
            doubt=meaning.doubt,
            shortened=meaning.number in self.shortened and self.groups.root(meaning.number) == meaning.root,
        )

    def likeness(self, number: int) -> float:
        """How a name came to its group: 1.0 for the part of the group that was there first."""
        part, score = self.before[number]
        return 1.0 if part == self.main_part(self.groups.root(number)) else score

    def main_part(self, root: int) -> int:
        """The part of a group, before likeness joined it, that is the editor's or has most mentions."""
        if root not in self.main_parts:
            weight: Counter[int] = Counter()
            for number in self.members[root]:
                weight[self.before[number][0]] += self.table.facts[number].mentions + 1
                if self.table.owners[number] is not None:
                    weight[self.before[number][0]] += len(self.namings) + 1
            self.main_parts[root] = min(weight, key=lambda part: (-weight[part], part))
        return self.main_parts[root]

    def by_entity(
        self, senses: Sequence[Sense], final: Mapping[int, str], into: Mapping[str, str]
    ) -> Iterable[tuple[Entity, Use]]:
        """Every entity in the raw with the lemmas that name it."""
        pairs = zip(senses, self.namings, strict=True)
        named = [(s.entity, n) for s, n in pairs if not (s.by_context and not s.person)]
        uses = _uses(named)
        types = {entity: self.table.names[root].type for root, entity in sorted(final.items(), reverse=True)}
        for entity in sorted({*types, *self.editors} - set(into)):
            raw = self.editors.get(entity) or _raw(entity, types[entity])
            yield raw, uses.get(entity, {})

    def entity(self, raw: Entity, lemmas: Use) -> Entity:
        """The entity with labels in all languages and the names that articles use."""
        labels = labels_of(raw.type, lemmas, raw.labels)
        known = {alias.form for alias in raw.aliases}
        return replace(
            raw,
            labels=labels.labels,
            label_basis=labels.basis,
            aliases=(*raw.aliases, *(alias for alias in labels.aliases if alias.form not in known)),
        )

    def memory(self, ids: Mapping[int, str], redirects: Mapping[str, str]) -> tuple[Remembered, ...]:
        """What to remember: every id with its names now, and every id ever published with where it leads."""
        records = dict(self.records)
        for root, entity in ids.items():
            old = records.get(entity)
            filed = entity in self.editors
            if filed and old is not None and not old.file:
                continue
            kind = self.table.names[root].type
            records[entity] = Remembered(id=entity, type=kind, keys=tuple(sorted(self.keys(root))), file=filed)
        return tuple(replace(records[key], to=redirects.get(key)) for key in sorted(records))


def _key(name: Name) -> str:
    return f"{name.type.value}:{name.key}"


def _uses(named: Iterable[tuple[Key, Naming]]) -> dict[Key, Counter[tuple[Language, str]]]:
    """How often each lemma in each language names a thing."""
    uses: dict[Key, Counter[tuple[Language, str]]] = {}
    for key, naming in named:
        uses.setdefault(key, Counter())[naming.language, naming.lemma] += 1
    return uses


def _raw(entity_id: str, kind: EntityType) -> Entity:
    """An entity of the program's own, before it is labelled."""
    return Entity(id=entity_id, type=kind, labels={}, label_basis={}, aliases=(), basis=Basis.COMPUTED)


def _taken(entities: Iterable[Entity], articles: Sequence[str]) -> Iterable[Problem]:
    """An error for every entity file that has an article's id."""
    taken = set(articles)
    for entity in entities:
        if entity.id in taken:
            yield Problem(
                severity=Severity.ERROR,
                code="entity-id-taken",
                file=entity.file or entity.id,
                line=None,
                message=f"“{entity.id}” is the id of an article",
                hint=f"rename the file to {entity.id}-{KINDS[entity.type]}.md",
            )
