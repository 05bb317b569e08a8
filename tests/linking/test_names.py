"""A person's name in its parts, and the keys of names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_dossier.linking.names import canonical_given, given_key, person, surname_key


@pytest.mark.parametrize(
    ("key", "first", "surname"),
    [
        pytest.param("коул", (), "коул", id="bare surname"),
        pytest.param("джон коул", ("джон",), "коул", id="given name and surname"),
        pytest.param("владимир владимирович путин", ("владимир",), "путин", id="patronymic"),
        pytest.param("путин владимир владимирович", ("владимир",), "путин", id="surname first, patronymic"),
        pytest.param("тихановський сергій", ("сергій",), "тихановський", id="surname first"),
        pytest.param("урсула фон дер ляєн", ("урсула",), "фон дер ляєн", id="particles"),
        pytest.param("джордж вокер буш", ("джордж", "вокер"), "буш", id="middle name"),
        pytest.param("д.трамп", ("д.",), "трамп", id="initial without space"),
        pytest.param("ярош с.а.", ("с.", "а."), "ярош", id="initials last"),
        pytest.param("олександр вучич", ("олександр",), "вучич", id="surname like a patronymic"),
        pytest.param("сі цзіньпін", ("сі",), "цзіньпін", id="two words of any order"),
    ],
)
def test_person(key: str, first: tuple[str, ...], surname: str):
    """Given names, without patronymic, and surname."""
    parts = person(key)

    assert (parts.given, parts.surname) == (first, surname)


def test_initials():
    """Initials are no given name."""
    assert person("д. трамп").initialed
    assert not person("дональд трамп").initialed
    assert not person("трамп").initialed


@pytest.mark.parametrize(("man", "woman"), [("тихановський", "тихановська"), ("петров", "петрова")])
def test_women_apart(man: str, woman: str):
    """A woman's surname has another key than a man's."""
    assert surname_key(person(man)) != surname_key(person(woman))


def test_given_names_by_table():
    """Forms of one given name share a key; others have their own."""
    assert given_key(("микола",)) == given_key(("николай",))
    assert given_key(("джон",)) != given_key(("джек",))
    assert canonical_given("мінськ") is None


@given(st.text("абвгдеїєіґ.-' ", min_size=1, max_size=30).map(lambda text: " ".join(text.split())).filter(bool))
def test_no_word_is_lost_but_patronymics(key: str):
    """Every name has a surname, and all its words stand in the name."""
    parts = person(key)

    assert parts.surname
    assert set(parts.given) | set(parts.surname.split()) <= set(key.replace(".", ". ").split())
