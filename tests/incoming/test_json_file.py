"""Files of annotations: what is read, and one line for what is not."""

import json

import pytest

from build_dossier.incoming.json_file import IncomingFile, read_incoming

H = {"id": "a1", "uri": "https://x.example/", "text": "Words.", "target": [{"source": "https://x.example/"}]}
W = {"id": "https://w.example/1", "type": "Annotation", "bodyValue": "Words.", "target": "https://x.example/"}
PAGE = {"id": "p", "type": "AnnotationPage", "items": [W]}
COLLECTION = {"@context": "http://www.w3.org/ns/anno.jsonld", "id": "c", "type": "AnnotationCollection", "total": 1}


def read(value: object) -> IncomingFile:
    """What a JSON value holds."""
    return read_incoming(json.dumps(value).encode(), "a.json")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        pytest.param(b"", "not JSON: Expecting value", id="nothing"),
        pytest.param(b"\xff\xfe{}", "not UTF-8", id="another encoding"),
        pytest.param(b'{"rows": [', "not JSON: Expecting value", id="half a file"),
        pytest.param(b"[" * 100_000, "nested too deeply", id="nested"),
        pytest.param(b'{"rows": [NaN]}', "NaN is no number", id="no JSON number"),
        pytest.param(b"9" * 10_000, "not JSON: Exceeds the limit", id="a number without end"),
        pytest.param(b"{}", "annotation 1 is neither", id="an empty object"),
        pytest.param(b"null", "annotation 1 is neither", id="null"),
        pytest.param(b"[]", "no annotation is in it", id="an empty list"),
        pytest.param(b'{"rows": []}', "no annotation is in it", id="no rows"),
        pytest.param(b'{"type": "AnnotationCollection", "total": 0}', "no annotation is in it", id="empty collection"),
        pytest.param(b'{"type": "AnnotationCollection", "first": "p1"}', "more annotations are at p1", id="elsewhere"),
        pytest.param(b'{"rows": [1, "x"]}', "annotation 1 is neither", id="rows that are none"),
        pytest.param(b'[[[[[[[{"uri": "x"}]]]]]]]', "annotation 1 is neither", id="lists in lists"),
        pytest.param(b'{"type": {"a": 1}, "target": 3}', "annotation 1 is neither", id="a type that is none"),
    ],
)
def test_what_is_no_annotation(data: bytes, message: str):
    """Whatever the bytes, a line says what is wrong, and nothing is read."""
    found = read_incoming(data, "a.json")

    assert found.annotations == ()
    assert found.problems[0].file == "a.json"
    assert message in found.problems[0].message
    assert all("\n" not in str(problem) and len(str(problem)) < 200 for problem in found.problems)


@pytest.mark.parametrize(
    ("value", "count"),
    [
        pytest.param(H, 1, id="one of Hypothesis"),
        pytest.param({"total": 1, "rows": [H], "replies": [{**H, "id": "a2"}]}, 2, id="answer of its search"),
        pytest.param({"export_date": "x", "annotations": [H, {**H, "id": "a2"}]}, 2, id="its export"),
        pytest.param([H, H], 1, id="the same twice"),
        pytest.param(W, 1, id="a Web Annotation"),
        pytest.param({**W, "type": ["Annotation", "x"]}, 1, id="of several types"),
        pytest.param({"@id": "x", "@type": "oa:Annotation", "target": "y"}, 1, id="with other keys"),
        pytest.param(PAGE, 1, id="a page"),
        pytest.param({**COLLECTION, "first": PAGE}, 1, id="a collection"),
        pytest.param([H, {**COLLECTION, "first": PAGE}], 2, id="a list of both"),
    ],
)
def test_every_shape(value: object, count: int):
    """What programs write is read, alone and in lists."""
    found = read(value)

    assert found.problems == ()
    assert len(found.annotations) == count


def test_a_page_that_goes_on_elsewhere():
    """What is there is read; that there is more is told, and nothing is fetched."""
    found = read({**PAGE, "next": "https://w.example/p2"})

    assert len(found.annotations) == 1
    assert [str(problem) for problem in found.problems] == [
        "a.json: more annotations are at https://w.example/p2 (fetch it, and import it too)"
    ]
