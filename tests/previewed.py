"""A small project under preview."""

import io
from contextlib import nullcontext
from pathlib import Path

from build_dossier.edition import Folders
from build_dossier.preview.session import Session, Voice
from build_dossier.progress import Progress

ROOT = Path(__file__).resolve().parents[1]

TEXT = """Рада міста схвалила ремонт

Рада міста схвалила ремонт мосту, повідомила Олена Приклад. Роботи почнуть восени.

Роботи почнуть восени, повторила Олена Приклад у четвер.
"""


def folders_of(project: Path) -> Folders:
    """The folders of a project, in their usual places."""
    return Folders(
        seeds=project / "seeds",
        docs=project / "docs",
        state=project / ".dossier",
        out=project / "build/docs",
        site=project / "site",
        config=ROOT / "mkdocs.yml",
    )


def session_of(project: Path) -> Session:
    """A session that says nothing."""
    voice = Voice(
        progress=lambda: Progress(io.StringIO()),
        report=lambda _: None,
        say=lambda _: None,
        alone=nullcontext,
    )
    return Session(folders_of(project), voice)


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def write_project(folder: Path) -> Path:
    """Two articles, one of them with a note."""
    (folder / "seeds").mkdir()
    (folder / "seeds/mist.txt").write_text(TEXT)
    (folder / "seeds/ріка.txt").write_text("Ріка обміліла\n\nРіка обміліла за літо, каже Іван Зразок.\n")
    (folder / "docs/annotations").mkdir(parents=True)
    (folder / "docs/annotations/mist.md").write_text("> Рада міста схвалила ремонт мосту\n\nA first note.\n")
    (folder / "docs/index.md").write_text("# Words of the editor\n")
    return folder
