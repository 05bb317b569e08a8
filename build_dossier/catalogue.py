"""The interface's words in another language: gettext catalogues compiled in memory.

Comes in: a language tag. Goes out: ``gettext`` and ``ngettext`` of that language; English, and any language without
a catalogue, is the identity. No ``.mo`` file is ever written, so none can be stale. The fence around babel's
catalogues.
"""

import gettext
import io
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALE = Path(__file__).parent / "locale"


def translations(language: str, folder: Path = LOCALE) -> gettext.NullTranslations:
    """The catalogue ``<folder>/<language>/LC_MESSAGES/dossier.po``; the identity where there is none."""
    source = folder / language / "LC_MESSAGES" / "dossier.po"
    if not source.is_file():
        return gettext.NullTranslations()
    compiled = io.BytesIO()
    with source.open("rb") as file:
        write_mo(compiled, read_po(file, locale=language))  # without a locale babel drops the plural forms
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
