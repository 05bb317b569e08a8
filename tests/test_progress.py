"""How far the work has come, on a terminal and in a log."""

import io

import pytest

from build_dossier.progress import Progress


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """It is."""
        return True


def shown(
    stream: io.StringIO, items: int, total: int | None, *, seconds: float, monkeypatch: pytest.MonkeyPatch
) -> str:
    """What a stage of so many items writes, each of which takes so many seconds."""
    monkeypatch.setenv("TERM", "xterm")
    now = [0.0]
    with Progress(stream, clock=lambda: now[0]).stage("reading", total) as stage:
        for _ in stage.counted(range(items)):
            now[0] += seconds
    return stream.getvalue()


def test_a_log_gets_one_line_for_a_short_stage(monkeypatch: pytest.MonkeyPatch):
    """A log is not filled with steps, and holds no control characters."""
    assert shown(io.StringIO(), 5, 5, seconds=0.1, monkeypatch=monkeypatch) == "reading (5), 0.5 s\n"


def test_a_log_hears_of_a_long_stage_now_and_then(monkeypatch: pytest.MonkeyPatch):
    """A stage of minutes shows that it is alive."""
    lines = shown(io.StringIO(), 4, 4, seconds=10, monkeypatch=monkeypatch).splitlines()

    assert lines == ["reading 2 of 4 …", "reading 4 of 4 …", "reading (4), 40.0 s"]


def test_a_terminal_gets_a_bar_that_the_last_line_replaces(monkeypatch: pytest.MonkeyPatch):
    """The bar fills, is drawn over itself, and leaves one line."""
    parts = shown(Terminal(), 2, 2, seconds=1, monkeypatch=monkeypatch).split("\r\x1b[K")

    assert parts == ["", f"[{' ' * 24}] reading 0 of 2", f"[{'#' * 12}{' ' * 12}] reading 1 of 2",
                     f"[{'#' * 24}] reading 2 of 2", "reading (2), 2.0 s\n"]  # fmt: skip


def test_a_stage_of_unknown_length_counts(monkeypatch: pytest.MonkeyPatch):
    """Without a total there is no bar that would lie."""
    assert "reading 1\r" in shown(Terminal(), 2, None, seconds=1, monkeypatch=monkeypatch)


def test_a_failed_stage_leaves_no_line(monkeypatch: pytest.MonkeyPatch):
    """What failed is not reported as done."""
    stream = io.StringIO()
    with pytest.raises(ValueError, match="no"), Progress(stream).stage("reading"):
        raise ValueError("no")

    assert stream.getvalue() == ""
