"""What articles call persons: on the pages of persons, side by side, and on the pages of the articles."""

import re

from build_dossier.build import Build
from build_dossier.framing.called import called_in


def table(text: str, person: str) -> str:
    """What the overview says of a person, without markup."""
    part = text.split(f"{{: #{person} }}")[1].split("\n## ", maxsplit=1)[0]
    return re.sub(r"<[^>]+>", " ", part)


def test_whom_all_call_the_same_is_not_listed(dossier_pages: dict[str, str]):
    """A person of one article, or with one description everywhere, is no case of different names."""
    text = dossier_pages["names-given/index.md"]

    assert "{: #jared-kushner }" not in text
    assert "{: #sergey-lavrov }" not in text


def test_articles_differ_on_a_person(dossier_pages: dict[str, str]):
    """A dictator twice, a president once, and once a name without anything."""
    said = table(dossier_pages["names-given/index.md"], "alexander-lukashenko")

    assert "диктатором Білорусі" in said
    assert "Президент Белоруссии" in said
    assert re.search(r"диктатора Беларуси\s+1 reported \(", said)
    assert "the name alone" in said


def test_the_page_of_a_person_says_in_whose_voice(dossier_pages: dict[str, str]):
    """An epithet in what somebody is reported to think is told from the outlet's own words."""
    part = dossier_pages["people/vladimir-putin/index.md"].split("{: #descriptions }")[1].split("</section>")[0]
    said = re.sub(r"<[^>]+>", " ", part)

    assert re.search(r"російський диктатор\s+1 reported \(Donald Trump\)", said)
    assert re.search(r"Президент Росії\s+1 own", said)


def test_a_description_is_listed_in_one_form(dossier_build: Build):
    """Case and a capital at the beginning make no other name."""
    listed = {called.words: called.listed for linked in dossier_build.dossier.readings for called in called_in(linked)}

    assert listed["диктатором Білорусі"] == listed["диктатор Білорусі"] == "диктатор Білорусі"
    assert listed["Президент Росії"] == "президент Росії"
    assert listed["спецпосланця Трампа"] == "спецпосланець Трампа"


def test_an_article_says_how_it_names_things(dossier_pages: dict[str, str]):
    """The page of an article has its terms by set, with ways to the words and to the other articles' words."""
    part = dossier_pages["articles/003_b4e76c9b5e787165/index.md"].split("{: #naming }")[1].split("</dl>")[0]
    said = " ".join(re.sub(r"<[^>]+>", " ", part).split())

    assert "military operation 2 reported ; special military operation 1 reported" in said
    assert 'href="../../framing/war/military-operation/index.html"' in part
    assert "index.html#p5:~:text=" in part


def test_an_article_without_terms_has_no_such_part(dossier_pages: dict[str, str]):
    """No empty heading."""
    shown = [text.split("{: #naming }")[1].lstrip() for text in dossier_pages.values() if "{: #naming }" in text]

    assert all(part.startswith('<dl class="namings">\n<div>') for part in shown)
