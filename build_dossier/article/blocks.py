"""What each stretch of a text is for: headline, standfirst, caption, crosshead, list, boilerplate, body.

Comes in: a text and where its published words begin. Goes out: ``Block``s that hold every character that is not white
space exactly once. First each line is looked at alone (a stamp, a caption, a formula), then among its neighbours (a
headline is a headline because prose follows); what no rule knows is a paragraph. An inline dateline stays in its
paragraph: it is the first words of the story, not a line of its own.
"""

from collections.abc import Iterator

from build_dossier.article import Block, BlockKind, stamps
from build_dossier.article.chunks import chunks
from build_dossier.article.line_rules import LINE_RULES, stamp
from build_dossier.article.place_rules import PASSED_OVER, PLACE_RULES, Place, is_prose
from build_dossier.text.span import Span, trim


def blocks(text: str, start: int = 0, *, prefixed: bool = False) -> tuple[Block, ...]:
    """The blocks of ``text`` from ``start`` on.

    Args:
        text: the seed's text.
        start: where the published words begin.
        prefixed: whether a machine prefix stands on the line of the first words.
    """
    spans = tuple(_without_inline_stamps(text, chunks(text, start)))
    kinds = _kinds(text, spans, prefixed=prefixed)
    return tuple(Block(kind=kind, start=span.start, end=span.end) for span, kind in zip(spans, kinds, strict=True))


def _kinds(text: str, spans: tuple[Span, ...], *, prefixed: bool) -> Iterator[BlockKind]:
    known: list[BlockKind | None] = [_by_itself(span.of(text)) for span in spans]
    above: BlockKind | None = None
    below_body = False
    for at, kind in enumerate(known):
        place = Place(text=text, spans=spans, kinds=known, at=at, above=above, below_body=below_body, prefixed=prefixed)
        decided = kind or _by_place(place)
        known[at] = decided
        above = above if decided in PASSED_OVER else decided
        below_body = below_body or (decided == BlockKind.PARAGRAPH and is_prose(place.line))
        yield decided


def _by_itself(line: str) -> BlockKind | None:
    return next((kind for rule in LINE_RULES if (kind := rule(line)) is not None), None)


def _by_place(place: Place) -> BlockKind:
    return next((kind for rule in PLACE_RULES if (kind := rule(place)) is not None), BlockKind.PARAGRAPH)


def _without_inline_stamps(text: str, spans: tuple[Span, ...]) -> Iterator[Span]:
    """The stretches, with stamps in figures that begin or end one of the first two parted from it."""
    for at, span in enumerate(spans):
        yield from _parted(text, span) if at < 2 and stamp(span.of(text)) is None else (span,)


def _parted(text: str, span: Span) -> Iterator[Span]:
    """«19:24 У Британії призначили…» is a stamp and a headline; so is «… подав у відставку 09.07.2018»."""
    start, end = span.start, span.end
    leading = stamps.leading_stamp(span.of(text))
    if leading is not None and text[start + leading.end : end][:1] in {" ", "\t", "\u00a0", ",", ":"}:
        rest = trim(text, start + leading.end, end)
        words = len(rest.of(text)) - len(rest.of(text).lstrip(",:|–—- "))
        yield trim(text, start, rest.start + words)
        start = rest.start + words
    ending = stamps.trailing_stamp(text[start:end])
    if ending is None:
        yield from (Span(start=start, end=end),) if start < end else ()
        return
    yield trim(text, start, start + ending[0])
    yield trim(text, start + ending[0], end)
