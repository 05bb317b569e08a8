"""How far the work has come: a bar on a terminal, plain lines in a log.

Comes in: stages with a name and, where it is known, a number of things to do. Goes out: text on a stream.
"""

import os
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TextIO, TypeVar

T = TypeVar("T")
R = TypeVar("R")

_WIDTH = 24
_TERMINAL_SECONDS = 0.1  # ten times a second looks smooth and costs nothing
_LOG_SECONDS = 15.0  # often enough to see that a long stage is alive


class Stage:
    """One stage of the work, while it lasts."""

    def __init__(self, name: str, total: int | None, show: Callable[["Stage"], None]) -> None:
        self.name = name
        self.total = total
        """How many things there are to do; ``None`` when nobody knows."""
        self.done = 0
        self._show = show

    def reached(self, done: int) -> None:
        """So many things are done now; shows it, if it is time to."""
        self.done = done
        self._show(self)

    def counted(self, items: Iterable[T]) -> Iterator[T]:
        """The same items, each counted when the next is asked for."""
        for item in items:
            yield item
            self.reached(self.done + 1)

    def __str__(self) -> str:
        """``writing pages 3 of 40``."""
        if self.total is not None:
            return f"{self.name} {self.done} of {self.total}"
        return f"{self.name} {self.done}" if self.done else self.name


class Progress:
    """Shows stages one after the other."""

    def __init__(self, stream: TextIO, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._stream = stream
        self._clock = clock
        self._terminal = stream.isatty() and os.environ.get("TERM", "dumb") != "dumb"
        self._shown_at = 0.0

    @contextmanager
    def stage(self, name: str, total: int | None = None) -> Iterator[Stage]:
        """A stage; its line stays, with the count and the seconds, when it is over."""
        began = self._shown_at = self._clock()
        stage = Stage(name, total, self._tick)
        if self._terminal:
            self._write(f"\r\x1b[K{_bar(stage)}")
        try:
            yield stage
        except BaseException:
            self._write("\r\x1b[K" if self._terminal else "")
            raise
        count = f" ({stage.done})" if stage.done else ""
        self._write(f"{self._clear()}{stage.name}{count}, {self._clock() - began:.1f} s\n")

    def _clear(self) -> str:
        return "\r\x1b[K" if self._terminal else ""

    def _tick(self, stage: Stage) -> None:
        now = self._clock()
        if now - self._shown_at < (_TERMINAL_SECONDS if self._terminal else _LOG_SECONDS):
            return
        self._shown_at = now
        self._write(f"\r\x1b[K{_bar(stage)}" if self._terminal else f"{stage} …\n")

    def _write(self, text: str) -> None:
        self._stream.write(text)
        self._stream.flush()


def _bar(stage: Stage) -> str:
    if not stage.total:
        return str(stage)
    full = min(_WIDTH, _WIDTH * stage.done // stage.total)
    return f"[{'#' * full}{' ' * (_WIDTH - full)}] {stage}"
