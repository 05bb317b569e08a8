"""The old site or the new one, never half of one.

Comes in: a finished folder beside the site. Goes out: the site is the new one. Where the system can, the two names are
exchanged in one step (``renameat2``, Linux 3.15); else in two, and an interrupted exchange is mended at the next start.
"""

import ctypes
import errno
import os
import shutil
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from build_dossier.disk import STAMP, FolderError

_AT_FDCWD = -100  # <fcntl.h>: relative to the working directory
_RENAME_EXCHANGE = 2  # <linux/fs.h>


def check_ours(site: Path) -> None:
    """Nothing, when ``site`` may be replaced: it is missing, empty, or bears our stamp, and is not read-only.

    Raises:
        FolderError: it holds somebody else's files.
        PermissionError: it is read-only: somebody wants it as it is.
    """
    if site.exists() and not (site / STAMP).is_file() and (not site.is_dir() or any(site.iterdir())):
        raise FolderError(f"{site} holds files that this program did not publish; name a new or empty folder")
    if site.exists() and not os.access(site, os.W_OK):
        raise PermissionError(errno.EACCES, "it is read-only", str(site))


def recover(site: Path) -> None:
    """Mends what an interrupted build left behind: the old site under its name, no half-made folders."""
    old = _old(site)
    if old.is_dir() and not site.exists():
        old.rename(site)
    for left in (old, *site.parent.glob(f"{_escaped(site.name)}.new-*")):
        if (left / STAMP).is_file():
            remove(left)
        else:
            with suppress(OSError):  # it is empty when its maker was killed before stamping it; else it is not ours
                left.rmdir()


def stage(site: Path) -> Path:
    """A new folder beside ``site``, on the same file system, with our stamp: what is built there can take its place.

    Its name is new each time, since the site builder of a killed run may still be writing into the last one.
    """
    site.parent.mkdir(parents=True, exist_ok=True)
    staging = Path(tempfile.mkdtemp(prefix=f"{site.name}.new-", dir=site.parent))
    staging.chmod(0o755)
    (staging / STAMP).touch()
    return staging


def exchange(staging: Path, site: Path) -> None:
    """Puts ``staging`` in the place of ``site`` and removes what stood there."""
    if not site.exists():
        staging.rename(site)
    elif rename_exchange(staging, site):
        remove(staging)
    else:
        old = _old(site)
        site.rename(old)
        staging.rename(site)
        remove(old)


def remove(folder: Path) -> None:
    """Removes a folder of ours, as far as that can be done; the stamp last, so that what is left is known as ours."""
    with suppress(OSError):
        for parent, _, _ in os.walk(folder):
            Path(parent).chmod(0o755)  # in a folder that is read-only nothing can be removed
        for path in folder.iterdir():
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            elif path.name != STAMP:
                path.unlink()
        shutil.rmtree(folder)


def rename_exchange(one: Path, other: Path) -> bool:
    """Whether the two names were exchanged in one step; ``False`` where system or file system cannot."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except AttributeError:  # a C library older than glibc 2.28
        return False
    result: int = renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    return result == 0


def _old(site: Path) -> Path:
    return site.with_name(f"{site.name}.old")


def _escaped(name: str) -> str:
    """``name`` for a glob pattern, in which ``[``, ``?`` and ``*`` mean themselves."""
    return "".join(f"[{char}]" if char in "[?*" else char for char in name)
