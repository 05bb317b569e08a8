"""The persons of an article as pronouns take them up.

Comes in: an article's mentions and quotations. Goes out: for a place and a gender the person meant there. Who is only
spoken of inside a quotation is not meant outside of it; a surname alone is of the gender that its full name tells.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter

from build_dossier.extract.mentions import EntityType, Level, Mention
from build_dossier.extract.nouns import name_gender
from build_dossier.text.fold import fold_case
from build_dossier.text.language import Language
from build_dossier.text.span import Span

_MOST = 60
"""Namings that are looked back at."""


class Persons:
    """Who was named where."""

    def __init__(self, mentions: Sequence[Mention], quoted: Sequence[Span], language: Language) -> None:
        self._named = [m for m in mentions if m.type is EntityType.PER and m.level is Level.NAM]
        self._starts = [mention.start for mention in self._named]
        self._quoted = quoted
        self._language = language
        self._genders = dict(self._fuller())

    def before(self, start: int, gender: str | None) -> Iterator[Mention]:
        """The persons named before a place, in text order, whose gender suits."""
        at = bisect_left(self._starts, start)
        for mention in self._named[max(0, at - _MOST) : at]:
            if not self._is_spoken_of(mention, start) and self.suits(mention, gender):
                yield mention

    def suits(self, mention: Mention, gender: str | None) -> bool:
        """Whether somebody may be of a gender; ``None`` is any."""
        return gender is None or self._gender(mention) in {gender, None}

    def _gender(self, mention: Mention) -> str | None:
        told = None if " " in mention.lemma else self._genders.get(_surname(mention))
        return told or name_gender(mention.lemma, self._language)

    def _fuller(self) -> Iterator[tuple[str, str]]:
        """The genders that full names tell, by surname."""
        for mention in self._named:
            gender = name_gender(mention.lemma, self._language) if " " in mention.lemma else None
            if gender is not None:
                yield _surname(mention), gender

    def _is_spoken_of(self, mention: Mention, start: int) -> bool:
        """Whether a naming stands in words that end before a place."""
        at = bisect_right(self._quoted, mention.start, key=attrgetter("start")) - 1
        return at >= 0 and mention.end <= self._quoted[at].end <= start


def _surname(mention: Mention) -> str:
    return fold_case(mention.lemma).split()[-1]
