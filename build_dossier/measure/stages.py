"""One build with a clock on every stage: ``python -m build_dossier.measure.stages``, run by ``bench``.

Comes in: the folders, and the file to write to. Goes out: JSON, processor time and moments of each stage.
"""

import argparse
import json
import resource
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from io import StringIO
from pathlib import Path

from build_dossier.edition import Folders, make_site
from build_dossier.progress import Progress, Stage

READING = "reading articles"
LINKING = "linking"
NAMES = {
    "reading files": "reading files",
    READING: "reading articles",
    LINKING: "linking",
    "writing pages": "rendering, writing",
    "building pages": "MkDocs",
    "indexing for search": "indexing",
    "checking words and links": "checking",
}
"""Names of the stages in the table, in order; the others are added under their own names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """What had been used at one moment."""

    at: float
    own: float
    children: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """One stage of a build."""

    name: str
    began: float
    """Seconds of the monotonic clock."""
    ended: float
    cpu: float


class Clocked(Progress):
    """Shows nothing and remembers what each stage took."""

    def __init__(self) -> None:
        super().__init__(StringIO())
        self.stretches: list[Stretch] = []

    @contextmanager
    def stage(self, name: str, total: int | None = None) -> Iterator[Stage]:
        """A stage; reading ends with the last article, and what follows in its stage is linking."""
        began = _now()
        counted: list[Moment] = []
        yield Stage(name, total, lambda _: counted.append(_now()))
        ended = _now()
        if name == READING and counted:
            # The readers are other processes, whose time is known when all have ended.
            last, children = counted[-1], ended.children - began.children
            self._add(READING, began, last, last.own - began.own + children)
            self._add(LINKING, last, ended, ended.own - last.own)
        else:
            self._add(name, began, ended, ended.own - began.own + ended.children - began.children)

    def _add(self, name: str, began: Moment, ended: Moment, cpu: float) -> None:
        self.stretches.append(Stretch(name=NAMES.get(name, name), began=began.at, ended=ended.at, cpu=cpu))


def main() -> None:
    """Builds the site and writes what each stage took."""
    parser = argparse.ArgumentParser()
    for name in ("seeds", "docs", "state", "out", "site", "config", "report"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    options = parser.parse_args()
    clocked = Clocked()
    folders = Folders(
        seeds=options.seeds,
        docs=options.docs,
        state=options.state,
        out=options.out,
        site=options.site,
        config=options.config,
    )
    make_site(folders, clocked, frozen=False)
    options.report.write_text(json.dumps([asdict(stretch) for stretch in clocked.stretches]), encoding="utf-8")


def _now() -> Moment:
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return Moment(at=time.monotonic(), own=own.ru_utime + own.ru_stime, children=children.ru_utime + children.ru_stime)


if __name__ == "__main__":
    main()
