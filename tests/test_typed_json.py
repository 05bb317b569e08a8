"""Frozen dataclasses as JSON and back."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_dossier.typed_json import plain, reader


class Colour(Enum):
    """A word from a list."""

    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One kind of every plain value."""

    name: str
    count: int
    colour: Colour
    language: Literal["uk", "ru"] = "uk"
    share: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """What holds others."""

    first: Leaf | None
    leaves: tuple[Leaf, ...]
    words: tuple[str, ...] = ()
    names: frozenset[str] = frozenset()
    colours: Mapping[str, Colour] = field(default_factory=dict)


LEAVES = st.builds(
    Leaf,
    name=st.text(),
    count=st.integers(),
    colour=st.sampled_from(Colour),
    language=st.sampled_from(["uk", "ru"]),
    share=st.none() | st.floats(allow_nan=False),
)
TREES = st.builds(
    Tree,
    first=st.none() | LEAVES,
    leaves=st.lists(LEAVES).map(tuple),
    words=st.lists(st.text()).map(tuple),
    names=st.frozensets(st.text()),
    colours=st.dictionaries(st.text(), st.sampled_from(Colour)),
)
LEAF = ["а", 1, "red", "uk", None]


@pytest.mark.parametrize(
    "value",
    [
        pytest.param(None, id="nothing"),
        pytest.param({}, id="mapping"),
        pytest.param([], id="too-few"),
        pytest.param([None, [], [], [], {}, {}], id="too-many"),
        pytest.param([None, {}, [], [], [], {}], id="mapping-for-a-list"),
        pytest.param([None, [LEAF[:4]], [], [], {}], id="short-record"),
        pytest.param([None, [["а", "1", "red", "uk", None]], [], [], {}], id="string-for-a-number"),
        pytest.param([None, [["а", True, "red", "uk", None]], [], [], {}], id="truth-for-a-number"),
        pytest.param([None, [[None, 1, "red", "uk", None]], [], [], {}], id="null-where-it-is-not-declared"),
        pytest.param([None, [["а", 1, "green", "uk", None]], [], [], {}], id="unknown-word"),
        pytest.param([None, [["а", 1, ["red"], "uk", None]], [], [], {}], id="list-for-a-word"),
        pytest.param([None, [["а", 1, "red", "en", None]], [], [], {}], id="unknown-literal"),
        pytest.param([None, [], [1], [], {}], id="number-in-a-list-of-strings"),
        pytest.param([None, [], [], [], []], id="list-for-a-mapping"),
        pytest.param([None, [], [], [], {"a": "green"}], id="unknown-word-in-a-mapping"),
    ],
)
def test_other_forms_are_refused(value: Any):
    """Nothing but the declared types can be made."""
    with pytest.raises(ValueError, match=r"declared|not one of"):
        reader(Tree)(value)


@pytest.mark.parametrize("value", [[1.5], [1.5, 2.5, 3.5], [1.5, "2.5"], {"0": 1.5}, None])
def test_other_pairs_are_refused(value: Any):
    """A tuple of a declared length has that many values, each of its type."""
    with pytest.raises(ValueError, match="declared"):
        reader(tuple[float, float])(value)


def test_a_pair_comes_back():
    """A tuple of a declared length is a tuple again."""
    assert reader(tuple[float, str])(plain((1.5, "а"))) == (1.5, "а")


@given(TREES)
def test_a_value_comes_back(tree: Tree):
    """Through JSON and back is the same value, of the same types."""
    assert reader(Tree)(json.loads(json.dumps(plain(tree)))) == tree


def test_what_could_not_come_back_is_not_written():
    """A value without a form in JSON is a mistake of the program's, told at once."""
    with pytest.raises(TypeError, match="set"):
        plain({1})
    with pytest.raises(TypeError, match="form in JSON"):
        reader(set[int])
