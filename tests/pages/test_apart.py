"""What may be told differently is offered with a note to paste, and gone when the note is there."""

import html
import re
from dataclasses import replace
from pathlib import Path

import pytest
from dossiers import page_of

from build_dossier.build import Build, build
from build_dossier.disk import read_sources
from build_dossier.dossier import SeedFile, Sources, TextFile

PROJECT = Path(__file__).parent.parent.parent
TEXT = (
    "{title}\n\nНа зустрічі 3 березня 2025 року Владислав Косіняк-Камиш пообіцяв Борису Пісторіусу {tanks} танків.\n\n"
    "Раніше {before}.\n"
)
FIRST = TEXT.format(title="У Варшаві говорили про танки", tanks=12, before="про це писали газети")
SECOND = TEXT.format(title="Міністри зустрілися", tanks=14, before="про це ніхто не знав")


@pytest.fixture(scope="module")
def sources() -> Sources:
    """Two articles and no word of the editor's."""
    read = read_sources(PROJECT / "seeds", PROJECT / "docs", PROJECT / ".dossier")
    seeds = (SeedFile(name="one.txt", data=FIRST.encode()), SeedFile(name="two.txt", data=SECOND.encode()))
    return replace(read, seeds=seeds, annotations=(), entities=(), events=(), remembered=(), records=(), prose=())


def test_the_note_that_is_offered_settles_it(sources: Sources):
    """Pasted as it is, it stands at both passages, on the page of both articles and on that of differences."""
    review = page_of(build(sources), "review/index.md")
    (stub,) = re.findall(r'<pre class="stub">(.*?)</pre>', review)
    note = html.unescape(stub)
    assert "Another number?" in review
    assert "12 / 14: …" in note

    after = build(replace(sources, annotations=(TextFile(path="docs/annotations/one.md", text=note),)))

    assert [
        problem for problem in after.problems if "annotations" in problem.file and problem.severity.value != "doubt"
    ] == []
    assert "Another number?" not in page_of(after, "review/index.md")
    marks = [re.findall(r'class="note-mark"', page_of(after, f"articles/{name}/index.md")) for name in ("one", "two")]
    assert all(marks)
    assert "12 / 14: …" in page_of(after, "differences/index.md").replace("&#47;", "/")
    assert "12 / 14: …" in page_of(after, "compare/one/two/index.md").replace("&#47;", "/")


def test_the_same_words_of_two_speakers_are_offered(sources: Sources):
    """A sentence in quotation marks is said by one of the two, or by both."""
    words = "«Ми домовилися про спільні навчання на два роки», – сказав {who}.\n"
    texts = (
        f"Міністри {at}\n\n{words.format(who=who)}" for at, who in enumerate(("Борис Пісторіус", "Олександр Лукашенко"))
    )
    seeds = tuple(SeedFile(name=f"{at}.txt", data=text.encode()) for at, text in enumerate(texts))
    review = page_of(build(replace(sources, seeds=seeds)), "review/index.md")

    assert "Said by somebody else?" in review
    assert re.findall(r'facing-value">(.*?)<', review) == ["Boris Pistorius", "Alexander Lukashenko"]


def test_a_note_at_either_end_is_one_difference(dossier_build: Build):
    """The aim of 2020 is noted from both articles: it stands once, with both notes, also on the page of the event."""
    for path in ("differences/index.md", "events/2020-pompeo/index.md"):
        text = page_of(dossier_build, path)
        difference = next(part for part in text.split('<div class="difference"') if "саме такою була мета" in part)

        assert (
            text.count("саме такою була мета у 2020 році тодішнього державного секретаря США Майка Помпео</blockquote>")
            == 1
        )
        assert difference.count('class="note-body"') == 2


def test_copies_are_one_report_with_what_was_changed(sources: Sources):
    """Each names the other, and the page of both says what was changed; so does the page of copies."""
    long = FIRST + " ".join(f"Речення {number} про річку і новий міст через неї." for number in range(12))
    texts = {"one.txt": long, "two.txt": long.replace("12 танків", "<b>14</b> танків"), "three.txt": "Дощ у Львові."}
    seeds = tuple(SeedFile(name=name, data=text.encode()) for name, text in texts.items())
    built = build(replace(sources, seeds=seeds))
    changed = page_of(built, "compare/one/two/index.md")

    assert '<span class="sign">−</span>12' in changed
    assert '<span class="sign">+</span>&#60;b&#62;14' in changed
    assert "[what was changed](../compare/one/two/index.md#changes)" in page_of(built, "duplicates/index.md")
    assert "The same report stands in:" in page_of(built, "articles/two/index.md")
    assert "The same report stands in:" not in page_of(built, "articles/three/index.md")
