"""Becomes another program, which the kernel kills as soon as the process that started it is dead.

Run by its path, with the number of the process that starts it and a command line; nothing imports it. On a leash a
site builder cannot outlive a build that was killed. Linux only; elsewhere the program is run as it is.
"""

import ctypes
import os
import signal
import sys

_PR_SET_PDEATHSIG = 1  # <linux/prctl.h>


def main(parent: int, command: list[str]) -> None:
    """Replaces this process; comes back only when the parent is dead already."""
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:  # it died before the kernel was told
            return
    os.execv(command[0], command)  # noqa: S606  # what our caller names, without a shell


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2:])
