"""Entity ids: unique, remembered, redirected; never taken from anybody."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_dossier.extract.mentions import EntityType
from build_dossier.linking.identity import Group, Remembered, flattened, identify, recall, remember


def group(
    name: str, *keys: str, kind: EntityType = EntityType.PER, editor: str | None = None, weak: tuple[str, ...] = ()
) -> Group:
    """A group of names with one mention each."""
    return Group(type=kind, name=name, keys=dict.fromkeys(keys, 1), weak_keys=dict.fromkeys(weak, 1), editor=editor)


def record(entity_id: str, *keys: str, to: str | None = None) -> Remembered:
    """A remembered person."""
    return Remembered(id=entity_id, type=EntityType.PER, keys=keys, to=to)


def test_slug_of_the_english_name():
    """A new group has the slug of its English label."""
    assert identify([group("John Coale", "PER:джон коул")], ()).ids == ("john-coale",)


def test_article_wins():
    """An id that an article has goes to the article; the entity's says what it is."""
    made = identify([group("Kyiv", "LOC:київ", kind=EntityType.LOC)], (), reserved=("kyiv",))

    assert made.ids == ("kyiv-place",)


def test_namesakes():
    """Namesakes of one kind are told apart by a number, those of two kinds by the kind."""
    person, place = group("Washington", "PER:a"), group("Washington", "LOC:b", kind=EntityType.LOC)
    made = identify([person, place, group("Washington", "PER:c")], ())

    assert sorted(made.ids) == ["washington", "washington-2", "washington-person"]


def test_remembered_name_keeps_its_id():
    """A group found again by one of its names keeps its id, whatever its label is now."""
    made = identify([group("Aleksandr Lukashenko", "PER:а", "PER:б")], [record("lukashenko", "PER:б")])

    assert made.ids == ("lukashenko",)
    assert made.redirects == {}


def test_remembered_id_is_not_given_away():
    """An id remembered for an entity that no article names now is kept free for it."""
    assert identify([group("John Smith", "PER:x")], [record("john-smith", "PER:y")]).ids == ("john-smith-person",)


def test_joined_groups_redirect():
    """Two remembered ids of one group: the one with more mentions stays, the other leads to it."""
    joined = Group(type=EntityType.PER, name="Vitkoff", keys={"PER:а": 1, "PER:б": 5}, weak_keys={}, editor=None)
    made = identify([joined], [record("uitkoff", "PER:а"), record("vitkoff", "PER:б")])

    assert made.ids == ("vitkoff",)
    assert made.redirects == {"uitkoff": "vitkoff"}


def test_editor_renames():
    """A file's id takes the group; the remembered id leads to it."""
    made = identify([group("Koul", "PER:джон коул", editor="john-coale")], [record("dzhon-koul", "PER:джон коул")])

    assert made.ids == ("john-coale",)
    assert made.redirects == {"dzhon-koul": "john-coale"}


def test_full_name_inherits_the_surname_page():
    """When a full name turns up for a bare surname, the page of the surname stays where it is."""
    made = identify([group("Will Smith", "PER:вілл сміт", weak=("PER:сміт",))], [record("smit", "PER:сміт")])

    assert made.ids == ("smit",)


def test_chains_are_flattened():
    """A redirect leads to the end of its chain; a ring leads nowhere."""
    assert flattened({"a": "b", "b": "c", "x": "y", "y": "x"}) == {"a": "c", "b": "c"}


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("not json", id="no JSON"),
        pytest.param("[]", id="no object"),
        pytest.param('{"id": "a", "type": "PER"}', id="no keys"),
        pytest.param('{"id": "a", "type": "XYZ", "keys": []}', id="unknown type"),
        pytest.param('{"id": 1, "type": "PER", "keys": []}', id="id is no string"),
        pytest.param("[" * 100_000, id="nested deeply"),
    ],
)
def test_broken_lines(line: str):
    """A line that cannot be read is a warning with its number; the others stand."""
    records, problems = recall(remember([record("b", "PER:б")]) + line + "\n")

    assert [one.id for one in records] == ["b"]
    assert [(problem.code, problem.line) for problem in problems] == [("ids-unreadable", 2)]


KEYS = st.sampled_from([f"PER:{letter}" for letter in "абвгде"])
RECORDS = st.lists(
    st.builds(
        Remembered,
        id=st.text("abc-", min_size=1, max_size=4),
        type=st.sampled_from(EntityType),
        keys=st.lists(KEYS, max_size=3, unique=True).map(tuple),
        to=st.none() | st.just("z"),
        file=st.booleans(),
    ),
    unique_by=lambda one: one.id,
    max_size=4,
)


@given(RECORDS)
def test_memory_round_trip(records: list[Remembered]):
    """What is remembered is recalled, and the bytes do not depend on the order."""
    text = remember(records)

    assert remember(reversed(records)) == text
    assert remember(recall(text)[0]) == text
    assert recall(text)[1] == ()


@given(st.lists(KEYS, unique=True, max_size=6), RECORDS, st.integers(0, 5))
def test_every_remembered_id_lives_or_leads(keys: list[str], records: list[Remembered], cut: int):
    """Ids are unique; a remembered id whose names are still there is an id or a redirect to one."""
    groups = [group("N", *part) for part in (keys[:cut], keys[cut:]) if part]
    made = identify(groups, records)

    assert len(set(made.ids)) == len(made.ids)
    assert set(made.redirects.values()) <= set(made.ids)
    for one in records:
        if set(one.keys) & set(keys):
            assert one.id in made.ids or one.id in made.redirects
