"""When a text was published; dates of the news are not the news' date."""

import pytest

from build_dossier.article import Basis
from build_dossier.article.blocks import blocks
from build_dossier.article.prefix import read_prefix
from build_dossier.article.published import published

BODY = "Рада зібралася вранці й ухвалила закон про сільські школи."


def of(text: str) -> tuple[str | None, Basis]:
    """Value and basis of a text's date."""
    prefix = read_prefix(text)
    found = published(text, prefix, blocks(text, prefix.end))
    return found.value, found.basis


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Рада зібралася 20 червня і ухвалила закон.", id="no year"),
        pytest.param("У січні депутати ухвалили закон.", id="a month"),
        pytest.param("Вибори заплановано на 20 січня 2030 року.", id="planned"),
        pytest.param("Закон діятиме до 2030 року, пообіцяв міністр.", id="a deadline"),
        pytest.param("Після виборів 2020 року все змінилося.", id="a year that names something"),
        pytest.param("На площу вийшли 2020 людей.", id="a number"),
        pytest.param("Інавгурація відбудеться 20 січня 2030 року.", id="due"),
        pytest.param("Засновану в 1861 році школу відновили.", id="history"),
    ],
)
def test_a_text_that_says_nothing_of_its_date(body: str):
    """Unknown is a value; nothing is guessed."""
    assert of(f"Заголовок дня\n\n{body}") == (None, Basis.UNKNOWN)


@pytest.mark.parametrize(
    ("body", "value"),
    [
        pytest.param("США закрили посольство у 2022 році.", "2022/..", id="a year"),
        pytest.param("В июне 2024 завод закрыли. В 2019 году он горел.", "2024-06/..", id="the latest"),
        pytest.param("20 червня 2025 року президент приїхав до Києва.", "2025-06-20/..", id="a day"),
        pytest.param("Переговоры возобновились в 2025-м в Стамбуле.", "2025/..", id="a short year"),
    ],
)
def test_what_is_told_as_past_bounds_the_date_from_below(body: str, value: str):
    """An open interval, inferred; never a bare day, never a bare year."""
    assert of(f"Заголовок дня\n\n{body}") == (value, Basis.INFERRED)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param(f" date 2025-06-22 {BODY}", "2025-06-22", id="machine prefix"),
        pytest.param(f"Заголовок дня\n\n20 червня 2025, 14:35\n\n{BODY}", "2025-06-20", id="a stamp"),
        pytest.param(f"Заголовок дня\n\nОпубликовано: 12.03.2024\n\n{BODY}", "2024-03-12", id="labelled"),
        pytest.param(f"Заголовок дня\n\n{BODY}\n\nОпубліковано 12 березня 2024 року", "2024-03-12", id="at the end"),
        pytest.param(
            f"Заголовок дня\n\nОновлено: 14.03.2024 Опубліковано: 12.03.2024\n\n{BODY}", "2024-03-12", id="updated"
        ),
    ],
)
def test_a_plain_statement_is_stated(text: str, value: str):
    """A prefix or a stamp outside the body states the day."""
    assert of(text) == (value, Basis.STATED)


def test_a_stamp_below_the_body_without_a_label_is_of_something_else():
    """Comments have stamps too."""
    assert of(f"Заголовок дня\n\n{BODY}\n\n14 грудня 2020, 22:16")[1] == Basis.UNKNOWN


def test_the_reason_for_an_unknown_date_names_what_the_text_mentions():
    """A person sees at once what would settle it."""
    text = "Заголовок дня\n\n22 листопада помилували 31 людину. У вересні звільнили ще 52."
    found = published(text, read_prefix(text), blocks(text))

    assert found.reason == (
        "The text states no date of publication; it mentions “22 листопада”, “У вересні” without a year."
    )
