"""What all pages look things up in."""

from pathlib import Path

from dossiers import dossier_of, page_of


def test_a_name_in_no_known_language(tmp_path: Path):
    """A person of a text whose language nobody can tell is called as printed."""
    built = dossier_of(tmp_path, {"seeds/a.txt": "Заява\n\nОлена Коваль виступила.\n"})

    assert [article.reading.article.language for article in built.dossier.readings] == ["und"]
    assert "Олена</span> Коваль]" in page_of(built, "people/index.md")
