"""The command ``import``: a file of another program's annotations into the editor's annotation files.

Comes in: options. Goes out: what was written where, and what was left out. One of the commands that write among the
editor's files, in the same way as ``note``: by making a file or adding at its end.
"""

import argparse
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from build_dossier.annotation.shelf import Shelf
from build_dossier.article.seed import read_seeds
from build_dossier.disk import read_sources
from build_dossier.editorial import read_editorial
from build_dossier.errors import DossierError
from build_dossier.files import MAX_BYTES
from build_dossier.incoming.filing import Filing, Wishes, file_notes
from build_dossier.incoming.json_file import read_incoming
from build_dossier.scaffold import Stub


def add_import_options(parser: argparse.ArgumentParser) -> None:
    """What the command may be told."""
    parser.add_argument("file", type=Path, help="JSON of Hypothesis, or a W3C Web Annotation collection")
    parser.add_argument("--article", help="id of the article of what does not say which it is about")
    parser.add_argument(
        "--keep-unplaced", action="store_true", help="keep what has no certain place, as unplaced notes"
    )


def run_import(options: argparse.Namespace, state: Path, write: Callable[[Stub], object]) -> Filing:
    """What the file of annotations comes to, once ``write`` has written it.

    Raises:
        DossierError: the file cannot be read, or there is no such article.
    """
    data = _read(options.file)
    sources = read_sources(options.seeds, options.docs, state)
    seeds, _ = read_seeds((seed.name, seed.data) for seed in sources.seeds)
    article = None
    if options.article is not None:
        article, nearest = Shelf(seeds).linked(options.article)
        if article is None:
            hint = f"; did you mean {', '.join(nearest)}?" if nearest else ""
            raise DossierError(f"there is no one article “{options.article}”{hint}")
    incoming = read_incoming(data, str(options.file))
    wishes = Wishes(file=str(options.file), article=article, keep_unplaced=options.keep_unplaced)
    kinds = read_editorial(sources, seeds).note_kinds.keys()
    filing = file_notes(incoming.annotations, wishes, seeds=seeds, files=sources.annotations, kinds=kinds)
    for stub in filing.stubs:
        write(stub)
    return replace(filing, problems=(*incoming.problems, *filing.problems))


def _read(path: Path) -> bytes:
    """The file's bytes."""
    with path.open("rb") as file:
        data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise DossierError(f"{path}: larger than {MAX_BYTES // 1_000_000} MB; split it")
    return data
