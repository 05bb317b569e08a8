"""Words that tell one sentence from another of the same make."""

import pytest

from build_dossier.text.telling import other_names


@pytest.mark.parametrize(
    ("quoted", "found"),
    [
        pytest.param("сказав Олег Бондар", "заявив Олег Бондар", id="another verb"),
        pytest.param("сказав Олег Бондар", "зустріч з Олегом Бондарем", id="another case"),
        pytest.param("обмін 52 осіб", "звільнення 52 осіб", id="the same number"),
        pytest.param("Міністри зустрілися", "Президенти зустрілися", id="the capital of a sentence"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_the_same_names(quoted: str, found: str):
    """A name in another case, or another word that is no name, makes no other sentence."""
    assert not other_names(quoted, found)


@pytest.mark.parametrize(
    ("quoted", "found"),
    [
        pytest.param("сказав Бондар", "сказав Орлов", id="another name"),
        pytest.param("обмін 52 осіб", "обмін 14 осіб", id="another number"),
        pytest.param("вони сказали", "вони з Бондарем сказали", id="a name more"),
    ],
)
def test_other_names(quoted: str, found: str):
    """Another name or number makes another sentence."""
    assert other_names(quoted, found)
