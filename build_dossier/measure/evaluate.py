"""How good: the program's findings against gold, for the seeds and for a corpus.

Comes in: the folders and files to measure on. Goes out: an ``Evaluation``, which ``eval`` prints and writes. Automatic
figures are taken with an empty docs folder; with a docs folder given, a second block shows what the editors' work adds.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from build_dossier.build import build
from build_dossier.disk import FolderError, read_sources
from build_dossier.dossier import Dossier, SeedFile, Sources
from build_dossier.measure import events
from build_dossier.measure.corpus import CorpusText, read_corpus
from build_dossier.measure.corpus_names import Text, corpus_names
from build_dossier.measure.facts import Pair, facts
from build_dossier.measure.framing import framing
from build_dossier.measure.gold import GoldArticle, read_gold
from build_dossier.measure.names import names
from build_dossier.measure.notes import notes
from build_dossier.measure.passages import PASSAGES, read_passages
from build_dossier.measure.report import Mistake, Section, mistake
from build_dossier.measure.said import said
from build_dossier.measure.score import Counts, Row
from build_dossier.measure.seed_sources import seed_sources
from build_dossier.measure.source_gold import read_source_gold
from build_dossier.measure.sources import corpus_sources
from build_dossier.measure.speech import read_speech, speech
from build_dossier.measure.times import annotated, on_seeds, read_times_gold
from build_dossier.workers import all_cores

EMPTY_DOCS = "Automatic: with an empty docs folder, nothing of any editor's."
SPEECH_GOLD = Path("tests/quality/gold/speech.yml")
"""Quotations and attributions, annotated likewise."""
TIMES_GOLD = Path("tests/quality/gold/times.yml")
"""Annotated times of texts that are known by their digests; measured where the corpus holds them."""
SOURCES_GOLD = Path("tests/quality/gold/sources.yml")
"""Annotated sources, in the same way."""
SAMPLE = 30
"""Publishers of the corpus shown in the file of errors, to be judged by eye."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is to be measured."""

    seeds: Path
    gold: Path | None
    corpus: Path | None
    docs: Path | None


def evaluate(asked: Asked) -> tuple[Section, ...]:
    """All figures that were asked for.

    Raises:
        FolderError: nothing was asked for, or what was asked for is not there.
    """
    sections: list[Section] = []
    if asked.gold is not None:
        if not asked.gold.is_file():
            raise FolderError(f"there is no gold file {asked.gold}")
        gold = read_gold(asked.gold.read_text(encoding="utf-8"))
        sections += _on_seeds(gold, asked.seeds, None)
        if asked.docs is not None:
            sections += _on_seeds(gold, asked.seeds, asked.docs)
    if asked.corpus is not None:
        sections += _on_corpus(read_corpus(asked.corpus))
    if PASSAGES.is_file():
        sections += on_passages(read_passages(PASSAGES.read_text(encoding="utf-8")))
    if not sections:
        raise FolderError("nothing to measure on: --gold FILE or --corpus DIR (make eval GOLD=… CORPUS=…)")
    return tuple(sections)


def _on_seeds(gold: Sequence[GoldArticle], seeds: Path, docs: Path | None) -> Iterator[Section]:
    dossier = _dossier(_sources(seeds, docs))
    known = {seed.name: reading for seed, reading in zip(dossier.seeds, dossier.readings, strict=True)}
    absent = [one.seed for one in gold if one.seed not in known]
    pairs = [(one, known[one.seed]) for one in gold if one.seed in known]
    how = EMPTY_DOCS if docs is None else f"With the editors' work in {docs}."
    missing = (f"Not in {seeds}, so not measured: {', '.join(absent)}",) if absent else ()
    rows, mistakes = facts([Pair(gold=one, article=reading.reading.article) for one, reading in pairs])
    yield Section(title="Seeds, articles", remarks=(how, *missing), rows=rows, mistakes=mistakes)
    rows, mistakes = names(pairs)
    remark = "An item is one entity in one article; only those that the gold calls basic."
    yield Section(title="Seeds, names", remarks=(how, remark), rows=rows, mistakes=mistakes)
    rows, mistakes = on_seeds(pairs)
    remark = "The words by which the gold dates an event: found, with the event's own value, with its basis."
    yield Section(title="Seeds, times", remarks=(how, remark), rows=rows, mistakes=mistakes)
    rows, mistakes = events.on_seeds(pairs, dossier.events)
    remark = "Passages that the gold calls basic, and events that it has in two articles."
    yield Section(title="Seeds, events", remarks=(how, remark), rows=rows, mistakes=mistakes)
    rows, mistakes = seed_sources(pairs)
    remark = "One item is one source of one article that is no person, where it can be found by rule."
    yield Section(title="Seeds, sources", remarks=(how, remark), rows=rows, mistakes=mistakes)
    rows, mistakes = said(pairs)
    remark = "Speakers and sources by entity; a claim is found when a report covers half of it and has its source."
    yield Section(title="Seeds, who says what", remarks=(how, remark), rows=rows, mistakes=mistakes)
    rows, mistakes = framing(pairs, dossier.framing)
    remark = (
        "Counts by term and article, where a term is the one that holds most of the gold's places; voices of places."
    )
    yield Section(title="Seeds, framing", remarks=(how, remark), rows=rows, mistakes=mistakes)
    if docs is not None:
        rows, mistakes = notes(pairs, dossier)
        yield Section(title="Seeds, notes", remarks=(how,), rows=rows, mistakes=mistakes)
    else:
        yield _unmeasured(gold)


def _unmeasured(gold: Sequence[GoldArticle]) -> Section:
    fields = Counter(field for one in gold for field in one.unmeasured)
    remarks = (
        f"Not measured yet: {', '.join(sorted(fields)) or 'nothing'}",
        "Not measured here: search queries, which need a browser; notes, which need a docs folder (DOCS=dir).",
    )
    return Section(title="Seeds, the rest", remarks=remarks, rows=(), mistakes=())


def on_passages(passages: Sequence[CorpusText]) -> tuple[Section, ...]:
    """The names of the project's own passages, read as one dossier: strict, relaxed, lemma, linking."""
    remarks = (EMPTY_DOCS, f"{len(passages)} passages written for this project; the names model has not seen them.")
    return corpus_names(_texts(passages, _dossier_of(passages)), of="Passages", remarks=remarks)


def _dossier_of(corpus: Sequence[CorpusText]) -> Dossier:
    seeds = tuple(SeedFile(name=text.file, data=text.data) for text in corpus)
    with TemporaryDirectory() as nowhere:
        return _dossier(replace(_sources(Path(nowhere), None), seeds=seeds))


def _texts(corpus: Sequence[CorpusText], dossier: Dossier) -> list[Text]:
    known = {seed.name: reading for seed, reading in zip(dossier.seeds, dossier.readings, strict=True)}
    return [Text(corpus=text, reading=known[text.file]) for text in corpus if text.file in known]


def _on_corpus(corpus: Sequence[CorpusText]) -> Iterator[Section]:
    dossier = _dossier_of(corpus)
    texts = _texts(corpus, dossier)
    yield _corpus_facts(corpus, texts)
    yield from corpus_names(texts)
    if TIMES_GOLD.is_file():
        gold = read_times_gold(TIMES_GOLD.read_text(encoding="utf-8"))
        by_digest = {seed.sha256: linked for seed, linked in zip(dossier.seeds, dossier.readings, strict=True)}
        yield from annotated(gold, by_digest)
    if SOURCES_GOLD.is_file():
        yield from corpus_sources(texts, read_source_gold(SOURCES_GOLD.read_text(encoding="utf-8")))
    if SPEECH_GOLD.is_file():
        by_digest = {seed.sha256: linked for seed, linked in zip(dossier.seeds, dossier.readings, strict=True)}
        yield from speech(read_speech(SPEECH_GOLD.read_text(encoding="utf-8")), by_digest)


def _corpus_facts(corpus: Sequence[CorpusText], texts: Sequence[Text]) -> Section:
    """What the corpus has gold for (the language), and counts of what it has none for."""
    articles = [(text, text.reading.reading.article) for text in texts]
    right = sum(article.language == text.language for text, article in articles)
    rows = [Counts(right=right, found=len(texts), gold=len(corpus)).row("language", single=True)]
    titles = Counter(f"title {article.title.basis.value}" for _, article in articles)
    dates = Counter(f"date {article.published.basis.value}" for _, article in articles)
    named = Counter(f"publisher {a.publisher.basis.value}" for _, a in articles if a.publisher is not None)
    blocks = Counter(f"blocks {block.kind.value}" for _, article in articles for block in article.blocks)
    for counts in (titles, dates, named, blocks):
        rows += [Row(name=name, found=times) for name, times in sorted(counts.items())]
    remarks = (EMPTY_DOCS, f"{len(texts)} texts; what is only found has no gold here.")
    told = (*_wrong_languages(texts), *_publishers(texts))
    return Section(title="Corpus, articles", remarks=remarks, rows=tuple(rows), mistakes=told)


def _wrong_languages(texts: Sequence[Text]) -> Iterator[Mistake]:
    for text in texts:
        article = text.reading.reading.article
        if article.language != text.language:
            what = f"wanted {text.language}, found {article.language}: {article.text[:200]}"
            yield Mistake(group="language", where=text.corpus.name, what=" ".join(what.split()))


def _publishers(texts: Sequence[Text]) -> Iterator[Mistake]:
    """A sample for the eye, evenly spread: the corpus has no gold for publishers."""
    named = [text for text in texts if text.reading.reading.article.publisher is not None]
    for text in named[:: max(1, len(named) // SAMPLE)][:SAMPLE]:
        publisher = text.reading.reading.article.publisher
        if publisher is not None and publisher.span is not None:
            words = text.reading.reading.article.text
            what = f"{publisher.name} ({publisher.basis.value})"
            span = publisher.span
            group = "publisher: a sample to be judged by eye, no mistakes"
            yield mistake(group, text.corpus.name, words, (span.start, span.end), what)


def _sources(seeds: Path, docs: Path | None) -> Sources:
    """The seeds with those docs, or with none; nothing remembered in either case."""
    if not seeds.is_dir():
        raise FolderError(f"there is no folder {seeds}; --seeds names the folder of texts")
    if docs is not None and not docs.is_dir():
        raise FolderError(f"there is no folder {docs}")
    with TemporaryDirectory() as nowhere:
        empty = Path(nowhere)
        return read_sources(seeds, docs or empty, empty)


def _dossier(sources: Sources) -> Dossier:
    with all_cores(len(sources.seeds)) as run_map:
        return build(sources, run_map=run_map).dossier
