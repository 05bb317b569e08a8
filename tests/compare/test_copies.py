"""Articles that hold each other's sentences."""

from dataclasses import replace

import pytest
from told import told

from build_dossier.article import Article, Block, BlockKind
from build_dossier.compare.copies import Copy, clusters, copies

WORDS = [f"слово{number}" for number in range(400)]


def article(name: str, *stretches: tuple[int, int]) -> Article:
    """An article of stretches of the words."""
    text = ". ".join(" ".join(WORDS[start:end]) for start, end in stretches)
    return told(name, text).reading.article


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param([(0, 100)], [(100, 200)], id="nothing in common"),
        pytest.param([(0, 100)], [(80, 180)], id="a sentence"),
        pytest.param([(0, 12)], [(0, 12), (100, 200)], id="a title"),
        pytest.param([], [(0, 100)], id="no text"),
    ],
)
def test_what_is_no_copy(first: list[tuple[int, int]], second: list[tuple[int, int]]):
    """A sentence in common, or a title within a longer text, makes no copy."""
    assert copies([article("a", *first), article("b", *second)]) == ()


def test_what_tells_of_the_paper_makes_no_copy():
    """The same registration notice below every article is none of their words."""
    notices = [
        replace(one, blocks=(Block(kind=BlockKind.BOILERPLATE, start=0, end=len(one.text)),))
        for one in (article("a", (0, 100)), article("b", (0, 100)))
    ]

    assert copies(notices) == ()


def test_a_report_within_a_longer_article_is_a_copy():
    """The share is that of the shorter text."""
    (found,) = copies([article("a", (0, 100)), article("b", (200, 300), (0, 100), (300, 400))])

    assert found == Copy(articles=("a", "b"), share=1.0)
    assert found.is_whole


def test_passages_are_told_from_copies():
    """Half of a text taken over is a retelling."""
    (found,) = copies([article("a", (0, 100)), article("b", (50, 200))])

    assert 0.45 < found.share < 0.5
    assert not found.is_whole


def test_copies_of_copies_are_one_cluster():
    """However many have the text, they are one, and the work is not that of all pairs."""
    many = [article(f"a{number:03}", (0, 100)) for number in range(60)]
    found = copies([*many, article("z", (100, 300))])

    assert clusters(found) == (tuple(sorted(one.id for one in many)),)
    assert len(found) < 2 * len(many)
