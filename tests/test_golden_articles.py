"""Whole texts against what a person expects of each, block by block."""

import os
from pathlib import Path

import pytest
from golden_articles import GOLDEN, article, texts, told

TEXTS = texts()


def test_every_text_has_its_golden_file_and_every_golden_file_its_text():
    """No text goes unexamined, no expectation outlives its text."""
    assert sorted(TEXTS) == sorted(path.stem for path in GOLDEN.glob("*.yml"))


@pytest.mark.parametrize("name", [pytest.param(name, id=name) for name in TEXTS])
def test_an_article_is_told_as_its_golden_file_tells_it(name: str):
    """Language, title, date, publisher, credits and blocks are as written."""
    golden = GOLDEN / f"{name}.yml"
    if "REWRITE_GOLDEN" in os.environ:
        golden.write_text(told(article(TEXTS[name])), encoding="utf-8")

    assert told(article(TEXTS[name])) == golden.read_text(encoding="utf-8")


def test_the_golden_folder_holds_nothing_else():
    """Only texts and their expectations."""
    assert {Path(path).suffix for path in GOLDEN.iterdir()} == {".txt", ".yml"}
