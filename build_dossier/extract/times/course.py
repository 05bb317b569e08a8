"""The times of an article in the order in which they are told: each may settle those around it.

A year that opens a sentence holds for the bare dates of its paragraph («В 2022 году … весной»); a date lends its year
to the one it is joined to («29 вересня і 3 листопада 2020 року»); «того года» and «наступного дня» look back.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from build_dossier.article import Article, Basis
from build_dossier.extract.times.binding import (
    PUBLICATION,
    UNBOUND,
    Bound,
    by_words,
    from_antecedent,
    from_publication,
    in_year,
    near_publication,
    years_for,
)
from build_dossier.extract.times.grammar import Found
from build_dossier.extract.times.meaning import Anchor, Meaning, Unit
from build_dossier.extract.times.outlook import outlook
from build_dossier.extract.times.reference import Reference
from build_dossier.extract.times.words import Symbol, Vocabulary

_NEAR = 60
"""Symbols, some three sentences: a full date so near gives its year to a bare one where the publication is unknown."""
_MANY = 20
"""Expressions on either side: what is told farther away is no longer meant."""
_OPENING = frozenset({"", ".", "!", "?", "…", '"'})


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """What was found in an article, and what it was found in."""

    article: Article
    symbols: Sequence[Symbol]
    vocabulary: Vocabulary
    found: Sequence[Found]

    def bound(self) -> list[Bound]:
        """The value of each, parallel to ``found``."""
        reading = _Reading(course=self, reference=Reference.of(self.article.published), edges=self._edges())
        for number in range(len(self.found)):
            reading.bind(number)
        return reading.done

    def words(self, one: Found) -> str:
        """The words of an expression."""
        return self.article.text[self.symbols[one.first].start : self.symbols[one.after - 1].end]

    def _edges(self) -> list[int]:
        return [place for place, symbol in enumerate(self.symbols) if symbol.kind == "edge"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Frame:
    """The year that a paragraph speaks of."""

    year: int
    block: int
    words: str
    told_again: bool
    """Whether the text has come back to it («того года»)."""


class _Reading:
    """Goes through the expressions once and remembers what was told."""

    def __init__(self, *, course: Course, reference: Reference | None, edges: list[int]) -> None:
        self._course = course
        self._reference = reference
        self._edges = edges
        self._frame: _Frame | None = None
        self._first: dict[Meaning, int] = {}
        self.done: list[Bound] = []

    def bind(self, number: int) -> None:
        """Settles the next expression."""
        one = self._course.found[number]
        result = self._bound(number, one)
        self.done.append(result)
        self._remember(one, result)

    def _bound(self, number: int, one: Found) -> Bound:
        meaning = one.meaning
        match meaning.anchor:
            case Anchor.WORDS:
                return by_words(meaning)
            case Anchor.NOWHERE:
                basis = Basis.STATED if meaning.duration else Basis.UNKNOWN
                return Bound(value=None, basis=basis, relative_to=None)
            case Anchor.PUBLICATION:
                return from_publication(meaning, self._reference)
            case Anchor.TENSE:
                return self._by_tense(number, one)
            case Anchor.CONTEXT:
                return self._by_context(number, one)
            case Anchor.YEAR:
                return self._bare(number, one)

    def _bare(self, number: int, one: Found) -> Bound:
        for rule in (self._joined, self._framed, self._told_already, self._published, self._beside):
            found = rule(number, one)
            if found is not None:
                return found
        return UNBOUND

    def _joined(self, number: int, one: Found) -> Bound | None:
        """The year of the date that this one is joined to: «29 вересня і 3 листопада 2020 року»."""
        if number + 1 == len(self._course.found) or not one.meaning.named:
            return None
        after = self._course.found[number + 1]
        between = self._course.symbols[one.after : after.first]
        if after.meaning.anchor is not Anchor.WORDS or after.meaning.year is None or not after.meaning.named:
            return None
        if len(between) > 2 or not between or any(symbol.kind not in {"and", "comma"} for symbol in between):
            return None
        return in_year(one.meaning, after.meaning.year, Basis.STATED, None)

    def _framed(self, number: int, one: Found) -> Bound | None:
        """The year that the paragraph speaks of: «В 2022 году … того года … весной»."""
        del number
        frame, meaning = self._frame, one.meaning
        if frame is None or not meaning.named or meaning.shift or frame.block != self._block(one):
            return None
        if meaning.unit is Unit.DAY and not frame.told_again and self._reference is not None:
            return None  # «В 2010 году ее осудили … 31 октября суд отменил приговор»: the day is news
        return in_year(meaning, frame.year, Basis.COMPUTED, frame.words)

    def _told_already(self, number: int, one: Found) -> Bound | None:
        """The year that the same day or month has had before, where no tense speaks against it."""
        if one.meaning.shift or not one.meaning.named:
            return None
        same = self._first.setdefault(one.meaning, number)
        return self.done[same] if same < number and self._look(one) == 0 else None

    def _published(self, number: int, one: Found) -> Bound | None:
        """By the day or month of publication."""
        del number
        if self._reference is None or self._reference.bound:
            return None
        return near_publication(one.meaning, self._reference, lambda: self._look(one))

    def _beside(self, number: int, one: Found) -> Bound | None:
        """By a full date nearby, or by the year that fits weekday and bound, where the publication is not known."""
        reference = self._reference
        if not one.meaning.named or (one.meaning.shift and reference is None):
            return None
        if reference is not None and one.meaning.weekday is not None:
            years = years_for(one.meaning, [reference.year - 1, reference.year, reference.year + 1])
            return in_year(one.meaning, years[0], Basis.INFERRED, PUBLICATION) if len(years) == 1 else UNBOUND
        near = self._full_date_near(number, one)
        if near is None or near.meaning.year is None:
            return None
        return in_year(one.meaning, near.meaning.year, Basis.INFERRED, self._course.words(near))

    def _full_date_near(self, number: int, one: Found) -> Found | None:
        """A day or month with its year, a few sentences before, or anywhere in the same paragraph."""
        full = [
            other
            for other in self._course.found[max(0, number - _MANY) : number + _MANY]
            if other.meaning.anchor is Anchor.WORDS
            and other.meaning.month is not None
            and (0 < one.first - other.first <= _NEAR or self._block(other) == self._block(one))
        ]
        return min(full, key=lambda other: abs(other.first - one.first), default=None)

    def _by_tense(self, number: int, one: Found) -> Bound:
        if self._look(one) > 0:
            return from_publication(replace(one.meaning, anchor=Anchor.PUBLICATION), self._reference)
        return self._by_context(number, one)

    def _by_context(self, number: int, one: Found) -> Bound:
        meaning = one.meaning
        wide = meaning.unit is Unit.YEAR or meaning.named
        for place in range(number - 1, max(-1, number - _MANY), -1):
            other, told = self._course.found[place], self.done[place]
            if self._block(one) - self._block(other) > (1 if wide else 0):
                break
            if told.value is not None and (wide or _is_exact(other.meaning, told, meaning.unit)):
                return from_antecedent(meaning, told, self._course.words(other))
        if one.rule == "day_before":
            return from_publication(replace(meaning, anchor=Anchor.PUBLICATION), self._reference)
        return Bound(value=None, basis=Basis.UNKNOWN, relative_to="context")

    def _remember(self, one: Found, result: Bound) -> None:
        """What opens a sentence with its own year sets the year of the paragraph; what is told from now ends it."""
        anchor = one.meaning.anchor
        if anchor is Anchor.PUBLICATION:
            self._frame = None
        year = result.value[:4] if result.value is not None else ""
        if not year.isdigit():
            return
        opens = one.first == 0 or self._course.symbols[one.first - 1].word in _OPENING
        if (anchor is Anchor.WORDS and opens) or (anchor is Anchor.CONTEXT and one.meaning.named):
            told_again = anchor is Anchor.CONTEXT
            self._frame = _Frame(
                year=int(year), block=self._block(one), words=self._course.words(one), told_again=told_again
            )
        elif anchor is Anchor.WORDS:
            self._frame = None

    def _look(self, one: Found) -> int:
        course = self._course
        first = course.symbols[one.first]
        before = course.symbols[one.first - 1].kind if one.first else ""
        if first.word == "на" or before in {"to", "beside"}:
            back = outlook(course.symbols, one.first, one.after, course.vocabulary, course.article.language)
            return back or (1 if first.word == "на" else 0)
        return outlook(course.symbols, one.first, one.after, course.vocabulary, course.article.language)

    def _block(self, one: Found) -> int:
        return bisect_right(self._edges, one.first)


def _is_exact(meaning: Meaning, told: Bound, unit: Unit) -> bool:
    """Whether a time told before is exact enough to count such units from it."""
    length = len(told.value or "")
    if "/" in (told.value or ""):
        return False
    return length == 10 or (length == 7 and unit is Unit.MONTH and meaning.unit is Unit.MONTH)
