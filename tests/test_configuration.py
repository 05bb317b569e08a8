"""``mkdocs.yml`` as people wrote it, said in the language of the interface."""

from pathlib import Path

import pytest

from build_dossier.configuration import in_its_language, interface_language
from build_dossier.errors import DossierError

MINE = """
site_name: Справа
theme:
  name: material
  language: uk
  palette:
    - media: "(prefers-color-scheme: light)"
      toggle: {icon: a, name: Light colours; switch to dark}
    - scheme: slate
      toggle: {icon: b, name: Ніч}
nav:
  - People: people/index.md
  - Хто де: places/index.md
  - Notes:
      - notes/index.md
      - Review: review/index.md
extra:
  texts: {search.open: "Де це?"}
"""


def config(folder: Path, text: str) -> Path:
    """A ``mkdocs.yml`` with that text."""
    path = folder / "mkdocs.yml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("site_name: A", "en", id="no theme"),
        pytest.param("theme: material", "en", id="a theme by its name"),
        pytest.param("theme: {name: material}", "en", id="no language"),
        pytest.param("theme: {name: material, language: ru}", "ru", id="Russian"),
    ],
)
def test_the_language_is_the_themes(tmp_path: Path, text: str, language: str):
    """Material's own setting chooses, and English is what it is without."""
    assert interface_language(config(tmp_path, text)) == language


def test_a_language_that_the_interface_does_not_speak_is_named(tmp_path: Path):
    """A page half in one language would be worse than none."""
    with pytest.raises(DossierError, match=r"theme\.language is 'de'; the interface speaks en, uk, ru"):
        interface_language(config(tmp_path, "theme: {name: material, language: de}"))


def test_names_of_ours_are_said_in_the_language_and_those_of_the_editor_stay(tmp_path: Path):
    """A menu entry that was renamed keeps its name; folders of the theme are untouched."""
    settings = in_its_language(config(tmp_path, MINE))

    assert settings["nav"] == [
        {"Люди": "people/index.md"},
        {"Хто де": "places/index.md"},
        {"Примітки": ["notes/index.md", {"Перевірка": "review/index.md"}]},
    ]
    names = [scheme["toggle"]["name"] for scheme in settings["theme"]["palette"]]
    assert names == ["Світлі кольори; перемкнути на темні", "Ніч"]


def test_texts_of_the_theme_come_with_all_forms_and_the_editors_replace_them(tmp_path: Path):
    """What ``extra.texts`` says wins; a text that counts has each form of the language."""
    texts = in_its_language(config(tmp_path, MINE))["extra"]["texts"]

    assert texts["search.open"] == "Де це?"
    assert texts["search.close"] == "Закрити"
    assert texts["search.found"] == {
        "one": "{count} результат.",
        "few": "{count} результати.",
        "many": "{count} результатів.",
        "other": "{count} результатів.",
    }


def test_in_english_the_theme_says_what_it_says_by_itself(tmp_path: Path):
    """English words are those of the theme's own table."""
    texts = in_its_language(config(tmp_path, "theme: {name: material}"))["extra"]["texts"]

    assert (texts["search.close"], texts["search.found"]) == (
        "Close",
        {"one": "1 result.", "other": "{count} results."},
    )
