"""Notes are written so that they are read as what they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_dossier.annotation import read_annotations
from build_dossier.annotation.anchor import anchor
from build_dossier.annotation.attributes import Attributes, read_attributes
from build_dossier.annotation.kinds import package_note_kinds
from build_dossier.annotation.writing import Quotation, quoted, write_attributes, write_note
from build_dossier.article.seed import read_seeds
from build_dossier.text.locate import searchable
from build_dossier.text.span import Span

TEXT = "Посол прибув до Рима. Міністр прибув до Відня.\n\nПосол поїхав, а міністр лишився."
KINDS = package_note_kinds().keys()


@pytest.mark.parametrize(
    ("words", "nth", "expected"),
    [
        pytest.param("прибув до Рима", 0, "прибув до Рима", id="words that stand once"),
        pytest.param(" Міністр прибув ", 0, "Міністр прибув", id="without white space around them"),
        pytest.param("прибув", 0, "Посол ==прибув==", id="a word before"),
        pytest.param("прибув", 1, "Міністр ==прибув==", id="another word before"),
        pytest.param("Посол", 0, "==Посол== прибув", id="nothing before: a word after"),
        pytest.param("Посол", 1, "Відня.\n\n==Посол==", id="over the end of a paragraph"),
        pytest.param("осо", 0, "П==осо==л прибув", id="part of a word"),
    ],
)
def test_words_are_quoted_as_far_as_they_must_be(words: str, nth: int, expected: str):
    """What stands once is quoted alone; else with the fewest whole words that tell the place."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)

    assert quoted(searchable(TEXT), Span(start=start, end=start + len(words))) == expected


# No line ends in a space: nobody sees it, editors' programs take it away, and so it is not written.
@given(st.text("аб в\n.…", min_size=1, max_size=30).map(lambda text: text.replace(" \n", "\n")), st.data())
def test_a_quoted_passage_is_found_where_it_was(text: str, data: st.DataObject):
    """Whatever repeats itself, a written note stands at the words that it was written for."""
    known = read_seeds([("one.txt", text.encode())])[0]
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start=start, end=data.draw(st.integers(start + 1, len(text))))
    if not known or not span.of(known[0].text).strip():
        return
    written = write_note([Quotation(words=quoted(searchable(text), span))], Attributes(), "Нотатка.")
    read = read_annotations([("docs/annotations/one.md", written)], known, KINDS)
    placed, unplaced, _ = anchor(read.notes, known)

    assert (len(read.notes), unplaced) == (1, ())
    place = placed[0].matches[0]
    assert text[place.start : place.end] == span.of(text).strip()
    assert span.start <= place.start < place.end <= span.end


@given(
    st.builds(
        Attributes,
        kind=st.sampled_from(sorted(KINDS)),
        author=st.none() | st.text(min_size=1),
        date=st.none() | st.just("2025-11"),
        tags=st.lists(st.text(min_size=1), max_size=3).map(tuple),
        draft=st.booleans(),
        id=st.none() | st.just("h-Ab_1"),
    )
)
def test_any_attributes_are_read_as_written(attributes: Attributes):
    """One line, without a complaint; white space and quotation marks may be others."""
    line = write_attributes(attributes)
    read, problems = read_attributes(line, KINDS, file="a.md", line=1)

    assert problems == ()
    assert len(line.splitlines()) == 1
    assert (read.kind, read.date, read.draft, read.id) == (
        attributes.kind,
        attributes.date,
        attributes.draft,
        attributes.id,
    )
    assert (read.author is None) == (not (attributes.author or "").split())
    assert len(read.tags) <= len(attributes.tags)


def test_a_note_on_two_passages():
    """The second quotation names its article; the attributes stand under the first."""
    written = write_note(
        [Quotation(words="один\nдва"), Quotation(words="three", article="b")],
        Attributes(kind="contrast", author='Ада "А." О’Ней', tags=("x", "y, z"), id="n1"),
        "Проза.",
    )

    assert written == (
        '> один\n> два\n\n{: kind=contrast author=\'Ада "А." О’Ней\' tags="x, y; z" #n1 }\n\n> [[b]] three\n\nПроза.\n'
    )


def test_a_note_on_the_whole_article():
    """Without a quotation the attributes come first; without prose they are all."""
    assert write_note([], Attributes(), "Проза.") == "{: kind=context }\n\nПроза.\n"
    assert write_note([], Attributes(), " ") == "{: kind=context }\n"
