"""The programs that we run, each in a process of its own that ends when we do.

Comes in: a command. Goes out: what it wrote, once it has ended well.
"""

import errno
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from build_dossier.errors import DossierError

_LEASH = Path(__file__).with_name("leash.py")
_LOOK = 0.25
"""Seconds between two looks at how far the program is."""

_FULL = ("No space left on device", "Disk quota exceeded")
_TOLD = 12
"""Lines of a failed program's output that are told: the end of a traceback and what it is about."""


def run(
    name: str,
    command: list[str],
    environment: Mapping[str, str],
    *,
    writes: Path,
    look: Callable[[], object] = lambda: None,
) -> str:
    """What a program wrote until it ended, standard error among it.

    Must be called on a thread that lasts: the kernel takes the end of the thread for the end of the parent.

    Args:
        name: what the program is called in messages.
        command: its path and its arguments.
        environment: all its environment variables.
        writes: the folder that it writes to.
        look: is called now and then meanwhile, and at the end.

    Raises:
        OSError: the disk of ``writes`` is full.
        DossierError: it failed; with the last lines it wrote.
    """
    with subprocess.Popen(  # noqa: S603  # our interpreter and our dependency's program, no shell
        _leashed(command),
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as process:
        try:
            output = _awaited(process, look)
        except BaseException:
            process.kill()
            raise
    if process.returncode != 0:
        raise _failure(name, process.returncode, output, writes)
    return output


def _leashed(command: list[str]) -> list[str]:
    return [sys.executable, "-I", "-S", str(_LEASH), str(os.getpid()), *command]


def _awaited(process: "subprocess.Popen[str]", look: Callable[[], object]) -> str:
    while True:
        try:
            output, _ = process.communicate(timeout=_LOOK)
        except subprocess.TimeoutExpired:
            look()
        else:
            look()
            return output


def _failure(name: str, status: int, output: str, writes: Path) -> Exception:
    if any(words in output for words in _FULL):
        return OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(writes))
    return _failed(name, status, output)


def _failed(name: str, status: int, output: str) -> DossierError:
    last = "\n".join(output.strip().splitlines()[-_TOLD:])
    return DossierError(f"{name} failed (exit status {status}); the old site stays\n{last}")
