"""What all but the notes is made of, as one value: the same ground, the same articles, links, people, places.

Comes in: ``Sources`` and what the editor corrected. Goes out: digests. A note is read, anchored and shown; nothing that
is read, linked or named depends on it, so that where the ground is the same only what shows notes can differ.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from hashlib import sha256

from build_dossier.annotation.record import FOLDER
from build_dossier.annotation.word_correction import WordCorrection
from build_dossier.article import Correction
from build_dossier.dossier import Sources, TextFile

_NO_GROUND = frozenset({"annotations", "prose", "records"})
"""Groups of ``Sources``: notes, whose files' corrections count, hand-written pages, and where passages stood."""


def seeds_digest(sources: Sources) -> str:
    """One value for names and bytes of all seeds."""
    digest = sha256()
    for seed in sources.seeds:
        digest.update(f"{len(seed.data)} {seed.name!r}\n".encode() + seed.data)
    return digest.hexdigest()


def written(sources: Sources) -> Iterator[tuple[str, tuple[TextFile, ...]]]:
    """Every group of files that people wrote or that is remembered, with its name in ``Sources``."""
    for field in fields(sources):
        group = getattr(sources, field.name)
        if isinstance(group, tuple) and field.name not in {"seeds", "problems"}:
            yield field.name, group


def files_digest(files: Iterable[TextFile]) -> str:
    """One value for paths and texts of files."""
    digest = sha256()
    for file in files:
        digest.update(f"\n{len(file.text)} {file.path!r}\n{file.text}".encode())
    return digest.hexdigest()


def ground(sources: Sources, corrections: Mapping[str, Correction], of_words: Sequence[WordCorrection] = ()) -> str:
    """One value for all that a build reads but notes, hand-written pages and the program."""
    digest = sha256(f"{sources.locale} {seeds_digest(sources)}".encode())
    for name, group in written(sources):
        if name not in _NO_GROUND:
            digest.update(files_digest(group).encode())
    said = [(article, c) for article, c in sorted(corrections.items()) if not says_nothing(c)]
    digest.update(repr((said, tuple(of_words))).encode(errors="backslashreplace"))
    return digest.hexdigest()


def says_nothing(correction: Correction) -> bool:
    """Whether it corrects nothing, as that of an annotation file that holds notes only."""
    said = replace(correction, lines={})
    return said == Correction(article=said.article, file=said.file)


def remembering(sources: Sources, memory: Iterable[TextFile]) -> Sources:
    """The sources as they are once ``memory`` has been written: a second build of them changes nothing."""
    files = {file.path: file for file in (*sources.remembered, *sources.records, *memory)}
    records = tuple(files[path] for path in sorted(files) if path.startswith(FOLDER) and path.endswith(".jsonl"))
    remembered = tuple(files[path] for path in sorted(files) if not path.startswith(FOLDER))
    return replace(sources, remembered=remembered, records=records)
