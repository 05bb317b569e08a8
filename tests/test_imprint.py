"""What a published site was made of, and whether it still is what was published."""

from pathlib import Path

import pytest

from build_dossier.disk import STAMP
from build_dossier.errors import Problem, Severity
from build_dossier.imprint import fingerprint, imprint_of, read_imprint

PROBLEM = Problem(
    severity=Severity.WARNING, code="dead-link", file="docs/a.md", line=None, message="“x” leads to no page"
)


def test_an_imprint_is_read_as_it_was_written(tmp_path: Path):
    """Digest, files and problems come back; the stamp itself is no file of the site."""
    (tmp_path / "сторінка.html").write_text("a")
    imprint = imprint_of(tmp_path, "digest", (PROBLEM,))
    (tmp_path / STAMP).write_bytes(imprint.to_bytes())

    assert read_imprint(tmp_path) == imprint == imprint_of(tmp_path, "digest", (PROBLEM,))


@pytest.mark.parametrize("stamp", [None, b"", b"{}", b"[]", b"\xff", b'{"digest": "x", "files": {}, "problems": [1]}'])
def test_a_stamp_that_cannot_be_read_is_none(tmp_path: Path, stamp: bytes | None):
    """A missing, empty or damaged stamp only means that the site is built again."""
    if stamp is not None:
        (tmp_path / STAMP).write_bytes(stamp)

    assert read_imprint(tmp_path) is None


def test_every_source_of_the_site_counts(tmp_path: Path):
    """A value, a file, a name in a folder: each changes the fingerprint; where the folder lies does not."""
    for name in ("one", "two"):
        (tmp_path / name / "__pycache__").mkdir(parents=True)
        (tmp_path / name / "a").write_text("a")
        (tmp_path / name / "__pycache__" / "cached").write_text(name)

    def print_of(folder: str, value: str = "v") -> str:
        root = tmp_path / folder
        return fingerprint({"v": value}, files={"a": root / "a"}, folders={"docs": root})

    same = print_of("one")
    assert same == print_of("two")
    assert same != print_of("one", value="w")
    (tmp_path / "two/a").rename(tmp_path / "two/b")
    (tmp_path / "two/a").write_text("a")
    assert same != print_of("two")
    (tmp_path / "one/a").write_text("b")
    assert same != print_of("one")
