"""The notes as Web Annotations: valid, true to the text, and without drafts."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from build_dossier.annotation.kinds import MOTIVATIONS, package_note_kinds
from build_dossier.build import Build, build
from build_dossier.disk import read_sources
from build_dossier.dossier import Dossier
from build_dossier.exports import OF_NOTES, schema_text
from build_dossier.exports.annotations import DOCUMENT, subject_address

STANDARD = json.loads((Path(__file__).parent / "web-annotation.schema.json").read_text(encoding="utf-8"))
CANARY = "zxcanaryzx"
SEEDS = {
    "one.txt": "Посол 🌍 прибув до Рима. Міністр прибув до Відня.\n\nУ залі було тихо.",
    "two.txt": "The envoy came to Rome.\n\nNobody met him.",
}
NOTES = f"""\
---
source_url: https://news.example/one
archive_url: https://archive.example/one
---
On the whole.

> Посол 🌍 ==прибув==

{{: kind=framing author="A. Editor" date=2025-11-30 tags="verbs, 2022" #came }}

> [[two]] came to Rome

Compare [[two]].

> прибув

{{: date=2025-11 }}

Which of them?

> цих слів немає

Gone.

> залі … тихо

{{: kind=caution }}

Abridged.

> Рима

{{: draft }}

{CANARY}
"""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    """Two articles with notes of every sort."""
    root = tmp_path_factory.mktemp("small")
    for folder, files in (("seeds", SEEDS), ("docs/annotations", {"one.md": NOTES})):
        (root / folder).mkdir(parents=True)
        for name, text in files.items():
            (root / folder / name).write_text(text, encoding="utf-8")
    return build(read_sources(root / "seeds", root / "docs", root / "state")).dossier


def collection(dossier: Dossier) -> dict[str, Any]:
    """The document as a reader of the file has it."""
    read: dict[str, Any] = json.loads(DOCUMENT.data(dossier))
    return read


def passages(annotation: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    """The targets that are passages."""
    target = annotation["target"]
    return [one for one in (target if isinstance(target, list) else [target]) if isinstance(one, dict)]


@pytest.mark.parametrize("build", ["seeds_alone", "dossier_build"])
def test_the_document_keeps_its_schema_and_the_standard(build: str, request: pytest.FixtureRequest):
    """The collection validates, with fifty notes and with none."""
    document = collection(request.getfixturevalue(build).dossier)
    own = json.loads(schema_text("annotations.schema.json"))
    for schema in (own, STANDARD):
        jsonschema.Draft202012Validator.check_schema(schema)
        jsonschema.validate(document, schema)


def test_notes_of_every_sort_keep_the_schemas(small: Dossier):
    """So do notes without a place, on two passages, on a whole article."""
    for schema in (json.loads(schema_text("annotations.schema.json")), STANDARD):
        jsonschema.validate(collection(small), schema)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"@context": ["http://www.w3.org/ns/anno.jsonld"]}, id="one context in a list"),
        pytest.param({"type": "Collection"}, id="no collection"),
        pytest.param({"total": -1}, id="fewer than none"),
        pytest.param({"first": None}, id="no page"),
        pytest.param({"first": {"id": "p", "type": "AnnotationPage", "items": []}}, id="an empty page"),
        pytest.param({"id": None}, id="without an address"),
    ],
)
def test_what_breaks_the_standard_is_refused(small: Dossier, change: dict[str, object]):
    """The schema of the standard would notice a mistake."""
    broken = {key: value for key, value in (collection(small) | change).items() if value is not None}

    assert not jsonschema.Draft202012Validator(STANDARD).is_valid(broken)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"created": "2025-11-30"}, id="a day is no moment"),
        pytest.param({"created": "2025-11-30T00:00:00+02:00"}, id="not in UTC"),
        pytest.param({"motivation": "framing"}, id="unknown motivation"),
        pytest.param({"bodyValue": "x"}, id="two ways of saying a body"),
        pytest.param({"body": [{"type": "TextualBody"}]}, id="a body that says nothing"),
        pytest.param({"target": {"selector": []}}, id="a target of nothing"),
        pytest.param({"target": {"source": "x", "selector": {"type": "TextQuoteSelector"}}}, id="an empty quotation"),
    ],
)
def test_annotations_that_break_the_standard_are_refused(small: Dossier, change: dict[str, object]):
    """So it would in a single annotation."""
    document = collection(small)
    items = document["first"]["items"]
    items[1] = items[1] | change

    assert not jsonschema.Draft202012Validator(STANDARD).is_valid(document)


def test_selectors_say_the_words_of_the_text(dossier_build: Build):
    """Positions count code points; prefix, words and suffix stand there, and nowhere else."""
    dossier = dossier_build.dossier
    texts = {linked.reading.article.id: linked.reading.article.text for linked in dossier.readings}
    items = collection(dossier)["first"]["items"]

    assert len(items) == 55
    for target in (target for item in items for target in passages(item)):
        text = texts[target["source"].split("/")[2]]
        quote, position = target["selector"]
        assert text[position["start"] : position["end"]] == quote["exact"]
        before, after = quote.get("prefix", ""), quote.get("suffix", "")
        assert text[: position["start"]].endswith(before)
        assert text[position["end"] :].startswith(after)
        assert text.count(before + quote["exact"] + after) == 1


def test_each_sort_of_note(small: Dossier):
    """Kind, tags, author, day and month, two passages, a quotation without a place: each where the model has it."""
    whole, framing, which, gone, abridged = collection(small)["first"]["items"]

    assert [item["schema:creativeWorkStatus"] for item in (whole, framing, which, gone, abridged)] == [
        "WHOLE",
        "FOUND",
        "AMBIGUOUS",
        "ORPHANED",
        "FOUND",
    ]
    assert whole["target"] == "../articles/one/index.html"
    assert framing == {
        "id": "../notes/index.html#n-came",
        "type": "Annotation",
        "motivation": "assessing",
        "creator": {"name": "A. Editor"},
        "created": "2025-11-30T00:00:00Z",
        "body": [
            {"type": "TextualBody", "value": "Compare [[two]].", "purpose": "commenting", "format": "text/markdown"},
            {"type": "TextualBody", "value": "framing", "purpose": "classifying"},
            {"type": "TextualBody", "value": "verbs", "purpose": "tagging"},
            {"type": "TextualBody", "value": "2022", "purpose": "tagging"},
        ],
        "target": [
            {
                "type": "SpecificResource",
                "source": "../articles/one/index.html",
                "via": ["https://news.example/one", "https://archive.example/one"],
                "selector": [
                    {
                        "type": "TextQuoteSelector",
                        "exact": "прибув",
                        "prefix": "Посол 🌍 ",
                        "suffix": " до Рима. Міністр прибув до Відн",
                    },
                    {"type": "TextPositionSelector", "start": 8, "end": 14},
                ],
            },
            {
                "type": "SpecificResource",
                "source": "../articles/two/index.html",
                "selector": [
                    {
                        "type": "TextQuoteSelector",
                        "exact": "came to Rome",
                        "prefix": "The envoy ",
                        "suffix": ".\n\nNobody met him.",
                    },
                    {"type": "TextPositionSelector", "start": 10, "end": 22},
                ],
            },
        ],
        "schema:creativeWorkStatus": "FOUND",
    }
    assert (which["dcterms:date"], "created" in which) == ("2025-11", False)
    assert which["target"]["selector"] == [{"type": "TextQuoteSelector", "exact": "прибув"}]
    assert gone["target"]["selector"] == [{"type": "TextQuoteSelector", "exact": "цих слів немає"}]
    assert abridged["target"]["selector"][0]["exact"] == "залі було тихо"


def test_notes_have_an_address_on_the_page_of_notes(dossier_build: Build):
    """What an annotation is called leads to the note, and what it is about to the article."""
    pages = {page.path: page.text for page in dossier_build.site.pages}

    for item in collection(dossier_build.dossier)["first"]["items"]:
        page, _, anchor = item["id"].removeprefix("../").partition("#")
        assert f"#{anchor}" in pages[page.replace(".html", ".md")]
        for target in passages(item):
            assert target["source"].removeprefix("../").replace(".html", ".md") in pages


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("000_01465673ddc29907", "../articles/000_01465673ddc29907/index.html"),
        ("alexander-lukashenko", "../people/alexander-lukashenko/index.html"),
        ("belta", "../organisations/belta/index.html"),
        ("minsk", "../places/minsk/index.html"),
        ("2025-06-20", "../dates/2025-06-20/index.html"),
        ("nobody", "../articles/nobody/index.html"),
    ],
)
def test_what_a_file_is_named_for_has_its_page(dossier_build: Build, name: str, expected: str):
    """A note on a whole is about the page of its article, its person, its place, its date."""
    assert subject_address(name, dossier_build.dossier) == expected


def test_an_event_has_a_page_or_stands_on_the_timeline(dossier_build: Build):
    """The address of an event is that of its page, or of the timeline; all keep the schema."""
    dossier = dossier_build.dossier
    schema = json.loads(schema_text("annotations.schema.json"))["$defs"]["page"]

    for event in dossier.events:
        shown = subject_address(event.id, dossier)
        assert shown.startswith("../events/" if event.has_page else "../timeline/index.html")
        jsonschema.validate(shown, schema)


def test_every_kind_has_a_motivation_of_the_standard():
    """The list of kinds and the list of the standard agree."""
    assert {kind.motivation for kind in package_note_kinds().values()} <= set(MOTIVATIONS)
    assert set(MOTIVATIONS) == set(STANDARD["$defs"]["motivation"]["enum"])


@pytest.mark.parametrize("document", OF_NOTES, ids=lambda document: document.name)
def test_no_draft_is_in_any_file(small: Dossier, document: object):
    """Not a word of a draft leaves the editor's folder."""
    data = next(one for one in OF_NOTES if one is document).data(small)

    assert CANARY.encode() not in data
    assert b"Gone." in data
