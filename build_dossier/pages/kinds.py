"""Every kind of page, in the order in which they are made."""

from collections.abc import Callable, Iterator

from build_dossier.pages import Page, about, article, entity, front, notes, redirect, review
from build_dossier.pages.context import Context

PageKind = Callable[[Context], Iterator[Page]]
"""The pages of one kind."""

PAGE_KINDS: tuple[PageKind, ...] = (
    front.pages,
    article.pages,
    entity.pages,
    notes.pages,
    review.pages,
    about.pages,
    redirect.pages,
)
