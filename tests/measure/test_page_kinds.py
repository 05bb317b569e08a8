"""Kinds of pages, as the pages say."""

from pathlib import Path

from build_dossier.measure.page_kinds import kinds_of_pages

PAGE = '<article class="md-typeset dossier dossier--{}">{}</article>'


def test_a_kind_of_page_is_shown_by_its_longest(tmp_path: Path):
    """What the theme calls the page; assets and what only leads on are none, nor is a page of no kind."""
    pages = {
        "": PAGE.format("front", "x"),
        "people/": PAGE.format("people-index", "x"),
        "people/a/": PAGE.format("people", "x"),
        "people/b/": PAGE.format("people", "xx"),
        "people/c/": PAGE.format("people", "xxx") + '<meta http-equiv="refresh">',
        "assets/x/": PAGE.format("asset", "x"),
        "other/": "x",
    }
    for path, text in pages.items():
        (tmp_path / path).mkdir(exist_ok=True, parents=True)
        (tmp_path / path / "index.html").write_text(text)
    (tmp_path / "404.html").write_text(PAGE.format("page", "x"))

    assert kinds_of_pages(tmp_path) == {
        "404": "404.html",
        "front": "index.html",
        "people": "people/b/index.html",
        "people-index": "people/index.html",
    }
