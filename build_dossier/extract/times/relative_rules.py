"""Rules for times told from somewhere: deictics (from the publication), anaphora (from what was told)."""

import re

from build_dossier.extract.times.grammar import Hit, Rule, unit_of
from build_dossier.extract.times.meaning import Anchor, Meaning, Unit
from build_dossier.text.morphology import analyses

_PLURAL = re.compile(r"(?:і|их|ими|іми|ие|ые|ых|ыми|ти|тих)\Z")
"""Endings of «ці», «минулих», «последние»: not one week but some."""

_DAY_AND_NIGHT = ("доб", "сут")
"""«за прошедшие сутки»: a plural that is one day."""


def amount(hit: Hit) -> int | None:
    """How many units: one where no number stands, ``None`` where it is not said."""
    numbers = hit.every("number", "day", "count")
    if not numbers:
        return 1
    if hit.one("dash", "and") is not None or any(not s.key.isdigit() or s.key == "0" for s in numbers):
        return None
    return sum(symbol.number for symbol in numbers)


def deictic_day(hit: Hit) -> Meaning | None:
    """Вчора; сьогодні вранці; сегодня, в пятницу."""
    named = hit.one("deictic_day", "deictic_adjective")
    return None if named is None else Meaning(unit=Unit.DAY, anchor=Anchor.PUBLICATION, shift=named.number)


def part_of_a_day_told(hit: Hit) -> Meaning | None:
    """Цієї ночі; этим утром; минулої ночі, which belongs to the day before."""
    relation = hit.one("this", "last")
    return None if relation is None else Meaning(unit=Unit.DAY, anchor=Anchor.PUBLICATION, shift=relation.number)


def deictic_year(hit: Hit) -> Meaning | None:
    """Торік."""
    named = hit.one("deictic_year")
    return None if named is None else Meaning(unit=Unit.YEAR, anchor=Anchor.PUBLICATION, shift=named.number)


def weekdays_range(hit: Hit) -> Meaning | None:
    """З понеділка по середу."""
    first, last = hit.every("weekday")
    end = Meaning(unit=Unit.DAY, anchor=Anchor.YEAR, weekday=last.number)
    return Meaning(unit=Unit.DAY, anchor=Anchor.YEAR, weekday=first.number, end=end)


def weekday(hit: Hit) -> Meaning | None:
    """У суботу; минулої п'ятниці; увечері у четвер; (з) понеділка."""
    named, relation = hit.one("weekday"), hit.one("this", "last", "next")
    if named is None or hit.preceded("each"):
        return None
    beside = hit.preceded("from", "to", "beside")
    if relation is None and hit.one("when", "part_of_day") is None and not beside:
        return None
    shift = None if relation is None else relation.number
    return Meaning(unit=Unit.DAY, anchor=Anchor.YEAR, weekday=named.number, shift=shift)


def unit_told(hit: Hit) -> Meaning | None:
    """Цього тижня; в прошлом году; в начале этого месяца; цими вихідними; того ж року."""
    relation, unit = hit.one("this", "last", "next", "that"), unit_of(hit)
    if relation is None or unit in {Unit.DAY, Unit.HOUR}:
        return None
    if _PLURAL.search(relation.word) and unit is not Unit.WEEKEND:
        return _some(relation.kind, unit)
    anchor = Anchor.CONTEXT if relation.kind == "that" else Anchor.PUBLICATION
    return Meaning(unit=unit, anchor=anchor, shift=relation.number)


def day_told(hit: Hit) -> Meaning | None:
    """Того ж дня; в этот день; наступного дня; на следующий день."""
    relation = hit.one("this", "last", "next", "that")
    day = hit.one("unit_day")
    if relation is None or day is None or (relation.word in {"сей", "сього"} and hit.preceded("to")):
        return None
    if day.word.startswith(_DAY_AND_NIGHT) and relation.kind in {"last", "next"}:
        reach = 1 if relation.kind == "next" else -1
        return Meaning(unit=Unit.DAY, anchor=Anchor.PUBLICATION, shift=1, reach=reach)
    if _PLURAL.search(relation.word):
        return _some(relation.kind, Unit.DAY)
    return Meaning(unit=Unit.DAY, anchor=Anchor.CONTEXT, shift=relation.number)


def _some(relation: str, unit: Unit) -> Meaning | None:
    """«Эти дни», «минулі роки», «следующие месяцы»: a stretch, nobody says how long."""
    if relation == "that":
        return None
    if relation == "this":
        return Meaning(unit=unit, anchor=Anchor.NOWHERE, reach=0)
    return Meaning(unit=unit, anchor=Anchor.PUBLICATION, shift=None, reach=-1 if relation == "last" else 1)


def weekend(hit: Hit) -> Meaning | None:
    """На вихідних; в выходные."""
    del hit
    return Meaning(unit=Unit.WEEKEND, anchor=Anchor.YEAR)


def part_of_this(hit: Hit) -> Meaning | None:
    """В конце года; на початку тижня; в первой половине года."""
    return Meaning(unit=unit_of(hit), anchor=Anchor.PUBLICATION)


def stretch(hit: Hit) -> Meaning | None:
    """За останні дев'ять років; наступні сім днів; в последние месяцы; за минулі два тижні."""
    relation = hit.one("recent", "last", "next")
    if relation is None:
        return None
    counted = hit.one("number", "day", "count") is not None
    plural = _PLURAL.search(relation.word) is not None
    if not counted and not plural and not _is_one_stretch(hit, relation.kind):
        return None
    day = hit.one("unit_day")
    single = counted or not plural or (day is not None and day.word.startswith(_DAY_AND_NIGHT))
    count = amount(hit) if single else None
    forward = relation.kind == "next"
    return Meaning(unit=unit_of(hit), anchor=Anchor.PUBLICATION, shift=count, reach=1 if forward else -1)


def _is_one_stretch(hit: Hit, relation: str) -> bool:
    """«за последний год», «в последнюю неделю»; «в последний день» is the last one of something."""
    if relation != "recent":
        return False
    return hit.one("for", "during") is not None or (hit.one("when") is not None and hit.one("unit_day") is None)


def ago(hit: Hit) -> Meaning | None:
    """Два дні тому; неделю назад; понад рік тому."""
    last = hit.one("that")
    if last is not None and last.word != "тому":
        return None
    if hit.one("whole_duration") is not None:
        return Meaning(unit=Unit.MONTH, anchor=Anchor.PUBLICATION, shift=None)
    count = amount(hit)
    vague = hit.one("about") is not None or count is None
    return _away(hit, Anchor.PUBLICATION, None if vague or count is None else -count)


def through(hit: Hit) -> Meaning | None:
    """Через тиждень; через 10 дней; спустя восемь лет."""
    count, unit = amount(hit), unit_of(hit)
    if unit is Unit.HOUR:
        return Meaning(unit=unit, anchor=Anchor.NOWHERE, duration=True)
    vague = hit.one("about") is not None or count is None
    return _away(hit, Anchor.TENSE, None if vague else count)


def _away(hit: Hit, anchor: Anchor, count: int | None) -> Meaning:
    """So many units away; a number of weeks is one of days, «через тиждень» is a day."""
    unit = unit_of(hit)
    if unit is not Unit.WEEK:
        return Meaning(unit=unit, anchor=anchor, shift=count)
    return Meaning(unit=Unit.DAY, anchor=anchor, shift=None if count is None else 7 * count)


def told_before(hit: Hit) -> Meaning | None:
    """За день до этого; роком раніше; двумя днями ранее."""
    if hit.one("before_that") is not None and _is_conjunction(hit):
        return None
    count = amount(hit)
    return _away(hit, Anchor.CONTEXT, None if count is None else -count)


def _is_conjunction(hit: Hit) -> bool:
    """«после того, как», «до того як»."""
    return any((symbol := hit.after(distance)) is not None and symbol.word in {"як", "как"} for distance in (1, 2))


def told_after(hit: Hit) -> Meaning | None:
    """Через два дні після цього; неделю спустя; день потому; not «после того, как»."""
    if hit.one("after_that") is not None and _is_conjunction(hit):
        return None
    return _away(hit, Anchor.CONTEXT, amount(hit))


def day_before(hit: Hit) -> Meaning | None:
    """Напередодні, накануне; not as a preposition («накануне выборов»)."""
    after = hit.after()
    if after is not None and (after.kind in {"unit_day", "election", "holiday"} or _is_genitive(after.word)):
        return None
    return Meaning(unit=Unit.DAY, anchor=Anchor.CONTEXT, shift=-1, circa=False)


def vague(hit: Hit) -> Meaning | None:
    """Днями; в ближайшее время; останнім часом."""
    named = hit.one("vague", "vague_past")
    if named is None or hit.preceded("recent", "last", "next", "that", "number", "day"):
        return None
    if named.kind == "vague_past":
        return Meaning(unit=Unit.DAY, anchor=Anchor.PUBLICATION, shift=None, reach=-1)
    if named.key == "1":
        return Meaning(unit=Unit.DAY, anchor=Anchor.PUBLICATION, shift=None, reach=1)
    return Meaning(unit=Unit.DAY, anchor=Anchor.NOWHERE, reach=0)


def most_of_the_year(hit: Hit) -> Meaning | None:
    """Большую часть года."""
    most = hit.one("most_of")
    if most is None or not most.word.startswith(("больш", "більш")):
        return None
    return Meaning(unit=unit_of(hit), anchor=Anchor.PUBLICATION, reach=0)


def _is_genitive(word: str) -> bool:
    """Whether a word can only be the genitive that a preposition asks for."""
    for language in ("uk", "ru"):
        readings = [one for one in analyses(word, language) if one.known and one.score >= 0.2]
        if readings and all(one.pos in {"NOUN", "ADJF"} and one.case == "gent" for one in readings[:1]):
            return True
    return False


_AFTER = "PARTOFDAY?"
RELATIVE_RULES = (
    Rule("weekdays_range", "from weekday to weekday", weekdays_range),
    Rule("deictic_day", f"(PARTOFDAY when?)? deictic_day (comma? when? weekday)? {_AFTER}", deictic_day),
    Rule("deictic_adjective", "when? deictic_adjective unit_day", deictic_day),
    Rule("part_of_a_day_told", "(when|for)? (this|last) part_of_day", part_of_a_day_told),
    Rule("told_after", "about? through? HOWMANY? LENGTH (later|after_that)", told_after),
    Rule("told_before", "about? for? HOWMANY? LENGTH (earlier|before_that)", told_before),
    Rule("ago", "about? HOWMANY? (LENGTH|whole_duration) (ago|that)", ago),
    Rule("through", "about? through about? HOWMANY? LENGTH", through),
    Rule("stretch", "(for|during|when)? about? this? (recent|last|next) about? HOWMANY? (LENGTH|vague)", stretch),
    Rule("weekday", f"(PARTOFDAY when?)? when? (this|last|next)? weekday {_AFTER}", weekday),
    Rule("day_told", "(when|for)? (this|last|next|that) same? unit_day", day_told),
    Rule(
        "unit_told",
        "(when|for|during)? about? (part|ordinal half)? when? RELATION same? adjective? CALENDAR",
        unit_told,
    ),
    Rule("deictic_year", "deictic_year", deictic_year),
    Rule("weekend", "when unit_weekend", weekend),
    Rule("part_of_this", "when? (part|ordinal half) adjective? (unit_week|unit_month|unit_year)", part_of_this),
    Rule("day_before", "day_before", day_before),
    Rule("vague", "vague|vague_past", vague),
    Rule("most_of_the_year", "most_of (unit_year|unit_month|unit_week)", most_of_the_year),
)
"""The first that fits has the words; longer ones come first."""
