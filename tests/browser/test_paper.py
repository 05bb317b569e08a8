"""A dossier bound to one PDF by a real Chromium."""

import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

from build_dossier.paper.book import bound_book
from build_dossier.paper.collection import read_collection

pytestmark = pytest.mark.browser

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>x</title><meta property="og:site_name" content="Bridges"></head>
<body><div>
<article id="content" class="dossier md-typeset">{}</article></div></body></html>"""

FIRST = """<h1 id="p1" lang="uk">Міст</h1><p data-src="0-9" lang="uk"><a href="../../people/koval/index.html">Коваль</a>
обіцяла<span id="a-n1"></span><a class="note-ref" href="#n-n1">1</a>.</p>
<aside class="note" id="n-n1"><p class="note-head"><span class="note-number">1</span></p>
<div class="note-body"><p>Compare <a href="../second/index.html#p1">the second</a> and
<a href="https://example.org/x">elsewhere</a>, not <a href="../../review/index.html">the review</a>.</p></div>
<p class="note-foot"><a class="note-back" href="#a-n1">back</a></p></aside><p data-src="9-20" lang="uk">Кінець.</p>"""

SECOND = '<h1 id="p1" lang="ru">Мост</h1><p data-src="0-9" lang="ru">Без имён.</p>'


@pytest.fixture(scope="module")
def pdf(browser: Browser, serve: Callable[[Path], str], tmp_path_factory: pytest.TempPathFactory) -> PdfReader:
    """Two articles, of which the first mentions a person and has a note."""
    site = tmp_path_factory.mktemp("paper")
    pages = {"": "", "articles/first/": FIRST, "articles/second/": SECOND, "people/koval/": "<h1>Koval</h1>"}
    for path, text in pages.items():
        (site / path).mkdir(parents=True, exist_ok=True)
        (site / path / "index.html").write_text(PAGE.format(text), encoding="utf-8")
    readings = [
        {"id": one, "title": {"text": title}, "language": language, "published": {"value": day}}
        for one, title, language, day in (("first", "Міст", "uk", "2024-05-02"), ("second", "Мост", "ru", None))
    ]
    entities = [{"id": "koval", "type": "PER", "labels": {"en": "Olena Koval"}}]
    (site / "data").mkdir()
    for name, lines in (("readings", readings), ("entities", entities)):
        (site / "data" / f"{name}.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    told: list[int] = []
    bytes_of_it = bound_book(read_collection(site), serve(site), browser, told.append)
    assert told[-1] == 2
    return PdfReader(BytesIO(bytes_of_it))


def words(pdf: PdfReader, page: int) -> str:
    """The text of a page, with single spaces."""
    return " ".join(pdf.pages[page].extract_text().split())


def test_everything_stands_in_order_with_its_page(pdf: PdfReader):
    """Title and contents have Roman numbers, the articles begin at 1, the index says where a name is."""
    assert pdf.page_labels == ["i", "ii", "1", "2", "3"]
    assert "Bridges" in words(pdf, 0)
    assert "2 articles" in words(pdf, 0)
    assert words(pdf, 1) == "Bridges Contents ii Contents Міст 2 May 2024 1 Мост date unknown 2 Index of names 3"
    assert "Olena Koval 1" in words(pdf, 4)
    assert [item.title for item in pdf.outline if not isinstance(item, list)] == [
        "Contents",
        "Міст",
        "Мост",
        "Index of names",
    ]


def test_notes_stand_at_the_end_of_their_text(pdf: PdfReader):
    """A link to another article has its page, one to elsewhere its address, one to what is not bound is text."""
    text = words(pdf, 2)

    assert text.index("Кінець") < text.index("Compare")
    assert "the second (p. 2)" in text
    assert "not the review ." in text or "not the review." in text


def test_links_lead_within_the_file(pdf: PdfReader):
    """Each has a page of the file or a public address; none leads to where the site was printed from."""
    places = [page.indirect_reference.idnum for page in pdf.pages if page.indirect_reference]
    for page in pdf.pages:
        for entry in page.annotations or ():
            link = entry.get_object()
            if "/A" in link:
                assert link["/A"]["/URI"] == "https://example.org/x"
            else:
                assert link["/Dest"][0].get_object().indirect_reference.idnum in places


def test_the_file_is_tagged_and_named(pdf: PdfReader):
    """One tree of tags over all sheets, each of its keys once; a title and a language, and no date."""
    root = pdf.root_object
    tree = root["/StructTreeRoot"]
    keys = tree["/ParentTree"]["/Nums"][::2]
    used = [page["/StructParents"] for page in pdf.pages]

    assert sorted(set(keys)) == list(keys)
    assert set(used) <= set(keys)
    assert len(set(used)) == len(used)
    assert [kid["/S"] for kid in (entry.get_object() for entry in tree["/K"]["/K"])] == ["/Part"] * 3
    assert root["/Lang"] == "en"
    assert pdf.metadata is not None
    assert pdf.metadata.title == "Bridges"
    assert "/CreationDate" not in pdf.metadata
