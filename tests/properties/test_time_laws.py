"""Laws of time expressions, for any text made of words of time and for any day of publication."""

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from build_dossier.article import Seed
from build_dossier.article.intake import read
from build_dossier.extract.times import TimeExpression, find
from build_dossier.extract.times.meaning import TimeType
from build_dossier.text.edtf import is_edtf

UKRAINIAN = str.split(
    "у в на з до по за через протягом понад близько і та , – . 3 5 20 31 12 28 100 2020 2025-м 90-х XIX 20.06.2025 "
    "травня лютого лютому червень понеділок п'ятницю середу весна влітку осені вчора сьогодні торік напередодні "
    "день дня днів доба тиждень тижні вихідними місяць квартал півріччі рік року років століття годин "
    "початку кінець половині перший другого двадцять два п'ять кілька півроку цього минулого наступних останні того ж "
    "тому раніше цього_тижня відбудеться приїхав буде Київ війна"
)
RUSSIAN = str.split(
    "в на с до по за через течение более около и , – . 3 5 20 31 12 28 100 2020 2025-м 90-х XIX 20.06.2025 "
    "мая февраля феврале июнь понедельник пятницу среду весна летом осенью вчера сегодня накануне день дня дней сутки "
    "неделя недели выходные месяц квартал полугодии год года лет века часов начале конец половине первый второго "
    "двадцать два пять несколько полгода этого прошлого следующих последние того же назад ранее состоится "
    "приехал будет Киев"
)

texts = st.one_of(
    st.lists(st.sampled_from(UKRAINIAN), max_size=40).map(" ".join),
    st.lists(st.sampled_from(RUSSIAN), max_size=40).map(" ".join),
    st.text(max_size=60),
)
days = st.none() | st.dates(min_value=dt.date(1990, 1, 1), max_value=dt.date(2099, 12, 31)).map(str)


def times(text: str, day: str | None) -> tuple[str, tuple[TimeExpression, ...]]:
    """The whole text of an article published that day, and what is found in it."""
    whole = text if day is None else f" date {day} {text}"
    article = read(Seed(id="a", name="a.txt", sha256="", encoding="utf-8", text=whole))
    return whole, find(article)


@settings(max_examples=300)
@given(texts, days)
def test_every_value_is_edtf(text: str, day: str | None):
    """Whatever is found has a value of EDTF level 1 or none; a duration has none."""
    _, found = times(text, day)

    assert [one for one in found if one.value is not None and not is_edtf(one.value)] == []
    assert [one for one in found if one.type is TimeType.DURATION and one.value is not None] == []


@given(texts, days)
def test_expressions_are_in_order_and_apart(text: str, day: str | None):
    """They lie within the text, one after the other, and begin and end with words."""
    whole, found = times(text, day)
    ends = [0, *(edge for one in found for edge in (one.start, one.end)), len(whole)]

    assert ends == sorted(ends)
    assert all(
        one.start < one.end and whole[one.start : one.end].strip() == whole[one.start : one.end] for one in found
    )


@given(texts, days)
def test_a_basis_goes_with_a_value(text: str, day: str | None):
    """A value says where it comes from; without one only a duration is stated."""
    _, found = times(text, day)

    assert all((one.value is None) == (one.basis.value == "unknown" or one.type is TimeType.DURATION) for one in found)


@given(texts, days)
def test_a_weekday_is_kept(text: str, day: str | None):
    """A single day that is named with its weekday falls on it."""
    sentence = f"{text} . У п'ятницю , 20 червня , він приїхав ."
    whole, found = times(sentence, day)
    mine = [one for one in found if "20 червня" in whole[one.start : one.end] and one.value is not None]

    assert [
        one
        for one in mine
        if len(one.value or "") == 10
        and "ятницю" in whole[one.start : one.end]
        and "X" not in (one.value or "")
        and dt.date.fromisoformat(one.value or "").isoweekday() != 5
    ] == []
