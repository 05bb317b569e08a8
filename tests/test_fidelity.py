"""The published words are the source's words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_dossier.errors import FidelityError
from build_dossier.fidelity import check_fidelity, words_only


@pytest.mark.parametrize(
    ("published", "source"),
    [
        pytest.param("а б", "а\n\n\tб ", id="white space"),
        pytest.param("аб", "а\u00a0\u2003б", id="typographic spaces"),
        pytest.param("аб", "а\x00\x1b\x85б", id="control characters"),
        pytest.param("", " \n", id="nothing but space"),
    ],
)
def test_the_same_words(published: str, source: str):
    """White space and control characters make no difference."""
    check_fidelity(published, source, article="a")


@pytest.mark.parametrize(
    ("published", "source"),
    [
        pytest.param("Росія", "росія", id="case"),
        pytest.param("ё", "е", id="letter"),
        pytest.param("\u200b", "", id="invisible character"),
        pytest.param("а", "аб", id="cut short"),
        pytest.param("аб", "а", id="grown"),
        pytest.param("", "а", id="empty page"),
        pytest.param("б а", "а б", id="order"),
    ],
)
def test_other_words(published: str, source: str):
    """Any other difference names the article."""
    with pytest.raises(FidelityError, match="article 000_x"):
        check_fidelity(published, source, article="000_x")


def test_the_message_shows_the_place():
    """The words around the first difference stand in the message, source first."""
    with pytest.raises(FidelityError, match="“УкиївПутін” became “УкиївПутин”"):
        check_fidelity("У київ Путин", "У київ Путін", article="a")


@given(st.text())
def test_words_only_is_settled(text: str):
    """What is left has no white space, and dropping it again drops nothing."""
    words = words_only(text)

    assert words_only(words) == words
    assert "".join(words.split()) == words
