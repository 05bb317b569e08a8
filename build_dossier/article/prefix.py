"""The machine prefix of a dumped text: `` date 2025-06-22 `` and its like, metadata that no reader was meant to see.

Comes in: a seed's text. Goes out: where the published words begin, and the date that stands before them.
"""

import re
from dataclasses import dataclass

from build_dossier.text.edtf import is_edtf

_KEY = r"(?:date|datetime|published(?:_at)?|pub_?date|publish(?:ed)?_date|date_published|created(?:_at)?|timestamp)"
_DATE = r"(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{2})(?:(?P=mark)(?P<day>\d{2}))?"
_CLOCK = r"(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d{1,9})?(?:Z|[ ]?[+-]\d{2}:?\d{2})?)?"
_NOTHING = r"(?:none|null|nan|nat|unknown|undefined)"
_OPEN = r"[\s\ufeff]*+[\[({]?"
_CLOSE = r"[\])}]?[;,|]?(?=\s|\Z)\s*+"

_KEYED = re.compile(rf"{_OPEN}{_KEY}[\"']?\s{{0,4}}[:=]?\s{{0,4}}[\"']?{_DATE}{_CLOCK}[\"']?{_CLOSE}", re.IGNORECASE)
_EMPTY = re.compile(rf"{_OPEN}{_KEY}\s{{0,4}}[:=]?\s{{0,4}}{_NOTHING}{_CLOSE}", re.IGNORECASE)
# Without a key only the whole ISO date: people do not begin a text so, and «2025 рік…» is a sentence.
_BARE = re.compile(rf"{_OPEN}(?P<year>\d{{4}})-(?P<month>\d{{2}})-(?P<day>\d{{2}}){_CLOCK}{_CLOSE}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Prefix:
    """Metadata at the beginning of a text."""

    end: int
    """Where the published words begin; 0 when there is no prefix."""
    date: str | None
    """EDTF, as precise as stated; ``None`` when there is none or it is no real date."""
    words: str
    """The prefix as it stands, trimmed."""


def read_prefix(text: str) -> Prefix:
    """The machine prefix of ``text``; an empty one when the text begins with its own words."""
    found = _KEYED.match(text) or _BARE.match(text)
    if found is not None:
        return Prefix(end=found.end(), date=_value(found), words=found.group().strip())
    nothing = _EMPTY.match(text)
    if nothing is not None:
        return Prefix(end=nothing.end(), date=None, words=nothing.group().strip())
    return Prefix(end=0, date=None, words="")


def _value(found: re.Match[str]) -> str | None:
    value = "-".join(part for part in found.group("year", "month", "day") if part is not None)
    return value if is_edtf(value) else None
