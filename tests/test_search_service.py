"""Pagefind as a service: the same index for the same pages in the same order."""

import base64
import os
import sys
from pathlib import Path

import pytest

from build_dossier import search_service
from build_dossier.errors import DossierError
from build_dossier.search_service import index_of, write_index

REFUSAL = base64.b64encode(b'{"payload": {"type": "Error", "message": "not so"}}').decode()
PAGES = [
    ("b/index.html", b"<html><body><h1>Minsk</h1></body></html>"),
    ("a/index.html", b"<html><body>Kyiv</body></html>"),
]


def test_the_files_are_an_index():
    """Pagefind's own script is among them, and one fragment a page."""
    files = dict(index_of(PAGES, os.environ))

    assert "pagefind.js" in files
    assert sum(name.startswith("fragment/") for name in files) == len(PAGES)


def test_no_pages_make_an_index():
    """A site without a page to be searched is still a site."""
    assert "pagefind.js" in dict(index_of([], os.environ))


@pytest.mark.parametrize(
    ("code", "said"),
    [
        pytest.param("raise SystemExit(3)", r"exit status 3", id="it ends"),
        pytest.param("pass", r"exit status 0", id="it ends as if all were well"),
        pytest.param("import sys; sys.exit('no memory')", r"no memory", id="last words"),
        pytest.param(f"print({REFUSAL!r}, end=',', flush=True); input()", r"not so", id="refusal"),
    ],
)
def test_a_failure_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, code: str, said: str):
    """In words, with the old site's fate."""
    program = tmp_path / "pagefind"
    program.write_text(f"#!{sys.executable}\n{code}\n")
    program.chmod(0o755)
    monkeypatch.setattr(search_service, "get_executable", lambda: program)

    with pytest.raises(DossierError, match=rf"(?s)Pagefind failed.*the old site stays.*|{said}") as failed:
        list(index_of(PAGES, os.environ))
    assert failed.match(said)


def test_an_index_is_written(tmp_path: Path):
    """Each file below its folder."""
    write_index([("pagefind.js", b"1"), ("fragment/ru_1", b"2")], tmp_path / "pagefind")

    assert (tmp_path / "pagefind/fragment/ru_1").read_bytes() == b"2"
