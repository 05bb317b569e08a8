"""The same dossier in each language of the interface: the same pages, and nothing of the interface left in English."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import chain
from pathlib import Path

import pytest

from build_dossier.build import Build
from build_dossier.catalogue import LANGUAGES, translations
from build_dossier.disk import TEMPLATES
from build_dossier.pages.context import make_context
from build_dossier.pages.kinds import PAGE_KINDS
from build_dossier.preview.press import Press
from build_dossier.rendering import Renderer
from build_dossier.text.collation import sort_key
from tests.test_locale import forms, translated

ROOT = Path(__file__).parents[1]
KIND = re.compile(r"^kind: (\S+)$", re.MULTILINE)
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
SAID = {"alt", "aria-label", "content", "data-count", "placeholder", "title"}
FOREIGN = {"uk": re.compile("[ыэёъ]", re.IGNORECASE), "ru": re.compile("[іїєґ]", re.IGNORECASE)}
"""Letters that the other language has."""
QUOTED = re.compile("«[^»]*»")
SAME = {"Dossier", "Wikidata"}
"""The name of the site is the editor's."""


@pytest.fixture(scope="module")
def dossiers(dossier_build: Build) -> dict[str, dict[str, str]]:
    """The pages of this project's dossier in each language, by path."""
    templates = {path.name: path.read_text(encoding="utf-8") for path in TEMPLATES.iterdir()}
    made = {}
    for language in LANGUAGES:
        words = translations(language)
        context = make_context(dossier_build.dossier, Renderer(templates, words.gettext, words.ngettext), language)
        made[language] = {page.path: page.text for page in chain.from_iterable(kind(context) for kind in PAGE_KINDS)}
    return made


@pytest.fixture(scope="module")
def shown(dossiers: dict[str, dict[str, str]], tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, str]]:
    """One page of each kind in each language as it is published, and the page for what is not found."""
    made = {}
    for language, pages in dossiers.items():
        folder = tmp_path_factory.mktemp(language)
        config = folder / "mkdocs.yml"
        own = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
        theme = own.replace("custom_dir: ", f"custom_dir: {ROOT}/").replace("language: en", f"language: {language}")
        config.write_text(theme, encoding="utf-8")
        (folder / "docs").mkdir()
        press = Press(config, folder / "docs")
        press.lay(pages.keys(), 0, pages.__getitem__)
        of_kind = {KIND.search(text)[1]: path for path, text in pages.items() if KIND.search(text)}  # type: ignore[index]
        html = {path: press.page(path.removesuffix(".md") + ".html", pages[path]).decode() for path in of_kind.values()}
        made[language] = {**html, "404.html": press.lost().decode()}
    return made


class Words(HTMLParser):
    """What a page says in its own language, and the ids of its parts but for its title and letters."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.said: list[str] = []
        self.texts: list[str] = []
        self.ids: list[str] = []
        self.language = ""
        self._open: list[tuple[str, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Its language is its own, or that of the element around it."""
        values = {name: value or "" for name, value in attrs}
        self.language = values.get("lang", "") if tag == "html" else self.language
        language = values.get("lang") or (self._open[-1][1] if self._open else "")
        if "id" in values and tag != "h1" and not values["id"].startswith(("letter-", "__")):
            self.ids.append(values["id"])
        if language == self.language:
            self.said += [value for name, value in values.items() if name in SAID or name.startswith("data-text")]
        if tag not in VOID:
            self._open.append((tag, language))

    def handle_endtag(self, tag: str) -> None:
        """What was opened in it is closed with it."""
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Words of a language that nobody has marked as another."""
        if self._open and self._open[-1][1] == self.language and self._open[-1][0] not in {"script", "style", "code"}:
            self.said.append(" ".join(data.split()))
            self.texts += [] if self._open[-1][0] in {"title", "option"} else self.said[-1:]


def english_only(language: str) -> set[str]:
    """The interface's messages that another language says otherwise."""
    return {
        text
        for message in translated(language)
        if message.id
        for text in ((message.id,) if isinstance(message.id, str) else message.id)
        if text not in forms(message)
    } - SAME


def ids(text: str) -> Iterator[str]:
    """The anchors of a page's Markdown; those of letters are of the language."""
    return (found for found in re.findall(r'(?:\{: |[ "])#([\w.-]+)| id="([^"]+)"', text) if "letter-" not in found[0])


@pytest.mark.parametrize("language", ["uk", "ru"])
def test_every_language_has_the_same_pages(dossiers: dict[str, dict[str, str]], language: str):
    """An address, also of a passage, leads to the same in each language."""
    assert dossiers[language].keys() == dossiers["en"].keys()
    for path, text in dossiers["en"].items():
        assert sorted(ids(dossiers[language][path])) == sorted(ids(text)), path


@pytest.mark.parametrize("language", ["uk", "ru"])
def test_nothing_of_the_interface_is_left_in_english(shown: dict[str, dict[str, str]], language: str):
    """No text and no label of any kind of page is one of our English messages; what is in English says so."""
    english = english_only(language)
    left = {(path, said) for path, html in shown[language].items() for said in Words(html).said if said in english}

    assert len(shown[language]) > 15
    assert left == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_those_of_as_many_articles_stand_in_the_order_of_the_alphabet(
    dossiers: dict[str, dict[str, str]], language: str
):
    """Whom a person is named with: the most articles first, of as many by the name that is shown, not by the id."""
    page = dossiers[language]["people/alexander-lukashenko/index.md"]
    shown = re.findall(
        r"^- \[([^\]]+)\]\(\S+\) · (\D*\d+|one)", page.split("{: #neighbours }")[1].split("\n## ")[0], re.MULTILINE
    )
    counts = [1 if count == "one" else int(count) for _, count in shown]
    names = [name for name, _ in shown]

    assert len(names) > 10
    assert names == [
        name
        for _, name in sorted(zip(counts, names, strict=True), key=lambda one: (-one[0], sort_key(one[1], language)))
    ]


@pytest.mark.parametrize("language", FOREIGN)
def test_what_is_in_another_language_says_so(shown: dict[str, dict[str, str]], language: str):
    """No words around have letters of the other language, but for a spelling that a term quotes."""
    found = {
        (path, text)
        for path, html in shown[language].items()
        for text in Words(html).texts
        if FOREIGN[language].search(QUOTED.sub("", text))
    }

    assert found == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_say_their_language(shown: dict[str, dict[str, str]], language: str):
    """A screen reader speaks each page in the language of the interface; its parts have the same names in each."""
    for path, html in shown[language].items():
        words = Words(html)
        assert words.language == language, path
        assert sorted(words.ids) == sorted(Words(shown["en"][path]).ids), path
