"""Names inside one article."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_dossier.article import Article, Basis, Block, BlockKind, Published, Title
from build_dossier.extract.mentions import Mention, find
from build_dossier.extract.tagger import packaged
from build_dossier.text.language import Language
from build_dossier.text.span import Span


def article(*lines: str, language: Language = "uk", kind: BlockKind = BlockKind.PARAGRAPH) -> Article:
    """An article in which every line is one block of this kind."""
    text = "\n".join(lines)
    starts = [sum(len(line) + 1 for line in lines[:at]) for at in range(len(lines))]
    return Article(
        id="a",
        text=text,
        language=language,
        title=Title(text="a", basis=Basis.UNKNOWN, span=None),
        published=Published(value=None, basis=Basis.UNKNOWN, reason="none"),
        publisher=None,
        credit=(),
        prefix_end=0,
        blocks=tuple(
            Block(kind=kind, start=start, end=start + len(line))
            for start, line in zip(starts, lines, strict=True)
            if line
        ),
    )


def named(mentions: tuple[Mention, ...]) -> list[str]:
    """Each mention as ``form TYPE lemma``."""
    return [f"{m.form} {m.type.value} {m.lemma}" for m in mentions]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("Нагадаємо, перемовини тривали три дні.", "uk", id="opener"),
        pytest.param("Обговорення тривало до ранку. Водночас рішення немає.", "uk", id="openers-in-a-row"),
        pytest.param("Американські чиновники заперечують витік.", "uk", id="adjective-opens"),
        pytest.param("Российские и украинские делегации не приехали.", "ru", id="adjectives"),
        pytest.param("По словам американских дипломатов, встречу перенесли.", "ru", id="small-adjective"),
        pytest.param("Спецпредставник відмовився від коментарів.", "uk", id="role-alone"),
        pytest.param("", "uk", id="empty"),
        pytest.param("12.05.2024 — 15:30", "und", id="numbers"),
    ],
)
def test_what_is_no_name_is_not_found(text: str, language: Language):
    """Openers, adjectives of countries, roles and numbers are no names."""
    assert named(find(article(text, language=language), packaged())) == []


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        pytest.param(
            "Президент Литви Гітанас Науседа прибув до Варшави.",
            "uk",
            ["Литви LOC Литва", "Гітанас Науседа PER Гітанас Науседа", "Варшави LOC Варшава"],
            id="president-of-country",
        ),
        pytest.param(
            "Війна росії проти України триває.",
            "uk",
            ["росії LOC Росія", "України LOC Україна"],
            id="country-printed-small",
        ),
        pytest.param("Про це повідомило державне агентство «Вектор».", "uk", ["Вектор ORG Вектор"], id="quoted-agency"),
        pytest.param(
            "Цього чекали в адміністрації Джо Байдена.",
            "uk",
            ["адміністрації Джо Байдена ORG адміністрація Джо Байдена", "Джо Байдена PER Джо Байден"],
            id="administration-and-its-head",
        ),
        pytest.param(
            "Пресс-служба посольства Грузии в Праге молчит.",
            "ru",
            ["посольства Грузии в Праге ORG посольство Грузии в Праге", "Праге LOC Прага"],
            id="embassy",
        ),
        pytest.param(
            "МИД Венгрии опроверг слова министра.", "ru", ["МИД Венгрии ORG МИД Венгрии"], id="ministry-of-country"
        ),
    ],
)
def test_names_are_found_with_type_and_nominative(text: str, language: Language, expected: list[str]):
    """A name comes with its type and the nominative that a reader would list."""
    assert named(find(article(text, language=language), packaged())) == expected


def test_names_never_cross_blocks():
    """The last word of a block and the first of the next are never one name."""
    text = article("Візит до Володимира", "Зеленський відбув до Києва.")
    ends = [block.end for block in text.blocks]
    assert all(not (m.start < end < m.end) for m in find(text, packaged()) for end in ends)


@pytest.mark.parametrize("kind", [BlockKind.STAMP, BlockKind.BYLINE, BlockKind.BOILERPLATE])
def test_blocks_about_the_paper_are_not_read(kind: BlockKind):
    """Stamps, bylines and boilerplate name nobody of the story."""
    assert find(article("Анна Шевченко, Київ", kind=kind), packaged()) == ()


def test_photographers_are_no_mentions():
    """Who took the picture is no actor of the story."""
    text = article("Ангела Меркель (Фото: Петро Іваненко / Reuters)", kind=BlockKind.CAPTION)
    credited = Article(
        **{name: getattr(text, name) for name in Article.__slots__ if name != "credit"},
        credit=(Span(start=text.text.index("("), end=len(text.text)),),
    )
    assert named(find(credited, packaged())) == ["Ангела Меркель PER Ангела Меркель"]


@settings(max_examples=60)
@given(
    st.lists(
        st.text(alphabet="АБВабвії Київ«»\".,-'’\t\u00a0\u200b1ёX😀", min_size=1, max_size=60).map(
            lambda line: line.strip("\n") or "x"
        ),
        max_size=4,
    ),
    st.sampled_from(["uk", "ru", "und", "en"]),
)
def test_mentions_are_what_the_text_says(lines: list[str], language: Language):
    """Whatever the text, forms are its words, mentions stand in order and apart, and two readings agree."""
    text = article(*lines, language=language)
    mentions = find(text, packaged())
    assert all(text.text[m.start : m.end] == m.form and m.lemma for m in mentions)
    assert all(one.end <= other.start for one, other in pairwise(mentions))
    assert mentions == find(text, packaged())
