"""From a ``Dossier`` to data files: one module per kind of record, one JSON object a line, a schema beside each."""

import json
from collections.abc import Iterator, Mapping
from importlib.resources import files

from build_dossier.dossier import Dossier
from build_dossier.exports import entities, events, notes, problems, readings
from build_dossier.exports.record import Export
from build_dossier.pages import Asset

EXPORTS: tuple[Export, ...] = (readings.EXPORT, entities.EXPORT, events.EXPORT, notes.EXPORT, problems.EXPORT)
"""Every data file, in the order in which the data page lists them."""


def assets(dossier: Dossier) -> Iterator[Asset]:
    """The data files and their schemas, under ``data/``."""
    for export in EXPORTS:
        yield Asset(path=f"data/{export.name}", data=_lines(export.rows(dossier)))
        yield Asset(path=f"data/{export.schema}", data=schema_text(export).encode())


def schema_text(export: Export) -> str:
    """The JSON Schema (draft 2020-12) of one line of ``export``."""
    return (files("build_dossier") / "exports" / "schemas" / export.schema).read_text(encoding="utf-8")


def _lines(rows: Iterator[Mapping[str, object]]) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()
