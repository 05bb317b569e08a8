"""Every interface text has its place in the catalogues."""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po

LOCALE = Path(__file__).parent.parent / "build_dossier/locale"
KEYWORDS = {"t": None, "tn": (1, 2), "message": None}


def catalogue(path: Path) -> Catalog:
    """A catalogue or template as it is on disk."""
    with path.open("rb") as file:
        return read_po(file)


def said() -> set[str]:
    """The message of every interface text in pages and templates."""
    with (LOCALE / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)
    found = extract_from_dir(LOCALE.parent, methods, options, keywords=KEYWORDS)
    return {message if isinstance(message, str) else message[0] for _, _, message, _, _ in found}


def test_the_template_holds_every_text():
    """``make texts`` has been run since the last text changed."""
    template = {m.id if isinstance(m.id, str) else m.id[0] for m in catalogue(LOCALE / "dossier.pot") if m.id}

    assert "Related articles" in template
    assert template == said()


@pytest.mark.parametrize("path", sorted(LOCALE.glob("*/LC_MESSAGES/dossier.po")), ids=lambda path: path.parts[-3])
def test_every_language_holds_every_text(path: Path):
    """No language lacks an entry, and none has one that nothing says."""
    assert {m.id if isinstance(m.id, str) else m.id[0] for m in catalogue(path) if m.id} == said()
