"""Readings kept from one build to the next."""

import ast
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from build_dossier import reading_cache
from build_dossier.article import Correction, Seed
from build_dossier.article.seed import read_seeds
from build_dossier.build import read
from build_dossier.extract import Reading
from build_dossier.reading_cache import FILE, LATER, PACKAGE, open_readings
from build_dossier.typed_json import reader

TEXTS = {
    "harbour.txt": "У порту Одеси чекають на зерно\n\nПро це 3 травня повідомив Ігор Ткаченко.\n",
    "bridge.txt": "В Гомеле открыли мост\n\nПо данным Reuters, его строили два года.\n",
}


def seeds() -> tuple[Seed, ...]:
    """The two texts."""
    return read_seeds((name, text.encode()) for name, text in TEXTS.items())[0]


class Reader:
    """A ``map`` that remembers what it was asked to read."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def __call__(self, function: Callable[[Any], Any], items: Iterable[Any], /) -> Iterator[Any]:
        """Results in order."""
        for item in items:
            self.read.append(item[0].id)
            yield function(item)


def readings(folder: Path, given: Iterable[tuple[Seed, Correction | None]], *, keep: bool = True) -> Any:
    """The Readings, and the ids of the articles that had to be read for them."""
    run_map = Reader()
    found = list(open_readings(folder).around(run_map, keep=keep)(read, list(given)))
    return found, run_map.read


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A cache that holds both texts."""
    readings(tmp_path / "cache", ((seed, None) for seed in seeds()))
    return tmp_path / "cache"


def test_unchanged_texts_are_not_read_again(folder: Path):
    """What comes out of the cache equals what is read anew."""
    found, read_again = readings(folder, ((seed, None) for seed in seeds()))

    assert read_again == []
    assert found == [read((seed, None)) for seed in seeds()]


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda seed: (replace(seed, text=seed.text + "Далі буде."), None), id="text"),
        pytest.param(lambda seed: (replace(seed, sha256="0" * 64), None), id="bytes"),
        pytest.param(lambda seed: (replace(seed, id="port"), None), id="id"),
        pytest.param(
            lambda seed: (seed, Correction(article=seed.id, file="docs/annotations/harbour.md", date="2025-05-04")),
            id="correction",
        ),
    ],
)
def test_a_changed_text_is_read_again(folder: Path, change: Callable[[Seed], tuple[Seed, Correction | None]]):
    """Only that article; the other one still comes out of the cache."""
    given = [change(seed) if seed.name == "harbour.txt" else (seed, None) for seed in seeds()]

    found, read_again = readings(folder, given)

    assert read_again == [seed.id for seed, _ in given if seed.name == "harbour.txt"]
    assert found == [read(pair) for pair in given]


def test_a_correction_that_says_nothing_reads_nothing(folder: Path):
    """A file of notes only changes no Reading, so it costs none."""
    given = [(seed, Correction(article=seed.id, file="docs/annotations/x.md", lines={"tags": 2})) for seed in seeds()]

    found, read_again = readings(folder, given)

    assert read_again == []
    assert found == [read(pair) for pair in given]


def broken_line(data: bytes) -> bytes:
    """One word of the first Reading is another."""
    return data.replace("Одес".encode(), "Харк".encode())


def exchanged(data: bytes) -> bytes:
    """Each Reading under the other's key."""
    keys, rests = zip(*(line.split(b" ", 1) for line in data.splitlines()), strict=True)
    return b"".join(key + b" " + rest + b"\n" for key, rest in zip(keys, reversed(rests), strict=True))


@pytest.mark.parametrize(
    ("damage", "count"),
    [
        pytest.param(lambda _: b"", 2, id="empty"),
        pytest.param(lambda _: b"\x00\xff\n" * 99, 2, id="noise"),
        pytest.param(lambda data: data[:-40], 1, id="cut-short"),
        pytest.param(broken_line, 1, id="changed-word"),
        pytest.param(exchanged, 2, id="exchanged"),
    ],
)
def test_damage_is_seen_and_mended(folder: Path, damage: Callable[[bytes], bytes], count: int):
    """A damaged entry is read anew and written again; the result is the same."""
    file = folder / FILE
    whole = file.read_bytes()
    file.write_bytes(damage(whole))

    found, read_again = readings(folder, ((seed, None) for seed in seeds()))

    assert len(read_again) == count
    assert found == [read((seed, None)) for seed in seeds()]
    assert file.read_bytes() == whole


def test_another_program_reads_for_itself(folder: Path, monkeypatch: pytest.MonkeyPatch):
    """What another version has read is nothing to this one, and goes."""
    old = (folder / FILE).read_bytes()
    monkeypatch.setattr(reading_cache, "program_digest", lambda: "another")

    _, read_again = readings(folder, ((seed, None) for seed in seeds()))

    assert len(read_again) == len(TEXTS)
    assert len((folder / FILE).read_bytes()) == len(old)


def test_what_is_not_needed_goes(folder: Path):
    """The file does not grow for ever: a text that is gone leaves it."""
    readings(folder, ((seed, None) for seed in seeds()[:1]))

    assert (folder / FILE).read_bytes().count(b"\n") == 1


def test_an_interrupted_build_keeps_what_it_has_read(tmp_path: Path):
    """The next build goes on where this one ended."""
    results = open_readings(tmp_path / "cache").around(Reader(), keep=True)(read, [(seed, None) for seed in seeds()])
    next(iter(results))
    del results

    _, read_again = readings(tmp_path / "cache", ((seed, None) for seed in seeds()))

    assert read_again == [seeds()[1].id]


def test_looking_writes_nothing(tmp_path: Path):
    """``check`` uses a cache and leaves none."""
    readings(tmp_path / "cache", ((seed, None) for seed in seeds()), keep=False)

    assert list(tmp_path.iterdir()) == []


def test_a_folder_of_somebody_else_is_left_alone(tmp_path: Path):
    """Where the cache cannot be kept the build goes on without it."""
    (tmp_path / "theirs").write_text("x")

    readings(tmp_path, ((seed, None) for seed in seeds()))

    assert [path.name for path in tmp_path.iterdir()] == ["theirs"]


def test_every_reading_can_be_kept():
    """All types that a Reading declares have a form in JSON."""
    assert callable(reader(Reading))


def test_the_digest_covers_all_that_reading_imports():
    """No module that reading can reach stands in a folder that the program's digest passes over."""
    todo, seen = {"extract", "intake"}, set[str]()
    while todo:
        name = todo.pop()
        seen.add(name)
        path = PACKAGE.joinpath(*name.split("."))
        file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
        if file.is_file():
            todo |= set(imported(file)) - seen

    assert len(seen) > 20
    assert {name for name in seen if name.split(".")[0] in LATER} == set()


def imported(file: Path) -> Iterator[str]:
    """Modules of the package that a module imports, and names that may be modules."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "build_dossier":
            module = (node.module or "").removeprefix("build_dossier").removeprefix(".")
            yield from ({module} if module else set())
            yield from (f"{module}.{alias.name}".removeprefix(".") for alias in node.names)
