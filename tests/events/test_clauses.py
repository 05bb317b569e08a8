"""Clauses: what stands around one verb."""

import pytest

from build_dossier.events.clauses import clauses
from build_dossier.text.language import Language
from build_dossier.text.span import Span

SENTENCES = [
    pytest.param("uk", "Міністр відвідав Київ.", ["Міністр відвідав Київ."], id="one"),
    pytest.param("uk", "Зустріч у Києві, в суботу.", ["Зустріч у Києві, в суботу."], id="no-verb"),
    pytest.param(
        "uk",
        "Його супроводжував Іван Гай, заступник міністра, який у лютому відвідав Львів.",
        ["Його супроводжував Іван Гай, заступник міністра", "який у лютому відвідав Львів."],
        id="relative",
    ),
    pytest.param(
        "uk",
        "Звільнили десятьох людей, серед них лікар.",
        ["Звільнили десятьох людей, серед них лікар."],
        id="apposition",
    ),
    pytest.param(
        "ru",
        "Министр сказал, что после встречи, в мае, договор подписали.",
        ["Министр сказал", "что после встречи, в мае, договор подписали."],
        id="opened-by-a-conjunction",
    ),
    pytest.param(
        "ru",
        "Переговоры прошли, но весной их остановили.",
        ["Переговоры прошли", "но весной их остановили."],
        id="adversative",
    ),
    pytest.param("ru", "", [], id="empty"),
]


@pytest.mark.parametrize(("language", "sentence", "expected"), SENTENCES)
def test_clauses(language: Language, sentence: str, expected: list[str]):
    """A sentence is cut where another verb begins; a piece without one stays with its neighbour."""
    found = clauses(sentence, Span(start=0, end=len(sentence)), language)

    assert [sentence[span.start : span.end] for span in found] == expected


def test_a_date_is_not_cut():
    """The comma in a date ends no clause."""
    sentence = "Лист надійшов, у п'ятницю, 20 червня, його відвідав посол."
    date = Span(start=sentence.index("у п'ятницю"), end=sentence.index(", його"))

    found = clauses(sentence, Span(start=0, end=len(sentence)), "uk", [date])

    assert any(span.start <= date.start and date.end <= span.end for span in found)
