"""Latin letters, letter correspondence, and the keys that join spellings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_dossier.text.language import Language
from build_dossier.text.translit import consonants, respelled, romanised, skeleton, slug

KMU_2010 = [
    ("Алушта", "Alushta"),
    ("Борщагівка", "Borshchahivka"),
    ("Володимир", "Volodymyr"),
    ("Гадяч", "Hadiach"),
    ("Згорани", "Zghorany"),
    ("Ґалаґан", "Galagan"),
    ("Єнакієве", "Yenakiieve"),
    ("Короп'є", "Koropie"),
    ("Їжакевич", "Yizhakevych"),
    ("Кадиївка", "Kadyivka"),
    ("Йосипівка", "Yosypivka"),
    ("Стрий", "Stryi"),
    ("Щербухи", "Shcherbukhy"),
    ("Юрій", "Yurii"),
    ("Крюківка", "Kriukivka"),
    ("Яготин", "Yahotyn"),
    ("Костянтин", "Kostiantyn"),
    ("Русь", "Rus"),
    ("Знам’янка", "Znamianka"),
]


@pytest.mark.parametrize(("name", "latin"), KMU_2010)
def test_ukrainian(name: str, latin: str):
    """Ukrainian names follow the examples of the table of 2010."""
    assert romanised(name, "uk") == latin


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("Дмитриев", "Dmitriev"),
        ("Сергей Лавров", "Sergey Lavrov"),
        ("Юрий Ушаков", "Yury Ushakov"),
        ("Ельцин", "Yeltsin"),
        ("Васильев", "Vasilyev"),
        ("Горбачёв", "Gorbachyov"),
        ("Подъячев", "Podyachev"),
        ("Щукин", "Shchukin"),
        ("Калужский", "Kaluzhsky"),
    ],
)
def test_russian(name: str, latin: str):
    """Russian names are written as BGN/PCGN and newspapers write them."""
    assert romanised(name, "ru") == latin


def test_latin_stays():
    """Letters that are Latin, digits and signs stay; abbreviations keep their capitals."""
    assert romanised("Reuters 24/7", "uk") == "Reuters 24/7"
    assert romanised("МЗС", "uk") == "MZS"


@pytest.mark.parametrize(
    ("name", "language", "other"),
    [
        ("Єрмак", "uk", "Ермак"),
        ("Тихановська", "uk", "Тихановская"),
        ("Донецька область", "uk", "Донецкая область"),
        ("Лук'янов", "uk", "Лукьянов"),
        ("Соловйов", "uk", "Соловьёв"),
        ("Путин", "ru", "Путін"),
        ("Тихановский", "ru", "Тихановський"),
        ("Рыженков", "ru", "Риженков"),
        ("Лукьянов", "ru", "Лук'янов"),
        ("Дмитриев", "ru", "Дмитрієв"),
        ("Reuters", "uk", "Reuters"),
    ],
)
def test_respelled(name: str, language: Language, other: str):
    """A name crosses to the other language letter by letter, with the endings that names have there."""
    assert respelled(name, language) == other


APART = [("Іран", "Ірак"), ("Коул", "Коль"), ("Південна Кароліна", "Північна Кароліна"), ("Тихановский", "Тихановская")]
TOGETHER = [
    ("Путін", "Путин"),
    ("Путін", "Putin"),
    ("Тихановський", "Тихановский"),
    ("Мінськ", "Минск"),
    ("«Белта»", "БелТА"),
    ("Зеленський", "Зеленский"),
    ("Дмитрієв", "Дмитриев"),
    ("ЄС", "ЕС"),
]


@pytest.mark.parametrize(("one", "other"), APART)
def test_skeletons_apart(one: str, other: str):
    """Other names have other skeletons."""
    assert skeleton(one) != skeleton(other)


@pytest.mark.parametrize(("one", "other"), TOGETHER)
def test_skeletons_together(one: str, other: str):
    """Spellings of one name across languages and scripts share a skeleton."""
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Лукашенко", "Лукашенка"),
        ("Київ", "Киев"),
        ("Уиткофф", "Віткофф"),
        ("Гарріс", "Харрис"),
        ("Олександр", "Александр"),
        ("Білорусь", "Беларусь"),
    ],
)
def test_consonants_together(one: str, other: str):
    """Spellings that differ in vowels, or in г and х, share their consonants."""
    assert consonants(one) == consonants(other)


@given(st.text(max_size=40))
def test_slug_is_a_path_part(name: str):
    """A slug is empty or an ASCII path part."""
    made = slug(name)

    assert made == "" or (made.isascii() and set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789-"))
    assert not made.startswith("-")
    assert not made.endswith("-")


@given(st.text("абвгґдеєжзиіїйклмнопрстуфхцчшщьюяыэъё'- ", max_size=40))
def test_keys_do_not_see_case(name: str):
    """A name in capitals has the keys of the name."""
    assert skeleton(name.upper()) == skeleton(name)
    assert consonants(name.upper()) == consonants(name)


@given(st.text(max_size=40))
def test_any_text_has_keys(name: str):
    """Keys have no capitals and no white space but single spaces, whatever the text."""
    for key in (skeleton(name), consonants(name)):
        assert key == " ".join(key.split())
