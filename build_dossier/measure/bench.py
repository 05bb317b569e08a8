"""How dear: processor time, time on the clock and memory of every stage, beside a plain MkDocs build of the same pages.

Comes in: a folder of seeds. Goes out: a ``Bench``: builds cold, with nothing changed, after one new note, of twice as
many articles; and what a plain build of the same Markdown takes, in the same run.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from shutil import copytree, rmtree
from tempfile import TemporaryDirectory

from build_dossier.article.seed import read_seeds
from build_dossier.disk import FolderError, read_sources, write
from build_dossier.measure.multiply import multiplied
from build_dossier.measure.plain import plain_command
from build_dossier.measure.process import Cost, Sample, measured, peak
from build_dossier.measure.report import aligned
from build_dossier.measure.stages import NAMES, Stretch
from build_dossier.progress import Progress

_ENVIRONMENT = {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", "PYTHONHASHSEED": "0"}
OTHER = "start, publishing"
"""What lies between the stages: starting Python, finding out what has changed, exchanging the site."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is to be measured."""

    seeds: Path
    docs: Path | None
    config: Path
    """The project's ``mkdocs.yml``."""
    articles: int | None
    """How many to take; ``None`` is all."""
    double: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One build."""

    total: Cost
    stages: Mapping[str, Cost]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """All that was measured."""

    articles: int
    pages: int
    characters: int
    runs: Mapping[str, Run]
    """By name, in the order in which they were made."""
    plain: Cost

    def ratio(self, run: str) -> float:
        """Processor time of a run, the plain build being 1."""
        return self.runs[run].total.cpu / self.plain.cpu

    @property
    def growth(self) -> float | None:
        """Processor time of twice as many articles, this many being 1."""
        return self.runs["doubled"].total.cpu / self.runs["cold"].total.cpu if "doubled" in self.runs else None


def bench(asked: Asked, progress: Progress) -> Bench:
    """Measures in a folder of its own, which is removed afterwards; ``progress`` shows the builds as stages.

    Raises:
        FolderError: there are no seeds.
        DossierError: a build failed.
    """
    texts = _texts(asked.seeds)
    texts = multiplied(texts, asked.articles or len(texts))
    with TemporaryDirectory(prefix="bench-") as place:
        folder = Path(place)
        docs = folder / "docs"
        if asked.docs is not None:
            copytree(asked.docs, docs)
        _fill(folder / "seeds", texts)
        runs: dict[str, Run] = {}
        for name in ("cold", "warm"):
            with progress.stage(f"{name} build"):
                runs[name] = _run(folder, asked.config)
        pages = sum(1 for _ in (folder / "out").rglob("*.md"))
        with progress.stage("plain build"):
            plain, _ = measured(plain_command(folder / "out", folder / "plain", folder / "plain.yml"), _ENVIRONMENT)
        _add_note(docs, texts)
        with progress.stage("build after one note"):
            runs["one note"] = _run(folder, asked.config)
        if asked.double:
            rmtree(folder)
            _fill(folder / "seeds", multiplied(texts, 2 * len(texts)))
            with progress.stage("build of twice as many"):
                runs["doubled"] = _run(folder, asked.config)
    return Bench(articles=len(texts), pages=pages, characters=sum(map(len, texts.values())), runs=runs, plain=plain)


def _texts(folder: Path) -> dict[str, str]:
    if not folder.is_dir():
        raise FolderError(f"there is no folder {folder}; SEEDS=dir names the folder of texts")
    nowhere = folder / ".nowhere"
    sources = read_sources(folder, nowhere, nowhere)
    seeds, _ = read_seeds((file.name, file.data) for file in sources.seeds)
    if not seeds:
        raise FolderError(f"{folder} holds no texts")
    return {seed.name: seed.text for seed in seeds}


def _fill(folder: Path, texts: Mapping[str, str]) -> None:
    for name, text in texts.items():
        write(folder / name, text.encode())


def _add_note(docs: Path, texts: Mapping[str, str]) -> None:
    """A note on the first line of words of the first article."""
    name, text = next(iter(texts.items()))
    (seed,), _ = read_seeds([(name, text.encode())])
    words = next(line for line in reversed(text.splitlines()) if line.strip()).strip()[:60]
    path = docs / "annotations" / f"{seed.id}.md"
    old = path.read_text(encoding="utf-8") if path.is_file() else ""
    write(path, f"{old}\n> {words}\n\nA note on these words.\n".encode())


def _run(folder: Path, config: Path) -> Run:
    report = folder / "report.json"
    places = {name: folder / name for name in ("seeds", "docs", "state", "out", "site")}
    options = [f"--{name}={path}" for name, path in {**places, "config": config, "report": report}.items()]
    total, samples = measured([sys.executable, "-m", "build_dossier.measure.stages", *options], _ENVIRONMENT)
    stretches = [Stretch(**one) for one in json.loads(report.read_text(encoding="utf-8"))]
    return Run(total=total, stages=_stages(stretches, samples, total))


def _stages(stretches: list[Stretch], samples: tuple[Sample, ...], total: Cost) -> dict[str, Cost]:
    costs = {
        one.name: Cost(cpu=one.cpu, wall=one.ended - one.began, memory=peak(samples, one.began, one.ended))
        for one in stretches
    }
    rest_cpu = total.cpu - sum(cost.cpu for cost in costs.values())
    rest_wall = total.wall - sum(cost.wall for cost in costs.values())
    return {**costs, OTHER: Cost(cpu=rest_cpu, wall=rest_wall, memory=0.0)}


def bench_table(found: Bench) -> str:
    """The figures as aligned text."""
    lines = [f"{found.articles} articles, {found.characters} characters, {found.pages} pages", ""]
    runs = list(found.runs)
    head = ("CPU s (clock s, MB)", *runs, "plain", *(["growth"] if found.growth is not None else []))
    lines += aligned([head, *_table_rows(found)])
    lines.append("")
    lines += [
        f"{run}: {found.ratio(run):.2f} of the processor time of the plain build" for run in runs if run != "doubled"
    ]
    if found.growth is not None:
        lines.append(f"twice as many articles: {found.growth:.2f} times the processor time")
    return "\n".join(lines)


def _table_rows(found: Bench) -> Iterator[tuple[str, ...]]:
    names = dict.fromkeys((*NAMES.values(), *(name for run in found.runs.values() for name in run.stages)))
    for name in names:
        yield _table_row(name, [run.stages.get(name) for run in found.runs.values()], None, found)
    yield _table_row("total", [run.total for run in found.runs.values()], found.plain, found)


def _table_row(name: str, costs: list[Cost | None], plain: Cost | None, found: Bench) -> tuple[str, ...]:
    cells = [name, *map(_cell, costs), _cell(plain)]
    if found.growth is not None:
        cold, doubled = costs[0], costs[-1]
        cells.append(f"{doubled.cpu / cold.cpu:.2f}" if cold and doubled and cold.cpu else "–")
    return tuple(cells)


def _cell(cost: Cost | None) -> str:
    return "–" if cost is None else f"{cost.cpu:.1f} ({cost.wall:.1f}, {cost.memory:.0f})"


def bench_json(found: Bench) -> dict[str, object]:
    """The figures as plain values."""
    ratios = {run: found.ratio(run) for run in found.runs if run != "doubled"}
    return {**asdict(found), "ratios": ratios, "growth": found.growth}
