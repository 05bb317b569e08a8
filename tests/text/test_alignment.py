"""Which words of a text are which words of a later one."""

import pytest

from build_dossier.text.alignment import align

OLD = (
    "Міністри зустрілися у Відні в четвер увечері.\n\n"
    "Речник МЗС Олег Бондар сказав, що обмін відбудеться за два тижні, якщо погода дозволить.\n\n"
    "Про це повідомляє агентство.\n"
)


def images(old: str, new: str) -> dict[str, str | None]:
    """What became of each word of a text without repetitions."""
    found = align(old, new)
    words = zip(found.old.starts, found.old.ends, found.image, strict=True)
    return {
        old[start:end]: None if to < 0 else new[found.new.starts[to] : found.new.ends[to]] for start, end, to in words
    }


def test_the_same_text():
    """Every word is itself."""
    found = align(OLD, OLD)

    assert list(found.image) == list(range(len(found.old.keys)))


@pytest.mark.parametrize(("old", "new"), [("", ""), ("", "слова"), ("слова", ""), ("а б в г ґ", "д е є ж з")])
def test_nothing_in_common(old: str, new: str):
    """Where there is nothing in common nothing is matched."""
    found = align(old, new)

    assert {*found.image, *found.origin} <= {-1}


def test_a_word_in_place_of_another():
    """What stands around a changed word is matched, the word is not."""
    found = images("Обмін відбудеться за два тижні", "Обмін відбудеться через два тижні")

    assert found == {"Обмін": "Обмін", "відбудеться": "відбудеться", "за": None, "два": "два", "тижні": "тижні"}


def test_typography_does_not_count():
    """Quotes, case, look-alike letters and soft hyphens do not make another word."""
    found = images("«Обмін» відбудеться", '"ОБМІH" від\u00adбудеться')

    assert found["Обмін"] == "ОБМІH"
    assert found["відбудеться"] == "від\u00adбудеться"


def test_paragraphs_in_another_order():
    """A paragraph is followed to where it stands now."""
    found = align(OLD, "\n".join(OLD.splitlines()[::-1]))

    assert min(found.image) >= 0


def test_of_like_lines_each_is_its_own():
    """A line is matched with the line that has its name, however many like it have come."""
    line = "Речник {} сказав, що обмін відбудеться за {} тижні, якщо погода дозволить."
    new = "\n".join([line.format("Орлов", 7), line.format("Бондар", 2), line.format("Рибак", 9)])
    found = align(line.format("Бондар", 2), new)

    assert {found.new.lines[to] for to in found.image} == {1}


def test_a_line_that_was_cut_in_two():
    """Both halves of a line are followed."""
    line = "Обмін відбудеться за два тижні. Про це сказав речник."
    found = align(line, line.replace(". ", ".\n"))

    assert min(found.image) >= 0


def test_every_match_is_mutual():
    """No word is matched with two."""
    found = align(OLD, OLD.replace("обмін", "обмін і обмін") + OLD)

    assert all(found.origin[to] == at for at, to in enumerate(found.image) if to >= 0)
    assert all(found.image[at] == to for to, at in enumerate(found.origin) if at >= 0)
