"""What the bench says of its runs."""

from build_dossier.measure.bench import Bench, Run, bench_table
from build_dossier.measure.process import Cost
from build_dossier.measure.stages import Clocked


def cost(cpu: float) -> Cost:
    """So many seconds."""
    return Cost(cpu=cpu, wall=cpu, memory=100)


def test_ratios_are_to_the_plain_build_of_the_same_pages():
    """Growth is to the cold build."""
    runs = {name: Run(total=cost(cpu), stages={"linking": cost(1)}) for name, cpu in (("cold", 6), ("doubled", 12))}
    found = Bench(articles=2, pages=9, characters=100, runs=runs, plain=cost(3))

    assert (found.ratio("cold"), found.growth) == (2.0, 2.0)
    assert "cold: 2.00 of the processor time of the plain build" in bench_table(found)
    assert "doubled: " not in bench_table(found)


def test_reading_ends_with_the_last_article():
    """What the stage does after the last article is linking."""
    clocked = Clocked()
    with clocked.stage("reading articles", 2) as stage:
        list(stage.counted([1, 2]))
    with clocked.stage("writing pages"):
        pass

    assert [stretch.name for stretch in clocked.stretches] == ["reading articles", "linking", "rendering, writing"]
