"""Where one block ends and the next begins."""

from textwrap import fill

import pytest

from build_dossier.article.chunks import chunks

LONG = (
    "Про угоду повідомили після зустрічі у Вінниці. За словами міського голови, новий маршрут з'єднає обласні центри "
    "вже наступного року, а квитки коштуватимуть не більше ніж триста гривень для всіх пасажирів без винятку."
)


def parts(text: str) -> list[str]:
    """The words of the stretches, white space as single blanks."""
    return [" ".join(span.of(text).split()) for span in chunks(text)]


@pytest.mark.parametrize("width", [pytest.param(width, id=str(width)) for width in (60, 72, 80, 90)])
def test_hard_wrapped_prose_is_not_cut(width: int):
    """Lines that are only folded at a width stay one paragraph."""
    assert parts(f"{fill(LONG, width)}\n\n{fill(LONG, width)}") == [LONG, LONG]


def test_single_newlines_part_paragraphs():
    """Where no line is folded, every line is a paragraph."""
    text = f"{LONG}\nКоротко.\n{LONG}\nЩо далі\n{LONG}"

    assert parts(text) == text.split("\n")


def test_blank_lines_with_white_space_part_too():
    """A line of blanks is blank."""
    assert parts("Один.\n \t\nДва.\n\u00a0\nТри.") == ["Один.", "Два.", "Три."]


def test_an_item_of_a_folded_list_keeps_its_lines():
    """A list item that is folded is one item; the next mark begins another."""
    items = "1. Перше правило для тих, хто возить пасажирів між обласними\n   центрами.\n2. Друге правило."
    text = f"{fill(LONG, 64)}\n{items}"

    assert parts(text)[1:] == [
        "1. Перше правило для тих, хто возить пасажирів між обласними центрами.",
        "2. Друге правило.",
    ]
