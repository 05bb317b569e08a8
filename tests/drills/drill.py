"""What a drill is run on and held to: a small project, the program in a process of its own, and what must be whole."""

import os
import shutil
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from build_dossier.linkcheck import dead_links
from build_dossier.webpage import read_page

PROGRAM = Path(__file__).resolve().parents[2]
MANY = int(os.environ.get("DRILLS", "0"))
"""How often things are killed at random moments; 0 is a few times, as often as every change can afford."""

long = pytest.mark.skipif(not MANY, reason="a long drill: make drills")
PATIENCE = 300
"""Seconds: a build that has not ended by then hangs, even on a machine with much to do."""

SEEDS = {
    "000_kyiv.txt": "Міністр прибув до Києва\n\nМіністр Олег Приклад 3 червня 2025 року прибув до Києва.\n",
    "001_minsk.txt": " date 2025-06-04 \n\nМинистр прибыл в Минск\n\nМинистр Олег Пример встретился с послом.\n",
}
NOTE = '> прибув до Києва\n\n{: kind=context author="A. Editor" date=2025-06-05 }\n\nSee [[001]].\n'
NEWER = "Погода\n\nУ п'ятницю, 6 червня 2025 року, в Києві буде сонячно.\n"


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def differing(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> list[str]:
    """Names of the files that only one of two trees has, or that differ."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


@dataclass(frozen=True, kw_only=True)
class Ended:
    """How a run of the program ended."""

    status: int
    said: str
    """On standard error."""
    out: str = ""

    @property
    def last(self) -> str:
        """The last line said."""
        return (self.said.strip().splitlines() or [""])[-1]


@dataclass(frozen=True, kw_only=True)
class Drill:
    """A project, an old site of it and, in its seeds, something newer."""

    root: Path
    old: Mapping[str, bytes]
    """The site that is published."""
    new: Mapping[str, bytes]
    """The site that the seeds ask for."""
    seconds: float
    """How long a whole build took."""
    mark: str = field(default_factory=lambda: uuid.uuid4().hex)
    """In the environment of every process of this drill, so that those left over are found."""

    @property
    def site(self) -> Path:
        """The published site."""
        return self.root / "site"

    def start(
        self,
        *arguments: str,
        environment: Mapping[str, str] | None = None,
        without: Sequence[str] = (),
        prefix: Sequence[str] = (),
    ) -> "subprocess.Popen[str]":
        """The program, started in the project and in a process group of its own."""
        kept = {name: value for name, value in os.environ.items() if name not in without}
        return subprocess.Popen(
            [*prefix, sys.executable, "-m", "build_dossier", *(arguments or ("site",))],
            cwd=self.root,
            env={**kept, "PYTHONPATH": str(PROGRAM), "DRILL": self.mark, **(environment or {})},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            start_new_session=True,
        )

    def run(self, *arguments: str, **options: Any) -> Ended:
        """The program, run to its end."""
        return ended(self.start(*arguments, **options))

    def restore(self) -> None:
        """Puts the old site back, so that there is something to build again."""
        if tree(self.site) != self.old:
            shutil.rmtree(self.site)
            for name, data in self.old.items():
                (self.site / name).parent.mkdir(parents=True, exist_ok=True)
                (self.site / name).write_bytes(data)

    def assert_whole(self) -> None:
        """The site is the old or the new one, to the last byte."""
        now = tree(self.site)
        assert now == self.old or not differing(now, self.new)

    def assert_old(self) -> None:
        """The old site stands, whole."""
        assert differing(tree(self.site), self.old) == []

    def assert_new(self) -> None:
        """The new site stands, whole"""
        differ = differing(tree(self.site), self.new)
        assert differ == []

    def assert_tidy(self) -> None:
        """Nothing lies beside the site but what belongs there."""
        assert {path.name for path in self.root.iterdir()} <= {"seeds", "docs", "site", "build", ".dossier"}
        assert {path.name for path in (self.root / "build").iterdir()} <= {
            "docs",
            "cache",
            "changes.json",
            "mkdocs.yml",
        }

    def readers(self) -> list[int]:
        """Processes of this drill that were started to read articles."""
        return [pid for pid in _processes() if "spawn_main" in _command(pid) and self.mark in _environment(pid)]

    def survivors(self) -> list[int]:
        """Processes of this drill that still run; those about to die are given a moment."""
        for _ in range(50):
            left = [pid for pid in _processes() if self.mark in _environment(pid)]
            if not left:
                return []
            time.sleep(0.1)
        return left


def ended(process: "subprocess.Popen[str]") -> Ended:
    """What a process said until its end."""
    try:
        out, said = process.communicate(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        raise
    return Ended(status=process.returncode, said=said, out=out)


def assert_one_line(end: Ended, line: str) -> None:
    """The last thing said is one line that has ``line`` in it, and nothing looks like a crash."""
    assert line in end.last, end.said
    assert "Traceback" not in end.said, end.said
    assert "Exception" not in end.said, end.said


def assert_links_sound(files: Mapping[str, bytes]) -> None:
    """Every link of a site leads somewhere, and nothing is fetched from elsewhere."""
    pages = {name: read_page(data) for name, data in files.items() if name.endswith(".html")}
    assert "index.html" in pages
    assert [str(link) for link in dead_links(pages, files.keys())] == []


def hears(process: "subprocess.Popen[str]") -> None:
    """Waits until a process has said what it does on SIGTERM: before that Python itself is only starting."""
    status = Path(f"/proc/{process.pid}/status")
    bit = 1 << (signal.SIGTERM - 1)
    while process.poll() is None:
        caught = next((line for line in status.read_text().splitlines() if line.startswith("SigCgt")), "SigCgt: 0")
        if int(caught.split()[1], 16) & bit:
            return
        time.sleep(0.01)


def _processes() -> list[int]:
    return [int(path.name) for path in Path("/proc").iterdir() if path.name.isdigit()]


def _environment(pid: int) -> str:
    return _told(pid, "environ")


def _command(pid: int) -> str:
    return _told(pid, "cmdline")


def _told(pid: int, what: str) -> str:
    """What the system tells of a process; nothing when it is gone."""
    try:
        return Path(f"/proc/{pid}/{what}").read_bytes().decode(errors="replace")
    except OSError:
        return ""
