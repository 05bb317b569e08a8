"""Doubts about letters that are not what they look like, with the file and the line where they stand.

Comes in: seeds. Goes out: for each seed and each kind of trick one doubt, which names the first place and counts.
"""

from collections.abc import Iterable, Iterator, Sequence

from build_dossier.article import Seed
from build_dossier.errors import Problem, Severity
from build_dossier.text.suspicious import Suspicion, Trick, suspicions

_SAID = {
    Trick.DIRECTION: "characters turn the direction of the text at",
    Trick.INVISIBLE: "characters that cannot be seen stand in",
    Trick.LOOK_ALIKE: "letters of another alphabet stand in",
}


def unicode_attacks(seeds: Iterable[Seed]) -> tuple[Problem, ...]:
    """One doubt for each kind of trick in a seed, in order of seed and kind."""
    return tuple(problem for seed in seeds for problem in _of_seed(seed))


def _of_seed(seed: Seed) -> Iterator[Problem]:
    found = suspicions(seed.text)
    for trick in Trick:
        if own := [suspicion for suspicion in found if suspicion.trick is trick]:
            yield _problem(seed, own)


def _problem(seed: Seed, found: Sequence[Suspicion]) -> Problem:
    first = found[0]
    more = f", and {len(found) - 1} more" if len(found) > 1 else ""
    return Problem(
        severity=Severity.DOUBT,
        code=f"suspicious-{first.trick.value}",
        file=f"seeds/{seed.name}",
        line=seed.text.count("\n", 0, first.start) + 1,
        message=f"{_SAID[first.trick]} “{first.shown}”: {first.about}{more}",
        hint="if the source has them by mistake, mend the seed; the page shows a notice and keeps the words",
    )
