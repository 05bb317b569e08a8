"""The commands that measure, print and take pictures, as a terminal sees them: ``eval``, ``bench``, ``pdf`` and others.

Comes in: parsed options. Goes out: text to be printed, and files under ``build/``.
"""

import argparse
import json
import random
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from build_dossier.article.encoding import read_bytes
from build_dossier.disk import write
from build_dossier.measure import anchors, bench, evaluate, searching
from build_dossier.measure.look_command import (
    add_audit_options,
    add_screenshots_options,
    run_audit,
    run_screenshots,
)
from build_dossier.measure.report import as_json, errors_file, table
from build_dossier.paper.command import add_pdf_options, run_pdf
from build_dossier.progress import Progress

ERRORS = Path("build/eval/errors.md")
ANCHOR_ERRORS = Path("build/eval/anchors.md")
CONFIG = Path(__file__).parents[2] / "mkdocs.yml"
"""The project's configuration of the site builder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A command that looks at what has been built."""

    name: str
    about: str
    add_options: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], str]


def add_eval_options(parser: argparse.ArgumentParser) -> None:
    """The options of ``eval``."""
    parser.add_argument("--seeds", type=Path, default=Path("seeds"), help="the news texts of the gold (default: seeds)")
    parser.add_argument("--gold", type=Path, help="gold standard of the seeds, YAML")
    parser.add_argument("--corpus", type=Path, help="folder with raw/ and ner/: texts with gold names")
    parser.add_argument("--docs", type=Path, help="measure with these editors' files too (default: none)")
    parser.add_argument("--json", type=Path, help="write the figures to this file too")


def run_eval(options: argparse.Namespace) -> str:
    """The figures as text; writes every mistake to ``ERRORS``."""
    sections = evaluate.evaluate(
        evaluate.Asked(seeds=options.seeds, gold=options.gold, corpus=options.corpus, docs=options.docs)
    )
    write(ERRORS, errors_file(sections).encode())
    _write_json(options.json, as_json(sections))
    return f"{table(sections)}\n\nevery mistake: {ERRORS.resolve()}"


def add_anchors_options(parser: argparse.ArgumentParser) -> None:
    """The options of ``eval-anchors``."""
    parser.add_argument("--corpus", type=Path, default=Path("seeds"), help="folder of texts, *.txt (default: seeds)")
    parser.add_argument("--times", type=int, default=20, help="passages a scenario (default: 20)")
    parser.add_argument("--chance", type=int, default=1, help="seed of chance (default: 1)")
    parser.add_argument("--most", type=int, default=300, help="texts taken by chance (default: 300)")


def run_anchors(options: argparse.Namespace) -> str:
    """The figures as text; writes every mistake to ``ANCHOR_ERRORS``."""
    chance = random.Random(options.chance)  # noqa: S311  # figures that can be had again, no secret
    paths = sorted(options.corpus.rglob("*.txt"))
    chosen = sorted(chance.sample(paths, min(len(paths), options.most)))
    texts = [decoded.text for path in chosen if (decoded := read_bytes(path.read_bytes())) is not None]
    found = tuple(anchors.answers(texts, chance=chance, times=options.times))
    write(ANCHOR_ERRORS, anchors.mistakes_file(found).encode())
    return f"{anchors.anchors_table(found)}\n\nevery mistake: {ANCHOR_ERRORS.resolve()}"


def add_bench_options(parser: argparse.ArgumentParser) -> None:
    """The options of ``bench``."""
    parser.add_argument("--seeds", type=Path, default=Path("seeds"), help="the news texts (default: seeds)")
    parser.add_argument("--docs", type=Path, help="what people write (default: none)")
    parser.add_argument("--articles", type=int, help="how many to take; copies with other names when there are fewer")
    parser.add_argument("--no-double", action="store_true", help="do not measure twice as many")
    parser.add_argument("--json", type=Path, help="write the figures to this file too")


def run_bench(options: argparse.Namespace) -> str:
    """The figures as text."""
    found = bench.bench(
        bench.Asked(
            seeds=options.seeds,
            docs=options.docs,
            config=CONFIG,
            articles=options.articles,
            double=not options.no_double,
        ),
        Progress(sys.stderr),
    )
    _write_json(options.json, bench.bench_json(found))
    return bench.bench_table(found)


def add_search_options(parser: argparse.ArgumentParser) -> None:
    """The options of ``bench-search``."""
    parser.add_argument("--site", type=Path, default=Path("site"), help="the published site (default: site)")
    parser.add_argument("--of-each", type=int, default=50, help="queries of each kind (default: 50)")


def run_search(options: argparse.Namespace) -> str:
    """The figures as text."""
    return searching.search_table(searching.search_bench(options.site, options.of_each))


def _write_json(path: Path | None, value: object) -> None:
    if path is not None:
        write(path, (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode())


MEASURES = (
    Measure(name="eval", about="measure what is found against gold", add_options=add_eval_options, run=run_eval),
    Measure(
        name="eval-anchors",
        about="measure how passages are found again in revised texts",
        add_options=add_anchors_options,
        run=run_anchors,
    ),
    Measure(
        name="bench",
        about="measure time and memory beside a plain MkDocs build",
        add_options=add_bench_options,
        run=run_bench,
    ),
    Measure(
        name="bench-search",
        about="measure how well and how fast the built site's search answers",
        add_options=add_search_options,
        run=run_search,
    ),
    Measure(
        name="pdf",
        about="print a page of the built site, or the whole dossier, as a PDF",
        add_options=add_pdf_options,
        run=run_pdf,
    ),
    Measure(
        name="screenshots",
        about="take pictures of every kind of page, in every language of the interface, and of what is printed",
        add_options=add_screenshots_options,
        run=partial(run_screenshots, config=CONFIG),
    ),
    Measure(
        name="audit",
        about="check a page of each kind by axe, keyboard, width, weight and time",
        add_options=add_audit_options,
        run=run_audit,
    ),
)
"""All commands that look at what has been built, and most of them measure."""
