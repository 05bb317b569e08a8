"""The outlines of countries, as they lie with the package.

Comes in: ``lexicon/outlines.json`` (``training/make_outlines.py``). Goes out: lines that countries share, which of them
go around each country, and a point that stands for it.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import accumulate

from build_dossier.coordinates import Coordinates

Point = tuple[float, float]
"""Longitude, then latitude: to the right, then up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country as it is drawn."""

    at: Coordinates
    """A point inside its largest part."""
    rings: tuple[tuple[int, ...], ...]
    """Each a row of lines by number; ``~n`` is the line n backwards. None of a country too small to draw."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlines:
    """The countries of the world but Antarctica."""

    lines: tuple[tuple[Point, ...], ...]
    countries: Mapping[str, Country]
    """By ISO 3166-1 alpha-2."""


@lru_cache(maxsize=1)
def outlines() -> Outlines:
    """The package's outlines."""
    data = json.loads((files("build_dossier") / "lexicon" / "outlines.json").read_text(encoding="utf-8"))
    return Outlines(
        lines=tuple(_line(numbers, data["step"]) for numbers in data["arcs"]),
        countries={
            code: Country(at=(country["at"][0], country["at"][1]), rings=tuple(map(tuple, country["rings"])))
            for code, country in data["countries"].items()
        },
    )


def _line(numbers: list[int], step: float) -> tuple[Point, ...]:
    """The points of a line, of which each is given by its way from the one before, in steps."""
    return tuple((x * step, y * step) for x, y in zip(accumulate(numbers[::2]), accumulate(numbers[1::2]), strict=True))
