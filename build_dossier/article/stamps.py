"""Time stamps: stretches of a line that say when, and nothing else.

Comes in: a line. Goes out: how far the stamp reaches and the day it names. «20 червня 2025, 14:35», «Опубликовано:
12.03.2024», «П'ятниця, 6 листопада 2020, 17:41», «19:24». A day without a year or a clock time is no stamp: «7 января»
may be a crosshead.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from build_dossier.article.structure import plain, structure
from build_dossier.text.edtf import is_edtf
from build_dossier.text.span import Span, trim

LONGEST = 160
"""Code points: more than the longest stamp seen («время публикации … | последнее обновление …», 93)."""

_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)")
_NUMERIC = re.compile(r"(?P<day>\d{1,2})(?P<mark>[./-])(?P<month>\d{1,2})(?P=mark)(?P<year>\d{4}|\d{2})(?!\d)")
_WRITTEN = re.compile(r"(?P<day>\d{1,2})(?:-?(?:го|е))?\s+(?P<month>[^\W\d_]{3,10})\.?(?:,?\s*(?P<year>\d{4})(?!\d))?")
_CLOCK = re.compile(r"T?(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:Z|\s?[+-]\d{2}:?\d{2})?(?!\d)")
_WRITTEN_THEN_CLOCK = re.compile(_WRITTEN.pattern.removesuffix("?") + rf"[\s,|]{{1,4}}(?={_CLOCK.pattern})")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?\.?")
_OUTLET = re.compile(r"\w\.\w{2,}|[«\"“„]|\b[A-ZА-ЯІЇЄҐ]{2,}\b|(?i:служба|агентство|новини|новости|газета|радіо|радио)")
_BETWEEN = re.compile(r"[\s,;:|·•()\[\]/\\.–—−-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """A time stamp at some place of a line."""

    end: int
    """Code points of the line up to the end of the stamp, without marks after it."""
    date: str | None
    """The day that it names first (EDTF), not counting when the text was changed."""


@dataclass(slots=True)
class _Reader:
    """How far a line was read."""

    line: str
    at: int = 0
    end: int = 0
    """After the last date or clock time."""
    dates: list[str] | None = None
    updated: bool = False


def whole_stamp(line: str) -> Stamp | None:
    """The stamp that is the whole line, or ``None``."""
    if len(line) > LONGEST:
        return None
    stamp = leading_stamp(line, words=True)
    return stamp if stamp is not None and _only_stamp_words(line, stamp.end) else None


def signed_stamp(line: str) -> tuple[Span, Stamp] | None:
    """The outlet's name and the stamp of a line that holds only these: «Кореспондент.net, 2 листопада 2020, 23:32».

    The name must look like an outlet's (a domain, quotation marks, capitals, the word «служба»); «Київ, 20 червня 2025»
    is a place and a day.
    """
    name, comma, rest = line.partition(",")
    if not comma or len(line) > LONGEST or not _OUTLET.search(name) or len(name.split()) > 4:
        return None
    stamp = whole_stamp(rest.strip())
    return (trim(name, 0, len(name)), stamp) if stamp is not None and stamp.date is not None else None


def leading_stamp(line: str, *, words: bool = False) -> Stamp | None:
    """The stamp with which a line begins, or ``None``.

    Args:
        line: trimmed.
        words: whether words may stand in it («Опубликовано», «20 червня 2025»). Without, only figures: «19:24 У
            Британії…» begins with a stamp, «20 червня 2025 року президент…» is a sentence.
    """
    reader = _Reader(line=plain(line[:LONGEST]), dates=[])
    readers = _ALL if words else _FIGURES
    while any(read(reader) for read in readers):
        pass
    if reader.end == 0:
        return None
    return Stamp(end=reader.end, date=next(iter(reader.dates or []), None))


def trailing_stamp(line: str) -> tuple[int, Stamp] | None:
    """Where a stamp in figures begins that ends a line, and it («Джонсон подал в отставку 09.07.2018 18:09»)."""
    tail_start = max(0, len(line) - 24)
    for found in re.finditer(r"(?<=\s)\d", line[tail_start:]):
        start = tail_start + found.start()
        stamp = leading_stamp(line[start:])
        if stamp is not None and start + stamp.end == len(line):
            return start, stamp
    return None


def full_date(found: re.Match[str]) -> str | None:
    """The day that day, month and year of a match name (EDTF), or ``None`` when there is no such day."""
    year = found["year"]
    month = found["month"] if found["month"].isdigit() else structure().month(found["month"])
    if year is None or month is None:
        return None
    # Two digits are of this century: the texts are news of today.
    value = f"{'20' + year if len(year) == 2 else year}-{month.zfill(2)}-{found['day'].zfill(2)}"
    return value if is_edtf(value) else None


def _between(reader: _Reader) -> bool:
    found = _BETWEEN.match(reader.line, reader.at)
    if found is None:
        return False
    reader.at = found.end()
    return True


def _numeric_date(reader: _Reader) -> bool:
    found = _ISO.match(reader.line, reader.at) or _NUMERIC.match(reader.line, reader.at)
    return found is not None and _take_date(reader, found)


def _written_date(reader: _Reader) -> bool:
    found = _WRITTEN.match(reader.line, reader.at)
    if found is None or structure().month(found["month"]) is None:
        return False
    if found["year"] is not None:
        return _take_date(reader, found)
    reader.at = found.end()
    return True


def _day_beside_clock(reader: _Reader) -> bool:
    """«14:54, 2 листопада 2018 Влада…», «5 ноября 2020 21:40 Денис…»: beside a clock time a written day is a stamp."""
    is_beside = reader.end > 0 or _WRITTEN_THEN_CLOCK.match(reader.line, reader.at) is not None
    return is_beside and not reader.dates and _written_date(reader)


def _clock(reader: _Reader) -> bool:
    found = _CLOCK.match(reader.line, reader.at)
    if found is None:
        return False
    reader.at = reader.end = found.end()
    return True


def _stamp_word(reader: _Reader) -> bool:
    found = _WORD.match(reader.line, reader.at)
    if found is None or found.group().rstrip(".") not in structure().stamp_words:
        return False
    if (label := found.group()) in structure().updated_words | structure().published_words:
        reader.updated = label in structure().updated_words
    reader.at = found.end()
    return True


def _take_date(reader: _Reader, found: re.Match[str]) -> bool:
    value = full_date(found)
    if value is None:
        return False
    if not reader.updated and reader.dates is not None:
        reader.dates.append(value)
    reader.at = reader.end = found.end()
    return True


def _only_stamp_words(line: str, at: int) -> bool:
    """Whether the rest of a line after its last figure holds nothing but stamp words and marks."""
    rest = _BETWEEN.sub(" ", plain(line[at:])).split()
    return all(word in structure().stamp_words for word in rest)


_FIGURES: tuple[Callable[[_Reader], bool], ...] = (_between, _numeric_date, _clock, _day_beside_clock)
_ALL: tuple[Callable[[_Reader], bool], ...] = (_between, _numeric_date, _clock, _written_date, _stamp_word)
