"""What all pages look things up in."""

from pathlib import Path

from build_dossier.build import build
from build_dossier.disk import read_sources


def test_a_name_in_no_known_language(tmp_path: Path):
    """A person of a text whose language nobody can tell is called as printed."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/a.txt").write_text("Заява\n\nОлена Коваль виступила.\n", encoding="utf-8")
    built = build(read_sources(tmp_path / "seeds", tmp_path / "docs", tmp_path / ".dossier"))

    assert [article.reading.article.language for article in built.dossier.readings] == ["und"]
    assert "Олена</span> Коваль]" in next(page.text for page in built.site.pages if page.path == "people/index.md")
