"""Readings kept from one build to the next: a text that has not changed is not read again.

Comes in: the folder of caches and a ``map``. Goes out: a ``map`` that hands on only what is new. What is kept bears the
digest of everything that a Reading depends on: the seed, the editor's corrections, the program. The file may be deleted
at any time; a line that is damaged or of another program is passed over and written anew.
"""

import hashlib
import json
import platform
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, cast

from build_dossier.article import Correction, Seed
from build_dossier.disk import FolderError, claim, write
from build_dossier.dossier import Map
from build_dossier.extract import Reading
from build_dossier.ground import says_nothing
from build_dossier.imprint import file_digest
from build_dossier.typed_json import plain, reader

FILE = "readings.jsonl"

PACKAGE = Path(__file__).parent
LATER = frozenset(
    {"exports", "linking", "locale", "measure", "pages", "preview", "schemas", "templates", "theme", "__pycache__"}
)
"""Folders of the package that no Reading can depend on: what stands in them comes after reading."""

LIBRARIES = (
    "babel",
    "charset-normalizer",
    "pymorphy3",
    "pymorphy3-dicts-ru",
    "pymorphy3-dicts-uk",
    "python-crfsuite",
    "pyyaml",
    "rapidfuzz",
)
"""Whose answers a Reading may depend on."""

Given = tuple[Seed, Correction | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingCache:
    """The Readings of the last build, by the digest of what they were made of."""

    folder: Path
    program: str
    lines: dict[str, bytes]
    """Checksum and JSON by key; looked into only when asked for."""
    used: dict[str, bytes] = field(default_factory=dict)
    """What this build needed."""

    def around(self, run_map: Map, *, keep: bool) -> Map:
        """A ``map`` over seeds and corrections that runs ``run_map`` on those whose Readings are not kept.

        With ``keep`` exactly what was needed is written, once all results have been taken.
        """

        def cached_map(function: Callable[[Any], Any], items: Iterable[Any], /) -> Iterable[Any]:
            results = self._results(run_map, function, list(items))
            return self._saved(results) if keep else results

        return cast("Map", cached_map)

    def _results(self, run_map: Map, function: Callable[[Given], Reading], items: Sequence[Given]) -> Iterator[Reading]:
        keys = [self.key(given) for given in items]
        kept = [self._kept(key, given[0]) for key, given in zip(keys, items, strict=True)]
        new = iter(run_map(function, [given for given, found in zip(items, kept, strict=True) if found is None]))
        for key, given, found in zip(keys, items, kept, strict=True):
            if found is None:
                reading = next(new)
                self._keep(key, given[0], reading)
                yield reading
            else:
                yield found

    def _saved(self, results: Iterable[Reading]) -> Iterator[Reading]:
        try:
            yield from results
        except BaseException:
            self._save({**self.lines, **self.used})  # what has been read so far need not be read again
            raise
        self._save(self.used)

    def save(self) -> None:
        """Writes all that has been needed until now."""
        self._save(self.used)

    def key(self, given: Given) -> str:
        """The digest of everything that a Reading depends on."""
        seed, correction = given
        said = None if correction is None or says_nothing(correction) else plain(correction)
        return hashlib.sha256(json.dumps([self.program, plain(seed), said], sort_keys=True).encode()).hexdigest()

    def _kept(self, key: str, seed: Seed) -> Reading | None:
        line = self.lines.get(key, b"")
        checksum, _, data = line.partition(b" ")
        if checksum.decode(errors="replace") != _checksum(key, data):
            return None
        try:
            found: Reading = reader(Reading)(json.loads(data))
        except (ValueError, RecursionError):
            return None
        self.used[key] = line
        return replace(found, article=replace(found.article, text=seed.text))

    def _keep(self, key: str, seed: Seed, reading: Reading) -> None:
        if reading.article.text != seed.text:
            return
        textless = replace(reading, article=replace(reading.article, text=""))  # the seed has it
        data = json.dumps(plain(textless), ensure_ascii=False, separators=(",", ":")).encode()
        self.used[key] = f"{_checksum(key, data)} ".encode() + data

    def _save(self, lines: dict[str, bytes]) -> None:
        """Writes what is to be kept; a folder that cannot be written costs time only, at the next build."""
        try:
            claim(self.folder)
            write(self.folder / FILE, b"".join(key.encode() + b" " + line + b"\n" for key, line in lines.items()))
        except (OSError, FolderError):
            return


def open_readings(folder: Path) -> ReadingCache:
    """The Readings kept in ``folder``; none where there is no such file, or one that cannot be read."""
    try:
        data = (folder / FILE).read_bytes()
    except OSError:
        data = b""
    entries = (line.partition(b" ") for line in data.split(b"\n"))
    lines = {key.decode(errors="replace"): rest for key, _, rest in entries if rest}
    return ReadingCache(folder=folder, program=program_digest(), lines=lines)


@lru_cache(maxsize=1)
def program_digest() -> str:
    """One value for all of the program that a Reading may depend on: code, word lists, model, libraries."""
    digest = hashlib.sha256()
    for path in sorted(PACKAGE.rglob("*")):
        name = path.relative_to(PACKAGE)
        if path.is_file() and LATER.isdisjoint(name.parts):
            digest.update(f"{name.as_posix()} {file_digest(path)}\n".encode())
    for library in LIBRARIES:
        digest.update(f"{library} {version(library)}\n".encode())
    digest.update(f"{platform.python_version()} {unicodedata.unidata_version}".encode())
    return digest.hexdigest()


def _checksum(key: str, data: bytes) -> str:
    return hashlib.sha256(key.encode() + data).hexdigest()[:32]
