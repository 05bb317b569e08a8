"""Groups of names that mean one thing.

Comes in: names, and pairs of them that some rule takes for one. Goes out: disjoint groups. What the editor decided
stands above every rule: two of the editor's entities never become one, and a name never joins one ruled out for it.
"""

from collections.abc import Iterable, Sequence

from build_dossier.linking.names import Name


class Groups:
    """Disjoint sets of names with the editor's decisions as a wall between them."""

    def __init__(self, names: Sequence[Name], owners: Sequence[str | None]) -> None:
        """Every name alone; ``owners`` are the ids of the editor's entities that gave a name, parallel to ``names``."""
        self.names = names
        self._parent = list(range(len(names)))
        self._owner: list[str | None] = list(owners)
        self._against: list[frozenset[str]] = [frozenset(name.against) for name in names]

    def root(self, number: int) -> int:
        """The name that stands for the group."""
        while self._parent[number] != number:
            self._parent[number] = self._parent[self._parent[number]]
            number = self._parent[number]
        return number

    def owner(self, number: int) -> str | None:
        """The editor's entity of the group."""
        return self._owner[self.root(number)]

    def together(self, first: int, second: int) -> bool:
        """Whether two names are in one group."""
        return self.root(first) == self.root(second)

    def allowed(self, first: int, second: int) -> bool:
        """Whether the editor's decisions leave room for the two to be one."""
        a, b = self.root(first), self.root(second)
        owners = {owner for owner in (self._owner[a], self._owner[b]) if owner is not None}
        return len(owners) < 2 and not owners & (self._against[a] | self._against[b])

    def join(self, first: int, second: int) -> bool:
        """Makes two groups one; ``False`` when they are already, or must not be."""
        a, b = self.root(first), self.root(second)
        if a == b or not self.allowed(a, b):
            return False
        low, high = min(a, b), max(a, b)
        self._parent[high] = low
        self._owner[low] = self._owner[low] or self._owner[high]
        self._against[low] |= self._against[high]
        return True

    def join_all(self, numbers: Iterable[int]) -> None:
        """Makes one group of all, as far as allowed: the editor's names first, so that they gather the others."""
        ordered = sorted(numbers, key=lambda number: (self.owner(number) is None, number))
        for index, number in enumerate(ordered[1:], start=1):
            for earlier in _anchors(ordered[:index]):
                if self.join(earlier, number) or self.together(earlier, number):
                    break

    def members(self) -> dict[int, list[int]]:
        """The groups by their root, names in order."""
        groups: dict[int, list[int]] = {}
        for number in range(len(self.names)):
            groups.setdefault(self.root(number), []).append(number)
        return groups


def _anchors(numbers: Sequence[int]) -> Sequence[int]:
    """The names a further one is tried with: the first few are enough, since they are joined where they may be."""
    return numbers[:8]
