"""The editor's prose on a page, with the language that it is in.

Comes in: the HTML of a text and the text. Goes out: ``Prose``, which knows its language where it is not that of the
interface, so that a screen reader says it and a browser hyphenates it as it is written.
"""

from build_dossier.markdown import Markdown
from build_dossier.text.language import detect


class Prose(Markdown):
    """HTML of what the editor wrote."""

    language: str = ""
    """ISO 639 code of another language than that of the interface; empty where it is that one, or unknown."""


def in_own_language(html: str, text: str, interface: str) -> Prose:
    """The HTML of ``text``, which an editor wrote in any language."""
    prose = Prose(html)
    found = detect(text)
    if found not in {interface, "und"}:
        prose.language = found
    return prose
