"""What is known of an article's publication, to count from.

A stated day, or an editor's month, is a firm ground. «2018-06/..» (the text tells of June 2018 as past, so it is not
older) is a bound: it may give the year to dates nearby, no more.
"""

import datetime as dt
import re
from dataclasses import dataclass

from build_dossier.article import Basis, Published
from build_dossier.extract.times.meaning import Unit

_POINT = re.compile(r"(?P<year>\d{4})(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d\d))?)?[?~%]?")
_FIRM = frozenset({Basis.STATED, Basis.EDITOR})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A publication, as exactly as it is known."""

    year: int
    month: int | None
    day: dt.date | None
    basis: Basis
    """Of a year that it gives to a bare date."""
    told: Basis
    """Of what is counted from it."""
    bound: bool = False
    """Whether the text is only not older than this."""

    @staticmethod
    def of(published: Published) -> "Reference | None":
        """What a publication gives; ``None`` where nothing is known of it, or only a year that it is not older than."""
        if published.value is None:
            return None
        start, slash, end = published.value.partition("/")
        bound = slash != ""
        found = _POINT.fullmatch(start)
        if found is None or (bound and (end not in {"", ".."} or found["month"] is None)):
            return None
        month = None if found["month"] is None else int(found["month"])
        day = None
        if found["day"] is not None and month is not None:
            try:
                day = dt.date(int(found["year"]), month, int(found["day"]))
            except ValueError:
                return None
        firm = published.basis in _FIRM and not bound
        return Reference(
            year=int(found["year"]),
            month=month,
            day=day,
            basis=Basis.INFERRED if bound else Basis.STATED if firm else Basis.COMPUTED,
            told=Basis.INFERRED if bound else Basis.COMPUTED,
            bound=bound,
        )

    def knows(self, unit: Unit, *, named: bool) -> bool:
        """Whether it is exact enough to count such units from it."""
        if named or unit in {Unit.YEAR, Unit.DECADE, Unit.CENTURY}:
            return True
        if self.bound:
            return False
        if unit in {Unit.MONTH, Unit.QUARTER, Unit.HALF}:
            return self.month is not None
        return self.day is not None
