"""Dates as an editor writes them: EDTF level 1 (Library of Congress, 4 February 2019; ISO 8601-2 annex A).

Comes in: a string. Goes out: whether it is a date, and the date that was probably meant. Without times of day and
years beyond four digits, which no article has; with one unspecified digit of a day (``2025-06-2X``, level 2).
"""

import re
from calendar import monthrange

_YEAR = r"-?(?:\d{4}|\d{3}X|\d{2}XX|XXXX)"
_MONTH = r"(?:0[1-9]|1[0-2]|XX)"
_SEASON = r"2[1-4]"
_DAY = r"(?:0[1-9]|[12]\d|3[01]|[012]X|3X|XX)"
_POINT = re.compile(rf"(?P<year>{_YEAR})(?:-(?:(?P<month>{_MONTH})(?:-(?P<day>{_DAY}))?|{_SEASON}))?[?~%]?")
_OPEN = frozenset({"", ".."})
FIRST_DAY, LAST_DAY = "0000-01-01", "9999-12-31"
_SEASONS = {"21": (3, 0, 5), "22": (6, 0, 8), "23": (9, 0, 11), "24": (12, 1, 2)}
"""The first month, the years from it to the last one, the last month: the meteorological seasons of the north; a
winter is named by the year in which it begins."""

_DAY_FIRST = re.compile(r"(?P<day>\d{1,2})[./-](?P<month>\d{1,2})[./-](?P<year>\d{4})")
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})[./-](?P<month>\d{1,2})(?:[./-](?P<day>\d{1,2}))?")


def is_edtf(value: str) -> bool:
    """Whether ``value`` is a date, a season, or an interval whose ends are dates, open (``..``) or unknown (empty)."""
    ends = value.split("/")
    if len(ends) == 1:
        return _is_point(value)
    return (
        len(ends) == 2
        and all(end in _OPEN or _is_point(end) for end in ends)
        and not all(end in _OPEN for end in ends)
        and _in_order(*ends)
    )


def nearest_edtf(value: str) -> str | None:
    """The date that was probably meant: ``30.11.2025`` is ``2025-11-30``; ``None`` where nothing suggests itself."""
    match = _DAY_FIRST.fullmatch(value.strip()) or _YEAR_FIRST.fullmatch(value.strip())
    if match is None:
        return None
    parts = [match["year"], *(match[name].zfill(2) for name in ("month", "day") if match[name] is not None)]
    meant = "-".join(parts)
    return meant if is_edtf(meant) else None


def bounds(value: str) -> tuple[str, str]:
    """The first and the last day that an EDTF value allows, as ``YYYY-MM-DD``; an open or unknown end is ``FIRST_DAY``
    or ``LAST_DAY``. «About» and «perhaps» allow no more days than the value without them.

    Raises:
        ValueError: ``value`` is no date (``is_edtf``).
    """
    if not is_edtf(value):
        raise ValueError(f"no EDTF date: {value!r}")
    start, _, end = value.partition("/") if "/" in value else (value, "", value)
    return (
        FIRST_DAY if start in _OPEN else _point_bounds(start)[0],
        LAST_DAY if end in _OPEN else _point_bounds(end)[1],
    )


def months(value: str) -> int:
    """Months from the year 0 to that of a day or month without marks: ``2025-06`` and ``2025-06-21`` are one."""
    return int(value[:4]) * 12 + int(value[5:7]) - 1


def _point_bounds(point: str) -> tuple[str, str]:
    plain = re.sub(r"[?~%]", "", point)
    match = _POINT.fullmatch(plain)
    assert match is not None, "asked of dates only"
    if match["month"] is None and plain[-3:-2] == "-":
        return _season_bounds(int(match["year"]), plain[-2:])
    month, day = match["month"] or "XX", match["day"] or "XX"
    first_month, last_month = ("01", "12") if month == "XX" else (month, month)
    first_day = "01" if day in {"XX", "0X"} else day.replace("X", "0")
    last = _last_of(int(match["year"].replace("X", "9")), int(last_month))
    last_day = last if day == "XX" else min(last, f"{last[:-2]}{day.replace('X', '9')}")
    return f"{match['year'].replace('X', '0')}-{first_month}-{first_day}", last_day


def _season_bounds(year: int, season: str) -> tuple[str, str]:
    first, years, last = _SEASONS[season]
    return f"{year:04d}-{first:02d}-01", _last_of(year + years, last)


def _last_of(year: int, month: int) -> str:
    return f"{year:04d}-{month:02d}-{_days(year, month):02d}"


def _is_point(value: str) -> bool:
    match = _POINT.fullmatch(value)
    if match is None:
        return False
    year, month, day = match["year"], match["month"], match["day"]
    if month is not None and "X" in year:
        return False
    if day is None or "X" in day:
        return day is None or month != "XX" or day == "XX"
    return month != "XX" and int(day) <= _days(int(year), int(month))


def _days(year: int, month: int) -> int:
    """Days of a month; a year before 1 has the leap years of the proleptic calendar, which repeats every 400."""
    return monthrange(year % 400 + 2000, month)[1]


def _in_order(start: str, end: str) -> bool:
    """Whether an interval does not end before it begins; what is not known to the day cannot be said to be wrong."""
    plain = [re.sub(r"[?~%]", "", point) for point in (start, end)]
    if not all(re.fullmatch(r"\d{4}(-\d\d){0,2}", point) for point in plain):
        return True
    length = min(map(len, plain))
    return plain[0][:length] <= plain[1][:length] or plain[0][5:7] > "12" or plain[1][5:7] > "12"
