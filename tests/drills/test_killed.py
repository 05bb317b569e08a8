"""However a build is ended from outside, the old site or the new one is whole."""

import os
import random
import signal
import sys
import time
from collections.abc import Iterator

import pytest
from drill import MANY, Drill, Ended, assert_one_line, ended, hears, long

from build_dossier import workers
from build_dossier.exchange import stage

pytestmark = pytest.mark.site

SEED = int(os.environ.get("DRILL_SEED", "20250621"))
FEW = 3
WORDS = {signal.SIGTERM: "terminated; nothing is half-written", signal.SIGINT: "interrupted; nothing is half-written"}


def moments(drill: Drill, count: int) -> list[float]:
    """Random moments of a build, and a little beyond; the same at every run."""
    chance = random.Random(SEED)  # noqa: S311  # a drill, no secret
    return [chance.uniform(0, drill.seconds * 1.05) for _ in range(count)]


def test_killed_at_any_moment(drill: Drill):
    """After kill -9 the site is whole and no child lives on; the next build is none the wiser."""
    wanted = MANY or FEW
    killed = 0
    for moment in moments(drill, 4 * wanted):
        process = drill.start()
        time.sleep(moment)
        process.kill()
        killed += ended(process).status == -signal.SIGKILL  # else it was done before: no kill
        assert drill.survivors() == [], f"after {moment:.2f} s"
        drill.assert_whole()
        drill.restore()
        if killed == wanted:
            break
    sys.stderr.write(f"\n{killed} of {wanted} kills before the end of a build: all clean\n")

    assert killed == wanted
    assert drill.run().status == 0
    drill.assert_new()
    drill.assert_tidy()


@pytest.mark.parametrize("number", WORDS, ids=lambda number: number.name)
def test_asked_to_end_at_any_moment(drill: Drill, number: signal.Signals):
    """SIGTERM and Ctrl-C are one line and the exit status of shells; nothing is left beside the site."""
    for moment in moments(drill, MANY // 4 or 1):
        process = drill.start()
        hears(process)
        time.sleep(moment)
        os.killpg(process.pid, number)
        end = ended(process)
        assert_ended(end, number)
        assert drill.survivors() == [], f"after {moment:.2f} s"
        drill.assert_whole()
        drill.assert_tidy()
        drill.restore()


def assert_ended(end: Ended, number: signal.Signals) -> None:
    """It ended as asked, or had come to its end already."""
    if end.status:
        assert end.status == 128 + number, end.said
        assert_one_line(end, WORDS[number])
    else:
        assert "published" in end.out


@pytest.fixture
def crowded(drill: Drill) -> Iterator[Drill]:
    """With so many seeds that all cores read them."""
    seeds = [drill.root / f"seeds/1{number:02}.txt" for number in range(workers.FEW + 12)]
    for seed in seeds:
        seed.write_text(f"Новина {seed.stem}\n\nПриклад прибув до Києва.\n", encoding="utf-8")
    yield drill
    for seed in seeds:
        seed.unlink()


@pytest.mark.skipif(os.cpu_count() == 1, reason="NOT DRILLED: one core reads alone")
@pytest.mark.parametrize("moment", [0, 0.2, 0.6])
def test_interrupted_while_readers_load(crowded: Drill, moment: float):
    """Ctrl-C reaches every process of a terminal: those that are only loading say nothing of it."""
    process = crowded.start()
    while process.poll() is None and not crowded.readers():
        time.sleep(0.01)
    time.sleep(moment)
    os.killpg(process.pid, signal.SIGINT)
    end = ended(process)

    assert end.status == 128 + signal.SIGINT, end.said
    assert_one_line(end, WORDS[signal.SIGINT])
    assert crowded.survivors() == []
    crowded.assert_old()
    crowded.assert_tidy()


@long
def test_killed_among_many_seeds(crowded: Drill):
    """No reader lives on either."""
    drill = crowded
    for moment, number in zip(moments(drill, 12), [signal.SIGKILL, signal.SIGTERM, signal.SIGINT] * 4, strict=True):
        process = drill.start()
        time.sleep(0.5 + moment)
        os.kill(process.pid, number)
        end = ended(process)
        assert drill.survivors() == [], f"{number.name} after {moment:.2f} s"
        assert end.status in {0, -number, 128 + number}
        drill.restore()


def test_what_dead_builds_left_is_tidied(drill: Drill):
    """Staging folders of dead builds go at the next start, stamped or not yet; a stranger's folder stays."""
    (stage(drill.site) / "half.html").touch()
    drill.site.with_name("site.new-unstamped").mkdir()
    theirs = drill.site.with_name("site.new-theirs")
    theirs.mkdir()
    (theirs / "mine.txt").touch()
    drill.site.with_name(".site.build-dossier.lock").write_text('{"pid": 1, "host": "x", "command": "y", "since": "z"}')

    assert drill.run("site", "--no-wait").status == 0
    drill.assert_new()
    (theirs / "mine.txt").unlink()
    theirs.rmdir()
    drill.assert_tidy()
