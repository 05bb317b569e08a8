"""Persons whom two articles or more call by different offices, titles or epithets: one table each.

Comes in: a ``Context``. Goes out: ``/names-given/``, in parts: first whoever is called most differently. A row is an
article with its descriptions; where the articles are many, a description in the nominative with the articles that have
it, how often and in whose voice, and last who has the name alone.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from build_dossier.entity import Entity
from build_dossier.extract.mentions import EntityType
from build_dossier.framing.called import Called, called_in
from build_dossier.link import LinkedReading
from build_dossier.markdown import Markdown
from build_dossier.pages import LatePage, address, parts
from build_dossier.pages.alphabet import name_key
from build_dossier.pages.blind import without_notes
from build_dossier.pages.context import Context
from build_dossier.pages.display import shortened
from build_dossier.pages.entity_roles import DescribedView, descriptions, speaker
from build_dossier.pages.grouping import grouped
from build_dossier.pages.term_uses import about, count_words
from build_dossier.strict_yaml import write_front_matter
from build_dossier.text.collation import sort_key

FEW = 8
"""Articles of a person that have a row each; of more, each description has one."""
PERSONS = 25
"""Persons of one page."""
MOST = 40
"""Rows of a person; more stand on the person's page."""
MOST_ARTICLES = 12
"""Articles of a row."""
TITLE = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenView:
    """An article that calls the person so."""

    title: str
    language: str
    about: Markdown
    href: Markdown
    counts: tuple[tuple[Markdown, str | None], ...]
    """How often in each voice, and whose it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowView:
    """A description and who has it."""

    text: str
    language: str
    given: tuple[GivenView, ...]
    left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonView:
    """A person and all that they are called."""

    id: Markdown
    label: str
    href: Markdown
    articles: tuple[DescribedView, ...]
    """Each with its descriptions, where the articles are few."""
    rows: tuple[RowView, ...]
    """Each description with its articles."""
    rows_left: int
    bare: tuple[GivenView, ...]
    """Articles that have the name alone."""
    bare_left: int


Given = Mapping[tuple[str, str], Sequence[Called]]
"""What one person is called, by the words in the nominative and their language."""


def _named_differently(context: Context) -> Mapping[str, Given]:
    """By entity id: those whom articles call differently, the one with most descriptions first."""
    entities = context.dossier.entities
    every = (called for linked in context.articles for called in called_in(linked))
    by_person = grouped((called.entity, called) for called in every)
    found = {one: _by_words(ones) for one, ones in by_person.items() if entities[one].type is EntityType.PER}
    several = {entity: given for entity, given in found.items() if _differ(given)}
    return dict(sorted(several.items(), key=lambda one: (-len(one[1]), name_key(context, one[0]))))


def _by_words(ones: Sequence[Called]) -> Given:
    return grouped(((called.listed, called.linked.reading.article.language), called) for called in ones)


def _differ(given: Given) -> bool:
    """Whether two articles call somebody differently."""
    of = grouped((called.linked.reading.article.id, words) for words, ones in given.items() for called in ones)
    return len({frozenset(words) for words in of.values()}) > 1


def pages(context: Context) -> Iterator[LatePage]:
    """One page, or several; they show no notes."""
    blind = without_notes(context)
    shown = parts.parts(list(_named_differently(blind).items()), PERSONS)
    for number, persons in enumerate(shown, start=1):
        render = partial(_page, blind, persons, number, len(shown))
        yield LatePage(path=parts.path(address.NAMES_GIVEN, number), render=render, made_of="")


def _page(context: Context, persons: Sequence[tuple[str, Given]], number: int, count: int) -> str:
    path, t = parts.path(address.NAMES_GIVEN, number), context.t
    front = {
        "title": str(t("Names given")),
        "description": str(t("What articles call the same person, where they differ")),
        "kind": "names-given",
    }
    return context.renderer.render(
        "names-given.md.j2",
        front=Markdown(write_front_matter(front)),
        persons=tuple(_person(context, context.dossier.entities[entity], given, path) for entity, given in persons),
        parts=parts.links(address.NAMES_GIVEN, number, count),
    )


def _person(context: Context, entity: Entity, given: Given, path: str) -> PersonView:
    described = {called.linked.reading.article.id for ones in given.values() for called in ones}
    named = dict.fromkeys(occurrence.article.id for occurrence in context.occurrences.get(entity.id, ()))
    bare = [context.by_id[article] for article in named if article not in described]
    articles = {words: len({called.linked.reading.article.id for called in ones}) for words, ones in given.items()}
    ranked = sorted(given.items(), key=lambda one: (-articles[one[0]], sort_key(one[0][0], context.locale), one[0]))
    return PersonView(
        id=Markdown(entity.id),
        label=context.label(entity),
        href=address.from_to(path, address.entity(entity)),
        articles=descriptions(context, entity, path) if len(named) <= FEW else (),
        rows=tuple(_row(context, words, language, ones, path) for (words, language), ones in ranked[:MOST]),
        rows_left=max(0, len(ranked) - MOST),
        bare=tuple(_given(context, linked, (), path) for linked in bare[:MOST_ARTICLES]),
        bare_left=max(0, len(bare) - MOST_ARTICLES),
    )


def _row(context: Context, words: str, language: str, ones: Sequence[Called], path: str) -> RowView:
    by_article = grouped((called.linked.reading.article.id, called) for called in ones)
    shown = [_given(context, same[0].linked, same, path) for same in list(by_article.values())[:MOST_ARTICLES]]
    return RowView(text=words, language=language, given=tuple(shown), left=max(0, len(by_article) - MOST_ARTICLES))


def _given(context: Context, linked: LinkedReading, ones: Sequence[Called], path: str) -> GivenView:
    article = linked.reading.article
    page = address.from_to_html(path, address.article(article.id))
    by_voice = grouped(((called.said.voice, speaker(context, called)), called) for called in ones)
    return GivenView(
        title=shortened(article.title.text, TITLE),
        language=article.language,
        about=about(context, article),
        href=Markdown(f"{page}#m-{ones[0].role.mention.start}") if ones else page,
        counts=tuple((count_words(context, voice, len(same)), name) for (voice, name), same in by_voice.items()),
    )
