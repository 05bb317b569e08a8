"""Every message of an import has a golden: files with mistakes in, lines out."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
import yaml

from build_dossier.annotation.kinds import package_note_kinds
from build_dossier.article.seed import read_seeds
from build_dossier.dossier import TextFile
from build_dossier.incoming import json_file
from build_dossier.incoming.filing import Wishes, file_notes
from build_dossier.incoming.json_file import read_incoming

GOLDEN = Path(__file__).parents[1] / "golden" / "errors" / "imports.yml"
SEEDS = read_seeds([("one.txt", "Посол прибув до Рима. Міністр прибув до Відня.".encode())])[0]
URL = "https://news.example/one"
FRONT = TextFile(path="docs/annotations/one.md", text=f"---\nsource_url: {URL}\n---\n")


def row(exact: str, text: str = "Слова.", uri: str = URL) -> dict[str, object]:
    """An annotation as Hypothesis gives it."""
    selector = [{"type": "TextQuoteSelector", "exact": exact}]
    return {"id": "a", "uri": uri, "text": text, "target": [{"source": uri, "selector": selector}]}


FILES: dict[str, Any] = {
    "no JSON": b"{",
    "another encoding": "слова".encode("cp1251"),
    "nothing in it": [],
    "something else": [{"name": "a"}],
    "too many": [{**row("Міністр"), "id": str(number)} for number in range(3)],
    "lies elsewhere": {"type": "AnnotationCollection", "first": "https://news.example/page1"},
    "words that are nowhere": [row("цих слів немає")],
    "no article": [row("Посол", uri="https://other.example/")],
    "no words of its own": [row("Посол", "")],
    "words that have changed": [row("Міністр прибуває до Відня")],
}


def lines(file: object) -> list[str]:
    """What an import of a file says."""
    data = file if isinstance(file, bytes) else json.dumps(file).encode()
    read = read_incoming(data, "a.json")
    filing = file_notes(
        read.annotations, Wishes(file="a.json"), seeds=SEEDS, files=[FRONT], kinds=package_note_kinds().keys()
    )
    told = (*read.problems, *filing.problems)
    return [f"{one.severity.value} {one.code} {one}" for one in told]


def test_golden_imports(monkeypatch: pytest.MonkeyPatch):
    """Each file gives the lines that stand in the golden."""
    monkeypatch.setattr(json_file, "MOST_ANNOTATIONS", 2)
    said = {name: lines(file) for name, file in FILES.items()}
    if os.environ.get("REWRITE_GOLDEN"):
        GOLDEN.write_text(yaml.safe_dump(said, allow_unicode=True, width=200, sort_keys=False), encoding="utf-8")

    assert said == yaml.safe_load(GOLDEN.read_text(encoding="utf-8"))
