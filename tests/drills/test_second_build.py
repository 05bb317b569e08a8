"""Two builds for one folder: one after the other."""

import time

import pytest
from drill import Drill, assert_one_line, ended, hears

from build_dossier.lock import lock_file

pytestmark = pytest.mark.site


def test_a_second_build_waits_or_goes(drill: Drill):
    """It says who writes there and waits its turn; with --no-wait it ends; neither disturbs the first."""
    first = drill.start()
    hears(first)
    while first.poll() is None and not lock_file(drill.site).exists():
        time.sleep(0.01)
    second, third = drill.start(), drill.start("site", "--no-wait")
    busy, waited, began = ended(third), ended(second), ended(first)

    assert (began.status, waited.status, busy.status) == (0, 0, 1), busy.said + waited.said
    assert_one_line(busy, f"is being written to by process {first.pid} on ")
    assert f"process {first.pid} on " in waited.said
    assert "build_dossier site)" in waited.said
    assert "up to date" in waited.out
    drill.assert_new()
    drill.assert_tidy()
