"""How a command ends that does not end well: one line, and an exit status that shells and schedulers know.

Comes in: signals and errors. Goes out: exceptions, so that whatever must be tidied up is, and words for a person.
"""

import errno
import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import NoReturn

_WORDS = {signal.SIGINT: "interrupted", signal.SIGTERM: "terminated"}
if hasattr(signal, "SIGHUP"):
    _WORDS[signal.SIGHUP] = "hung up"

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_REFUSED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


class Ended(BaseException):  # like KeyboardInterrupt: a request, no error
    """Somebody asked the program to end."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = signal.Signals(number)

    @property
    def status(self) -> int:
        """The exit status: 128 and the signal, as shells report it."""
        return 128 + self.number

    def __str__(self) -> str:
        """One line."""
        return f"{_WORDS[self.number]}; nothing is half-written"


def end_at_once() -> None:
    """From now on a signal ends the process with its line: for when there is nothing yet, or no longer, to tidy up."""
    for number in _heard():
        signal.signal(number, _exit)


@contextmanager
def asked_to_end() -> Iterator[None]:
    """While the context lasts a signal raises ``Ended``; a second one while we tidy up cuts that short."""
    before = {number: signal.signal(number, _raise) for number in _heard()}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def in_words(error: OSError, folders: Sequence[Path]) -> str:
    """What the system would not do, in one line.

    Args:
        error: what it said.
        folders: what was being written to; an error without a name is about the one whose disk has least room.
    """
    reason = (error.strerror or str(error)).lower()
    path = Path(os.fsdecode(error.filename)).absolute() if isinstance(error.filename, (str, bytes)) else None
    if path is not None and path.name.startswith(".") and path.suffix in {".tmp", ".lock"}:  # names that nobody knows
        path = path.parent
    if error.errno in _FULL:
        full = path or min((folder.absolute() for folder in folders), key=_room, default=None)
        return f"no space left on the disk of {full}" if full is not None else reason
    if path is None:
        return reason
    return f"{path} may not be written to: {reason}" if error.errno in _REFUSED else f"{path}: {reason}"


def _heard() -> list[signal.Signals]:
    """The signals that we hear; not those that whoever started us wants ignored (``nohup``, ``&``)."""
    if threading.current_thread() is not threading.main_thread():
        return []
    return [number for number in _WORDS if signal.getsignal(number) not in {signal.SIG_IGN, None}]


def _raise(number: int, _frame: FrameType | None) -> NoReturn:
    raise Ended(number)


def _exit(number: int, _frame: FrameType | None) -> NoReturn:
    end = Ended(number)
    os.write(sys.__stderr__.fileno() if sys.__stderr__ else 2, f"{end}\n".encode())
    os._exit(end.status)


def _room(folder: Path) -> int:
    """Bytes free where a folder is, or will be."""
    there = next((path for path in (folder, *folder.resolve().parents) if path.exists()), None)
    if there is None:
        return sys.maxsize
    status = os.statvfs(there)
    return status.f_bavail * status.f_frsize
