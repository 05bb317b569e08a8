"""When an article was published, as far as its text says.

Comes in: a text, its prefix and its blocks. Goes out: ``Published`` with the reason. Only a machine prefix or a time
stamp outside the body states a day. A date in the body is about the news: told as past, it bounds the day of
publication from below, no more. A year is never a publication date.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from build_dossier.article import Basis, Block, BlockKind, Published
from build_dossier.article.place_rules import is_prose
from build_dossier.article.prefix import Prefix
from build_dossier.article.stamps import full_date, signed_stamp, whole_stamp
from build_dossier.article.structure import one_of, outlets, plain, structure
from build_dossier.text.segment import sentences
from build_dossier.text.span import Span

_BODY = frozenset({BlockKind.STANDFIRST, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_EARLIEST = 1990
_LATEST = 2099
"""Years beyond these are history or numbers."""

_PAST = re.compile(r"(?<!\w)\w{3,}(?:в|вся|ла|лася|лась|ло|лося|лось|ли|лися|лись|л|лся)(?!\w)")
_DAY = re.compile(r"(?<![\d.])(?P<day>\d{1,2})(?:-?го)?\s+(?P<month>[^\W\d_]{3,10})\s+(?P<year>\d{4})(?!\d)")
_FIGURES = re.compile(r"(?<![\d.])(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})(?![\d.])")
_MONTH = re.compile(r"(?<!\w)(?:у|в|во)\s+(?P<month>[^\W\d_]{3,10})\s+(?P<year>\d{4})(?!\d)")
_YEAR = re.compile(r"(?<!\w)(?:у|в|во)\s+(?P<year>\d{4})(?:\s*(?:році|р\.|году|г\.)|-(?:м|му|ому)(?!\w))")
_DEADLINE = re.compile(r"(?<!\w)(?:до|на|к|по)\s\Z")
_DAY_OR_MONTH = re.compile(r"(?<![\d.])\d{1,2}\s+[^\W\d_]{3,10}(?!\w)|(?<!\w)(?:у|в|во|В|У)\s+[^\W\d_]{3,10}(?!\w)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What the rules look at."""

    text: str
    prefix: Prefix
    blocks: Sequence[Block]


Rule = Callable[[Evidence], Published | None]


def published(text: str, prefix: Prefix, blocks: Sequence[Block]) -> Published:
    """When the article was published; value ``None`` with basis unknown when nothing bounds it."""
    evidence = Evidence(text=text, prefix=prefix, blocks=blocks)
    return next((found for rule in RULES if (found := rule(evidence)) is not None), _unknown(evidence))


def by_prefix(evidence: Evidence) -> Published | None:
    """`` date 2025-06-22 ``."""
    if evidence.prefix.date is None:
        return None
    reason = f"The text begins with the machine prefix “{evidence.prefix.words}”."
    return Published(value=evidence.prefix.date, basis=Basis.STATED, reason=reason)


def by_stamp(evidence: Evidence) -> Published | None:
    """A time stamp above the body, or one below it that says «опубліковано»."""
    above_body = True
    for block in evidence.blocks:
        line = evidence.text[block.start : block.end]
        above_body = above_body and not (block.kind == BlockKind.PARAGRAPH and is_prose(line))
        if block.kind == BlockKind.STAMP and (above_body or _is_labelled(line)):
            date = _stamped_day(line)
            if date is not None:
                reason = f"The text bears the time stamp “{line}”."
                return Published(value=date, basis=Basis.STATED, reason=reason)
    return None


def by_dateline(evidence: Evidence) -> Published | None:
    """«Київ, 20 червня 2025» as a line of its own: where and when the story was filed."""
    for block in evidence.blocks:
        line = evidence.text[block.start : block.end]
        found = _DAY.search(plain(line)) if block.kind == BlockKind.DATELINE else None
        date = full_date(found) if found is not None else None
        if date is not None:
            return Published(value=date, basis=Basis.INFERRED, reason=f"The dateline “{line}” says when it was filed.")
    return None


def after_what_is_told(evidence: Evidence) -> Published | None:
    """The latest date that the body tells as past: the text is not older than that."""
    latest = max(_told_as_past(evidence), default=None)
    if latest is None:
        return None
    value, words = latest
    reason = f"No date of publication is stated; the text tells of “{words}” as past, so it is not older."
    return Published(value=f"{value}/..", basis=Basis.INFERRED, reason=reason)


RULES: tuple[Rule, ...] = (by_prefix, by_stamp, by_dateline, after_what_is_told)
"""The first rule with an opinion decides; none means unknown."""


def _stamped_day(line: str) -> str | None:
    signed = signed_stamp(line)
    stamp = whole_stamp(line) if signed is None else signed[1]
    return stamp.date if stamp is not None else None


def _is_labelled(line: str) -> bool:
    words = re.findall(r"[^\W\d_]+", plain(line))
    return any(word in structure().published_words for word in words)


def _told_as_past(evidence: Evidence) -> Iterator[tuple[str, str]]:
    """Values and words of the dates in sentences that tell what has happened."""
    for sentence in _body_sentences(evidence):
        words = sentence.of(evidence.text)
        low = plain(words)
        if _is_past(low):
            for value, span in _dates(low):
                yield value, words[span.start : span.end]


def _is_past(low: str) -> bool:
    return _PAST.search(low) is not None and _future().search(low) is None


def _dates(low: str) -> Iterator[tuple[str, Span]]:
    for pattern, value_of in _PATTERNS:
        for found in pattern.finditer(low):
            value = value_of(found)
            if value is not None and _EARLIEST <= int(found["year"]) <= _LATEST and not _is_deadline(low, found):
                yield value, Span(start=found.start(), end=found.end())


def _is_deadline(low: str, found: re.Match[str]) -> bool:
    """«до 1 січня 2026 року», «на 20 января 2027 года»."""
    return _DEADLINE.search(low, max(0, found.start() - 4), found.start()) is not None


def _month_value(found: re.Match[str]) -> str | None:
    month = structure().month(found["month"])
    return None if month is None else f"{found['year']}-{month}"


def _year_value(found: re.Match[str]) -> str | None:
    return found["year"]


_PATTERNS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str | None]], ...] = (
    (_DAY, full_date),
    (_FIGURES, full_date),
    (_MONTH, _month_value),
    (_YEAR, _year_value),
)


def _body_sentences(evidence: Evidence) -> Iterator[Span]:
    for block in evidence.blocks:
        if block.kind in _BODY:
            yield from sentences(evidence.text, block.start, block.end)


def _unknown(evidence: Evidence) -> Published:
    named = list(dict.fromkeys(islice(_days_and_months(evidence), 6)))
    mentions = ", ".join(f"“{words}”" for words in named)
    without_year = f"; it mentions {mentions} without a year" if named else ""
    return Published(value=None, basis=Basis.UNKNOWN, reason=f"The text states no date of publication{without_year}.")


def _days_and_months(evidence: Evidence) -> Iterator[str]:
    for block in evidence.blocks:
        if block.kind in _BODY:
            for found in _DAY_OR_MONTH.finditer(evidence.text, block.start, block.end):
                if structure().month(found.group().split()[-1]) is not None:
                    yield found.group()


@lru_cache(maxsize=1)
def _future() -> re.Pattern[str]:
    return re.compile(one_of(outlets().future_cues))
