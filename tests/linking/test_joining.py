"""Groups of names, and the wall of the editor's decisions between them."""

from hypothesis import given
from hypothesis import strategies as st

from build_dossier.extract.mentions import EntityType
from build_dossier.linking.joining import Groups
from build_dossier.linking.names import Name

SIZE = 6


def name(at: int, *against: str) -> Name:
    """A name like no other."""
    return Name(type=EntityType.PER, key=f"name {at}", against=against)


PAIRS = st.lists(st.tuples(st.integers(0, SIZE - 1), st.integers(0, SIZE - 1)), max_size=12)
OWNERS = st.lists(st.sampled_from([None, None, "a", "b"]), min_size=SIZE, max_size=SIZE)
AGAINST = st.lists(st.sampled_from([(), (), ("a",), ("a", "b")]), min_size=SIZE, max_size=SIZE)


@given(PAIRS, OWNERS, AGAINST)
def test_the_wall_holds(pairs: list[tuple[int, int]], owners: list[str | None], against: list[tuple[str, ...]]):
    """Whatever is joined, no group has two of the editor's entities, nor one that is ruled out for a name in it."""
    groups = Groups([name(at, *ids) for at, ids in enumerate(against)], owners)
    alone = {at for at in range(SIZE) if owners[at] in against[at]}
    for first, second in pairs:
        if not {first, second} & alone:
            groups.join(first, second)

    for members in groups.members().values():
        found = {owners[at] for at in members} - {None}
        assert len(found) <= 1
        if not set(members) & alone:
            assert not found & {ruled_out for at in members for ruled_out in against[at]}


@given(PAIRS)
def test_joined_names_are_together(pairs: list[tuple[int, int]]):
    """Without decisions every join holds, and the groups are disjoint and hold every name."""
    groups = Groups([name(at) for at in range(SIZE)], [None] * SIZE)
    for first, second in pairs:
        groups.join(first, second)

    assert all(groups.together(first, second) for first, second in pairs)
    assert sorted(at for members in groups.members().values() for at in members) == list(range(SIZE))
