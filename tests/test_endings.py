"""A command that does not end well says so in one line."""

import errno
import os
import signal
from pathlib import Path

import pytest

from build_dossier import endings
from build_dossier.endings import Ended, asked_to_end, in_words


@pytest.mark.parametrize(
    ("number", "name", "words"),
    [
        pytest.param(
            errno.EACCES, "/a/.build-dossier.12.tmp", "/a may not be written to: permission denied", id="refused"
        ),
        pytest.param(errno.EROFS, "/a/b", "/a/b may not be written to: read-only file system", id="read-only"),
        pytest.param(errno.ENOSPC, "/a/.build-dossier.12.tmp", "no space left on the disk of /a", id="full"),
        pytest.param(errno.ENOENT, "/a/b", "/a/b: no such file or directory", id="missing"),
        pytest.param(errno.EIO, None, "input/output error", id="nameless"),
    ],
)
def test_what_the_system_would_not_do(number: int, name: str | None, words: str):
    """The folder is named, never a file that only the program knows."""
    error = OSError(number, os.strerror(number), name) if name else OSError(number, os.strerror(number))

    assert in_words(error, []) == words


def test_a_nameless_full_disk_is_the_fullest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The system does not say which file a write was for: the folder with the least room is named."""
    room = {"a": 9, "b": 0, "c": 5}
    monkeypatch.setattr(endings, "_room", lambda folder: room[folder.name])
    full = OSError(errno.ENOSPC, "No space left on device")

    assert in_words(full, [tmp_path / name for name in room]) == f"no space left on the disk of {tmp_path / 'b'}"


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_signal_is_an_end(number: signal.Signals, status: int):
    """Within the context a signal raises; afterwards it does what it did before."""
    before = signal.getsignal(number)
    with pytest.raises(Ended) as end, asked_to_end():
        signal.raise_signal(number)

    assert end.value.status == status
    assert str(end.value).endswith("; nothing is half-written")
    assert signal.getsignal(number) is before


def test_what_is_to_be_ignored_is(monkeypatch: pytest.MonkeyPatch):
    """A build under nohup outlives its terminal."""
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with asked_to_end():
            signal.raise_signal(signal.SIGHUP)
    finally:
        signal.signal(signal.SIGHUP, before)
