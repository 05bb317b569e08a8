"""From a ``Dossier`` to pages: one module per kind of page, in the ``PAGE_KINDS`` tuple of ``kinds``."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One Markdown page of the generated docs folder."""

    path: str
    """Below the docs folder: ``articles/<id>/index.md``."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LatePage:
    """A page that is rendered when its text is asked for: it may be known what that would be."""

    path: str
    render: Callable[[], str]
    made_of: str
    """One value for all that the text depends on beside the ground (``build_dossier.ground``) and the program."""

    @property
    def text(self) -> str:
        """The Markdown, rendered anew each time."""
        return self.render()


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """One data file of the generated docs folder."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The site source: what MkDocs is given."""

    pages: Iterable[Page | LatePage]
    """A page is rendered when it is asked for."""
    assets: Iterable[Asset]
