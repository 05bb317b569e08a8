"""Rules for dates of the calendar: days, months, seasons, years, decades, centuries and ranges of them."""

from calendar import monthrange
from dataclasses import replace

from build_dossier.extract.times.grammar import Hit, Rule
from build_dossier.extract.times.meaning import Anchor, Meaning, Unit
from build_dossier.extract.times.words import Symbol

_EARLIEST_PLAIN = 1900
_LATEST_PLAIN = 2100
"""A bare number between them can be a year."""


def numeric_date(hit: Hit) -> Meaning | None:
    """20.06.2025, 2025-06-20."""
    iso = hit.one("iso")
    year, month, day = (int(part) for part in iso.key.split("-")) if iso is not None else (0, 0, 0)
    return _checked(Meaning(unit=Unit.DAY, anchor=Anchor.WORDS, year=year, month=month, day=day))


def date_with_slashes(hit: Hit) -> Meaning | None:
    """20/06/2025."""
    day, month, year = (symbol.number for symbol in hit.every("day", "count", "year"))
    return _checked(Meaning(unit=Unit.DAY, anchor=Anchor.WORDS, year=year, month=month, day=day))


def day_of_a_month(hit: Hit) -> Meaning | None:
    """22 ноября; у п'ятницю, 20 червня; увечері 14 листопада 2018 року; двадцать первого мая."""
    if _on_a_street(hit):
        return None
    weekday = hit.one("weekday")
    month = hit.one("month", "month_short")
    if month is None:
        return None
    named = Meaning(
        unit=Unit.DAY,
        anchor=Anchor.YEAR,
        month=month.number,
        day=_day(hit.every("day", "day_th", "number", "ordinal")),
        weekday=None if weekday is None else weekday.number,
        circa=hit.circa,
    )
    return _checked(_with_year(named, hit))


def days_of_a_month(hit: Hit) -> Meaning | None:
    """З 3 по 5 травня; 14–16 жовтня; с 28 февраля по 3 марта 2022 года; 25 и 26 июля."""
    if _on_a_street(hit):
        return None
    months = hit.every("month")
    if (both := hit.one("days")) is not None:
        first, last = (int(part) for part in both.key.split("/"))
    else:
        numbers = [symbol.number for symbol in hit.every("day", "day_th")]
        first, last = numbers[0], numbers[-1]
        if len(months) > 1 and hit.one("and") is not None and hit.one("between") is None:
            return None
        if hit.one("and") is not None and hit.one("between") is None and last - first != len(numbers) - 1:
            return _with_year(Meaning(unit=Unit.DAY, anchor=Anchor.YEAR, month=months[0].number, day=0), hit)
    end = _checked(_with_year(Meaning(unit=Unit.DAY, anchor=Anchor.YEAR, month=months[-1].number, day=last), hit))
    return None if end is None else _stretch(end, month=months[0].number, day=first, hit=hit)


def months_range(hit: Hit) -> Meaning | None:
    """В конце февраля и начале марта того года; січень–березень 2024 року; с января по март."""
    months = hit.every("month")
    end = _with_year(Meaning(unit=Unit.MONTH, anchor=Anchor.YEAR, month=months[-1].number), hit)
    return _stretch(end, month=months[0].number, day=None, hit=hit)


def month(hit: Hit) -> Meaning | None:
    """У лютому; в конце ноября; травень 2018 року; в начале прошлого января."""
    named = hit.one("month")
    bound = _with_year(Meaning(unit=Unit.MONTH, anchor=Anchor.YEAR, month=named.number if named else 0), hit)
    if bound.anchor is Anchor.YEAR:
        if not (
            hit.one("when", "part", "half", "for", "during", "this", "last", "next")
            or hit.preceded("from", "to", "beside", "for")
        ):
            return None
        if _on_a_street(hit) or _is_counted_day(hit):
            return None
    return bound


def tens_of_days(hit: Hit) -> Meaning | None:
    """В двадцатых числах июня."""
    named, ten = hit.one("month"), hit.one("tens_of_days")
    if named is None or ten is None:
        return None
    return _with_year(Meaning(unit=Unit.DAY, anchor=Anchor.YEAR, month=named.number, part=ten.number), hit)


def season(hit: Hit) -> Meaning | None:
    """Весной; восени 2021-го; летом текущего года; в начале зимы; этой осенью."""
    named = hit.one("season", "season_when")
    if named is None:
        return None
    bound = _with_year(Meaning(unit=Unit.SEASON, anchor=Anchor.YEAR, part=named.number), hit)
    bare = bound.anchor is Anchor.YEAR and named.kind == "season"
    if bare and not (hit.one("when", "part", "this", "last", "next") or hit.preceded("from", "to", "beside")):
        return None
    return bound


def quarter(hit: Hit) -> Meaning | None:
    """В I квартале 2019 года; у другому півріччі; в первой половине 2024 года."""
    number = hit.one("ordinal", "roman", "day", "day_th")
    unit = Unit.QUARTER if hit.one("unit_quarter") is not None else Unit.HALF
    if number is None or not 1 <= number.number <= (4 if unit is Unit.QUARTER else 2):
        return None
    return _with_year(Meaning(unit=unit, anchor=Anchor.YEAR, part=number.number), hit)


def years_range(hit: Hit) -> Meaning | None:
    """2014–2015; з 2014 по 2020 рік; у 2014-2016 роках."""
    both = hit.one("years")
    if hit.one("and") is not None and hit.one("between") is None:
        return None
    years = [int(part) for part in both.key.split("/")] if both else [s.number for s in hit.every("year", "year_th")]
    first, last = years[0], years[-1]
    if not _EARLIEST_PLAIN - 400 <= first < last <= _LATEST_PLAIN:
        return None
    if hit.one("unit_year", "unit_year_short", "when", "from", "for", "between", "year_th") is None and not _aside(hit):
        return None
    end = Meaning(unit=Unit.YEAR, anchor=Anchor.WORDS, year=last)
    return Meaning(unit=Unit.YEAR, anchor=Anchor.WORDS, year=first, end=end)


def year(hit: Hit) -> Meaning | None:
    """У 2020 році; 2020 року; в 2025-м; на початку 2022-го; (2014); виборів 2020."""
    named = hit.one("year", "year_th")
    if named is None:
        return None
    said = hit.one("unit_year", "unit_year_short") is not None or named.kind == "year_th"
    plain = _EARLIEST_PLAIN <= named.number <= _LATEST_PLAIN
    if not said and not (
        plain and (hit.one("when", "part") is not None or hit.preceded("from", "beside") or _aside(hit))
    ):
        return None
    return Meaning(unit=Unit.YEAR, anchor=Anchor.WORDS, year=named.number, circa=hit.circa)


def decade(hit: Hit) -> Meaning | None:
    """З 1970-х років; в 90-е; у дев'яностих."""
    named = hit.one("decade")
    if named is None or (hit.one("when", "part", "unit_year") is None and len(named.key) == 2):
        return None
    number = named.number
    if number < 100:
        number += 1900 if number >= 30 else 2000
    return Meaning(unit=Unit.DECADE, anchor=Anchor.WORDS, year=number)


def century(hit: Hit) -> Meaning | None:
    """У XIX столітті; в конце двадцатого века."""
    numbers = hit.every("roman", "day_th", "ordinal", "number", "day")
    number = sum(symbol.number for symbol in numbers)
    if not 1 <= number <= 21:
        return None
    return Meaning(unit=Unit.CENTURY, anchor=Anchor.WORDS, year=100 * (number - 1))


def holiday(hit: Hit) -> Meaning | None:
    """На Великдень; в Новый год; День Незалежності України."""
    named = hit.one("holiday")
    if named is None:
        return None
    if "-" not in named.key:
        return _with_year(Meaning(unit=Unit.SEASON, anchor=Anchor.YEAR, part=named.number - 20), hit)
    month_, day = (int(part) for part in named.key.split("-"))
    return _with_year(Meaning(unit=Unit.DAY, anchor=Anchor.YEAR, month=month_, day=day), hit)


def _with_year(named: Meaning, hit: Hit) -> Meaning:
    """A place in the year with the year that the words give, or how they relate to it."""
    years = hit.every("year", "year_th")
    if years:
        return replace(named, anchor=Anchor.WORDS, year=years[-1].number)
    if (told := hit.one("deictic_year")) is not None:
        return replace(named, anchor=Anchor.PUBLICATION, shift=told.number)
    relation = hit.one("this", "last", "next", "that")
    if relation is None:
        return named
    if relation.kind == "that":
        return replace(named, anchor=Anchor.CONTEXT)
    if hit.one("unit_year") is not None or relation.kind == "this":
        return replace(named, anchor=Anchor.PUBLICATION, shift=relation.number)
    # «Минулої осені», «следующим летом»: the last or next one, whichever year it falls in.
    return replace(named, anchor=Anchor.YEAR, shift=relation.number)


def _stretch(end: Meaning, *, month: int, day: int | None, hit: Hit) -> Meaning:
    """From a day or month to ``end``; a year that stands with the first is its own."""
    years = hit.every("year", "year_th")
    year_ = end.year
    if year_ is not None and (month, day or 0) > (end.month or 0, end.day or 0):
        year_ -= 1
    if len(years) == 2:
        year_ = years[0].number
    return replace(end, month=month, day=day, year=year_, end=end)


def _checked(meaning: Meaning | None) -> Meaning | None:
    """The meaning, if there is such a day."""
    if meaning is None or meaning.month is None or meaning.day is None or not 1 <= meaning.month <= 12:
        return None
    longest = monthrange(2024 if meaning.year is None else meaning.year, meaning.month)[1]
    return meaning if 1 <= meaning.day <= longest else None


def _day(numbers: list[Symbol]) -> int:
    return sum(symbol.number for symbol in numbers if symbol.key.isdigit())


def _aside(hit: Hit) -> bool:
    """Whether a bare number stands where only a year does: in brackets, or at the name of an election."""
    left, right = hit.before(), hit.after()
    if right is not None and right.kind in {"comma", "and"} and _is_year_of_a_list(hit):
        return True
    if left is not None and right is not None and left.word == "(" and right.word in {")", ","}:
        return True
    return any((symbol := hit.before(distance)) is not None and symbol.kind == "election" for distance in (1, 2, 3))


def _is_year_of_a_list(hit: Hit) -> bool:
    """Whether more years follow, the last of them with the word for it: «в 2008, 2012 и 2016 годах»."""
    for distance in (2, 4, 6, 8):
        next_, after = hit.after(distance), hit.after(distance + 1)
        if next_ is None or next_.kind not in {"year", "year_th"}:
            return False
        if after is not None and after.kind in {"unit_year", "unit_year_short"}:
            return True
    return False


def _on_a_street(hit: Hit) -> bool:
    """«вулиця 1 Травня», «на площі 8 Березня»."""
    return any((symbol := hit.before(distance)) is not None and symbol.kind == "street" for distance in (1, 2))


def _is_counted_day(hit: Hit) -> bool:
    """A number that is no day stands before: «45 марта»."""
    return hit.preceded("count")


_WEEKDAY = "(when? weekday comma?)?"
_TODAY = "(deictic_day comma?)?"
_END_OF_WEEK = "(when? part adjective? unit_week comma)?"

CALENDAR_RULES = (
    Rule("numeric_date", f"{_TODAY} {_WEEKDAY} about? when? iso YEARWORD?", numeric_date),
    Rule("date_with_slashes", "day slash (day|count) slash year", date_with_slashes),
    Rule(
        "days_of_a_month",
        "(from|between|when)? (days|(day|day_th) month? SAID? (to|dash|and) (day|day_th)"
        "|(day|day_th) comma (day|day_th) and (day|day_th)) month TAIL?",
        days_of_a_month,
    ),
    Rule(
        "day_of_a_month",
        f"{_END_OF_WEEK} {_TODAY} (PARTOFDAY when?)? {_WEEKDAY} PARTOFDAY? about? when? "
        "DAYNUM (month|month_short dot?) DAYTAIL? PARTOFDAY?",
        day_of_a_month,
    ),
    Rule("month_before_day", "month day comma? year", day_of_a_month),
    Rule("tens_of_days", "when? tens_of_days month TAIL?", tens_of_days),
    Rule(
        "months_range",
        "(from|between|when|for)? part? month SAID? (to|dash|and) when? part? month TAIL?",
        months_range,
    ),
    Rule("quarter", "(when|for)? (ordinal|roman|day|day_th) (unit_quarter|unit_half) TAIL?", quarter),
    Rule("half_a_year", "(when|for)? ordinal half (SAID|TOLD)", quarter),
    Rule(
        "month", "(when|for|during)? about? (ordinal half|part)? when? (this|last|next|that same?)? month TAIL?", month
    ),
    Rule(
        "season",
        "(when|for)? part? (this|last|next|that same?)? (season|season_when) TAIL?",
        season,
    ),
    Rule("holiday", "when? holiday TAIL?", holiday),
    Rule("years_range", "(from|between|when|for)? (years YEARWORD?|SAID (to|dash|and) SAID)", years_range),
    Rule("year", "(when|for|during)? about? when? part? SAID", year),
    Rule("decade", "when? part? decade unit_year?", decade),
    Rule(
        "century",
        "when? part? (roman|day_th|day|number? ordinal) (unit_century|unit_century_short dot?)",
        century,
    ),
)
"""The first that fits has the words; longer ones come first."""
