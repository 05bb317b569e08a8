"""Values out of JSON that anybody may have made: what has not the form expected is not there.

Comes in: whatever ``json`` gives. Goes out: strings without control characters, mappings, lists; never an error.
"""

import re
from collections.abc import Mapping, Sequence
from hashlib import sha256
from json import dumps

from build_dossier.text.edtf import is_edtf

Json = object
"""Nothing is known of it."""

_LINE_END = re.compile("\r\n?|[\u2028\u2029\x85]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?=T|$)")
_SHORT = 80


def cleaned(text: str) -> str:
    """The text with plain line ends, without control characters and halves of characters."""
    return _SURROGATE.sub("\ufffd", _CONTROL.sub("", _LINE_END.sub("\n", text)))


def string(value: Json) -> str:
    """The string that it is, cleaned; else an empty one."""
    return cleaned(value) if isinstance(value, str) else ""


def mapping(value: Json) -> Mapping[str, Json]:
    """The mapping that it is; else an empty one."""
    return value if isinstance(value, dict) else {}


def several(value: Json) -> Sequence[Json]:
    """The list that it is, or of one value, or of none."""
    if isinstance(value, list):
        return value
    return () if value is None else (value,)


def strings(value: Json) -> tuple[str, ...]:
    """The strings among several values, on one line each, none empty."""
    found = (" ".join(string(item).split()) for item in several(value))
    return tuple(word for word in found if word)


def day(value: Json) -> str | None:
    """The day of a moment, as its maker's clock had it."""
    found = _DAY.match(string(value))
    return found[0] if found is not None and is_edtf(found[0]) else None


def digest(value: Json) -> str:
    """12 hex digits of a value, whatever the order of its keys."""
    text = value if isinstance(value, str) else dumps(value, sort_keys=True)
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def shortened(text: str) -> str:
    """The text on one line, as long as a message can bear."""
    line = " ".join(text.split())
    return line if len(line) <= _SHORT else line[:_SHORT].rstrip() + " …"
