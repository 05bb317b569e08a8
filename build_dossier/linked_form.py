"""What linking gives as plain values and back, without the readings, which are known anyway.

Comes in: ``Linked``. Goes out: lists and plain values; and with the readings the same again, or a ``ValueError``.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from functools import lru_cache, partial
from typing import Any, get_type_hints

from build_dossier.entity import Entity
from build_dossier.errors import Problem
from build_dossier.extract import Reading
from build_dossier.link import Linked, LinkedReading
from build_dossier.linking.identity import Remembered
from build_dossier.typed_json import Reader, plain, reader

Outcome = tuple[Linked, tuple[Problem, ...]]
"""What ``link`` returns."""


def form(readings: Sequence[Reading]) -> tuple[Callable[[Outcome], object], Callable[[object], Outcome]]:
    """How the outcome for ``readings`` is written and read."""
    return to_plain, partial(from_plain, readings=readings)


def to_plain(outcome: Outcome) -> list[object]:
    """The outcome as JSON writes it."""
    linked, problems = outcome
    readings = [[plain(getattr(one, name)) for name, _ in _own_fields()] for one in linked.readings]
    rest = (linked.entities, linked.redirects, linked.remembered, problems)
    return [readings, *map(plain, rest)]


def from_plain(value: Any, readings: Sequence[Reading]) -> Outcome:
    """The outcome that ``to_plain`` was given.

    Raises:
        ValueError: the value is no outcome for these readings.
    """
    if not isinstance(value, list) or len(value) != 5 or len(value[0]) != len(readings):
        raise ValueError("no outcome of linking for these readings")
    told, entities, redirects, remembered, problems = value
    linked = Linked(
        readings=tuple(_reading(reading, one) for reading, one in zip(readings, told, strict=True)),
        entities=reader(tuple[Entity, ...])(entities),
        redirects=reader(Mapping[str, str])(redirects),
        remembered=reader(tuple[Remembered, ...])(remembered),
    )
    return linked, reader(tuple[Problem, ...])(problems)


def _reading(reading: Reading, told: Sequence[Any]) -> LinkedReading:
    own = {name: read(value) for (name, read), value in zip(_own_fields(), told, strict=True)}
    linked = LinkedReading(reading=reading, **own)
    if len(linked.links) != len(reading.mentions):
        raise ValueError("links that are not parallel to mentions")
    return linked


@lru_cache(maxsize=1)
def _own_fields() -> tuple[tuple[str, Reader], ...]:
    """Everything that linking adds to a Reading."""
    hints = get_type_hints(LinkedReading)
    return tuple((field.name, reader(hints[field.name])) for field in fields(LinkedReading) if field.name != "reading")
