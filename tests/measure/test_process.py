"""What a program costs."""

import sys

import pytest

from build_dossier.errors import DossierError
from build_dossier.measure.process import Sample, measured, peak

CHILD = "import time; held = b'x' * 60_000_000; sum(range(10**7)); time.sleep(0.5)"
BUSY = "import subprocess, sys; subprocess.run([sys.executable, '-c', sys.argv[1]])"


def test_children_count():
    """The time and memory of a process that the program starts are its own."""
    cost, _ = measured([sys.executable, "-c", BUSY, CHILD], {})

    assert cost.cpu > 0.1
    assert cost.memory > 55


def test_a_program_that_fails_is_told_with_its_last_words():
    """The exit status and what was written."""
    with pytest.raises(DossierError, match=r"status 3(?s:.*)no such thing"):
        measured([sys.executable, "-c", "import sys; print('no such thing'); sys.exit(3)"], {})


def test_the_peak_is_that_of_the_stretch():
    """Samples outside do not count; without one inside the nearest is taken."""
    samples = [Sample(at=1.0, megabytes=50), Sample(at=2.0, megabytes=90), Sample(at=3.0, megabytes=70)]

    assert peak(samples, 1.5, 2.5) == 90
    assert peak(samples, 2.8, 2.9) == 70
    assert peak([], 0.0, 1.0) == 0.0
