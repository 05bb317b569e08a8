"""A site is staged, built, indexed, checked and exchanged; or the old one stays."""

import io
from dataclasses import replace
from pathlib import Path

import pytest

from build_dossier.disk import STAMP, FolderError, write_site
from build_dossier.errors import DossierError, FidelityError
from build_dossier.pages import Page, Site
from build_dossier.progress import Progress
from build_dossier.publish import Publication, publish

pytestmark = pytest.mark.site

TEXT = "Кіт Келлог прибув до Мінська.\n\nЗустріч тривала дві години."
ARTICLE = """---
title: Кіт Келлог прибув до Мінська
---

Кіт Келлог прибув до Мінська.
{: #p1 data-src="0-29" }

Зустріч тривала дві години.
{: #p2 data-src="31-58" }

"""
CONFIG = """
site_name: Test
use_directory_urls: false
theme: {name: material, font: false, custom_dir: overrides}
plugins: []
markdown_extensions: [attr_list, md_in_html]
nav: [index.md]
validation: {omitted_files: ignore}
"""


def publication(root: Path, **pages: str) -> Publication:
    """A project below ``root`` with one article and the given pages."""
    root.mkdir(parents=True, exist_ok=True)
    (root / "mkdocs.yml").write_text(CONFIG)
    (root / "overrides").mkdir(exist_ok=True)
    texts = {"index": "# Front\n\n[An article](articles/a/index.md#p2)\n", "articles/a/index": ARTICLE, **pages}
    site = Site(pages=[Page(path=f"{name}.md", text=text) for name, text in texts.items()], assets=())
    write_site(site, root / "build" / "docs")
    return Publication(
        out=root / "build" / "docs",
        site=root / "site",
        config=root / "mkdocs.yml",
        generated_config=root / "build" / "mkdocs.yml",
        epoch=1_750_464_000,
        texts={"articles/a/index.html": TEXT},
    )


def silent() -> Progress:
    """Progress that nobody sees."""
    return Progress(io.StringIO())


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    """A published project, in a folder whose name has a space and Cyrillic letters; not to be changed."""
    made = publication(tmp_path_factory.mktemp("publish") / "моє досьє")
    publish(made, silent())
    return made


def test_the_site_holds_pages_and_search(project: Publication):
    """One command gives pages, the search index and the stamp, and leaves nothing beside the site."""
    files = tree(project.site)

    assert {"index.html", "articles/a/index.html", "search-index/entry.json", STAMP} <= files.keys()
    assert "Келлог прибув" in files["articles/a/index.html"].decode()
    assert sorted(path.name for path in project.site.parent.iterdir()) == ["build", "mkdocs.yml", "overrides", "site"]


def test_an_unchanged_site_is_left_alone(project: Publication):
    """A second publication writes nothing."""
    times = {path: path.stat().st_mtime_ns for path in project.site.rglob("*")}

    assert publish(project, silent()).renewed is False
    assert times == {path: path.stat().st_mtime_ns for path in project.site.rglob("*")}


def test_two_folders_give_one_site(project: Publication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Neither folder, time zone nor locale leaves a trace in the site."""
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.delenv("HOME", raising=False)
    other = publication(tmp_path / "elsewhere")
    publish(other, silent())

    assert tree(other.site) == tree(project.site)


def test_a_damaged_site_is_built_again(tmp_path: Path):
    """A published file that somebody changed, removed or added is noticed, and mended."""
    made = publication(tmp_path)
    publish(made, silent())
    whole = tree(made.site)
    (made.site / "index.html").write_text("damaged")
    (made.site / "extra.html").touch()

    assert publish(made, silent()).renewed is True
    assert tree(made.site) == whole


@pytest.fixture
def old(project: Publication, tmp_path: Path) -> Publication:
    """A project with an old site of one file, for what must fail."""
    made = publication(tmp_path)
    made.site.mkdir()
    (made.site / STAMP).touch()
    (made.site / "old.html").touch()
    return made


def assert_old_site_stays(made: Publication) -> None:
    """The old site is whole and nothing half-made lies beside it."""
    assert tree(made.site) == {STAMP: b"", "old.html": b""}
    assert not list(made.site.parent.glob("site.*"))


def test_other_words_than_the_seeds_keep_the_old_site(old: Publication):
    """A page that lost a letter of its seed is never published; the article is named."""
    wrong = replace(old, texts={"articles/a/index.html": TEXT.replace("дві", "три")})

    with pytest.raises(FidelityError, match="articles/a"):
        publish(wrong, silent())
    assert_old_site_stays(old)


def test_a_missing_article_keeps_the_old_site(old: Publication):
    """Every article must have its page."""
    with pytest.raises(FidelityError, match="articles/b"):
        publish(replace(old, texts={**old.texts, "articles/b/index.html": "б"}), silent())
    assert_old_site_stays(old)


@pytest.mark.parametrize(
    ("link", "why"),
    [
        pytest.param('<a href="nowhere.html">x</a>', "leads to no page", id="dead link"),
        pytest.param('<img src="https://example.org/x.png" alt="">', "from outside", id="foreign picture"),
    ],
)
def test_a_dead_link_of_our_own_keeps_the_old_site(old: Publication, link: str, why: str):
    """A link that the program made leads somewhere, and nothing is fetched from elsewhere."""
    with pytest.raises(DossierError, match=why):
        publish(publication(old.site.parent, extra=link), silent())
    assert_old_site_stays(old)


def test_a_style_sheet_that_fetches_keeps_the_old_site(old: Publication):
    """Style sheets are looked into as well."""
    (old.site.parent / "overrides/x.css").write_text("@import 'https://example.org/x.css'")

    with pytest.raises(DossierError, match=r"x\.css"):
        publish(old, silent())
    assert_old_site_stays(old)


def test_the_editors_dead_link_is_a_warning_each_time(tmp_path: Path):
    """A dead link in the editor's prose is told with the file it stands in, also when nothing is built."""
    made = publication(tmp_path, extra='<div data-editor="docs/extra.md"><a href="nowhere.html">x</a></div>')
    first, second = publish(made, silent()), publish(made, silent())

    assert [str(problem) for problem in first.problems] == ["docs/extra.md: “nowhere.html” leads to no page"]
    assert (first.renewed, second.renewed) == (True, False)
    assert first.problems == second.problems


def test_a_failed_build_says_what_mkdocs_said(old: Publication):
    """What MkDocs complained about is in the message."""
    old.config.write_text(CONFIG.replace("name: material", "name: nonesuch"))

    with pytest.raises(DossierError, match="nonesuch"):
        publish(old, silent())
    assert_old_site_stays(old)


def test_a_broken_configuration_is_named(old: Publication):
    """A configuration that is no YAML, or is missing, is one error with its name."""
    old.config.write_text("theme: [")
    with pytest.raises(DossierError, match=r"mkdocs\.yml cannot be used"):
        publish(old, silent())
    old.config.unlink()
    with pytest.raises(DossierError, match=r"mkdocs\.yml cannot be used"):
        publish(old, silent())
    assert_old_site_stays(old)


def test_somebody_elses_folder_is_not_replaced(tmp_path: Path):
    """A site folder with files and without our stamp is refused before anything is built."""
    made = publication(tmp_path)
    made.site.mkdir()
    (made.site / "mine.html").touch()

    with pytest.raises(FolderError):
        publish(made, silent())
    assert tree(made.site) == {"mine.html": b""}
