"""The time expressions of an article: where they stand, what they mean, and how that is known.

Comes in: an ``Article``. Goes out: ``TimeExpression``s in text order, disjoint. Words become symbols, small named rules
find expressions among them, and what an expression leaves open is bound by the publication, the weekday, the tense and
the times told around it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from re import Pattern

from build_dossier.article import Article, Basis
from build_dossier.extract.times.calendar_rules import CALENDAR_RULES
from build_dossier.extract.times.course import Course
from build_dossier.extract.times.duration_rules import DURATION_RULES
from build_dossier.extract.times.grammar import Rule, compiled, search
from build_dossier.extract.times.meaning import TimeType
from build_dossier.extract.times.relative_rules import RELATIVE_RULES
from build_dossier.extract.times.words import Symbol, Vocabulary, lowered, symbols, vocabulary_of
from build_dossier.text.language import Language
from build_dossier.text.morphology import analyses

RULES = CALENDAR_RULES + RELATIVE_RULES + DURATION_RULES
"""Every rule, in the order in which they are tried."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """Words that say when, or how long."""

    start: int
    end: int
    value: str | None
    """EDTF level 1; ``None`` for a duration, and where nothing settles the date."""
    type: TimeType
    basis: Basis
    """Stated: in the words, or a missing year from the stated publication; computed: from a relative expression;
    inferred: from other words of the text; unknown: no value."""
    relative_to: str | None
    """``publication``, ``context``, or the words that it is counted from."""
    rule: str
    """The name of the rule that found it."""


def find(article: Article) -> tuple[TimeExpression, ...]:
    """The time expressions of ``article``, in text order."""
    vocabulary = vocabulary_of(article.language)
    read = _with_counts(_symbols(article, vocabulary), article.language)
    found = search(_compiled(), read, vocabulary)
    course = Course(article=article, symbols=read, vocabulary=vocabulary, found=found)
    return tuple(
        TimeExpression(
            start=read[one.first].start,
            end=read[one.after - 1].end,
            value=bound.value,
            type=one.meaning.type,
            basis=Basis.UNKNOWN if bound.value is None and not one.meaning.duration else bound.basis,
            relative_to=bound.relative_to,
            rule=one.rule,
        )
        for one, bound in zip(found, course.bound(), strict=True)
    )


def _symbols(article: Article, vocabulary: Vocabulary) -> Iterator[Symbol]:
    """The symbols of all blocks, with an edge before each."""
    low = lowered(article.text)
    for block in article.blocks:
        yield Symbol(block.start, block.start, "edge", "", "")
        yield from symbols(article.text, low, block.start, block.end, vocabulary)


def _with_counts(read: Iterator[Symbol], language: Language) -> list[Symbol]:
    """The symbols, with numbers that count what follows («2000 человек», «2020 грн») no longer taken for years."""
    result: list[Symbol] = []
    for symbol in read:
        if (
            result
            and result[-1].kind == "year"
            and symbol.kind in {"other", "percent"}
            and _is_counted(symbol, language)
        ):
            last = result[-1]
            result[-1] = Symbol(last.start, last.end, "count", last.key, last.word)
        result.append(symbol)
    return result


def _is_counted(symbol: Symbol, language: Language) -> bool:
    if symbol.kind == "percent" or len(symbol.word) <= 3:
        return symbol.kind == "percent" or symbol.word in vocabulary_of(language).counted
    readings = analyses(symbol.word, "uk" if language == "uk" else "ru")
    return symbol.word in vocabulary_of(language).counted or any(
        one.pos in {"NOUN", "ADJF"} and one.case == "gent" and one.number == "plur" for one in readings[:1]
    )


@lru_cache(maxsize=1)
def _compiled() -> tuple[tuple[Rule, Pattern[str]], ...]:
    return tuple((rule, compiled(rule.pattern)) for rule in RULES)
