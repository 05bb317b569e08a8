"""One build at a time for a folder."""

import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from build_dossier.errors import DossierError
from build_dossier.lock import BusyError, lock_file, locked

HOLD = """
import sys
from pathlib import Path
from build_dossier.lock import locked
with locked([Path(name) for name in sys.argv[1:]], wait=True, say=print):
    print("held", flush=True)
    sys.stdin.read()
"""


def hold(*folders: Path) -> "subprocess.Popen[str]":
    """Another process that holds the locks until it is told to let go, or dies."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, *map(str, folders)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)},
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def silent(_line: str) -> None:
    """Says nothing."""


def test_a_lock_leaves_nothing_behind(tmp_path: Path):
    """Beside a folder that need not exist yet, as long as the context lasts, a hidden file says who is there."""
    with locked([tmp_path / "new/site"], wait=False, say=silent):
        said = json.loads(lock_file(tmp_path / "new/site").read_bytes())
    assert said["pid"] == os.getpid()
    assert said.keys() == {"pid", "host", "command", "since"}
    assert list((tmp_path / "new").iterdir()) == []


def test_folders_are_locked_each_for_itself(tmp_path: Path):
    """Another folder is free; the same one under another name is not."""
    (tmp_path / "link").symlink_to("site")
    with locked([tmp_path / "site"], wait=False, say=silent):
        with locked([tmp_path / "other"], wait=False, say=silent):
            pass
        with pytest.raises(BusyError), locked([tmp_path / "link"], wait=False, say=silent):
            pass


def test_who_holds_it_is_said(tmp_path: Path):
    """Without waiting, the line names the folder and the process."""
    with hold(tmp_path / "site") as other:
        held = f"site is being written to by process {other.pid} on "
        with pytest.raises(BusyError, match=held), locked([tmp_path / "site"], wait=False, say=silent):
            pass
        other.communicate("")


def test_a_second_waits_and_says_so(tmp_path: Path):
    """It says for whom it waits, and goes on as soon as the other is done."""
    said: list[str] = []
    with hold(tmp_path / "site") as other:

        def say(line: str) -> None:
            said.append(line)
            threading.Timer(0.2, other.communicate, [""]).start()

        with locked([tmp_path / "site"], wait=True, say=say):
            assert other.wait(10) == 0
            assert json.loads(lock_file(tmp_path / "site").read_bytes())["pid"] == os.getpid()
    assert len(said) == 1
    assert f"waiting for {tmp_path / 'site'}" in said[0]
    assert f"process {other.pid} on " in said[0]


def test_the_dead_hold_nothing(tmp_path: Path):
    """The file of a killed process stays, and is no lock."""
    with hold(tmp_path / "site") as other:
        other.kill()
    assert lock_file(tmp_path / "site").exists()

    with locked([tmp_path / "site"], wait=False, say=silent):
        pass
    assert not lock_file(tmp_path / "site").exists()


def test_two_folders_are_always_taken_in_one_order(tmp_path: Path):
    """Two builds whose folders are crossed never wait for each other for ever."""
    one, other = tmp_path / "a", tmp_path / "b"
    with hold(one) as first:
        with pytest.raises(BusyError, match="/a is"), locked([other, one], wait=False, say=silent):
            pass
        assert not lock_file(other).exists()
        first.communicate("")


def test_of_many_at_once_one_at_a_time_comes_in(tmp_path: Path):
    """Each who waits gets its turn, and never two the same."""
    inside: list[int] = []
    crowds: list[int] = []

    def enter() -> None:
        with locked([tmp_path / "site"], wait=True, say=silent):
            inside.append(1)
            crowds.append(len(inside))
            inside.pop()

    threads = [threading.Thread(target=enter) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)

    assert crowds == [1] * 16


def test_a_lock_file_that_says_nothing_is_a_lock(tmp_path: Path):
    """Whoever holds it may not have said so yet: then it is another build."""
    with hold(tmp_path / "site") as other:
        lock_file(tmp_path / "site").write_text("{")
        with pytest.raises(BusyError, match="by another build"), locked([tmp_path / "site"], wait=False, say=silent):
            pass
        other.communicate("")


def test_a_link_in_its_place_is_not_followed(tmp_path: Path):
    """Nobody can make a build write to a file of somebody else's."""
    (tmp_path / "theirs").write_text("precious")
    lock_file(tmp_path / "site").symlink_to(tmp_path / "theirs")

    with pytest.raises((OSError, DossierError)), locked([tmp_path / "site"], wait=False, say=silent):
        pass
    assert (tmp_path / "theirs").read_text() == "precious"
