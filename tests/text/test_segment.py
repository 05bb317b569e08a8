"""Sentences and words as spans; cases are partitions, ``|`` where a sentence ends."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_dossier.text.segment import sentences, tokens


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("О. Лукашенко зустрів Дж. Р. Байдена в Мінську.", id="initials"),
        pytest.param("Він живе в м. Київ на вул. Хрещатик, буд. 5.", id="address"),
        pytest.param("За ст. 5 та п. 3 закону, т. зв. пакет, т. е. Регламент.", id="articles of law"),
        pytest.param("Площа ім. Шевченка та просп. Миру.", id="named after"),
        pytest.param("«Ви готові?» – запитав він.", id="a question in a quotation"),
        pytest.param("Зарплата зросла до 5 тис. гривень, або 120 дол. за курсом.", id="units before small letters"),
        pytest.param("Сайт Газета.Ru пишет.", id="a domain"),
        pytest.param("1. Перше правило.", id="an item's number"),
    ],
)
def test_one_sentence_stays_whole(text: str):
    """A stop that belongs to an abbreviation, a number or a quotation ends nothing."""
    assert [span.of(text) for span in sentences(text)] == [text]


@pytest.mark.parametrize(
    "partition",
    [
        pytest.param("Він приїхав.| |Вона поїхала.", id="plain"),
        pytest.param("«Ні!»| |Він мовчав.", id="after a quotation"),
        pytest.param("У 2020 р.| |Президент поїхав.", id="a year ends it"),
        pytest.param("Це було в XX ст.| |Потім усе змінилося.", id="a century ends it"),
        pytest.param("США, Британія та ін.| |Росія проти.", id="and others"),
        pytest.param("И т. д.| |Минск молчит.", id="and so on"),
        pytest.param("Це США.| |Там холодно.", id="an acronym"),
        pytest.param("Триває вже рік…| |Що далі?| |Невідомо!", id="other marks"),
        pytest.param("Без крапки|\n\n|Новий абзац.", id="a blank line"),
        pytest.param("Минув час.| |Настала зима.", id="a word that only looks like a unit"),
    ],
)
def test_sentences_are_parted(partition: str):
    """The spans are the parts."""
    parts = partition.split("|")
    text = "".join(parts)

    assert [span.of(text) for span in sentences(text)] == parts[::2]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Об'єднав — і п’ять.", ["Об'єднав", "—", "і", "п’ять", "."], id="apostrophes"),
        pytest.param("в 2025-м COVID-19", ["в", "2025-м", "COVID-19"], id="hyphens"),
        pytest.param("1,5 млн о 12:30", ["1,5", "млн", "о", "12:30"], id="numbers"),
        pytest.param('"Так", - каже', ['"', "Так", '"', ",", "-", "каже"], id="quotation marks"),
    ],
)
def test_tokens(text: str, words: list[str]):
    """Words keep their apostrophes and hyphens, marks stand alone."""
    assert [span.of(text) for span in tokens(text)] == words


@given(st.text(alphabet=st.sampled_from("абвАБВ .!?…«»\"–\n\t'12\u0301\u00ad"), max_size=120))
def test_nothing_is_lost(text: str):
    """Sentences and tokens hold every character that is no white space, in order, and tokens nest in sentences."""
    for spans in (sentences(text), tokens(text)):
        assert _letters("".join(span.of(text) for span in spans)) == _letters(text)
        assert all(before.end <= after.start for before, after in pairwise(spans))
    assert all(any(s.start <= t.start and t.end <= s.end for s in sentences(text)) for t in tokens(text))


def _letters(text: str) -> str:
    return "".join(text.split())
