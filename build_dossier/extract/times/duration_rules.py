"""Rules for how long something takes: counted units that are no date, no age, no clock time and no frequency."""

from itertools import pairwise

from build_dossier.extract.times.grammar import UNITS, Hit, Rule, unit_of
from build_dossier.extract.times.meaning import Anchor, Meaning

_PREPOSITIONS = frozenset({"when", "from", "to", "beside", "between", "for", "during", "through"})


def one_unit(hit: Hit) -> Meaning | None:
    """За рік; протягом тижня; понад рік; not «за годы»."""
    unit = hit.one(*UNITS)
    return duration(hit) if unit is not None and unit.word in hit.vocabulary.one_unit else None


def duration(hit: Hit) -> Meaning | None:
    """За три года; протягом двох тижнів; понад п'ять років; от двух до 11 лет; на четыре года; полчаса."""
    if hit.preceded("each") or _times_a(hit) or _is_age(hit) or _is_clock(hit):
        return None
    when = hit.one("when")
    if when is not None and when.word != "на":
        return None
    return Meaning(unit=unit_of(hit), anchor=Anchor.NOWHERE, duration=True)


def _times_a(hit: Hit) -> bool:
    """«раз на два роки», «раз в 4 года»."""
    left = hit.before()
    first = hit.all[hit.start]
    return left is not None and left.kind == "each" and first.kind in {"when", "for", "number", "day"}


def _is_clock(hit: Hit) -> bool:
    """«в 10 часов», «около 3 часов ночи», «до 20 часов»."""
    hours = hit.one("unit_hour") is not None
    return hours and (hit.followed("part_of_day") or hit.preceded("when", "to", "beside", "from"))


def _is_age(hit: Hit) -> bool:
    """«Асии Биби 54 года», «йому буде 78 років», «(Іван, 35 років)», «старше 18 лет»."""
    if hit.one("unit_year") is None or hit.one("for", "during", "when", "lasting") is not None:
        return False
    near = [symbol for distance in (1, 2, 3, 4) if (symbol := hit.before(distance)) is not None]
    if any(symbol.kind == "age" for symbol in near[:2]) or _is_or_older(hit):
        return True
    pairs = pairwise(near)
    if any(one.kind == "to_whom" and before.kind not in _PREPOSITIONS for one, before in pairs):
        return True
    if len(near) > 1 and near[0].kind == "capital" and near[1].kind == "capital":
        return True
    return len(near) > 1 and near[0].kind == "comma" and near[1].kind == "capital" and hit.followed("comma", "mark")


def _is_or_older(hit: Hit) -> bool:
    """«18 лет и старше»."""
    conjunction, older = hit.after(), hit.after(2)
    return conjunction is not None and older is not None and conjunction.kind == "and" and older.kind == "age"


DURATION_RULES = (
    Rule("range_of_durations", "from about? NUM to about? NUM LENGTH", duration),
    Rule("counted_duration", "(for|during|when)? about? HOWMANY LENGTH", duration),
    Rule("whole_duration", "(for|during|when)? about? whole_duration", duration),
    Rule("duration_of_one", "(for|during|about) about? LENGTH", one_unit),
    Rule("lasting", "lasting (unit_day|unit_week|unit_month|unit_year)", one_unit, skip=1),
)
"""The first that fits has the words; longer ones come first."""
