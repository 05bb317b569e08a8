"""Every core, in the shape of ``map``."""

import os
from pathlib import Path

import pytest

from build_dossier.article import Correction, Seed
from build_dossier.article.seed import read_seeds
from build_dossier.build import read
from build_dossier.workers import FEW, all_cores

Given = tuple[Seed, Correction | None]


def given(count: int) -> list[Given]:
    """Seeds, and what an editor says of every other one."""
    texts = (
        (f"{number:03}.txt", f"Новина {number}\n\nКіт Келлог прибув до Мінська.\n".encode()) for number in range(count)
    )
    seeds, _ = read_seeds(texts)
    said = Correction(article="x", file="docs/annotations/x.md", title="Назва", date="2025-06-21", lines={"title": 2})
    return [(seed, said if number % 2 else None) for number, seed in enumerate(seeds)]


def test_few_are_read_here():
    """A new process takes longer to load than they take to read."""
    with all_cores(FEW - 1) as run_map:
        assert run_map is map


@pytest.mark.skipif(len(os.sched_getaffinity(0)) < 2, reason="one core is this one")
def test_many_are_read_elsewhere():
    """Seeds, corrections and Readings travel, and come back in order, the same as when they are read here."""
    seeds = given(FEW)
    with all_cores(FEW) as run_map:
        found = list(run_map(read, seeds))
        pids = set(run_map(_pid, range(FEW)))

    assert found == [read(one) for one in seeds]
    assert os.getpid() not in pids
    assert not any(Path(f"/proc/{pid}").exists() for pid in pids)


def _pid(_: int) -> int:
    return os.getpid()
