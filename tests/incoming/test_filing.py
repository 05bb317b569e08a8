"""Annotations become notes: each once, at its words, and nothing else changes."""

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_dossier.annotation import Note, read_annotations
from build_dossier.annotation.anchor import anchor
from build_dossier.annotation.attributes import Attributes
from build_dossier.annotation.kinds import package_note_kinds
from build_dossier.annotation.signing import SIGNED
from build_dossier.annotation.writing import Quotation, quoted, write_note
from build_dossier.article.seed import read_seeds
from build_dossier.build import build
from build_dossier.disk import read_sources
from build_dossier.dossier import Dossier, SeedFile, TextFile
from build_dossier.exports.annotations import DOCUMENT
from build_dossier.incoming.filing import Filing, Wishes, file_notes
from build_dossier.incoming.json_file import read_incoming
from build_dossier.text.locate import searchable
from build_dossier.text.span import Span

ONE = "Посол 🌍 прибув до Рима. Міністр прибув до Відня.\n\nУ залі було тихо. Посол 🌍 прибув до Рима."
TWO = "The envoy came to Rome.\n\nNobody met him."
SEEDS = read_seeds([("one.txt", ONE.encode()), ("two.txt", TWO.encode())])[0]
KINDS = package_note_kinds().keys()
URL = "https://news.example/one"
FRONT = TextFile(path="docs/annotations/one.md", text=f"---\nsource_url: {URL}\n---\n")


def row(name: str, exact: str | None, text: str = "Слова.", **more: object) -> dict[str, object]:
    """An annotation as Hypothesis gives it."""
    selector = [] if exact is None else [{"type": "TextQuoteSelector", "exact": exact}]
    return {"id": name, "uri": URL, "text": text, "target": [{"source": URL, "selector": selector}], **more}


def filed(value: object, *files: TextFile, **wishes: Any) -> Filing:
    """What comes of importing a JSON value."""
    read = read_incoming(json.dumps(value).encode(), "a.json")
    assert read.problems == ()
    return file_notes(read.annotations, Wishes(file="a.json", **wishes), seeds=SEEDS, files=files, kinds=KINDS)


def after(filing: Filing, *files: TextFile) -> tuple[TextFile, ...]:
    """The editor's files once the additions are written."""
    texts = {file.path: file.text for file in files}
    for stub in filing.stubs:
        assert texts.get(stub.path) == stub.after
        texts[stub.path] = texts.get(stub.path, "") + stub.text
    return tuple(TextFile(path=path, text=text) for path, text in texts.items())


def notes(*files: TextFile) -> Sequence[Note]:
    """The notes of the editor's files, in which nothing is wrong."""
    read = read_annotations([(file.path, file.text) for file in files], SEEDS, KINDS)
    assert [problem for problem in read.problems if problem.code != "quote-without-note"] == []
    return read.notes


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        pytest.param([row("a", "цих слів немає")], "a: its words are not in one", id="nowhere"),
        pytest.param([row("a", "Посол 🌍 прибув до Відня")], "are not in one; the nearest are “", id="nearly"),
        pytest.param([row("a", "прибув")], "a: its words stand 3 times in one", id="in several places"),
        pytest.param([{**row("a", "x"), "target": [], "uri": "https://x.example"}], "1 of https://x.ex", id="where"),
        pytest.param([row("a", "тихо", "")], "1 without a word or a tag", id="a highlight"),
        pytest.param([row("a", "тихо", references=["b"])], "neither in the file nor in the dossier (1)", id="answer"),
        pytest.param(
            [{"type": "Annotation", "target": [URL, URL, URL], "bodyValue": "x"}], "about 3 things", id="three things"
        ),
        pytest.param(
            [{"type": "Annotation", "target": {"source": URL, "selector": {"type": "TextPositionSelector", "start": 1,
              "end": 4}}, "bodyValue": "x"}],
            "its offsets are those of another text",
            id="offsets alone",
        ),
    ],
)  # fmt: skip
def test_left_out(rows: list[dict[str, object]], why: str):
    """What has no certain place is left out in one line that says why; nothing is written."""
    filing = filed(rows, FRONT)

    assert (filing.stubs, filing.added) == ((), 0)
    (problem,) = filing.problems
    assert why in str(problem)
    assert str(problem).startswith("a.json: ")


def test_notes_of_an_export():
    """A quotation, attributes and prose; words that repeat themselves by what stands around them."""
    filing = filed(
        {
            "rows": [
                row("a", "у залі було тихо", "Хто слухав?", user="acct:ada@x", created="2025-11-30T10:00:00Z"),
                row("b", None, "On the whole.", tags=["x"]),
                {**row("c", None), "target": [{"source": URL, "selector": [
                    {"type": "TextQuoteSelector", "exact": "прибув", "prefix": "Міністр ", "suffix": " до"}]}]},
            ]
        },
        article="one",
    )  # fmt: skip

    (stub,) = filing.stubs
    assert (stub.path, stub.after, filing.added, filing.problems) == ("docs/annotations/one.md", None, 3, ())
    assert stub.text == (
        '{: kind=context tags="x" #h-b }\n\nOn the whole.\n\n'
        '> У залі було тихо\n\n{: kind=context author="ada" date=2025-11-30 #h-a }\n\nХто слухав?\n\n'
        "> Міністр ==прибув==\n\n{: kind=context #h-c }\n\nСлова.\n"
    )


@pytest.mark.parametrize("exact", ["тихо", " тихо.", "\nтихо. ", "ТИХО", "у залі\u00a0було  тихо"])
def test_a_selection_need_not_be_neat(exact: str):
    """A space too many, other typography or case: the words are the same, and quoted as the article prints them."""
    (note,) = notes(*after(filed([row("a", exact)], FRONT), FRONT))

    assert "тихо" in note.passages[0].quote
    assert note.passages[0].quote in ONE


def test_a_second_import_adds_nothing():
    """What is there is known by its id, also when the editor has rewritten the note."""
    rows = [row("a", "тихо"), row("b", "Відня"), row("c", None), row("d", "x", references=["a"], text="Так.")]
    files = after(filed(rows, FRONT), FRONT)
    again = filed(rows, *files)
    assert (again.stubs, again.added, again.there, again.problems) == ((), 0, 4, ())

    edited = tuple(replace(file, text=file.text.replace("Слова.", "Інакше.")) for file in files)
    assert filed(rows, *edited).added == 0
    assert filed([*rows, row("e", "Міністр")], *edited).added == 1


def test_what_was_left_out_is_added_when_it_can_be():
    """Importing the same file later adds what has a place now, and only that."""
    other = {**row("b", "came to Rome"), "target": [{"source": "https://y.example", "selector": [
        {"type": "TextQuoteSelector", "exact": "came to Rome"}]}], "uri": "https://y.example"}  # fmt: skip
    files = after(filed([row("a", "тихо"), other], FRONT), FRONT)
    later = (*files, TextFile(path="docs/annotations/two.md", text="---\nsource_url: https://y.example/\n---\n"))
    filing = filed([row("a", "тихо"), other], *later)

    assert (filing.added, filing.there, filing.problems) == (1, 1, ())
    assert [note.article for note in notes(*after(filing, *later))] == ["one", "two"]


def test_words_that_have_changed_are_kept_as_they_were_quoted():
    """A note on words that are alike quotes what its author saw: it is shown as changed until the editor accepts it."""
    exact = "у залі тоді було зовсім тихо"
    seed = replace(SEEDS[1], text="Вранці у залі того дня було зовсім тихо.\n\nУвечері всі роз'їхалися.")
    rows = [{**row("a", exact), "uri": "articles/two/"}]
    read = read_incoming(json.dumps(rows).encode(), "a.json")
    filing = file_notes(read.annotations, Wishes(file="a.json"), seeds=[seed], files=(), kinds=KINDS)

    assert filing.stubs[0].text.startswith(f"> {exact}\n")
    assert "a: its words have changed in two; kept as quoted" in str(filing.problems[0])


def test_unplaced_notes_are_kept_on_request():
    """With the wish they are written as they came, to be shown as unplaced, and are still told."""
    filing = filed([row("a", "цих слів немає"), row("b", "прибув")], FRONT, keep_unplaced=True)
    found = notes(*after(filing, FRONT))
    anchors, orphans, _ = anchor(found, SEEDS)

    assert [problem.code for problem in filing.problems] == ["import-doubt", "import-doubt"]
    assert (len(anchors), [orphan.note.id for orphan in orphans]) == (0, ["h-a", "h-b"])


def test_answers_are_a_thread():
    """An answer is an item of the list under its note, an answer to it an item of that."""
    filing = filed(
        [
            row("a", "тихо", "Чи справді?"),
            row("c", None, "Ні.\n\nБо гамір.", references=["a", "b"], user="acct:cy@x"),
            row("b", None, "Так.", references=["a"], user="acct:bo@x", created="2025-12-01T00:00:00Z"),
        ],
        FRONT,
    )
    (note,) = notes(*after(filing, FRONT))

    assert note.body == "Чи справді?\n\n- **bo, 2025-12-01:** Так.\n    - **cy:** Ні.\n\n        Бо гамір."


def test_what_was_private_stays_private():
    """An annotation that not everybody could read is a draft; as an answer to a public one it is left out."""
    secret = {"permissions": {"read": ["acct:ada@x"]}}
    filing = filed(
        [row("a", "тихо", **secret), row("b", "Відня"), row("c", None, "zxcanaryzx", references=["b"], **secret)], FRONT
    )
    found = notes(*after(filing, FRONT))

    assert [(note.id, note.draft) for note in found] == [("h-a", True), ("h-b", False)]
    assert not any("zxcanaryzx" in stub.text for stub in filing.stubs)
    assert "1 of its answers" in str(filing.problems[0])


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("> quoted\n\nAnd so.", id="a quotation"),
        pytest.param("{: draft }\n\nx", id="an attribute line"),
        pytest.param("```\nnever closed", id="a fence"),
        pytest.param("> [[two]] came to Rome\n\nx", id="a second passage"),
        pytest.param("---\ndraft: true\n---\nx", id="front matter"),
        pytest.param("- a\n\n    > b\n\nc", id="a quotation in a list"),
        pytest.param("<script>alert(1)</script>", id="markup"),
        pytest.param("{{ x }} {% y %}\n{#z}", id="templates"),
        pytest.param("\n\n  x  \n\n", id="white space"),
    ],
)
def test_prose_cannot_become_another_note(body: str):
    """Whatever somebody wrote is one note with one passage, and what comes after it is another."""
    filing = filed([row("a", "тихо", body), row("b", "Відня", "After.")], FRONT)
    found = notes(*after(filing, FRONT))

    assert filing.problems == ()
    assert [(note.id, len(note.passages), note.draft) for note in found] == [("h-a", 1, False), ("h-b", 1, False)]
    assert found[1].body == "After."
    assert found[0].body.replace("\\", "").split() == body.split()


def test_a_whole_article_has_one_note():
    """Such a note stands first in its file: where others are it is left to the editor."""
    file = TextFile(path="docs/annotations/one.md", text="> тихо\n\nNote.\n")
    filing = filed([row("a", None)], file, article="one")

    assert filing.stubs == ()
    assert "whose file has notes already (write it before the first “>” there)" in str(filing.problems[0])


def test_a_file_that_notes_cannot_follow():
    """Where an addition would close what an editor left open, nothing is added."""
    file = TextFile(path="docs/annotations/one.md", text="> тихо\n\nNote.\n\n```\n")
    filing = filed([row("a", "Відня", "```\nx\n```")], file, article="one")

    assert (filing.stubs, filing.added) == ((), 0)
    assert "docs/annotations/one.md ends in something that notes cannot follow" in str(filing.problems[0])
    assert filed([row("a", "Відня")], file, article="one").added == 1


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    """The two articles, without notes."""
    empty = tmp_path_factory.mktemp("empty")
    seeds = tuple(SeedFile(name=seed.name, data=seed.text.encode()) for seed in SEEDS)
    return build(replace(read_sources(empty, empty, empty), seeds=seeds)).dossier


def exported(dossier: Dossier, files: Sequence[TextFile]) -> dict[str, Any]:
    """The collection of the notes in some files."""
    found = notes(*files)
    anchors, orphans, _ = anchor(found, SEEDS)
    read: dict[str, Any] = json.loads(
        DOCUMENT.data(replace(dossier, notes=tuple(found), anchors=anchors, orphans=orphans))
    )
    return read


@st.composite
def passage(draw: st.DrawFn, article: int) -> Quotation:
    """Words of an article, or words that it has not."""
    text = SEEDS[article].text
    start = draw(st.integers(0, len(text) - 2))
    span = Span(start=start, end=draw(st.integers(start + 1, len(text))))
    words = quoted(searchable(text), span) if span.of(text).strip() else "немає"
    return Quotation(words=draw(st.sampled_from([words, words, "цих слів немає", "прибув"])))


@st.composite
def written(draw: st.DrawFn, number: int) -> str:
    """A note as an editor writes it."""
    quotations = [draw(passage(0))]
    if draw(st.booleans()):
        quotations.append(replace(draw(passage(1)), article="two"))
    attributes = Attributes(
        kind=draw(st.sampled_from(sorted(KINDS - SIGNED))),  # what must be signed is another's test
        author=draw(st.sampled_from([None, "Ada", 'Ada "A."'])),
        date=draw(st.sampled_from([None, "2025-11-30", "2025-11", "2025-11-30/2025-12-01"])),
        tags=tuple(draw(st.lists(st.sampled_from(["a", "b c"]), unique=True))),
        id=draw(st.sampled_from([None, f"n{number}"])),
    )
    body = draw(st.sampled_from(["Проза.", "", "Одна\n\n- **Bo:** два\n", "# x\n\n    y", "[[two|x]] `> z`"]))
    return write_note(quotations, attributes, body)


@settings(max_examples=25)
@given(st.data())
def test_what_is_exported_comes_back(dossier: Dossier, data: st.DataObject):
    """Export, import into empty files, export again: the same annotations, whatever became of their passages."""
    texts = [data.draw(written(number)) for number in range(data.draw(st.integers(1, 4)))]
    before = exported(dossier, [TextFile(path="docs/annotations/one.md", text="\n".join(texts))])
    filing = filed(before, keep_unplaced=True)

    assert filing.added == before["total"]
    assert exported(dossier, after(filing)) == before
