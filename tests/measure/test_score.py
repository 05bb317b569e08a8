"""The measures, on cases small enough to do by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_dossier.measure.score import Counts, b_cubed, lemma_key, overlap, relaxed

IDS = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("xyz")), min_size=1)


def test_nothing_found_and_nothing_wanted_has_no_shares():
    """Without gold and findings there is no precision, recall or F1, and no error."""
    row = Counts().row("empty")

    assert (row.precision, row.recall, row.f1, row.errors) == (None, None, None, 0)


def test_precision_is_of_those_found_and_recall_of_the_gold():
    """Two right of four found and of five in the gold: two too many, three missed."""
    row = Counts(right=2, found=4, gold=5).row("names")

    assert (row.precision, row.recall, row.errors) == (0.5, 0.4, 5)
    assert row.f1 == pytest.approx(4 / 9)


def test_a_wrong_single_value_is_one_error():
    """A language that was taken for another is one error, not one missed and one too many."""
    assert Counts(right=4, found=5, gold=5).row("language", single=True).errors == 1
    assert Counts(right=4, found=5, gold=5).row("names").errors == 2


def test_equal_keys_are_right():
    """The same key twice counts once."""
    assert overlap([(0, 4, "PER"), (0, 4, "PER"), (5, 9, "LOC")], [(0, 4, "PER"), (5, 9, "ORG")]) == Counts(
        right=1, found=2, gold=2
    )


@pytest.mark.parametrize(
    ("found", "gold", "right"),
    [
        pytest.param({"Одеса"}, {"Полтава"}, 0, id="unrelated"),
        pytest.param({"Олена", "Коваль"}, {"Олена Коваль"}, 1, id="two-parts-of-one-name-count-once"),
        pytest.param({"КОВАЛЬ"}, {"Коваль"}, 1, id="case-does-not-count"),
        pytest.param({"мерія Одеси"}, {"міська мерія"}, 1, id="a-word-in-common"),
        pytest.param({"Коваль", "Олена Коваль"}, {"Олена Коваль", "Ткач"}, 1, id="equal-names-first"),
    ],
)
def test_names_match_without_their_places(found: set[str], gold: set[str], right: int):
    """Each name is used once, equal ones first."""
    assert relaxed(found, gold).right == right


def test_b_cubed_of_a_split_and_of_a_merger():
    """A split costs recall, a merger precision."""
    split = b_cubed("split", [("a", "x"), ("a", "y")])
    merged = b_cubed("merged", [("a", "x"), ("a", "x"), ("b", "x")])

    assert (split.precision, split.recall) == (1.0, 0.5)
    assert (merged.precision, merged.recall) == (pytest.approx(5 / 9), 1.0)


@given(IDS)
def test_b_cubed_turned_round_exchanges_precision_and_recall(pairs: list[tuple[str, str]]):
    """Gold and findings play the same part."""
    there, back = b_cubed("there", pairs), b_cubed("back", [(found, gold) for gold, found in pairs])

    assert (there.precision, there.recall) == (pytest.approx(back.recall), pytest.approx(back.precision))


@given(IDS)
def test_b_cubed_of_itself_is_perfect(pairs: list[tuple[str, str]]):
    """Ids with other names are the same clusters."""
    assert b_cubed("same", [(gold, f"other {gold}") for gold, _ in pairs]).f1 == pytest.approx(1.0)


def test_quotes_and_case_do_not_count_in_a_lemma():
    """«Главком» and "главком" are one lemma."""
    assert lemma_key("«Главком»") == lemma_key('"главком"')
