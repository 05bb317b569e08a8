"""Every interface text has its place in the catalogues."""

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po

from build_dossier.catalogue import LANGUAGES
from build_dossier.interface_words import extract_settings

LOCALE = Path(__file__).parent.parent / "build_dossier/locale"
KEYWORDS = {"t": None, "tn": (1, 2), "message": None}

FILLED = re.compile(r"%\(\w+\)s|\{\w+\}")


def catalogue(path: Path) -> Catalog:
    """A catalogue or template as it is on disk."""
    with path.open("rb") as file:
        return read_po(file)


def translated(language: str) -> Catalog:
    """The catalogue of a language, with its plural forms."""
    with (LOCALE / language / "LC_MESSAGES/dossier.po").open("rb") as file:
        return read_po(file, locale=language)


def shown_of_many(message: Message) -> str:
    """A message in English; of one that counts, its form for many."""
    return message.id if isinstance(message.id, str) else message.id[1]


def said() -> set[str]:
    """The message of every interface text in pages and templates."""
    with (LOCALE / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)
    found = extract_from_dir(LOCALE.parent, methods, options, keywords=KEYWORDS)
    with (LOCALE.parent.parent / "mkdocs.yml").open("rb") as settings:
        names = [(0, 0, name, 0, 0) for _, _, name, _ in extract_settings(settings, (), (), {})]
    return {message if isinstance(message, str) else message[0] for _, _, message, _, _ in (*found, *names)}


def test_the_template_holds_every_text():
    """``make texts`` has been run since the last text changed."""
    template = {m.id if isinstance(m.id, str) else m.id[0] for m in catalogue(LOCALE / "dossier.pot") if m.id}

    assert "Related articles" in template
    assert template == said()


@pytest.mark.parametrize("path", sorted(LOCALE.glob("*/LC_MESSAGES/dossier.po")), ids=lambda path: path.parts[-3])
def test_every_language_holds_every_text(path: Path):
    """No language lacks an entry, and none has one that nothing says."""
    assert {m.id if isinstance(m.id, str) else m.id[0] for m in catalogue(path) if m.id} == said()


def forms(message: Message) -> tuple[str, ...]:
    """A translation in all its forms."""
    return (message.string,) if isinstance(message.string, str) else tuple(message.string)


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
def test_every_text_is_translated(language: str):
    """No translation is empty, and a text that counts has every form that the language has."""
    said = [message for message in translated(language) if message.id]
    plural = {len(message.string) for message in said if not isinstance(message.id, str)}

    assert [message.id for message in said if not all(forms(message))] == []
    assert plural == {3}


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
def test_translations_keep_what_is_filled_in(language: str):
    """Each form names what its message names; that of many names the number, which English may leave out of one."""
    wrong = [
        (message.id, form)
        for message in translated(language)
        for form in forms(message)
        if message.id and set(FILLED.findall(form)) != set(FILLED.findall(shown_of_many(message)))
    ]

    assert wrong == []


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
def test_translations_end_as_their_messages_do(language: str):
    """A sentence stays a sentence, a label stays a label."""
    wrong = [
        (message.id, form)
        for message in translated(language)
        for form in forms(message)
        if message.id and form.endswith(".") != shown_of_many(message).endswith(".")
    ]

    assert wrong == []
