"""One page through MkDocs, when somebody asks for it: the very bytes that the site builder would publish.

Comes in: ``mkdocs.yml``, the paths of all generated files and the text of a page. Goes out: HTML. MkDocs' own functions
render it, in this process, with the theme's templates loaded once. Where a page's HTML may depend on other pages
(plugins, hooks, other extensions, templates that list pages) there is no press: ``ready`` says so.
"""

import logging
import os
import threading
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

from mkdocs.commands import build
from mkdocs.config import load_config
from mkdocs.exceptions import ConfigurationError
from mkdocs.structure.files import File, Files, file_sort_key, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from build_dossier.configuration import in_its_language
from build_dossier.errors import DossierError
from build_dossier.page_cache import page_by_page

_log = logging.getLogger("mkdocs")
_log.addHandler(logging.NullHandler())
_log.propagate = False
"""Its warnings are told when the site is published."""


class Press:
    """MkDocs with the project's configuration; a page at a time.

    Raises:
        DossierError: the configuration cannot be used.
    """

    def __init__(self, config: Path, docs: Path) -> None:
        os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
        try:
            # Nothing is written: the folder of the site is a name only.
            nowhere = str(docs.with_name("nowhere"))
            self._config = load_config(str(config), docs_dir=str(docs), site_dir=nowhere, **in_its_language(config))
        except ConfigurationError as error:
            raise DossierError(f"{config} cannot be used: {error}") from None
        self.ready = page_by_page(self._config)
        self._environment = self._config.theme.get_env()
        theme = Files([])
        theme.add_files_from_theme(self._environment, self._config)
        self._theme = tuple(theme)
        self._static = {file.dest_uri: Path(file.abs_src_path) for file in theme if file.abs_src_path is not None}
        self._alone = threading.RLock()
        self._paths: frozenset[str] = frozenset()
        self._epoch = 0
        self._files: dict[str, File] = {}
        self._all = Files([])
        self._nav: Any = None

    def lay(self, paths: Collection[str], epoch: int, text: Callable[[str], str]) -> None:
        """Gets ready for another edition.

        Args:
            paths: of all files of the generated docs folder.
            epoch: seconds since 1970, the date of the site.
            text: a page's Markdown by its path; asked for those that the menu names without a title.
        """
        with self._alone:
            os.environ["SOURCE_DATE_EPOCH"] = str(epoch)
            if self._paths == frozenset(paths) and self._epoch == epoch and self._nav is not None:
                self._fill_menu(text)
                return
            self._paths, self._epoch = frozenset(paths), epoch
            files = [
                File(path, self._config.docs_dir, self._config.site_dir, use_directory_urls=False) for path in paths
            ]
            set_exclusions(files, self._config)
            files.sort(key=file_sort_key)
            self._files = {file.dest_uri: file for file in files if file.is_documentation_page()}
            self._all = Files([*files, *self._theme])
            self._nav = get_navigation(self._all, self._config)
            for file in self._files.values():
                if file.page is None:
                    Page(None, file, self._config)
            self._fill_menu(text)

    def page(self, path: str, text: str) -> bytes:
        """The HTML of the page that is published at ``path``, of its Markdown.

        Raises:
            KeyError: there is no such page in this edition.
        """
        with self._alone:
            file = self._files[path]
            page = file.page
            assert page is not None
            self._read(page, text)
            page.active = True
            try:
                context = build.get_context(self._nav, self._all.documentation_pages(), self._config, page)
                template = self._environment.get_template(page.meta.get("template", "main.html"))
                return template.render(context).encode("utf-8", errors="xmlcharrefreplace")
            finally:
                page.active = False

    def lost(self) -> bytes:
        """The page for what is not found."""
        with self._alone:
            template = self._environment.get_template("404.html")
            return template.render(build.get_context(self._nav, self._all, self._config, base_url="/")).encode()

    def asset(self, path: str) -> Path | None:
        """The file of the theme that is published at ``path``."""
        return self._static.get(path)

    def _fill_menu(self, text: Callable[[str], str]) -> None:
        """Reads the pages that the menu shows by their own titles."""
        for page in self._nav.pages:
            if "title" not in vars(page):
                self._read(page, text(page.file.src_uri))

    def _read(self, page: Page, text: str) -> None:
        page.file.content_string = text
        build._populate_page(page, self._config, self._all)  # noqa: SLF001  # it has no other name
