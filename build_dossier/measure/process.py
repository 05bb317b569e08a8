"""What a program costs: processor time of it and all it starts, time on the clock, memory of all of them together.

Comes in: a command. Goes out: a ``Cost`` and samples of memory over time.
"""

import os
import resource
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

from build_dossier.errors import DossierError

_EVERY = 0.2
"""Seconds between two looks at memory, which themselves cost a few thousandths."""

_LAST_LINES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """Memory at one moment."""

    at: float
    """Seconds of the monotonic clock, which all processes of a machine share."""
    megabytes: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What a program, or a stretch of it, took."""

    cpu: float
    """Seconds of processor time, user and system, with all children."""
    wall: float
    """Seconds on the clock."""
    memory: float
    """The most megabytes that the program and its children held at one moment; shared pages count once."""


def measured(command: Sequence[str], environment: Mapping[str, str]) -> tuple[Cost, tuple[Sample, ...]]:
    """The cost of a command, run to its end, and its memory over time.

    Raises:
        DossierError: it failed; with the last lines it wrote.
    """
    began = time.monotonic()
    process = subprocess.Popen(  # noqa: S603  # our interpreter and our dependency's program, no shell
        command,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    samples: list[Sample] = []
    over = Event()
    watcher = Thread(target=_watch, args=(process.pid, samples, over), daemon=True)
    watcher.start()
    assert process.stdout is not None
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    over.set()
    watcher.join()
    process.stdout.close()
    if process.returncode != 0:
        last = "\n".join(output.decode(errors="replace").strip().splitlines()[-_LAST_LINES:])
        raise DossierError(f"{' '.join(command)} failed (exit status {process.returncode})\n{last}")
    return _cost(usage, time.monotonic() - began, samples), tuple(samples)


def peak(samples: Sequence[Sample], began: float, ended: float) -> float:
    """The most megabytes between two moments; the nearest sample where none fell between."""
    between = [sample.megabytes for sample in samples if began <= sample.at <= ended]
    if between or not samples:
        return max(between, default=0.0)
    return min(samples, key=lambda sample: abs(sample.at - began)).megabytes


def _cost(usage: resource.struct_rusage, wall: float, samples: Sequence[Sample]) -> Cost:
    largest = usage.ru_maxrss / 1024  # kilobytes on Linux, of the largest single process
    memory = max((sample.megabytes for sample in samples), default=0.0)
    return Cost(cpu=usage.ru_utime + usage.ru_stime, wall=wall, memory=max(memory, largest))


def _watch(session: int, samples: list[Sample], over: Event) -> None:
    while not over.wait(_EVERY):
        samples.append(Sample(at=time.monotonic(), megabytes=sum(_held(session)) / 1024))


def _held(session: int) -> Iterator[int]:
    """Kilobytes of each process of a session, with its share of shared pages (``Pss``); nothing without /proc."""
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            # After the name in brackets, which may hold anything: state, parent, group, session.
            fields = (folder / "stat").read_text(errors="replace").rpartition(")")[2].split()
            if int(fields[3]) == session:
                lines = (folder / "smaps_rollup").read_text().splitlines()
                yield sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
        except (OSError, IndexError, ValueError):
            continue  # it has just ended
