"""All cores of this machine, in the shape of ``map``.

Comes in: how many things there are to do. Goes out: the built-in ``map`` for few, a process pool's for many.
"""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from typing import TypeVar

from build_dossier.dossier import Map

T = TypeVar("T")
R = TypeVar("R")

FEW = 48
"""Articles that one core reads in about the time that a new process needs to load dictionaries and model."""

CHUNK = 8
"""Articles handed to a process at once: little traffic, and the last process is not long alone."""


@contextmanager
def all_cores(items: int) -> Iterator[Map]:
    """A ``map`` that uses every core while the context lasts; functions and values must be such as can be pickled.

    Processes are started when the map is first given enough to do: of ``items``, some may be done already.
    """
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if items < FEW or cores == 1:
        yield map
        return
    # Spawned, not forked: the preview has threads, and a fork copies their locks as they are.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(cores, mp_context=context, initializer=_obey)
    try:
        yield _mapped(pool)
    finally:
        pool.shutdown(cancel_futures=True)


def _mapped(pool: ProcessPoolExecutor) -> Map:
    def pool_map(function: Callable[[T], R], items: Iterable[T], /) -> Iterable[R]:
        given = list(items)
        return map(function, given) if len(given) < FEW else pool.map(function, given, chunksize=CHUNK)

    return pool_map


def _obey() -> None:
    """Makes a worker end with its parent, however that ends, and leave an interruption to it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_die_after, args=(parent,), daemon=True).start()


def _die_after(parent: "multiprocessing.process.BaseProcess") -> None:
    parent.join()
    os._exit(1)
