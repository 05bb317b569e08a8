"""One session of the preview: builds after each change, shows it at once, publishes when there is rest.

Comes in: the folders. Goes out: what is on show, and lines for the terminal. Pages need no publication to be shown;
search does: the index is made of the whole site, so that runs in the background, two seconds after the last change.
"""

import io
import threading
import time
import traceback
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from build_dossier.configuration import interface_language
from build_dossier.disk import claim
from build_dossier.edition import Folders, as_published, check_folders, program_of, publish_build, read_folders
from build_dossier.endings import in_words
from build_dossier.errors import DossierError, Problem
from build_dossier.exchange import recover
from build_dossier.exports.record import message
from build_dossier.preview.desk import Desk
from build_dossier.preview.last_good import Readable, readable
from build_dossier.preview.press import Press
from build_dossier.preview.showing import Edition, Showing
from build_dossier.preview.wording import Wording
from build_dossier.progress import Progress

REST = 2.0
"""Seconds without a change before the site is published."""

BEHIND = message("Search is being made anew.")
HELD = message("Search and the published site wait until every file can be read.")
LATE = message("The site could not be published; search is as it was.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Where the session speaks."""

    progress: Callable[[], Progress]
    report: Callable[[Sequence[Problem]], object]
    say: Callable[[str], object]
    alone: Callable[[], AbstractContextManager[None]]
    """Holds the locks of the folders that are published to."""


class Session:
    """What the process keeps while it runs."""

    def __init__(self, folders: Folders, voice: Voice) -> None:
        check_folders(folders)
        claim(folders.out)
        recover(folders.site.resolve())
        self._folders = folders
        self._voice = voice
        self._program = program_of(folders)
        self._desk = Desk(folders.cache(), self._program)
        self.wording = Wording(language=interface_language(folders.config))
        press = Press(folders.config, folders.out.resolve())
        self.showing = Showing(press if press.ready else None, folders.site.resolve())
        self._live = press.ready
        self._read: Readable | None = None
        self._wanted = threading.Condition()
        self._newest: tuple[float, Edition] | None = None

    def places(self) -> tuple[Path, ...]:
        """What is to be watched."""
        return self._folders.seeds, self._folders.docs

    def refresh(self) -> None:
        """Builds from what the folders hold now and shows it; what fails is told, and the old edition stays."""
        began = time.monotonic()
        progress = self._voice.progress() if self.showing.edition is None else Progress(io.StringIO())
        try:
            sources = read_folders(self._folders)
            read = readable(sources, {} if self._read is None else self._read.good)
            built = self._desk.build(read.sources, progress)
            self._read = read
            self.showing.show(built, sources, read.broken)
        except Exception as error:  # noqa: BLE001  # a resident process outlives a mistake, also one of its own
            self.showing.fail(self._told(error, self._folders.docs))
            return
        self._voice.report(built.problems)
        self._voice.say(f"made anew in {time.monotonic() - began:.1f} s")
        edition = self.showing.edition
        assert edition is not None
        self.showing.publishing(self.wording.said(HELD if read.broken else BEHIND))
        with self._wanted:
            self._newest = None if read.broken else (time.monotonic(), edition)
            self._wanted.notify_all()

    def publish_when_at_rest(self) -> None:
        """Publishes the newest edition whenever nothing has changed for a while; never returns."""
        while True:
            self.publish(self.next_at_rest())

    def next_at_rest(self) -> Edition:
        """The newest edition that is not published, once nothing has changed for a while."""
        with self._wanted:
            while self._newest is None or (left := self._newest[0] + REST - time.monotonic()) > 0:
                self._wanted.wait(None if self._newest is None else left)
            edition = self._newest[1]
            self._newest = None
            return edition

    def publish(self, edition: Edition) -> None:
        """Publishes an edition; what fails is told, and the old site stays."""
        try:
            with self._voice.alone():
                known = as_published(edition.sources, self._program, self._folders)
                if known is None:
                    self._desk.save()
                    quiet = Progress(io.StringIO())
                    done = publish_build(edition.built, edition.sources, self._folders, quiet, program=self._program)
                    known = done.problems
                    self._voice.say(f"published: {self._folders.site.resolve() / 'index.html'}")
        except Exception as error:  # noqa: BLE001  # as above
            self.showing.publishing(f"{self.wording.said(LATE)} {self._told(error, self._folders.site)}")
            return
        if self.showing.edition is edition:
            self.showing.publishing("", known)

    def _told(self, error: Exception, folder: Path) -> str:
        """What went wrong, in words; said on the terminal, too."""
        if isinstance(error, DossierError):
            said = str(error)
        elif isinstance(error, OSError):
            said = in_words(error, (folder,))
        else:
            said = f"a mistake of the program: {type(error).__name__}: {error}"
            for line in traceback.format_exception(error):
                self._voice.say(line.rstrip())
        self._voice.say(said)
        return said
