"""Numbers with what they count."""

import pytest
from told import told

from build_dossier.compare.counts import counts
from build_dossier.text.language import Language
from build_dossier.text.span import Span


def found(marked: str, language: Language) -> list[str]:
    """The counts of a marked text with their words."""
    linked = told("a", marked, language)
    article = linked.reading.article
    whole = [Span(start=0, end=len(article.text))]
    return [f"{count.key}: {count.span.of(article.text)}" for count in counts(article, whole, linked.times)]


@pytest.mark.parametrize(
    ("marked", "language"),
    [
        pytest.param("Це сталося [TIME 21 червня=2025-06-21].", "uk", id="date"),
        pytest.param("Літак Ту-154 летів рейсом №12.", "uk", id="name"),
        pytest.param("Рахунок 3:1, о 12:30.", "uk", id="score and hour"),
        pytest.param("Закон 15, пункт 4.", "uk", id="counts nothing"),
        pytest.param("Кілька людей і одна жінка.", "uk", id="no number"),
        pytest.param("У 2020-м он уехал.", "ru", id="year with an ending"),
        pytest.param("Счёт 12345678901234567890 рублей", "ru", id="account"),
    ],
)
def test_what_is_no_count(marked: str, language: Language):
    """Dates, names, scores and bare numbers count nothing."""
    assert found(marked, language) == []


@pytest.mark.parametrize(
    ("marked", "language", "expected"),
    [
        pytest.param("звільнили 14 політв'язнів", "uk", ["14 prisoner: 14 політв'язнів"], id="noun"),
        pytest.param(
            "не менее 100 политических заключенных", "ru", ["100 prisoner: 100 политических заключенных"], id="ru"
        ),
        pytest.param("провели три раунда очно", "ru", ["3 round: три раунда"], id="word"),
        pytest.param("витратили 2 000 доларів", "uk", ["2000 dollar: 2 000 доларів"], id="groups"),
        pytest.param("загинули 1,5 тис. людей", "uk", ["1500 person: 1,5 тис. людей"], id="scale"),
        pytest.param("выделили $40 млн на помощь", "ru", ["40000000 dollar: $40 млн"], id="sign before"),
        pytest.param("проти 52% виборців", "uk", ["52 percent: 52%"], id="sign after"),
        pytest.param("купили 7 зонтов", "ru", ["7 зонт: 7 зонтов"], id="unlisted"),
    ],
)
def test_a_number_goes_with_what_it_counts(marked: str, language: Language, expected: list[str]):
    """In both languages a count has one name; a noun that is not listed is its own."""
    assert found(marked, language) == expected
