"""Who is named with whom: the picture and the table of the same pairs."""

import re
from pathlib import Path

from build_dossier.build import Build, build
from build_dossier.disk import read_sources

NAMES = ("Іван", "Петро", "Олена", "Марія", "Андрій", "Наталія", "Тарас", "Ольга", "Микола")
SURNAMES = ("Мельник", "Бондаренко", "Коваль", "Шевченко", "Ткаченко", "Кравченко", "Олійник", "Поліщук", "Гончаренко")


def page_of(built: Build) -> str:
    """The page of the network."""
    return next(page.text for page in built.site.pages if page.path == "network/index.md")


def test_the_project(dossier_build: Build):
    """Everybody drawn is in the table, every pair drawn is a row, and rows lead to paragraphs."""
    page = page_of(dossier_build)
    svg, table = page[page.index("<svg") : page.index("</svg>")], page[page.index("<tbody>") :]
    drawn = set(re.findall(r'<a href="([^"]+)"><title>', svg))

    assert svg.count("<path") == table.count("<tr>") > 20
    assert drawn == {href for href in re.findall(r'href="([^"]+)"', table) if "/articles/" not in href}
    assert "../people/alexander-lukashenko/index.html" in drawn
    assert re.search(r'href="\.\./articles/[^"]+/index\.html#p\d+" lang="uk"', table)
    assert 'role="group"' in svg
    shown = [int(count) for count in re.findall(r'class="count">(\d+)<', table)]
    assert shown == sorted(shown, reverse=True)


def test_a_crowd_is_limited(tmp_path: Path):
    """However many are named together, 60 are drawn, with 140 lines, and no name stands on another's mark."""
    (tmp_path / "seeds").mkdir()
    everybody = [f"{name} {surname}" for name in NAMES for surname in SURNAMES]
    paragraphs = [", ".join(everybody[at : at + 9]) + " зустрілися." for at in range(0, len(everybody), 3)]
    (tmp_path / "seeds/a.txt").write_text("Зустріч\n\n" + "\n\n".join(paragraphs) + "\n", encoding="utf-8")
    page = page_of(build(read_sources(tmp_path / "seeds", tmp_path / "docs", tmp_path / ".dossier")))

    assert 40 <= page.count("<circle") <= 60
    assert page.count("<path") <= 140


def test_nobody_together(tmp_path: Path):
    """Where nobody is named with anybody there is no picture, and the page says why."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/a.txt").write_text(
        "Заява уряду\n\nОлена Коваль виступила з промовою, і її слухали всі.\n", encoding="utf-8"
    )
    page = page_of(build(read_sources(tmp_path / "seeds", tmp_path / "docs", tmp_path / ".dossier")))

    assert "<svg" not in page
    assert "No paragraph names two people or organisations" in page
