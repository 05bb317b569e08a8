"""The page of quotations, and the marks of speech in the text of an article."""

import re
from html import unescape

from dossiers import page_of

from build_dossier.build import Build
from build_dossier.markdown import SpeechMark, weave
from build_dossier.text.span import Span

SHOWN = re.compile(
    r'<blockquote lang="\w+" data-article="([^"]+)" data-span="(\d+)-(\d+)">(.*?)</blockquote>', re.DOTALL
)


def test_every_quotation_shown_stands_in_its_seed(dossier_build: Build, dossier_pages: dict[str, str]):
    """What a page shows as somebody's words is, letter for letter, what the seed has at that place."""
    texts = {seed.id: seed.text for seed in dossier_build.dossier.seeds}
    shown = [found for text in dossier_pages.values() for found in SHOWN.findall(text)]

    assert len(shown) >= 14
    assert all(
        unescape(words) == texts[unescape(article)][int(start) : int(end)] for article, start, end, words in shown
    )


def test_a_quotation_says_how_it_came(dossier_build: Build):
    """Lukashenko is quoted three times in two articles, through the outlets; for Putin's words none is named."""
    text = page_of(dossier_build, "quotes/index.md")
    lukashenko, putin = text.split("## [Alexander Lukashenko]")[1].split("## [Vladimir Putin]")

    assert lukashenko.count("<blockquote") == 3
    assert lukashenko.count(">The New York Times</a>") == 2
    assert lukashenko.count(">Belta</a>") == 1
    assert "source not stated" in putin.split("## ")[0]


def test_quotations_stand_on_their_speakers_page(dossier_build: Build):
    """A person's page lists what the person is quoted with."""
    text = page_of(dossier_build, "people/keith-kellogg/index.md")

    assert [words.split(",")[0] for _, _, _, words in SHOWN.findall(text)] == ["Ми живемо в дуже небезпечний час"]


def test_what_is_told_in_other_words_stands_apart_from_quotations(dossier_build: Build):
    """A person's page lists both and counts both at its head; words that are all quotation stand once."""
    text = page_of(dossier_build, "people/alexander-lukashenko/index.md")
    quotations, reports = text.split("{: #reported }")

    assert quotations.count("<blockquote") == 3
    assert "Минск готов принять переговоры по мирному урегулированию" in reports
    assert "ескалації не буде" not in reports.split("{: #articles }")[0]
    assert '<a href="#quotations">3 quotations</a> <a href="#reported">2 reports in other words</a>' in quotations


def test_marks_of_speech_nest_and_leave_the_words_alone():
    """A fragment within a report stands in both marks; only the first segment has the id that links lead to."""
    report = SpeechMark(start=6, end=26, css="reported", speaker="A. “B” <C>", id="")
    fragment = SpeechMark(start=12, end=20, css="quotation", speaker="B", id="q-12")
    text = "Каже, що це «велике» діло тут."

    woven = weave(text, Span(start=0, end=len(text)), (), (), speech=(report, fragment))

    assert unescape(re.sub(r"<[^>]+>", "", woven)) == text
    assert woven.count('id="q-12"') == 1
    assert woven.count('class="reported"') == 3
    assert "<C>" not in woven
