"""The sources of an article with what the dossier knows of them: their entity, and their outlet.

Comes in: the citations of one Reading, the links of its mentions, the table of outlets. Goes out: ``LinkedSource``s.
Two that are one entity or one outlet become one; a body that the editor's table calls an outlet becomes one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from build_dossier.article import Basis
from build_dossier.extract.sources.citation import Anonymity, Citation, SourceRole, Via
from build_dossier.outlets import Outlet, Outlets

_SINGLE = frozenset({Anonymity.NAMED, Anonymity.DECLINED, Anonymity.NO_REPLY})


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedSource:
    """A source of an article."""

    citation: Citation
    """Its ``via`` counts among the linked sources."""
    entity: str | None
    outlet: Outlet | None

    @property
    def is_outlet(self) -> bool:
        """Whether it is a medium."""
        return self.citation.outlet


def linked_sources(
    citations: Sequence[Citation], led: Mapping[int, str | None], outlets: Outlets
) -> tuple[LinkedSource, ...]:
    """The sources of one article, in the order of the citations.

    Args:
        citations: as extraction found them.
        led: the entity of each mention, by its start.
        outlets: the package's table with the editor's on top.
    """
    known = [_known(citation, led, outlets) for citation in citations]
    places: dict[object, int] = {}
    of: list[int] = []
    joined: list[LinkedSource] = []
    for number, source in enumerate(known):
        place = places.setdefault(_key(source, number), len(joined))
        of.append(place)
        joined[place : place + 1] = [_both(joined[place], source) if place < len(joined) else source]
    return tuple(_renumbered(source, place, of) for place, source in enumerate(joined))


def _known(citation: Citation, led: Mapping[int, str | None], outlets: Outlets) -> LinkedSource:
    entity = None if citation.named is None or not _names(citation) else led.get(citation.named.start)
    outlet = outlets.find(citation.name) if _names(citation) else None
    if outlet is not None and citation.role is SourceRole.SPOKESPERSON and citation.anonymity is Anonymity.NAMED:
        citation = replace(citation, role=SourceRole.PRIMARY, outlet=True)
    return LinkedSource(citation=citation, entity=entity, outlet=outlet if citation.outlet else None)


def _names(citation: Citation) -> bool:
    """Whether its mention names the source itself, not whom a group or a paper is of."""
    return citation.anonymity in {*_SINGLE, Anonymity.COLLECTIVE} and citation.named_itself


def _key(source: LinkedSource, number: int) -> object:
    if source.outlet is not None:
        return source.outlet.key
    return number if source.entity is None else (source.entity, source.citation.role is SourceRole.DOCUMENT)


def _both(one: LinkedSource, other: LinkedSource) -> LinkedSource:
    """One source of two: all their citings; what says more of it counts."""
    first, second = one.citation, other.citation
    spans = tuple(sorted({*first.spans, *second.spans}, key=lambda span: (span.start, span.end)))
    silent = first.anonymity in {Anonymity.DECLINED, Anonymity.NO_REPLY}
    citation = replace(
        first,
        spans=spans,
        anonymity=second.anonymity if silent else first.anonymity,
        role=SourceRole.RELAYED if SourceRole.RELAYED in {first.role, second.role} else first.role,
        via=first.via or second.via,
        named=first.named or second.named,
    )
    return replace(one, citation=citation, entity=one.entity or other.entity)


def _renumbered(source: LinkedSource, place: int, of: Sequence[int]) -> LinkedSource:
    via = source.citation.via
    if via is None:
        return source
    led = Via(source=of[via.source], basis=via.basis)
    return replace(source, citation=replace(source.citation, via=None if led.source == place else led))


def chain_of(sources: Sequence[LinkedSource], number: int) -> tuple[int, ...]:
    """The way from a source back to the article: itself, the outlet by which it is known, and so on."""
    way: list[int] = []
    at: int | None = number
    while at is not None and at not in way:
        way.append(at)
        via = sources[at].citation.via
        at = None if via is None else via.source
    return tuple(way)


def is_stated(sources: Sequence[LinkedSource], number: int) -> bool:
    """Whether the article itself says by which outlet the source is known, or names none."""
    via = sources[number].citation.via
    return via is None or via.basis is not Basis.INFERRED
