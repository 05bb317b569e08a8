"""One build at a time for a folder that is written to.

Comes in: the folders. Goes out: a context in which nobody else of ours writes there. The lock is the kernel's, on a
file beside the folder, so it ends with its holder, however that ends: a file that a dead build left is no lock. What
the file says, who holds it, is for people.
"""

import errno
import fcntl
import json
import os
import socket
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from build_dossier.disk import STAMP
from build_dossier.errors import DossierError

_LONGEST = 4096
"""Bytes of a lock file that are read: ours are shorter."""

_MOMENT = 0.05
"""Seconds between taking a lock and having said so; whoever looks in between looks again."""


class BusyError(DossierError):
    """Another build writes to the folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Who holds a lock, as its file says."""

    pid: int
    host: str
    command: str
    since: str
    """Local time with its offset, ISO 8601."""

    def __str__(self) -> str:
        """``process 4 on host since 2025-06-21T10:00:00+03:00 (python -m build_dossier site)``."""
        return f"process {self.pid} on {self.host} since {self.since} ({self.command})"


def lock_file(folder: Path) -> Path:
    """The file whose lock is the folder's: hidden, beside it, with a name that nobody else would give."""
    return folder.with_name(f".{folder.name}{STAMP}.lock")


@contextmanager
def locked(folders: Iterable[Path], *, wait: bool, say: Callable[[str], None]) -> Iterator[None]:
    """Holds the locks of all the folders while the context lasts.

    Args:
        folders: what is going to be written to; always locked in one order, so that two builds never wait for each
            other.
        wait: whether to wait for another build, after a line to ``say``.
        say: is given the line.

    Raises:
        BusyError: another build holds one of them, and we do not ``wait``.
        DossierError: the file system knows no locks.
    """
    with ExitStack() as held:
        for folder in sorted({folder.resolve() for folder in folders}):
            held.enter_context(_held(folder, say if wait else None))
        yield


@contextmanager
def _held(folder: Path, say: Callable[[str], None] | None) -> Iterator[None]:
    path = lock_file(folder)
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = _taken(path, folder, say)
    try:
        with suppress(OSError):  # a lock on a full disk is a lock
            os.ftruncate(descriptor, 0)
            os.pwrite(descriptor, json.dumps(asdict(_ourselves()), ensure_ascii=False).encode(), 0)
        yield
    finally:
        path.unlink(missing_ok=True)  # still locked: who waits for this file finds it gone, and makes a new one
        os.close(descriptor)


def _taken(path: Path, folder: Path, say: Callable[[str], None] | None) -> int:
    """A descriptor of the file at ``path``, locked."""
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o644)
        try:
            if not _lock(descriptor, folder, wait=False):
                _wait(descriptor, folder, say)
            if _stands(path, descriptor):
                return descriptor
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)


def _wait(descriptor: int, folder: Path, say: Callable[[str], None] | None) -> None:
    who = _holder(descriptor) or "another build"
    if say is None:
        raise BusyError(f"{folder} is being written to by {who}")
    say(f"waiting for {folder}, which is being written to by {who}; Ctrl-C ends")
    _lock(descriptor, folder, wait=True)


def _lock(descriptor: int, folder: Path, *, wait: bool) -> bool:
    """Whether the lock is ours now."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError as error:
        if error.errno in {errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS}:
            raise DossierError(f"{folder} cannot be locked: {error.strerror}") from None
        raise
    return True


def _stands(path: Path, descriptor: int) -> bool:
    """Whether the file at ``path`` is still the one that was opened: the last holder removed it when it was done."""
    try:
        return os.path.samestat(path.stat(follow_symlinks=False), os.fstat(descriptor))
    except FileNotFoundError:
        return False


def _holder(descriptor: int) -> Holder | None:
    """Who holds the lock; ``None`` when the file does not say so."""
    for _ in range(4):
        try:
            return Holder(**json.loads(os.pread(descriptor, _LONGEST, 0)))
        except (ValueError, TypeError):
            time.sleep(_MOMENT)
    return None


def _ourselves() -> Holder:
    program = Path(sys.argv[0]).parent.name if sys.argv[0].endswith("__main__.py") else sys.argv[0]
    return Holder(
        pid=os.getpid(),
        host=socket.gethostname(),
        command=" ".join([program, *sys.argv[1:]])[:400],
        since=time.strftime("%Y-%m-%dT%H:%M:%S%z"),
    )
