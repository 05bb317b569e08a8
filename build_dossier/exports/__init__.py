"""From a ``Dossier`` to data files: one module per kind of file, a schema beside each that is JSON."""

import json
from collections.abc import Iterator, Mapping
from importlib.resources import files

from build_dossier.dossier import Dossier
from build_dossier.exports import (
    annotation_table,
    annotation_text,
    annotations,
    entities,
    events,
    glossary,
    notes,
    problems,
    readings,
)
from build_dossier.exports.record import Document, Export
from build_dossier.pages import Asset

EXPORTS: tuple[Export, ...] = (readings.EXPORT, entities.EXPORT, events.EXPORT, notes.EXPORT, problems.EXPORT)
"""Every data file of one JSON object a line, in the order in which the data page lists them."""

OF_NOTES: tuple[Document, ...] = (annotations.DOCUMENT, annotation_table.DOCUMENT, annotation_text.DOCUMENT)
"""The notes, each in another form."""

DOCUMENTS: tuple[Document, ...] = (*OF_NOTES, glossary.DOCUMENT)
"""Every other data file; the data page lists them after those."""


def assets(dossier: Dossier) -> Iterator[Asset]:
    """The data files and their schemas, under ``data/``."""
    for export in EXPORTS:
        yield Asset(path=f"data/{export.name}", data=_lines(export.rows(dossier)))
        yield Asset(path=f"data/{export.schema}", data=schema_text(export.schema).encode())
    for document in DOCUMENTS:
        yield Asset(path=f"data/{document.name}", data=document.data(dossier))
        if document.schema is not None:
            yield Asset(path=f"data/{document.schema}", data=schema_text(document.schema).encode())


def schema_text(name: str) -> str:
    """The JSON Schema (draft 2020-12) of that name: of one line of an export, or of a whole document."""
    return (files("build_dossier") / "exports" / "schemas" / name).read_text(encoding="utf-8")


def _lines(rows: Iterator[Mapping[str, object]]) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()
