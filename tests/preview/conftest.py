"""A small project on show."""

from pathlib import Path

import pytest
from previewed import session_of, write_project

from build_dossier.preview.session import Session


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two articles, one of them with a note."""
    return write_project(tmp_path_factory.mktemp("project"))


@pytest.fixture(scope="module")
def session(project: Path) -> Session:
    """The project on show, not published."""
    made = session_of(project)
    made.refresh()
    return made
