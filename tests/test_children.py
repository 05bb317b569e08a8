"""A program that we run ends when we do."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from build_dossier.children import run
from build_dossier.errors import DossierError

ROOT = Path(__file__).parent.parent
PARENT = """
import os, sys
from pathlib import Path
from build_dossier.children import run
run("Sleep", [sys.executable, "-c", "import os, time; open('pid', 'w').write(str(os.getpid())); time.sleep(60)"],
    os.environ, writes=Path())
"""


def child(code: str, folder: Path) -> str:
    """What a Python program wrote."""
    return run("Child", [sys.executable, "-c", code], os.environ, writes=folder)


def test_what_it_wrote_comes_back(tmp_path: Path):
    """Both of its streams, whatever bytes they hold."""
    code = "import os; os.write(1, b'out \\xd0\\xb4\\xff '); os.write(2, b'err')"

    assert child(code, tmp_path) == "out д\ufffd err"


def test_a_failure_has_its_last_words(tmp_path: Path):
    """The exit status and the last lines are told."""
    with pytest.raises(DossierError, match=r"(?s)Child failed \(exit status 3\).*line 12") as failed:
        child("for n in range(13): print('line', n)\nraise SystemExit(3)", tmp_path)
    assert "line 0\n" not in str(failed.value)


def test_a_full_disk_is_known_by_what_it_said(tmp_path: Path):
    """Whatever the program, a full disk is an error of the system's with the folder's name."""
    with pytest.raises(OSError, match="No space left") as full:
        child("raise OSError(28, 'No space left on device')", tmp_path)
    assert full.value.filename == str(tmp_path)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the kernel's leash is Linux's")
def test_it_dies_with_us(tmp_path: Path):
    """When we are killed, the kernel kills it."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen([sys.executable, "-c", PARENT], cwd=tmp_path, env=environment) as parent:
        deadline = time.monotonic() + 30
        while not (tmp_path / "pid").exists() or not (tmp_path / "pid").read_text():
            assert time.monotonic() < deadline
            time.sleep(0.05)
        pid = int((tmp_path / "pid").read_text())
        parent.kill()
    while time.monotonic() < deadline and running(pid):
        time.sleep(0.05)

    assert not running(pid)


def running(pid: int) -> bool:
    """Whether a process runs: one that is dead and not yet buried does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False
