"""What the editor says of single words, laid over linked readings: when it was, who speaks, and whether that is known.

Comes in: linked readings and corrections with the words that they are about. Goes out: the same readings with basis
editor where one speaks, and a ``Problem`` for every id that is no entity's. Last of all: nothing computed replaces it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from build_dossier.annotation.placing import Corrections, Placed, of_kind
from build_dossier.annotation.word_correction import NOTHING, Corrected
from build_dossier.article import Basis
from build_dossier.entity import Entity, Strength
from build_dossier.errors import Problem, Severity
from build_dossier.extract.quotations import Manner, Quotation
from build_dossier.extract.speakers import Speaker
from build_dossier.extract.times import TimeExpression
from build_dossier.extract.times.meaning import TimeType
from build_dossier.link import Linked, LinkedReading
from build_dossier.linking.authority import name_key
from build_dossier.text.likeness import nearest
from build_dossier.text.span import Span

_ID = re.compile(r"[a-z0-9]+(?:[._-][a-z0-9]+)+|[a-z][a-z0-9]*")
"""What is meant as an id rather than as a name."""
_RULE = "editor"
"""Stands for the rule that found a time."""


def correct(
    readings: Sequence[LinkedReading], linked: Linked, corrections: Corrections
) -> tuple[tuple[LinkedReading, ...], tuple[Problem, ...]]:
    """``readings`` with the times and speakers that the editor says; and the ids of corrections that mean nobody."""
    people = _People(linked)
    corrected = tuple(_corrected(one, corrections, people) for one in readings)
    return corrected, tuple(_unknown(corrections, people))


def _corrected(linked: LinkedReading, corrections: Corrections, people: "_People") -> LinkedReading:
    article = linked.reading.article.id
    for placed in of_kind(corrections, article, Corrected.TIME):
        linked = replace(linked, times=_times(linked.times, placed))
    for placed in of_kind(corrections, article, Corrected.QUOTATION):
        if people.unknown(placed) is None:
            linked = _with_speaker(linked, placed.span, people.speaker(placed, linked.reading.article.language))
    return linked


def _times(times: Sequence[TimeExpression], placed: Placed) -> tuple[TimeExpression, ...]:
    """The times with what the quoted words mean; words that were taken for no time become one."""
    value, span = placed.said("value"), placed.span
    others = [one for one in times if not _share(one, span)]
    if value is None or value == NOTHING:
        return tuple(others)
    inside = [one for one in times if span.start <= one.start and one.end <= span.end]
    extent = inside[0] if len(inside) == 1 else span
    told = TimeExpression(
        start=extent.start,
        end=extent.end,
        value=value,
        type=TimeType.PERIOD if "/" in value else TimeType.DATE,
        basis=Basis.EDITOR,
        relative_to=None,
        rule=_RULE,
    )
    return tuple(sorted((*others, told), key=lambda one: one.start))


def _with_speaker(linked: LinkedReading, span: Span, speaker: Speaker | None) -> LinkedReading:
    """The reading in which the quoted words are somebody's: a quotation, else what is told in other words."""
    reading = linked.reading
    quotations = tuple(replace(one, speaker=speaker) if _share(one, span) else one for one in reading.quotations)
    attributions = tuple(
        replace(one, source=speaker) if _share(one.content, span) else one for one in reading.attributions
    )
    if quotations == reading.quotations and attributions == reading.attributions and speaker is not None:
        new = Quotation(start=span.start, end=span.end, manner=Manner.FULL, speaker=speaker, cue=None, via=None)
        quotations = tuple(sorted((*quotations, new), key=lambda one: one.start))
    return replace(linked, reading=replace(reading, quotations=quotations, attributions=attributions))


def _share(one: Span | Quotation | TimeExpression, span: Span) -> bool:
    return one.start < span.end and span.start < one.end


@dataclass(frozen=True, slots=True)
class _People:
    """Whom an id or a name means."""

    linked: Linked

    def entity(self, said: str) -> Entity | None:
        """The entity of an id, or the only one of that name."""
        known = {entity.id: entity for entity in self.linked.entities}
        found = known.get(self.linked.redirects.get(said, said))
        if found is not None:
            return found
        named = [entity for entity in self.linked.entities if name_key(said) in map(name_key, _names(entity))]
        return named[0] if len(named) == 1 else None

    def unknown(self, placed: Placed) -> str | None:
        """The id that is said and is no entity's."""
        entity, speaker = placed.said("entity"), placed.said("speaker")
        said = entity if entity is not None else speaker if speaker and _ID.fullmatch(speaker) else None
        return None if said is None or said == NOTHING or self.entity(said) is not None else said

    def speaker(self, placed: Placed, language: str) -> Speaker | None:
        """Who speaks; ``None`` for nobody in particular. A name that is no entity's stays as it is written."""
        said = placed.said("speaker")
        if said is None or said == NOTHING:
            return None
        entity = self.entity(said)
        labels: Mapping[str, str] = {} if entity is None else entity.labels
        return Speaker(
            start=placed.span.start,
            end=placed.span.start,
            mention=None,
            name=labels.get(language) or next(iter(labels.values()), said),
            entity=None if entity is None else entity.id,
            basis=Basis.EDITOR,
        )


def _names(entity: Entity) -> Iterator[str]:
    yield from entity.labels.values()
    yield from (alias.form for alias in entity.aliases if alias.strength is Strength.STRONG)


def _unknown(corrections: Corrections, people: _People) -> Iterator[Problem]:
    """An error for each id that is no entity's."""
    ids = [entity.id for entity in people.linked.entities]
    for placed in (one for article in corrections.values() for one in article):
        if (said := people.unknown(placed)) is None:
            continue
        meant = nearest(said, ids)
        yield Problem(
            severity=Severity.ERROR,
            code="unknown-entity",
            file=placed.correction.file,
            line=placed.correction.line,
            message=f"“{said}” is nobody in this dossier",
            hint=f"perhaps {meant}" if meant is not None else None,
        )
