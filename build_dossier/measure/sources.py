"""Sources of the corpus against annotations: one source is one item, matched by words or by name.

Comes in: annotations by sha256, and pairs of a corpus text and its linked reading. Goes out: a ``Section`` each for the
texts that rules may be written on and for those held out. A found and a gold source are the same where words of theirs
overlap; failing that, where their names are equal. Each is used once; the pair that shares most citings first.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from build_dossier.extract.sources.citation import Citation
from build_dossier.measure.corpus_names import Text
from build_dossier.measure.report import Mistake, Section, mistake
from build_dossier.measure.score import Counts, name_key
from build_dossier.measure.source_gold import GoldSource, SourcesOfText

REMARKS = (
    "One item is one source of one text. role, anonymity, count and via are judged on the matched ones;",
    "count and via only where the annotator gives them.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One text: what was found beside what is there."""

    text: Text
    gold: tuple[GoldSource, ...]
    found: tuple[Citation, ...]
    pairs: tuple[tuple[GoldSource, Citation], ...]


def corpus_sources(texts: Sequence[Text], gold: Mapping[str, SourcesOfText]) -> Iterator[Section]:
    """The figures, development and held-out texts apart; nothing where the corpus has none of the texts."""
    known = [(text, gold[digest]) for text in texts if (digest := sha256(text.corpus.data).hexdigest()) in gold]
    for title, held in (("development texts", False), ("held-out texts", True)):
        compared = [_compared(text, one) for text, one in known if one.held is held]
        if compared:
            mistakes = tuple(told for one in compared for told in _mistakes(one))
            remark = f"{len(compared)} texts with annotated sources."
            yield Section(
                title=f"Corpus, sources: {title}",
                remarks=(remark, *REMARKS),
                rows=tuple(counts.row(name, single=name != "sources") for name, counts in _figures(compared)),
                mistakes=mistakes,
            )


def _compared(text: Text, gold: SourcesOfText) -> Compared:
    found = text.reading.reading.citations
    return Compared(text=text, gold=gold.sources, found=found, pairs=_pairs(text, gold.sources, found))


def _pairs(
    text: Text, gold: Sequence[GoldSource], found: Sequence[Citation]
) -> tuple[tuple[GoldSource, Citation], ...]:
    words = text.reading.reading.article.text
    scored = [
        (_shared(one, other) or _same_name(words, one, other), at, place)
        for at, one in enumerate(gold)
        for place, other in enumerate(found)
    ]
    pairs: dict[int, int] = {}
    for score, at, place in sorted(scored, key=lambda one: (-one[0], one[1], one[2])):
        if score and at not in pairs and place not in pairs.values():
            pairs[at] = place
    return tuple((gold[at], found[place]) for at, place in sorted(pairs.items()))


def _shared(gold: GoldSource, found: Citation) -> float:
    """How many citings of the gold source overlap one of the found."""
    return sum(any(s.start < end and start < s.end for s in found.spans) for start, end in gold.spans)


def _same_name(words: str, gold: GoldSource, found: Citation) -> float:
    names = {name_key(words[start:end]) for start, end in gold.spans}
    return 0.5 if name_key(found.name) in names else 0.0


def _figures(compared: Sequence[Compared]) -> Iterator[tuple[str, Counts]]:
    pairs = [(one, *pair) for one in compared for pair in one.pairs]
    found, gold = sum(len(one.found) for one in compared), sum(len(one.gold) for one in compared)
    yield "sources", Counts(right=len(pairs), found=found, gold=gold)
    yield "role", _judged([one.role == other.role.value for _, one, other in pairs])
    yield "anonymity", _judged([one.anonymity == other.anonymity.value for _, one, other in pairs])
    yield "count", _judged([one.count == other.count for _, one, other in pairs if one.count is not None])
    yield "via", _judged([_via_right(of, one, other) for of, one, other in pairs if one.via is not None])


def _judged(right: Sequence[bool]) -> Counts:
    return Counts(right=sum(right), found=len(right), gold=len(right))


def _via_right(of: Compared, gold: GoldSource, found: Citation) -> bool:
    if found.via is None or gold.via is None:
        return False
    start, end = gold.via
    return any(s.start < end and start < s.end for s in of.found[found.via.source].spans)


def _mistakes(of: Compared) -> Iterator[Mistake]:
    article = of.text.reading.reading.article
    name, words = of.text.corpus.name, article.text
    matched = [id(one) for pair in of.pairs for one in pair]
    for one in of.gold:
        if id(one) not in matched:
            yield mistake("sources: missed", name, words, one.spans[0], f"{one.role} {one.anonymity}")
    for other in of.found:
        if id(other) not in matched:
            what = f"{other.name} {other.role.value} {other.anonymity.value}"
            yield mistake("sources: too many", name, words, (other.spans[0].start, other.spans[0].end), what)
    for one, other in of.pairs:
        wanted = (one.role, one.anonymity, one.count)
        given = (other.role.value, other.anonymity.value, other.count if one.count is not None else None)
        if wanted != given:
            what = f"wanted {_words(wanted)}, found {_words(given)}"
            yield mistake("sources: role, anonymity or count", name, words, one.spans[0], what)


def _words(values: Sequence[object]) -> str:
    return " ".join(str(value) for value in values if value is not None)
