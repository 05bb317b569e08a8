"""One page for one thing: joining mentions across articles, inflections, scripts and languages.

Comes in: every ``Reading``, the editor's entities, remembered ids. Goes out: entities, and for each mention
the entity it means with the reason. All that needs more than one article at once is made here, never in extraction.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from build_dossier.entity import Entity, Strength
from build_dossier.errors import Problem
from build_dossier.extract import Reading
from build_dossier.extract.mentions import EntityType, Level, Mention
from build_dossier.extract.quotations import Quotation
from build_dossier.extract.speakers import Speaker
from build_dossier.extract.times import TimeExpression
from build_dossier.linking.authority import authority, name_key
from build_dossier.linking.holders import Holders, Holding
from build_dossier.linking.identity import Remembered
from build_dossier.linking.judging import Decision, Decisions
from build_dossier.linking.nominative import Nominatives
from build_dossier.linking.resolution import LINKED_TYPES, Resolution, Sense, resolve
from build_dossier.linking.sourcing import LinkedSource, linked_sources
from build_dossier.linking.table import Naming
from build_dossier.offices import Offices, package_offices
from build_dossier.outlets import Outlets, package_outlets


class LinkReason(Enum):
    """Why a mention means an entity, strongest first."""

    JUDGEMENT = "JUDGEMENT"
    NAME = "NAME"
    LEMMA = "LEMMA"
    ALIAS = "ALIAS"
    SURNAME = "SURNAME"
    FUZZY = "FUZZY"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A mention and the entity it means; ``entity`` is ``None`` for what has no page (EVT, PRO, banned)."""

    mention: Mention
    lemma: str
    """The nominative with the whole dossier's knowledge."""
    entity: str | None
    reason: LinkReason | None
    score: float
    """1.0 unless ``FUZZY``."""
    doubt: str | None
    """Why a person should look at it, in one English sentence."""


def _start_of(link: Link) -> int:
    return link.mention.start


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedReading:
    """A Reading with each mention led to its entity; ``links`` is parallel to ``reading.mentions``."""

    reading: Reading
    links: tuple[Link, ...]
    times: tuple[TimeExpression, ...] = ()
    """The reading's times, with those that another article settles."""
    sources: tuple[LinkedSource, ...] = ()
    """Whom the article relies on, with entities and the editor's outlets."""

    def entity_of(self, speaker: Speaker | None) -> str | None:
        """The entity that a speaker's naming is led to, but the editor's word before it."""
        if speaker is None or speaker.entity is not None or speaker.mention is None:
            return None if speaker is None else speaker.entity
        at = bisect_left(self.links, speaker.mention.start, key=_start_of)
        return self.links[at].entity if at < len(self.links) and self.links[at].mention == speaker.mention else None

    def quoted(self) -> Iterator[tuple[str, Quotation]]:
        """The words in quotation marks of everybody who has an entity, in text order."""
        for quotation in self.reading.quotations:
            if quotation.is_speech and (entity := self.entity_of(quotation.speaker)) is not None:
                yield entity, quotation


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """What linking gives to the dossier."""

    readings: tuple[LinkedReading, ...]
    """In the order given."""
    entities: tuple[Entity, ...]
    """By id; only those with a mention or an editor's file, without the banned."""
    redirects: Mapping[str, str]
    """Ids that are no more, by merge or by change, to the id that took their place."""
    remembered: tuple[Remembered, ...] = ()
    """What ``.dossier/ids.jsonl`` keeps."""


def link(
    readings: Sequence[Reading],
    entities: Sequence[Entity],
    remembered: Iterable[Remembered] = (),
    offices: Offices | None = None,
    outlets: Outlets | None = None,
    *,
    told: Mapping[tuple[str, int], Decision] | None = None,
) -> tuple[Linked, tuple[Problem, ...]]:
    """Every mention led to its entity, the entities, and what of the editor's decisions met nothing.

    Pure, and the same in whatever order the readings come. Entities take, in this order: the editor's judgements, the
    editor's names, names of the same words, thing or spelling, bare surnames by context, and names that are alike. An
    office that stands for its holder (NOM) takes part in none of this: it is led last, to a person that the names made.
    What is ``told`` of single mentions, by article and start, goes before all.
    """
    articles = sorted(reading.article.id for reading in readings)
    decisions = Decisions(sorted(entities, key=lambda entity: entity.id), articles, told)
    nominatives = Nominatives((r.article.language, mention) for r in _in_order(readings) for mention in _names(r))
    namings: list[Naming] = []
    decided: dict[tuple[str, int], Decision | int] = {}
    for reading in _in_order(readings):
        for index, mention in enumerate(reading.mentions):
            decision = decisions.decide(reading.article.id, mention)
            decided[reading.article.id, index] = decision
            if decision.is_open and mention.type in LINKED_TYPES and mention.level is Level.NAM:
                decided[reading.article.id, index] = len(namings)
                namings.append(_naming(reading, mention, nominatives, decision))
    held = offices or package_offices()
    resolution = resolve(namings, entities, tuple(remembered), articles, held)
    linker = _Linker(resolution, nominatives, Holders(held, resolution.entities))
    table = outlets or package_outlets()
    linked = Linked(
        readings=tuple(_with_sources(linker.reading(reading, decided), table) for reading in readings),
        entities=resolution.entities,
        redirects=resolution.redirects,
        remembered=resolution.remembered,
    )
    return linked, (*decisions.problems, *decisions.unmet(), *resolution.problems)


def _with_sources(linked: LinkedReading, outlets: Outlets) -> LinkedReading:
    led = {link.mention.start: link.entity for link in linked.links}
    return replace(linked, sources=linked_sources(linked.reading.citations, led, outlets))


def _in_order(readings: Iterable[Reading]) -> list[Reading]:
    return sorted(readings, key=lambda reading: reading.article.id)


def _names(reading: Reading) -> Iterable[Mention]:
    return (mention for mention in reading.mentions if mention.level is Level.NAM)


def _naming(reading: Reading, mention: Mention, nominatives: Nominatives, decision: Decision) -> Naming:
    return Naming(
        article=reading.article.id,
        language=reading.article.language,
        mention=mention,
        lemma=nominatives.lemma(reading.article.language, mention),
        against=decision.against,
        bracketed=_is_bracketed(reading.article.text, mention),
        published=reading.article.published,
        followed_by=_next_person(reading, mention),
    )


def _next_person(reading: Reading, mention: Mention) -> str | None:
    """The lemma of the person whose name stands right after a body's."""
    if mention.type is not EntityType.ORG:
        return None
    at = bisect_left(reading.mentions, mention.end, key=_begins)
    after = reading.mentions[at] if at < len(reading.mentions) else None
    is_next = after is not None and not reading.article.text[mention.end : after.start].strip()
    return after.lemma if after is not None and is_next and after.type is EntityType.PER else None


def _begins(mention: Mention) -> int:
    return mention.start


def _is_bracketed(text: str, mention: Mention) -> bool:
    """Whether brackets, or brackets with quotation marks, hold the mention and nothing else."""
    before = text[max(0, mention.start - 2) : mention.start].rstrip('«"“„')
    after = text[mention.end : mention.end + 2].lstrip('»"”“')
    return before.endswith("(") and after.startswith(")")


class _Linker:
    """Gives each mention its ``Link`` once the entities stand."""

    def __init__(self, resolution: Resolution, nominatives: Nominatives, holders: Holders) -> None:
        self._holders = holders
        self._resolution = resolution
        self._nominatives = nominatives
        self._entities = {entity.id: entity for entity in resolution.entities}
        self._labels = {key: _keys(entity.labels.values()) for key, entity in self._entities.items()}
        self._aliases = {key: _keys(_strong(entity)) for key, entity in self._entities.items()}

    def reading(self, reading: Reading, decided: Mapping[tuple[str, int], Decision | int]) -> LinkedReading:
        """The links of one article, parallel to its mentions."""
        article = reading.article
        links = (self._link(reading, m, decided[article.id, index]) for index, m in enumerate(reading.mentions))
        return LinkedReading(
            reading=reading, links=self._with_holders(reading, tuple(links), decided), times=reading.times
        )

    def _with_holders(
        self, reading: Reading, links: tuple[Link, ...], decided: Mapping[tuple[str, int], Decision | int]
    ) -> tuple[Link, ...]:
        """The links with the offices led to their holders, but for those that the editor settled or ruled out."""
        led = {link.mention.start: link.entity for link in links if link.mention.level is Level.NAM}
        holdings = self._holders.holdings(reading.article, reading.roles, led)
        return tuple(
            self._held(link, holdings.get(link.mention.start), decided[reading.article.id, index])
            for index, link in enumerate(links)
        )

    def _held(self, link: Link, holding: Holding | None, decided: Decision | int) -> Link:
        """The link of an office led to its holder; any other as it is."""
        if link.mention.level is Level.NAM or holding is None or not isinstance(decided, Decision):
            return link
        if not decided.is_open or holding.entity in decided.against:
            return link
        return replace(link, entity=holding.entity, reason=LinkReason.ALIAS, doubt=holding.doubt)

    def _link(self, reading: Reading, mention: Mention, decided: Decision | int) -> Link:
        named = mention.level is Level.NAM
        lemma = self._nominatives.lemma(reading.article.language, mention) if named else mention.lemma
        if isinstance(decided, Decision):
            entity = None if decided.entity is None else self._resolution.final(decided.entity)
            return self._made(mention, lemma, entity, LinkReason.JUDGEMENT)
        sense = self._resolution.senses[decided]
        reason = self._reason(mention, lemma, sense)
        score = sense.likeness if reason is LinkReason.FUZZY else 1.0
        doubt = self._doubt(mention, lemma, sense)
        return self._made(mention, lemma, sense.entity, reason, score=score, doubt=doubt)

    def _made(
        self,
        mention: Mention,
        lemma: str,
        entity: str | None,
        reason: LinkReason,
        *,
        score: float = 1.0,
        doubt: str | None = None,
    ) -> Link:
        """The link, which leads nowhere when the entity is banned."""
        if entity is None or entity not in self._entities:
            return Link(mention=mention, lemma=lemma, entity=None, reason=None, score=1.0, doubt=None)
        return Link(mention=mention, lemma=lemma, entity=entity, reason=reason, score=score, doubt=doubt)

    def _reason(self, mention: Mention, lemma: str, sense: Sense) -> LinkReason:
        form, key = name_key(mention.form), name_key(lemma)
        labels = self._labels.get(sense.entity, frozenset())
        if sense.by_context:
            return LinkReason.SURNAME if sense.person else LinkReason.ALIAS
        if sense.likeness < 1.0:
            return LinkReason.FUZZY
        if form in labels:
            return LinkReason.NAME
        if key in labels:
            return LinkReason.LEMMA
        known = {form, key} & self._aliases.get(sense.entity, frozenset())
        in_tables = any(authority().find(kind, key) is not None for kind in LINKED_TYPES)
        return LinkReason.ALIAS if known or in_tables else LinkReason.LEMMA

    def _doubt(self, mention: Mention, lemma: str, sense: Sense) -> str | None:
        others = " or ".join(self._shown(other) for other in sense.others if other in self._entities)
        if others and sense.by_context:
            return f"“{mention.form}” could also be {others}."
        if others:
            return f"“{mention.form}” could be {others}; the text does not say which."
        if sense.doubt is not None:
            return sense.doubt
        if sense.shortened:
            return f"“{lemma}” is taken for short of {self._longest(sense.entity)}."
        if sense.likeness < 1.0 and self._reason(mention, lemma, sense) is LinkReason.FUZZY:
            return f"“{lemma}” is only alike to {self._shown(sense.entity)} (likeness {sense.likeness:.2f})."
        return None

    def _longest(self, entity: str) -> str:
        """The longest name: the label itself may be the short one."""
        known = self._entities.get(entity)
        names = () if known is None else (*known.labels.values(), *_strong(known))
        return max(sorted(names), key=len, default=entity)

    def _shown(self, entity: str) -> str:
        labels = self._entities[entity].labels if entity in self._entities else {}
        return labels.get("en") or next(iter(labels.values()), entity)


def _strong(entity: Entity) -> Iterable[str]:
    return (alias.form for alias in entity.aliases if alias.strength is Strength.STRONG)


def _keys(names: Iterable[str]) -> frozenset[str]:
    return frozenset(name_key(name) for name in names)
