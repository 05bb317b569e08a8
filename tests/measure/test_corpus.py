"""A corpus with gold names: how it is read, and how links are measured against it."""

from pathlib import Path

import pytest

from build_dossier.article.intake import read
from build_dossier.article.seed import read_seeds
from build_dossier.extract import Reading
from build_dossier.extract.mentions import EntityType, Level, Mention
from build_dossier.link import Link, LinkedReading, LinkReason
from build_dossier.measure.corpus import CorpusError, CorpusText, read_corpus
from build_dossier.measure.corpus_names import Text, corpus_names
from build_dossier.measure.report import Section

WORDS = "Олена Коваль приїхала до Одеси."


def corpus(root: Path, *lines: str) -> Path:
    """A corpus of one Ukrainian text with these lines of gold."""
    for folder in ("raw", "ner"):
        (root / folder / "news" / "uk").mkdir(parents=True, exist_ok=True)
    (root / "raw" / "news" / "uk" / "a.txt").write_text(WORDS, encoding="utf-8")
    gold = "".join("\t".join(line.split("|")) + "\n" for line in lines)
    (root / "ner" / "news" / "uk" / "a.tsv").write_text(gold, encoding="utf-8")
    return root


def measured(text: CorpusText, *found: tuple[int, int, EntityType, str, str]) -> dict[str, Section]:
    """The sections by the measure, for mentions given as start, end, type, lemma and entity."""
    ((seed,), _) = read_seeds([(text.file, text.data)])
    links = tuple(
        Link(
            mention=Mention(start=start, end=end, form=WORDS[start:end], lemma=lemma, type=kind, level=Level.NAM),
            lemma=lemma,
            entity=entity,
            reason=LinkReason.NAME,
            score=1.0,
            doubt=None,
        )
        for start, end, kind, lemma, entity in found
    )
    reading = Reading(article=read(seed), mentions=tuple(one.mention for one in links))
    sections = corpus_names([Text(corpus=text, reading=LinkedReading(reading=reading, links=links))])
    return dict(zip(("strict", "relaxed", "lemma", "linking"), sections, strict=True))


PERSON = "0|12|Олена Коваль|Олена Коваль|PER|koval"
PLACE = "25|30|Одеси|Одеса|LOC|odesa"


@pytest.mark.parametrize(
    "line", [pytest.param("0|5|Одеса|Одеса|LOC|odesa", id="not-these-words"), pytest.param("0|5|Олена", id="columns")]
)
def test_gold_that_does_not_fit_its_text_is_refused(tmp_path: Path, line: str):
    """File and line are named."""
    with pytest.raises(CorpusError, match=r"a\.tsv:1"):
        read_corpus(corpus(tmp_path, line))


def test_a_folder_without_gold_is_refused(tmp_path: Path):
    """What is missing is named."""
    with pytest.raises(CorpusError, match="ner/<topic>/<language>"):
        read_corpus(tmp_path)


def test_a_name_that_stands_twice_counts_once(tmp_path: Path):
    """Some gold files repeat a line."""
    (text,) = read_corpus(corpus(tmp_path, PERSON, PERSON))

    assert len(text.names) == 1


def test_place_and_type_must_be_right(tmp_path: Path):
    """Other edges are one missed and one too many; in the relaxed measure they match."""
    (text,) = read_corpus(corpus(tmp_path, PERSON, PLACE))
    found = measured(
        text, (6, 12, EntityType.PER, "Коваль", "koval"), (25, 30, EntityType.LOC, "«Одеса»".strip("«»"), "odesa")
    )

    strict = {row.name: row for row in found["strict"].rows}
    loose = {row.name: row for row in found["relaxed"].rows}
    assert (strict["uk PER"].right, strict["uk PER"].errors) == (0, 2)
    assert (strict["uk LOC"].right, strict["uk LOC"].errors) == (1, 0)
    assert loose["uk PER"].right == 1
    assert [one.group for one in found["strict"].mistakes] == ["uk: PER with other edges"]


def test_lemmas_and_ids_are_measured_on_matched_mentions(tmp_path: Path):
    """A wrong lemma is one error; two gold ids on one entity cost precision."""
    (text,) = read_corpus(corpus(tmp_path, PERSON, PLACE))
    found = measured(text, (0, 12, EntityType.PER, "олена коваль", "koval"), (25, 30, EntityType.LOC, "Одеси", "koval"))

    lemma = {row.name: row for row in found["lemma"].rows}["uk PER+ORG+LOC"]
    assert (lemma.gold, lemma.right, lemma.errors) == (2, 1, 1)
    assert found["linking"].rows[0].precision == 0.5
    assert found["linking"].rows[0].recall == 1.0
