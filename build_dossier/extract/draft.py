"""A name in the making, and the block it stands in, as the rules after the tagger see them.

Comes in: the tokens of a block. Goes out: ``Scene`` and ``Draft``; positions here are tokens of the block, not
characters of the text.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from build_dossier.extract.features import Token, openings
from build_dossier.extract.gazetteer import Hit, hits, lists_of
from build_dossier.text.language import Language

OPENING = frozenset('«„“"')
CLOSING = frozenset('»“”"')
_NONE: frozenset[str] = frozenset()
_LONGEST_TITLE = 4
"""Words of the longest quoted title."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Draft:
    """A name in the making: tokens ``start`` to ``end`` (half-open) of its block."""

    start: int
    end: int
    kind: str
    """``PER``, ``ORG``, ``LOC``, ``EVT``, ``PRO``."""

    def touches(self, other: "Draft") -> bool:
        """Whether the two share a token."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One block as the rules see it."""

    tokens: tuple[Token, ...]
    language: Language
    hits: tuple[Hit, ...]
    """List phrases in the block."""
    lists: tuple[frozenset[str], ...]
    """For each word the word lists it stands in, in any form."""
    opening: tuple[bool, ...]
    """For each word whether a sentence begins with it, opening signs aside."""
    places: Mapping[str, tuple[int, ...]]
    """For each word list where in the block its words stand."""

    def forms(self, start: int, end: int) -> list[str]:
        """The words of a stretch of tokens."""
        return [token.form for token in self.tokens[max(start, 0) : end]]

    def form(self, at: int) -> str:
        """One word; a full stop beyond the edges."""
        return self.tokens[at].form if 0 <= at < len(self.tokens) else "."

    def joined(self, at: int) -> bool:
        """Whether nothing stands between a token and the one before it."""
        return 0 < at < len(self.tokens) and self.tokens[at - 1].end == self.tokens[at].start

    def listed(self, at: int, *names: str) -> bool:
        """Whether a word stands in one of the word lists, in any form."""
        return 0 <= at < len(self.lists) and not self.lists[at].isdisjoint(names)

    def hit(self, start: int, *kinds: str) -> Hit | None:
        """The list phrase of one of these kinds that begins at a token."""
        return next((hit for hit in self.hits if hit.start == start and hit.kind in kinds), None)


Rule = Callable[[Scene, tuple[Draft, ...]], tuple[Draft, ...]]
"""The drafts of a block in, as they should be out: in text order, disjoint."""


def scene(tokens: tuple[Token, ...], language: Language) -> Scene:
    """A block made ready for the rules."""
    forms = tuple(token.form for token in tokens)
    lists = tuple(lists_of(form, language) if form[0].isalpha() else _NONE for form in forms)
    places: dict[str, list[int]] = {}
    for at, names in enumerate(lists):
        for name in names:
            places.setdefault(name, []).append(at)
    return Scene(
        tokens=tokens,
        language=language,
        hits=hits(forms, language),
        lists=lists,
        opening=tuple(openings(tokens)),
        places={name: tuple(found) for name, found in places.items()},
    )


def closing_quote(block: Scene, at: int) -> int | None:
    """Where the closing sign stands of a title of a few words that begins at a token, ``None`` for what is longer."""
    for end in range(at + 1, min(at + _LONGEST_TITLE + 1, len(block.tokens))):
        if block.form(end) in CLOSING:
            return end
        if not block.form(end)[0].isalpha() and block.form(end) not in "-.":
            return None
    return None


def added(drafts: Sequence[Draft], found: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts and those found ones that touch none of them."""
    free = [name for name in found if not any(name.touches(draft) for draft in drafts)]
    return tuple(sorted([*drafts, *free]))


def imposed(drafts: Sequence[Draft], found: Sequence[Draft], *, over: frozenset[str]) -> tuple[Draft, ...]:
    """The found ones in place of what they touch, unless that is of a kind not in ``over`` or reaches beyond."""
    result = tuple(drafts)
    for name in found:
        touched = [draft for draft in result if draft.touches(name)]
        if all(draft.kind in over and name.start <= draft.start and draft.end <= name.end for draft in touched):
            result = tuple(sorted([*(draft for draft in result if draft not in touched), name]))
    return result
