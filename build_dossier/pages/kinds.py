"""Every kind of page, in the order in which they are made."""

from collections.abc import Callable, Iterator

from build_dossier.pages import (
    LatePage,
    Page,
    about,
    article,
    copied,
    coverage,
    dates,
    differences,
    entity,
    entity_index,
    event,
    framing,
    front,
    names_given,
    network,
    notes,
    pair,
    place_map,
    quotes,
    redirect,
    review,
    search,
    sources,
    timeline,
)
from build_dossier.pages.context import Context

PageKind = Callable[[Context], Iterator[Page] | Iterator[LatePage] | Iterator[Page | LatePage]]
"""The pages of one kind."""

PAGE_KINDS: tuple[PageKind, ...] = (
    front.pages,
    article.pages,
    entity.pages,
    entity_index.pages,
    place_map.pages,
    network.pages,
    event.pages,
    pair.pages,
    coverage.pages,
    differences.pages,
    copied.pages,
    timeline.pages,
    dates.pages,
    quotes.pages,
    sources.pages,
    framing.pages,
    names_given.pages,
    notes.pages,
    review.pages,
    search.pages,
    about.pages,
    redirect.pages,
)
