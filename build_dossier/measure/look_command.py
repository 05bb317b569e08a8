"""The commands ``screenshots`` and ``audit`` as a terminal sees them: what a reader meets, in every language.

Comes in: parsed options. Goes out: text to be printed, and files under ``build/``.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from build_dossier.catalogue import LANGUAGES
from build_dossier.configuration import interface_language, theme_folder
from build_dossier.disk import write
from build_dossier.edition import Folders, make_site
from build_dossier.errors import DossierError
from build_dossier.measure.audit import audit, audit_json, audit_table
from build_dossier.measure.page_kinds import kinds_of_pages
from build_dossier.measure.screenshots import Shot, gallery, printed_pages, shots, shots_text
from build_dossier.progress import Progress

PICTURES = Path("build/screenshots")
PRINTED = ("article", "people", "event", "timeline", "sources", "map", "network", "coverage", "framing-set", "notes")
"""Kinds of pages that are printed by themselves too, besides the whole."""

OF_COPIES = ("duplicates", "compare")
"""Kinds of pages that say more where one text is a copy of another."""


def add_screenshots_options(parser: argparse.ArgumentParser) -> None:
    """The options of ``screenshots``."""
    parser.add_argument("--pictures", type=Path, default=PICTURES, help=f"default: {PICTURES}")
    parser.add_argument(
        "--language",
        action="append",
        choices=LANGUAGES,
        help="of the interface; may be repeated (default: all of them)",
    )
    parser.add_argument("--seeds", type=Path, default=Path("seeds"), help="the news texts (default: seeds)")
    parser.add_argument("--docs", type=Path, default=Path("docs"), help="what people write (default: docs)")
    parser.add_argument("--no-print", action="store_true", help="no PDF")


def run_screenshots(options: argparse.Namespace, config: Path) -> str:
    """What was noticed on the pages, as text; writes pictures of every kind of page in every language."""
    progress = Progress(sys.stderr)
    taken: list[Shot] = []
    for language in options.language or LANGUAGES:
        site = _site_in(language, options.seeds, options.pictures / "sites" / language, options.docs, config)
        out = options.pictures / language
        with progress.stage(f"taking pictures ({language})") as stage:
            taken += stage.counted(shots(site, out))
        if not options.no_print:
            with progress.stage(f"printing ({language})") as stage:
                taken += stage.counted(_printed(site, out))
    taken += _copied(options, config, progress)
    return shots_text(taken, gallery(taken, options.pictures))


def add_audit_options(parser: argparse.ArgumentParser) -> None:
    """The options of ``audit``."""
    parser.add_argument("--site", type=Path, default=Path("site"), help="the published site (default: site)")
    parser.add_argument("--kind", action="append", help="of page; may be repeated (default: all of them)")
    parser.add_argument("--json", type=Path, help="write the figures to this file too")


def run_audit(options: argparse.Namespace) -> str:
    """The figures as text.

    Raises:
        DossierError: something misses its mark.
    """
    with Progress(sys.stderr).stage("looking at pages") as stage:
        found = tuple(stage.counted(audit(options.site, options.kind)))
    if options.json is not None:
        write(options.json, json.dumps(audit_json(found), ensure_ascii=False, indent=2).encode())
    misses = sum(len(one.misses) for one in found)
    if misses:
        raise DossierError(f"{misses} misses on {len(found)} pages\n{audit_table(found)}")
    return audit_table(found)


def with_a_copy(seeds: Path, out: Path) -> Path | None:
    """A folder of the texts and one more, the longest without its middle line; ``None`` where there is no text."""
    texts = {path.name: path.read_bytes() for path in sorted(seeds.rglob("*.txt"))}
    if not texts:
        return None
    lines = max(texts.values(), key=len).splitlines(keepends=True)
    filled = [at for at, line in enumerate(lines) if line.strip()]
    left_out = filled[len(filled) // 2]
    for name, text in (*texts.items(), ("a-copy.txt", b"".join(lines[:left_out] + lines[left_out + 1 :]))):
        write(out / name, text)
    return out


def _copied(options: argparse.Namespace, config: Path, progress: Progress) -> list[Shot]:
    """Pictures of what only a dossier with a copy in it has to show; in one language."""
    folder = options.pictures / "sites" / "copies"
    seeds = with_a_copy(options.seeds, folder / "seeds")
    if seeds is None:
        return []
    site = _site_in((options.language or LANGUAGES)[0], seeds, folder, options.docs, config)
    with progress.stage("taking pictures (copies)") as stage:
        return list(stage.counted(shots(site, options.pictures / "copies", OF_COPIES)))


def _site_in(language: str, seeds: Path, folder: Path, docs: Path, config: Path) -> Path:
    """The dossier of some texts with an interface in one language; nothing is remembered of it."""
    own = folder / "mkdocs.yml"
    theme = {"language": language, "custom_dir": str(theme_folder(config))}
    write(own, json.dumps({"INHERIT": str(config.resolve()), "theme": theme}).encode())
    folders = Folders(
        seeds=seeds,
        docs=docs,
        state=docs.resolve().parent / ".dossier",
        out=folder / "build" / "docs",
        site=folder / "site",
        config=own,
    )
    assert interface_language(own) == language
    make_site(folders, Progress(sys.stderr), frozen=True)
    return folders.site


def _printed(site: Path, out: Path) -> Iterator[Shot]:
    from build_dossier.paper.book import book, single  # noqa: PLC0415  # only developers have what it needs

    kinds = kinds_of_pages(site)
    singles = [single(site, kinds[kind].removesuffix("/index.html")) for kind in PRINTED if kind in kinds]
    for name, pdf in (*singles, ("dossier", book(site, lambda _: None))):
        file = out / f"{name}.pdf"
        write(file, pdf)
        yield from printed_pages(file, out)
