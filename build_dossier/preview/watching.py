"""Whether something that people edit has changed.

Comes in: files and folders to watch. Goes out: a call once they have changed and come to rest. They are compared by
name, size and time: that works on every file system, a network's too.
"""

import os
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

SECONDS = 0.1
"""Between two looks at least: two of them that see the same are soon over."""

SHARE = 10
"""A look that takes long, at very many files, is followed by so many times its duration of rest."""

Snapshot = dict[str, tuple[int, int]]
"""Size and modification time of every file, by path."""


def snapshot(places: Sequence[Path]) -> Snapshot:
    """What the places hold now; a file that goes while one looks is not there."""
    found: Snapshot = {}
    for place in places:
        for path in _files(place):
            try:
                status = os.stat(path)  # noqa: PTH116  # ten times a second
            except OSError:
                continue
            found[path] = (status.st_size, status.st_mtime_ns)
    return found


def watch(places: Sequence[Path], changed: Callable[[], None], *, wait: Callable[[], bool] | None = None) -> None:
    """Calls ``changed`` once whenever the places have changed and then come to rest; ends when ``wait`` says so.

    The second look is for editors that save in several steps: a file is not read while it is being written.

    Args:
        places: files and folders.
        changed: what to do about it; what changes meanwhile is seen afterwards.
        wait: returns, after a while, whether to go on; ``None`` waits for ever.
    """
    built = last = snapshot(places)
    rest = _Rest() if wait is None else wait
    while rest():
        now = snapshot(places)
        if now != built and now == last:
            built = now
            changed()
        last = now


class _Rest:
    """Waits between two looks, the longer the longer they take."""

    def __init__(self) -> None:
        self._since = time.monotonic()

    def __call__(self) -> bool:
        took = time.monotonic() - self._since
        time.sleep(min(max(SECONDS, SHARE * took), 1.0))
        self._since = time.monotonic()
        return True


def _files(place: Path) -> Iterator[str]:
    if place.is_file():
        yield str(place)
        return
    for parent, folders, names in os.walk(place):
        yield from (os.path.join(parent, name) for name in (*names, *folders))  # noqa: PTH118  # ten times a second
