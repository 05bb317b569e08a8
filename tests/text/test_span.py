"""Stretches of a text."""

import pytest

from build_dossier.text.span import Span, trim


@pytest.mark.parametrize(("start", "end"), [pytest.param(-1, 2, id="negative"), pytest.param(3, 2, id="turned round")])
def test_a_span_that_is_none_is_refused(start: int, end: int):
    """A span never begins before the text and never ends before it begins."""
    with pytest.raises(ValueError, match="not a span"):
        Span(start=start, end=end)


def test_of_gives_the_words():
    """A span covers the code points from its start up to, not including, its end."""
    assert Span(start=2, end=5).of("Я 𝄞чу") == "𝄞чу"


def test_spans_sort_by_place():
    """Spans come in text order, the shorter first of two that begin together."""
    spans = [Span(start=3, end=4), Span(start=1, end=9), Span(start=1, end=2)]

    assert sorted(spans) == [Span(start=1, end=2), Span(start=1, end=9), Span(start=3, end=4)]


@pytest.mark.parametrize(
    ("text", "start", "end", "words"),
    [
        pytest.param("слово", 0, 5, "слово", id="nothing to trim"),
        pytest.param("  слово \n", 0, 9, "слово", id="both ends"),
        pytest.param("а  б", 1, 3, "", id="only white space"),
        pytest.param("\u00a0а\u2003", 0, 3, "а", id="white space of all kinds"),
    ],
)
def test_trim(text: str, start: int, end: int, words: str):
    """White space at the ends is left out; what is nothing else becomes empty."""
    span = trim(text, start, end)

    assert span.of(text) == words
