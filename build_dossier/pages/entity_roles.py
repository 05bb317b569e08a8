"""What the articles call a person, on the page of that person: article by description, in each article's own words."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from build_dossier.entity import Entity
from build_dossier.extract.mentions import EntityType
from build_dossier.extract.roles import Role
from build_dossier.link import LinkedReading
from build_dossier.pages import address
from build_dossier.pages.context import Context
from build_dossier.pages.display import shortened


@dataclass(frozen=True, slots=True, kw_only=True)
class DescriptionView:
    """One description of a person in an article, where it first stands there."""

    text: str
    href: str
    times: int
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
    views = tuple(_described(context.by_id[article], entity, path) for article in articles)
    return views if any(view.descriptions for view in views) else ()


def roles_of(linked: LinkedReading, entity_id: str) -> Iterator[Role]:
    """The descriptions of one person in an article, in text order."""
    led = {(link.mention.start, link.mention.end): link.entity for link in linked.links}
    return (role for role in linked.reading.roles if led.get((role.mention.start, role.mention.end)) == entity_id)


def _described(linked: LinkedReading, entity: Entity, path: str) -> DescribedView:
    article = linked.reading.article
    page = address.from_to_html(path, address.article(article.id))
    first: dict[str, Role] = {}
    times: Counter[str] = Counter()
    for role in roles_of(linked, entity.id):
        words = " ".join(article.text[role.start : role.end].split())
        times[words] += 1
        first.setdefault(words, role)
    return DescribedView(
        title=shortened(article.title.text, 110),
        language=article.language,
        href=page,
        descriptions=tuple(
            DescriptionView(
                text=words,
                href=f"{page}#m-{role.mention.start}",
                times=times[words],
                alone=role.start <= role.mention.start < role.end,
            )
            for words, role in first.items()
        ),
    )
