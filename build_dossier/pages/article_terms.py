"""How an article names things, on its own page: the terms of each set that it has, with ways to the words.

Comes in: the context and an article. Goes out: ``NamingView``s.
"""

from dataclasses import dataclass

from build_dossier.framing.uses import uses_in
from build_dossier.link import LinkedReading
from build_dossier.markdown import Markdown
from build_dossier.pages import address
from build_dossier.pages.context import Context
from build_dossier.pages.grouping import grouped
from build_dossier.pages.passage import passage
from build_dossier.pages.term_uses import Worded, count_words, gloss, worded


@dataclass(frozen=True, slots=True, kw_only=True)
class TermView:
    """A term, and how often in each voice."""

    gloss: Worded
    href: Markdown
    """The page of the term."""
    counts: tuple[tuple[Markdown, Markdown], ...]
    """In words, with the way to the first place in this article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamingView:
    """A set, and the terms of it that the article has."""

    title: Worded
    href: Markdown
    terms: tuple[TermView, ...]


def namings(context: Context, linked: LinkedReading, path: str) -> tuple[NamingView, ...]:
    """The sets of which an article has a term, in their order; each use counts for the narrowest term alone."""
    framing, article = context.dossier.framing, linked.reading.article
    found = grouped(((use.hit.set, use.hit.term), use) for use in uses_in(linked, framing))
    views = []
    for key, one in framing.sets.items():
        terms = tuple(
            TermView(
                gloss=gloss(context, term),
                href=address.from_to_html(path, address.term(key, term.key)),
                counts=tuple(
                    (
                        count_words(context, voice, len(same)),
                        passage(article, same[0].hit.start, same[0].hit.end, path),
                    )
                    for voice, same in grouped((use.said.voice, use) for use in found[key, term.key]).items()
                ),
            )
            for term in one.terms.values()
            if (key, term.key) in found
        )
        if terms:
            href = address.from_to_html(path, address.term_set(key))
            views.append(NamingView(title=worded(context, one.title, key), href=href, terms=terms))
    return tuple(views)
