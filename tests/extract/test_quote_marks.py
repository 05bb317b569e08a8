"""Which quotation marks belong together."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_dossier.extract.quote_marks import marked
from build_dossier.text.span import Span

NONE = [
    pytest.param('Дім 5" труби', id="inches"),
    pytest.param("Сказано » і все.", id="a closing mark alone"),
    pytest.param("«»", id="nothing between"),
    pytest.param("об'єкт і п’ять", id="apostrophes"),
]
SOME = [
    pytest.param("Він: «Так». Вона: «Ні».", ["Так", "Ні"], id="two"),
    pytest.param('Він: "Так". Вона: "Ні".', ["Так", "Ні"], id="straight"),
    pytest.param("Він: “Так”. Вона: „Ні“.", ["Так", "Ні"], id="curly and low"),
    pytest.param("«Газета «Світ» пише»", ["Газета «Світ» пише"], id="nested angles"),
    pytest.param('"Звіт про "розлучення" готовий".', ['Звіт про "розлучення" готовий'], id="nested straight"),
    pytest.param("«Число „велике“ для нас»", ["Число „велике“ для нас"], id="low inside angles"),
    pytest.param('«Мішане" слово»', ['Мішане" слово'], id="a stray mark inside"),
    pytest.param("Він почав: «Ми йдемо. Далі", ["Ми йдемо. Далі"], id="unclosed"),
    pytest.param("«Ми йдемо, – сказав він.", ["Ми йдемо"], id="unclosed before the attribution"),
    pytest.param("«Ми йдемо.\nМи прийшли», – сказав він.", ["Ми йдемо.\nМи прийшли"], id="over two paragraphs"),
    pytest.param("«Ми йдемо.\n«Ми прийшли».", ["Ми йдемо.", "Ми прийшли"], id="opened anew in each paragraph"),
]


def inner(text: str) -> list[str]:
    """What stands between the marks of a text; each line is a paragraph."""
    blocks, at = [], 0
    for line in text.split("\n"):
        blocks.append(Span(start=at, end=at + len(line)))
        at += len(line) + 1
    return [text[mark.start : mark.end] for mark in marked(text, blocks)]


@pytest.mark.parametrize("text", NONE)
def test_what_is_not_between_marks(text: str):
    """Signs that only look like quotation marks, or are alone, hold nothing."""
    assert inner(text) == []


@pytest.mark.parametrize(("text", "expected"), SOME)
def test_what_is_between_marks(text: str, expected: list[str]):
    """Marks of all styles are paired, the outermost are told."""
    assert inner(text) == expected


@given(st.text(alphabet='«»“”„"а А.,–\n', max_size=60))
def test_stretches_are_disjoint_and_lie_between_their_marks(text: str):
    """Whatever stands in a text, the stretches come in order, apart from each other, each after its opening mark."""
    found = marked(text, [Span(start=0, end=len(text))])

    assert all(one.open < one.start <= one.end <= one.close <= len(text) for one in found)
    assert all(one.close <= following.open for one, following in pairwise(found))
