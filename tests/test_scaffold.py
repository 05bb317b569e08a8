"""Stubs that a person fills in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_dossier.annotation import read_annotations
from build_dossier.annotation.ids import derived_id
from build_dossier.article import Basis, Seed
from build_dossier.article.seed import read_seeds
from build_dossier.dossier import TextFile
from build_dossier.entity import Entity, read_entities
from build_dossier.extract.mentions import EntityType
from build_dossier.scaffold import PLACEHOLDER, RefusedError, Stub, entity_stub, note_stub

TEXT = "Міністр прибув до Мінська.\n«Чекаємо змін», — сказав міністр. Міністр поїхав.\n\n# Не заголовок == 1"


def seeds(text: str = TEXT) -> tuple[Seed, ...]:
    """Two articles, one of them with the given text."""
    return read_seeds([("000_abc.txt", text.encode()), ("001_def.txt", b"Other.")])[0]


def stub(article: str, quote: str | None, *files: TextFile, text: str = TEXT) -> Stub:
    """The stub for a note on the given day."""
    return note_stub(article, quote, day="2026-01-31", seeds=seeds(text), files=files)


@pytest.mark.parametrize(
    ("article", "quote", "why"),
    [
        pytest.param("002", "прибув", "no one article “002”", id="no such article"),
        pytest.param("00", "прибув", "did you mean 000_abc, 001_def", id="ambiguous beginning"),
        pytest.param(
            "000", "Міністр", r"stand 2 times in 000_abc \(seeds/000_abc.txt, lines 1, 2\)", id="several places"
        ),
        pytest.param("000", "прибув до Києва", r"“.*Мінська” \(\d\d % alike, seeds/000_abc.txt:1\)", id="nowhere"),
        pytest.param("000", "", "do not stand", id="nothing"),
    ],
)
def test_refused(article: str, quote: str, why: str):
    """What could be meant in no place, or in several, is refused with the nearest right thing."""
    with pytest.raises(RefusedError, match=why):
        stub(article, quote)


def test_a_new_file():
    """A note begins with the words as the article prints them, a kind and a date."""
    made = stub("000", "прибув до мінська")

    assert made == Stub(
        path="docs/annotations/000_abc.md",
        text=f"> прибув до Мінська\n\n{{: kind=context date=2026-01-31 }}\n\n{PLACEHOLDER}\n",
        after=None,
        note=derived_id("000_abc", "прибув до Мінська"),
    )


@pytest.mark.parametrize(
    ("before", "gap"),
    [
        pytest.param("", "", id="empty file"),
        pytest.param("---\ntitle: x\n---\n", "\n", id="corrections only"),
        pytest.param("> поїхав\n\nA note.", "\n\n", id="no newline at the end"),
    ],
)
def test_an_addition(before: str, gap: str):
    """A note is added to the file that is there, under its seed's stem too, after an empty line."""
    made = stub("000", "прибув", TextFile(path="docs/annotations/000_abc.md", text=before))

    assert (made.path, made.after) == ("docs/annotations/000_abc.md", before)
    assert made.text.startswith(f"{gap}> прибув\n")


@pytest.mark.parametrize("quote", ["«Чекаємо змін»", "Мінська. «Чекаємо", "поїхав.\n\n# Не", "# Не заголовок == 1"])
def test_the_note_is_found_where_it_was_quoted(quote: str):
    """Words over lines, over paragraphs, and such as Markdown could read are quoted so that they are found."""
    made = stub("000", quote)
    annotations = read_annotations([(made.path, made.text)], seeds(), {"context"})

    assert annotations.problems == ()
    assert [note.body for note in annotations.notes] == [PLACEHOLDER]


def test_a_note_on_the_whole_article():
    """Without words a new file is begun; in an old one the note would stand in the wrong place."""
    assert stub("001", None).text == f"{PLACEHOLDER}\n"
    with pytest.raises(RefusedError, match="before its first"):
        stub("001", None, TextFile(path="docs/annotations/001_def.md", text="> Other.\n\nNote.\n"))


@given(st.text(min_size=1), st.data())
def test_any_words_are_found_again_or_refused(text: str, data: st.DataObject):
    """No stub is made that would not be read as a note on just these words."""
    if not (known := seeds(text)) or known[0].name != "000_abc.txt":
        return
    start = data.draw(st.integers(0, len(text) - 1))
    try:
        made = note_stub("000_abc", text[start : start + 9], day="2026-01-31", seeds=known, files=())
    except RefusedError:
        return
    (note,) = read_annotations([(made.path, made.text)], known, {"context"}).notes
    assert (note.body, len(note.passages)) == (PLACEHOLDER, 1)


def test_an_entity_with_the_names_that_are_known():
    """The stub holds type and names, and is read back as such."""
    known = Entity(
        id="keith-kellogg",
        type=EntityType.PER,
        labels={"uk": "Кіт «К.» Келлог", "en": 'Keith "K." Kellogg'},
        label_basis={"uk": Basis.STATED, "en": Basis.COMPUTED},
        aliases=(),
    )
    made = entity_stub("keith-kellogg", known, files=())
    (entity,), problems = read_entities([(made.path, made.text)])

    assert problems == ()
    assert (entity.id, entity.type, dict(entity.labels)) == (known.id, known.type, known.labels)


@pytest.mark.parametrize("entity_id", ["../x", "Kellogg", "", "а", "-x", "a/b"])
def test_no_id(entity_id: str):
    """What could be no address is refused."""
    with pytest.raises(RefusedError, match="is no id"):
        entity_stub(entity_id, None, files=())


def test_an_entity_that_has_its_file():
    """A file that is there is the editor's to change."""
    with pytest.raises(RefusedError, match="already"):
        entity_stub("minsk", None, files=[TextFile(path="docs/entities/minsk.md", text="")])


def test_an_unknown_entity():
    """A person whom the program did not find gets a stub too."""
    assert 'en: "Keith Kellogg"' in entity_stub("keith-kellogg", None, files=()).text
