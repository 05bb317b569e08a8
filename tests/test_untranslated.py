"""No word of the interface is written where no catalogue can reach it."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from build_dossier.catalogue import LANGUAGES
from build_dossier.preview.wording import Wording

PROGRAM = Path(__file__).parents[1] / "build_dossier"
PLACES = (PROGRAM / "templates", PROGRAM / "theme")
ATTRIBUTES_ONLY = {"search-record.html", "texts.html"}
"""One has no text, in the other are the words themselves."""
TEMPLATES = sorted(
    path
    for place in PLACES
    for path in (*place.rglob("*.html"), *place.rglob("*.j2"))
    if path.name not in ATTRIBUTES_ONLY
)
SCRIPTS = sorted(path for folder in ("theme", "preview", "paper") for path in (PROGRAM / folder).rglob("*.js"))

JINJA = re.compile(r"\{%-?.*?-?%\}|\{\{.*?\}\}|\{#.*?#\}", re.DOTALL)
FRONT = re.compile(r"\A---\n.*?^---$", re.DOTALL | re.MULTILINE)
ATTRIBUTES = re.compile(r"\{:[^}\n]*\}|\]\([^)\n]*\)")
"""Of Markdown: attributes of a block, and where a link leads."""
WORD = re.compile(r"[^\W\d_]{3,}")
SAID = {"alt", "aria-label", "content", "placeholder", "title"}
NAMES = {"Wikidata", "SHA", "JSON", "Alt", "Markdown"}
"""Proper names, the same in every language."""
COMMENT = re.compile(r"/\*.*?\*/|(?<![:\"'`])//[^\n]*", re.DOTALL)
LITERAL = re.compile(r"\"([^\"\n]*)\"|'([^'\n]*)'|`([^`]*)`")
KEYS = {"Enter", "Escape"}
SENTENCE = re.compile(r"(?:^|>)[A-Z][a-z]+(?: [a-z]+)+|^[A-Z][a-z]{2,}[ .:]?$")


class Literals(HTMLParser):
    """The words of a template that stand in no expression."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.words: set[str] = set()
        self._open: list[str] = []
        self.feed(ATTRIBUTES.sub("", JINJA.sub("", FRONT.sub("", source))))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """What its attributes say to a reader; of ``meta``, how the page is to be shown is none of it."""
        self._open.append(tag)
        self.words |= {
            word for name, value in attrs if name in SAID and tag != "meta" for word in WORD.findall(value or "")
        }

    def handle_endtag(self, tag: str) -> None:
        """Leaves the element."""
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Words, but for what is code."""
        if not {"script", "style", "code", "pre", "kbd"} & set(self._open[-1:]):
            self.words |= set(WORD.findall(data))


def test_what_a_template_says_itself_is_seen():
    """Words between tags and in labels are found; those of expressions, code and attributes are not."""
    template = """<p class="note" title="Hello">{{ t("Away") }} Some words <code>make</code></p>{: .reason }"""

    assert Literals(template).words == {"Hello", "Some", "words"}


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_has_no_words_of_its_own(path: Path):
    """All that a template says goes through the catalogues, labels and titles too."""
    source = path.read_text(encoding="utf-8")

    assert Literals(source).words - NAMES == set()


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_script_has_no_sentence_of_its_own(path: Path):
    """What a script says on a page it has from the page."""
    code = COMMENT.sub("", path.read_text(encoding="utf-8"))
    literals = {text for found in LITERAL.findall(code) for text in found}

    assert {text for text in literals if SENTENCE.search(text)} - KEYS == set()


def test_the_preview_has_every_text_of_its_script():
    """Each text that the script asks for is an attribute in each language."""
    script = (PROGRAM / "preview/preview.js").read_text(encoding="utf-8")
    asked = {f"text-{name}" for name in re.findall(r'said\("(\w+)"\)', script)}

    assert len(asked) > 5
    for language in LANGUAGES:
        texts = Wording(language=language).texts()
        assert asked - texts.keys() == set()


def test_the_preview_counts_in_every_language():
    """A text that counts has the forms that the script may ask for."""
    assert {"text-errors-one", "text-errors-few", "text-errors-many"} <= Wording(language="uk").texts().keys()
    assert Wording(language="ru").texts()["text-warnings-few"] == "{count} предупреждения"


def test_a_refusal_is_told_in_the_language_of_the_page():
    """The file is named as it is."""
    said = Wording(language="uk").said("%(file)s has changed meanwhile: look again, then annotate.", file="docs/a.md")

    assert said == "файл docs/a.md тим часом змінився: перегляньте сторінку знову, тоді додавайте."
    assert Wording().said("%(reason)s.", reason="100 % none") == "100 % none."
