"""Finding a passage again in a text that has changed."""

import pytest

from build_dossier.text.alignment import align
from build_dossier.text.locate import Ambiguous, Located, Match, NotFound, Reason, searchable
from build_dossier.text.relocate import relocate
from build_dossier.text.span import Span

TEXT = (
    "Міністри зустрілися у Відні в четвер увечері.\n\n"
    "Речник МЗС Олег Бондар сказав, що обмін відбудеться за два тижні, якщо погода дозволить.\n\n"
    "Раніше обмін переносили двічі: у травні та у червні. Тоді речник послався на негоду.\n"
)
QUOTE = "обмін відбудеться за два тижні"


def found(new: str, words: str = QUOTE, old: str = TEXT) -> Located:
    """Where words of an old text stand in a new one."""
    start = old.index(words)
    return relocate(align(old, new), Span(start=start, end=start + len(words)), searchable(new))


@pytest.mark.parametrize(
    ("new", "reason"),
    [
        pytest.param(TEXT, Reason.EXACT, id="nothing has changed"),
        pytest.param(TEXT.replace("у травні та", "в травні й"), Reason.EXACT, id="a change after it"),
        pytest.param(TEXT.upper(), Reason.FOLDED, id="capitals"),
        pytest.param("Оновлено. " + TEXT, Reason.MOVED, id="words before"),
        pytest.param(TEXT.partition("\n\n")[2], Reason.MOVED, id="a paragraph less before"),
        pytest.param("\n\n".join(TEXT.split("\n\n")[::-1]), Reason.MOVED, id="another order"),
        pytest.param("Про це " + TEXT.replace("обмін", "ОБМІН"), Reason.MOVED, id="both"),
    ],
)
def test_the_same_words(new: str, reason: Reason):
    """Words that have not changed are found wherever they stand."""
    answer = found(new)

    assert isinstance(answer, Match)
    assert new[answer.start : answer.end].lower() == QUOTE
    assert answer.reason is reason


@pytest.mark.parametrize(
    ("there", "words"),
    [
        pytest.param("обмін відбудеться за три тижні", "обмін відбудеться за три тижні", id="a word"),
        pytest.param("зустріч відбудеться за два тижні", "зустріч відбудеться за два тижні", id="the first word"),
        pytest.param("обмін відбудеться за два місяці", "обмін відбудеться за два місяці", id="the last word"),
        pytest.param("обмін відбудетсья за два тижні", "обмін відбудетсья за два тижні", id="a slip"),
        pytest.param("обмін за два тижні", "обмін за два тижні", id="a word less"),
        pytest.param("обмін усіх на всіх буде за два тижні", "обмін усіх на всіх буде за два тижні", id="more"),
        pytest.param("відбудеться за два тижні", "відбудеться за два тижні", id="the beginning is gone"),
    ],
)
def test_changed_words(there: str, words: str):
    """A passage of which something has changed is found, and marked as other words."""
    new = TEXT.replace(QUOTE, there)
    answer = found(new)

    assert isinstance(answer, Match)
    assert new[answer.start : answer.end] == words
    assert answer.reason is Reason.FUZZY


@pytest.mark.parametrize(
    ("new", "words"),
    [
        pytest.param(TEXT.replace("що обмін відбудеться за два тижні, якщо", "якщо"), QUOTE, id="the passage"),
        pytest.param(TEXT.split("\n\n", maxsplit=1)[0] + "\n" + TEXT.split("\n\n")[2], QUOTE, id="its paragraph"),
        pytest.param("Зовсім інший текст про погоду на вихідні.", QUOTE, id="the whole text"),
        pytest.param("", QUOTE, id="all"),
        pytest.param(TEXT.replace("Тоді речник послався на негоду.", ""), "речник", id="one of several like words"),
    ],
)
def test_gone(new: str, words: str):
    """What is gone is not found, though words like it stand elsewhere."""
    assert isinstance(found(new, words), NotFound)


def test_the_sentence_of_somebody_else_is_not_ours():
    """Of two like sentences one is gone: the other was there before, and is not it."""
    line = "Міністр {} повідомив, що країна передасть {} систем до кінця року.\n\n"
    old = line.format("Коваленко", 3) + "Решта новин за день коротко.\n\n" + line.format("Петренко", 5)

    answer = found(old.partition("\n\n")[2], "Міністр Коваленко повідомив, що країна передасть 3 систем", old)

    assert isinstance(answer, NotFound)


def test_two_places_where_it_may_have_gone():
    """Words that were cut here and put into two other places are in neither for certain."""
    away = TEXT.replace(f"що {QUOTE}, якщо", "якщо")
    answer = found(f"Ще раз: {QUOTE}.\n\n{away}\n\nІ наостанок: {QUOTE}.")

    assert isinstance(answer, Ambiguous)


def test_not_in_the_prefix():
    """Nothing is found in what is no words of the article's."""
    new = f"{QUOTE} Інший текст."
    start = TEXT.index(QUOTE)

    answer = relocate(align(TEXT, new), Span(start=start, end=start + len(QUOTE)), searchable(new, len(QUOTE)))

    assert isinstance(answer, NotFound)
