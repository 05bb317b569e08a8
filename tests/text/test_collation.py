"""Names stand in the order of the alphabet of their list, each under its letter."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_dossier.text.collation import letter, sort_key

UKRAINIAN = """Абетка Бабій Б'юкенен Вабі Вятка В’ятрович Гай Гнат Ґалаґан Ґудзь Дар Ева Енеїда Євген Єнакієве Жук
Зима Ива Ирій Ігор Ілля Їжак Їздець Йосип Камінський Камінь Кам'янець Лан Лань Лати Майк Майя Ринок Рись Рік Село Сіль
Харків Цісар Щедрик Щука Юлія Якобчук Якуб Яна"""
RUSSIAN = """Абакан Борис Вера Егор Ёж Елена Ёлка Ель Жук Иван Иркутск Йод Йошкар Лев Объект Обь Подъезд Подьячий
Рыба Рысь Съезд Сыр Щука Эхо Юля Яна"""


def in_order(names: list[str], language: str) -> list[str]:
    """The names as a list has them, whatever order they came in."""
    mixed = random.Random(7).sample(names, len(names))  # noqa: S311
    return sorted(mixed, key=lambda name: sort_key(name, language))


def test_ukrainian_order():
    """ґ follows г, є follows е, і and ї follow и, й follows ї, ь follows щ; an apostrophe does not count."""
    assert in_order(UKRAINIAN.split(), "uk") == UKRAINIAN.split()


def test_russian_order():
    """ё stands with е, й after и, ъ, ы, ь, э before ю."""
    assert in_order(RUSSIAN.split(), "ru") == RUSSIAN.split()


@pytest.mark.parametrize(
    ("language", "names"),
    [
        pytest.param("uk", ["1+1", "Київ", "Яна", "Bild", "Reuters"], id="Latin after Cyrillic in a Cyrillic list"),
        pytest.param("en", ["24 Kanal", "Bild", "Reuters", "Київ", "Яна"], id="Cyrillic after Latin in an English one"),
        pytest.param("uk", ["Нова Каховка", "Нова Одеса", "Новак"], id="words before letters"),
        pytest.param("uk", ["Івано", "Івано-Франківськ", "Іванов"], id="a hyphen parts words"),
        pytest.param("en", ["Cafe", "Café", "Caff"], id="marks after letters"),
        pytest.param("ru", ["лев", "Лев", "Левин"], id="small letters before capitals"),
    ],
)
def test_order_of_mixed_lists(language: str, names: list[str]):
    """What is not of one alphabet has its place, too."""
    assert in_order(names, language) == names


@pytest.mark.parametrize(
    ("name", "capital"),
    [
        pytest.param("їжак", "Ї", id="a small letter"),
        pytest.param("Ёлка", "Е", id="ё"),
        pytest.param("Ґалаґан", "Ґ", id="ґ"),
        pytest.param("Йод", "Й", id="й"),
        pytest.param("«Главком»", "Г", id="a quotation mark"),
        pytest.param("’Оттаво", "О", id="an apostrophe"),
        pytest.param("Élysée", "E", id="a mark on a Latin letter"),
        pytest.param("24 канал", "#", id="a digit"),
        pytest.param("…", "#", id="signs only"),
        pytest.param("", "#", id="nothing"),
    ],
)
def test_each_name_stands_under_its_letter(name: str, capital: str):
    """The letter is the first that is heard."""
    assert letter(name) == capital


@given(st.lists(st.text(max_size=8), max_size=8), st.sampled_from(["en", "uk", "ru"]))
def test_every_text_has_a_place(names: list[str], language: str):
    """Whatever a name holds, it can be put in order, and the order does not depend on what came first."""
    once = sorted(names, key=lambda name: sort_key(name, language))

    turned = names[::-1]
    assert once == sorted(turned, key=lambda name: sort_key(name, language))
