"""Dossiers of a few texts, and the pages of any."""

from collections.abc import Mapping
from pathlib import Path

from build_dossier.build import Build, build
from build_dossier.disk import read_sources


def dossier_of(folder: Path, files: Mapping[str, str]) -> Build:
    """What comes of files by path below ``folder``: ``seeds/a.txt``, ``docs/entities/rome.md``."""
    (folder / "seeds").mkdir(exist_ok=True)
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return build(read_sources(folder / "seeds", folder / "docs", folder / ".dossier"))


def page_of(built: Build, path: str) -> str:
    """The Markdown of one page; no other is made."""
    return next(page.text for page in built.site.pages if page.path == path)


def pages_of(built: Build) -> dict[str, str]:
    """The Markdown of all pages, by path."""
    return {page.path: page.text for page in built.site.pages}
