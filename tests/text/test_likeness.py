"""What was probably meant."""

import pytest

from build_dossier.text.likeness import likest, nearest

KINDS = ("context", "contrast", "contradiction", "framing", "follow-up")


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        pytest.param("zzz", None, id="like nothing"),
        pytest.param("", None, id="nothing"),
        pytest.param("framng", "framing", id="a letter left out"),
        pytest.param("Framing", "framing", id="case"),
        pytest.param("contrad", "contradiction", id="a beginning"),
        pytest.param("follow_up", "follow-up", id="another sign"),
    ],
)
def test_nearest(word: str, meant: str | None):
    """The most alike of the words is named, or none."""
    assert nearest(word, KINDS) == meant


def test_likest_finds_the_passage():
    """The stretch that shares most with the words is found, with its likeness."""
    text = "Сонце сідало. Міністри зустрілися у Відні ввечері. Далі було тихо."

    found = likest("Міністри зібралися у Відні", text)

    assert found is not None
    assert "Міністри зустрілися у Відн" in found.span.of(text)
    assert 0.7 < found.likeness < 1


@pytest.mark.parametrize(
    ("needle", "text"),
    [
        pytest.param("", "слова", id="no words"),
        pytest.param("слова", "", id="no text"),
        pytest.param("zyxwvut", "абвгдеж абвгдеж", id="other letters"),
        pytest.param("довгі слова", "xx", id="a shorter text"),
    ],
)
def test_likest_finds_nothing(needle: str, text: str):
    """Words unlike anything in the text are near to nothing."""
    assert likest(needle, text) is None


def test_a_text_shorter_than_the_words_can_be_near():
    """A text of which the words are nearly all is found as a whole."""
    found = likest("міністри зустрілися", "міністри зустріли")

    assert found is not None
    assert found.span.end == len("міністри зустріли")
