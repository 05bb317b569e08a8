"""A published page as the checks see it."""

import pytest

from build_dossier.webpage import Reference, read_page, style_urls


def urls(html: str, *, loads: bool) -> set[str]:
    """The addresses that a page fetches (or only names)."""
    return {reference.url for reference in read_page(html.encode()).references if reference.loads is loads}


@pytest.mark.parametrize(
    ("html", "words"),
    [
        pytest.param("<p>not ours</p>", "", id="no data-src"),
        pytest.param('<p data-src="0-1">a <b>b</b></p> x <p data-src="2-3">c</p>', "a b\nc", id="joined in order"),
        pytest.param('<p data-src="0-9">a<mark data-src="1-2">b</mark>c</p>', "abc", id="nested counts once"),
        pytest.param('<p data-src="0-9">a<a class="note-ref" href="#n">1</a>b</p>', "ab", id="note reference"),
        pytest.param('<p data-src="0-9">&#60;b&#62;&amp;</p>', "<b>&", id="references resolved"),
        pytest.param('<p data-src="0-9">a<!-- b --></p>', "a", id="comment"),
    ],
)
def test_words(html: str, words: str):
    """The words are those of the passages alone, without what notes add."""
    assert words == read_page(html.encode()).words


@pytest.mark.parametrize(
    ("html", "loaded"),
    [
        pytest.param('<a href="x">', set(), id="link"),
        pytest.param('<link rel="canonical" href="x"><link rel="next" href="y">', set(), id="named documents"),
        pytest.param('<blockquote cite="x">', set(), id="cite"),
        pytest.param('<link rel="stylesheet" href="x">', {"x"}, id="style sheet"),
        pytest.param('<link rel="preconnect" href="//x">', {"//x"}, id="preconnect"),
        pytest.param('<link href="x" rel="next stylesheet">', {"x"}, id="one of two relations fetches"),
        pytest.param('<img src="x" srcset="y 1x, z 2x">', {"x", "y", "z"}, id="image"),
        pytest.param('<iframe src="x"></iframe><object data="y"></object>', {"x", "y"}, id="frames"),
        pytest.param('<base href="//x">', {"//x"}, id="base"),
        pytest.param('<svg><use href="x"/><use xlink:href="y"/></svg>', {"x", "y"}, id="svg"),
        pytest.param('<p style="background: url( //x )">', {"//x"}, id="style attribute"),
    ],
)
def test_loads(html: str, loaded: set[str]):
    """What a browser fetches by itself is told from what a reader may follow."""
    assert loaded == urls(html, loads=True)


def test_redirect_is_a_link():
    """A page that leads on by itself leads somewhere, like a link."""
    html = '<meta http-equiv="Refresh" content="0; url=../b/index.html">'

    assert {"../b/index.html"} == urls(html, loads=False)


def test_targets():
    """Fragments can mean ids and named anchors, not the names of form fields."""
    page = read_page(b'<p id="p1"><a name="old"></a><input name="field"><i id=""></i></p>')

    assert {"p1", "old"} == page.targets


def test_the_editors_links_are_told_from_ours():
    """A link inside an element with data-editor is the word of the person whose file it names."""
    page = read_page(b'<a href="x"></a><div data-editor="docs/a.md"><p><a href="y"></a></p></div>')

    assert {
        Reference(url="x", loads=False, editor=None),
        Reference(url="y", loads=False, editor="docs/a.md"),
    } == page.references


@pytest.mark.parametrize("name", ["prose", "note-body"])
def test_prose_is_a_persons(name: str):
    """What stands where pages hold prose was written by a person, in whichever file."""
    page = read_page(f'<div class="x {name}"><a href="y"></a></div>'.encode())

    assert page.references == {Reference(url="y", loads=False, editor="")}


def test_style_sheets():
    """Imports and addresses of a style sheet are found."""
    assert list(style_urls('@import "a.css"; p { x: url(b.png); y: url( "//c" ) }')) == ["a.css", "b.png", "//c"]
    assert list(style_urls("@import url(https://a.b/c.css);@import URL('d.css')")) == ["https://a.b/c.css", "d.css"]
