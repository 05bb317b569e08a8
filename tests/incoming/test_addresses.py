"""Which article an address is of."""

import pytest

from build_dossier.article import Correction
from build_dossier.incoming.addresses import article_of, by_address

KNOWN = by_address(
    [
        Correction(
            article="one", file="", source_url="https://www.news.example/one/", archive_url="https://a.example/1"
        ),
        Correction(article="two", file="", source_url="http://news.example:8080/p?id=2"),
    ]
)


@pytest.mark.parametrize(
    "source",
    [
        "",
        "https://news.example/",
        "https://news.example/one/more",
        "https://news.example/One",
        "http://news.example/p?id=2",
        "ftp://news.example/one",
        "https://[/",
        "https://news.example:x/one",
        "articles/three/index.html",
        "../articles/one/2/index.html",
        "urn:one",
        "one",
    ],
)
def test_addresses_of_no_article(source: str):
    """What is like an address of an article is none."""
    assert article_of([source], KNOWN, ["one", "two"]) is None


@pytest.mark.parametrize(
    ("source", "article"),
    [
        ("https://news.example/one", "one"),
        ("http://news.example/one/#p3", "one"),
        ("https://a.example:443/1", "one"),
        ("http://news.example:8080/p?id=2", "two"),
        ("../articles/two/index.html", "two"),
        ("https://dossier.example/minsk/articles/two/#a-3", "two"),
        ("http://127.0.0.1:8000/articles/two/index.html?h=x", "two"),
        ("file:///home/ada/site/articles/two/index.html", "two"),
    ],
)
def test_addresses_of_articles(source: str, article: str):
    """The editor's addresses, but for what does not tell pages apart; and pages of the dossier anywhere."""
    assert article_of(["urn:x", source], KNOWN, ["one", "two"]) == article
