"""What a token shows that tells whether it is part of a name.

Comes in: the words of one article, block by block. Goes out: for every word a list of feature strings, as the tagger
was trained on. Ukrainian and Russian share letters and so share weights; what the whole article shows of a word
(also printed small, after a role noun, before a verb …) stands with each of its places.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from build_dossier.extract.gazetteer import hits
from build_dossier.extract.seen import DISTANCES, Seen, seen
from build_dossier.text.language import Language

_TOKEN = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*|\d+|[^\w\s]|_")
_SENTENCE_END = frozenset(".!?…")
_OPENING = frozenset('«„“"(—–-•*')
_QUOTE = frozenset('«»„“”"')


class Token(NamedTuple):
    """A word, a number or a sign: ``text[start:end]`` of the article; one is made for every word of every text."""

    start: int
    end: int
    form: str


def tokens(text: str, start: int, end: int) -> tuple[Token, ...]:
    """The tokens of ``text[start:end]`` with offsets into ``text``; white space alone is left out."""
    return tuple([Token(match.start(), match.end(), match.group()) for match in _TOKEN.finditer(text, start, end)])


def document(blocks: Sequence[Sequence[Token]], language: Language) -> list[list[list[str]]]:
    """Feature strings of every token of every block of one article."""
    read = [[seen(token.form, language) for token in block] for block in blocks]
    opening = [openings(block) for block in blocks]
    shown = _shown(read, opening)
    return [_block(*of_block, language, shown) for of_block in zip(blocks, read, opening, strict=True)]


def openings(block: Sequence[Token]) -> list[bool]:
    """For every token whether nothing but opening signs stands between it and the beginning of a sentence."""
    found: list[bool] = []
    before = "."
    opens = True
    for token in block:
        opens = before in _SENTENCE_END or (before in _OPENING and opens)
        found.append(opens)
        before = token.form
    return found


_EDGES = tuple((f"{distance}:none",) for distance in DISTANCES)


def _block(
    block: Sequence[Token],
    words: Sequence[Seen],
    opening: Sequence[bool],
    language: Language,
    shown: Mapping[str, frozenset[str]],
) -> list[list[str]]:
    forms = [word.form for word in words]
    marks = ["", *_marks(forms, language), ""]
    quoted = _quoted(forms)
    around = [None, None, *words, None, None]
    flags = [shown[word.stem] if word.capital else _NO_FLAGS for word in words]
    flags_around = [_NO_FLAGS, *flags, _NO_FLAGS]
    rows = []
    for at, word in enumerate(words):
        second, before, after, fourth = around[at], around[at + 1], around[at + 3], around[at + 4]
        joined = at > 0 and block[at - 1].end == block[at].start
        rows.append(
            [
                *word.own,
                *(_EDGES[0] if second is None else second.near[0]),
                *(_EDGES[1] if before is None else before.near[1]),
                *(_EDGES[2] if after is None else after.near[2]),
                *(_EDGES[3] if fourth is None else fourth.near[3]),
                *_placed(word.shape, (opening[at], quoted[at], joined), (marks[at], marks[at + 1], marks[at + 2])),
                *_pairs(before.kind if before else "none", word.kind, after.kind if after else "none"),
                *(_capital(word, before, after, second) if word.capital else ()),
                *_said_of(flags_around[at], flags_around[at + 1], flags_around[at + 2]),
            ]
        )
    return rows


_NO_FLAGS: frozenset[str] = frozenset()
_PASSED_ON = frozenset({"after role", "after given", "place", "institution", "before surname"})


@lru_cache(maxsize=10_000)
def _said_of(before: frozenset[str], here: frozenset[str], after: frozenset[str]) -> tuple[str, ...]:
    """What the article shows of the word elsewhere, and of its neighbours."""
    near = ((-1, before), (1, after))
    passed = (f"doc{distance}:{flag}" for distance, flags in near for flag in sorted(flags & _PASSED_ON))
    return (*(f"doc:{flag}" for flag in sorted(here)), *passed)


@lru_cache(maxsize=10_000)
def _placed(form: str, place: tuple[bool, bool, bool], marks: tuple[str, str, str]) -> tuple[str, ...]:
    """Whether a word of this shape opens a sentence, is quoted, is joined to the one before, and list marks around."""
    found = ["bias"]
    for name, is_so in zip(("opens", "quoted"), place, strict=False):
        if is_so:
            found += [name, f"{name}|{form}"]
    if place[-1]:
        found.append("joined")
    found += [f"list{distance}={mark}" for distance, mark in zip((-1, 0, 1), marks, strict=True) if mark]
    if marks[1]:
        found.append(f"list0={marks[1]}|{form}")
    return tuple(found)


@lru_cache(maxsize=50_000)
def _pairs(before: str, here: str, after: str) -> tuple[str, ...]:
    return (f"p-={before}|{here}", f"p+={here}|{after}", f"p-+={before}|{here}|{after}")


def _capital(word: Seen, before: Seen | None, after: Seen | None, second: Seen | None) -> Iterator[str]:
    """What stands beside a word with a capital, word by word."""
    if before is not None:
        yield f"w-1|cap={before.low}|{word.kind}"
        if second is not None:
            yield f"w-2-1={second.low}|{before.low}"
    if after is not None:
        yield f"cap|w+1={word.kind}|{after.low}"


def _marks(forms: Sequence[str], language: Language) -> list[str]:
    marks = [""] * len(forms)
    for hit in hits(forms, language):
        for at in range(hit.start, hit.end):
            marks[at] = f"{'B' if at == hit.start else 'I'}-{hit.kind}"
    return marks


def _quoted(forms: Sequence[str]) -> list[bool]:
    """For each word whether it stands in a short quotation (at most six words): a title rather than speech."""
    result = [False] * len(forms)
    opened: int | None = None
    for at, form in enumerate(forms):
        if form in _QUOTE:
            if opened is not None and 1 < at - opened <= 7 and form != "«":
                result[opened + 1 : at] = [True] * (at - opened - 1)
                opened = None
            else:
                opened = at
    return result


def _shown(blocks: Sequence[Sequence[Seen]], opening: Sequence[Sequence[bool]]) -> Mapping[str, frozenset[str]]:
    """What the whole article shows of each stem."""
    shown: dict[str, set[str]] = defaultdict(set)
    for words, opens in zip(blocks, opening, strict=True):
        for at, word in enumerate(words):
            if word.capital:
                previous, before = (words[at - 1].kind, words[at - 1].low) if at else (".", ".")
                following = words[at + 1].kind if at + 1 < len(words) else "."
                shown[word.stem] |= _evidence(previous, before, following)
                shown[word.stem].update(_printed(word.form, inside=not opens[at]))
            elif word.form[0].isalpha():
                shown[word.stem].add("small")
    return {key: frozenset(flags) for key, flags in shown.items()}


def _printed(form: str, *, inside: bool) -> Iterator[str]:
    """How a word with a capital is printed in one place, inside a sentence or not."""
    if inside:
        yield "capital inside"
    if len(form) > 1 and form.isupper():
        yield "all capitals"


@lru_cache(maxsize=50_000)
def _evidence(previous: str, before: str, following: str) -> frozenset[str]:
    """What the neighbours of a word with a capital show: their classes, and the word before it."""
    found = set()
    if previous in {"role", "org_head", "loc_head"}:
        found.add(f"after {previous.removesuffix('_head')}")
    if "Name" in previous or previous.endswith("given"):
        found.add("after given")
    if "Surn" in following:
        found.add("before surname")
    if following == "VERB":
        found.add("before verb")
    if previous == "VERB":
        found.add("after verb")
    if previous == "PREP":
        found.add(f"after {before}")
    if previous in _QUOTE:
        found.add("after quote")
    return frozenset(found)
