"""Texts that are there twice are found, and texts of one event are not."""

import random
import time

import pytest

from build_dossier.article import Seed
from build_dossier.article.duplicates import duplicates, pairs
from build_dossier.errors import Severity

WORDS = [f"слово{number}" for number in range(3000)]


def seed(name: str, text: str) -> Seed:
    """A seed of that name."""
    return Seed(id=name, name=f"{name}.txt", sha256="", encoding="utf-8", text=text)


def news(number: int, length: int = 150) -> str:
    """A text of its own, the same each time."""
    return " ".join(random.Random(number).choices(WORDS, k=length))  # noqa: S311  # chance that can be repeated


FOOT = " Передрук дозволено лише з посиланням на джерело, усі права захищено законом про авторське право."


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(news(1), news(2), id="different texts"),
        pytest.param(news(1) + FOOT, news(2) + FOOT, id="one formula at the foot"),
        pytest.param(news(1), news(1, 75) + " " + news(2, 75), id="one quotes half of the other"),
        pytest.param("Дощ.", "Сніг.", id="one word"),
    ],
)
def test_different_texts_are_no_duplicates(first: str, second: str):
    """What is shared is less than a text."""
    assert duplicates([seed("a", first), seed("b", second)]) == ()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(news(1), news(1), id="to the letter"),
        pytest.param("«Так» — і край. Ёж", '"Так" - і край. Еж', id="but for typography"),
        pytest.param("Дощ.", "Дощ.", id="one word"),
    ],
)
def test_the_same_text_is_a_warning_that_names_both(first: str, second: str):
    """The later file is told, with the earlier one."""
    (problem,) = duplicates([seed("a", first), seed("b", second)])

    assert (problem.severity, problem.code, problem.file) == (Severity.WARNING, "duplicate-seed", "seeds/b.txt")
    assert "seeds/a.txt" in problem.message


@pytest.mark.parametrize("number", range(20))
def test_three_changed_words_hide_no_copy(number: int):
    """A copy of sixty words or more with three of them changed is found."""
    words = news(number, 60 + number * 10).split()
    for place in random.Random(number).sample(range(len(words)), 3):  # noqa: S311  # as above
        words[place] = "інакше"
    (problem,) = duplicates([seed("a", news(number, 60 + number * 10)), seed("b", " ".join(words))])

    assert problem.code == "near-duplicate-seed"


def test_of_three_copies_each_is_told_once():
    """A seed is compared with the one it is likest."""
    seeds = [seed(name, news(1)) for name in "abc"]

    assert [pair.second.id for pair in pairs(seeds)] == ["b", "c"]


def test_time_grows_with_the_number_of_texts():
    """Four times the texts, all with one formula at the foot, take much less than sixteen times the time."""

    def seconds(count: int) -> float:
        seeds = [seed(str(number), news(number) + FOOT) for number in range(count)]
        begun = time.process_time()
        duplicates(seeds)
        return time.process_time() - begun

    assert min(seconds(800) / seconds(200) for _ in range(3)) < 8
