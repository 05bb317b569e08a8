"""Gold of a folder of seeds, and the facts and names measured against it."""

from dataclasses import replace

import pytest

from build_dossier.article import Article, Basis, Block, BlockKind, Published, Publisher, Title
from build_dossier.extract import Reading
from build_dossier.extract.mentions import EntityType, Level, Mention
from build_dossier.link import Link, LinkedReading, LinkReason
from build_dossier.measure.facts import Pair, facts
from build_dossier.measure.gold import GoldArticle, GoldError, read_gold
from build_dossier.measure.names import names
from build_dossier.measure.score import Row
from build_dossier.text.span import Span

TEXT = "Рада Одеси обрала Олену Коваль\n\nРада Одеси обрала головою Коваль, передає «Вісник».\n\nФото: А. Ткач"

GOLD = """
_meta: {what: an example}
a.txt:
  language: {code: uk}
  title:
    in_text: {text: Рада Одеси обрала Олену Коваль, start: 0, end: 30}
  publication_date: {date: '2025-06-21', status: inferred, earliest: '2025-06-21', latest: null}
  publisher: {name: Вісник, status: named}
  separate_from_body:
  - {text: 'Фото: А. Ткач', start: 85, end: 98, kind: photo_caption}
  people:
  - {id: olena-koval, level: basic, surface_forms: [Олену Коваль, Коваль]}
  organisations:
  - {id: odesa-council, level: basic, surface_forms: [Рада Одеси]}
  - {id: council, level: hard, surface_forms: [Рада]}
  places:
  - {id: odesa, level: basic, surface_forms: [Одеси]}
  quotes: []
  mood: []
  annotations:
  - {quote: обрала головою, start: 43, end: 57}
"""


def link(words: str, kind: EntityType, entity: str | None, at: int = 0) -> Link:
    """A mention of ``words`` from ``at`` on, and where it leads."""
    start = TEXT.index(words, at)
    mention = Mention(start=start, end=start + len(words), form=words, lemma=words, type=kind, level=Level.NAM)
    return Link(mention=mention, lemma=words, entity=entity, reason=LinkReason.NAME, score=1.0, doubt=None)


LINKS = (
    link("Рада Одеси", EntityType.ORG, "odesa-council"),
    link("Олену Коваль", EntityType.PER, "olena-koval"),
    link("Коваль", EntityType.PER, "olena-koval", 40),
)

ARTICLE = Article(
    id="a",
    text=TEXT,
    language="uk",
    title=Title(text="Рада Одеси обрала Олену Коваль", basis=Basis.STATED, span=Span(start=0, end=30)),
    published=Published(value=None, basis=Basis.UNKNOWN, reason="nothing says so"),
    publisher=Publisher(name="Вісник", basis=Basis.STATED, span=None),
    credit=(),
    prefix_end=0,
    blocks=(
        Block(kind=BlockKind.HEADLINE, start=0, end=30),
        Block(kind=BlockKind.PARAGRAPH, start=32, end=83),
        Block(kind=BlockKind.CAPTION, start=85, end=98),
    ),
)


@pytest.fixture
def gold() -> GoldArticle:
    """The one gold article."""
    (found,) = read_gold(GOLD)
    return found


def rows(gold: GoldArticle, article: Article) -> dict[str, Row]:
    """The rows of facts by name."""
    return {row.name: row for row in facts([Pair(gold=gold, article=article)])[0]}


def name_rows(gold: GoldArticle, *links: Link) -> dict[str, Row]:
    """The rows of names by name."""
    reading = LinkedReading(
        reading=Reading(article=ARTICLE, mentions=tuple(one.mention for one in links)), links=tuple(links)
    )
    return {row.name: row for row in names([(gold, reading)])[0]}


def test_a_gold_file_that_is_none_is_refused():
    """A field that is missing is named."""
    with pytest.raises(GoldError, match="title"):
        read_gold("a.txt: {language: {code: uk}}")


def test_what_is_not_measured_is_known(gold: GoldArticle):
    """Fields of the gold that nothing measures are listed."""
    assert gold.unmeasured == ("mood",)


def test_a_right_article_has_no_errors(gold: GoldArticle):
    """Every fact is right, the unstated date is left open."""
    assert {name: row.errors for name, row in rows(gold, ARTICLE).items() if row.errors} == {}


@pytest.mark.parametrize(
    ("wrong", "row"),
    [
        pytest.param({"language": "ru"}, "language", id="another-language"),
        pytest.param({"title": Title(text="Рада", basis=Basis.STATED, span=None)}, "title", id="half-a-title"),
        pytest.param(
            {"title": Title(text="Рада Одеси обрала Олену Коваль", basis=Basis.COMPUTED, span=None)},
            "title",
            id="a-headline-called-derived",
        ),
        pytest.param(
            {"published": Published(value="2024", basis=Basis.INFERRED, reason="")},
            "date, not stated",
            id="a-year-before-the-earliest",
        ),
        pytest.param({"publisher": None}, "publisher", id="no-publisher"),
        pytest.param({"blocks": ARTICLE.blocks[:2]}, "apart from the body", id="no-caption"),
        pytest.param({"blocks": ARTICLE.blocks[1:]}, "headline block", id="no-headline"),
    ],
)
def test_a_wrong_fact_is_an_error(gold: GoldArticle, wrong: dict[str, object], row: str):
    """One wrong value is one error in its row, and in no other."""
    found = rows(gold, replace(ARTICLE, **wrong))

    assert {name: one.errors for name, one in found.items() if one.errors} == {row: 1}


def test_a_day_that_nobody_states_is_an_error(gold: GoldArticle):
    """It is one stated date too many, and wrong for the article."""
    found = rows(gold, replace(ARTICLE, published=Published(value="2025-06-21", basis=Basis.STATED, reason="")))

    assert {name: one.errors for name, one in found.items() if one.errors} == {"date, stated": 1, "date, not stated": 1}


def test_an_inferred_date_may_leave_room(gold: GoldArticle):
    """An interval that holds the day is no error."""
    published = Published(value="2025-06-20/..", basis=Basis.INFERRED, reason="")

    assert rows(gold, replace(ARTICLE, published=published))["date, not stated"].errors == 0


def test_names_are_found_and_lead_to_one_entity(gold: GoldArticle):
    """All mentions of a person lead to one id; a place inside a longer name is still to be found."""
    found = name_rows(gold, *LINKS)

    assert found["people: found"].errors == 0
    assert found["people: one id each"].errors == 0
    assert found["organisations: found and linked"].errors == 0
    assert (found["places: found"].gold, found["places: found"].right) == (1, 0)


def test_a_split_person_is_not_linked(gold: GoldArticle):
    """Two ids for one person are one error, though the person is found."""
    found = name_rows(gold, LINKS[1], replace(LINKS[2], entity="koval"))

    assert found["people: found"].errors == 0
    assert found["people: one id each"].errors == 1


def test_two_gold_entities_do_not_share_an_id(gold: GoldArticle):
    """A place that leads to the council's page makes both wrong."""
    found = name_rows(gold, LINKS[0], link("Одеси", EntityType.LOC, "odesa-council"))

    assert found["organisations: one id each"].errors == 1
    assert found["places: one id each"].errors == 1


def test_a_person_that_nobody_named_is_spurious(gold: GoldArticle):
    """The photographer is no person of the story."""
    found = name_rows(gold, *LINKS, link("А. Ткач", EntityType.PER, "a-tkach"))

    assert (found["people: found"].right, found["people: found"].found) == (1, 2)
