"""Who stands in one paragraph, and which pairs are drawn."""

from pathlib import Path

from dossiers import dossier_of

from build_dossier.company import Pair, company, strongest

FIRST = """Перемовини у Львові

Олена Коваль зустріла Петра Бондаренка. Коваль усміхнулася.

Іван Мельник мовчав.

Олена Коваль і Петро Бондаренко поїхали.
"""
SECOND = """Перемовини тривають

Петро Бондаренко прийняв Олену Коваль та Івана Мельника.
"""


def test_pairs_of_two_articles(tmp_path: Path):
    """A pair counts its paragraphs and articles, and leads to the first paragraph of each article."""
    dossier = dossier_of(tmp_path, {"seeds/a.txt": FIRST, "seeds/b.txt": SECOND}).dossier
    pairs = company(dossier.readings, set(dossier.entities))

    bondarenko, koval, melnyk = sorted(
        entity for entity in dossier.entities if dossier.entities[entity].type.value == "PER"
    )
    assert [melnyk, koval, bondarenko] == ["petro-bondarenko", "olena-koval", "ivan-melnyk"]
    assert [(pair.one, pair.other, pair.articles, pair.paragraphs) for pair in pairs] == [
        ("olena-koval", "petro-bondarenko", 2, 3),
        ("ivan-melnyk", "olena-koval", 1, 1),
        ("ivan-melnyk", "petro-bondarenko", 1, 1),
    ]
    assert pairs[0].passages == (("a", FIRST.index("Олена")), ("b", SECOND.index("Петро")))


def test_nobody_who_is_not_wanted(tmp_path: Path):
    """Only those asked for are paired."""
    dossier = dossier_of(tmp_path, {"seeds/b.txt": SECOND}).dossier

    assert company(dossier.readings, {"olena-koval"}) == ()
    assert len(company(dossier.readings, {"olena-koval", "ivan-melnyk"})) == 1


def pair(one: str, other: str, articles: int) -> Pair:
    """A pair of so many articles."""
    return Pair(one=one, other=other, articles=articles, paragraphs=articles, passages=())


def test_everybody_keeps_a_line():
    """Where not all pairs are drawn, everybody's strongest are, before what is stronger among the others."""
    crowd = [pair("a", "b", 9), pair("a", "c", 8), pair("b", "c", 7), pair("a", "d", 6), pair("d", "e", 1)]

    assert strongest(crowd, 3, 1) == (crowd[0], crowd[1], crowd[3])
    assert strongest(crowd, 4, 1) == (crowd[0], crowd[1], crowd[3], crowd[4])
    assert strongest(crowd, 9, 1) == tuple(crowd)
