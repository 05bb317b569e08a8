"""One spelling for what readers take for the same letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_dossier.text.fold import INVISIBLE, fold, fold_case, folded
from build_dossier.text.span import Span


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("слово и дело", id="plain words"),
        pytest.param("й ї і и", id="letters that only look alike"),
        pytest.param("МИД", id="case"),
        pytest.param("a.b,c;d!?", id="other punctuation"),
    ],
)
def test_fold_leaves_alone(text: str):
    """What is spelled one way only stays as it is."""
    assert fold(text) == text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("«Белта»", '"Белта"', id="quotes"),
        pytest.param("пʼять п’ять п`ять", "п'ять п'ять п'ять", id="apostrophes"),
        pytest.param("мир — война – спор", "мир - война - спор", id="dashes"),
        pytest.param("все ещё", "все еще", id="yo"),
        pytest.param("ґрати", "грати", id="ghe with upturn"),
        pytest.param("14\u00a0людей", "14 людей", id="no-break space"),
    ],
)
def test_fold_makes_one_of(one: str, other: str):
    """Two spellings of the same words fold to the same text."""
    assert fold(one) == fold(other)


@given(st.text())
def test_fold_keeps_length(text: str):
    """Offsets into the folded text are offsets into the text."""
    assert len(fold(text)) == len(fold_case(text)) == len(text)


def test_folded_drops_what_cannot_be_seen_and_squeezes_white_space():
    """Soft hyphens, joiners and runs of white space do not count when quotations are compared."""
    assert folded("  полі\u00adтич\u200bні\n\n В'ЯЗНІ").text == "політичні в'язні"


def test_folded_span_leads_back():
    """A find in the folded text is a span of the original, with the invisible characters inside it."""
    text = "та полі\u00adтичні  в’язні"
    found = folded(text)
    start = found.text.index("політичні в'язні")

    assert found.span(start, start + len("політичні в'язні")).of(text) == "полі\u00adтичні  в’язні"


def test_an_empty_find_is_an_empty_span():
    """Nothing found is nothing at the place where it was looked for."""
    assert folded("аб").span(1, 1) == Span(start=1, end=1)


@given(st.text())
def test_folded_offsets_rise_to_the_end(text: str):
    """Every folded character comes from a later place than the one before, and the last entry is the text's end."""
    found = folded(text)

    assert len(found.offsets) == len(found.text) + 1
    assert found.offsets[-1] == len(text)
    assert all(one < other for one, other in zip(found.offsets, found.offsets[1:-1], strict=False))
    assert not INVISIBLE.intersection(found.text)
