"""Deceptive letters of a seed become doubts with file and line."""

from build_dossier.article import Seed
from build_dossier.article.unicode_attacks import unicode_attacks
from build_dossier.errors import Severity


def test_each_trick_is_one_doubt_with_its_first_line():
    """The line is that of the first place; the others are counted."""
    text = "Заголовок\n\nПутiн і Cтрайк\nсло\u200bво\n\u202eнавпаки"
    seed = Seed(id="a", name="a.txt", sha256="", encoding="utf-8", text=text)

    doubts = unicode_attacks([seed])

    assert [(d.severity, d.code, d.file, d.line) for d in doubts] == [
        (Severity.DOUBT, "suspicious-direction", "seeds/a.txt", 5),
        (Severity.DOUBT, "suspicious-invisible", "seeds/a.txt", 4),
        (Severity.DOUBT, "suspicious-look-alike", "seeds/a.txt", 3),
    ]
    assert "Путiн" in doubts[2].message
    assert ", and 1 more" in doubts[2].message


def test_an_honest_seed_raises_none():
    """Nothing is said of ordinary words."""
    assert unicode_attacks([Seed(id="a", name="a.txt", sha256="", encoding="utf-8", text="Дощ у Києві")]) == ()
