"""Sentences in units: a mention as a whole, or a word or sign outside of all mentions.

Comes in: an article with its mentions, or a stretch of a text. Goes out: ``Sentence``s, cut and folded once for all
kinds of findings that read them.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import NamedTuple

from build_dossier.article import Article
from build_dossier.extract.gazetteer import keys, merged
from build_dossier.extract.mentions import UNREAD, EntityType, Mention
from build_dossier.lexicon_file import read_lexicon, words
from build_dossier.text.fold import fold_case
from build_dossier.text.language import Language
from build_dossier.text.segment import bounds, sentences
from build_dossier.text.span import Span

_REMEMBERED = 1_000
"""Sentences remembered: those of one long article, which every kind of finding reads again."""


@lru_cache(maxsize=100_000)
def _folded(form: str) -> tuple[str, str]:
    """A word in lower case and folded, and in the letters that both languages share."""
    low = fold_case(form)
    return low, merged(low)


class Unit(NamedTuple):
    """A mention as a whole, or a word or sign outside of all mentions; one is made for every word of every text."""

    start: int
    end: int
    form: str
    mention: Mention | None

    @property
    def is_word(self) -> bool:
        """Whether it is a word outside of mentions."""
        return self.mention is None and self.form[0].isalpha()

    def names(self, *kinds: EntityType) -> bool:
        """Whether it is a mention of one of these types."""
        return self.mention is not None and self.mention.type in kinds


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence in units."""

    units: tuple[Unit, ...]
    language: Language
    low: tuple[str, ...] = field(init=False, compare=False, repr=False)
    """The units' words in lower case and folded: once for all who read the sentence."""
    shared: tuple[str, ...] = field(init=False, compare=False, repr=False)
    """The same in the letters that both languages share."""
    words: tuple[tuple[int, str], ...] = field(init=False, compare=False, repr=False)
    """The words outside of mentions as printed, with the places of their units."""
    _is_word: tuple[bool, ...] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        folded = [_folded(unit.form) for unit in self.units]
        object.__setattr__(self, "low", tuple([low for low, _ in folded]))
        object.__setattr__(self, "shared", tuple([shared for _, shared in folded]))
        is_word = tuple([mention is None and form[0].isalpha() for _, _, form, mention in self.units])
        object.__setattr__(self, "_is_word", is_word)
        words = [(at, unit.form) for at, unit in enumerate(self.units) if is_word[at]]
        object.__setattr__(self, "words", tuple(words))

    def form(self, at: int) -> str:
        """One unit's words in lower case and folded; a full stop beyond the edges."""
        return self.low[at] if 0 <= at < len(self.low) else "."

    def is_word(self, at: int) -> bool:
        """Whether a word outside of mentions stands there."""
        return 0 <= at < len(self._is_word) and self._is_word[at]

    def mention(self, at: int, *kinds: EntityType) -> Mention | None:
        """The mention there, if it is of one of these types."""
        unit = self.units[at] if 0 <= at < len(self.units) else None
        return unit.mention if unit is not None and unit.names(*kinds) else None

    def listed(self, at: int, name: str) -> bool:
        """Whether the word there stands in a list of ``roles.yml``, in any form."""
        return self.is_word(at) and _is_listed(self.units[at].form, self.language, name)


def read_sentences(
    article: Article, mentions: Sequence[Mention], holding: Callable[[Mention], bool] | None = None
) -> Iterator[Sentence]:
    """The sentences of the blocks that tell news, in units; only those with a mention of which ``holding`` is true."""
    starts = [mention.start for mention in mentions]
    for block in article.blocks:
        if block.kind in UNREAD:
            continue
        for span in sentences(article.text, block.start, block.end):
            inside = mentions[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
            whole = [mention for mention in inside if mention.end <= span.end]
            if holding is None or any(map(holding, whole)):
                yield sentence(article.text, span, whole, article.language)


def sentence(text: str, span: Span, mentions: Sequence[Mention], language: Language) -> Sentence:
    """The units of one sentence; ``mentions`` are those inside it, in text order."""
    return _sentence(text, span, tuple(mentions), language)


@lru_cache(maxsize=_REMEMBERED)
def _sentence(text: str, span: Span, mentions: tuple[Mention, ...], language: Language) -> Sentence:
    return Sentence(units=tuple(units_of(text, span, mentions)), language="uk" if language == "uk" else "ru")


def units_of(text: str, span: Span, mentions: Sequence[Mention]) -> list[Unit]:
    """The units of a stretch; ``mentions`` are those inside it, in text order."""
    units: list[Unit] = []
    at = span.start
    for mention in mentions:
        units += _words(text, at, mention.start)
        units.append(Unit(mention.start, mention.end, mention.form, mention))
        at = max(at, mention.end)
    units += _words(text, at, span.end)
    return units


def _words(text: str, start: int, end: int) -> list[Unit]:
    return [Unit(first, after, text[first:after], None) for first, after in bounds(text, start, max(start, end))]


@lru_cache(maxsize=100_000)
def _is_listed(form: str, language: Language, name: str) -> bool:
    return not keys(form, language).isdisjoint(role_list(name))


@cache
def role_list(name: str) -> frozenset[str]:
    """A list of ``roles.yml`` in the letters that both languages share."""
    value = read_lexicon("roles.yml")[name]
    lists = value.values() if isinstance(value, Mapping) else (value,)
    return frozenset(merged(word) for one in lists for word in words(one))
