"""The clauses of a sentence: what stands around one verb.

Comes in: a sentence of an article. Goes out: its clauses, which together hold all of it. A rough cut at punctuation:
a piece without a verb belongs to the one before it («серед них опозиціонер»), unless it opens the next clause («що у
п'ятницю, …»).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from build_dossier.events.concepts import is_finite
from build_dossier.extract.gazetteer import keys, merged
from build_dossier.lexicon_file import read_lexicon, words
from build_dossier.text.language import Language
from build_dossier.text.span import Span, trim

_BREAK = re.compile(r"[,;:()]|\s[–—-]\s")
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
_OPENERS = 2
"""A conjunction is the first word of its clause, or the second after a preposition: «за якою»."""


def clauses(text: str, sentence: Span, language: Language, whole: Sequence[Span] = ()) -> tuple[Span, ...]:
    """The clauses in order; no break is made inside a span of ``whole`` (a date holds commas)."""
    pieces = list(_pieces(text, sentence, whole))
    groups: list[list[Span]] = []
    waiting: list[Span] = []
    for piece in pieces:
        if _has_verb(text, piece, language):
            groups.append([*waiting, piece])
            waiting = []
        elif not groups or waiting or opens(text, piece, language, "subordinate"):
            waiting.append(piece)
        else:
            groups[-1].append(piece)
    if waiting:
        groups = [*groups[:-1], [*groups[-1], *waiting]] if groups else [waiting]
    return tuple(Span(start=group[0].start, end=group[-1].end) for group in groups)


def opens(text: str, clause: Span, language: Language, kind: str) -> bool:
    """Whether a clause begins with a word of ``event_words.yml``'s list ``kind``."""
    first = _WORD.findall(text[clause.start : clause.end])[:_OPENERS]
    return any(not keys(word, language).isdisjoint(_list(kind)) for word in first)


def has_word(text: str, stretch: Span, language: Language, kind: str) -> bool:
    """Whether a word of the list ``kind`` stands in a stretch."""
    said = _WORD.findall(text[stretch.start : stretch.end])
    return any(not keys(word, language).isdisjoint(_list(kind)) for word in said)


def _pieces(text: str, sentence: Span, whole: Iterable[Span]) -> Iterator[Span]:
    kept = [(span.start, span.end) for span in whole]
    start = sentence.start
    for found in _BREAK.finditer(text, sentence.start, sentence.end):
        if not any(first <= found.start() < last for first, last in kept):
            yield from _trimmed(text, start, found.start())
            start = found.end()
    yield from _trimmed(text, start, sentence.end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    span = trim(text, start, end)
    if span.start < span.end:
        yield span


def _has_verb(text: str, piece: Span, language: Language) -> bool:
    return any(is_finite(word, language) for word in _WORD.findall(text[piece.start : piece.end]))


@lru_cache(maxsize=8)
def _list(kind: str) -> frozenset[str]:
    return frozenset(merged(word) for word in words(read_lexicon("event_words.yml")[kind]))
