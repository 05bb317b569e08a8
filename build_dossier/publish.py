"""From the site source to a published site: stage, build, index, check, exchange.

Comes in: the generated docs folder and the texts that its article pages must hold. Goes out: ``site/`` is the new site,
or, when anything fails, still the old one. The only module that has MkDocs run, in a process of its own, so that it
sees our state as little as we see its.
"""

import os
import re
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from build_dossier.checks import check_site
from build_dossier.children import run
from build_dossier.configuration import generated, theme_folder
from build_dossier.disk import STAMP, write
from build_dossier.errors import Problem, Severity
from build_dossier.exchange import check_ours, exchange, recover, remove, stage
from build_dossier.imprint import fingerprint, folder_digest, imprint_of, read_imprint
from build_dossier.progress import Progress
from build_dossier.search_cache import index_site

_TERMINAL_CODES = re.compile(r"\x1b\[[\d;]*m")
_WARNING = re.compile(r"^(?:WARNING|ERROR) +- +(.+(?:\n(?![A-Z]+ +- ).*)*)", re.MULTILINE)
"""A warning of MkDocs; what it lists stands in lines of its own below."""

_NO_NEWS = re.compile(r"Doc file '.*' contains |The following pages exist in the docs directory, but are not included")
"""Links: our own check tells of the published page, with the file that the link stands in. Pages that no menu names:
the program made them, and other pages lead there."""

_PAGE_CACHE = Path(__file__).with_name("page_cache.py")


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """What is to be published, and where."""

    out: Path
    """The generated docs folder."""
    site: Path
    config: Path
    """The project's ``mkdocs.yml``."""
    generated_config: Path
    """Where the configuration that MkDocs is run on is written."""
    epoch: int
    """Seconds since 1970 of the newest content: the date of the site, instead of the day of the build."""
    texts: Mapping[str, str]
    """The source text that each page must hold, by the page's path (``articles/<id>/index.html``)."""
    cache: Path | None = None
    """The folder of what is kept from one build to the next; ``None`` keeps and uses nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What came of it."""

    renewed: bool
    """``False``: the site was up to date and nothing was written."""
    docs: str
    """Digest of the generated docs folder that it is the site of."""
    problems: tuple[Problem, ...]


def publish(publication: Publication, progress: Progress) -> Published:
    """Makes ``site`` the site of ``out``, unless it is already.

    Raises:
        FidelityError: a page does not hold the words of its seed.
        DossierError: MkDocs failed, or one of our own links is dead. The old site stays in either case.
        FolderError: ``site`` holds somebody else's files.
        OSError: a folder cannot be written to; it has the name of what could not be, or of ``site``.
    """
    try:
        return _publish(publication, progress)
    except OSError as error:
        if error.filename is None:
            error.filename = str(publication.site.resolve())
        raise


def program_and_configuration(config: Path) -> str:
    """One value for all that a site depends on beside its sources."""
    theme = theme_folder(config)
    folders = {"program": Path(__file__).parent, **({} if theme is None else {"theme": theme})}
    return fingerprint({}, files={"config": config}, folders=folders)


def _publish(publication: Publication, progress: Progress) -> Published:
    site = publication.site.resolve()
    recover(site)
    check_ours(site)
    theme = theme_folder(publication.config)
    docs = folder_digest(publication.out)
    digest = _digest(publication, theme, docs)
    old = read_imprint(site)
    if old is not None and old.digest == digest and old.files == imprint_of(site, digest).files:
        return Published(renewed=False, docs=docs, problems=old.problems)
    staging = stage(site)
    try:
        warnings = _build(publication, staging, progress)
        imprint = imprint_of(staging, digest)
        dead = check_site(staging, imprint.files, publication.texts, publication.cache, progress)
        problems = (*warnings, *dead)
        write(staging / STAMP, replace(imprint, problems=problems).to_bytes())
        exchange(staging, site)
    finally:
        remove(staging)
    return Published(renewed=True, docs=docs, problems=problems)


def _digest(publication: Publication, theme: Path | None, docs: str) -> str:
    """One value for everything the site depends on: same digest, same site."""
    values = {**publication.texts, "epoch": str(publication.epoch), "docs": docs}
    folders = {"program": Path(__file__).parent}
    if theme is not None:
        folders["theme"] = theme
    return fingerprint(values, files={"config": publication.config}, folders=folders)


def _build(publication: Publication, staging: Path, progress: Progress) -> tuple[Problem, ...]:
    """The warnings of the site builder."""
    configuration = generated(publication.config, docs=publication.out, site=staging, hook=_PAGE_CACHE)
    write(publication.generated_config, configuration)
    pages = sum(1 for _ in publication.out.rglob("*.md"))
    environment = {
        **os.environ,
        "SOURCE_DATE_EPOCH": str(publication.epoch),
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONUTF8": "1",
        "PYTHONHASHSEED": "0",
        "COLUMNS": "0",  # MkDocs folds its messages at the width of a terminal
        **_page_cache(publication),
    }
    mkdocs = [sys.executable, "-m", "mkdocs", "build", "-f", str(publication.generated_config)]
    with progress.stage("building pages", pages) as bar:
        said = run(
            "MkDocs",
            mkdocs,
            environment,
            writes=publication.site.resolve(),
            look=_seldom(lambda: bar.reached(_html_count(staging))),
        )
        bar.reached(_html_count(staging))
    with progress.stage("indexing for search") as bar:
        bar.reached(
            index_site(staging, publication.site.resolve(), publication.cache, program=fingerprint({}, **_search()))
        )
    return tuple(_warnings(said, publication.config.name))


def _search() -> dict[str, Mapping[str, Path]]:
    """What else the index depends on: the modules that make it, and what they know of words."""
    ours = {name: Path(__file__).with_name(name) for name in ("search_cache.py", "search_memory.py", "search", "text")}
    return {
        "files": {name: path for name, path in ours.items() if path.suffix},
        "folders": {name: path for name, path in ours.items() if not path.suffix},
    }


def _page_cache(publication: Publication) -> dict[str, str]:
    """Where the hook finds the pages of the last site; without it the hook does nothing."""
    if publication.cache is None:
        return {}
    return {
        "DOSSIER_PAGE_INDEX": str(publication.cache.resolve() / "pages.json"),
        "DOSSIER_LAST_SITE": str(publication.site.resolve()),
    }


def _warnings(said: str, config: str) -> Iterator[Problem]:
    """What MkDocs warned of, each once."""
    found = _WARNING.findall(_TERMINAL_CODES.sub("", said))
    for text in dict.fromkeys(" ".join(part.split()) for part in found):
        if not _NO_NEWS.match(text):
            yield Problem(severity=Severity.WARNING, code="mkdocs", file=config, line=None, message=text)


def _seldom(look: Callable[[], None]) -> Callable[[], None]:
    """The same, but passed over until it has rested ten times as long as it took: counting pages is no work."""
    next_at = 0.0

    def looked() -> None:
        nonlocal next_at
        began = time.monotonic()
        if began >= next_at:
            look()
            next_at = time.monotonic() + 10 * (time.monotonic() - began)

    return looked


def _html_count(folder: Path) -> int:
    return sum(1 for _ in folder.rglob("*.html"))
