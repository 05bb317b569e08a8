"""From a seed and the editor's corrections to an article."""

import pytest

from build_dossier.article import Basis, Correction, Seed
from build_dossier.article.intake import read

TEXT = " date 2025-06-22 Келлог приїхав до Мінська.\n\nПро зустріч повідомили обидві сторони."


def seed(text: str) -> Seed:
    """A seed with this text."""
    return Seed(id="a", name="folder/a.txt", sha256="0" * 64, encoding="utf-8", text=text)


def test_an_editor_wins_over_everything_found():
    """Each corrected value bears the editor's basis; the blocks stay."""
    correction = Correction(
        article="a",
        file="docs/annotations/a.md",
        title="Візит",
        date="2025-06-21",
        language="ru",
        publisher="Вісник",
    )

    article = read(seed(TEXT), correction)

    assert (article.title.text, article.title.basis) == ("Візит", Basis.EDITOR)
    assert (article.published.value, article.published.basis) == ("2025-06-21", Basis.EDITOR)
    assert article.language == "ru"
    assert article.publisher is not None
    assert (article.publisher.name, article.publisher.basis) == ("Вісник", Basis.EDITOR)
    assert article.blocks == read(seed(TEXT), None).blocks


def test_a_silent_correction_changes_nothing():
    """An annotation file with notes alone leaves the article as it is."""
    assert read(seed(TEXT), Correction(article="a", file="a.md")) == read(seed(TEXT), None)


@pytest.mark.parametrize(
    ("text", "title", "basis"),
    [
        pytest.param("Фото: Reuters\n\nКеллог приїхав. Він має план.", "Келлог приїхав", Basis.COMPUTED, id="caption"),
        pytest.param(TEXT, "Келлог приїхав до Мінська", Basis.COMPUTED, id="first sentence after a prefix"),
        pytest.param(
            "МИНСК, 21 июня — БЕЛТА. Указ подписан. Он вступил в силу.",
            "Указ подписан",
            Basis.COMPUTED,
            id="after a dateline",
        ),
        pytest.param("Читайте також:", "a", Basis.UNKNOWN, id="boilerplate alone"),
        pytest.param(" date 2025-06-22 ", "a", Basis.UNKNOWN, id="a prefix alone"),
    ],
)
def test_the_title_is_never_a_caption_or_a_formula(text: str, title: str, basis: Basis):
    """Without a headline the first sentence of the body serves, without its stop; else the file's name."""
    found = read(seed(text), None).title

    assert (found.text, found.basis) == (title, basis)


def test_credits_are_inside_captions():
    """The photographer is set apart, the people in the picture are not."""
    text = "Келлог у Мінську (Фото: Роман Лис / Reuters)\n\nЗустріч тривала годину."

    assert [span.of(text) for span in read(seed(text), None).credit] == ["Роман Лис / Reuters"]
