"""Annotated sources: the file that holds offsets and no text."""

from pathlib import Path

import pytest

from build_dossier.measure.source_gold import GoldSource, SourceGoldError, read_source_gold

GOLD = Path(__file__).parent.parent / "quality" / "gold" / "sources.yml"
ONE = """
texts:
- id: a
  sha256: ff
  topic: weather
  language: uk
  held: true
  sources:
  - {spans: [[1, 4], [8, 9]], role: PRIMARY, anonymity: UNNAMED, count: 3, via: [20, 22]}
"""


def test_reads():
    """An entry is read with its count and the outlet by which it is known."""
    text = read_source_gold(ONE)["ff"]

    assert text.held
    assert text.sources == (
        GoldSource(spans=((1, 4), (8, 9)), role="PRIMARY", anonymity="UNNAMED", count=3, via=(20, 22)),
    )


@pytest.mark.parametrize("text", ["texts: [", "texts: [{id: a}]", "other: 1"])
def test_unusable(text: str):
    """A file that is not as expected is told, not guessed at."""
    with pytest.raises(SourceGoldError):
        read_source_gold(text)


def test_what_is_annotated():
    """Both languages, all topics, at least thirty texts, ten of them held out; no words, only offsets."""
    texts = read_source_gold(GOLD.read_text(encoding="utf-8")).values()

    assert len(texts) >= 30
    assert sum(text.held for text in texts) >= 10
    assert {(text.topic, text.language) for text in texts if text.held} >= {("brexit", "uk"), ("ryanair", "ru")}
    assert all(start < end for text in texts for source in text.sources for start, end in source.spans)
