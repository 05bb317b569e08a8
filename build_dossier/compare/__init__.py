"""Articles laid beside each other: the types of the stage.

Comes in: linked readings and events. Goes out: ``Row``s: one thing each, with the passages in which every article tells
it. A row says where words stand; what they say is read from the article, so nothing is retold here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_dossier.article import Article
from build_dossier.link import LinkedReading
from build_dossier.text.span import Span

Cells = tuple[tuple[Span, ...], ...]
"""For each article its passages, in text order; none where it is silent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """An article, and how much of it is compared."""

    linked: LinkedReading
    parts: tuple[Span, ...]
    """Stretches of its text, in order and disjoint."""

    @property
    def article(self) -> Article:
        """The article."""
        return self.linked.reading.article

    def holds(self, start: int) -> bool:
        """Whether the character at ``start`` is compared."""
        return any(part.start <= start < part.end for part in self.parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One thing, and where each article tells it."""

    key: str
    """What it is: the id of an event or entity, an EDTF date, a number with its unit, a speaker."""
    cells: Cells

    @property
    def told_by(self) -> tuple[int, ...]:
        """The articles that tell it, by their places in the row."""
        return tuple(at for at, spans in enumerate(self.cells) if spans)

    @property
    def is_shared(self) -> bool:
        """Whether at least two articles tell it."""
        return len(self.told_by) > 1


def rows(found: Sequence[Sequence[tuple[str, Span]]]) -> Iterator[Row]:
    """A row for each key, in the order in which a reader meets them, article by article; a passage stands once.

    Args:
        found: for each article what it tells, and where, in text order.
    """
    keys = dict.fromkeys(key for told in found for key, _ in told)
    by_key: list[dict[str, dict[Span, None]]] = [{} for _ in found]
    for spans, told in zip(by_key, found, strict=True):
        for key, span in told:
            spans.setdefault(key, {})[span] = None
    for key in keys:
        yield Row(key=key, cells=tuple(tuple(spans.get(key, ())) for spans in by_key))
