"""Where notes stand in the articles: the passages of all notes, article by article, numbered as a reader meets them.

Comes in: anchors. Goes out: ``Placement``s by article id.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from build_dossier.annotation import Anchor, Note
from build_dossier.pages.grouping import grouped
from build_dossier.text.locate import Match


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """A note where one of its passages stands."""

    note: Note
    match: Match
    passage: int
    """Which of the note's passages: 0 or 1."""
    number: int
    """Of the note on its page, in text order."""
    anchor: str
    """Id of the mark, unique on the page."""


def placements(anchors: Sequence[Anchor]) -> Mapping[str, tuple[Placement, ...]]:
    """The passages that were found, by article id, in text order."""
    passages = grouped(
        (passage.article, (match.start, match.end, index, anchor.note, match))
        for anchor in anchors
        for index, (passage, match) in enumerate(zip(anchor.note.passages, anchor.matches, strict=True))
    )
    return {article: _numbered(found) for article, found in passages.items()}


def _numbered(found: Sequence[tuple[int, int, int, Note, Match]]) -> tuple[Placement, ...]:
    numbers: dict[str, int] = {}
    placements: list[Placement] = []
    for _, _, index, note, match in sorted(found, key=lambda passage: (*passage[:3], passage[3].id)):
        second = note.id in numbers
        number = numbers.setdefault(note.id, len(numbers) + 1)
        anchor = f"{note.id}-2" if second else note.id
        placements.append(Placement(note=note, match=match, passage=index, number=number, anchor=anchor))
    return tuple(placements)
