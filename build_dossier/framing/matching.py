"""Where the terms of all sets stand in an article.

Comes in: term sets and an ``Article``. Goes out: ``Hit``s in text order. Every form of every pattern is known before,
so that a word of a text is looked up once; marks of quotation do not part words («історичні» землі), other signs do.
What overlaps in one term is one hit; in one set a hit shares no word with another: the longest is taken, of equals the
term that stands first.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from build_dossier.article import Article, Block
from build_dossier.framing import LANGUAGES, Hit, TermSets
from build_dossier.framing.patterns import GAP, SHORTEST, Word, read_pattern
from build_dossier.text.fold import INVISIBLE, fold_case
from build_dossier.text.language import Language
from build_dossier.text.segment import bounds

_BETWEEN = frozenset("\"'()[]")
"""Signs, folded, that stand between two words without parting them."""
_IN_GAP = frozenset(",-:")
"""Signs that a gap may hold beside its words."""
OTHER = "und"
_UNSEEN = str.maketrans("", "", "".join(sorted(INVISIBLE)))


class _Use(Enum):
    """What it says that a pattern stands somewhere."""

    COUNTS = "counts"
    REFUSES = "refuses"
    """Words that share one with it are no hit."""
    OPENS = "opens"
    """The set is counted in the article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Way:
    """A pattern and its use."""

    set: str
    order: int
    """Of the term in its set."""
    term: str
    initial: str | None
    words: Sequence[Word | None]
    use: _Use


@dataclass(frozen=True, slots=True, kw_only=True)
class Finder:
    """All patterns of one language, by their first word."""

    by_form: Mapping[str, Sequence[_Way]]
    by_beginning: Mapping[str, Sequence[tuple[str, _Way]]]
    """By the first letters of the beginning, with the beginning."""
    shut: frozenset[str]
    """Sets that are counted only where a pattern opens them."""

    def knows(self, word: str) -> bool:
        """Whether a pattern may begin with a word."""
        return word in self.by_form or word[:SHORTEST] in self.by_beginning

    def opened_by(self, word: str) -> Iterator[_Way]:
        """The patterns whose first word this may be."""
        yield from self.by_form.get(word, ())
        for beginning, way in self.by_beginning.get(word[:SHORTEST], ()):
            if word.startswith(beginning):
                yield way


@dataclass(frozen=True, slots=True, kw_only=True)
class _Match:
    first: int
    after: int
    """Numbers of words: half-open."""
    way: _Way


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """The words and parting signs of a stretch, all parallel."""

    starts: Sequence[int]
    ends: Sequence[int]
    low: Sequence[str]


def _finder(sets: TermSets, languages: Sequence[Language]) -> Finder:
    by_form: dict[str, list[_Way]] = defaultdict(list)
    by_beginning: dict[str, list[tuple[str, _Way]]] = defaultdict(list)
    for way in _ways(sets, languages):
        first = way.words[0]
        assert first is not None
        for form in sorted(first.forms):
            by_form[form].append(way)
        for beginning in first.beginnings:
            by_beginning[beginning[:SHORTEST]].append((beginning, way))
    shut = frozenset(key for key, one in sets.items() if one.only_with)
    return Finder(by_form=dict(by_form), by_beginning=dict(by_beginning), shut=shut)


def _ways(sets: TermSets, languages: Iterable[Language]) -> Iterator[_Way]:
    for language in languages:
        for one in sets.values():
            for words in _lines(one.only_with, language):
                yield _Way(set=one.key, order=0, term="", initial=None, words=words, use=_Use.OPENS)
            for order, term in enumerate(one.terms.values()):
                for use, lines in ((_Use.COUNTS, term.patterns), (_Use.REFUSES, term.unless)):
                    for words in _lines(lines, language):
                        yield _Way(set=one.key, order=order, term=term.key, initial=term.initial, words=words, use=use)


def _lines(lines: Mapping[str, Sequence[str]], language: Language) -> Iterator[Sequence[Word | None]]:
    for line in lines.get(language, ()):
        yield from (pattern.words for pattern in read_pattern(line, language))


def find(article: Article, known_by: Mapping[str, Finder]) -> tuple[Hit, ...]:
    """The hits of an article, by the finder of its language, of ``finders``."""
    known = known_by.get(article.language, known_by[OTHER])
    open_: set[str] = set()
    hits = [hit for block in article.blocks for hit in _in_block(article.text, block, known, open_)]
    counted = (hit for hit in hits if hit.set not in known.shut or hit.set in open_)
    return tuple(sorted(counted, key=lambda hit: (hit.start, hit.end, hit.set)))


def finders(sets: TermSets) -> Mapping[str, Finder]:
    """A finder for each language; one for texts in any other has the patterns of all."""
    return {**{language: _finder(sets, [language]) for language in LANGUAGES}, OTHER: _finder(sets, LANGUAGES)}


def all_hits(articles: Iterable[Article], sets: TermSets) -> Mapping[str, tuple[Hit, ...]]:
    """The hits of all articles that have any, by id."""
    known_by = finders(sets)
    found = ((article.id, find(article, known_by)) for article in articles)
    return {article: hits for article, hits in found if hits}


def _in_block(text: str, block: Block, known: Finder, open_: set[str]) -> Iterator[Hit]:
    """The hits of a block; the sets that its words open are added to ``open_``."""
    words = _words(text, block.start, block.end)
    by_set: dict[str, list[_Match]] = defaultdict(list)
    for at in (at for at, low in enumerate(words.low) if known.knows(low)):
        for match in _at(words, at, known):
            if match.way.use is _Use.OPENS:
                open_.add(match.way.set)
            else:
                by_set[match.way.set].append(match)
    for key, found in by_set.items():
        for match in _chosen(text, words, found):
            yield Hit(set=key, term=match.way.term, start=words.starts[match.first], end=words.ends[match.after - 1])


def _words(text: str, start: int, end: int) -> _Words:
    low = fold_case(text[start:end])
    places = [(s, e, low[s - start : e - start]) for s, e in bounds(text, start, end)]
    if not INVISIBLE.isdisjoint(low):
        places = [(s, e, word.translate(_UNSEEN)) for s, e, word in places]
    kept = [place for place in places if place[2] and place[2] not in _BETWEEN]
    return _Words(starts=[s for s, _, _ in kept], ends=[e for _, e, _ in kept], low=[low for _, _, low in kept])


def _at(words: _Words, at: int, known: Finder) -> Iterator[_Match]:
    """The patterns that begin with a word, each as far as it reaches."""
    for way in known.opened_by(words.low[at]):
        after = _reach(words.low, at + 1, way.words, 1)
        if after is not None:
            yield _Match(first=at, after=after, way=way)


def _reach(low: Sequence[str], at: int, pattern: Sequence[Word | None], number: int) -> int | None:
    """Where a pattern ends whose words from ``number`` stand from ``at`` on; the shortest way through a gap."""
    if number == len(pattern):
        return at
    word = pattern[number]
    if word is not None:
        return _reach(low, at + 1, pattern, number + 1) if at < len(low) and _is(word, low[at]) else None
    passed = 0
    while at < len(low):
        after = _reach(low, at, pattern, number + 1)
        if after is not None:
            return after
        if low[at][0].isalnum():
            passed += 1
        elif low[at] not in _IN_GAP:
            return None
        if passed > GAP:
            return None
        at += 1
    return None


def _is(word: Word, low: str) -> bool:
    return low in word.forms or any(low.startswith(beginning) for beginning in word.beginnings)


def _chosen(text: str, words: _Words, found: Sequence[_Match]) -> Iterator[_Match]:
    """Of the matches of one set those that count: not refused, printed as they must be, the longest first."""
    refused: dict[str, set[int]] = defaultdict(set)
    for match in found:
        if match.way.use is _Use.REFUSES:
            refused[match.way.term].update(range(match.first, match.after))
    taken: set[int] = set()
    counted = (match for match in found if match.way.use is _Use.COUNTS and _printed(text, words, match))
    for match in sorted(_joined(counted), key=lambda m: (m.first - m.after, m.first, m.way.order)):
        places = range(match.first, match.after)
        if taken.isdisjoint(places) and refused[match.way.term].isdisjoint(places):
            taken.update(places)
            yield match


def _joined(found: Iterable[_Match]) -> Iterator[_Match]:
    """Those of one term that share a word as one: «російський диктатор», «диктатор Володимир Путін»."""
    open_: dict[str, _Match] = {}
    for match in found:
        last = open_.get(match.way.term)
        if last is not None and match.first < last.after:
            open_[match.way.term] = replace(last, after=max(last.after, match.after))
            continue
        if last is not None:
            yield last
        open_[match.way.term] = match
    yield from open_.values()


def _printed(text: str, words: _Words, match: _Match) -> bool:
    """Whether the first letter is as the term wants it."""
    initial = match.way.initial
    return initial is None or text[words.starts[match.first]].islower() is (initial == "small")
