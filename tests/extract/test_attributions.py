"""Who is said to have said what."""

import pytest
from marked_speech import attributions, voices

from build_dossier.text.language import Language

NONE = [
    pytest.param("[PER Мельник] вирішив, що поїде.", "uk", id="a decision"),
    pytest.param("[PER Мельник] скаже, що поїде.", "uk", id="will say"),
    pytest.param("[PER Мельник] не сказав, що поїде.", "uk", id="did not say"),
    pytest.param("Ми заявили, що поїдемо, бо так треба. Я сказав би це.", "uk", id="we say nothing of others"),
    pytest.param("У разі, якщо поїдемо, напишіть.", "uk", id="«вразі» is no verb"),
    pytest.param("Вартість заявленого товару зросла.", "uk", id="participle"),
    pytest.param("Суд приговорил его к штрафу.", "ru", id="a court decides"),
    pytest.param("Завод продолжает работать: цех открыт.", "ru", id="goes on, colon"),
    pytest.param("Це вже відомо всім.", "uk", id="known"),
    pytest.param("Читайте также: новости дня.", "ru", id="read also"),
    pytest.param("Згідно з планом завод відкриють.", "uk", id="according to a plan"),
]
SOME = [
    pytest.param(
        "[PER Мельник] заявив, що поїде до моря.", "uk", ["Мельник (заявив): поїде до моря"], id="that-clause"
    ),
    pytest.param(
        "Міста втомилися, заявили співрозмовники.",
        "uk",
        ["співрозмовники (заявили): Міста втомилися"],
        id="verb and subject behind",
    ),
    pytest.param(
        "За словами [PER Мельника=Мельник], міста втомилися.",
        "uk",
        ["Мельник (За словами): міста втомилися"],
        id="formula",
    ),
    pytest.param(
        "Приехал [PER Иван Петров]. По его словам, города устали.",
        "ru",
        ["Иван Петров (По его словам): города устали"],
        id="formula with a possessive",
    ),
    pytest.param(
        "Міста втомилися. Про це повідомило агентство [ORG Reuters].",
        "uk",
        ["Reuters (повідомило): Міста втомилися."],
        id="the sentence before",
    ),
    pytest.param(
        "Як повідомляє [ORG Reuters], міста втомилися.",
        "uk",
        ["Reuters (повідомляє): міста втомилися"],
        id="as-clause",
    ),
    pytest.param(
        "Завданням, пояснили в уряді, буде відпочинок міст.",
        "uk",
        ["уряді (пояснили): Завданням, пояснили в уряді, буде відпочинок міст"],
        id="in the middle, a place speaks",
    ),
    pytest.param(
        "Повідомлялося, що міста втомилися.", "uk", ["nobody (Повідомлялося): міста втомилися"], id="impersonal"
    ),
    pytest.param("Як відомо, міста втомилися.", "uk", ["nobody (Як відомо): міста втомилися"], id="known to all"),
    pytest.param(
        "У статті йдеться, що міста втомилися.", "uk", ["статті (йдеться): міста втомилися"], id="a paper says"
    ),
    pytest.param(
        "[PER Петров] предложил провести встречу в городе.",
        "ru",
        ["Петров (предложил): провести встречу в городе"],
        id="infinitive",
    ),
    pytest.param(
        "[PER Петров] также напомнил об участии соседей.",
        "ru",
        ["Петров (напомнил): об участии соседей"],
        id="with a preposition",
    ),
    pytest.param(
        "[PER Мельник] назвав похід боротьбою за землю.",
        "uk",
        ["Мельник (назвав): похід боротьбою за землю"],
        id="called so",
    ),
    pytest.param(
        "[PER Мельник] заперечив провину, заявивши, що поїде.",
        "uk",
        ["Мельник (заперечив): провину", "Мельник (заявивши): поїде"],
        id="gerund shares the subject",
    ),
    pytest.param(
        "Міста втомилися, сказав [PER Мельник], повідомляє [ORG Reuters].",
        "uk",
        ["Мельник (сказав): Міста втомилися", "Reuters (повідомляє): Міста втомилися, сказав Мельник"],
        id="two levels",
    ),
    pytest.param(
        "[PER Мельник] переконаний, що міста втомилися.",
        "uk",
        ["Мельник (переконаний): міста втомилися"],
        id="holds that",
    ),
]
VOICES = [
    pytest.param("Міста втомилися.", "uk", ["OUTLET"], id="own voice"),
    pytest.param("[PER Мельник] сказав, що міста втомилися.", "uk", ["ATTRIBUTED"], id="told by somebody"),
    pytest.param("Повідомляється, що міста втомилися.", "uk", ["UNATTRIBUTED"], id="told by nobody"),
    pytest.param("Нагадаємо, міста втомилися. Потім відпочили.", "uk", ["BACKGROUND", "OUTLET"], id="recap"),
    pytest.param("Ранее [PER Петров] сказал, что города устали.", "ru", ["BACKGROUND"], id="recap of a report"),
    pytest.param(
        "Города устали. Об этом сообщил [PER Петров].", "ru", ["ATTRIBUTED", "OUTLET"], id="the sentence before"
    ),
]


@pytest.mark.parametrize(("text", "language"), NONE)
def test_what_reports_nothing(text: str, language: Language):
    """Verbs that do not report, or not what others said, make no attribution."""
    assert attributions(text, language) == []


@pytest.mark.parametrize(("text", "language", "expected"), SOME)
def test_reports_have_source_cue_and_content(text: str, language: Language, expected: list[str]):
    """Each pattern of reported speech tells who says it, by which word, and what."""
    assert attributions(text, language) == expected


@pytest.mark.parametrize(("text", "language", "expected"), VOICES)
def test_each_sentence_has_a_voice(text: str, language: Language, expected: list[str]):
    """A sentence is the outlet's own, attributed, unattributed, or a recap."""
    assert voices(text, language) == expected
