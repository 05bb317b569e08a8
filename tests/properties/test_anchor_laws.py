"""Laws of finding a quotation again."""

from hypothesis import given
from hypothesis import strategies as st

from build_dossier.annotation import read_annotations
from build_dossier.annotation.format import read_body
from build_dossier.article import Seed
from build_dossier.text.locate import Ambiguous, Match, NotFound, TextQuoteSelector, describe, locate
from build_dossier.text.span import Span, trim

# Few letters, so that texts repeat themselves; signs that fold; white space; anything.
REPETITIVE = st.text(alphabet="аб «\n", min_size=1, max_size=60)
TEXTS = st.one_of(REPETITIVE, st.text(alphabet="aбё'’- \u00ad\n", min_size=1, max_size=60), st.text(min_size=1))


@st.composite
def text_and_span(draw: st.DrawFn) -> tuple[str, Span]:
    """A text and a stretch of it that is not empty and neither begins nor ends with white space."""
    text = draw(TEXTS.filter(lambda text: bool(text.strip())))
    start = draw(st.integers(0, len(text)))
    span = trim(text, start, draw(st.integers(start, len(text))))
    return text, span if span.start < span.end else trim(text, 0, len(text))


def occurrences(words: str, text: str) -> int:
    """How often words stand in a text, overlapping ones too."""
    return sum(text.startswith(words, start) for start in range(len(text) - len(words) + 1))


@given(text_and_span())
def test_locate_undoes_describe(given: tuple[str, Span]):
    """What describes a span leads back to it, in any text."""
    text, span = given

    found = locate(describe(text, span), text)

    assert isinstance(found, Match)
    assert (found.start, found.end, found.score) == (span.start, span.end, 1.0)


@given(text_and_span())
def test_describe_takes_the_shortest_context(given: tuple[str, Span]):
    """No context with fewer code points tells the span from all other places."""
    text, span = given
    selector = describe(text, span)
    length = len(selector.prefix) + len(selector.suffix)

    assert occurrences(selector.prefix + selector.exact + selector.suffix, text) == 1
    for before in range(min(length, span.start + 1)):
        after = length - 1 - before
        if span.end + after <= len(text):
            assert occurrences(text[span.start - before : span.end + after], text) > 1


@given(REPETITIVE, st.text(alphabet="аб", min_size=1, max_size=5), st.text(alphabet="аб ", max_size=5))
def test_two_equal_candidates_are_never_decided(around: str, words: str, context: str):
    """Words that stand twice in the same context are refused."""
    text = f"{context}{words}{context}\n{around}\n{context}{words}{context}"

    found = locate(TextQuoteSelector(exact=words, prefix=context, suffix=context), text)

    assert isinstance(found, Ambiguous)
    assert len(found.candidates) >= 2


@given(TEXTS, TEXTS, TEXTS, TEXTS)
def test_what_is_found_holds_the_words(text: str, exact: str, prefix: str, suffix: str):
    """Any answer is one of three, a match lies in the text, and several candidates are several."""
    found = locate(TextQuoteSelector(exact=exact, prefix=prefix, suffix=suffix), text)

    if isinstance(found, Match):
        assert 0 <= found.start <= found.end <= len(text)
    elif isinstance(found, Ambiguous):
        assert len({(one.start, one.end) for one in found.candidates}) > 1
    else:
        assert isinstance(found, NotFound)
        assert found.nearest is None or found.nearest.end <= len(text)


FILES = st.one_of(
    st.text(),
    st.lists(
        st.sampled_from(
            ["> слова", ">", ">> слова", "> [[b]] слова", "слова", "", "- слова", "  > слова", "```", "~~~", "---",
             "{: kind=date }", '{: author="', "{: draft", "> ==слова", "> а … б", "title: а", "    > слова", "\r"]
        )
    ).map("\n".join),
)  # fmt: skip


@given(FILES, FILES)
def test_any_file_is_read(body: str, other: str):
    """Nothing that stands in a file stops the reading of it or of the next, and ids are unique."""
    seeds = [Seed(id="a", name="a.txt", sha256="", encoding="utf-8", text="слова і слова, а потім б")]

    read = read_annotations([("docs/annotations/a.md", body), ("docs/annotations/b.md", other)], seeds, ["context"])

    assert len({note.id for note in read.notes}) == len(read.notes)
    assert all(len(note.passages) <= 2 for note in read.notes)
    assert all(problem.line >= 1 for problem in read.problems if problem.line is not None)


PROSE = st.sampled_from(["Проза.", "- думка\n- ще\n  > не цитата", "```\n> не цитата\n```", "{: kind=date }", "1 > 0"])
QUOTATION = st.sampled_from(["> слова", ">слова\n> ще", "> слова\nдалі", "   > слова\n>\n> ще", ">", "> \n> ==а=="])
SECOND = st.sampled_from(["> [[b]] слова", ">[[b|там]]\n> слова"])


@given(st.lists(st.tuples(QUOTATION, st.lists(st.one_of(PROSE, SECOND)))), st.lists(PROSE))
def test_every_quotation_that_begins_a_note_is_a_note(notes: list[tuple[str, list[str]]], before: list[str]):
    """There are as many notes with passages as top-level quotations that name no other article."""
    parts = [*before, *(part for quotation, rest in notes for part in (quotation, *rest))]

    raw, _ = read_body("\n\n".join(parts), first_line=1, file="a.md", stands=lambda _: True)

    assert sum(bool(note.quotes) for note in raw) == len(notes)
