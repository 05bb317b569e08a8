"""YAML and front matter as an editor means them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_dossier.strict_yaml import (
    MAX_LENGTH,
    FrontMatter,
    YamlError,
    mended_front_matter,
    read_front_matter,
    read_yaml,
)


@pytest.mark.parametrize("value", ["No", "yes", "010", "2025-06-21", "1e3", "0x1F", "12:30", "true", "3.0", ".inf"])
def test_scalars_stay_strings(value: str):
    """Nothing that an editor writes becomes a number, a date or a truth value."""
    assert read_yaml(f"key: {value}").data["key"] == value


@pytest.mark.parametrize("value", ["", "~", "null"])
def test_no_value_is_none(value: str):
    """A key without a value says nothing; in quotes the same signs are words."""
    assert read_yaml(f"key: {value}").data["key"] is None
    assert read_yaml(f"key: '{value}'").data["key"] == value


def test_lists_and_mappings():
    """Values nest; lists become tuples."""
    document = read_yaml("labels:\n  uk: Відень\naliases: [Вена, Wien]\n")

    assert document.data == {"labels": {"uk": "Відень"}, "aliases": ("Вена", "Wien")}


def test_lines_of_keys_and_items():
    """Every key and list item knows its line; what is inside takes the line around it."""
    document = read_yaml("a: 1\n\nlabels:\n  uk: Відень\naliases:\n  - Вена\n  - Wien\n", first_line=10)

    assert document.line("a") == 10
    assert document.line("labels", "uk") == 13
    assert document.line("aliases", "1") == 16
    assert document.line("labels", "ru") == 12
    assert document.line("nothing") is None


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        pytest.param("a: 1\nb: 2\na: 3\n", 3, "“a” stands twice, first on line 1", id="repeated key"),
        pytest.param("a: 1\nb:\n  c: 2\n  c: 3\n", 4, "“c” stands twice", id="repeated key further in"),
        pytest.param("a: &x 1\nb: *x\n", 2, "anchors are not used here", id="anchor"),
        pytest.param("- a\n- b\n", 1, "expected `key: value` lines", id="list"),
        pytest.param("a: [1\nb: 2\n", 2, "not valid YAML", id="unclosed bracket"),
        pytest.param("a: 1\n b: 2\n", 2, "not valid YAML", id="indentation"),
        pytest.param("? [a]\n: 1\n", 1, "a key must be a plain word", id="key that is a list"),
        pytest.param("a: " + "[" * 9 + "]" * 9, 1, "nested too deeply", id="depth"),
        pytest.param("a: " + "[" * 3000, 1, "not valid YAML", id="depth beyond recursion"),
        pytest.param("a: \x00", 1, "not valid YAML", id="control character"),
    ],
)
def test_refused(text: str, line: int, words: str):
    """What cannot be used is refused, with the line that shows why."""
    with pytest.raises(YamlError) as caught:
        read_yaml(text)

    assert words in caught.value.message
    assert caught.value.line == line


def test_an_empty_document_is_an_empty_mapping():
    """Nothing but comments says nothing."""
    assert read_yaml("# nothing\n").data == {}


@pytest.mark.parametrize(
    ("text", "line", "body", "body_line"),
    [
        pytest.param("---\na: 1\n---\nПроза\n", 2, "Проза\n", 4, id="plain"),
        pytest.param("---\n\n\na: 1\n---\n\nПроза\n", 4, "Проза\n", 7, id="empty lines"),
        pytest.param("\ufeff---\na: 1\n---\nПроза\n", 2, "Проза\n", 4, id="byte order mark"),
        pytest.param("---\r\na: 1\r\n---\r\nПроза\r\n", 2, "Проза\r\n", 4, id="CRLF"),
        pytest.param("--- \na: 1\n-----\nПроза\n", 2, "Проза\n", 4, id="longer fences"),
    ],
)
def test_front_matter(text: str, line: int, body: str, body_line: int):
    """Front matter and body come apart, and both know their lines."""
    front = read_front_matter(text)

    assert front.data == {"a": "1"}
    assert front.line("a") == line
    assert front.body.lstrip() == body
    assert front.body_line + front.body.count("\n", 0, front.body.index("Проза")) == body_line


def test_no_front_matter():
    """A text without front matter is all body, from line 1."""
    assert read_front_matter("Проза\n---\n") == FrontMatter(data={}, body="Проза\n---\n", body_line=1)


def test_front_matter_that_is_never_closed():
    """A front matter without an end is refused at its beginning."""
    with pytest.raises(YamlError, match="not closed") as caught:
        read_front_matter("---\ntitle: Новини\n")

    assert caught.value.line == 1


@pytest.mark.parametrize(
    ("text", "data", "body", "body_line"),
    [
        pytest.param("---\na: [\n---\n> слова\n", {}, "> слова\n", 4, id="closed"),
        pytest.param("---\ntitle: a\n\nПроза\n> слова\n", {}, "\nПроза\n> слова\n", 3, id="up to the empty line"),
        pytest.param("---\ntitle: a\n> слова\n", {}, "> слова\n", 3, id="up to the quotation"),
        pytest.param("---\n\na: 1\n\nПроза", {}, "\nПроза", 4, id="empty lines first"),
        pytest.param("---\na: [\ndraft: true\n---\nx", {"draft": "true"}, "x", 5, id="a draft"),
        pytest.param("---", {}, "", 2, id="nothing else"),
    ],
)
def test_mended_front_matter(text: str, data: dict[str, str], body: str, body_line: int):
    """Of what cannot be read the body is kept, and whether it is a draft."""
    assert mended_front_matter(text) == FrontMatter(data=data, body=body, body_line=body_line)


@given(st.text())
def test_any_text_is_read_or_refused_with_a_line_that_it_has(text: str):
    """Whatever stands in a file, it is read or refused; nothing else is raised."""
    for read in (read_yaml, read_front_matter):
        line = 1
        try:
            read(text)
        except YamlError as error:
            line = error.line
        assert 1 <= line <= len(text.splitlines()) + 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("a: " + "x" * MAX_LENGTH, "longer than", id="size"),
        pytest.param("a: " + "[" * 12 + "]" * 12, "nested too deeply", id="depth"),
        pytest.param("a: " + "[" * 100_000, "not valid YAML", id="depth without an end"),
        pytest.param("a: " + "{b: " * 40_000, "not valid YAML", id="mappings without an end"),
        pytest.param("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]", "anchors", id="a billion laughs"),
        pytest.param("a: *unknown", "anchors", id="an alias of nothing"),
    ],
)
def test_documents_beyond_the_limits_are_refused(text: str, message: str):
    """Size, depth and anchors are bounded, and what exceeds them is one line."""
    with pytest.raises(YamlError, match=message) as refused:
        read_yaml(text)

    assert refused.value.line >= 1
    assert "\n" not in refused.value.message
