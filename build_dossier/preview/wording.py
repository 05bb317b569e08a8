"""What the preview says on a page, in the language of the interface.

Comes in: the language. Goes out: the texts of the page's script, and sentences of the server. What is wrong with a file
is told in English, as on the terminal.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from build_dossier.catalogue import plural_forms, translations


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The preview's words in one language."""

    language: str = "en"

    def said(self, message: str, **values: object) -> str:
        """A sentence of the server in the language, filled in; one that has no translation stays as it is."""
        return translations(self.language).gettext(message) % values

    def texts(self) -> Mapping[str, str]:
        """The texts of the script by name, for attributes of its element; what counts has one for each plural form."""
        t, tn = translations(self.language).gettext, self._counted
        return {
            "text-preview": t("Preview"),
            "text-annotate": t("Annotate"),
            "text-begun": t("Note begun in"),
            "text-go": t("Go to the note"),
            "text-open": t("Open in VS Code"),
            "text-refused": t("Nothing was written:"),
            "text-silent": t("The preview does not answer."),
            "text-gone": t("This page is no longer made."),
            **tn("1 error", "{count} errors", name="errors"),
            **tn("1 warning", "{count} warnings", name="warnings"),
            "text-error": t("error"),
            "text-warning": t("warning"),
        }

    def _counted(self, one: str, many: str, *, name: str) -> dict[str, str]:
        forms = plural_forms(self.language, one, many)
        return {f"text-{name}-{category}": said for category, said in forms.items()}
