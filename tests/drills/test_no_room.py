"""A disk that is full, and folders that may not be written to: one line, and the old site stays."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from drill import Drill, assert_one_line, long

pytestmark = pytest.mark.site

ROOT = os.geteuid() == 0
POWERLESS = ("setpriv", "--bounding-set=-all", "--inh-caps=-all") if ROOT else ()
"""Root without its powers: the system obeys the modes of files again."""

KILOBYTE = 1024
FRACTIONS = [pytest.param(0.5, id="half"), *(pytest.param(n / 10, marks=long, id=f"{n} tenths") for n in range(12))]


def unable(why: str) -> None:
    """Ends the drill: a failure where it must be run, else a reason that can be read."""
    if os.environ.get("CI") == "true" and ROOT:
        pytest.fail(f"NOT DRILLED: {why}")
    pytest.skip(f"NOT DRILLED: {why}")


@pytest.fixture
def small_disk(drill: Drill, tmp_path: Path) -> Iterator[Drill]:
    """The same project on a file system of its own, which ``resize`` makes small."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if not ROOT:
        unable("a full disk needs root, who may mount one")
    elif subprocess.run(["/bin/mount", "-t", "tmpfs", "-o", "size=1G", "tmpfs", disk], check=False).returncode:
        unable("this root may not mount a file system")
    try:
        shutil.copytree(drill.root, disk / "project", dirs_exist_ok=True)
        yield replace(drill, root=disk / "project")
    finally:
        subprocess.run(["/bin/umount", "--lazy", disk], check=True)


def leave_free(disk: Path, size: int) -> None:
    """Makes the file system so small that ``size`` bytes are free."""
    status = os.statvfs(disk)
    used = (status.f_blocks - status.f_bfree) * status.f_frsize
    subprocess.run(["/bin/mount", "-o", f"remount,size={(used + size) // KILOBYTE}k", disk], check=True)


@pytest.mark.parametrize("fraction", FRACTIONS)
def test_full_disk(small_disk: Drill, fraction: float):
    """Wherever the room ends, in the pages or in the index, one line names the folder and the old site stays."""
    need = sum(len(data) // 4096 * 4096 + 4096 for data in small_disk.new.values())
    leave_free(small_disk.root.parent, int(need * fraction))
    end = small_disk.run()

    if end.status == 0:
        assert fraction >= 1
        small_disk.assert_new()
    else:
        assert end.status == 1, end.said
        assert_one_line(end, "no space left on the disk of ")
        assert str(small_disk.root) in end.last
        small_disk.assert_old()
    small_disk.assert_tidy()
    leave_free(small_disk.root.parent, need * 2)
    assert small_disk.run().status == 0
    small_disk.assert_new()


@pytest.mark.parametrize(
    ("folder", "status"),
    [
        pytest.param("build/docs", 1, id="out"),
        pytest.param("site", 1, id="site"),
        pytest.param("build", 1, id="beside out", marks=long),
        pytest.param(".dossier", 1, id="state", marks=long),
        pytest.param(".", 1, id="beside site"),
        pytest.param("seeds", 0, id="seeds", marks=long),
        pytest.param("docs", 0, id="docs", marks=long),
    ],
)
def test_read_only(drill: Drill, folder: str, status: int):
    """What must be written to is named in one line; what is only read may be read-only."""
    if POWERLESS and shutil.which(POWERLESS[0]) is None:
        unable("setpriv, of util-linux, takes root's powers away")
    locked = drill.root / folder
    below = [locked, *(path for path in locked.rglob("*") if path.is_dir() and folder != ".")]
    for path in below:
        path.chmod(0o555)
    try:
        end = drill.run(prefix=POWERLESS)
    finally:
        for path in below:
            path.chmod(0o755)

    assert end.status == status, end.said
    if status:
        assert_one_line(end, f"{locked.resolve()}")
        assert "may not be written to" in end.last
        drill.assert_whole()
        drill.assert_tidy()
    else:
        drill.assert_new()
