"""Quotations and claims of the seeds against gold: spans, manners, speakers and sources by entity.

Comes in: pairs of a gold article and its linked reading. Goes out: rows and mistakes. A quotation is right when
its span is; its speaker when the entity has a form of the gold's speaker in the article, or has none where the gold
names nobody. A claim is found when a report covers half of it and its source is right in that sense; of a chain
(«reuters <- three interlocutors») either end is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_dossier.extract.quotations import Manner, Quotation
from build_dossier.extract.speakers import Speaker
from build_dossier.link import LinkedReading
from build_dossier.measure.gold import GoldArticle
from build_dossier.measure.gold_words import GoldWords
from build_dossier.measure.report import Mistake, mistake
from build_dossier.measure.score import Counts, Row

_SPOKEN = frozenset({"speech", "published_text"})
_SPEECH = frozenset({Manner.FULL, Manner.FRAGMENT})
_SHARE = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scene:
    gold: GoldArticle
    linked: LinkedReading


def said(pairs: Sequence[tuple[GoldArticle, LinkedReading]]) -> tuple[tuple[Row, ...], tuple[Mistake, ...]]:
    """The figures of the quotations and claims of the seeds."""
    scenes = [_Scene(gold=gold, linked=linked) for gold, linked in pairs]
    rows: list[Row] = []
    mistakes: list[Mistake] = []
    for name, kinds in (("quotations", _SPOKEN), ("fragments", frozenset({"fragment"}))):
        outcomes = [_found(scene, kinds, name) for scene in scenes]
        rows += [sum((one[0] for one in outcomes), Counts()).row(name, single=True)]
        rows += [sum((one[1] for one in outcomes), Counts()).row(f"{name}, speaker of found", single=True)]
        mistakes += (m for one in outcomes for m in one[2])
    for name, level in (("claims, basic", "basic"), ("claims, hard", "hard")):
        found = [_claims(scene, level) for scene in scenes]
        rows += [sum((counts for counts, _ in found), Counts()).row(name, single=True)]
        mistakes += (m for _, ones in found for m in ones)
    taken = [m for scene in scenes for m in _taken(scene)]
    rows.append(Row(name="names and scare quotes taken for speech", errors=len(taken)))
    return tuple(rows), (*mistakes, *taken)


def _found(scene: _Scene, kinds: frozenset[str], name: str) -> tuple[Counts, Counts, list[Mistake]]:
    wanted = [one for one in scene.gold.words if one.kind in kinds]
    spans = {(one.start, one.end): one for one in scene.linked.reading.quotations if one.manner in _SPEECH}
    there = [(one, spans[one.start, one.end]) for one in wanted if (one.start, one.end) in spans]
    wrong = [(one, found) for one, found in there if not _same(scene, one, found.speaker)]
    told = [_told(f"{name}: missed", scene, one, "") for one in wanted if (one.start, one.end) not in spans]
    told += [_told(f"{name}: speaker", scene, one, _shown(found)) for one, found in wrong]
    counts = Counts(right=len(there), found=len(there), gold=len(wanted))
    return counts, Counts(right=len(there) - len(wrong), found=len(there), gold=len(there)), told


def _shown(found: Quotation) -> str:
    return "found nobody" if found.speaker is None else f"found {found.speaker.name}"


def _claims(scene: _Scene, level: str) -> tuple[Counts, list[Mistake]]:
    wanted = [one for one in scene.gold.words if one.kind == "claim" and one.level == level]
    missed = [one for one in wanted if not _reported(scene, one)]
    counts = Counts(right=len(wanted) - len(missed), found=len(wanted) - len(missed), gold=len(wanted))
    return counts, [_told(f"claims, {level}: missed", scene, one, f"wanted {one.speaker}") for one in missed]


def _reported(scene: _Scene, claim: GoldWords) -> bool:
    return any(
        _share(claim, one.content.start, one.content.end) >= _SHARE and _same(scene, claim, one.source)
        for one in scene.linked.reading.attributions
    )


def _share(claim: GoldWords, start: int, end: int) -> float:
    return max(0, min(claim.end, end) - max(claim.start, start)) / (claim.end - claim.start)


def _taken(scene: _Scene) -> Iterator[Mistake]:
    """Whatever the gold says is no quotation, and speech where the gold knows no quotation at all."""
    known = [one for one in scene.gold.words if one.kind not in {"claim", "none"}]
    for one in scene.linked.reading.quotations:
        if one.manner in _SPEECH and not any(gold.start < one.end and one.start < gold.end for gold in known):
            text, at = scene.linked.reading.article.text, (one.start, one.end)
            yield mistake("taken for speech", scene.gold.seed, text, at, one.manner.value)


def _same(scene: _Scene, gold: GoldWords, found: Speaker | None) -> bool:
    ends = [_bare(end) for end in gold.speaker.split("<-")]
    forms = {name.id: set(name.forms) for name in scene.gold.names}
    if ends[0] in {"unattributed", ""}:
        return found is None
    if found is None:
        return False
    entity = _entity(scene, found)
    if entity is None:
        return not gold.named or len(ends) > 1 or ends[0] not in forms
    linked = {link.mention.form for link in scene.linked.links if link.entity == entity}
    return any(linked & forms.get(end, set()) for end in ends) or ends[0] not in forms


def _bare(end: str) -> str:
    words = end.replace(",", " ").replace(";", " ").split()
    return words[0] if words else ""


def _entity(scene: _Scene, found: Speaker) -> str | None:
    if found.mention is None:
        return None
    start = found.mention.start
    return next((link.entity for link in scene.linked.links if link.mention.start == start), None)


def _told(group: str, scene: _Scene, one: GoldWords, what: str) -> Mistake:
    return mistake(group, scene.gold.seed, scene.linked.reading.article.text, (one.start, one.end), what)
