"""The editor's prose as HTML that cannot do harm."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from build_dossier.clean_html import ELEMENTS, clean, safe_href
from build_dossier.prose import Destination, render_note, render_prose

FRAME = {"html", "head", "body"}


def resolve(target: str) -> Destination | None:
    """Two pages that links can lead to."""
    pages = {
        "wien": Destination(href="../wien/index.html", title='Wien & <b>"Prater"</b>', kind="article"),
        "jane": Destination(href="../../people/jane/index.html", title="Jane {{ Doe }}", kind="people"),
    }
    return pages.get(target)


def assert_harmless(html: str) -> None:
    """Only known elements and attributes; addresses on the web or here; nothing for a template."""
    for node in LexborHTMLParser(html).root.traverse():
        if node.tag in FRAME:
            continue
        assert node.tag in ELEMENTS
        allowed = ELEMENTS[node.tag] | ({"rel"} if node.tag == "a" else set())
        assert set(node.attributes) <= allowed
        href = node.attributes.get("href")
        assert href is None or safe_href(href) == href
    assert not {"{", "}"}.intersection(html)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        pytest.param("Слова *і* **слова**.", "<p>Слова <em>і</em> <strong>слова</strong>.</p>", id="emphasis"),
        pytest.param("- а\n- б", "<ul>\n<li>а</li>\n<li>б</li>\n</ul>", id="list"),
        pytest.param("3. а", '<ol start="3">\n<li>а</li>\n</ol>', id="numbered list"),
        pytest.param("```\n<b>\n```", "<pre><code>&lt;b&gt;\n</code></pre>", id="code"),
        pytest.param("a & b < c", "<p>a &amp; b &lt; c</p>", id="signs"),
        pytest.param(
            '[вебсайт](https://a.example/?b=1&c=2 "Титул")',
            '<p><a href="https://a.example/?b=1&amp;c=2" title="Титул" rel="noopener noreferrer">вебсайт</a></p>',
            id="link to the web",
        ),
        pytest.param("[тут](../wien/#p4)", '<p><a href="../wien/#p4">тут</a></p>', id="link here"),
        pytest.param("![Мапа](https://a.example/map.png)", "<p>Мапа</p>", id="image"),
        pytest.param(
            "[[jane|вона]]", '<p><a href="../../people/jane/index.html" class="to-people">вона</a></p>', id="link by id"
        ),
        pytest.param(
            "[[wien]]",
            '<p><a href="../wien/index.html" class="to-article">'
            "Wien &amp; &lt;b&gt;&quot;Prater&quot;&lt;/b&gt;</a></p>",
            id="title of the target",
        ),
        pytest.param("[[rome|Рим]] і [[rome]]", "<p>Рим і rome</p>", id="link by id to nowhere"),
        pytest.param("`[[wien]]`", "<p><code>[[wien]]</code></p>", id="link in code"),
        pytest.param(
            "[[wien|*Відень*]]",
            '<p><a href="../wien/index.html" class="to-article">*Відень*</a></p>',
            id="text of a link is plain",
        ),
    ],
)
def test_prose(text: str, html: str):
    """Markdown becomes the HTML it means."""
    assert render_prose(text, resolve) == html
    assert_harmless(html)


HOSTILE = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<img src=x onerror=alert(1)>",
    '<img src="x" onerror="alert(1)"',
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<a href='javascript:alert(1)'>x</a>",
    "<div onclick=alert(1)>\n\n> x\n\n</div>",
    "<style>body{display:none}</style>",
    "<!-- x --><b onmouseover=alert(1)>x</b>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php echo 1 ?>",
    "<base href=//evil.example>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "</p></div></body><script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](java&#x0A;script:alert(1))",
    "[x](java&Tab;script:alert(1))",
    "[x](\x01javascript:alert(1))",
    "[x](<java\tscript:alert(1)>)",
    "[x](\u200bjavascript:alert(1))",
    "[x](vbscript:msgbox(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](//evil.example)",
    "[x](\\\\evil.example)",
    "[x](/\\evil.example)",
    '[x](http://a.example/" onmouseover="alert(1))',
    "[x](http://a.example 'a\" onmouseover=\"alert(1)')",
    "[x][r]\n\n[r]: javascript:alert(1)",
    "[r]\n\n[r]: data:text/html,x 'y'",
    "<javascript:alert(1)>",
    '<http://a.example/"onmouseover=alert(1)>',
    "<mailto:a@b.example>",
    "<a@b.example>",
    "![x](javascript:alert(1))",
    "![x](http://evil.example/x.png)",
    '![x"onerror=alert(1)](x)',
    "![x][i]\n\n[i]: http://evil.example/x.png",
    "{{ config }} {% for x in y %} {# z #}",
    "[{{ x }}]({{ y }})",
    "``` {onclick=alert(1)}\nx\n```",
    '``` x" onclick=alert(1)\nx\n```',
    "# x {onclick=alert(1)}",
    "x\n{: onclick=alert(1) }",
    "[[wien|<script>alert(1)</script>]]",
    "[[<img src=x onerror=alert(1)>]]",
    "[a [[wien]] b](http://a.example)",
    "[![x](y)](javascript:alert(1))",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "\u0002wzxhzdk:0\u0003 \u0002amp\u0003",
    "| a | <script> |\n|---|---|\n| [x](javascript:1) | b |",
    "*[x](javascript:alert(1)",
    "> " * 200 + "x",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_prose_is_harmless(text: str):
    """Whatever an editor pastes, nothing runs, nothing loads, nothing leaves its element."""
    for html in (render_note(text, resolve), render_prose(text, resolve)):
        assert_harmless(html)


@given(st.text(alphabet=st.sampled_from("<>[]()!\"'&;:#*_`~-=|{}\\/ \n\tajvscriptx10"), max_size=80))
def test_any_prose_is_harmless(text: str):
    """No combination of signs makes an element or an address that is not known."""
    assert_harmless(render_note(text, resolve))


@pytest.mark.parametrize("text", ["# Заголовок", "Заголовок\n====="])
def test_a_note_has_no_headings(text: str):
    """A heading in a note is bold, for the page's headings are not the note's; in prose it is one level down."""
    assert render_note(text, resolve) == "<p><strong>Заголовок</strong></p>"
    assert render_prose(text, resolve) == "<h2>Заголовок</h2>"


def test_a_note_does_not_reach_the_next():
    """References of one note are unknown to another, and what one leaves open is closed."""
    render_note("[r]: https://a.example\n\n<div>", resolve)

    assert render_note("[x][r]", resolve) == "<p>[x][r]</p>"


def test_prose_nested_beyond_recursion_is_shown_as_typed():
    """Nothing that an editor types stops a build."""
    assert_harmless(render_note("- " * 2000 + "x", resolve))
    assert_harmless(render_note("*a **b " * 2000, resolve))


@pytest.mark.parametrize(
    ("html", "cleaned"),
    [
        pytest.param("<p>a", "<p>a</p>", id="left open"),
        pytest.param("</p>a</b>", "a", id="closed without being opened"),
        pytest.param("<p><em>a</p>b</em>", "<p><em>a</em></p>b", id="crossed"),
        pytest.param("<u>a</u>", "a", id="unknown element"),
        pytest.param("<script>a</script>b", "b", id="script goes with its content"),
        pytest.param("<p class=x id=y>a</p>", "<p>a</p>", id="unknown attributes"),
        pytest.param("<ol start='1;x'></ol>", "<ol></ol>", id="attribute of another kind"),
        pytest.param(
            "<a href='http://a.example'>a<a href='b'>c</a>d</a>",
            '<a href="http://a.example" rel="noopener noreferrer">acd</a>',
            id="link in a link",
        ),
        pytest.param("<!-- a --><!DOCTYPE b><?c?>d", "d", id="comments and declarations"),
    ],
)
def test_clean(html: str, cleaned: str):
    """Known elements stay, all else becomes its text, and everything is closed."""
    assert clean(html) == cleaned


@pytest.mark.parametrize(
    "href", ["", " ", "javascript:1", "a:b", "mailto:a@b", "//a", "\\\\a", "data:,", "x\n:y", "\x00ftp://a"]
)
def test_no_safe_href(href: str):
    """An address of another scheme, or of another host without one, is none."""
    assert safe_href(href) is None


@pytest.mark.parametrize("href", ["http://a", "HTTPS://a/b:c", "../a", "a/b:c", "#a:b", "?a=b:c", "/a"])
def test_safe_href(href: str):
    """Addresses on the web and here stay as they are."""
    assert safe_href(href) == href


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[" * 200_000, id="brackets"),
        pytest.param("![" * 100_000, id="pictures"),
        pytest.param("[a](" * 50_000, id="links"),
        pytest.param("- " * 100_000, id="lists in a line"),
        pytest.param("\n- " * 70_000, id="a long list"),
        pytest.param("[" * 19_000, id="brackets of a length that is read"),
    ],
)
def test_prose_that_would_take_too_long_is_shown_as_typed(text: str):
    """Nothing of it is lost, and it is no markup."""
    html = render_note(text, lambda _: None)

    assert html.startswith("<p>")
    assert html.count("<") == 2
