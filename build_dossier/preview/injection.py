"""What the preview adds to a page on its way to the browser: one element, nothing of it published.

Comes in: HTML, and what the page's script must know. Goes out: the HTML with the script before its end.
"""

from collections.abc import Mapping
from html import escape
from importlib.resources import files

BEFORE = b"</body>"
OPEN = b'<script src="/.preview/preview.js" id="dossier-preview" defer'

FOLDER = ".preview/"
"""Where the preview's own addresses lie: no page can, since ids begin with a letter or a digit."""

SCRIPTS: Mapping[str, str] = {"preview.js": "text/javascript", "preview.css": "text/css"}


def with_script(html: bytes, values: Mapping[str, str]) -> bytes:
    """The page with the preview's script, which reads ``values`` as its data attributes."""
    told = "".join(f' data-{name}="{escape(value)}"' for name, value in values.items())
    element = OPEN + told.encode() + b"></script>"
    head, end, tail = html.rpartition(BEFORE)
    return head + element + end + tail if end else html + element


def script(name: str) -> bytes:
    """The preview's script or style sheet."""
    return (files("build_dossier") / "preview" / name).read_bytes()
