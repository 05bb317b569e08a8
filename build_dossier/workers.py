"""All cores of this machine, in the shape of ``map``.

Comes in: how many things there are to do. Goes out: the built-in ``map`` for few, a process pool's for many.
"""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from typing import TypeVar

from build_dossier.dossier import Map
from build_dossier.garbage import collect_seldom

T = TypeVar("T")
R = TypeVar("R")

FEW = 48
"""Articles that one core reads in about the time that a new process needs to load dictionaries and model."""

CHUNK = 8
"""Articles handed to a process at once: little traffic, and the last process is not long alone."""


@contextmanager
def all_cores(items: int) -> Iterator[Map]:
    """A ``map`` that uses every core while the context lasts; functions and values must be such as can be pickled.

    Processes are started when the map is first given enough to do (of ``items``, some may be done already), and end
    with the last result: what comes after them has their memory.
    """
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if items < FEW or cores == 1:
        yield map
        return
    with ExitStack() as pools:
        yield _mapped(cores, pools)


def _mapped(cores: int, pools: ExitStack) -> Map:
    def pool_map(function: Callable[[T], R], items: Iterable[T], /) -> Iterable[R]:
        given = list(items)
        return map(function, given) if len(given) < FEW else _pooled(cores, pools, function, given)

    return pool_map


def _pooled(cores: int, pools: ExitStack, function: Callable[[T], R], given: list[T]) -> Iterator[R]:
    # Spawned, not forked: the preview has threads, and a fork copies their locks as they are.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(cores, mp_context=context, initializer=_obey)
    pools.callback(pool.shutdown, cancel_futures=True)  # also when nobody takes the results to their end
    with _interruptions_held():
        results = pool.map(function, given, chunksize=CHUNK)
    yield from results
    pool.shutdown()


@contextmanager
def _interruptions_held() -> Iterator[None]:
    """Processes started meanwhile begin with Ctrl-C held back: while they load they could only print a trace.

    Ours comes when the context is over.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _obey() -> None:
    """Makes a worker end with its parent, however that ends, leave an interruption to it, look seldom for garbage."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    collect_seldom()
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_die_after, args=(parent,), daemon=True).start()


def _die_after(parent: "multiprocessing.process.BaseProcess") -> None:
    parent.join()
    os._exit(1)
