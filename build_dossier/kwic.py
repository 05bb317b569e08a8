"""Concordance lines: a name in its sentence (key word in context).

Comes in: an article and a mention's span. Goes out: the sentence, cut at the name.
"""

from bisect import bisect_right
from dataclasses import dataclass
from operator import attrgetter

from build_dossier.article import Article, Block
from build_dossier.text.segment import sentences
from build_dossier.text.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class KwicLine:
    """One concordance line; ``left + node + right`` is the sentence as printed."""

    left: str
    node: str
    right: str
    sentence: Span


def block_at(article: Article, start: int) -> Block:
    """The block in which the character at ``start`` lies."""
    return article.blocks[bisect_right(article.blocks, start, key=attrgetter("start")) - 1]


def line(article: Article, start: int, end: int) -> KwicLine:
    """The sentence around ``start``-``end``; to the end of the block when the span runs over a sentence's end."""
    block = block_at(article, start)
    bounds = sentences(article.text, block.start, block.end)
    first = next(span for span in bounds if start < span.end)
    last = next((span for span in bounds if end <= span.end), bounds[-1])
    sentence = Span(start=first.start, end=max(last.end, end))
    text = article.text
    return KwicLine(
        left=text[sentence.start : start], node=text[start:end], right=text[end : sentence.end], sentence=sentence
    )
