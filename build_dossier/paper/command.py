"""The command ``pdf`` as a terminal sees it.

Comes in: parsed options. Goes out: a PDF below ``build/``, and where it is.
"""

import argparse
import sys
from pathlib import Path

from build_dossier.disk import write
from build_dossier.errors import DossierError
from build_dossier.progress import Progress

PDFS = Path("build/pdf")
WHOLE = "dossier"


def add_pdf_options(parser: argparse.ArgumentParser) -> None:
    """The options of ``pdf``."""
    parser.add_argument(
        "page",
        nargs="?",
        help="id of an article, a person, a place, an organisation, an event, a date, or its beginning; or a section, "
        "as timeline (default: the whole dossier)",
    )
    parser.add_argument("--site", type=Path, default=Path("site"), help="the published site (default: site)")
    parser.add_argument("--into", type=Path, default=PDFS, help=f"where the PDF is written (default: {PDFS})")


def run_pdf(options: argparse.Namespace) -> str:
    """Where the PDF is; writes it."""
    try:
        from build_dossier.paper.book import book, single  # noqa: PLC0415  # only developers have what it needs
    except ImportError:
        raise DossierError("a PDF needs pypdf: install requirements-dev.lock (make pdf does)") from None
    if options.page:
        name, pdf = single(options.site, options.page)
    else:
        with Progress(sys.stderr).stage("printing articles") as stage:
            name, pdf = WHOLE, book(options.site, stage.reached)
    file = options.into / f"{name}.pdf"
    write(file, pdf)
    return f"written: {file.resolve()}"
