"""``problems.jsonl``: errors, warnings and doubts, each with file and line."""

from collections.abc import Iterator

from build_dossier.dossier import Dossier
from build_dossier.exports.record import Export, Row, message


def rows(dossier: Dossier) -> Iterator[Row]:
    """One object a problem, gravest first."""
    for problem in dossier.problems:
        yield {
            "severity": problem.severity.value,
            "code": problem.code,
            "file": problem.file,
            "line": problem.line,
            "message": problem.message,
            "hint": problem.hint,
        }


EXPORT = Export(
    name="problems.jsonl",
    schema="problems.schema.json",
    about=message("Errors, warnings and doubts with the file and line that would settle them"),
    rows=rows,
)
