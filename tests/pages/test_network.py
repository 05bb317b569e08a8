"""Who is named with whom: the picture and the table of the same pairs."""

import re
from pathlib import Path

from dossiers import dossier_of, page_of

from build_dossier.build import Build

NAMES = ("Іван", "Петро", "Олена", "Марія", "Андрій", "Наталія", "Тарас", "Ольга", "Микола")
SURNAMES = ("Мельник", "Бондаренко", "Коваль", "Шевченко", "Ткаченко", "Кравченко", "Олійник", "Поліщук", "Гончаренко")


PAGE = "network/index.md"


def test_the_project(dossier_build: Build):
    """Everybody drawn is in the table, every pair drawn is a row, and rows lead to paragraphs."""
    page = page_of(dossier_build, PAGE)
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
    everybody = [f"{name} {surname}" for name in NAMES for surname in SURNAMES]
    paragraphs = [", ".join(everybody[at : at + 9]) + " зустрілися." for at in range(0, len(everybody), 3)]
    text = "Зустріч\n\n" + "\n\n".join(paragraphs) + "\n"
    page = page_of(dossier_of(tmp_path, {"seeds/a.txt": text}), PAGE)

    assert 40 <= page.count("<circle") <= 60
    assert page.count("<path") <= 140


def test_nobody_together(tmp_path: Path):
    """Where nobody is named with anybody there is no picture, and the page says why."""
    text = "Заява уряду\n\nОлена Коваль виступила з промовою, і її слухали всі.\n"
    page = page_of(dossier_of(tmp_path, {"seeds/a.txt": text}), PAGE)

    assert "<svg" not in page
    assert "No paragraph names two people or organisations" in page
