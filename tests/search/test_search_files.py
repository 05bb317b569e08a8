"""The search index: words folded, forms of words, spellings of names, and the files that hold them."""

import gzip
import json

import pytest

from build_dossier.search.concepts import glossary_of
from build_dossier.search.files import ENTRY, files_of
from build_dossier.search.forms import Forms, lexeme_of
from build_dossier.search.latin import spellings
from build_dossier.search.packing import gaps, starts
from build_dossier.search.page import page_from, page_of, plain, utf16
from build_dossier.search.records import Block, Record, record_of
from build_dossier.search.words import tokens

PAGE = """<article data-search-kind="article" data-search-title="Міст" data-search-language="uk"
data-search-date="2024-03-03"><h1 class="derived-title" id="title">Міст</h1><p data-search-ignore="all">картка</p>
<p id="p1" lang="uk">Мерка <a href="../../people/koval/index.html">Олена  Коваль</a> сказала: «<span class="quotation"
id="q-9" title="Olena Koval">міст <b>стоїть</b></span>».<a class="note-ref" data-search-ignore="all">1</a></p>
<aside class="note" id="n-1" data-kind="caution"><span class="note-kind">Caution</span>
<div class="note-body"><p>A promise.</p></div></aside></article>"""


def forms(word: str, language: str) -> set[str]:
    """All forms of all lexemes of a word."""
    return {stem + ending for stem, endings in Forms(known={}).of(word, language) for ending in endings}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param("— … !", [], id="no word"),
        pytest.param("В’язні п'ять", ["вязні", "пять"], id="apostrophes"),
        pytest.param("Ёлка ґанок", ["елка", "ганок"], id="letters often left out"),
        pytest.param("Łukaszenka’s Škoda", ["lukaszenka", "skoda"], id="latin diacritics and a possessive"),
        pytest.param("й ї", ["й", "ї"], id="letters that are no marks"),
        pytest.param("прес-секретар", ["прес", "секретар"], id="a compound"),
    ],
)
def test_words_are_folded(text: str, words: list[str]):
    """What a reader takes for the same is the same."""
    assert [word for _, _, word in tokens(text)] == words


def test_every_form_is_known_not_only_those_of_the_texts():
    """The dictionaries give all cases; a word that none knows is declined by its ending."""
    assert {"лукашенко", "лукашенка", "лукашенком"} <= forms("лукашенком", "uk")
    assert {"віткофф", "віткоффа", "віткоффом"} <= forms("віткоффом", "uk")
    assert {"минск", "минска", "минском"} <= forms("минске", "ru")
    assert forms("prisoner", "en") == {"prisoner", "prisoners"}


def test_a_lexeme_is_what_its_forms_share_and_what_follows():
    """Folded, in order, each once."""
    assert lexeme_of(("в'язня", "в'язень", "в’язень")) == ("вяз", ("ень", "ня"))


def test_names_are_spelled_as_officials_scholars_and_newspapers_do():
    """Each of them is found; a Latin name has no other spelling."""
    assert {"zelenskyi", "zelensky", "zelenskiy", "zelenskij"} <= set(spellings("Зеленський"))
    assert {"kharkiv", "harkiv", "charkiv"} <= set(spellings("Харків"))
    assert spellings("Witkoff") == ()


def test_a_page_is_read_as_published():
    """Text with single spaces, who is named where, quotations, notes; nothing that is to be ignored."""
    record = record_of("articles/a/index.html", PAGE.encode())

    assert record is not None
    assert (record.path, record.kind, record.title, record.date) == ("articles/a/", "article", "Міст", "2024-03-03")
    (block,) = record.blocks
    assert block.text == "Мерка Олена Коваль сказала: «міст стоїть»."
    assert [(block.text[start:end], page) for start, end, page in block.marks] == [("Олена Коваль", "people/koval/")]
    (said,) = record.quotations
    assert (said.id, said.speaker, block.text[said.start : said.end]) == ("q-9", "Olena Koval", "міст стоїть")
    (note,) = record.notes
    assert (note.id, note.kind, note.label, note.body.text.strip()) == ("n-1", "caution", "Caution", "A promise.")


def test_a_page_without_a_kind_has_no_record():
    """Lists are no results."""
    assert record_of("a/index.html", b"<article>x</article>") is None


def test_the_same_records_have_the_same_files():
    """Byte for byte; the entry names the folder of all others, whose name tells what they hold."""
    block = Block(anchor="p1", language="uk", text="Обмін полоненими тривав.", marks=())
    record = Record(
        path="articles/a/",
        kind="article",
        title="Обмін",
        language="uk",
        date="",
        outlet="",
        names=(),
        blocks=(block,),
    )
    glossary = {"exchange": ("обмін полоненими", "prisoner exchange")}
    made = page_of(record, glossary_of(glossary, Forms(known={})))
    files = dict(files_of([made], glossary, Forms(known={})))
    again = dict(files_of([page_from(json.loads(json.dumps(plain(made))))], glossary, Forms(known={})))
    folder = json.loads(files[ENTRY])["folder"]

    assert files == again
    assert {path.split("/")[0] for path in files} == {ENTRY, folder}
    start = json.loads(gzip.decompress(files[f"{folder}/start.json.gz"]))
    assert start["kinds"] == "a"
    (page,) = json.loads(gzip.decompress(files[f"{folder}/r0.json.gz"]))
    assert page == ["articles/a/", "Обмін", [["p1", "uk", "Обмін полоненими тривав.", [0, 16, 0]]], [], []]


def test_places_are_counted_as_scripts_count_them():
    """A character beyond the first plane is two."""
    assert utf16("ab", 0, 1) == (0, 1)
    assert utf16("a🙂b", 2, 3) == (3, 4)


def test_numbers_are_packed_as_differences():
    """And lists by the number of their first item."""
    assert list(gaps([3, 4, 9])) == [3, 1, 5]
    assert starts([[1, 2], [3]]) == [0, 2]
