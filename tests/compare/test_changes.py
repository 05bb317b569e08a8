"""What was changed from one text to another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_dossier.compare.changes import Kind, changes

OLD = "Президент заявив, що переговори почнуться у Женеві 5 травня, повідомляє агентство."
SIGNS = {Kind.SAME: "", Kind.ADDED: "+", Kind.REMOVED: "-", Kind.MOVED: "~"}


def shown(old: str, new: str) -> str:
    """The changes with signs: ``+added+ -removed- ~moved~``."""
    return " ".join(f"{SIGNS[c.kind]}{c.text.strip()}{SIGNS[c.kind]}" for c in changes(old, new))


@pytest.mark.parametrize("new", [OLD, OLD.replace(" ", "\u00a0"), OLD.upper()], ids=["same", "spaces", "case"])
def test_what_is_no_change(new: str):
    """Typography and case are none."""
    assert {change.kind for change in changes(OLD, new)} == {Kind.SAME}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("Він сказав правду.", "Він не сказав правду.", "Він +не+ сказав правду.", id="added"),
        pytest.param("Він не сказав правду.", "Він сказав правду.", "Він -не- сказав правду.", id="removed"),
        pytest.param(
            "Він прийшов у суботу.", "Він прийшов у неділю.", "Він прийшов у -суботу- +неділю+ .", id="replaced"
        ),
        pytest.param("", "Слово.", "+Слово.+", id="from nothing"),
        pytest.param("Слово.", "", "-Слово.-", id="to nothing"),
    ],
)
def test_changes_stand_where_they_were_made(old: str, new: str, expected: str):
    """What is gone stands before what has come in its place."""
    assert shown(old, new) == expected


def test_what_stands_elsewhere_has_moved():
    """A paragraph that was put first is neither added nor removed."""
    first, second = (
        "Один два три чотири п'ять шість сім вісім дев'ять.",
        "Альфа бета гамма дельта епсилон дзета ета тета йота каппа.",
    )
    kinds = {change.kind for change in changes(f"{first}\n\n{second}", f"{second}\n\n{first}")}

    assert kinds == {Kind.SAME, Kind.MOVED}


def test_long_stretches_are_folded():
    """The middle of what nobody changed is folded away; its ends stay in sight."""
    text = " ".join(f"слово{number}" for number in range(200))
    parts = changes(text, f"{text} кінець")

    assert [(part.kind, part.folded) for part in parts] == [
        (Kind.SAME, False), (Kind.SAME, True), (Kind.SAME, False), (Kind.ADDED, False),
    ]  # fmt: skip


TEXTS = st.lists(st.sampled_from(["один", "два", "три", "чотири", "п'ять", ".", "\n\n"]), max_size=60).map(" ".join)


@given(TEXTS, TEXTS)
def test_the_newer_text_is_whole(old: str, new: str):
    """Without what was removed the changes are the newer text."""
    kept = "".join(change.text for change in changes(old, new) if change.kind is not Kind.REMOVED)

    assert "".join(kept.split()) == "".join(new.split())
