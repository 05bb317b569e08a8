"""The interface's words in another language: gettext catalogues compiled in memory.

Comes in: a language tag. Goes out: ``gettext`` and ``ngettext`` of that language; English, and any language without
a catalogue, is the identity. No ``.mo`` file is ever written, so none can be stale. The fence around babel's
catalogues.
"""

import gettext
import io
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from babel import Locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALE = Path(__file__).parent / "locale"

LANGUAGES = ("en", "uk", "ru")
"""Those that the interface speaks."""

_FIRST_NUMBERS = range(200)
"""Every plural category of a language has one of them, but for those of fractions."""


@lru_cache(maxsize=8)
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


def plural_forms(language: str, singular: str, plural: str, folder: Path = LOCALE) -> Mapping[str, str]:
    """A text that counts, by CLDR's plural categories of the language; ``other`` is always among them."""
    ngettext = translations(language, folder).ngettext
    rule = Locale.parse(language).plural_form
    forms = {str(rule(n)): ngettext(singular, plural, n) for n in reversed(_FIRST_NUMBERS)}
    return {**forms, "other": forms.get("other") or ngettext(singular, plural, _FIRST_NUMBERS[0])}
