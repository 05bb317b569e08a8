"""Nothing of the editor's ever changes by a build or a check, whatever lies among it."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from build_dossier.__main__ import main

SEED = """У Полтаві відкрили ярмарок. Мер Яна Гнатюк прибула 3 березня 2024 року.

«Міст служитиме довго», — сказала Гнатюк.
"""

NAMES = st.sampled_from(
    [
        *("annotations/fair.md", "annotations/absent.md", "annotations/iana-hnatiuk.md", "annotations/fair.txt"),
        *("entities/iana-hnatiuk.md", "entities/nobody.md", "events/2024-fair.md", "lexicon/note_kinds.yml"),
        *(
            "lexicon/glossary.yml",
            "lexicon/framing/war.yml",
            "lexicon/unknown.yml",
            "index.md",
            "about.md",
            "a b.bin",
            ".hidden",
        ),
    ]
)
PIECES = st.sampled_from(
    [
        *("---\n", "date: 2024-03-04\n", "draft: true\n", "mentions: [{quote: Гнатюк, type: PER}]\n"),
        *("type: PER\n", "labels: {uk: Яна}\n"),
        *("> відкрили ярмарок\n\n", "> ==Гнатюк== прибула\n\n", "> немає таких слів\n\n", "{: kind=date #a }\n\n"),
        *("Примітка.\n\n", "[[fair]] ", "merge: [nobody]\n", "ban: true\n", "- a: [b\n"),
        *("==", "\r\n", "\ufeff", "\x00"),
    ]
)
CONTENTS = st.lists(PIECES, max_size=8).map("".join).map(str.encode) | st.binary(max_size=20)
TREES = st.dictionaries(NAMES, CONTENTS, max_size=5)


def looked_at(folder: Path) -> dict[str, tuple[bytes, int, int]]:
    """Bytes, time and mode of every file and folder."""
    found = {}
    for path in sorted(folder.rglob("*")):
        status = os.lstat(path)
        data = path.read_bytes() if path.is_file() else b""
        found[path.relative_to(folder).as_posix()] = (data, status.st_mtime_ns, status.st_mode)
    return found


@settings(max_examples=12)
@given(TREES)
def test_no_byte_of_the_editors_changes(tree: dict[str, bytes]):
    """Build, build again, and check: seeds and docs are, to the byte and the minute, what they were."""
    with TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "seeds").mkdir()
        (folder / "docs").mkdir()
        (folder / "seeds/fair.txt").write_text(SEED, encoding="utf-8")
        for name, data in tree.items():
            path = folder / "docs" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        before = looked_at(folder / "docs"), looked_at(folder / "seeds")
        where = ["--seeds", str(folder / "seeds"), "--docs", str(folder / "docs"), "--state", str(folder / "state")]
        build = [main([command, *where, "--out", str(folder / "out")]) for command in ("build", "build")]
        statuses = {*build, main(["check", *where])}

        assert (looked_at(folder / "docs"), looked_at(folder / "seeds")) == before
        assert statuses <= {0, 1}
