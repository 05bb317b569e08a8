"""Quotations that their attribution interrupts, and speech after a dash without quotation marks.

Comes in: the paired marks of a text. Goes out: the marks with «…, – сказав X. – …» taken apart into what was said, and
what dashes alone mark as said, at the beginning of a paragraph.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from build_dossier.article import Article, BlockKind
from build_dossier.extract.quote_marks import Marked
from build_dossier.extract.reporting import listed, verb
from build_dossier.text.fold import fold_case
from build_dossier.text.language import Language
from build_dossier.text.span import trim

_BREAK = re.compile(r"[,.!?…]\s?[–—-]\s")
_RESUMED = re.compile(r"[,.!?…:]\s?[–—-]\s")
_WORD = re.compile(r"[^\W\d_][\w'’ʼ-]*+")
_DASH = re.compile(r"[–—-]\s?")
_NEAR = 4
"""Words after the dash among which the verb stands."""
_CLAUSE = 300
"""Characters of the longest attribution that interrupts a quotation."""


def taken_apart(article: Article, marks: Sequence[Marked]) -> tuple[Marked, ...]:
    """The marks with interrupted ones in their pieces, and the paragraphs of dialogue."""
    pieces = [piece for mark in marks for piece in _pieces(article.text, mark, article.language)]
    spoken: list[Marked] = []
    for block in article.blocks:
        if block.kind in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}:
            dash = _DASH.match(article.text, block.start, block.end)
            if dash is not None and not _marked_within(pieces, block.start, block.end):
                spoken += _dialogue(article, dash.end(), block.end)
    return tuple(sorted([*pieces, *spoken], key=lambda mark: mark.open))


def _marked_within(marks: Sequence[Marked], start: int, end: int) -> bool:
    at = bisect_left(marks, start, key=lambda mark: mark.close)
    return at < len(marks) and marks[at].open < end


def _pieces(text: str, mark: Marked, language: Language) -> Iterator[Marked]:
    """What is said before, between and after the attributions inside a mark."""
    begin, opened = mark.start, mark.open
    for broken in _BREAK.finditer(text, mark.start, mark.end):
        if broken.start() < begin or not _reports(text, broken.end(), mark.end, language):
            continue
        end = broken.start() + (text[broken.start()] in "!?…")
        yield Marked(open=opened, start=begin, end=end, close=end)
        resumed = _RESUMED.search(text, broken.end(), min(mark.end, broken.end() + _CLAUSE))
        if resumed is None:
            return
        begin = opened = resumed.end()
    if begin < mark.end:
        yield Marked(open=opened, start=begin, end=mark.end, close=mark.close)


def _reports(text: str, start: int, end: int, language: Language) -> bool:
    """Whether a reporting verb in small letters stands near."""
    words = _WORD.finditer(text, start, min(end, start + 80))
    near = [word.group() for word, _ in zip(words, range(_NEAR), strict=False)]
    return bool(near) and near[0].islower() and any(_tells(word, language) for word in near if word.islower())


def _tells(word: str, language: Language) -> bool:
    """«сказав», or «говорится» of a paper."""
    return verb(word, language) is not None or fold_case(word) in listed("told", "uk" if language == "uk" else "ru")


def _dialogue(article: Article, start: int, end: int) -> Iterator[Marked]:
    """The speech of a paragraph that begins with a dash, when an attribution in it shows that it is speech."""
    inner = trim(article.text, start, end)
    whole = Marked(open=inner.start, start=inner.start, end=inner.end, close=inner.end)
    pieces = tuple(_pieces(article.text, whole, article.language))
    if pieces and (len(pieces) > 1 or pieces[0].end < whole.end):
        yield from pieces
