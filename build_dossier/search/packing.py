"""Values as small files: compact JSON, gzipped, the same bytes for the same value; lists cut into files of one size."""

import gzip
import json
from collections.abc import Iterable, Iterator, Sequence

SUFFIX = ".json.gz"
_LEVEL = 6
"""Of compression: the highest takes twice as long for a hundredth of the bytes."""
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def packed(value: object) -> bytes:
    """The bytes of a file."""
    return zipped(text_of(value))


def zipped(text: str) -> bytes:
    """A text, gzipped without a date."""
    return gzip.compress(text.encode(), _LEVEL, mtime=0)


def text_of(value: object) -> str:
    """Compact JSON."""
    return _JSON.encode(value)


def listed(texts: Iterable[str]) -> bytes:
    """The bytes of a file that holds a list, from the JSON of its items."""
    return zipped(f"[{','.join(texts)}]")


def cut(texts: Iterable[str], size: int) -> Iterator[list[str]]:
    """The JSON of items in order, in lists of at least ``size`` characters, but for the last."""
    group: list[str] = []
    length = 0
    for text in texts:
        group.append(text)
        length += len(text)
        if length >= size:
            yield group
            group, length = [], 0
    if group:
        yield group


def starts(groups: Sequence[Sequence[object]]) -> list[int]:
    """The number of the first item of each list."""
    found, at = [], 0
    for group in groups:
        found.append(at)
        at += len(group)
    return found


def gaps(numbers: Iterable[int]) -> Iterator[int]:
    """Rising numbers as the differences between them, which are small and alike."""
    last = 0
    for number in numbers:
        yield number - last
        last = number
