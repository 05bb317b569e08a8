"""Sources of the seeds against their gold: one source of one article is one item, found by its forms in the text.

Comes in: pairs of a gold article and its linked reading. Goes out: rows and mistakes. What is found beyond the gold is
told as such: the gold leaves out persons, the publisher, and what cannot be found by rule.
"""

from collections.abc import Iterator, Sequence

from build_dossier.extract.sources.citation import Citation
from build_dossier.link import LinkedReading
from build_dossier.measure.gold import GoldArticle, GoldSeedSource
from build_dossier.measure.report import Mistake, mistake
from build_dossier.measure.score import Counts, Row

SeedPair = tuple[GoldArticle, LinkedReading]


def seed_sources(pairs: Sequence[SeedPair]) -> tuple[tuple[Row, ...], tuple[Mistake, ...]]:
    """Figures and mistakes over all articles."""
    matched = [(pair, gold, _found(pair, gold)) for pair in pairs for gold in pair[0].sources]
    hits = [(gold, found) for _, gold, found in matched if found is not None]
    used = {id(found) for _, found in hits}
    roles = sum(gold.role == found.role.value for gold, found in hits)
    named = sum(gold.anonymity == found.anonymity.value for gold, found in hits)
    extra = sum(len(_extra(pair, used)) for pair in pairs)
    rows = (
        Counts(right=len(hits), found=len(hits) + extra, gold=len(matched)).row("sources"),
        Counts(right=roles, found=len(hits), gold=len(hits)).row("role", single=True),
        Counts(right=named, found=len(hits), gold=len(hits)).row("anonymity", single=True),
    )
    missed = tuple(told for pair, gold, found in matched for told in _mistakes(pair, gold, found))
    beyond = tuple(told for pair in pairs for told in _beyond(pair, used))
    return rows, (*missed, *beyond)


def _places(text: str, gold: GoldSeedSource) -> list[tuple[int, int]]:
    starts = ((text.find(form), len(form)) for form in gold.forms)
    return [(start, start + length) for start, length in starts if start >= 0]


def _found(pair: SeedPair, gold: GoldSeedSource) -> Citation | None:
    """The source of which most citings lie in the gold's words."""
    text = pair[1].reading.article.text
    places = _places(text, gold)

    def shared(citation: Citation) -> int:
        return sum(any(s.start < end and start < s.end for start, end in places) for s in citation.spans)

    best = max((source.citation for source in pair[1].sources), key=shared, default=None)
    return best if best is not None and shared(best) else None


def _extra(pair: SeedPair, used: set[int]) -> list[Citation]:
    return [source.citation for source in pair[1].sources if id(source.citation) not in used]


def _mistakes(pair: SeedPair, gold: GoldSeedSource, found: Citation | None) -> Iterator[Mistake]:
    text = pair[1].reading.article.text
    place = next(iter(_places(text, gold)), (0, 0))
    if found is None:
        yield mistake("sources: missed", pair[0].seed, text, place, f"{gold.id} {gold.role} {gold.anonymity}")
    elif (gold.role, gold.anonymity) != (found.role.value, found.anonymity.value):
        what = f"{gold.id}: wanted {gold.role} {gold.anonymity}, found {found.role.value} {found.anonymity.value}"
        yield mistake("sources: role or anonymity", pair[0].seed, text, place, what)


def _beyond(pair: SeedPair, used: set[int]) -> Iterator[Mistake]:
    text = pair[1].reading.article.text
    for citation in _extra(pair, used):
        at = citation.spans[0].start, citation.spans[0].end
        what = f"{citation.name} {citation.role.value} {citation.anonymity.value}"
        yield mistake("sources: beyond the gold", pair[0].seed, text, at, what)
