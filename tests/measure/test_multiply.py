"""More texts than there are."""

from build_dossier.measure.multiply import multiplied

TEXTS = {
    "odesa.txt": "Олена Коваль приїхала до Одеси 21 червня 2025 року.\nКоваль зустріла 145 людей.",
    "lviv.txt": "Марина Ткаль приїхала до Вінниці. Її чекала Софія Король.",
}


def test_fewer_are_the_first_ones():
    """Nothing is changed when there are enough."""
    assert multiplied(TEXTS, 1) == {"odesa.txt": TEXTS["odesa.txt"]}
    assert multiplied(TEXTS, 2) == TEXTS


def test_copies_are_the_same_every_time():
    """The rule has no chance in it."""
    assert multiplied(TEXTS, 5) == multiplied(TEXTS, 5)


def test_every_text_has_a_name_of_its_own_and_other_words():
    """Names below the folder stay unique; no two texts are equal."""
    more = multiplied(TEXTS, 6)

    assert len(more) == 6
    assert len(set(more.values())) == 6
    assert "odesa-copy3.txt" in more


def test_years_stay_and_counts_change():
    """A date is left alone, a count is not."""
    copy = multiplied(TEXTS, 3)["odesa-copy2.txt"]

    assert "2025 року" in copy
    assert "145" not in copy


def test_a_name_is_the_same_throughout_a_copy():
    """What becomes of «Коваль» becomes of it everywhere, so that copies have cross-links."""
    first, second = multiplied(TEXTS, 3)["odesa-copy2.txt"].splitlines()

    assert first.split()[1] == second.split()[0]
