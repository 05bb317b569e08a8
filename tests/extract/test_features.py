"""What a token shows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_dossier.extract.features import document, openings, tokens
from build_dossier.extract.seen import shape, stem


def forms(text: str) -> str:
    """The tokens between bars."""
    return "|".join(token.form for token in tokens(text, 0, len(text)))


def test_tokens_are_words_numbers_and_signs():
    """Hyphens and quotes stand alone, an apostrophe inside a word does not."""
    assert forms("«Нью-Йорк», доб’ється 28-ми.") == "«|Нью|-|Йорк|»|,|доб’ється|28|-|ми|."


@given(st.text(max_size=80))
def test_tokens_hold_every_visible_character(text: str):
    """Nothing but white space is lost, and offsets lead back to the text."""
    found = tokens(text, 0, len(text))
    assert all(text[token.start : token.end] == token.form for token in found)
    assert "".join(token.form for token in found) == "".join(text.split())


@pytest.mark.parametrize(
    ("form", "expected"),
    [("Київ", "Xx"), ("НАТО", "XX"), ("БелТА", "xX"), ("слово", "xx"), ("NYT", "latXX"), ("2025", "04"), ("«", "«")],
)
def test_shapes(form: str, expected: str):
    """Capitals, script and digits make the shape."""
    assert shape(form) == expected


def test_forms_of_an_unknown_name_share_a_stem():
    """Endings are cut as far as they tell, in both languages."""
    assert {stem(form) for form in ("Віткофф", "Віткоффа", "Віткоффу", "Виткоффом")} == {stem("Віткофф")}


def test_sentences_open_behind_signs():
    """An opening quote or dash does not close the sentence before it."""
    block = tokens("Так. «Ні», – каже Петро", 0, 23)
    assert [
        token.form for token, opens in zip(block, openings(block), strict=True) if opens and token.form.isalpha()
    ] == [
        "Так",
        "Ні",
    ]


def test_every_token_has_features_and_the_article_speaks():
    """What one block shows of a word stands with its place in another."""
    texts = ["Прибув міністр Гартвік", "Слова Гартвіка"]
    rows = document([tokens(text, 0, len(text)) for text in texts], "uk")
    assert [len(row) for row in rows] == [3, 2]
    assert "doc:after role" in rows[1][1]
