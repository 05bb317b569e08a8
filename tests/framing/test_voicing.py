"""Who says a term."""

import pytest
from marked_speech import speech

from build_dossier.extract import Reading
from build_dossier.framing.voicing import Voices
from build_dossier.link import LinkedReading


def voice(marked: str, words: str, *, spelling: bool = False) -> str:
    """The voice of some words of a text, with the speaker."""
    article, found = speech(marked)
    reading = Reading(
        article=article,
        mentions=(),
        quotations=found.quotations,
        attributions=found.attributions,
        voices=found.voices,
    )
    start = article.text.index(words)
    said = Voices(LinkedReading(reading=reading, links=())).of(start, start + len(words), spelling=spelling)
    return f"{said.voice.value} {'' if said.speaker is None else said.speaker.name}".strip()


@pytest.mark.parametrize(
    ("marked", "words", "found"),
    [
        pytest.param("Диктатор прибув до міста.", "Диктатор", "own", id="nobody speaks"),
        pytest.param("Диктатор сказав, що війни не буде.", "Диктатор", "own", id="who speaks is named by the outlet"),
        pytest.param("[PER Іван Гнатюк] сказав, що режим упав.", "режим", "reported Іван Гнатюк", id="reported"),
        pytest.param("«Цей режим упаде», — сказав [PER Іван Гнатюк].", "режим", "quoted Іван Гнатюк", id="quoted"),
        pytest.param(
            "[PER Іван Гнатюк] сказав, що бачить «злочинний режим» у місті.",
            "режим",
            "quoted Іван Гнатюк",
            id="a fragment",
        ),
        pytest.param("Місто пережило так званий «режим» тиші.", "режим", "apart", id="kept away"),
        pytest.param("Місто пережило історичні» часи.", "історичні» часи", "own", id="a stray mark"),
    ],
)
def test_voices(marked: str, words: str, found: str):
    """Outlet, reported, quoted, set apart."""
    assert voice(marked, words) == found


def test_spelling_in_what_is_retold_is_the_outlets():
    """How a name is written is the outlet's choice, unless it quotes."""
    marked = "[PER Іван Гнатюк] сказав, що в росії тихо."

    assert voice(marked, "росії", spelling=True) == "own"
    assert voice(marked, "росії") == "reported Іван Гнатюк"
