"""Names on an article's page where one is part of another."""

from pathlib import Path

from build_dossier.build import Build, build
from build_dossier.disk import read_sources

TEXT = "Мито зростає\n\nУ Вашингтоні кажуть про рішення адміністрації Дональда Трампа щодо мита.\n"


def of_text(folder: Path, text: str = TEXT) -> Build:
    """A dossier of one text."""
    for name in ("seeds", "empty"):
        (folder / name).mkdir()
    (folder / "seeds" / "a.txt").write_text(text, encoding="utf-8")
    return build(read_sources(folder / "seeds", folder / "empty", folder / "empty"))


def test_an_article_that_names_nobody_has_a_page(tmp_path: Path):
    """A text without a name is a page without links to names."""
    made = of_text(tmp_path, "Мито зростає\n\nЦіни теж.\n")

    assert made.dossier.readings[0].links == ()
    assert any(page.path == "articles/a/index.md" and ".mention" not in page.text for page in made.site.pages)


def test_a_body_with_a_person_in_its_name_is_two_links(tmp_path: Path):
    """The data give the whole name and the person in it; on the page each link ends where the next begins."""
    made = of_text(tmp_path)
    (linked,) = made.dossier.readings
    (page,) = (page.text for page in made.site.pages if page.path == "articles/a/index.md")

    forms = [link.mention.form for link in linked.links]
    assert forms == ["Вашингтоні", "адміністрації Дональда Трампа", "Дональда Трампа"]
    assert "[адміністрації](" in page
    assert "} [Дональда Трампа](" in page
    assert [f"#m-{link.mention.start} " in page for link in linked.links] == [True, True, True]
