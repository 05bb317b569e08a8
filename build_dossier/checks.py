"""What a site must pass before it is published: the source's words on its pages, and links that lead somewhere.

Comes in: the site being built. Goes out: the editor's dead links, once every check of our own has passed. A page that
passed before is not read again: the cache has, by the digest of a page, what the checks found there.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from build_dossier.disk import write
from build_dossier.errors import DossierError, FidelityError, Problem, Severity
from build_dossier.fidelity import check_fidelity
from build_dossier.linkcheck import DeadLink, dead_links, external, met, needs
from build_dossier.progress import Progress
from build_dossier.webpage import WebPage, read_page, style_urls

FILE = "checked.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed:
    """A page all whose links lived, and whose words were those of its source."""

    made_of: str
    """Digest of the page and of its source's text."""
    targets: frozenset[str]
    """What a fragment can mean there."""
    needs: Mapping[str, list[str]]
    """What its links need: paths in the site, and fragments of each."""


def check_site(
    staging: Path, digests: Mapping[str, str], texts: Mapping[str, str], cache: Path | None, progress: Progress
) -> tuple[Problem, ...]:
    """The editor's dead links, after every check of our own has passed.

    Args:
        staging: the site.
        digests: of every file of the site, by path.
        texts: the source text that each page must hold, by the page's path.
        cache: the folder of what is kept from one build to the next.
        progress: is told page after page.

    Raises:
        FidelityError: a page does not hold the words of its seed.
        DossierError: one of our own links is dead, or something is fetched from elsewhere.
    """
    names = sorted(name for name in digests if name.endswith(".html"))
    made_of = {name: _digest(digests[name], texts.get(name)) for name in names}
    known = {name: passed for name, passed in _read(cache).items() if passed.made_of == made_of.get(name)}
    with progress.stage("checking words and links", len(names)) as bar:
        pages: dict[str, WebPage] = {}
        for name in bar.counted(names):
            if name not in known:
                pages[name] = _faithful(staging, name, texts)
        _all_built(texts, made_of)
        targets = {**{name: passed.targets for name, passed in known.items()}, **_targets(pages)}
        again = [name for name, passed in known.items() if not met(passed.needs, targets, digests.keys())]
        pages |= {name: read_page((staging / name).read_bytes()) for name in again}
        dead = list(dead_links(pages, digests.keys(), targets))
        _refuse_own(dead, [*_style_loads(staging, digests)])
        failed = {link.page for link in dead}
        _save(cache, {name: passed for name, passed in known.items() if name not in failed}, pages, failed, made_of)
    return tuple(_problem(link) for link in dead)


def _faithful(staging: Path, name: str, texts: Mapping[str, str]) -> WebPage:
    page = read_page((staging / name).read_bytes())
    if name in texts:
        check_fidelity(page.words, texts[name], article=name)
    return page


def _all_built(texts: Mapping[str, str], made_of: Mapping[str, str]) -> None:
    missing = sorted(texts.keys() - made_of.keys())
    if missing:
        raise FidelityError(f"article {missing[0]}: the page was not built")


def _targets(pages: Mapping[str, WebPage]) -> dict[str, frozenset[str]]:
    return {name: page.targets for name, page in pages.items()}


def _style_loads(staging: Path, digests: Mapping[str, str]) -> list[str]:
    """What style sheets fetch from elsewhere."""
    sheets = sorted(name for name in digests if name.endswith(".css"))
    urls = ((name, url) for name in sheets for url in style_urls((staging / name).read_text(errors="replace")))
    return [f"{name}: “{url}” is fetched from outside the site" for name, url in urls if external(url)]


def _refuse_own(dead: list[DeadLink], styles: list[str]) -> None:
    ours = [str(link) for link in dead if link.editor is None] + styles
    if ours:
        raise DossierError(f"{len(ours)} dead links made by the program; the old site stays\n" + "\n".join(ours[:12]))


def _problem(link: DeadLink) -> Problem:
    message = f"“{link.url}” {link.reason}"
    file = link.editor or link.page
    return Problem(severity=Severity.WARNING, code="dead-link", file=file, line=None, message=message)


def _digest(page: str, text: str | None) -> str:
    """One value for a page and for what it must hold."""
    return hashlib.sha256(f"{page} {text!r}".encode(errors="backslashreplace")).hexdigest()


def _program() -> str:
    """The digest of the checks themselves."""
    digest = hashlib.sha256()
    for name in ("checks.py", "fidelity.py", "linkcheck.py", "webpage.py"):
        digest.update(Path(__file__).with_name(name).read_bytes())
    return digest.hexdigest()


def _read(cache: Path | None) -> dict[str, Passed]:
    """What passed at the last build, by path."""
    if cache is None:
        return {}
    try:
        checksum, data = (cache / FILE).read_bytes().split(b"\n", 1)
        if checksum.decode(errors="replace") == _checksum(data):
            return {name: _passed(*fields) for name, fields in json.loads(data).items()}
    except (OSError, ValueError):
        pass
    return {}


def _passed(made_of: str, targets: list[str], needed: dict[str, list[str]]) -> Passed:
    return Passed(made_of=made_of, targets=frozenset(targets), needs=needed)


def _save(
    cache: Path | None,
    known: Mapping[str, Passed],
    pages: Mapping[str, WebPage],
    failed: set[str],
    made_of: Mapping[str, str],
) -> None:
    """Keeps what passed; where that fails the next build takes longer, that is all."""
    if cache is None:
        return
    entries: dict[str, Any] = {name: (p.made_of, sorted(p.targets), p.needs) for name, p in known.items()}
    for name, page in pages.items():
        needed = None if name in failed else needs(name, page)
        if needed is not None:
            entries[name] = (made_of[name], sorted(page.targets), needed)
    data = json.dumps(entries, ensure_ascii=False, separators=(",", ":")).encode(errors="surrogatepass")
    try:
        write(cache / FILE, _checksum(data).encode() + b"\n" + data)
    except OSError:
        return


def _checksum(data: bytes) -> str:
    return hashlib.sha256(_program().encode() + data).hexdigest()
