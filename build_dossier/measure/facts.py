"""What an article says of itself against gold: language, title, date, publisher, what stands apart from the body.

Comes in: pairs of a gold article and the article that was read. Goes out: rows and mistakes.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from build_dossier.article import Article, Basis, BlockKind
from build_dossier.measure.gold import Extract, GoldArticle, GoldDate
from build_dossier.measure.report import Mistake, mistake
from build_dossier.measure.score import Counts, Row, lemma_key, name_key
from build_dossier.text.span import trim

KINDS = {
    "photo_caption": BlockKind.CAPTION,
    "subheading": BlockKind.CROSSHEAD,
    "attribution_template": BlockKind.SOURCE_LINE,
    "byline": BlockKind.BYLINE,
    "dateline": BlockKind.DATELINE,
    "boilerplate": BlockKind.BOILERPLATE,
    "stamp": BlockKind.STAMP,
    "list_item": BlockKind.LIST_ITEM,
}
"""The block that each kind of the gold's ``separate_from_body`` is; a ``machine_prefix`` is no block at all."""

PREFIX = "machine_prefix"
_BODY = frozenset({BlockKind.PARAGRAPH, BlockKind.STANDFIRST, BlockKind.HEADLINE})
_POINT = re.compile(r"\d{4}(?:-\d\d)?(?:-\d\d)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One article as it should be and as it was read."""

    gold: GoldArticle
    article: Article


Outcome = tuple[Counts, Sequence[Mistake]]


def facts(pairs: Sequence[Pair]) -> tuple[tuple[Row, ...], tuple[Mistake, ...]]:
    """One row for each kind of fact, and every mistake."""
    rows: list[Row] = []
    mistakes: list[Mistake] = []
    for name, single, measure in FACTS:
        outcomes = [measure(pair) for pair in pairs]
        rows.append(sum((counts for counts, _ in outcomes), Counts()).row(name, single=single))
        mistakes += (one for _, found in outcomes for one in found)
    return tuple(rows), tuple(mistakes)


def _language(pair: Pair) -> Outcome:
    right = pair.article.language == pair.gold.language
    return _single("language", pair, pair.article.language, pair.gold.language, right=right)


def _title(pair: Pair) -> Outcome:
    title, headline, extract = pair.article.title, pair.gold.headline, pair.gold.derivable
    if headline is not None:
        right = _bare(title.text) == _bare(headline.text) and title.basis is Basis.STATED
    else:
        right = extract is not None and _within(title.text, extract.text) and title.basis is not Basis.STATED
    wanted = headline or extract
    return _single("title", pair, f"{title.text} ({title.basis.value})", wanted.text if wanted else "none", right=right)


def _stated_date(pair: Pair) -> Outcome:
    gold, published = pair.gold.published, pair.article.published
    found = int(published.basis is Basis.STATED)
    if not gold.stated:
        return Counts(found=found), ()  # a stated date where none is stated lowers precision; ``_other_date`` tells
    right = bool(found) and published.value == gold.value
    told = () if right else (_told("date", pair, f"{published.value} ({published.basis.value})", gold.value or "none"),)
    return Counts(right=int(right), found=found, gold=1), told


def _other_date(pair: Pair) -> Outcome:
    """A date that the text does not state must not be shown as one that it does, nor contradict what is known."""
    gold, published = pair.gold.published, pair.article.published
    if gold.stated:
        return Counts(), ()
    right = published.value is None or (published.basis is not Basis.STATED and _agrees(published.value, gold))
    wanted = f"none stated; between {gold.earliest} and {gold.latest}"
    return _single("date", pair, f"{published.value} ({published.basis.value})", wanted, right=right)


def _publisher(pair: Pair) -> Outcome:
    found, gold = pair.article.publisher, pair.gold.publisher
    shown = "none" if found is None else f"{found.name} ({found.basis.value})"
    if gold is not None and not pair.gold.publisher_sure:
        # Left to the editor: open, or named as doubtful.
        right = found is None or (_same(found.name, gold) and found.basis is not Basis.STATED)
        named = int(found is not None)
        counts = Counts(right=named * right, found=named, gold=named)
    else:
        right = found is None if gold is None else found is not None and _same(found.name, gold)
        counts = Counts(right=int(right and gold is not None), found=int(found is not None), gold=int(gold is not None))
    return counts, () if right else (_told("publisher", pair, shown, gold or "none"),)


def _separate(pair: Pair) -> Outcome:
    text, article = pair.article.text, pair.article
    found = {(b.kind, b.start, b.end) for b in article.blocks if b.kind not in _BODY}
    gold = {_block(text, extract): extract for extract in pair.gold.separate if extract.kind != PREFIX}
    mistakes = [_apart("missed", pair, key) for key in gold if key not in found]
    mistakes += [_apart("too many", pair, key) for key in sorted(found - gold.keys(), key=lambda key: key[1])]
    counts = Counts(right=len(found & gold.keys()), found=len(found), gold=len(gold))
    return counts + _prefix(pair), mistakes


def _prefix(pair: Pair) -> Counts:
    ends = [len(one.text.rstrip()) + one.start for one in pair.gold.separate if one.kind == PREFIX]
    within = sum(end <= pair.article.prefix_end for end in ends)
    return Counts(right=within, found=int(pair.article.prefix_end > 0), gold=len(ends))


def _headline(pair: Pair) -> Outcome:
    text, gold = pair.article.text, pair.gold.headline
    found = {(b.kind, b.start, b.end) for b in pair.article.blocks if b.kind is BlockKind.HEADLINE}
    wanted = set() if gold is None else {(BlockKind.HEADLINE, *_trimmed(text, gold))}
    mistakes = [_apart("missed", pair, key) for key in wanted - found]
    mistakes += [_apart("too many", pair, key) for key in found - wanted]
    return Counts(right=len(found & wanted), found=len(found), gold=len(wanted)), mistakes


FACTS: tuple[tuple[str, bool, Callable[[Pair], Outcome]], ...] = (
    ("language", True, _language),
    ("title", True, _title),
    ("date, stated", False, _stated_date),
    ("date, not stated", True, _other_date),
    ("publisher", True, _publisher),
    ("headline block", False, _headline),
    ("apart from the body", False, _separate),
)
"""Name, whether there is a single value an article, and how it is measured."""


def _block(text: str, extract: Extract) -> tuple[BlockKind, int, int]:
    return KINDS.get(extract.kind, BlockKind.BOILERPLATE), *_trimmed(text, extract)


def _trimmed(text: str, extract: Extract) -> tuple[int, int]:
    span = trim(text, extract.start, extract.end)
    return span.start, span.end


def _single(group: str, pair: Pair, found: str, wanted: str, *, right: bool) -> Outcome:
    told = () if right else (_told(group, pair, found, wanted),)
    return Counts(right=int(right), found=1, gold=1), told


def _told(group: str, pair: Pair, found: str, wanted: str) -> Mistake:
    return Mistake(group=group, where=pair.gold.seed, what=f"wanted “{wanted}”, found “{found}”")


def _apart(how: str, pair: Pair, key: tuple[BlockKind, int, int]) -> Mistake:
    kind, start, end = key
    return mistake(f"blocks: {how}", pair.gold.seed, pair.article.text, (start, end), kind.value)


def _within(title: str, extract: str) -> bool:
    return bool(_bare(title)) and _bare(title) in _bare(extract)


def _bare(words: str) -> str:
    return name_key(words).rstrip(".…").strip()


def _same(one: str, other: str) -> bool:
    return lemma_key(one).strip('" ') == lemma_key(other).strip('" ')


def _agrees(value: str, gold: GoldDate) -> bool:
    """Whether an EDTF value leaves room for the time in which the article can have been published."""
    first, last = _bounds(value)
    return first <= (gold.latest or "9999") and last >= (gold.earliest or "0000")


def _bounds(value: str) -> tuple[str, str]:
    ends = value.split("/")
    points = list(_points(ends[0])), list(_points(ends[-1]))
    return (points[0][0] if points[0] else "0000", f"{points[1][0]}-99" if points[1] else "9999")


def _points(end: str) -> Iterator[str]:
    yield from _POINT.findall(end)
