"""Values as small files: compact JSON, gzipped, the same bytes for the same value; lists cut into files of one size."""

import gzip
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")

SUFFIX = ".json.gz"


def packed(value: object) -> bytes:
    """The bytes of a file."""
    return gzip.compress(text_of(value).encode(), 9, mtime=0)


def text_of(value: object) -> str:
    """Compact JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def cut(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """The items in order, in lists whose JSON has at least ``size`` characters, but for the last."""
    group: list[T] = []
    length = 0
    for item in items:
        group.append(item)
        length += len(text_of(item))
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
