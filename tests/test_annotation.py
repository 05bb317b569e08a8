"""The editor's notes, from files to anchors."""

from pathlib import Path

import pytest
import yaml

from build_dossier.annotation import Annotations, Note, Status, read_annotations
from build_dossier.annotation.anchor import anchor
from build_dossier.annotation.kinds import package_note_kinds
from build_dossier.article import Seed
from build_dossier.text.locate import Match, Reason, TextQuoteSelector

ROOT = Path(__file__).parent.parent
TEXT = (
    " date 2025-06-20 Міністри зустрілися у Відні 2025-06-20. Переговори тривали чотири години.\n\n"
    "«Обмін відбудеться у п'ятницю», — сказав речник. Подробиць він не назвав. Переговори закрили."
)
PREFIX_END = len(" date 2025-06-20 ")


def seed(text: str = TEXT, name: str = "Vienna.txt") -> Seed:
    """A seed of that text."""
    return Seed(id=name.removesuffix(".txt").lower(), name=name, sha256="", encoding="utf-8", text=text)


def read(body: str, name: str = "vienna.md", text: str = TEXT) -> Annotations:
    """What one annotation file says of two seeds."""
    seeds = [seed(text), seed("Министры встретились в Вене.", "wien.txt")]
    return read_annotations([(f"docs/annotations/{name}", body)], seeds, package_note_kinds())


def only(body: str) -> Note:
    """The one note of a file without mistakes."""
    annotations = read(body)
    assert annotations.problems == ()
    (note,) = annotations.notes
    return note


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("", id="nothing"),
        pytest.param("\n \n\t\n", id="white space"),
        pytest.param("---\ntitle: Зустріч\n---\n", id="front matter alone"),
        pytest.param("\ufeff---\r\ntitle: Зустріч\r\n---\r\n", id="byte order mark and CRLF"),
    ],
)
def test_no_notes(body: str):
    """A file without prose and quotations holds no notes."""
    assert read(body).notes == ()
    assert read(body).problems == ()


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Текст\n\n```\n> у Відні\n```\n", id="in a fence"),
        pytest.param("Текст\n\n~~~~ md\n```\n> у Відні\n~~~~\n", id="in a fence of tildes"),
        pytest.param("- думка\n\n  > у Відні\n", id="in a list item"),
        pytest.param("1. думка\n   > у Відні\n", id="in a numbered item"),
        pytest.param("Текст\n\n    > у Відні\n", id="indented code"),
        pytest.param("2 > 1\n", id="inside a line"),
    ],
)
def test_no_quotation(body: str):
    """A sign that begins no top-level quotation begins no note: all is prose about the article."""
    note = only(body)

    assert note.passages == ()
    assert "".join(note.body.split()) == "".join(body.split())


def test_corrections():
    """The front matter corrects what was read; single spaces, and the line of every key."""
    front = (
        "---\ntitle: Зустріч\n  у Відні\ndate: 2025-06-20\nlanguage: UK\npublisher: Вісник\n"
        "source_url: https://news.example/1\narchive_url: http://archive.example/1\n---\n"
    )
    correction = read(front).corrections["vienna"]

    assert correction.title == "Зустріч у Відні"
    assert (correction.date, correction.language, correction.publisher) == ("2025-06-20", "uk", "Вісник")
    assert correction.source_url == "https://news.example/1"
    assert correction.archive_url == "http://archive.example/1"
    assert not correction.draft
    assert correction.lines["date"] == 4
    assert correction.file == "docs/annotations/vienna.md"


def test_an_empty_key_says_nothing():
    """A key without a value corrects nothing and is no mistake."""
    annotations = read("---\ntitle:\ndate: ~\n---\n")

    assert annotations.problems == ()
    assert annotations.corrections["vienna"].title is None


@pytest.mark.parametrize("name", ["vienna.md", "Vienna.md", "deeper/vienna.md"])
def test_a_file_is_named_for_the_stem_or_the_id(name: str):
    """Both the seed's stem and the article's id name its file, in any folder."""
    assert read("> у Відні\n\nНотатка.\n", name).notes[0].article == "vienna"


def test_a_whole_note():
    """Prose before the first quotation is a note on the article as a whole, with attributes of its own."""
    note = only("Про статтю.\n\n{: kind=caution #whole }\n\nДалі.\n")

    assert (note.id, note.kind, note.passages, note.line) == ("whole", "caution", (), 1)
    assert note.body == "Про статтю.\n\n\n\nДалі."


def test_all_attributes():
    """The attribute line says what a note is, who wrote it and when."""
    note = only('> у Відні\n\n{: kind=date author="A. «B» Editor" date=2025-11 tags="a, b , a" #vienna.1 }\n\nТак.\n')

    assert (note.id, note.kind, note.author, note.date) == ("vienna.1", "date", "A. «B» Editor", "2025-11")
    assert note.tags == ("a", "b")
    assert not note.draft


@pytest.mark.parametrize(
    "line",
    [
        pytest.param('{: author="A. Editor" }', id="double quotes"),
        pytest.param("{: author='A. Editor' }", id="single quotes"),
        pytest.param("{: author=“A. Editor” }", id="curly quotes"),
        pytest.param('{:author="A.  Editor"}', id="without spaces around"),
        pytest.param('  {: author="A. Editor" }', id="indented"),
    ],
)
def test_ways_to_quote_a_value(line: str):
    """A value with spaces stands in quotes of any kind."""
    assert only(f"> у Відні\n\n{line}\n\nТак.\n").author == "A. Editor"


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("> у Відні\n\n{: kind=date }\n\nТак.", id="between"),
        pytest.param("> у Відні\n\nТак.\n\n{: kind=date }", id="at the end"),
        pytest.param("> у Відні\n{: kind=date }\n\nТак.", id="directly below the quotation"),
        pytest.param("> у Відні\n\n{: kind=date } Так.", id="with the note behind it"),
        pytest.param(">у Відні\r\n\r\n{: kind=date }\r\n\r\nТак.\r\n", id="CRLF, no space after the sign"),
    ],
)
def test_where_attributes_stand(body: str):
    """The attribute line may stand anywhere in its note and is no part of the prose."""
    note = only(body)

    assert (note.kind, note.body) == ("date", "Так.")


def test_a_thread_is_part_of_the_note():
    """Replies are a list below the note, quotations in them included."""
    note = only("> у Відні\n\nНотатка.\n\n- **B. Editor:** Згода.\n  > чотири години\n\n- Ні.\n")

    assert note.body == "Нотатка.\n\n- **B. Editor:** Згода.\n  > чотири години\n\n- Ні."


@pytest.mark.parametrize(
    ("quotation", "exact", "prefix", "suffix"),
    [
        pytest.param("> у Відні", "у Відні", "", "", id="all of it"),
        pytest.param("> зустрілися ==у Відні== 2025", "у Відні", "зустрілися ", " 2025", id="marked"),
        pytest.param("> зустрілися\nу Відні", "зустрілися\nу Відні", "", "", id="a line without the sign"),
        pytest.param("> години.\n>\n> «Обмін", "години.\n\n«Обмін", "", "", id="two paragraphs"),
        pytest.param("> … ==у Відні==", "у Відні", "… ", "", id="an ellipsis at the very beginning"),
        pytest.param("> дуже … зустрілися ==у Відні==", "у Відні", "зустрілися ", "", id="an ellipsis in the context"),
    ],
)
def test_selectors(quotation: str, exact: str, prefix: str, suffix: str):
    """The marked words are exact and those around them context; without marks all words are exact."""
    (passage,) = only(f"{quotation}\n\nНотатка.\n").passages

    assert passage.selector == TextQuoteSelector(exact=exact, prefix=prefix, suffix=suffix)
    assert passage.until is None


def test_marks_that_the_article_has_itself():
    """A text with ``==`` in it can be quoted as it is."""
    annotations = read("> a == b, б\n\nТак.\n", text="Якщо a == b, бо c == d.")

    assert annotations.problems == ()
    assert annotations.notes[0].passages[0].selector.exact == "a == b, б"


def test_two_passages():
    """A quotation that opens with another article is the second passage of the note before it."""
    note = only("> у Відні\n\n{: kind=contrast }\n\n> [[wien|там]]\n> в Вене\n\nПорівняй.\n")

    assert [(one.article, one.quote, one.line) for one in note.passages] == [
        ("vienna", "у Відні", 1),
        ("wien", "в Вене", 5),
    ]
    assert note.body == "Порівняй."


def test_links_know_their_line():
    """Every link in the prose is kept with the line of the file on which it stands."""
    annotations = read("---\ndate: 2025\n---\n> у Відні\n\n{: kind=date }\n\nПорівняй\n[[wien]] і [[x|ікс]].\n")

    assert [(link.target, link.line) for link in annotations.links] == [("wien", 9), ("x", 9)]


def test_a_derived_id_follows_from_the_quotation():
    """The same quotation has the same id however it is typed; another one has another; equal ones are numbered."""
    body = '> «Обмін відбудеться у п\'ятницю»\n\n1\n\n> "обмін відбудеться  у п’ятницю"\n\n2\n\n> у Відні\n\n3\n'
    first, second, third = (note.id for note in read(body).notes)

    assert len(first) == 8
    assert second == f"{first}-2"
    assert third != first


def test_a_written_id_is_never_taken_away():
    """A note that derives the id another one has written gets a number, wherever it stands."""
    derived = only("> у Відні\n\nНотатка.\n").id
    notes = read(f"> у Відні\n\n1\n\n> у п'ятницю\n\n{{: #{derived} }}\n\n2\n").notes

    assert [note.id for note in notes] == [f"{derived}-2", derived]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("> у Відні\n\n{: draft }\n\nТаємно.", id="attribute"),
        pytest.param("> у Відні\n\n{: draft=true }\n\nТаємно.", id="attribute with a value"),
        pytest.param("> у Відні\n\n{: draft=perhaps }\n\nТаємно.", id="unclear value"),
        pytest.param("> у Відні\n\n{: drafts }\n\nТаємно.", id="misspelt attribute"),
        pytest.param("> у Відні\n\n{: draft\n\nТаємно.", id="unclosed attributes"),
        pytest.param("> у Відні\n\n{: kind=date }\n\n{: draft }\n\nТаємно.", id="second attribute line"),
        pytest.param("---\ndraft: true\n---\n> у Відні\n\nТаємно.", id="front matter"),
        pytest.param("---\ndarft: true\n---\n> у Відні\n\nТаємно.", id="misspelt key"),
        pytest.param("---\ndraft: [\n---\n> у Відні\n\nТаємно.", id="broken front matter"),
        pytest.param("---\ndraft: true\n\n> у Відні\n\nТаємно.", id="front matter that is not closed"),
    ],
)
def test_what_may_be_private_stays_private(body: str):
    """A draft is kept and not placed, and nothing that is said of it holds its words."""
    annotations = read(body + " [[nowhere]]")
    placed = anchor(annotations.notes, [seed()])

    assert [note.draft for note in annotations.notes] == [True]
    assert placed == ((), (), ())
    assert annotations.links == ()
    assert not any("Таємно" in str(one) or "Відні" in str(one) for one in annotations.problems)


@pytest.mark.parametrize("value", ["false", "no", "No"])
def test_what_is_no_draft_is_shown(value: str):
    """A draft that is explicitly none is a note like any other."""
    assert not only(f"---\ndraft: {value}\n---\n> у Відні\n\n{{: draft={value} }}\n\nНотатка.\n").draft


def place(body: str, text: str = TEXT) -> Match | Status:
    """Where the one note of a body stands, or what became of it."""
    anchors, orphans, problems = anchor(read(body, text=text).notes, [seed(text)], {"vienna": PREFIX_END})
    assert len(problems) == len(orphans)
    return anchors[0].matches[0] if anchors else orphans[0].status


@pytest.mark.parametrize(
    ("body", "status"),
    [
        pytest.param("> у Лондоні\n\nНемає.", Status.ORPHANED, id="other words"),
        pytest.param("> date\n\nЛише у префіксі.", Status.ORPHANED, id="the machine prefix"),
        pytest.param("> Переговори\n\nДвічі.", Status.AMBIGUOUS, id="twice"),
        pytest.param("> у Відні … у Лондоні\n\nНемає кінця.", Status.ORPHANED, id="no end"),
        pytest.param("> Подробиць … Міністри\n\nНавпаки.", Status.ORPHANED, id="end before beginning"),
        pytest.param("> у Відні … Переговори\n\nДва кінці.", Status.AMBIGUOUS, id="two ends"),
        pytest.param("> Переговори … закрили\n\nДва початки.", Status.AMBIGUOUS, id="two beginnings"),
        pytest.param("> зустрілися … у Лондоні … закрили\n\nНемає середини.", Status.ORPHANED, id="no middle"),
    ],
)
def test_not_placed(body: str, status: Status):
    """A quotation without one place is an orphan or ambiguous, never somewhere."""
    assert place(body) is status


@pytest.mark.parametrize(
    ("body", "words", "reason"),
    [
        pytest.param("> у Відні\n\n1", "у Відні", Reason.EXACT, id="exact"),
        pytest.param("> 2025-06-20\n\n1", "2025-06-20", Reason.EXACT, id="once besides the prefix"),
        pytest.param('> "Обмін відбудеться\n\n1', "«Обмін відбудеться", Reason.FOLDED, id="folded"),
        pytest.param("> ==Переговори== закрили\n\n1", "Переговори", Reason.EXACT, id="told by context"),
        pytest.param(
            "> у Відні … чотири\n\n1", "у Відні 2025-06-20. Переговори тривали чотири", Reason.EXACT, id="abridged"
        ),
        pytest.param(
            "> «Обмін … — сказав … назвав\n\n1",
            "«Обмін відбудеться у п'ятницю», — сказав речник. Подробиць він не назвав",
            Reason.EXACT,
            id="abridged twice",
        ),
        pytest.param(
            "> Подробиць він … Переговори\n\n1",
            "Подробиць він не назвав. Переговори",
            Reason.EXACT,
            id="only one end after the beginning",
        ),
    ],
)
def test_placed(body: str, words: str, reason: Reason):
    """A quotation with one place is found there."""
    match = place(body)

    assert isinstance(match, Match)
    assert (TEXT[match.start : match.end], match.reason) == (words, reason)


def test_an_ellipsis_of_the_article_is_tried_first():
    """`` … `` that the article itself prints abridges nothing."""
    text = " date 2025-06-20 Він … мовчав. Потім він довго мовчав."

    match = place("> Він … мовчав\n\n1", text)

    assert isinstance(match, Match)
    assert text[match.start : match.end] == "Він … мовчав"


def test_a_note_on_the_whole_has_no_match():
    """A note on the article as a whole is placed without a passage; on an absent article it is an orphan."""
    anchors, _, _ = anchor(read("Про все.").notes, [seed()])
    _, orphans, _ = anchor(read("Про все.", "nowhere.md").notes, [seed()])

    assert [one.matches for one in anchors] == [()]
    assert [one.status for one in orphans] == [Status.ORPHANED]


def test_a_note_is_placed_when_both_passages_are():
    """One passage that is gone makes an orphan of the note, however sure the other is."""
    body = "> у Відні\n\n> [[wien]] {}\n\nПорівняй.\n"
    seeds = [seed(), seed("Министры встретились в Вене.", "wien.txt")]
    found, _, _ = anchor(read(body.format("в Вене")).notes, seeds)
    _, lost, problems = anchor(read(body.format("в Риме")).notes, seeds)

    assert [(one.start, one.end) for one in found[0].matches] == [(37, 44), (21, 27)]
    assert lost[0].status is Status.ORPHANED
    assert [(one.code, one.line) for one in problems] == [("quote-not-found", 3)]


def test_the_notes_stand_where_they_belong():
    """Every note of the dossier is found in its article, at the places that a person has checked."""
    seeds = [seed(path.read_text(encoding="utf-8"), path.name) for path in sorted((ROOT / "seeds").glob("*.txt"))]
    files = [
        (f"docs/annotations/{path.name}", path.read_text(encoding="utf-8"))
        for path in sorted((ROOT / "docs" / "annotations").glob("*.md"))
    ]
    expected = yaml.safe_load((ROOT / "tests" / "golden" / "notes.yml").read_text(encoding="utf-8"))

    annotations = read_annotations(files, seeds, package_note_kinds())
    anchors, orphans, problems = anchor(annotations.notes, seeds)

    assert (annotations.problems, orphans, problems) == ((), (), ())
    found: dict[str, list[list[object]]] = {}
    for one in anchors:
        places = zip(one.note.passages, one.matches, strict=True)
        found.setdefault(one.note.article, []).append(
            [one.note.kind, *([passage.article, match.start, match.end] for passage, match in places)]
        )
    assert found == expected
    assert {one.note.author for one in anchors} == {"The dossier's editors"}
