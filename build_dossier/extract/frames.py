"""Sentences as a reporter wrote them: what is quoted at length stands in them as one unit.

Comes in: an ``Article``, its mentions and its quotation marks. Goes out: ``Frame``s in text order; a full stop inside a
quotation ends none. The sentences of a long quotation are frames of their own, told by whoever is quoted.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from operator import attrgetter

from build_dossier.article import Article, BlockKind
from build_dossier.extract.mentions import UNREAD, Mention
from build_dossier.extract.quote_marks import Marked
from build_dossier.extract.units import Sentence, Unit, sentence, units_of
from build_dossier.text.segment import sentences
from build_dossier.text.span import Span

_WORDS = re.compile(r"\w[\w'’ʼ-]*+")
_SAID_AFTER = re.compile(r"[»”“\"][,.!?…]{0,3}\s?[–—-]\s[^\W\d_]")
_STOP_INSIDE = re.compile(r"[.!?…,;]\s")
_NAME_BEFORE = 200
"""Characters of the longest name that may reach over a quotation mark."""
_start = attrgetter("start")
FOLDED = 4
"""Words of a stretch in quotation marks that stands as one unit; shorter ones are read with their sentence."""
READ_INSIDE = 7
"""Words of a quotation in which others may be quoted in turn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One sentence with its long quotations as one unit each."""

    start: int
    end: int
    kind: BlockKind
    of: Sentence
    low: tuple[str, ...]
    """The units' words, folded, in lower case."""
    quotes: Mapping[int, Marked]
    """By unit: the quotations that are one."""
    marks: tuple[Marked, ...]
    """All outermost quotations in it, long and short."""
    inside: Marked | None
    """The quotation that it is a sentence of."""

    @property
    def units(self) -> tuple[Unit, ...]:
        """The units of the sentence."""
        return self.of.units

    def __len__(self) -> int:
        return len(self.low)


def count_words(text: str, start: int, end: int) -> int:
    """The words of a stretch."""
    return sum(1 for _ in _WORDS.finditer(text, start, end))


def words_of_others(text: str, marks: Sequence[Marked]) -> tuple[Span, ...]:
    """The stretches in quotation marks that are too long for a name or a word."""
    long = (mark for mark in marks if count_words(text, mark.start, mark.end) >= FOLDED)
    return tuple(Span(start=mark.start, end=mark.end) for mark in long)


def frames(article: Article, mentions: Sequence[Mention], marks: Sequence[Marked]) -> Iterator[Frame]:
    """The frames of an article."""
    text, starts = article.text, [mention.start for mention in mentions]
    opens = [mark.open for mark in marks]
    for block in article.blocks:
        if block.kind in UNREAD:
            continue
        spans = sentences(text, block.start, block.end)
        for span in _joined(spans, marks[max(bisect_left(opens, block.start) - 1, 0) : bisect_left(opens, block.end)]):
            within = tuple(marks[bisect_left(opens, span.start) : bisect_left(opens, span.end)])
            named = mentions[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
            yield _frame(article, block.kind, span, named, within)
            for mark in within:
                yield from _inner(article, block.kind, mark, named)


def _joined(spans: Sequence[Span], marks: Sequence[Marked]) -> Iterator[Span]:
    """Sentences joined where their border lies inside a quotation."""
    if not spans:
        return
    first, at = spans[0].start, 0
    for one, following in pairwise(spans):
        while at < len(marks) and marks[at].close <= one.end:
            at += 1
        if at == len(marks) or marks[at].open >= following.start:
            yield Span(start=first, end=one.end)
            first = following.start
    yield Span(start=first, end=spans[-1].end)


def _frame(
    article: Article,
    kind: BlockKind,
    span: Span,
    mentions: Sequence[Mention],
    marks: tuple[Marked, ...],
) -> Frame:
    long = [mark for mark in marks if _stands_alone(article.text, mark, mentions)]
    quotes: dict[int, Marked] = {}
    of = _folded_in(article, span, long, mentions, quotes) if long else _whole(article, span, mentions)
    return Frame(start=span.start, end=span.end, kind=kind, of=of, low=of.low, quotes=quotes, marks=marks, inside=None)


def _whole(article: Article, span: Span, mentions: Sequence[Mention]) -> Sentence:
    return sentence(article.text, span, _inside(mentions, span), article.language)


def _folded_in(
    article: Article, span: Span, long: Sequence[Marked], mentions: Sequence[Mention], quotes: dict[int, Marked]
) -> Sentence:
    """The sentence with its long quotations as one unit each, which ``quotes`` then holds."""
    units: list[Unit] = []
    at = span.start
    for mark in long:
        units += _units(article, at, mark.open, mentions)
        quotes[len(units)] = mark
        units.append(Unit(mark.open, mark.close, "«", None))
        at = mark.close
    units += _units(article, at, span.end, mentions)
    return Sentence(units=tuple(units), language="uk" if article.language == "uk" else "ru")


def _units(article: Article, start: int, end: int, mentions: Sequence[Mention]) -> Sequence[Unit]:
    span = Span(start=start, end=max(start, end))
    return units_of(article.text, span, _inside(mentions, span))


def _inside(mentions: Sequence[Mention], span: Span) -> list[Mention]:
    return [mention for mention in _of(mentions, span.start, span.end) if mention.end <= span.end]


def _of(mentions: Sequence[Mention], start: int, end: int) -> Sequence[Mention]:
    """The mentions that begin in a stretch."""
    first = bisect_left(mentions, start, key=_start)
    return mentions[first : bisect_left(mentions, end, lo=first, key=_start)]


def _stands_alone(text: str, mark: Marked, mentions: Sequence[Mention]) -> bool:
    """Whether a stretch in quotation marks is read as one unit: long, or said, and not the name of a thing."""
    around = _of(mentions, mark.open - _NAME_BEFORE, mark.start + 1)
    if any(mention.start <= mark.start and mark.end <= mention.end for mention in around):
        return False
    said_after = mark.closed and _SAID_AFTER.match(text, mark.close - 1) is not None
    if said_after or not mark.closed or text[max(0, mark.open - 2) : mark.open] == ": ":
        return True
    many = count_words(text, mark.start, mark.end)
    return many >= FOLDED or (many > 1 and _STOP_INSIDE.search(text, mark.start, mark.end) is not None)


def _inner(article: Article, kind: BlockKind, mark: Marked, mentions: Sequence[Mention]) -> Iterator[Frame]:
    """The sentences of a long quotation."""
    if count_words(article.text, mark.start, mark.end) < READ_INSIDE:
        return
    for span in sentences(article.text, mark.start, mark.end):
        named = _of(mentions, span.start, span.end)
        yield replace(_frame(article, kind, span, named, ()), inside=mark)
