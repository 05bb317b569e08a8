"""One edition of the dossier: from the folders to what is written and published.

Comes in: the folders. Goes out: what is known, what changed, what is wrong. Every command is a stretch of this way.
"""

import json
import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeVar

from build_dossier.annotation.remembering import Accepted
from build_dossier.build import Build, build
from build_dossier.configuration import interface_language
from build_dossier.disk import Changes, FolderError, claim, read_sources, sweep, write, write_memory, write_site
from build_dossier.dossier import Dossier, Map, Sources
from build_dossier.errors import Problem
from build_dossier.exchange import recover
from build_dossier.ground import remembering
from build_dossier.known_pages import keep_pages, open_pages
from build_dossier.last_edition import keep_edition, same_edition, sources_digest
from build_dossier.memo import Memo
from build_dossier.pages import Site
from build_dossier.progress import Progress, Stage
from build_dossier.publish import Publication, program_and_configuration, publish
from build_dossier.reading_cache import open_readings, program_digest
from build_dossier.workers import all_cores

T = TypeVar("T")
R = TypeVar("R")

LAST = 2**32 - 1
"""The last second that a header of gzip can bear (RFC 1952, MTIME): a site of a later day is compressed as of then."""

_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Folders:
    """Where everything lies."""

    seeds: Path
    docs: Path
    state: Path
    out: Path
    site: Path
    config: Path
    caches: bool = True
    """Whether what an earlier build found out may be used; the result is the same without."""

    def cache(self) -> Path | None:
        """The folder of what is kept from one build to the next; it may be deleted at any time."""
        return self.beside_out("cache") if self.caches else None

    def beside_out(self, name: str) -> Path:
        """A file about the generated docs folder: ``build/<name>``, or beside any other folder under its name."""
        if self.out.parent.name == "build":
            return self.out.with_name(name)
        return self.out.with_name(f"{self.out.name}.{name}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """What came of a build."""

    problems: tuple[Problem, ...]
    changes: Changes
    """In the generated docs folder."""
    renewed: bool
    """Whether anything was published: the site, or with ``write_docs`` the generated docs folder."""


def check_folders(folders: Folders) -> None:
    """Nothing, when what is written and what people edit lie apart.

    Raises:
        FolderError: they do not, or there is no folder of seeds.
    """
    if not folders.seeds.is_dir():
        raise FolderError(f"there is no folder {folders.seeds}; --seeds names the folder of texts")
    ours = {"--out": folders.out.resolve(), "--site": folders.site.resolve()}
    theirs = {"--seeds": folders.seeds.resolve(), "--docs": folders.docs.resolve(), "--state": folders.state.resolve()}
    for name, folder in ours.items():
        for other, path in (*theirs.items(), *((n, p) for n, p in ours.items() if n != name)):
            if folder.is_relative_to(path) or path.is_relative_to(folder):
                raise FolderError(f"{name} {folder} and {other} {path} must lie apart")


def gather(folders: Folders, progress: Progress) -> Build:
    """What can be known from the folders; writes nothing."""
    return _built(_read(folders, progress), folders, progress, program_of(folders), keep=False)


def write_docs(folders: Folders, progress: Progress, *, frozen: bool) -> Edition:
    """Makes the generated docs folder what the sources say."""
    check_folders(folders)
    claim(folders.out)  # before the long work, not after it
    program = program_of(folders)
    built = _built(_read(folders, progress), folders, progress, program, keep=True)
    changes = _write_site(built, folders, progress, program)
    if not frozen:
        write_memory(built.memory, folders.state)
    return Edition(problems=built.problems, changes=changes, renewed=bool(changes))


def make_site(folders: Folders, progress: Progress, *, frozen: bool) -> Edition:
    """Makes the published site what the sources say; remembers only what has been published."""
    check_folders(folders)
    claim(folders.out)  # before the long work, not after it
    recover(folders.site.resolve())
    program = program_of(folders)
    sources = _read(folders, progress)
    known = as_published(sources, program, folders)
    if known is not None:
        changes = Changes(added=(), changed=(), removed=())
        _tell(changes, folders)
        return Edition(problems=known, changes=changes, renewed=False)
    built = _built(sources, folders, progress, program, keep=True)
    return publish_build(built, sources, folders, progress, program=program, frozen=frozen)


def publish_build(
    built: Build, sources: Sources, folders: Folders, progress: Progress, *, program: str, frozen: bool = False
) -> Edition:
    """Publishes what was built of ``sources`` by ``program`` (see ``program_of``), and remembers it."""
    changes = _write_site(built, folders, progress, program)
    published = publish(_publication(built, folders), progress)
    problems = (*built.problems, *published.problems)
    after = remembering(sources, built.memory)
    if not frozen:
        write_memory(built.memory, folders.state)
    cache = folders.cache()
    if cache is not None and (not frozen or after == sources):
        keep_edition(cache, _key(after, program), problems, docs=published.docs, site=folders.site)
    return Edition(problems=problems, changes=changes, renewed=published.renewed)


def accept_places(folders: Folders, progress: Progress, notes: Collection[str]) -> tuple[tuple[Accepted, ...], Build]:
    """Remembers where notes stand now, those with some ids or all; what was accepted, and what is known."""
    built = gather(folders, progress)
    accepted, files = built.accept(notes)
    write_memory(files, folders.state)
    return accepted, built


def program_of(folders: Folders) -> str:
    """One value for the program and the configuration, as they are before the build."""
    return f"{program_and_configuration(folders.config)} {program_digest()}"


def _read(folders: Folders, progress: Progress) -> Sources:
    with progress.stage("reading files") as stage:
        sources = read_folders(folders)
        stage.reached(len(sources.seeds))
    return sources


def read_folders(folders: Folders) -> Sources:
    """All that a build is made of."""
    language = interface_language(folders.config)
    return read_sources(folders.seeds, folders.docs, folders.state, language=language)


def _built(sources: Sources, folders: Folders, progress: Progress, program: str, *, keep: bool) -> Build:
    """What can be known; with ``keep`` what the next build need not find again is written."""
    count = len(sources.seeds)
    cache = folders.cache()
    with progress.stage("reading articles", count) as stage, all_cores(count) as run_map:
        if cache is None:
            return build(sources, run_map=_counted_map(run_map, stage))
        known = open_readings(cache).around(run_map, keep=keep)
        memo = Memo(folder=cache, program=program)
        built = build(sources, run_map=_counted_map(known, stage), recall=memo.recall)
        if keep:
            memo.save(dict([built.grounds]))
        return built


def as_published(sources: Sources, program: str, folders: Folders) -> tuple[Problem, ...] | None:
    """What is wrong, if the site already is what the sources say; ``None`` if that is not known."""
    cache = folders.cache()
    return None if cache is None else same_edition(cache, _key(sources, program), out=folders.out, site=folders.site)


def _key(sources: Sources, program: str) -> str:
    """One value for all that comes in, and the program."""
    return f"{sources_digest(sources)} {program}"


def _publication(built: Build, folders: Folders) -> Publication:
    return Publication(
        out=folders.out,
        site=folders.site,
        config=folders.config,
        generated_config=folders.beside_out("mkdocs.yml"),
        epoch=newest(built.dossier),
        texts=article_texts(built.dossier),
        cache=folders.cache(),
    )


def article_texts(dossier: Dossier) -> dict[str, str]:
    """What each article page must say: the seed's text after its machine prefix, by the page's path."""
    articles = [linked.reading.article for linked in dossier.readings]
    return {f"articles/{article.id}/index.html": article.text[article.prefix_end :] for article in articles}


def newest(dossier: Dossier) -> int:
    """Seconds since 1970 of the newest day that an article or a note bears; 0 when none bears any."""
    published = [linked.reading.article.published.value for linked in dossier.readings]
    values = (*published, *(note.date for note in dossier.notes))
    return seconds([day for value in values for day in _days(value or "")])


def seconds(days: Sequence[date]) -> int:
    """Seconds from 1970 to the last of some days, from 0 to ``LAST``."""
    last = max(days, default=date(1970, 1, 1))
    return min(LAST, max(0, int(datetime(last.year, last.month, last.day, tzinfo=UTC).timestamp())))


def _days(edtf: str) -> Iterable[date]:
    """The first day of every date in an EDTF value; what is no day of the calendar is passed over."""
    for year, month, day in _DAY.findall(edtf):
        try:
            yield date(int(year), int(month or 1), int(day or 1))
        except ValueError:
            continue


def _write_site(built: Build, folders: Folders, progress: Progress, program: str) -> Changes:
    cache = folders.cache()
    before, after = (f"{program} {ground}" for ground in built.grounds)
    known = open_pages(cache, before)
    with progress.stage("writing pages") as stage:
        site = Site(pages=stage.counted(built.site.pages), assets=built.site.assets)
        changes = write_site(site, folders.out, known)
    if cache is not None:
        keep_pages(cache, after, known)
    _tell(changes, folders)
    return changes


def _tell(changes: Changes, folders: Folders) -> None:
    """Writes what has changed beside the generated docs folder."""
    text = json.dumps(asdict(changes), ensure_ascii=False, indent=2) + "\n"
    path = folders.beside_out("changes.json")
    sweep(path.parent)
    write(path, text.encode())


def _counted_map(run_map: Map, stage: Stage) -> Map:
    """The same map, whose results are counted as they come."""

    def counted_map(function: Callable[[T], R], items: Iterable[T], /) -> Iterable[R]:
        return stage.counted(run_map(function, items))

    return counted_map
