"""What the resident process keeps in memory from one build to the next.

Comes in: sources. Goes out: their ``Build``. A text that is as it was is not read again, and a step made of what it was
made of is not done again; what the process does not know yet it takes from the caches on the disk, and keeps there.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar, cast

from build_dossier.article import Correction, Seed
from build_dossier.build import Build, build
from build_dossier.dossier import Map, Sources
from build_dossier.ground import says_nothing
from build_dossier.memo import Memo
from build_dossier.progress import Progress
from build_dossier.reading_cache import ReadingCache, open_readings
from build_dossier.workers import all_cores

T = TypeVar("T")

Given = tuple[Seed, Correction | None]


class Desk:
    """Readings and steps of the last build."""

    def __init__(self, cache: Path | None, program: str) -> None:
        self._cache = cache
        self._program = program
        self._readings: dict[str, tuple[Given, Any]] = {}
        self._steps: dict[str, tuple[set[str], object]] = {}
        self._kept: ReadingCache | None = None if cache is None else open_readings(cache)

    def build(self, sources: Sources, progress: Progress) -> Build:
        """All that comes of ``sources``."""
        memo = None if self._cache is None else Memo(folder=self._cache, program=self._program)
        with progress.stage("reading articles") as stage, all_cores(len(sources.seeds)) as run_map:
            behind = run_map if self._kept is None else self._kept.around(run_map, keep=False)
            known = cast("Map", lambda function, items: stage.counted(self._map(behind, function, items)))
            built = build(sources, run_map=known, recall=_Recall(self._steps, memo))
        self._rename(*built.grounds)
        if memo is not None:
            memo.save(dict([built.grounds]))
        return built

    def save(self) -> None:
        """Writes the readings to the disk, for the next process."""
        if self._kept is not None:
            self._kept.save()

    def _map(self, behind: Map, function: Callable[[Any], Any], items: Iterable[Any]) -> Iterator[Any]:
        """As ``map``, through ``behind`` for what is not known; keeps these items and no others."""
        given = [(seed, _said(correction)) for seed, correction in items]
        known = {one[0].id: self._readings.get(one[0].id) for one in given}
        new = [one for one in given if (found := known[one[0].id]) is None or found[0] != one]
        made = dict(zip((one[0].id for one in new), behind(function, new), strict=True))
        self._readings = {
            one[0].id: (one, made[one[0].id]) if one[0].id in made else self._readings[one[0].id] for one in given
        }
        yield from (reading for _, reading in self._readings.values())

    def _rename(self, before: str, after: str) -> None:
        """A build writes what it remembers: its steps are then made of what is called ``after``."""
        for names, _ in self._steps.values():
            if before in names:
                names.add(after)


class _Recall:
    """A ``Recall`` that looks in memory first."""

    def __init__(self, steps: dict[str, tuple[set[str], object]], memo: Memo | None) -> None:
        self._steps = steps
        self._memo = memo

    def __call__(
        self, step: str, made_of: str, make: Callable[[], T], write: Callable[[T], object], read: Callable[[object], T]
    ) -> T:
        """The outcome of a step."""
        names, outcome = self._steps.get(step, (set(), None))
        if made_of in names:
            return cast("T", outcome)
        made = make() if self._memo is None else self._memo.recall(step, made_of, make, write, read)
        self._steps[step] = {made_of}, made
        return made


def _said(correction: Correction | None) -> Correction | None:
    """A correction that corrects nothing is none: a note more moves only its lines."""
    return None if correction is None or says_nothing(correction) else correction
