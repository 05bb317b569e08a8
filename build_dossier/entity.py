"""The editor's word about a person, place or organisation: ``docs/entities/<id>.md``.

Comes in: Markdown files. Goes out: ``Entity`` records with basis editor, and a ``Problem`` for every mistake.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType

from build_dossier.article import Basis
from build_dossier.coordinates import HINT, Coordinates, read_coordinates
from build_dossier.errors import Problem, Severity, near
from build_dossier.extract.mentions import EntityType
from build_dossier.strict_yaml import FrontMatter, Value, YamlError, read_front_matter
from build_dossier.text.translit import slug


class Strength(Enum):
    """Whether a name is enough to tell the entity (after rigour's strong and weak names)."""

    STRONG = "strong"
    WEAK = "weak"


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """One name of an entity besides its labels."""

    form: str
    language: str | None
    """``uk``, ``ru``, ``en``, or ``None`` when it belongs to none or to all."""
    strength: Strength


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """The editor's decision that a form in an article is (or is not) this entity."""

    form: str
    article: str | None
    """Article id, ``None`` for every article."""
    positive: bool
    line: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A person, place or organisation of the dossier."""

    id: str
    type: EntityType
    """``PER``, ``ORG`` or ``LOC``."""
    labels: Mapping[str, str]
    """``uk``, ``ru`` and ``en`` names, as far as known."""
    label_basis: Mapping[str, Basis]
    """For each label: ``STATED`` (attested), ``COMPUTED`` (transliterated or from a table), ``EDITOR``."""
    aliases: tuple[Alias, ...]
    judgements: tuple[Judgement, ...] = ()
    same_as: str | None = None
    """Wikidata item, ``Q42``."""
    coordinates: Coordinates | None = None
    """Of a place, where the editor gave them."""
    merge: tuple[str, ...] = ()
    """Ids that are this entity too: one page, redirects from theirs."""
    ban: bool = False
    """No page, no links."""
    body: str = ""
    """The editor's prose, Markdown."""
    file: str | None = None
    """``docs/entities/<id>.md`` where the editor wrote one."""
    basis: Basis = Basis.COMPUTED
    lines: Mapping[str, int] = field(default_factory=dict)
    """1-based line of every key of the file, and of its prose as ``body``."""


_TYPES = {
    **dict.fromkeys(("person", "PER"), EntityType.PER),
    **dict.fromkeys(("organisation", "ORG"), EntityType.ORG),
    **dict.fromkeys(("place", "LOC"), EntityType.LOC),
}
_LANGUAGES = ("uk", "ru", "en")
_KEYS = ("type", "labels", "aliases", "weak_aliases", "same_as", "coordinates", "merge", "not", "is", "ban")
_BOOLEANS = {"true": True, "yes": True, "false": False, "no": False}
_ID = re.compile(r"[a-z0-9][a-z0-9._-]*\Z")
_WIKIDATA = re.compile(r"Q[1-9][0-9]*\Z")


def read_entities(files: Iterable[tuple[str, str]]) -> tuple[tuple[Entity, ...], tuple[Problem, ...]]:
    """The editor's entities in order of id, from (path, text) of ``docs/entities/*.md``, and what is wrong there.

    A file with a wrong line gives the entity without that line; one that is no front matter at all gives none.
    """
    entities: dict[str, Entity] = {}
    problems: list[Problem] = []
    for path, text in sorted(files):
        reader = _Reader(path)
        entity = reader.entity(text)
        if entity is not None and entity.id in entities:
            reader.report(
                "entity-twice", f"the entity “{entity.id}” has a file already", None, entities[entity.id].file
            )
        elif entity is not None:
            entities[entity.id] = entity
        problems.extend(reader.problems)
    return tuple(entities[key] for key in sorted(entities)), tuple(problems)


class _Reader:
    """One file on its way to an ``Entity``; collects every mistake instead of stopping at the first."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.document = FrontMatter(data={}, body="", body_line=1)

    def entity(self, text: str) -> Entity | None:
        """The entity, ``None`` when the file names none."""
        entity_id = self.path.rsplit("/", 1)[-1].removesuffix(".md")
        if _ID.match(entity_id) is None:
            self.report("entity-id", f"“{entity_id}” cannot be an id", None, _suggested_id(entity_id))
            return None
        try:
            self.document = read_front_matter(text)
        except YamlError as error:
            self.report("entity-yaml", error.message, error.line, None)
            return None
        self.unknown_keys()
        labels = self.labels()
        kind = self.kind()
        return None if kind is None else self.build(entity_id, kind, labels)

    def build(self, entity_id: str, kind: EntityType, labels: Mapping[str, str]) -> Entity:
        """The record of what could be read."""
        return Entity(
            id=entity_id,
            type=kind,
            labels=labels,
            label_basis=MappingProxyType(dict.fromkeys(labels, Basis.EDITOR)),
            aliases=(*self.aliases("aliases", Strength.STRONG), *self.aliases("weak_aliases", Strength.WEAK)),
            judgements=(*self.judgements("is", positive=True), *self.judgements("not", positive=False)),
            same_as=self.same_as(),
            coordinates=self.coordinates(kind),
            merge=self.merge(entity_id),
            ban=self.ban(),
            body=self.document.body.strip(),
            file=self.path,
            basis=Basis.EDITOR,
            lines=MappingProxyType(self.lines()),
        )

    def lines(self) -> dict[str, int]:
        """The line of every key, and of the prose."""
        body = self.document.body
        blank = body[: len(body) - len(body.lstrip())].count("\n")
        keys = {key: self.document.line(key) or 1 for key in self.document.data}
        return {**keys, "body": self.document.body_line + blank}

    def report(self, code: str, message: str, line: int | None, hint: str | None) -> None:
        """Notes one mistake."""
        self.problems.append(
            Problem(severity=Severity.ERROR, code=code, file=self.path, line=line, message=message, hint=hint)
        )

    def unknown_keys(self) -> None:
        """Reports every key that means nothing here."""
        for key in self.document.data:
            if key not in _KEYS:
                self.report(
                    "entity-key", f"“{key}” is not a key of an entity", self.document.line(key), near(key, _KEYS)
                )

    def kind(self) -> EntityType | None:
        """What the entity is; without it the file cannot be used."""
        value = self.document.data.get("type")
        if isinstance(value, str) and value in _TYPES:
            return _TYPES[value]
        wanted = "person, organisation or place"
        if value is None:
            self.report("entity-type", "the type is missing", 1, f"write `type:` {wanted}")
        else:
            hint = near(value, _TYPES) if isinstance(value, str) else None
            self.report("entity-type", f"the type is not {wanted}", self.document.line("type"), hint)
        return None

    def labels(self) -> Mapping[str, str]:
        """Names by language."""
        value = self.document.data.get("labels")
        if value is None:
            return MappingProxyType({})
        if not isinstance(value, Mapping):
            self.report("entity-labels", "labels are `uk: …`, `ru: …`, `en: …`", self.document.line("labels"), None)
            return MappingProxyType({})
        labels: dict[str, str] = {}
        for language, name in value.items():
            line = self.document.line("labels", language)
            if language not in _LANGUAGES:
                self.report(
                    "entity-labels", f"“{language}” is not a language of labels", line, near(language, _LANGUAGES)
                )
            elif isinstance(name, str) and name.strip():
                labels[language] = " ".join(name.split())
            elif name is not None:
                self.report("entity-labels", f"the label “{language}” is not one name", line, None)
        return MappingProxyType({language: labels[language] for language in _LANGUAGES if language in labels})

    def aliases(self, key: str, strength: Strength) -> tuple[Alias, ...]:
        """Other names of one strength."""
        return tuple(Alias(form=form, language=language_of(form), strength=strength) for form in self.strings(key))

    def strings(self, key: str) -> tuple[str, ...]:
        """A list of strings, or one string; anything else in it is reported."""
        value = self.document.data.get(key)
        items = value if isinstance(value, tuple) else () if value is None else (value,)
        kept = []
        for index, item in enumerate(items):
            if isinstance(item, str) and item.strip():
                kept.append(" ".join(item.split()))
            else:
                self.report("entity-list", f"“{key}” is a list of names", self.document.line(key, str(index)), None)
        return tuple(dict.fromkeys(kept))

    def judgements(self, key: str, *, positive: bool) -> tuple[Judgement, ...]:
        """Decisions: forms, each with the article it is meant for or for all."""
        value = self.document.data.get(key)
        items = value if isinstance(value, tuple) else () if value is None else (value,)
        read = (self.judgement(key, index, item, positive=positive) for index, item in enumerate(items))
        return tuple(judgement for judgement in read if judgement is not None)

    def judgement(self, key: str, index: int, item: Value, *, positive: bool) -> Judgement | None:
        """One decision: a form, or ``{form, article}``."""
        line = self.document.line(key, str(index))
        if isinstance(item, str) and item.strip():
            return Judgement(form=item.strip(), article=None, positive=positive, line=line)
        if isinstance(item, Mapping):
            form, article = item.get("form"), item.get("article")
            wrong = next((name for name in item if name not in {"form", "article"}), None)
            if wrong is not None:
                self.report("entity-judgement", f"“{wrong}” is not a key here", line, near(wrong, ("form", "article")))
                return None
            if isinstance(form, str) and (article is None or isinstance(article, str)):
                return Judgement(form=form.strip(), article=article, positive=positive, line=line)
        self.report("entity-judgement", f"“{key}” lists forms", line, "write `- {form: …, article: …}` or `- form`")
        return None

    def merge(self, entity_id: str) -> tuple[str, ...]:
        """Ids of the same thing."""
        ids = self.strings("merge")
        for other in ids:
            if other == entity_id:
                self.report("entity-merge", "an entity cannot be merged with itself", self.document.line("merge"), None)
            elif _ID.match(other) is None:
                hint = _suggested_id(other)
                self.report("entity-merge", f"“{other}” cannot be an id", self.document.line("merge"), hint)
        return tuple(other for other in ids if other != entity_id and _ID.match(other) is not None)

    def same_as(self) -> str | None:
        """The Wikidata item, also when it is given by its address."""
        value = self.document.data.get("same_as")
        item = value.rsplit("/", 1)[-1].strip() if isinstance(value, str) else None
        if value is None or (item is not None and _WIKIDATA.match(item) is not None):
            return item
        self.report("entity-same-as", "same_as is a Wikidata item", self.document.line("same_as"), "write it as Q42")
        return None

    def coordinates(self, kind: EntityType) -> Coordinates | None:
        """Where a place is."""
        value = self.document.data.get("coordinates")
        found = read_coordinates(value) if kind is EntityType.LOC else None
        if value is not None and found is None:
            message, line = "coordinates are two numbers, of a place", self.document.line("coordinates")
            self.report("entity-coordinates", message, line, HINT)
        return found

    def ban(self) -> bool:
        """Whether the editor wants no page of it."""
        value = self.document.data.get("ban")
        if value is None:
            return False
        known = _BOOLEANS.get(value.lower()) if isinstance(value, str) else None
        if known is None:
            self.report("entity-ban", "ban is true or false", self.document.line("ban"), None)
        return known is True


def language_of(form: str) -> str | None:
    """The language that the letters of a name give away, if they do."""
    low = form.lower()
    if re.search("[іїєґ]", low) is not None:
        return "uk"
    if re.search("[ыэъё]", low) is not None:
        return "ru"
    return "en" if re.search("[a-z]", low) is not None and re.search("[а-я]", low) is None else None


def _suggested_id(stem: str) -> str | None:
    suggested = slug(stem)
    return f"rename it to “{suggested}”" if suggested else "an id is lower-case Latin letters, digits and hyphens"
