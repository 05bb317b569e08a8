"""Where, when and for whom a site is built leaves no trace in it."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from drill import Drill, long

pytestmark = pytest.mark.site

CLOCK = """
import datetime, os, time

shift = float(os.environ["DRILL_DAYS"]) * 86400
real = time.time
time.time = lambda: real() + shift
time.time_ns = lambda: int(time.time() * 1e9)
for name in ("localtime", "gmtime"):
    convert = getattr(time, name)
    setattr(time, name, lambda seconds=None, convert=convert: convert(time.time() if seconds is None else seconds))
written = time.strftime
time.strftime = lambda form, moment=None: written(form, time.localtime() if moment is None else moment)


class Day(datetime.date):
    @classmethod
    def today(cls):
        return datetime.date.fromtimestamp(time.time())


class Moment(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(time.time(), tz)

    @classmethod
    def utcnow(cls):
        return cls.fromtimestamp(time.time(), datetime.timezone.utc).replace(tzinfo=None)


datetime.date, datetime.datetime = Day, Moment
"""
"""Read by every Python of a build at its start: another day for the program and for the site builder alike."""


def on_another_day(folder: Path, days: int) -> dict[str, str]:
    """The environment of a process for which it is ``days`` later."""
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(CLOCK)
    return {"DRILL_DAYS": str(days), "PYTHONPATH": f"{folder}:{Path(__file__).resolve().parents[2]}"}


def test_everything_is_different(drill: Drill, tmp_path: Path):
    """Another day, folder, time zone, locale and hash seed, no home: the same site, its map of pages too."""
    elsewhere = replace(drill, root=tmp_path / "моє досьє, друге")
    shutil.copytree(drill.root, elsewhere.root)
    environment = {"TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONHASHSEED": "7"}
    end = elsewhere.run(
        environment={**environment, **on_another_day(tmp_path / "day", 400)},
        without=("HOME", "LANG", "LANGUAGE", "XDG_CACHE_HOME", "TMPDIR", "TERM"),
    )

    assert end.status == 0, end.said
    assert "sitemap.xml" in elsewhere.new
    elsewhere.assert_new()
    elsewhere.assert_tidy()


def test_another_day_is_another_day(drill: Drill, tmp_path: Path):
    """The drill's clock works: a note's stub, which bears the day it was made, bears another."""
    there = replace(drill, root=tmp_path / "there")
    shutil.copytree(drill.root, there.root)
    end = there.run("note", "002", "--quote", "Погода", environment=on_another_day(tmp_path / "day", 40_000))

    assert end.status == 0, end.said
    assert "date=213" in (there.root / "docs/annotations/002_weather.md").read_text(encoding="utf-8")


@long
def test_the_clock_is_set_back(drill: Drill, tmp_path: Path):
    """What the last build wrote seems to come from the future: what has changed is built all the same."""
    end = drill.run(environment=on_another_day(tmp_path / "day", -400))

    assert end.status == 0, end.said
    drill.assert_new()


@long
def test_no_network(drill: Drill):
    """With no network at all, not even loopback, the site is the same."""
    unshare = shutil.which("unshare")
    alone = (unshare or "", "--map-root-user", "--net")
    if unshare is None or subprocess.run([*alone, "true"], check=False, capture_output=True).returncode:
        pytest.skip("NOT DRILLED: a network of its own needs unshare, and the right to use it")
    assert drill.run(prefix=alone).status == 0
    drill.assert_new()
