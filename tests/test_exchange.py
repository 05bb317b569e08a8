"""The old site or the new one, never half of one."""

from pathlib import Path

import pytest

from build_dossier import exchange
from build_dossier.disk import STAMP, FolderError


def published(folder: Path, text: str) -> Path:
    """A folder that looks like a site of ours."""
    folder.mkdir()
    (folder / STAMP).touch()
    (folder / "index.html").write_text(text)
    return folder


def text(site: Path) -> str:
    """What the site's front page says."""
    return (site / "index.html").read_text()


@pytest.fixture(params=[True, False], ids=["one step", "two steps"])
def any_system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Systems that can exchange two names in one step, and those that cannot."""
    if not request.param:
        monkeypatch.setattr(exchange, "rename_exchange", lambda _one, _other: False)


@pytest.mark.usefixtures("any_system")
def test_the_new_site_takes_the_place_of_the_old(tmp_path: Path):
    """After the exchange only the new site is there."""
    site = published(tmp_path / "site", "old")
    staging = exchange.stage(site)
    (staging / "index.html").write_text("new")
    exchange.exchange(staging, site)

    assert text(site) == "new"
    assert [site] == list(tmp_path.iterdir())


@pytest.mark.usefixtures("any_system")
def test_the_first_site(tmp_path: Path):
    """Where there was no site there is one afterwards."""
    staging = exchange.stage(tmp_path / "new folder" / "сайт")
    (staging / "index.html").write_text("new")
    exchange.exchange(staging, tmp_path / "new folder" / "сайт")

    assert text(tmp_path / "new folder" / "сайт") == "new"


def test_an_exchange_interrupted_between_its_two_steps_is_mended(tmp_path: Path):
    """With the old site moved away and the new one not yet there, the old one comes back."""
    published(tmp_path / "site.old", "old")
    exchange.recover(tmp_path / "site")

    assert text(tmp_path / "site") == "old"


def test_an_exchange_interrupted_after_its_two_steps_is_tidied(tmp_path: Path):
    """With both sites there the new one stays, the old one goes."""
    site = published(tmp_path / "site", "new")
    published(tmp_path / "site.old", "old")
    published(tmp_path / "site.new-abc", "half")
    exchange.recover(site)

    assert text(site) == "new"
    assert [site] == list(tmp_path.iterdir())


def test_recovery_leaves_what_is_not_ours(tmp_path: Path):
    """A folder that only happens to have such a name is not removed, nor anything beside it."""
    (tmp_path / "site.old").mkdir()
    (tmp_path / "site.old/mine.txt").touch()
    published(tmp_path / "site", "new")
    published(tmp_path / "s[ai]te.new-x", "another site's")
    exchange.recover(tmp_path / "site")

    assert (tmp_path / "site.old/mine.txt").exists()
    assert (tmp_path / "s[ai]te.new-x").exists()


def test_a_folder_of_somebody_elses_is_no_site(tmp_path: Path):
    """A folder with files and without our stamp is not replaced; an empty or missing one may be."""
    (tmp_path / "mine").mkdir()
    exchange.check_ours(tmp_path / "mine")
    exchange.check_ours(tmp_path / "missing")
    (tmp_path / "mine/file").touch()

    with pytest.raises(FolderError, match="did not publish"):
        exchange.check_ours(tmp_path / "mine")


def test_an_empty_folder_may_become_the_site(tmp_path: Path):
    """A site folder that somebody made beforehand is used."""
    (tmp_path / "site").mkdir()
    staging = exchange.stage(tmp_path / "site")
    (staging / "index.html").write_text("new")
    exchange.exchange(staging, tmp_path / "site")

    assert text(tmp_path / "site") == "new"
