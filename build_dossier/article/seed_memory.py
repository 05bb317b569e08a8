"""Which text stood under which article id: remembered in ``.dossier/seeds.jsonl``, so that a renamed seed is known.

Comes in: what was remembered, and the seeds of today. Goes out: a warning for every seed that only changed its name,
with the rename that keeps its notes, and what is to be remembered from now on.
"""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from build_dossier.article import Seed
from build_dossier.errors import Problem, Severity

FILE = ".dossier/seeds.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownSeed:
    """An article that was published."""

    id: str
    name: str
    """Path below the seeds folder."""
    sha256: str


def recall(text: str) -> tuple[tuple[KnownSeed, ...], tuple[Problem, ...]]:
    """The records of ``seeds.jsonl`` in order of id; a line that cannot be read is a warning and is left out."""
    known: dict[str, KnownSeed] = {}
    problems = []
    for number, line in enumerate(text.splitlines(), start=1):
        record = _record(line)
        if record is not None:
            known.setdefault(record.id, record)
        elif line.strip():
            problems.append(_unreadable(number))
    return tuple(known[key] for key in sorted(known)), tuple(problems)


def remember(known: Iterable[KnownSeed], seeds: Iterable[Seed]) -> str:
    """The text of ``seeds.jsonl``: one JSON object a line, sorted by id; a seed of today replaces what its id was."""
    today = {seed.id: KnownSeed(id=seed.id, name=seed.name, sha256=seed.sha256) for seed in seeds}
    records = {record.id: record for record in known} | today
    lines = ({"id": record.id, "name": record.name, "sha256": record.sha256} for _, record in sorted(records.items()))
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def old_names(known: Sequence[KnownSeed], seeds: Sequence[Seed]) -> Mapping[str, str]:
    """For the id of each seed whose bytes were known under an id that is no more, that id."""
    today = {seed.id for seed in seeds}
    gone = {record.sha256: record.id for record in known if record.id not in today}
    return {seed.id: gone[seed.sha256] for seed in seeds if seed.sha256 in gone}


def renamed(known: Sequence[KnownSeed], seeds: Sequence[Seed], annotations: Collection[str]) -> tuple[Problem, ...]:
    """A warning for each seed whose bytes were known under an id that is no more.

    It is said when the new name is seen for the first time, and as long as the notes bear the old one.

    Args:
        known: what was remembered.
        seeds: those of today.
        annotations: paths of the annotation files, ``docs/annotations/….md``.
    """
    today = {seed.id for seed in seeds}
    gone = {record.sha256: record for record in known if record.id not in today}
    seen = {record.id for record in known}
    files = {path.rpartition("/")[2].removesuffix(".md"): path for path in sorted(annotations)}
    pairs = ((gone[seed.sha256], seed) for seed in seeds if seed.sha256 in gone)
    found = ((old, seed, _notes(old, files)) for old, seed in pairs)
    return tuple(_problem(old, seed, notes) for old, seed, notes in found if notes is not None or seed.id not in seen)


def _notes(old: KnownSeed, files: Mapping[str, str]) -> str | None:
    """The annotation file that bears an old name: its id or its seed's stem."""
    stem = old.name.rpartition("/")[2].rpartition(".")[0]
    return files.get(old.id) or files.get(stem)


def _problem(old: KnownSeed, seed: Seed, notes: str | None) -> Problem:
    back = f"rename it to seeds/{old.name} to keep its address"
    hint = back if notes is None else f"rename {notes} to docs/annotations/{seed.id}.md to keep its notes, or {back}"
    return Problem(
        severity=Severity.WARNING,
        code="seed-renamed",
        file=f"seeds/{seed.name}",
        line=None,
        message=f"is the text that was seeds/{old.name}; its page was /articles/{old.id}/",
        hint=hint,
    )


def _record(line: str) -> KnownSeed | None:
    """A line as a record, ``None`` when it is not one."""
    try:
        data = json.loads(line)
        values = {key: data[key] for key in ("id", "name", "sha256")}
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return KnownSeed(**values) if all(isinstance(value, str) for value in values.values()) else None


def _unreadable(line: int) -> Problem:
    return Problem(
        severity=Severity.WARNING,
        code="seeds-unreadable",
        file=FILE,
        line=line,
        message="this line is not a remembered seed and was passed over",
        hint="restore the line from version control, or delete it: a renamed seed is then not recognised",
    )
