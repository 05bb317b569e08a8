"""What quotation marks are there for, and whose words stand between them."""

import pytest
from marked_speech import quotations

from build_dossier.text.language import Language

NO_SPEECH = [
    pytest.param("Газета «[PRO Світанок]» виходить щодня.", "uk", id="outlet"),
    pytest.param("Партія «Слуга закону» програла вибори.", "uk", id="party after its noun"),
    pytest.param("Фильм «Дорога» получил приз.", "ru", id="film"),
    pytest.param("Аеропорт «Бориспіль» закрили.", "uk", id="airport"),
    pytest.param('Прибічники "м\'якого" виходу мовчать.', "uk", id="a word kept away"),
    pytest.param("Так звана «народна дружина» розійшлася.", "uk", id="so-called"),
    pytest.param("Корабль «Москва» вышел в море.", "ru", id="ship"),
    pytest.param("Большой «Семерки» не будет.", "ru", id="group of countries"),
]
SPEECH = [
    pytest.param(
        "«Ми готові до розмови», – сказав [PER Мельник].",
        "uk",
        ["FULL «Ми готові до розмови» Мельник (сказав)"],
        id="verb after",
    ),
    pytest.param(
        '[PER Мельник] додав: "Ми готові до розмови".',
        "uk",
        ["FULL «Ми готові до розмови» Мельник (додав)"],
        id="verb before, colon",
    ),
    pytest.param(
        "«Ми готові, – сказала [PER Олена Коваль]. – Але не сьогодні».",
        "uk",
        ["FULL «Ми готові» Олена Коваль (сказала)", "FULL «Але не сьогодні» Олена Коваль (сказала)"],
        id="interrupted within the marks",
    ),
    pytest.param(
        "«Мы готовы», — сказал [PER Иванов]. — «Но не сегодня».",
        "ru",
        ["FULL «Мы готовы» Иванов (сказал)", "FULL «Но не сегодня» Иванов (сказал)"],
        id="interrupted between marks",
    ),
    pytest.param(
        "– Ми готові, – сказав [PER Мельник]. – Але не сьогодні.",
        "uk",
        ["FULL «Ми готові» Мельник (сказав)", "FULL «Але не сьогодні.» Мельник (сказав)"],
        id="dash dialogue",
    ),
    pytest.param(
        "[PER Мельник] запевнив, що «миру не буде без нашої згоди».",
        "uk",
        ["FULL «миру не буде без нашої згоди» Мельник (запевнив)"],
        id="the whole of a reported clause",
    ),
    pytest.param(
        "[PER Мельник] назвав угоду «актом відчаю».",
        "uk",
        ["FRAGMENT «актом відчаю» Мельник (назвав)"],
        id="fragment",
    ),
    pytest.param(
        "По словам [PER Иванова=Иванов], переговоры носили «деловой характер».",
        "ru",
        ["FRAGMENT «деловой характер» Иванов (По словам)"],
        id="fragment after a formula",
    ),
    pytest.param(
        "[PER Олена Коваль] приїхала. «Ми готові до розмови», – сказала вона.",
        "uk",
        ["FULL «Ми готові до розмови» Олена Коваль (сказала)"],
        id="pronoun",
    ),
    pytest.param(
        "Директор заводу [PER Іван Мельник] приїхав.\n«Ми готові до розмови», – зазначив директор.",
        "uk",
        ["FULL «Ми готові до розмови» Іван Мельник (зазначив)"],
        id="office taken up",
    ),
    pytest.param(
        "«Ми готові до розмови», – заявив речник відомства.",
        "uk",
        ["FULL «Ми готові до розмови» речник відомства (заявив)"],
        id="unnamed",
    ),
    pytest.param(
        "«Звіт готовий до друку», – йдеться в повідомленні.",
        "uk",
        ["FULL «Звіт готовий до друку» повідомленні (йдеться)"],
        id="paper",
    ),
    pytest.param(
        "«Ми готові до розмови», – сказав [PER Мельник] в ефірі [ORG Радіо Світ].",
        "uk",
        ["FULL «Ми готові до розмови» Мельник (сказав) via Радіо Світ"],
        id="on the air",
    ),
    pytest.param(
        "Его слова приводит агентство [ORG Reuters].\n«Мы готовы к разговору», — сказал [PER Иванов].",
        "ru",
        ["FULL «Мы готовы к разговору» Иванов (сказал)"],
        id="whose words an outlet carries is not told before",
    ),
    pytest.param(
        "[PER Иван Иванов] приехал. Его слова приводит агентство [ORG Reuters].\n"
        "«Мы готовы к разговору», — сказал [PER Иванов].",
        "ru",
        ["FULL «Мы готовы к разговору» Иванов (сказал) via Reuters"],
        id="an outlet carries his words",
    ),
    pytest.param(
        "Пряма мова [PER Мельника=Мельник]: «Ми готові до розмови».",
        "uk",
        ["FULL «Ми готові до розмови» Мельник (Пряма мова)"],
        id="label",
    ),
]


@pytest.mark.parametrize(("text", "language"), NO_SPEECH)
def test_names_and_words_kept_away_are_no_speech(text: str, language: Language):
    """A name or a scare quote is nobody's words."""
    assert [one for one in quotations(text, language) if not one.startswith(("NAME", "SCARE"))] == []


@pytest.mark.parametrize(("text", "language", "expected"), SPEECH)
def test_speech_has_its_speaker(text: str, language: Language, expected: list[str]):
    """Words in quotation marks are told with manner, speaker, cue and outlet."""
    assert quotations(text, language) == expected
