"""Which kinds of pages a built site has, by what the pages themselves say.

Comes in: the published site. Goes out: a page of each kind.
"""

import re
from collections.abc import Iterator
from pathlib import Path

_KIND = re.compile(r'class="[^"]*\bdossier--([a-z0-9-]+)')
_REDIRECT = 'http-equiv="refresh"'


def kinds_of_pages(site: Path) -> dict[str, str]:
    """A page of each kind, the longest, by the kind's name: its path below the site.

    The kind is what the theme writes on the page, so that a new one is there without a word here. What only leads to
    another page is left out.
    """
    longest: dict[str, tuple[int, str]] = {}
    for path in _pages(site):
        text = path.read_text(encoding="utf-8")
        found = _KIND.search(text)
        if found is None or _REDIRECT in text:
            continue
        kind = "404" if path.name == "404.html" else found[1]
        if len(text) > longest.get(kind, (0, ""))[0]:
            longest[kind] = len(text), path.relative_to(site).as_posix()
    return {kind: path for kind, (_, path) in sorted(longest.items())}


def _pages(site: Path) -> Iterator[Path]:
    if (site / "404.html").is_file():
        yield site / "404.html"
    yield from sorted(path for path in site.rglob("index.html") if path.relative_to(site).parts[0] != "assets")
