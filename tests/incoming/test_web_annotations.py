"""Annotations of the Web Annotation Data Model."""

import pytest

from build_dossier.incoming.web_annotation import note_id, read
from build_dossier.text.locate import TextQuoteSelector

QUOTE = {"type": "TextQuoteSelector", "exact": "прибув"}


@pytest.mark.parametrize(
    ("body", "words", "tags", "classes"),
    [
        pytest.param([], "", (), (), id="none"),
        pytest.param({"type": "TextualBody", "value": "Слова."}, "Слова.", (), (), id="text"),
        pytest.param(
            [{"type": "TextualBody", "value": "a"}, {"type": "TextualBody", "value": "b", "purpose": "replying"}],
            "a\n\nb",
            (),
            (),
            id="two texts",
        ),
        pytest.param({"type": "TextualBody", "value": "x", "purpose": "tagging"}, "", ("x",), (), id="tag"),
        pytest.param({"type": "TextualBody", "value": "x", "purpose": "classifying"}, "", (), ("x",), id="class"),
        pytest.param(
            {"type": "TextualBody", "value": "<p>a &amp; b<br>c</p><p>d</p>", "format": "text/html"},
            "a & b\nc\n\nd",
            (),
            (),
            id="HTML",
        ),
        pytest.param("https://w.example/x", "<https://w.example/x>", (), (), id="an address"),
        pytest.param("javascript:alert(1)", "javascript:alert(1)", (), (), id="an address of no page"),
        pytest.param(
            {"id": "https://w.example/a.mp3", "type": "Sound"}, "<https://w.example/a.mp3>", (), (), id="a sound"
        ),
        pytest.param(
            {"type": "Choice", "items": [{"type": "TextualBody", "value": "a"}, {"type": "TextualBody", "value": "b"}]},
            "a",
            (),
            (),
            id="a choice",
        ),
        pytest.param([1, None, {"type": "TextualBody", "value": 3}], "", (), (), id="no bodies"),
    ],
)
def test_bodies(body: object, words: str, tags: tuple[str, ...], classes: tuple[str, ...]):
    """Prose, tags and classes by their purpose; what lies elsewhere is an address."""
    found = read({"type": "Annotation", "id": "x", "target": "y", "body": body})

    assert (found.body, found.tags, found.classes) == (words, tags, classes)


@pytest.mark.parametrize(
    ("creator", "author"),
    [
        pytest.param(None, None, id="nobody"),
        pytest.param("https://w.example/ada", "https://w.example/ada", id="an address"),
        pytest.param({"id": "https://w.example/ada", "name": "Ada"}, "Ada", id="a name"),
        pytest.param([{"nickname": "ada"}, {"name": "Bo"}], "ada", id="several"),
        pytest.param(7, None, id="a number"),
    ],
)
def test_creators(creator: object, author: str | None):
    """The first agent, by name where there is one."""
    assert read({"type": "Annotation", "target": "y", "creator": creator}).author == author


@pytest.mark.parametrize(
    ("change", "date"),
    [
        pytest.param({}, None, id="none"),
        pytest.param({"created": "2025-11-30T12:00:00Z"}, "2025-11-30", id="a moment"),
        pytest.param({"created": "2025-13-30T12:00:00Z"}, None, id="no day"),
        pytest.param({"dcterms:date": "2025-11/2025-12"}, "2025-11/2025-12", id="an interval"),
        pytest.param({"dcterms:date": "soon"}, None, id="no date"),
    ],
)
def test_dates(change: dict[str, object], date: str | None):
    """A day, or what else the editor's dates can be."""
    assert read({"type": "Annotation", "target": "y", **change}).date == date


def test_selectors_that_refine_one_another():
    """The words within a paragraph are the words that are meant."""
    selector = {"type": "FragmentSelector", "value": "p5", "refinedBy": [QUOTE, {"type": "CssSelector", "value": "b"}]}
    (target,) = read({"type": "Annotation", "target": {"source": "x", "selector": selector}}).targets

    assert target.quote == TextQuoteSelector(exact="прибув")


def test_selectors_without_end():
    """Nesting that no annotation has is not followed."""
    selector: dict[str, object] = dict(QUOTE)
    for _ in range(200):
        selector = {"type": "FragmentSelector", "refinedBy": selector}
    (target,) = read({"type": "Annotation", "target": {"source": "x", "selector": selector}}).targets

    assert target.quote is None


def test_ids_are_kept_or_made_of_the_address():
    """A note of this program's keeps its id wherever the site stood; others get one that stays the same."""
    assert note_id("../notes/index.html#n-came") == "came"
    assert note_id("https://dossier.example/minsk/notes/index.html#n-239a6919") == "239a6919"
    assert note_id("https://w.example/1") == note_id("https://w.example/1") != note_id("https://w.example/2")
    assert read({"type": "Annotation", "target": "a"}).id != read({"type": "Annotation", "target": "b"}).id


def test_an_answer():
    """What replies to an annotation names it."""
    found = read({"type": "Annotation", "id": "b", "motivation": "replying", "target": "https://w.example/1"})

    assert found.parent == note_id("https://w.example/1")
