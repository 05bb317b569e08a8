"""Every stage that reads text does so in time that grows with the text's length, whatever stands in it.

Each is given lines made of characters that mean something to it. Ratios of processor time are taken in one run, and
again when they are too high, since another process may have disturbed them. One line of a megabyte ends each table.
"""

import time
from collections.abc import Callable

import pytest

from build_dossier.annotation import read_annotations
from build_dossier.annotation.kinds import package_note_kinds
from build_dossier.article import Article, Basis, Block, BlockKind, Published, Seed, Title
from build_dossier.article.blocks import blocks
from build_dossier.article.duplicates import duplicates
from build_dossier.article.encoding import read_bytes
from build_dossier.article.intake import read
from build_dossier.article.prefix import read_prefix
from build_dossier.article.published import published
from build_dossier.article.publisher import publisher
from build_dossier.clean_html import safe_href
from build_dossier.compare.counts import counts
from build_dossier.extract.sources import find as sources
from build_dossier.extract.speech import find as speech
from build_dossier.extract.times import find as find_times
from build_dossier.framing.lexicon import package_sets
from build_dossier.framing.matching import find as find_terms
from build_dossier.framing.matching import finders
from build_dossier.markdown import escape, inert_json, plain_html
from build_dossier.pages.cards import hrefs
from build_dossier.prose import render_note
from build_dossier.strict_yaml import YamlError, read_front_matter
from build_dossier.text.fold import folded
from build_dossier.text.language import detect
from build_dossier.text.segment import sentences, tokens
from build_dossier.text.span import Span
from build_dossier.text.suspicious import suspicions
from build_dossier.wikilink import link_uses

LENGTH = 20_000
SHORTER = 5_000
"""For stages slow enough to be timed on a shorter text."""
MEGABYTE = 1_000_000
MOST = 3.0
"""How much longer twice the text may take: more than twice for the cost of memory, less than the four of a square."""
FLOOR = 0.25
"""Seconds for ``LENGTH`` below which nothing is compared; for a shorter text in proportion."""

KINDS = package_note_kinds()
TERMS = finders(package_sets())


def seed(text: str) -> Seed:
    """A seed of that text."""
    return Seed(id="a", name="a.txt", sha256="", encoding="utf-8", text=text)


def article_of(text: str) -> Article:
    """An article that is one paragraph of that text."""
    unknown = Published(value=None, basis=Basis.UNKNOWN, reason="")
    return Article(
        id="a",
        text=text,
        language="uk",
        title=Title(text="", basis=Basis.UNKNOWN, span=None),
        published=unknown,
        publisher=None,
        credit=(),
        prefix_end=0,
        blocks=(Block(kind=BlockKind.PARAGRAPH, start=0, end=len(text)),),
    )


def read_notes(text: str) -> object:
    """An annotation file of quotations and notes."""
    return read_annotations([("docs/annotations/a.md", text)], [seed("Слово про місто.")], KINDS)


def read_quoted(text: str) -> object:
    """An annotation file in which the text is quotation and attribute."""
    file = f'> {text}\n\n{{: author="{text}" }}\n\nПримітка.\n'
    return read_annotations([("docs/annotations/a.md", file)], [seed("Слово про місто.")], KINDS)


def read_head(text: str) -> object:
    """A file of which the text is the front matter."""
    try:
        return read_front_matter(f"---\n{text}\n---\n")
    except YamlError as error:
        return error


LETTERS = ("а", "А", "й", "аА", "a", "Сo", "а-", "ім'я ", "А. ", "а,", "\u0301", "\u200b", "\u202e")
SPACES = (" ", "\u00a0", "\n", "\t", "а\n", "\n\n", "\r", "\x85")
STOPS = (".", ". ", "!", "?", "…", "т. ", "1.", "1. ", ":", ";", "-", "—", "- ", "/", "%")
QUOTES = ("«", "»", "“", '"', "'", "(", ")", "(фото", "передає «", "© ")
DATES = ("2025-", "2025-06-21 ", "21.06.", "21 червня ", " date 2025", "18:00 ", "1")
MARKUP = (
    "<",
    ">",
    "<a",
    "<!--",
    "&",
    "&#",
    "{",
    "{:",
    "\\",
    "|",
    "a|",
    "*",
    "*a",
    "_",
    "`",
    "~",
    "#",
    "~~~\n",
    "---\n",
)
LINKS = ("[", "[[", "]]", "[[a|", "![", "[a](", "](", "[a]: ", "http://", "javascript:", "//")
NOTES = ("> ", "\n> ", "\n- ", "==", " … ", "\n    ", '"a" ', "a='", "{: ", "\n---\n")
TIMES = (
    "у п'ятницю, ",
    "з 3 по ",
    "20 ",
    "травня ",
    "2020 ",
    "двадцять ",
    "кінець ",
    "понад ",
    ", ",
    "того ",
    "рік ",
    "в ",
    "- ",
)
WORDS = ("слово ", "Джо Байден ", "повідомляє ", "за словами ", "фото: ", "Про це ")
SAID = (
    "«Так», – сказав він. – ",
    ", що він сказав",
    "– Так, – сказав він.\n",
    '"а ',
    "«а",
    "»а",
    "„а“ ",
    "Про це сказав він. ",
)
CITED = (
    "за даними ",
    "заявив, ",
    "представник ",
    "не відповів ",
    "джерело в ",
    "чиновники, які ",
    "заява на сайті ",
    "Reuters ",
)

COUNTED = ("14 в'язнів ", "000 ", "$5 ", "три ", "1,5 тис. ", "9")
NAMED = ("війна ", "війна проти ", "російський диктатор ", "вторгнення російське ", "диктатура ", "в Україні", "сво-")

Stage = Callable[[str], object]
STAGES: dict[str, tuple[Stage, tuple[str, ...]]] = {
    "decode": (lambda text: read_bytes(text.encode("cp1251", "replace")), LETTERS + SPACES + QUOTES),
    "fold": (folded, LETTERS + SPACES + QUOTES),
    "language": (detect, LETTERS + WORDS),
    "tokens": (tokens, LETTERS + SPACES + STOPS + DATES),
    "sentences": (sentences, LETTERS + SPACES + STOPS + QUOTES + DATES),
    "suspicions": (suspicions, LETTERS + SPACES),
    "blocks": (blocks, SPACES + STOPS + QUOTES + DATES + WORDS),
    "published": (lambda text: published(text, read_prefix(text), blocks(text)), STOPS + DATES + SPACES),
    "times": (lambda text: find_times(article_of(text)), TIMES + STOPS + DATES + LETTERS),
    "publisher": (lambda text: publisher(text, blocks(text)), QUOTES + WORDS + SPACES),
    "sources": (lambda text: sources(read(seed(text)), ()), QUOTES + WORDS + SPACES + SAID + CITED),
    "speech": (lambda text: speech(read(seed(text)), (), (), ()), QUOTES + WORDS + SPACES + SAID),
    "terms": (lambda text: find_terms(article_of(text), TERMS), NAMED + STOPS + QUOTES + SPACES),
    "duplicates": (lambda text: duplicates([seed(text), seed(text)]), WORDS + LETTERS),
    "counts": (lambda text: list(counts(article_of(text), [Span(start=0, end=len(text))], ())), COUNTED),
    "notes": (read_notes, NOTES + MARKUP + LINKS),
    "quotations": (read_quoted, NOTES + QUOTES),
    "front matter": (read_head, MARKUP + NOTES + SPACES + LINKS),
    # Cleaning HTML comes in here: it is given only what Markdown makes, in which every bracket is a reference.
    "prose": (lambda text: render_note(text, lambda _: None), MARKUP + LINKS + NOTES),
    "escape": (escape, MARKUP + LINKS + STOPS + SPACES),
    "titles": (plain_html, MARKUP + SPACES),
    "cards": (inert_json, MARKUP + LETTERS + SPACES),
    "cards' links": (hrefs, (*LINKS, *MARKUP, "](../", 'href="', 'href="a')),
    "links": (lambda text: link_uses(text, file="a", first_line=1), LINKS + MARKUP),
    "addresses": (safe_href, LINKS + MARKUP + LETTERS),
}
SLOW = ("times", "sources", "speech", "front matter", "published")


def repeated(piece: str, length: int) -> str:
    """A text of that length made of one piece, with another letter at its end, so that what was begun must fail."""
    return piece * (length // len(piece)) + "x"


def seconds(stage: Stage, text: str) -> float:
    """Processor time of one call."""
    begun = time.process_time()
    stage(text)
    return time.process_time() - begun


def grows(stage: Stage, piece: str, length: int) -> bool:
    """Whether twice the text takes much more than twice the time, three times out of three."""
    for _ in range(3):
        twice = seconds(stage, repeated(piece, 2 * length))
        if twice < FLOOR * length / LENGTH or twice <= MOST * seconds(stage, repeated(piece, length)):
            return False
    return True


@pytest.mark.parametrize("name", STAGES)
def test_time_grows_with_length(name: str):
    """No line of a stage's own characters takes more than its share."""
    stage, pieces = STAGES[name]
    length = SHORTER if name in SLOW else LENGTH

    assert [piece for piece in pieces if grows(stage, piece, length)] == []


@pytest.mark.parametrize(("stage", "pieces"), STAGES.values(), ids=STAGES.keys())
def test_a_line_of_a_megabyte_is_read(stage: Stage, pieces: tuple[str, ...]):
    """A line of ten thousand pages is read in the time that a hundred thousand letters forecast."""
    text = repeated("слово", MEGABYTE)

    assert seconds(stage, text) <= max(20 * seconds(stage, repeated("слово", MEGABYTE // 10)), 5.0)
