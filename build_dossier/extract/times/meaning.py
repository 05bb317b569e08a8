"""What a time expression says by itself, before it is bound to a calendar.

«у п'ятницю, 20 червня» says a weekday, a day and a month, and leaves the year to be found; «два дні тому» says how far
from the publication; «того же года» how far from a time named before.
"""

from dataclasses import dataclass
from enum import Enum


class TimeType(Enum):
    """What kind of time is meant (after TIMEX3, whose SET is not told)."""

    DATE = "DATE"
    """A day, month, season, year, decade or century."""
    PERIOD = "PERIOD"
    """A stretch between two dates: a range, a week, a quarter, «останні місяці»."""
    DURATION = "DURATION"
    """How long, not when."""


class Unit(Enum):
    """What is counted or named."""

    HOUR = "HOUR"
    DAY = "DAY"
    WEEK = "WEEK"
    WEEKEND = "WEEKEND"
    MONTH = "MONTH"
    SEASON = "SEASON"
    QUARTER = "QUARTER"
    HALF = "HALF"
    YEAR = "YEAR"
    DECADE = "DECADE"
    CENTURY = "CENTURY"


class Anchor(Enum):
    """What the words leave to be found, and from where."""

    WORDS = "words"
    """Nothing: the value is in the words."""
    YEAR = "year"
    """The year of a month, day or season, or the date of a weekday."""
    PUBLICATION = "publication"
    """The publication of the text, ``shift`` units away."""
    CONTEXT = "context"
    """The time told before, ``shift`` units away."""
    TENSE = "tense"
    """«через неделю»: from the publication where the sentence looks forward, else from the time told before."""
    NOWHERE = "nowhere"
    """There is no date in it: a duration, or a time that only an event gives."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What the words say."""

    unit: Unit
    anchor: Anchor
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """1 (Monday) to 7."""
    part: int | None = None
    """Which season, quarter or half of the year; which ten days of the month (0, 1, 2)."""
    shift: int | None = 0
    """Years, where a month, day, season, quarter or half is named; else units; ``None`` is an unknown number."""
    reach: int | None = None
    """A stretch of so many units that ends (negative) or begins at the anchor; 0 is an unknown number after it."""
    end: "Meaning | None" = None
    """The other end of a range."""
    circa: bool = False
    duration: bool = False
    """Whether it says how long."""

    @property
    def type(self) -> TimeType:
        """Which kind of time it is."""
        if self.duration:
            return TimeType.DURATION
        stretch = self.end is not None or self.reach is not None
        if stretch or self.unit in {Unit.WEEK, Unit.WEEKEND, Unit.QUARTER, Unit.HALF}:
            return TimeType.PERIOD
        return TimeType.DATE

    @property
    def named(self) -> bool:
        """Whether a place in the year is named, so that only the year is open."""
        return self.month is not None or self.unit in {Unit.SEASON, Unit.QUARTER, Unit.HALF}
