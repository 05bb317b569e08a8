"""A corpus of news texts with gold names: ``raw/<topic>/<language>/*.txt`` and ``ner/<topic>/<language>/*.tsv``.

Comes in: the folder. Goes out: ``CorpusText``s, each with a name of its own, so that all of them make one dossier.
Columns of the gold: start, end (code points), form, lemma, type, id that is the same in all languages.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from build_dossier.errors import DossierError

LANGUAGES = ("ru", "uk")


class CorpusError(DossierError):
    """A corpus that cannot be used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CorpusName:
    """One name as the corpus gives it."""

    start: int
    end: int
    form: str
    lemma: str
    type: str
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CorpusText:
    """One text of the corpus."""

    name: str
    """``<topic>/<language>/<stem>``."""
    file: str
    """Its name as a seed, unique whatever the stems are: ``brexit_uk_0001.txt``."""
    language: str
    data: bytes
    names: tuple[CorpusName, ...]


def read_corpus(root: Path) -> tuple[CorpusText, ...]:
    """Every Ukrainian and Russian text that has gold, in the order of their paths.

    Raises:
        CorpusError: there is none, or a line of gold does not fit its text.
    """
    paths = sorted(path for language in LANGUAGES for path in (root / "ner").glob(f"*/{language}/*.tsv"))
    if not paths:
        raise CorpusError(f"{root} holds no ner/<topic>/<language>/*.tsv")
    return tuple(_text(root, path, number) for number, path in enumerate(paths, 1))


def _text(root: Path, path: Path, number: int) -> CorpusText:
    topic, language = path.parts[-3], path.parts[-2]
    name = f"{topic}/{language}/{path.stem}"
    try:
        data = (root / "raw" / f"{name}.txt").read_bytes()
        names = tuple(_names(path, data.decode("utf-8")))
    except (OSError, UnicodeDecodeError) as error:
        raise CorpusError(f"{name}: {error}") from None
    return CorpusText(name=name, file=f"{topic}_{language}_{number:04}.txt", language=language, data=data, names=names)


def _names(path: Path, text: str) -> Iterator[CorpusName]:
    """The distinct names of a file; the few that stand twice count once."""
    seen: set[tuple[int, int, str]] = set()
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if not line.strip():
            continue
        name = _name(line.rstrip("\r").split("\t"), f"{path}:{number}")
        if text[name.start : name.end] != name.form:
            raise CorpusError(f"{path}:{number}: {name.start}-{name.end} is not “{name.form}”")
        if (name.start, name.end, name.type) not in seen:
            seen.add((name.start, name.end, name.type))
            yield name


def _name(cells: list[str], where: str) -> CorpusName:
    if len(cells) != 6 or not (cells[0].isdecimal() and cells[1].isdecimal()):
        raise CorpusError(f"{where}: expected start, end, form, lemma, type and id")
    start, end, form, lemma, kind, link = cells
    return CorpusName(start=int(start), end=int(end), form=form, lemma=lemma, type=kind, id=link)
