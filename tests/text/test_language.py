"""Which language a text is in, or that it cannot be told."""

import pytest

from build_dossier.text.language import detect


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("12:30 — 2025", id="figures"),
        pytest.param("Минск", id="one name"),
        pytest.param("Прэзідэнт сказаў, што аўтобус прыйшоў зранку, і ўсе паехалі.", id="Belarusian"),
        pytest.param("Le président a rencontré les ministres à Paris.", id="French"),
        pytest.param("Председник је рекао да ће њихови људи доћи.", id="Serbian"),
    ],
)
def test_too_little_or_none_of_ours(text: str):
    """No guess is made."""
    assert detect(text) == "und"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("У Києві відбулася зустріч послів.", "uk", id="Ukrainian letters"),
        pytest.param("Посол сказав, що зустрів колегу та був радий.", "uk", id="Ukrainian words"),
        pytest.param("В Киеве прошли переговоры послов.", "ru", id="Russian letters"),
        pytest.param("Посол сказал, что встретил коллегу и после уехал.", "ru", id="Russian words"),
        pytest.param("The ministers said that the talks will go on.", "en", id="English"),
        pytest.param(
            "Посол Смит прибыл: \u201cWe are glad\u201d, сказал он журналистам.", "ru", id="an English quotation"
        ),
        pytest.param("Газета «Звязда» пише: «Ўсё добра». Її читають у Києві.", "uk", id="a Belarusian word"),
    ],
)
def test_the_language_of_a_text(text: str, language: str):
    """Letters first, then the commonest words."""
    assert detect(text) == language
