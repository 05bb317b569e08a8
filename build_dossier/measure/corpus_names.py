"""Names of a corpus against its gold: strict and relaxed F1, lemmas, entity ids; by language and type.

Comes in: pairs of a corpus text and its linked reading. Goes out: one ``Section`` for each measure.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from build_dossier.extract.mentions import Level
from build_dossier.link import Link, LinkedReading
from build_dossier.measure.corpus import CorpusName, CorpusText
from build_dossier.measure.report import Mistake, Section, mistake
from build_dossier.measure.score import Counts, Row, b_cubed, lemma_key, overlap, relaxed

TYPES = ("PER", "ORG", "LOC", "EVT", "PRO")
PEOPLE_AND_PLACES = TYPES[:3]
"""The types that have pages; all figures “PER+ORG+LOC” are of these."""

REMARKS = (
    "Automatic: with an empty docs folder, nothing of any editor's.",
    "NOT HELD-OUT: the names model that comes with the program was trained on the development corpus, so",
    "on that one these figures flatter; leave-one-topic-out figures come from the scripts in training/.",
)

Key = tuple[int, int, str]
Measure = Callable[["Text", str], Counts]


@dataclass(frozen=True, kw_only=True)
class Text:
    """One text: gold and links by place and type."""

    corpus: CorpusText
    reading: LinkedReading

    @cached_property
    def gold(self) -> dict[Key, CorpusName]:
        """The gold names."""
        return {(name.start, name.end, name.type): name for name in self.corpus.names}

    @cached_property
    def found(self) -> dict[Key, Link]:
        """What was found."""
        links = (link for link in reversed(self.reading.links) if link.mention.level is Level.NAM)
        return {(one.mention.start, one.mention.end, one.mention.type.value): one for one in links}

    @property
    def language(self) -> str:
        """The language that the corpus gives."""
        return self.corpus.language

    def matched(self) -> Iterator[tuple[CorpusName, Link]]:
        """Gold and link of the mentions that have the same place and type."""
        return ((self.gold[key], self.found[key]) for key in sorted(self.gold.keys() & self.found.keys()))


def corpus_names(
    texts: Sequence[Text], *, of: str = "Corpus", remarks: tuple[str, ...] = REMARKS
) -> tuple[Section, ...]:
    """All sections: strict, relaxed, lemma, linking; ``of`` what they are is said in their titles."""
    groups = _groups(texts)
    strict = _section("strict: place and type are right", groups, _strict, tuple(_strict_mistakes(texts)))
    loose = _section("relaxed: names of a text without places, in part", groups, _relaxed, ())
    lemma = _section("lemmas of matched mentions", groups, _lemma, tuple(_lemma_mistakes(texts)))
    sections = (strict, loose, lemma, _linking(groups, texts))
    return tuple(replace(one, title=f"{of}, {one.title}", remarks=remarks) for one in sections)


def _groups(texts: Sequence[Text]) -> dict[str, list[Text]]:
    languages = sorted({text.language for text in texts})
    groups = {language: [text for text in texts if text.language == language] for language in languages}
    return {**groups, "both": list(texts)} if len(languages) > 1 else groups


def _section(title: str, groups: dict[str, list[Text]], measure: Measure, mistakes: tuple[Mistake, ...]) -> Section:
    rows: list[Row] = []
    for group, texts in groups.items():
        by_type = {kind: sum((measure(text, kind) for text in texts), Counts()) for kind in TYPES}
        rows += [
            counts.row(f"{group} {kind}", single=measure is _lemma)
            for kind, counts in by_type.items()
            if counts.found or counts.gold
        ]
        three = sum((by_type[kind] for kind in PEOPLE_AND_PLACES), Counts())
        rows.append(three.row(f"{group} PER+ORG+LOC", single=measure is _lemma))
    return Section(title=title, remarks=(), rows=tuple(rows), mistakes=mistakes)


def _strict(text: Text, kind: str) -> Counts:
    return overlap((k for k in text.found if k[2] == kind), (k for k in text.gold if k[2] == kind))


def _relaxed(text: Text, kind: str) -> Counts:
    found = {link.mention.form for key, link in text.found.items() if key[2] == kind}
    return relaxed(found, {name.form for key, name in text.gold.items() if key[2] == kind})


def _lemma(text: Text, kind: str) -> Counts:
    pairs = [(name, link) for name, link in text.matched() if name.type == kind]
    right = sum(_same_lemma(name, link) for name, link in pairs)
    return Counts(right=right, found=len(pairs), gold=len(pairs))


def _same_lemma(name: CorpusName, link: Link) -> bool:
    return lemma_key(name.lemma) == lemma_key(link.lemma)


def _linking(groups: dict[str, list[Text]], texts: Sequence[Text]) -> Section:
    rows = tuple(b_cubed(f"{group} PER+ORG+LOC", _pairs(texts)) for group, texts in groups.items())
    title = "linking: B-cubed of entity ids on matched mentions"
    return Section(title=title, remarks=(), rows=rows, mistakes=tuple(_linking_mistakes(texts)))


def _pairs(texts: Sequence[Text]) -> Iterator[tuple[str, str]]:
    for text in texts:
        for name, link in text.matched():
            if name.type in PEOPLE_AND_PLACES:
                # A mention that leads nowhere stands alone, under a name that no other has.
                yield name.id, link.entity or f"\0{text.corpus.name}\0{name.start}\0{name.type}"


def _strict_mistakes(texts: Sequence[Text]) -> Iterator[Mistake]:
    """The commonest first: missed, too many, wrong type, wrong edges."""
    told = [(kind, text, key) for text in texts for kind, key in _wrong(text)]
    times = Counter((kind, text.language, _form(text, key)) for kind, text, key in told)
    seen: set[tuple[str, str, str]] = set()
    for kind, text, key in sorted(told, key=lambda one: -times[one[0], one[1].language, _form(one[1], one[2])]):
        form = kind, text.language, _form(text, key)
        if form not in seen:
            seen.add(form)
            words = text.reading.reading.article.text
            what = f"{times[form]} × {form[2]}"
            yield mistake(f"{text.language}: {kind}", text.corpus.name, words, key[:2], what)


def _form(text: Text, key: Key) -> str:
    return text.reading.reading.article.text[key[0] : key[1]]


def _wrong(text: Text) -> Iterator[tuple[str, Key]]:
    for key in text.gold.keys() - text.found.keys():
        yield f"{key[2]} {_why(key, text.found)}", key
    for key in text.found.keys() - text.gold.keys():
        if not any(_touch(key, other) for other in text.gold):
            yield f"{key[2]} invented", key


def _why(key: Key, found: dict[Key, Link]) -> str:
    """What was found in the place of a gold name."""
    other = next((one for one in found if one[:2] == key[:2]), None)
    if other is not None:
        return f"taken for {other[2]}"
    return "with other edges" if any(_touch(key, one) for one in found) else "missed"


def _touch(one: Key, other: Key) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _lemma_mistakes(texts: Sequence[Text]) -> Iterator[Mistake]:
    wrong = Counter(
        (text.language, name.type, name.form, name.lemma, link.lemma)
        for text in texts
        for name, link in text.matched()
        if not _same_lemma(name, link)
    )
    for (language, kind, form, wanted, lemma), times in wrong.most_common():
        yield Mistake(
            group=f"{language}: {kind}", where=f"{times} × {form}", what=f"wanted “{wanted}”, found “{lemma}”"
        )


def _linking_mistakes(texts: Sequence[Text]) -> Iterator[Mistake]:
    """Gold ids that were split, entities that were merged; the dearest first."""
    split: dict[str, Counter[str]] = defaultdict(Counter)
    merged: dict[str, Counter[str]] = defaultdict(Counter)
    for gold, entity in _pairs(texts):
        split[gold]["no entity" if entity.startswith("\0") else entity] += 1
        merged[entity][gold] += 1
    for group, clusters in (("split", split), ("merged", merged)):
        dear = sorted(clusters.items(), key=lambda item: (max(item[1].values()) - item[1].total(), item[0]))
        for name, parts in dear:
            if len(parts) > 1:
                shown = ", ".join(f"{part} {times}" for part, times in parts.most_common(8))
                yield Mistake(group=f"linking: {group}", where=name, what=shown)
