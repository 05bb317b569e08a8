"""A file of the editor's that is half-written is shown as it last was.

Comes in: sources, and the files as they were when they could be read. Goes out: sources with those in the place of what
cannot be read, and an error for each that says so. The strict build knows nothing of this: there it stays an error.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from build_dossier.dossier import Sources, TextFile
from build_dossier.errors import Problem, Severity
from build_dossier.strict_yaml import YamlError, read_front_matter

GROUPS = ("annotations", "entities", "events", "prose")
"""The groups of ``Sources`` whose files begin with front matter."""

UNREADABLE = frozenset({"not-utf-8"})
"""Codes of problems for which a file is not among the sources at all."""

HINT = "until it is mended the preview shows the file as it was before"


@dataclass(frozen=True, slots=True, kw_only=True)
class Readable:
    """Sources that can be read."""

    sources: Sources
    good: Mapping[str, TextFile]
    """Every file by its path, as it last could be read."""
    broken: tuple[str, ...]
    """Paths of the files that are shown as they were before."""


def readable(sources: Sources, last: Mapping[str, TextFile]) -> Readable:
    """``sources`` with the ``last`` good version of each file that is broken; one that never was good stays."""
    unreadable = {problem.file for problem in sources.problems if problem.code in UNREADABLE}
    groups: dict[str, tuple[TextFile, ...]] = {}
    good: dict[str, TextFile] = {}
    problems: list[Problem] = []
    broken: list[str] = []
    for name in GROUPS:
        files: dict[str, TextFile] = {file.path: file for file in getattr(sources, name)}
        for path, file in files.items():
            problem = _mistake(file)
            if problem is None:
                good[path] = file
            elif path in last:
                problems.append(problem)
                good[path] = last[path]
        missing = {path: last[path] for path in unreadable & last.keys() if _group(path) == name}
        good |= missing
        broken += missing
        shown = {**files, **{path: good[path] for path in (*files, *missing) if path in good}}
        groups[name] = tuple(shown[path] for path in sorted(shown))
    told = tuple(replace(p, hint=HINT) if p.file in good and p.code in UNREADABLE else p for p in sources.problems)
    changed = replace(
        sources,
        annotations=groups["annotations"],
        entities=groups["entities"],
        events=groups["events"],
        prose=groups["prose"],
        problems=(*told, *problems),
    )
    return Readable(sources=changed, good=good, broken=(*broken, *(problem.file for problem in problems)))


def _mistake(file: TextFile) -> Problem | None:
    try:
        read_front_matter(file.text)
    except YamlError as error:
        return Problem(
            severity=Severity.ERROR,
            code="front-matter",
            file=file.path,
            line=error.line,
            message=error.message,
            hint=HINT,
        )
    return None


def _group(path: str) -> str:
    """``docs/annotations/a.md`` is of ``annotations``, ``docs/index.md`` of ``prose``."""
    folder = path.removeprefix("docs/").rpartition("/")[0].partition("/")[0]
    return folder or "prose"
