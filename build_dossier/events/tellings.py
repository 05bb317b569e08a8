"""Where an article tells of something that happens.

Comes in: a linked reading. Goes out: its ``Telling``s in text order: clauses with a date, those that lean on the date
of the sentence before («тоді»), and what stands first, which is the news of the day of publication.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import pairwise

from build_dossier.article import Article, Basis, Block, BlockKind
from build_dossier.events import Telling
from build_dossier.events.clauses import clauses, has_word, opens
from build_dossier.events.concepts import concept_of, is_finite, is_future, is_verbal
from build_dossier.extract.mentions import EntityType
from build_dossier.extract.times import TimeExpression
from build_dossier.extract.times.meaning import TimeType
from build_dossier.link import Link, LinkedReading
from build_dossier.text.edtf import bounds
from build_dossier.text.fold import fold_case
from build_dossier.text.segment import sentences
from build_dossier.text.span import Span

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
_NUMBER = re.compile(r"(?<![\d.,:-])\d{2,}(?![\d.,:-]*\d)")
"""Whole numbers of two digits or more: «один» and «2» are told of everything."""

FEWEST_WORDS = 8
"""Words of a sentence from which it is no formula that many articles could have by chance."""

_TOLD = frozenset({BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_FIRST = frozenset({BlockKind.HEADLINE, BlockKind.STANDFIRST})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Dated:
    """When a clause is set, and how that is known."""

    value: str | None
    basis: Basis
    news: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Word:
    """A word of a clause, outside of its dates."""

    concept: str | None
    verbal: bool
    finite: bool
    future: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sentence:
    """A sentence in its clauses."""

    linked: LinkedReading
    span: Span
    parts: tuple[Span, ...]
    said: tuple[tuple[_Word, ...], ...]
    """The words of each part."""

    @property
    def concepts(self) -> frozenset[str]:
        """The kinds of happening that it speaks of."""
        return frozenset(concept for said in self.said for concept in _kinds(said))


def tellings(linked: LinkedReading) -> tuple[Telling, ...]:
    """What ``linked`` tells, in text order."""
    article = linked.reading.article
    found: list[Telling] = []
    for block in article.blocks:
        if block.kind in _TOLD:
            found += _of_block(linked, block, lead=_is_lead(article, block))
    return _beside(found)


def _beside(found: Sequence[Telling]) -> tuple[Telling, ...]:
    """The tellings, each with the persons of the nearest ones before and after it that name any."""
    before, after = _last_persons(found), reversed(_last_persons(found[::-1]))
    return tuple(
        replace(telling, beside=telling.persons | earlier | later)
        for telling, earlier, later in zip(found, before, after, strict=True)
    )


def _last_persons(found: Sequence[Telling]) -> list[frozenset[str]]:
    """For each telling the persons of the last one before it that names any."""
    last, result = frozenset[str](), []
    for telling in found:
        result.append(last)
        last = telling.persons or last
    return result


def _is_lead(article: Article, block: Block) -> bool:
    """Whether the news itself stands here: the headline, the standfirst and the first paragraph."""
    first = next((one for one in article.blocks if one.kind is BlockKind.PARAGRAPH), None)
    return block.kind in _FIRST or block is first


def _of_block(linked: LinkedReading, block: Block, *, lead: bool) -> Iterator[Telling]:
    article = linked.reading.article
    before: _Dated | None = None
    for number, sentence in enumerate(sentences(article.text, block.start, block.end)):
        times = [time for time in linked.times if _within(time, sentence) and _tells_when(time)]
        told = list(_of_sentence(linked, sentence, times, before, lead=lead and number == 0))
        yield from told
        dated = next((one for one in told if one.date is not None and not one.news), None)
        before = None if dated is None else _Dated(value=dated.date, basis=Basis.INFERRED)


def _of_sentence(
    linked: LinkedReading, sentence: Span, times: Sequence[TimeExpression], before: _Dated | None, *, lead: bool
) -> Iterator[Telling]:
    article = linked.reading.article
    leaning = not times and before is not None and has_word(article.text, sentence, article.language, "same_time")
    if not (times or leaning or lead):
        return
    parts = clauses(article.text, sentence, article.language, [Span(start=t.start, end=t.end) for t in times])
    whole = _Sentence(linked=linked, span=sentence, parts=parts, said=tuple(_said(linked, part) for part in parts))
    for at, part in enumerate(parts):
        own = next((time for time in times if part.start <= time.start < part.end), None)
        if own is not None:
            dated = _Dated(value=own.value, basis=own.basis)
        elif leaning and before is not None:
            dated = before
        elif lead and not times:
            dated = _published(article)
        else:
            continue
        yield from _of_clause(whole, at, dated)


def _published(article: Article) -> _Dated:
    return _Dated(value=article.published.value, basis=Basis.INFERRED, news=True)


def _of_clause(sentence: _Sentence, at: int, dated: _Dated) -> Iterator[Telling]:
    """One telling for each kind of happening; the first is the clause's own, the others are told beside it."""
    linked, clause, said = sentence.linked, sentence.parts[at], sentence.said[at]
    article, kinds, links = linked.reading.article, _kinds(said), list(_links(linked, clause))
    if at > 0 and opens(article.text, clause, article.language, "relative"):
        links += _antecedent(linked, sentence.parts[at - 1])
    persons = frozenset(_ids(links, persons=True))
    if dated.news and not (kinds and links):
        return
    for number, concept in enumerate(kinds or (None,)):
        yield Telling(
            article=article.id,
            start=clause.start,
            end=clause.end,
            sentence=sentence.span,
            concept=concept,
            concepts=sentence.concepts,
            date=dated.value,
            basis=dated.basis,
            news=dated.news,
            planned=_is_planned(article, said, concept, dated),
            principal=number == 0 and (not dated.news or at == 0),
            persons=persons,
            beside=persons,
            others=frozenset(_ids(links, persons=False)),
            numbers=frozenset(_numbers(linked, clause)),
            said=_words(article, sentence.span, clause),
        )


def _said(linked: LinkedReading, clause: Span) -> tuple[_Word, ...]:
    language = linked.reading.article.language
    return tuple(
        _Word(
            concept=concept_of(found.group(), language),
            verbal=is_verbal(found.group(), language),
            finite=is_finite(found.group(), language),
            future=is_future(found.group(), language),
        )
        for found in _WORD.finditer(linked.reading.article.text, clause.start, clause.end)
        if not _in_time(linked, found.start())  # «в начале марта» begins nothing
    )


def _kinds(said: Sequence[_Word]) -> tuple[str, ...]:
    """The kinds of happening that a clause speaks of: that of its verb first."""
    verbs = [word.concept for word in said if word.verbal and word.concept is not None]
    return tuple(dict.fromkeys([*verbs, *(word.concept for word in said if word.concept is not None)]))


def _links(linked: LinkedReading, clause: Span) -> Iterator[Link]:
    return (link for link in linked.links if clause.start <= link.mention.start < clause.end)


def _antecedent(linked: LinkedReading, clause: Span) -> list[Link]:
    """The last person named in the clause that a relative one leans on."""
    people = [link for link in _links(linked, clause) if link.mention.type is EntityType.PER]
    return people[-1:]


def _words(article: Article, sentence: Span, clause: Span) -> str:
    """One value for the words of a clause in its sentence, in whatever typography."""
    whole = _WORD.findall(fold_case(sentence.of(article.text)))
    if len(whole) < FEWEST_WORDS:
        return ""
    part = _WORD.findall(fold_case(clause.of(article.text)))
    return sha256(" ".join((*whole, "|", *part)).encode(errors="backslashreplace")).hexdigest()[:16]


def _ids(links: Sequence[Link], *, persons: bool) -> Iterator[str]:
    for link in links:
        if link.entity is not None and (link.mention.type is EntityType.PER) is persons:
            yield link.entity


def _numbers(linked: LinkedReading, clause: Span) -> Iterator[str]:
    for found in _NUMBER.finditer(linked.reading.article.text, clause.start, clause.end):
        if not _in_time(linked, found.start()):
            yield found.group()


def _in_time(linked: LinkedReading, at: int) -> bool:
    return any(time.start <= at < time.end for time in linked.times)


def _is_planned(article: Article, said: Sequence[_Word], concept: str | None, dated: _Dated) -> bool:
    """Whether it lay ahead when the article was written: by its date, or by its words («можуть відбутися», «возможное
    освобождение»).
    """
    published, when = article.published.value, None if dated.news else dated.value
    if published is not None and when is not None:
        (first, last), (earliest, latest) = bounds(when), bounds(published)
        if first > latest or last < earliest:
            return first > latest
    verbs = any(word.future and word.finite for word in said)
    return verbs or any(word.future and after.concept == concept is not None for word, after in pairwise(said))


def _tells_when(time: TimeExpression) -> bool:
    """Not how long, and not «за останні роки» or «в ближайшее время» where nothing says when that is."""
    return time.type is TimeType.DATE or (time.type is TimeType.PERIOD and time.value is not None)


def _within(time: TimeExpression, sentence: Span) -> bool:
    return sentence.start <= time.start < sentence.end
