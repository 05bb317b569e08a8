"""What the articles call a person, on the page of that person: article by description, in each article's own words.

Comes in: the context and a person. Goes out: ``DescribedView``s: each description with its voice, and every place.
"""

from dataclasses import dataclass

from build_dossier.entity import Entity
from build_dossier.extract.mentions import EntityType
from build_dossier.framing.called import Called, called_in
from build_dossier.link import LinkedReading
from build_dossier.markdown import Markdown
from build_dossier.pages import address
from build_dossier.pages.context import Context
from build_dossier.pages.display import shortened
from build_dossier.pages.grouping import grouped
from build_dossier.pages.said import speaker_words
from build_dossier.pages.term_uses import count_words


@dataclass(frozen=True, slots=True, kw_only=True)
class DescriptionView:
    """One description of a person in one voice."""

    text: str
    href: str
    """Where it first stands."""
    count: Markdown
    """How often, and in whose voice: «2 own»."""
    speaker: Markdown | None
    """Whose report or quotation it stands in."""
    further: tuple[str, ...]
    """The other places."""
    alone: bool
    """Whether it stands for the person, without the name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DescribedView:
    """An article and what it calls the person; nothing, when it has the name alone."""

    title: str
    language: str
    href: str
    descriptions: tuple[DescriptionView, ...]


def descriptions(context: Context, entity: Entity, path: str) -> tuple[DescribedView, ...]:
    """The articles that name a person, in order of publication, with their descriptions, if any."""
    if entity.type is not EntityType.PER:
        return ()
    articles = dict.fromkeys(occurrence.article.id for occurrence in context.occurrences.get(entity.id, ()))
    views = tuple(_described(context, context.by_id[article], entity, path) for article in articles)
    return views if any(view.descriptions for view in views) else ()


def _described(context: Context, linked: LinkedReading, entity: Entity, path: str) -> DescribedView:
    article = linked.reading.article
    page = address.from_to_html(path, address.article(article.id))
    found = (called for called in called_in(linked) if called.entity == entity.id)
    same = grouped(((called.words, called.said.voice, speaker(context, called)), called) for called in found)
    return DescribedView(
        title=shortened(article.title.text, 110),
        language=article.language,
        href=page,
        descriptions=tuple(
            DescriptionView(
                text=words,
                href=f"{page}#m-{ones[0].role.mention.start}",
                count=count_words(context, voice, len(ones)),
                speaker=name,
                further=tuple(f"{page}#m-{one.role.mention.start}" for one in ones[1:]),
                alone=ones[0].alone,
            )
            for (words, voice, name), ones in same.items()
        ),
    )


def speaker(context: Context, called: Called) -> Markdown | None:
    """Who says it, as pages name them."""
    return speaker_words(context, called.linked, called.said.speaker)
