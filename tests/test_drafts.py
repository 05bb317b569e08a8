"""What is private stays private: no word of a draft is in any file that a build makes, nor in what it says."""

import json
from dataclasses import replace

import pytest

from build_dossier.build import Build, build
from build_dossier.disk import read_sources
from build_dossier.dossier import Sources, TextFile

CANARY = "zxcanaryzx"
TEXT = (
    "Міністри зустрілися у Відні 20 червня 2025 року. Олександр Коваль прибув до Відня.\n\nОбмін відбудеться скоро.\n"
)
MISTAKES = f"""> Олександр Коваль {CANARY}-quote

{{: kind={CANARY}-kind author="{CANARY}-author" date={CANARY}-date tags="{CANARY}-tag" draft #{CANARY}-id }}

{CANARY}-body with [[{CANARY}-link]], a thread and `code`.

- **{CANARY}-replier:** {CANARY}-reply

> [[{CANARY}-article]] {CANARY}-second
"""
PLACED = f"> Обмін відбудеться\n\n{{: draft kind=question #{CANARY}-placed }}\n\n{CANARY}-placed\n"
FILE = f"---\ndraft: true\n---\n{CANARY}-whole\n\n> у Відні\n\n{{: #{CANARY}-in-file }}\n\n{CANARY}-in-file\n"
BROKEN = f"---\ndraft: true\ntitle: {CANARY}: x: y\n---\n{CANARY}-in-broken-file\n"
PUBLIC = "> Олександр Коваль\n\nA note that everybody reads.\n"


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Sources:
    """Two articles and no notes."""
    folder = tmp_path_factory.mktemp("drafts")
    (folder / "seeds").mkdir()
    for name in ("a", "b"):
        (folder / "seeds" / f"{name}.txt").write_text(f"Стаття {name}\n\n{TEXT}", encoding="utf-8")
    return read_sources(folder / "seeds", folder / "docs", folder / ".dossier")


def built_with(sources: Sources, **bodies: str) -> Build:
    """What comes of the sources with annotation files."""
    files = (TextFile(path=f"docs/annotations/{name}.md", text=text) for name, text in bodies.items())
    return build(replace(sources, annotations=tuple(files)))


def everything(built: Build) -> str:
    """All that is written to disk, and all that is said."""
    pages = (f"{page.path}\n{page.text}" for page in built.site.pages)
    assets = (f"{asset.path}\n{asset.data.decode()}" for asset in built.site.assets)
    memory = (f"{file.path}\n{file.text}" for file in built.memory)
    problems = (json.dumps([str(problem), problem.code], ensure_ascii=False) for problem in built.problems)
    return "\n".join((*pages, *assets, *memory, *problems))


@pytest.mark.parametrize(
    "bodies",
    [
        pytest.param({"a": f"{PUBLIC}\n{MISTAKES}"}, id="a note full of mistakes"),
        pytest.param({"a": f"{PUBLIC}\n{PLACED}"}, id="a note with a place"),
        pytest.param({"a": PUBLIC, "b": FILE}, id="a file"),
        pytest.param({"a": PUBLIC, "b": BROKEN}, id="a file whose front matter cannot be read"),
        pytest.param({"a": PUBLIC, "vienna": FILE}, id="a file about a place"),
        pytest.param({"a": PUBLIC, "2025-06-20": FILE}, id="a file about a day"),
        pytest.param({"a": PUBLIC, "nobody": FILE}, id="a file about nothing"),
        pytest.param({"a": f"{PUBLIC}\n{PLACED}\n{PLACED}"}, id="the same note twice"),
    ],
)
def test_no_word_of_a_draft_is_anywhere(sources: Sources, bodies: dict[str, str]):
    """The canary is in no page, no data file, nothing remembered and no message; other notes are."""
    told = everything(built_with(sources, **bodies))

    assert "A note that everybody reads." in told
    assert CANARY not in told


def test_the_canary_would_be_seen(sources: Sources):
    """The same files without ``draft`` are published, so that the search would have found them."""
    published = {"a": PLACED.replace("draft ", ""), "vienna": FILE.replace("true", "false")}
    told = everything(built_with(sources, **published))

    assert all(f"{CANARY}-{which}" in told for which in ("placed", "in-file", "whole"))
