"""Whether anything at all has changed since the site was published.

Comes in: the sources, and the folders as they stand. Goes out: what was wrong then, if nothing has changed. A build of
the same sources by the same program says and writes the same (``build`` is pure), so none is needed.
"""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from build_dossier.disk import STAMP, FolderError, claim, write
from build_dossier.dossier import Sources
from build_dossier.errors import Problem
from build_dossier.ground import files_digest, seeds_digest, written
from build_dossier.imprint import file_digest, folder_digest, imprint_of, read_imprint
from build_dossier.typed_json import plain, reader

FILE = "edition.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class LastEdition:
    """What was published last, and of what."""

    sources: str
    """Digest of all that came in, the program among it."""
    docs: str
    """Digest of the generated docs folder."""
    stamp: str
    """Digest of the site's stamp, which has the digest of every file of the site."""
    problems: tuple[Problem, ...]


def same_edition(cache: Path, sources: str, *, out: Path, site: Path) -> tuple[Problem, ...] | None:
    """The problems of the last edition, if it was made of ``sources`` and both folders still are what it wrote.

    Args:
        cache: the folder of what is kept from one build to the next.
        sources: digest of all that comes in, the program among it.
        out: the generated docs folder.
        site: the published site.

    Returns:
        ``None`` if something has changed, or nobody knows.
    """
    last = _read(cache)
    if last is None or last.sources != sources:
        return None
    try:
        if last.stamp != file_digest(site / STAMP) or last.docs != folder_digest(out):
            return None
    except OSError:
        return None
    imprint = read_imprint(site)
    stands = imprint is not None and imprint.files == imprint_of(site, "").files
    return last.problems if stands else None


def keep_edition(cache: Path, sources: str, problems: tuple[Problem, ...], *, docs: str, site: Path) -> None:
    """Remembers an edition in place of the last one; where that fails the next build is longer, that is all."""
    try:
        last = LastEdition(sources=sources, docs=docs, stamp=file_digest(site / STAMP), problems=problems)
        written = plain(last)
        claim(cache)
        write(cache / FILE, json.dumps([_checksum(written), written], ensure_ascii=False).encode())
    except (OSError, FolderError):
        return


def sources_digest(sources: Sources) -> str:
    """One value for all that people wrote and that is remembered; the program's own data are the program's."""
    digest = hashlib.sha256(f"{sources.locale} {seeds_digest(sources)}".encode())
    for _, group in written(sources):
        digest.update(files_digest(group).encode())
    digest.update(json.dumps([plain(problem) for problem in sources.problems]).encode())
    return digest.hexdigest()


def _read(cache: Path) -> LastEdition | None:
    try:
        checksum, written = json.loads((cache / FILE).read_bytes())
        last: LastEdition = reader(LastEdition)(written)
    except (OSError, ValueError, TypeError, RecursionError):
        return None
    return last if checksum == _checksum(written) else None


def _checksum(written: object) -> str:
    return hashlib.sha256(json.dumps(written).encode()).hexdigest()
