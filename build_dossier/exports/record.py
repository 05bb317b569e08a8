"""What every data file has in common."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from build_dossier.dossier import Dossier

Row = Mapping[str, object]
"""One JSON object."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """A data file of the dossier."""

    name: str
    """``readings.jsonl``."""
    schema: str
    """``readings.schema.json``."""
    about: str
    """What it holds: an interface text."""
    rows: Callable[[Dossier], Iterator[Row]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A data file of the dossier that is one whole and not line by line."""

    name: str
    """``annotations.jsonld``."""
    schema: str | None
    """``annotations.schema.json``; ``None`` for what is no JSON."""
    about: str
    """What it holds: an interface text."""
    data: Callable[[Dossier], bytes]


def message(text: str) -> str:
    """``text``, marked as an interface text for the catalogues."""
    return text
