"""More texts than there are: copies of a collection with other names and numbers, so that growth can be measured.

Comes in: texts by name. Goes out: more of them; the same for the same texts. A name becomes another name of the
collection with the same ending, everywhere in a copy, so that copies have cross-links of their own.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import count, islice
from pathlib import PurePosixPath

_NAME = re.compile(r"\b[А-ЯІЇЄҐЁ][а-яіїєґё’'ʼ]{2,}\b")
_NUMBER = re.compile(r"(?<![\d.,:-])\d{2,3}(?![\d.,:-])")
_ENDING = 2
"""Letters that the old and the new name share: enough to keep the case."""

_KEPT = 3
"""One name in so many stays as it is: collections that grow share some of their names."""


def multiplied(texts: Mapping[str, str], articles: int) -> dict[str, str]:
    """So many texts: the first ones, or all and as many copies as are missing."""
    if articles <= len(texts):
        return dict(islice(texts.items(), articles))
    return {**texts, **dict(islice(_copies(texts), articles - len(texts)))}


def _copies(texts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    names = _by_ending(texts)
    for number in count(2):
        for file, text in texts.items():
            path = PurePosixPath(file)
            yield str(path.with_name(f"{path.stem}-copy{number}{path.suffix}")), _changed(text, names, number)


def _by_ending(texts: Mapping[str, str]) -> dict[str, Sequence[str]]:
    names: dict[str, set[str]] = defaultdict(set)
    for text in texts.values():
        for name in _NAME.findall(text):
            names[name[-_ENDING:]].add(name)
    return {ending: sorted(found) for ending, found in names.items()}


def _changed(text: str, names: Mapping[str, Sequence[str]], number: int) -> str:
    def other(found: re.Match[str]) -> str:
        name = found[0]
        dice = _dice(name, number)
        alike = names[name[-_ENDING:]]
        return name if dice % _KEPT == 0 else alike[dice // _KEPT % len(alike)]

    return _NUMBER.sub(lambda found: str((int(found[0]) + 7 * number) % 900 + 10), _NAME.sub(other, text))


def _dice(name: str, number: int) -> int:
    return int.from_bytes(sha256(f"{number} {name}".encode()).digest()[:4])
