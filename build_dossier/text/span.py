"""Half-open stretches of a text.

Offsets are code points into the seed's text as decoded: ``text[span.start:span.end]``.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A half-open range of code points, never negative, never turned round."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}-{self.end}")

    def of(self, text: str) -> str:
        """The words the span covers."""
        return text[self.start : self.end]


def trim(text: str, start: int, end: int) -> Span:
    """The span without white space at either end; empty at ``start`` when there is nothing else."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start=start, end=end)
