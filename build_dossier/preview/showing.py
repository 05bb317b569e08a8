"""What the preview shows: an edition at a time, its pages made when somebody looks at them.

Comes in: builds, and how their publication goes. Goes out: HTML by path, and word of every change to whoever waits for
one. Requests come on threads of their own; the edition is exchanged as a whole.
"""

import hashlib
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from build_dossier.build import Build
from build_dossier.dossier import Sources
from build_dossier.edition import article_texts, newest
from build_dossier.errors import Problem, Severity
from build_dossier.fidelity import check_fidelity
from build_dossier.pages import LatePage, Page
from build_dossier.preview.press import Press
from build_dossier.webpage import read_page

INDEX = "index.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One build, ready to be looked at."""

    built: Build
    sources: Sources
    """As they stand on the disk: where a file is broken, the build was made of its last good version."""
    broken: tuple[str, ...]
    pages: Mapping[str, Page | LatePage]
    """By the path at which they are published."""
    texts: Mapping[str, str]
    """What each article page must say, by the same path."""
    made: dict[str, bytes] = field(default_factory=dict)
    """HTML that somebody has asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """What a page is told that asks how things are."""

    number: int
    """Of the last change; grows."""
    problems: tuple[Problem, ...]
    """Errors and warnings, gravest first."""
    publishing: str
    """How far the published site and its search are behind: ``""`` not at all."""


class Showing:
    """The edition on show; without a ``press`` its pages are those of the published ``site``."""

    def __init__(self, press: Press | None, site: Path) -> None:
        self._press = press
        self._site = site
        self._news = threading.Condition()
        self._table = threading.RLock()
        """Held while a page is made, and while the edition is exchanged."""
        self._number = 0
        self._edition: Edition | None = None
        self._failure: tuple[Problem, ...] = ()
        self._published: tuple[Problem, ...] = ()
        self._publishing = ""

    @property
    def edition(self) -> Edition | None:
        """The one on show; ``None`` until the first is there."""
        return self._edition

    def show(self, built: Build, sources: Sources, broken: tuple[str, ...]) -> None:
        """Puts a build on show."""
        texts = article_texts(built.dossier)
        pages = {} if self._press is None else {_published(page.path): page for page in built.site.pages}
        edition = Edition(built=built, sources=sources, broken=broken, pages=pages, texts=texts)
        with self._table:
            if self._press is not None:
                self._lay(self._press, edition)
            self._edition, self._failure = edition, ()
        self._change()

    def fail(self, said: str) -> None:
        """Tells that there is no new edition; the old one stays."""
        self._failure = (_failure(said),)
        self._change()

    def publishing(self, how: str, problems: tuple[Problem, ...] | None = None) -> None:
        """Tells how far publication is, and at its end what was found wrong there."""
        self._publishing = how
        self._published = self._published if problems is None else problems
        self._change()

    def word(self) -> Word:
        """How things are."""
        with self._news:
            built = () if self._edition is None else self._edition.built.problems
            told = dict.fromkeys((*self._failure, *built, *self._published))
            grave = tuple(problem for problem in told if problem.severity is not Severity.DOUBT)
            return Word(number=self._number, problems=grave, publishing=self._publishing)

    def await_change(self, seen: int, seconds: float) -> Word:
        """How things are once they are another than ``seen``, or when the time is over."""
        with self._news:
            self._news.wait_for(lambda: self._number != seen, timeout=seconds)
        return self.word()

    def page(self, path: str) -> bytes | None:
        """The HTML of a page; ``None`` where there is none.

        Raises:
            FidelityError: it does not hold the words of its seed.
        """
        if self._press is None:
            file = self._site / path
            return file.read_bytes() if path.endswith(".html") and file.is_file() else None
        with self._table:
            edition = self._edition
            page = None if edition is None else edition.pages.get(path)
            if edition is None or page is None:
                return None
            if path not in edition.made:
                html = self._press.page(path, page.text)
                if path in edition.texts:
                    check_fidelity(read_page(html).words, edition.texts[path], article=path)
                edition.made[path] = html
            return edition.made[path]

    def lost(self) -> bytes | None:
        """The page for what is not found."""
        return self.page("404.html") if self._press is None else self._press.lost()

    def asset(self, path: str) -> bytes | None:
        """A file that is no page: of the data, or of the theme; ``None`` where there is none."""
        if self._press is None or self._edition is None:
            return None
        made = next((asset.data for asset in self._edition.built.site.assets if asset.path == path), None)
        file = self._press.asset(path)
        return made if made is not None or file is None else file.read_bytes()

    def digest(self, path: str) -> str:
        """One value for a page as it is now; empty where there is none, or none can be made."""
        try:
            html = self.page(path)
        except Exception:  # noqa: BLE001  # whoever asks for the page itself is told
            html = None
        return "" if html is None else digest(html)

    def notes_digest(self, article: str) -> str:
        """One value for the annotation file of an article as it was read; empty where there is none."""
        edition = self._edition
        path = None if edition is None else edition.built.dossier.annotation_files.get(article)
        files = () if edition is None else edition.sources.annotations
        return next((digest(file.text.encode()) for file in files if file.path == path), "")

    def _lay(self, press: Press, edition: Edition) -> None:
        by_source = {page.path: page for page in edition.pages.values()}
        assets = (asset.path for asset in edition.built.site.assets)
        press.lay((*by_source, *assets), newest(edition.built.dossier), lambda path: by_source[path].text)

    def _change(self) -> None:
        with self._news:
            self._number += 1
            self._news.notify_all()


def digest(data: bytes) -> str:
    """A short digest: to notice a change by, not to withstand an attack."""
    return hashlib.sha256(data).hexdigest()[:16]


def _published(path: str) -> str:
    return path.removesuffix(".md") + ".html"


def _failure(said: str) -> Problem:
    return Problem(severity=Severity.ERROR, code="preview", file="build_dossier", line=None, message=said)
