"""The commands ``eval`` and ``bench`` as a terminal sees them.

Comes in: parsed options. Goes out: text to be printed, and files under ``build/``.
"""

import argparse
import json
from pathlib import Path

from build_dossier.disk import write
from build_dossier.measure.evaluate import Asked, evaluate
from build_dossier.measure.report import as_json, errors_file, table

ERRORS = Path("build/eval/errors.md")


def add_eval_options(parser: argparse.ArgumentParser) -> None:
    """The options of ``eval``."""
    parser.add_argument("--seeds", type=Path, default=Path("seeds"), help="the news texts of the gold (default: seeds)")
    parser.add_argument("--gold", type=Path, help="gold standard of the seeds, YAML")
    parser.add_argument("--corpus", type=Path, help="folder with raw/ and ner/: texts with gold names")
    parser.add_argument("--docs", type=Path, help="measure with these editors' files too (default: none)")
    parser.add_argument("--json", type=Path, help="write the figures to this file too")


def run_eval(options: argparse.Namespace) -> str:
    """The figures as text; writes every mistake to ``ERRORS``."""
    sections = evaluate(Asked(seeds=options.seeds, gold=options.gold, corpus=options.corpus, docs=options.docs))
    write(ERRORS, errors_file(sections).encode())
    if options.json is not None:
        write(options.json, (json.dumps(as_json(sections), ensure_ascii=False, indent=2) + "\n").encode())
    return f"{table(sections)}\n\nevery mistake: {ERRORS.resolve()}"
