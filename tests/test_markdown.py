"""Source text is data: it renders to itself, whatever it holds and whatever is woven into it."""

import json
import unicodedata

import markdown as python_markdown
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from build_dossier.markdown import (
    LinkMark,
    Markdown,
    NoteMark,
    TimeMark,
    escape,
    escape_line,
    inert_json,
    plain_html,
    weave,
)
from build_dossier.text.span import Span

EXTENSIONS = ["attr_list", "md_in_html", "tables", "toc", "footnotes", "abbr", "def_list", "admonition", "smarty"]


def bare(text: str) -> str:
    """The characters that count: no white space, no controls."""
    return "".join(c for c in text if not c.isspace() and unicodedata.category(c) != "Cc")


def rendered(source: str) -> LexborHTMLParser:
    """The HTML of Markdown with every extension that could take a source's words for markup."""
    return LexborHTMLParser(python_markdown.markdown(source, extensions=EXTENSIONS))


def words(source: str) -> str:
    """The text of rendered Markdown."""
    body = rendered(source).body
    return body.text() if body is not None else ""


texts = st.text(st.characters(codec="utf-8"), max_size=80) | st.text(
    "аб .,-_*#[](){}<>&!`'\"\\|~^:=+1/\n\t\u00a0", max_size=60
)


@pytest.mark.parametrize(
    "plain",
    [
        pytest.param("Він сказав, що поїде до Мінська.", id="sentence"),
        pytest.param("президент України? так; ні! добре", id="stops"),
        pytest.param("американсько-білоруських 2020-х", id="hyphens"),
    ],
)
def test_ordinary_words_stay_readable(plain: str):
    """Letters, stops after words and hyphens inside words are written as they are."""
    assert escape(plain) == plain


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        pytest.param("1. перший", "ol", id="ordered-list"),
        pytest.param("- пункт", "ul", id="bullet"),
        pytest.param("# слово", "h1", id="heading"),
        pytest.param("слово\n===", "h1", id="setext"),
        pytest.param("> слово", "blockquote", id="quote"),
        pytest.param("    код", "pre", id="indent"),
        pytest.param("*слово*", "em", id="emphasis"),
        pytest.param("<b>слово</b>", "b", id="html"),
        pytest.param("[а](б)", "a", id="link"),
        pytest.param("<https://example.org>", "a", id="autolink"),
        pytest.param("слово  \nслово", "br", id="hard-break"),
        pytest.param("| а | б |\n|---|---|\n| 1 | 2 |", "table", id="table"),
        pytest.param('!!! note "слово"\n', "div", id="admonition"),
    ],
)
def test_markup_in_a_source_makes_no_element(text: str, tag: str):
    """What would be markup unescaped is text once escaped."""
    assert rendered(text).css_first(tag) is not None
    assert rendered(escape(text)).css_first(tag) is None
    assert bare(words(escape(text))) == bare(text)


@given(texts)
@example("КЛ\x02wzxhzdk:0\x03")
@example("a\u2028b\x85c")
def test_escaped_text_renders_to_itself(text: str):
    """Any text whatever comes out of a paragraph as it went in."""
    assert bare(words("x" + escape(text) + "x")) == bare("x" + text + "x")


@given(texts)
def test_escaped_lines_are_headings_of_one_line(text: str):
    """Any text whatever fits in a heading."""
    page = rendered("# x" + escape_line(text))
    assert bare(page.body.text()) == bare("x" + text)
    assert page.css_first("h1") is not None


@given(texts)
def test_titles_are_inert_in_html(text: str):
    """A title put into HTML without further escaping makes no element."""
    page = LexborHTMLParser(f'<title>{plain_html(text)}</title><p title="{plain_html(text)}">x</p>')
    assert page.body.text() == "x"


@st.composite
def woven(draw: st.DrawFn) -> tuple[str, list[LinkMark], list[NoteMark]]:
    """A text with disjoint links and any notes."""
    text = draw(st.text("абвг .-<*", min_size=1, max_size=40))
    edges = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    links = [
        LinkMark(start=a, end=b, href="x.md", attributes=f"#m-{a}")
        for a, b in zip(edges[::2], edges[1::2], strict=False)
        if text[a:b].strip() == text[a:b] != ""
    ]
    pairs = draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))), max_size=4))
    notes = [
        NoteMark(start=min(p), end=max(p), note=f"n{i}", anchor=f"n{i}", number=i, opens=True, closes=True)
        for i, p in enumerate(pairs)
        if p[0] != p[1]
    ]
    return text, links, notes


@given(st.text())
@example("</script><script>x</script><!--<script>")
@example("\x02wzxhzdk:0\x03 {: #a } {{ x }} \x85\u2028 [a](b)\n\n# c")
def test_data_in_a_page_stays_what_it_is(text: str):
    """Whatever a string holds, a script element gives it back, and nothing but the element is made."""
    page = rendered(f'a\n\n<script type="application/json">{inert_json([text])}</script>\n')
    (script,) = page.css("script")

    assert json.loads(script.text()) == [text]
    assert page.body is not None
    assert [node.tag for node in page.body.css("*")] == ["body", "p", "script"]


@given(woven())
def test_marks_taken_away_give_the_text_back(case: tuple[str, list[LinkMark], list[NoteMark]]):
    """Weaving adds links and marks, and neither adds nor loses a word."""
    text, links, notes = case

    page = rendered("x" + weave(text, Span(start=0, end=len(text)), links, notes) + "x")

    assert len(page.css("a[href='x.md']")) == len(links)
    assert {mark.attributes["id"] for mark in page.css("[id^=a-]")} == {f"a-{note.note}" for note in notes}
    references = page.css("a.note-ref")
    assert sorted(r.text() for r in references) == sorted(str(note.number) for note in notes)
    for reference in references:
        reference.decompose()
    assert bare(page.body.text()) == bare("x" + text + "x")


@given(woven(), st.integers(0, 30), st.integers(1, 10))
def test_a_time_adds_no_word(case: tuple[str, list[LinkMark], list[NoteMark]], start: int, length: int):
    """A time is marked beside links and within notes, and neither adds nor loses a word."""
    text, links, notes = case
    time = TimeMark(start=start, end=min(len(text), start + length), value="2025-06-20", title=Markdown("20 June 2025"))
    times = [time] if time.start < time.end else []

    page = rendered("x" + weave(text, Span(start=0, end=len(text)), links, notes, times) + "x")

    assert len(page.css("#t-" + str(start))) <= 1
    for reference in page.css("a.note-ref"):
        reference.decompose()
    assert bare(page.body.text()) == bare("x" + text + "x")


TIMES = [
    pytest.param(
        "2025-06-20",
        '<time id="t-0" class="time" data-edtf="2025-06-20" title="x" datetime="2025-06-20">',
        id="a day",
    ),
    pytest.param(
        "2025-06", '<time id="t-0" class="time" data-edtf="2025-06" title="x" datetime="2025-06">', id="a month"
    ),
    pytest.param(
        "2022-21", '<span id="t-0" class="time" data-edtf="2022-21" title="x">', id="a season is no HTML date"
    ),
]


@pytest.mark.parametrize(("value", "opening"), TIMES)
def test_a_time_is_an_html_date_only_where_html_knows_it(value: str, opening: str):
    """The EDTF value is always there; the attribute for machines holds what HTML allows."""
    time = TimeMark(start=0, end=5, value=value, title=Markdown("x"))

    assert weave("вчора", Span(start=0, end=5), [], [], [time]).startswith(opening)


def test_a_note_that_ends_inside_a_link_is_cut_there():
    """A mark that crosses a link's edge becomes two segments, and the link stays whole."""
    text = "сказав Кіт Келлог учора"
    link = LinkMark(start=7, end=17, href="k.md", attributes=".mention")
    note = NoteMark(start=0, end=10, note="a1", anchor="a1", number=1, opens=True, closes=True)

    assert weave(text, Span(start=0, end=len(text)), [link], [note]) == Markdown(
        '<span id="a-a1"></span><mark class="note-mark" aria-details="n-a1">сказав </mark>'
        '[<mark class="note-mark" aria-details="n-a1">Кіт</mark> Келлог](k.md){: .mention }'
        '<a class="note-ref" role="doc-noteref" data-search-ignore="all" href="#n-a1">1</a> учора'
    )
