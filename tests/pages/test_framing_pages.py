"""The pages of what things are called: counts, their ways to the passages, what no article has."""

import posixpath
import re
from dataclasses import replace

import pytest
from told import told

from build_dossier.article import Block, BlockKind
from build_dossier.build import Build
from build_dossier.framing import Framing
from build_dossier.framing.lexicon import package_sets
from build_dossier.framing.matching import all_hits
from build_dossier.pages import term_groups, term_matrix, term_uses
from build_dossier.pages.passage import passage

GROUP_LINK = re.compile(r'href="([^"#]+)#([ag]-[^"]+)">(\d+) (?:own|reported|quoted|set apart)<')
LINK = re.compile(r'href="([^"#]+)#(a-[^"]+)">(\d+) (own|reported|quoted|set apart)<')


@pytest.fixture(scope="module")
def texts(dossier_build: Build) -> dict[str, str]:
    """The pages under ``framing/`` by path."""
    return {page.path: page.text for page in dossier_build.site.pages if page.path.startswith("framing/")}


def test_no_side_and_no_score_is_told(texts: dict[str, str]):
    """Nothing on these pages weighs an article or says whose side it takes."""
    words = re.compile(r"\b(?:pro-russian|pro-ukrainian|biased|bias|sentiment|score[sd]?|neutral)\b", re.IGNORECASE)

    assert [path for path, text in texts.items() if words.search(text) and path != "framing/index.md"] == []


def test_every_count_opens_as_many_passages(texts: dict[str, str]):
    """Each number of the table of all sets leads to its article and voice on a term's page, with so many lines."""
    links = LINK.findall(texts["framing/index.md"])
    assert len(links) > 40
    for href, anchor, count, _ in links:
        text = texts[f"framing/{href}".replace(".html", ".md")]
        said = re.search(rf'id="{re.escape(anchor)}"[^>]*>(.*?)(?=id="a-|^## |\Z)', text, re.DOTALL | re.MULTILINE)
        assert said is not None, anchor
        assert said.group(1).count("<mark>") == int(count), anchor


def test_a_count_of_an_outlet_or_month_opens_as_many_passages(texts: dict[str, str]):
    """Of one article on the page of the term; of several on a page that lists their passages together."""
    grouped = 0
    for path, text in texts.items():
        tables = re.findall(r"^## .*? \{: #by-.*?(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
        for href, name, count in GROUP_LINK.findall("".join(tables if path.count("/") == 2 else ())):
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), href.replace(".html", ".md")))
            said = re.search(
                rf'id="{re.escape(name)}"[^>]*>(.*?)(?=id="[ag]-|^##+ |\Z)', texts[target], re.DOTALL | re.MULTILINE
            )
            assert said is not None, (path, href, name)
            assert said.group(1).count("<mark>") == int(count), (path, href, name)
            grouped += name.startswith("g-")
    assert grouped > 3


def test_a_term_is_found_in_each_language(texts: dict[str, str]):
    """Its page says what it is called in the others; search reads that and the printed forms, not the passages."""
    page = texts["framing/war/military-operation/index.md"]
    read = [line for line in page.splitlines() if "data-search-ignore" not in line]

    assert "labels:" in page.split("---")[1]
    assert "- Ukrainian: <span" in page
    assert "- Russian: <span" in page
    assert any("As printed" in line for line in read)
    assert not any(line.startswith("## ") for line in read)


def test_terms_of_one_article_each_have_no_page_of_groups(texts: dict[str, str]):
    """Only what several articles of an outlet or month say is listed together."""
    pages = [path for path in texts if path.endswith("/grouped/index.md")]

    assert 0 < len(pages) < 20
    assert "framing/war/military-operation/grouped/index.md" not in pages


def test_a_narrower_term_is_counted_in_its_wider_one(texts: dict[str, str]):
    """Three military operations, one of them special; two conflicts, one of them Ukraine's."""
    rows = dict(
        re.findall(
            r'<a href="(war/[a-z-]+/index\.html)">.*terms-all"><span[^>]*>All</span><a href="\1">(\d+)<',
            texts["framing/index.md"],
        )
    )

    assert (rows["war/military-operation/index.html"], rows["war/special-military-operation/index.html"]) == ("3", "1")
    assert (rows["war/conflict/index.html"], rows["war/ukrainian-conflict/index.html"]) == ("2", "1")


def test_articles_without_a_word_are_named(texts: dict[str, str]):
    """What is not said is a finding: the articles that have none of the words, the words that none has."""
    war = texts["framing/war/index.md"]

    assert "000_01465673ddc29907" in war.split("None of these words:")[1].split("\n")[0]
    assert "Ukrainian crisis" in war.split("In no article:")[1].split("\n")[0]


def test_many_articles_have_a_row_each_and_few_a_column():
    """Up to five stand side by side; of six each has a row, whatever there is."""
    linked = [told(str(n), "Режим Лукашенка мовчить." if n else "Мінськ мовчить.") for n in range(7)]
    sets = {"belarus": package_sets()["belarus"]}
    framing = Framing(sets=sets, hits=all_hits([one.reading.article for one in linked], sets))

    class Shown:
        """What a table asks of a context."""

        dossier = type("D", (), {"framing": framing})
        articles, locale = linked, "en"

        def t(self, message: str, **values: object) -> str:
            return message % values if values else message

        def date(self, value: str | None) -> str:
            return str(value)

    uses = term_uses.Uses(Shown())  # type: ignore[arg-type]  # stands in for the context
    matrices = term_matrix.Matrices(groups=term_groups.Groups(uses), set=sets["belarus"], path="framing/index.md")
    articles = [one.reading.article for one in linked]
    few, many = matrices.by_article(articles[1:6]), matrices.by_article(articles[1:])

    assert (len(few.columns), [row.head.text for row in few.rows]) == (5, ["Belarusian regime"])
    assert (len(many.rows), [column.text for column in many.columns]) == (6, ["Belarusian regime"])
    assert few.totals == (1,) * 5
    assert many.totals == (6,)


def test_the_way_to_a_passage():
    """Its paragraph, and the words with their neighbours, which are not taken from another paragraph."""
    article = told("a", "Перший абзац.\n\nТут режим, що впав.").reading.article
    start = article.text.index("режим")

    assert passage(article, start, start + 5, "framing/index.md") == (
        "../articles/a/index.html#p2:~:text=%D0%A2%D1%83%D1%82-,%D1%80%D0%B5%D0%B6%D0%B8%D0%BC"
    )


def test_a_long_passage_is_its_paragraph():
    """Words of more than two hundred characters are not written into an address."""
    article = replace(told("a", "ж" * 300).reading.article, blocks=(Block(kind=BlockKind.PARAGRAPH, start=0, end=300),))

    assert passage(article, 0, 300, "x/y.md") == "../articles/a/index.html#p1"
