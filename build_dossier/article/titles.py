"""What an article is called: its headline, or the first sentence of its text.

Comes in: a text and its blocks. Goes out: ``Title``. A caption, a stamp, a source line or boilerplate is never one.
"""

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from build_dossier.article import Basis, Block, BlockKind, Seed, Title
from build_dossier.article.formulas import dateline
from build_dossier.text.segment import sentences
from build_dossier.text.span import Span

_TELLING = (BlockKind.STANDFIRST, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.CROSSHEAD)


def title(seed: Seed, blocks: Sequence[Block]) -> Title:
    """The headline as printed; else the first sentence without its final stop; else the file's name."""
    headline = next((block for block in blocks if block.kind == BlockKind.HEADLINE), None)
    if headline is not None:
        span = Span(start=headline.start, end=headline.end)
        return Title(text=_on_one_line(span.of(seed.text)), basis=Basis.STATED, span=span)
    first = next(_first_sentences(seed.text, blocks), None)
    if first is not None:
        return Title(text=_on_one_line(first.of(seed.text)), basis=Basis.COMPUTED, span=first)
    return Title(text=PurePosixPath(seed.name).stem, basis=Basis.UNKNOWN, span=None)


def _first_sentences(text: str, blocks: Sequence[Block]) -> Iterator[Span]:
    """First sentences with words in them, without the final stop: of the standfirst or first paragraph, else of what
    there is.
    """
    prose = [block for block in blocks if block.kind in _TELLING[:2]]
    for block in prose or [block for block in blocks if block.kind in _TELLING]:
        for sentence in sentences(text, _after_dateline(text, block), block.end)[:3]:
            if any(map(str.isalpha, sentence.of(text))):
                yield _without_stop(text, sentence)


def _after_dateline(text: str, block: Block) -> int:
    """«МИНСК, 21 июня — БЕЛТА. Президент…»: the story begins after the dateline."""
    found = dateline(text[block.start : block.end])
    after = block.start if found is None else block.start + found.end
    return block.start if after >= block.end else after


def _without_stop(text: str, sentence: Span) -> Span:
    ends_in_stop = text[sentence.end - 1] == "." and text[sentence.end - 2 : sentence.end - 1] != "."
    return Span(start=sentence.start, end=sentence.end - 1) if ends_in_stop else sentence


def _on_one_line(words: str) -> str:
    return " ".join(words.split())
