"""A text that is being revised, which remembers where each of its letters came from.

Comes in: a text and changes to stretches of it, in offsets of that text. Goes out: the revised text, and where any
passage of the first one stands in it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from build_dossier.text.span import Span, trim

FAR = 200
"""Letters that came between from which a passage was torn apart: its heaviest piece is then what is left of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """A stretch of the revised text."""

    words: str
    origin: int | None
    """Where its first letter stood; ``None`` for what is new."""
    instead: int | None = None
    """Of new words in place of others where the first letter of those stood."""

    def stood_in(self, span: Span) -> bool:
        """Whether it, or what it replaces, began within a stretch of the first text."""
        at = self.instead if self.origin is None else self.origin
        return at is not None and span.start <= at < span.end


class Draft:
    """A text under revision."""

    def __init__(self, text: str) -> None:
        self.first = text
        self._pieces: list[_Piece] = [_Piece(words=text, origin=0)]

    @property
    def text(self) -> str:
        """As it reads now."""
        return "".join(piece.words for piece in self._pieces)

    def insert(self, at: int, words: str) -> None:
        """Puts new words before the letter that stood at an offset, wherever it stands now."""
        self._pieces.insert(self._cut(at), _Piece(words=words, origin=None))

    def delete(self, span: Span) -> None:
        """Takes out what is left of a stretch."""
        self._take(span)

    def replace(self, span: Span, words: str) -> None:
        """Puts new words in place of a stretch: within a passage they are the passage's."""
        index, _ = self._take(span)
        self._pieces.insert(index, _Piece(words=words, origin=None, instead=span.start))

    def respell(self, span: Span, words: str) -> None:
        """Prints a stretch otherwise, letter by letter: its letters are the same ones."""
        if len(words) != span.end - span.start:
            raise ValueError("as many letters as before")
        index, taken = self._take(span)
        if "".join(piece.words for piece in taken) == span.of(self.first):
            self._pieces.insert(index, _Piece(words=words, origin=span.start))

    def move(self, span: Span, to: int) -> None:
        """Puts a stretch before the letter that stood at another offset."""
        _, taken = self._take(span)
        at = self._cut(to)
        self._pieces[at:at] = taken

    def place(self, span: Span) -> Span | None:
        """Where a passage of the first text stands now; of one that was torn apart the longest piece."""
        runs = self._runs(span)
        best = max(runs, key=lambda run: sum(end - start for start, end in run), default=None)
        return None if best is None else trim(self.text, best[0][0], best[-1][1])

    def _runs(self, span: Span) -> list[list[tuple[int, int]]]:
        """What is left of a passage, as stretches of the revised text in runs that were not torn apart."""
        runs: list[list[tuple[int, int]]] = []
        last = -1
        for origin, start, end in self._left_of(span):
            together = runs and start - runs[-1][-1][1] < FAR and origin >= last
            if together:
                runs[-1].append((start, end))
            else:
                runs.append([(start, end)])
            last = origin
        return runs

    def _left_of(self, span: Span) -> list[tuple[int, int, int]]:
        found = []
        at = 0
        for piece in self._pieces:
            if piece.origin is not None:
                low = max(span.start, piece.origin)
                high = min(span.end, piece.origin + len(piece.words))
                if low < high:
                    found.append((low, at + low - piece.origin, at + high - piece.origin))
            elif piece.instead is not None and span.start <= piece.instead < span.end:
                found.append((piece.instead, at, at + len(piece.words)))
            at += len(piece.words)
        return found

    def _cut(self, offset: int) -> int:
        """Index of the piece that begins with the letter that stood at ``offset``; it is made to begin there."""
        for index, piece in enumerate(self._pieces):
            if piece.origin is None or not piece.origin <= offset < piece.origin + len(piece.words):
                continue
            inside = offset - piece.origin
            if inside:
                self._pieces[index : index + 1] = [
                    _Piece(words=piece.words[:inside], origin=piece.origin),
                    _Piece(words=piece.words[inside:], origin=offset),
                ]
            return index + bool(inside)
        later = [i for i, piece in enumerate(self._pieces) if piece.origin is not None and piece.origin > offset]
        return later[0] if later else len(self._pieces)

    def _take(self, span: Span) -> tuple[int, Sequence[_Piece]]:
        """Takes what is left of a stretch out; where it stood, and its pieces."""
        start = self._cut(span.start)
        self._cut(span.end)
        inside = [piece for piece in self._pieces if piece.stood_in(span)]
        index = next((i for i, piece in enumerate(self._pieces) if piece in inside), start)
        self._pieces = [piece for piece in self._pieces if not any(piece is one for one in inside)]
        return index, inside
