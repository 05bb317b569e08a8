"""The editor's decisions, laid over the mentions before any rule sees them.

Comes in: the editor's entities and the mentions. Goes out: which mentions are decided, which entities are ruled out for
a mention, and a ``Problem`` for a decision that meets nothing.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_dossier.entity import Entity, Judgement
from build_dossier.errors import Problem, Severity, near
from build_dossier.extract.mentions import Mention
from build_dossier.linking.authority import name_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What the editor says of one mention."""

    entity: str | None
    """The entity it is, if that is decided."""
    against: tuple[str, ...]
    """Entities it is not."""
    nothing: bool = False
    """Whether it is decided that it has no page."""

    @property
    def is_open(self) -> bool:
        """Whether it is left to the names of all articles whom the mention means."""
        return self.entity is None and not self.nothing


class Decisions:
    """Judgements by the form that they are about; what is told of one mention, by article and start, goes before."""

    def __init__(
        self,
        entities: Iterable[Entity],
        articles: Collection[str],
        told: Mapping[tuple[str, int], Decision] | None = None,
    ) -> None:
        self._told = told or {}
        self.problems: list[Problem] = []
        self._by_form: dict[str, list[tuple[Judgement, str | None, Entity]]] = {}
        self._met: set[tuple[str, int]] = set()
        self._all: list[tuple[Judgement, Entity]] = []
        for entity in entities:
            for judgement in entity.judgements:
                self._add(entity, judgement, articles)

    def _add(self, entity: Entity, judgement: Judgement, articles: Collection[str]) -> None:
        article = judgement.article
        if article is not None:
            found = [other for other in articles if other == article] or [a for a in articles if a.startswith(article)]
            if len(found) != 1:
                message = (
                    f"there is no article “{article}”" if not found else f"“{article}” could be {len(found)} articles"
                )
                self.problems.append(_problem(entity, judgement, "judgement-article", message, near(article, articles)))
                return
            article = found[0]
        self._by_form.setdefault(name_key(judgement.form), []).append((judgement, article, entity))
        self._all.append((judgement, entity))

    def decide(self, article: str, mention: Mention) -> Decision:
        """What the editor says of a mention: by its form or its lemma; a decision for one article before a general."""
        forms = dict.fromkeys((name_key(mention.form), name_key(mention.lemma)))
        rows = [row for form in forms for row in self._by_form.get(form, ()) if row[1] is None or row[1] == article]
        for judgement, _, entity in rows:
            self._met.add((entity.id, self._place(judgement, entity)))
        positive = sorted((where is None, entity.id) for judgement, where, entity in rows if judgement.positive)
        against = sorted({(where is None, entity.id) for judgement, where, entity in rows if not judgement.positive})
        chosen = next((pair for pair in positive if (False, pair[1]) not in against or not pair[0]), None)
        ruled_out = tuple(sorted({entity for _, entity in against}))
        general = Decision(entity=None if chosen is None else chosen[1], against=ruled_out)
        return self._told.get((article, mention.start), general)

    def unmet(self) -> Iterator[Problem]:
        """A warning for every decision that no mention met."""
        for judgement, entity in self._all:
            if (entity.id, self._place(judgement, entity)) not in self._met:
                message = f"“{judgement.form}” is not found as a name" + (
                    f" in {judgement.article}" if judgement.article is not None else ""
                )
                yield _problem(entity, judgement, "judgement-unmet", message, "write the words as they are printed")

    def _place(self, judgement: Judgement, entity: Entity) -> int:
        return entity.judgements.index(judgement)


def merged(
    entities: Sequence[Entity], known: Collection[str], redirects: Mapping[str, str]
) -> tuple[Mapping[str, str], tuple[Problem, ...]]:
    """Where the ids lead that the editor merges into others, and a ``Problem`` for every merge that cannot be.

    Args:
        entities: The editor's entities.
        known: Ids of groups before merging.
        redirects: Ids that lead elsewhere already; merging one of them is nothing new.
    """
    into: dict[str, str] = {}
    problems = []
    for entity in sorted(entities, key=lambda entity: entity.id):
        for old in entity.merge:
            if old not in known and old not in redirects:
                hint = near(old, known)
                problems.append(_merge_problem(entity, "merge-unknown", f"there is no entity “{old}”", hint))
            elif old in into:
                message = f"“{old}” is merged into “{into[old]}” already"
                problems.append(_merge_problem(entity, "merge-twice", message, None))
            elif _end(entity.id, into) == old:
                message = f"“{old}” and “{entity.id}” are merged into each other"
                problems.append(_merge_problem(entity, "merge-ring", message, "keep one of the two `merge:` lines"))
            elif old in known:
                into[old] = entity.id
    return {old: _end(old, into) for old in into}, tuple(problems)


def _end(entity_id: str, into: Mapping[str, str]) -> str:
    while entity_id in into:
        entity_id = into[entity_id]
    return entity_id


def _merge_problem(entity: Entity, code: str, message: str, hint: str | None) -> Problem:
    return Problem(
        severity=Severity.WARNING,
        code=code,
        file=entity.file or entity.id,
        line=entity.lines.get("merge"),
        message=message,
        hint=hint,
    )


def _problem(entity: Entity, judgement: Judgement, code: str, message: str, hint: str | None) -> Problem:
    return Problem(
        severity=Severity.WARNING,
        code=code,
        file=entity.file or entity.id,
        line=judgement.line,
        message=message,
        hint=hint,
    )
