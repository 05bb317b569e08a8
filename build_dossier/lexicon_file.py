"""Word lists and tables as they are on disk: the package's ``build_dossier/lexicon/*.yml``, and the editor's on top.

Comes in: a file name, or texts. Goes out: the entries that the files hold. What they mean is said by the module that
asks for them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files

from build_dossier.errors import Problem, Severity
from build_dossier.strict_yaml import Document, Value, YamlError, read_own_yaml, read_yaml


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a file, with the place that a complaint about it names."""

    path: str
    line: int | None
    key: str
    value: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaints:
    """What is wrong with the files of one kind of table."""

    code: str
    problems: list[Problem] = field(default_factory=list)

    def about(self, entry: Entry, message: str) -> None:
        """Adds what is wrong with an entry."""
        self.add(entry.path, entry.line, message)

    def add(self, path: str, line: int | None, message: str) -> None:
        """Adds what is wrong with a line of a file."""
        self.problems.append(Problem(severity=Severity.ERROR, code=self.code, file=path, line=line, message=message))


@lru_cache(maxsize=8)
def package_text(name: str) -> str:
    """One file of the package."""
    return (files("build_dossier") / "lexicon" / name).read_text(encoding="utf-8")


def package_texts(folder: str) -> tuple[tuple[str, str], ...]:
    """Name and text of every file of a folder of the package's, in order of name."""
    found = (files("build_dossier") / "lexicon" / folder).iterdir()
    return tuple(sorted((file.name, file.read_text(encoding="utf-8")) for file in found if file.name.endswith(".yml")))


def document_of(path: str, text: str, complaints: Complaints) -> Document | None:
    """A file; one that is no YAML is one complaint."""
    try:
        return read_yaml(text)
    except YamlError as error:
        complaints.add(path, error.line, error.message)
        return None


def entries(sources: Iterable[tuple[str, str]], complaints: Complaints) -> Iterator[Entry]:
    """Every entry of ``sources``, (path, text) pairs; a file that is no YAML is one complaint."""
    for path, text in sources:
        document = document_of(path, text, complaints)
        if document is None:
            continue
        for key, value in document.data.items():
            yield Entry(path=path, line=document.line(key), key=key, value=value)


@lru_cache(maxsize=32)
def read_lexicon(name: str) -> Mapping[str, Value]:
    """The entries of one word list of the package, by key."""
    return read_own_yaml(package_text(name)).data


def words(value: Value) -> tuple[str, ...]:
    """A list of words from a word list: a YAML list, or words with white space between them."""
    if isinstance(value, str):
        return tuple(value.split())
    if not isinstance(value, tuple):
        raise TypeError(f"expected a list of words, got {value!r}")
    return tuple(word for word in value if isinstance(word, str))
