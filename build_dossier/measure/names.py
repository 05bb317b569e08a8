"""People, organisations and places of the seeds against gold: found, linked to one entity each, nobody invented.

Comes in: gold articles and linked readings. Goes out: rows and mistakes. The unit is an item: one entity in one
article. It is found when any of its forms lies in a mention of its type; linked when all its mentions in all articles
lead to one entity, and no other gold entity leads there.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_dossier.extract.mentions import Level
from build_dossier.link import Link, LinkedReading
from build_dossier.measure.gold import GROUPS, GoldArticle, GoldName
from build_dossier.measure.report import Mistake, mistake
from build_dossier.measure.score import Counts, Row

_QUOTES = '«»"“”„'


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """A form of a gold name at a place of the text."""

    start: int
    end: int
    name: GoldName


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One article: where the gold names stand and which mentions are theirs."""

    gold: GoldArticle
    reading: LinkedReading
    occurrences: tuple[Occurrence, ...]
    meant: tuple[tuple[Link, GoldName], ...]
    """Each link whose mention holds a gold form of its type, and the name that is meant."""

    def found(self, name: GoldName) -> bool:
        """Whether a mention is meant by ``name``."""
        return any(other is name for _, other in self.meant)

    def strangers(self, kind: str) -> tuple[Link, ...]:
        """Links of a type whose mention touches no gold form of that type."""
        forms = [occurrence for occurrence in self.occurrences if occurrence.name.type == kind]
        named = (link for link in self.reading.links if link.mention.level is Level.NAM)
        links = (link for link in named if link.mention.type.value == kind)
        return tuple(
            link for link in links if not any(f.start < link.mention.end and link.mention.start < f.end for f in forms)
        )


def names(pairs: Sequence[tuple[GoldArticle, LinkedReading]]) -> tuple[tuple[Row, ...], tuple[Mistake, ...]]:
    """For each group of names the rows found, linked and one id each, and every mistake."""
    compared = [_compared(gold, reading) for gold, reading in pairs]
    ids = _ids(compared)
    linked = {name for name in ids if _is_one(name, ids)}
    rows: list[Row] = []
    for group, kind in GROUPS.items():
        rows += _rows(group, kind, compared, ids, linked)
    return tuple(rows), (*_missed(compared), *_invented(compared), *_misled(ids, linked))


def _rows(
    group: str, kind: str, compared: Sequence[Compared], ids: Mapping[str, Collection[str | None]], linked: set[str]
) -> Iterator[Row]:
    items = [(one, name) for one in compared for name in one.gold.names if name.type == kind and name.basic]
    found = [name for one, name in items if one.found(name)]
    invented = sum(len({_unit(link) for link in one.strangers(kind)}) for one in compared)
    yield Counts(right=len(found), found=len(found) + invented, gold=len(items)).row(f"{group}: found")
    right = sum(name.id in linked for name in found)
    yield Counts(right=right, found=len(found), gold=len(items)).row(f"{group}: found and linked", single=True)
    distinct = {name.id for _, name in items}
    yield Counts(right=len(distinct & linked), found=len(distinct & ids.keys()), gold=len(distinct)).row(
        f"{group}: one id each", single=True
    )


def _compared(gold: GoldArticle, reading: LinkedReading) -> Compared:
    occurrences = tuple(_occurrences(gold, reading.reading.article.text))
    longest = [one for one in occurrences if not any(_is_part(one, other) for other in occurrences)]
    meant = ((link, _meant(link, longest)) for link in reading.links)
    return Compared(
        gold=gold,
        reading=reading,
        occurrences=occurrences,
        meant=tuple((link, name) for link, name in meant if name is not None),
    )


def _occurrences(gold: GoldArticle, text: str) -> Iterator[Occurrence]:
    for name in gold.names:
        for form in name.forms:
            words = form.strip(_QUOTES)
            for found in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text):
                yield Occurrence(start=found.start(), end=found.end(), name=name)


def _is_part(one: Occurrence, other: Occurrence) -> bool:
    """Whether a form stands inside a longer form of another name of the type: «МИД» in «МИД Украины»."""
    inside = other.start <= one.start and one.end <= other.end and (one.start, one.end) != (other.start, other.end)
    return inside and other.name is not one.name and other.name.type == one.name.type


def _meant(link: Link, occurrences: Sequence[Occurrence]) -> GoldName | None:
    """The name with the longest form in the mention."""
    mention = link.mention
    held = [
        one
        for one in occurrences
        if one.name.type == mention.type.value and mention.start <= one.start and one.end <= mention.end
    ]
    return max(held, key=lambda one: one.end - one.start).name if held else None


def _ids(compared: Sequence[Compared]) -> dict[str, set[str | None]]:
    """Where the mentions of each gold entity lead, over all articles."""
    ids: dict[str, set[str | None]] = defaultdict(set)
    for one in compared:
        for link, name in one.meant:
            ids[name.id].add(link.entity)
    return dict(ids)


def _is_one(name: str, ids: Mapping[str, Collection[str | None]]) -> bool:
    mine = set(ids[name])
    others = {entity for other, entities in ids.items() if other != name for entity in entities}
    return len(mine) == 1 and None not in mine and not mine & others


def _unit(link: Link) -> str:
    return link.entity or link.lemma


def _missed(compared: Sequence[Compared]) -> Iterator[Mistake]:
    for one in compared:
        for name in (n for n in one.gold.names if n.basic and not one.found(n)):
            places = [o for o in one.occurrences if o.name is name]
            what = f"{name.id} ({', '.join(name.forms)})"
            text = one.reading.reading.article.text
            at = (places[0].start, places[0].end) if places else (0, 0)
            yield mistake(f"{name.type}: missed", one.gold.seed, text, at, what)


def _invented(compared: Sequence[Compared]) -> Iterator[Mistake]:
    for one in compared:
        for kind in GROUPS.values():
            for link in one.strangers(kind):
                mention, text = link.mention, one.reading.reading.article.text
                what = f"{mention.form} → {link.lemma}, {link.entity}"
                yield mistake(f"{kind}: not in the gold", one.gold.seed, text, (mention.start, mention.end), what)


def _misled(ids: Mapping[str, Collection[str | None]], linked: Collection[str]) -> Iterator[Mistake]:
    for name in sorted(ids.keys() - set(linked)):
        mine = sorted(str(entity) for entity in ids[name])
        sharing = sorted(other for other in ids if other != name and set(ids[other]) & set(ids[name]) - {None})
        what = f"leads to {', '.join(mine)}" + (f"; shared with {', '.join(sharing)}" if sharing else "")
        yield Mistake(group="linking: not one id each", where=name, what=what)
