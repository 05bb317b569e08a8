"""Every mistake in an annotation file, and what is said of it: files in, problems out."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from build_dossier.annotation import read_annotations
from build_dossier.annotation.anchor import anchor
from build_dossier.annotation.kinds import package_note_kinds
from build_dossier.annotation.subject import settle
from build_dossier.article import Seed
from build_dossier.wikilink import Ids, dead_links

GOLDEN = Path(__file__).parent / "golden" / "errors"
ENTITIES = ("jane-doe", "john-smith", "john-stone")


def seed(name: str, text: str) -> Seed:
    """A seed of that name; its id is the stem in lower case with hyphens."""
    return Seed(
        id="-".join(name.removesuffix(".txt").lower().split()), name=name, sha256="", encoding="utf-8", text=text
    )


def problems_of(case: Mapping[str, Any]) -> tuple[list[str], list[str]]:
    """The problems of a case as lines, and its notes: kind, first line of the quotation, how many lines of prose."""
    seeds = [seed(name, text) for name, text in case["seeds"].items()]
    read = read_annotations(case["files"].items(), seeds, package_note_kinds())
    settled = settle(read.notes, read.elsewhere, {one: one for one in ENTITIES}, [one.id for one in seeds])
    anchors, orphans, unplaced = anchor(settled.to_place, seeds)
    dead = dead_links(read.links, Ids([*ENTITIES, *(one.id for one in seeds)]))
    status = {one.note.id: "found" for one in (*anchors, *settled.whole)} | {
        one.note.id: one.status.value.lower() for one in orphans
    }
    problems = [
        f"{one.severity.value} {one.code} {one}" for one in (*read.problems, *settled.problems, *unplaced, *dead)
    ]
    notes = [
        " · ".join((note.kind, status.get(note.id, "draft"), *(one.quote for one in note.passages), note.body[:40]))
        for note in read.notes
    ]
    return problems, [" ".join(note.split()) for note in notes]


@pytest.mark.parametrize(
    "path", [pytest.param(path, id=path.stem) for path in sorted(GOLDEN.glob("annotations-*.yml"))]
)
def test_problems(path: Path):
    """Every mistake is told once with its line and the nearest right thing, and no note is lost for it."""
    case = yaml.safe_load(path.read_text(encoding="utf-8"))

    problems, notes = problems_of(case)

    assert problems == case["problems"]
    assert notes == case["notes"]
