"""The page of a person, place or organisation."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from build_dossier import kwic
from build_dossier.article import Basis
from build_dossier.entity import Entity
from build_dossier.extract.mentions import EntityType, Level
from build_dossier.linking.authority import authority
from build_dossier.markdown import Markdown, plain_html
from build_dossier.pages import LatePage, address, parts
from build_dossier.pages.alphabet import name_key
from build_dossier.pages.blind import about, without_notes
from build_dossier.pages.concordance import LineView, articles_of
from build_dossier.pages.context import Context, Occurrence
from build_dossier.pages.entity_roles import descriptions
from build_dossier.pages.entity_time import over_time
from build_dossier.pages.note import notes_about
from build_dossier.pages.quotes import QUOTES_SHOWN, quotes_of
from build_dossier.pages.reported import Reports, reports_of
from build_dossier.pages.source_chain import relying
from build_dossier.pages.spark import spark
from build_dossier.strict_yaml import write_front_matter
from build_dossier.text.collation import sort_key
from build_dossier.text.translit import romanised

MENTIONS_A_PAGE = 200
"""A reader of one page reads no more (DESIGN.md); the next 200 stand on a further page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameView:
    """The entity's name in one language."""

    language: str
    language_name: Markdown
    name: str
    latin: str | None
    """In Latin letters, for a name in Cyrillic."""
    basis: Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class NeighbourView:
    """Who is named in the same articles."""

    label: str
    href: str
    articles: int


def pages(context: Context) -> Iterator[LatePage]:
    """The pages of every entity, which show no notes but those on it."""
    blind = without_notes(context)
    for entity in blind.dossier.entities.values():
        own, made_of = about(context, blind, entity.id)
        yield from _entity_pages(own, entity, made_of)


def _entity_pages(context: Context, entity: Entity, made_of: str) -> Iterator[LatePage]:
    occurrences = of_itself(context, entity)
    pages = parts.parts(occurrences, MENTIONS_A_PAGE)
    for number, shown in enumerate(pages, start=1):
        render = partial(_part, context, entity, shown, number, len(pages))
        yield LatePage(path=address.entity(entity, number), render=render, made_of=made_of)


def of_itself(context: Context, entity: Entity) -> Sequence[Occurrence]:
    """The mentions of an entity without those of a government by the name of its seat."""
    return [occurrence for occurrence in context.occurrences.get(entity.id, ()) if occurrence.is_place]


def _part(context: Context, entity: Entity, shown: Sequence[Occurrence], number: int, count: int) -> str:
    path = address.entity(entity, number)
    label = context.label(entity)
    occurrences = of_itself(context, entity)
    government = [o for o in context.occurrences.get(entity.id, ()) if not o.is_place]
    return context.renderer.render(
        "entity.md.j2",
        front=Markdown(write_front_matter(_front_matter(context, entity, number))),
        basis=context.basis,
        label=label,
        first=number == 1,
        kind=kind_word(context, entity.type),
        names=_names(context, entity),
        same_as=entity.same_as,
        prose=context.prose(entity.body, path),
        file=entity.file or f"docs/entities/{entity.id}.md",
        forms=_forms(occurrences, context.locale),
        total=len(occurrences),
        count=len({occurrence.article.id for occurrence in occurrences}),
        spark=spark(context, occurrences) if number == 1 else None,
        times=over_time(context, occurrences) if number == 1 else (),
        descriptions=descriptions(context, entity, path) if number == 1 else (),
        notes=notes_about(context, entity.id, path) if number == 1 else (),
        note_file=context.annotation_file(entity.id),
        quotes=quotes_of(context, entity.id, path) if number == 1 else (),
        quotes_left=max(0, len(context.quoted.get(entity.id, ())) - QUOTES_SHOWN),
        quotes_page=address.from_to(path, address.QUOTES),
        quotes_total=len(context.quoted.get(entity.id, ())),
        reports=reports_of(context, entity.id, path) if number == 1 else Reports(shown=(), total=0),
        relying=relying(context, entity.id, path) if number == 1 else (),
        sources_page=address.from_to(path, address.SOURCES),
        articles=articles_of(context, shown, path, _line),
        as_government=len(government),
        governments=articles_of(context, government[:MENTIONS_A_PAGE], path, _line),
        neighbours=_neighbours(context, entity, path),
        parts=parts.links(address.entity(entity), number, count),
    )


def _names(context: Context, entity: Entity) -> tuple[NameView, ...]:
    return tuple(
        NameView(
            language=language,
            language_name=context.language_name(language),
            name=name,
            latin=latin if (latin := romanised(name, "ru" if language == "ru" else "uk")) != name else None,
            basis=entity.label_basis.get(language, entity.basis),
        )
        for language, name in entity.labels.items()
    )


def _front_matter(context: Context, entity: Entity, number: int) -> dict[str, object]:
    label = context.label(entity)
    return {
        "title": plain_html(label if number == 1 else f"{label} ({number})"),
        "description": plain_html(" · ".join(dict.fromkeys(entity.labels.values()))),
        "id": entity.id,
        "type": entity.type.value,
        "labels": dict(entity.labels),
        "basis": entity.basis.value,
        "kind": address.FOLDERS[entity.type],
        "search_aliases": list(_search_names(context, entity)) if number == 1 else [],
    }


def _search_names(context: Context, entity: Entity) -> tuple[str, ...]:
    """Every name by which a search leads here: those of the texts, and those that tables know beside them («EU»).

    Of the latter no single word in Cyrillic: «Лента» is a common word wherever no text means the medium.
    """
    things = [thing for label in entity.labels.values() if (thing := authority().find(entity.type, label)) is not None]
    known = (name for thing in things for name in thing.names if " " in name or name.isascii())
    return tuple(dict.fromkeys((*context.names_of(entity), *known)))


def kind_word(context: Context, kind: EntityType) -> Markdown:
    """What an entity of a type is called in the language of the interface."""
    t = context.t
    return {EntityType.PER: t("Person"), EntityType.ORG: t("Organisation"), EntityType.LOC: t("Place")}[kind]


def _forms(occurrences: Sequence[Occurrence], locale: str) -> tuple[tuple[str, str, int], ...]:
    """Attested forms of the name, the most frequent first, with the language that has each most."""
    named = (o for o in occurrences if o.mention.level is Level.NAM)
    languages: dict[str, Counter[str]] = {}
    for occurrence in named:
        languages.setdefault(occurrence.mention.form, Counter())[occurrence.article.language] += 1
    ranked = sorted(languages.items(), key=lambda found: (-found[1].total(), sort_key(found[0], locale)))
    return tuple((form, min(n, key=lambda code: (-n[code], code)), n.total()) for form, n in ranked)


def _line(occurrence: Occurrence, page: str) -> LineView:
    mention = occurrence.mention
    line = kwic.line(occurrence.article, mention.start, mention.end)
    return LineView(
        left=line.left,
        node=line.node,
        right=line.right,
        href=f"{page}#m-{mention.start}",
        nominal=mention.level is Level.NOM,
    )


def _neighbours(context: Context, entity: Entity, path: str) -> tuple[NeighbourView, ...]:
    near = context.neighbours.get(entity.id, ())
    ranked = sorted(near, key=lambda one: (-one.articles, name_key(context, one.entity)))
    found = ((context.dossier.entities[one.entity], one.articles) for one in ranked)
    return tuple(
        NeighbourView(label=context.label(other), href=address.from_to(path, address.entity(other)), articles=articles)
        for other, articles in found
    )
