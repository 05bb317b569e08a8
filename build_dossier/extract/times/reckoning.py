"""Calendar arithmetic: days, weeks, months and years as EDTF values.

Weeks run from Monday to Sunday (ISO 8601). A winter bears the year in which it begins.
"""

import datetime as dt
from calendar import monthrange

from build_dossier.extract.times.meaning import Meaning, Unit

_SEASONS = {1: 3, 2: 6, 3: 9, 4: 12}
"""The month in which each begins; as seasons they are 21 to 24 (EDTF level 1)."""


def value(meaning: Meaning, year: int) -> str | None:
    """The EDTF value of what is named, in that year; ``None`` where there is no such day."""
    point = _point(meaning, year)
    return f"{point}~" if meaning.circa and point is not None and "/" not in point else point


def _point(meaning: Meaning, year: int) -> str | None:
    part = meaning.part or 1
    match meaning.unit:
        case Unit.DECADE | Unit.CENTURY:
            found = _long(year, meaning.unit)
        case Unit.SEASON:
            found = f"{year:04}-{20 + part}"
        case Unit.QUARTER:
            found = months(year, 3 * part - 2, 3)
        case Unit.HALF:
            found = months(year, 6 * part - 5, 6)
        case Unit.DAY if meaning.month is not None:
            return _day(year, meaning)
        case _:
            found = f"{year:04}" if meaning.month is None else f"{year:04}-{meaning.month:02}"
    return found


def _long(year: int, unit: Unit) -> str:
    """The year, decade or century; the first century is that of the year 0, which no calendar has."""
    digits = {Unit.DECADE: 3, Unit.CENTURY: 2}.get(unit, 4)
    return f"{year:04}"[:digits].ljust(4, "X")


def _day(year: int, meaning: Meaning) -> str | None:
    month, day = meaning.month or 1, meaning.day
    if day is None:
        return f"{year:04}-{month:02}-{meaning.part}X"
    if day == 0:
        return f"{year:04}-{month:02}-XX"
    return f"{year:04}-{month:02}-{day:02}" if day <= monthrange(year, month)[1] else None


def bounds(meaning: Meaning, year: int) -> tuple[dt.date, dt.date] | None:
    """The first and last day of a place in the year."""
    month, part = meaning.month, meaning.part or 1
    if month is not None and meaning.day:
        if meaning.day > monthrange(year, month)[1]:
            return None
        return dt.date(year, month, meaning.day), dt.date(year, month, meaning.day)
    if month is not None:
        return dt.date(year, month, 1), dt.date(year, month, monthrange(year, month)[1])
    first = {Unit.SEASON: _SEASONS.get(part, 3), Unit.QUARTER: 3 * part - 2, Unit.HALF: 6 * part - 5}.get(
        meaning.unit, 1
    )
    length = {Unit.SEASON: 3, Unit.QUARTER: 3, Unit.HALF: 6}.get(meaning.unit, 12)
    begin = dt.date(year, first, 1)
    return begin, later(begin, length) - dt.timedelta(days=1)


def later(day: dt.date, count: int) -> dt.date:
    """The first day of the month that lies ``count`` months from that of ``day``."""
    number = 12 * day.year + day.month - 1 + count
    return dt.date(number // 12, number % 12 + 1, 1)


def months(year: int, month: int, length: int) -> str:
    """The interval of so many months."""
    return f"{year:04}-{month:02}/{year:04}-{month + length - 1:02}"


def moved(day: dt.date, unit: Unit, count: int) -> str | None:
    """The day, week, month … that lies ``count`` units from that of ``day``; ``None`` outside the calendar."""
    try:
        return _moved(day, unit, count)
    except (OverflowError, ValueError):
        return None


def _moved(day: dt.date, unit: Unit, count: int) -> str:
    match unit:
        case Unit.WEEK | Unit.WEEKEND:
            monday = day - dt.timedelta(days=day.weekday() - 7 * count)
            first = monday if unit is Unit.WEEK else monday + dt.timedelta(days=5)
            return f"{first}/{monday + dt.timedelta(days=6)}"
        case Unit.MONTH:
            return f"{later(day, count):%Y-%m}"
        case Unit.QUARTER | Unit.HALF:
            length = 3 if unit is Unit.QUARTER else 6
            begin = later(day.replace(month=day.month - (day.month - 1) % length, day=1), length * count)
            return months(begin.year, begin.month, length)
        case Unit.YEAR | Unit.SEASON | Unit.DECADE | Unit.CENTURY:
            years = {Unit.DECADE: 10, Unit.CENTURY: 100}.get(unit, 1)
            return _long(day.year + years * count, unit)
    return str(day + dt.timedelta(days=count))


def reached(day: dt.date, unit: Unit, count: int | None, direction: int) -> str | None:
    """The stretch of ``count`` units that ends with ``day`` or begins with it, as exactly as the unit is.

    «останні два місяці» reaches from one month to another; where the number is not said one end is unknown, or open.
    """
    here = _moved(day, unit if unit in {Unit.MONTH, Unit.YEAR} else Unit.DAY, 0)
    if unit in {Unit.DECADE, Unit.CENTURY}:
        here = f"{day.year:04}"
    if count is None:
        return f"/{here}" if direction < 0 else f"{here}/.."
    days = {Unit.DAY: 1, Unit.WEEK: 7}.get(unit)
    years = {Unit.DECADE: 10, Unit.CENTURY: 100}.get(unit)
    if days is not None:
        there = moved(day, Unit.DAY, days * count * direction)
    elif years is not None:
        there = moved(day, Unit.YEAR, years * count * direction)
    elif unit in {Unit.MONTH, Unit.YEAR}:
        there = moved(day, unit, count * direction)
    else:
        return None
    if there is None:
        return None
    return f"{there}/{here}" if direction < 0 else f"{here}/{there}"
