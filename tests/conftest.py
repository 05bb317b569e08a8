"""Builds that several tests look at, made once, in memory; and examples that nobody times."""

from pathlib import Path

import pytest
from dossiers import pages_of
from hypothesis import settings

from build_dossier.build import Build, build
from build_dossier.disk import read_sources

PROJECT = Path(__file__).parent.parent

settings.register_profile("untimed", deadline=None)  # a machine with much to do is no mistake
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def seeds_alone(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The five seeds as the machine reads them, without a word of the editor's."""
    empty = tmp_path_factory.mktemp("empty")
    return build(read_sources(PROJECT / "seeds", empty, empty))


@pytest.fixture(scope="session")
def dossier_build() -> Build:
    """The dossier of this project with its notes and entities."""
    return build(read_sources(PROJECT / "seeds", PROJECT / "docs", PROJECT / ".dossier"))


@pytest.fixture(scope="session")
def dossier_pages(dossier_build: Build) -> dict[str, str]:
    """All pages of this project's dossier as Markdown, by path."""
    return pages_of(dossier_build)
