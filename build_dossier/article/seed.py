"""From the bytes of ``seeds/`` to ``Seed``s: which files are news, how they are decoded, what each is called.

Comes in: names and bytes. Goes out: seeds in order of name, and a ``Problem`` for every file that cannot be used.
One bad file never stops the others.
"""

import re
from collections.abc import Iterable
from hashlib import sha256
from pathlib import PurePosixPath
from unicodedata import combining, normalize

from build_dossier.article import Seed
from build_dossier.article.encoding import SURE, read_bytes
from build_dossier.errors import Problem, Severity
from build_dossier.text.fold import INVISIBLE
from build_dossier.text.translit import romanised

FOLDER = "seeds"
"""How the editor knows the folder; stands before every name in a problem."""

SUFFIXES = frozenset({".txt"})

LONGEST_ID = 120
"""Code points; a file system takes 255 bytes for a name, and ``.md`` and temporary names are made from an id."""

_OTHER = re.compile(r"[^a-z0-9._-]+")
_RUSSIAN_LETTERS = frozenset("ыэъёЫЭЪЁ")


def read_seeds(files: Iterable[tuple[str, bytes]]) -> tuple[tuple[Seed, ...], tuple[Problem, ...]]:
    """The seeds in order of name, and what is wrong with the files.

    Args:
        files: path below the seeds folder (``/`` between parts) and bytes of each file, in any order.

    Returns:
        Seeds with ids that differ also when case is ignored, a problem for each file that was passed over, and a doubt
        for each whose encoding was guessed.
        README and dot files are passed over without one.
    """
    seeds: dict[str, Seed] = {}
    problems: list[Problem] = []
    for name, data in sorted(files, key=lambda file: file[0]):
        if _is_silent(name):
            continue
        outcome = decode(name, data) if _is_text(name) else _unknown_suffix(name)
        if isinstance(outcome, Seed) and outcome.id in seeds:
            outcome = _same_id(outcome, seeds[outcome.id])
        if isinstance(outcome, Problem):
            problems.append(outcome)
        else:
            seeds[outcome.id] = outcome
            problems += [] if outcome.encoding in SURE else [_guessed(outcome)]
    return tuple(seeds.values()), tuple(problems)


def decode(name: str, data: bytes) -> Seed | Problem:
    """The seed that a file holds, or why it holds none.

    A byte order mark is dropped, CRLF and CR become LF, nothing else is touched.
    """
    decoded = read_bytes(data)
    if decoded is None and b"\0" not in data:
        return _undecodable(name, data)
    if decoded is None or "\0" in decoded.text:
        return _binary(name, data)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    if all(char.isspace() or char in INVISIBLE for char in text):
        return _error(name, "empty-seed", "the file holds no text", "write the article into it, or delete it")
    article_id = id_of(name)
    if article_id is None:
        return _nameless(name, data)
    return Seed(id=article_id, name=name, sha256=sha256(data).hexdigest(), encoding=decoded.encoding, text=text)


def id_of(name: str) -> str | None:
    """The article id for a file name: its stem in Latin letters, or ``None`` when nothing is left of it.

    Russian letters are read as Russian (BGN/PCGN 1947) when one of ы э ъ ё stands in the stem, else as Ukrainian
    (KMU 55 of 2010). An id beyond ``LONGEST_ID`` is cut and told apart by eight hex digits of its stem's sha256.
    """
    stem = normalize("NFC", PurePosixPath(name).stem)
    latin = romanised(stem, "ru" if _RUSSIAN_LETTERS & set(stem) else "uk")
    plain = "".join(char for char in normalize("NFD", latin) if not combining(char)).lower().replace("'", "")
    slug = _OTHER.sub("-", plain).lstrip("._-").rstrip(".-")
    if len(slug) > LONGEST_ID:
        return f"{slug[: LONGEST_ID - 9].rstrip('._-')}-{sha256(stem.encode()).hexdigest()[:8]}"
    return slug or None


def _is_silent(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return any(part.startswith(".") for part in parts) or parts[-1].lower().startswith("readme")


def _is_text(name: str) -> bool:
    return PurePosixPath(name).suffix.lower() in SUFFIXES


def _error(name: str, code: str, message: str, hint: str) -> Problem:
    return Problem(severity=Severity.ERROR, code=code, file=f"{FOLDER}/{name}", line=None, message=message, hint=hint)


def _unknown_suffix(name: str) -> Problem:
    return Problem(
        severity=Severity.WARNING,
        code="unknown-suffix",
        file=f"{FOLDER}/{name}",
        line=None,
        message="passed over: not a news text",
        hint=f"only {', '.join(sorted(SUFFIXES))} files are read",
    )


def _binary(name: str, data: bytes) -> Problem:
    place = data.index(b"\0")
    return _error(name, "binary-seed", f"the file is not text: a zero byte at offset {place}", "save it as UTF-8 text")


def _undecodable(name: str, data: bytes) -> Problem:
    try:
        data.decode("utf-8")
        place = 0
    except UnicodeDecodeError as error:
        place = error.start
    message = f"the file is not UTF-8, nor Cyrillic in another encoding: byte 0x{data[place]:02x} at offset {place}"
    return _error(name, "undecodable-seed", message, "save it as UTF-8 text")


def _guessed(seed: Seed) -> Problem:
    return Problem(
        severity=Severity.DOUBT,
        code="encoding-guessed",
        file=f"{FOLDER}/{seed.name}",
        line=1,
        message=f"the file is not UTF-8; its letters were read as {seed.encoding}",
        hint="convert the file to UTF-8, for example with iconv, and its words are settled",
    )


def _nameless(name: str, data: bytes) -> Problem:
    path = PurePosixPath(name)
    better = path.with_name(f"text-{sha256(data).hexdigest()[:8]}{path.suffix}")
    message = "no article id can be made from the file's name"
    return _error(name, "nameless-seed", message, f"rename it, for example to {FOLDER}/{better}")


def _same_id(second: Seed, first: Seed) -> Problem:
    message = f"has the article id “{second.id}” as {FOLDER}/{first.name} has; only the first is read"
    return _error(second.name, "same-id", message, "rename one of the two")
