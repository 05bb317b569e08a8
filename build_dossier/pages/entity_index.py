"""The lists of all people, organisations and places by letter; a long one on several pages, with one row of letters."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from build_dossier.entity import Entity
from build_dossier.extract.mentions import EntityType
from build_dossier.markdown import Markdown
from build_dossier.pages import LatePage, address, parts
from build_dossier.pages.alphabet import name_key
from build_dossier.pages.blind import without_notes
from build_dossier.pages.context import Context
from build_dossier.pages.entity import of_itself
from build_dossier.search.words import tokens
from build_dossier.strict_yaml import write_front_matter
from build_dossier.text.collation import letter, sort_key
from build_dossier.text.translit import romanised

MOST_NAMED = 8
"""How many stand above the letters of a list that has more than twice as many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkView:
    """An entity with its page, or a letter with its place; one without an address is on this page."""

    label: str
    href: Markdown | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LineView:
    """An entity as its list shows it."""

    before: str
    """The given names of a person; nothing of others."""
    name: str
    """What it is found under in the alphabet."""
    others: tuple[tuple[str, str], ...]
    """Language and name, where the name differs from that of the list."""
    href: Markdown
    articles: int
    mentions: int
    as_government: int
    """Mentions of a government by the name of the place, which are none of the place."""
    words: str
    """What it can be found by in the list: every name and form, folded, also in Latin letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterView:
    """The entities under one letter, as far as they are on the page."""

    letter: str
    anchor: str
    lines: tuple[LineView, ...]


@dataclass(frozen=True, kw_only=True)
class _List:
    """The entities of one kind, put in order when the first of its pages is made."""

    context: Context
    kind: EntityType
    entities: tuple[Entity, ...]

    @cached_property
    def ordered(self) -> tuple[Entity, ...]:
        """By the alphabet of the interface language; of one name, by the whole of it."""
        language = self.context.locale
        keys = {
            entity.id: (sort_key(self.found_under(entity), language), sort_key(self.label(entity), language), entity.id)
            for entity in self.entities
        }
        return tuple(sorted(self.entities, key=lambda entity: keys[entity.id]))

    @cached_property
    def most_named(self) -> tuple[Entity, ...]:
        """Those in most articles; none where the list is short."""
        if len(self.entities) <= 2 * MOST_NAMED:
            return ()
        context = self.context
        ranked = sorted(self.entities, key=lambda one: (*_counts(context, one), name_key(context, one.id)))
        return tuple(ranked[:MOST_NAMED])

    @cached_property
    def letters(self) -> dict[str, int]:
        """Every letter of the list with the page on which it begins."""
        found: dict[str, int] = {}
        for at, entity in enumerate(self.ordered):
            found.setdefault(letter(self.found_under(entity)), at // parts.SIZE + 1)
        return found

    def label(self, entity: Entity) -> str:
        """Its name in the interface language."""
        return self.context.label(entity)

    def found_under(self, entity: Entity) -> str:
        """The last word of a person's name, as in the news given names stand first; the whole name of others."""
        label = self.label(entity)
        return label.split()[-1] if self.kind is EntityType.PER and label.split() else label


def pages(context: Context) -> Iterator[LatePage]:
    """For each kind one page, or several where there are many."""
    blind = without_notes(context)
    for kind in address.FOLDERS:
        entities = tuple(entity for entity in blind.dossier.entities.values() if entity.type is kind)
        listed = _List(context=blind, kind=kind, entities=entities)
        count = len(parts.parts(entities))
        for number in range(1, count + 1):
            path = address.entity_index(kind, number)
            yield LatePage(path=path, render=partial(_page, listed, path, number, count), made_of="")


def _page(listed: _List, path: str, number: int, count: int) -> str:
    context = listed.context
    title = _title(context, listed.kind)
    front = {"title": str(title), "description": str(title), "kind": f"{address.FOLDERS[listed.kind]}-index"}
    shown = parts.parts(listed.ordered)[number - 1]
    return context.renderer.render(
        "entity-index.md.j2",
        front=Markdown(write_front_matter(front)),
        title=title,
        total=len(listed.entities),
        most_named=[_link(context, entity, path) for entity in listed.most_named] if number == 1 else (),
        letters=_letters(listed, path, number),
        groups=_groups(listed, shown, path),
        search=address.from_to_html(path, address.SEARCH),
        parts=_parts(listed.kind, number, count),
    )


def _title(context: Context, kind: EntityType) -> Markdown:
    t = context.t
    return {EntityType.PER: t("People"), EntityType.ORG: t("Organisations"), EntityType.LOC: t("Places")}[kind]


def _counts(context: Context, entity: Entity) -> tuple[int, int]:
    """Articles and mentions, each below nought, so that the most named comes first."""
    occurrences = of_itself(context, entity)
    return -len({occurrence.article.id for occurrence in occurrences}), -len(occurrences)


def _link(context: Context, entity: Entity, path: str) -> LinkView:
    return LinkView(label=context.label(entity), href=address.from_to(path, address.entity(entity)))


def _letters(listed: _List, path: str, number: int) -> list[LinkView]:
    """The row of letters: those that exist, each leading to its beginning."""
    return [
        LinkView(label=one, href=address.from_to_html(path, address.entity_index(listed.kind, page), _anchor(one)))
        if page != number
        else LinkView(label=one, href=Markdown(f"#{_anchor(one)}"))
        for one, page in listed.letters.items()
    ]


def _parts(kind: EntityType, number: int, count: int) -> tuple[parts.Link, ...]:
    path = address.entity_index(kind, number)
    return tuple(
        (str(one), None if one == number else address.from_to(path, address.entity_index(kind, one)))
        for one in (range(1, count + 1) if count > 1 else ())
    )


def _anchor(capital: str) -> str:
    return f"letter-{capital.lower() if capital.isalpha() else 'other'}"


def _groups(listed: _List, shown: Sequence[Entity], path: str) -> list[LetterView]:
    found: dict[str, list[LineView]] = {}
    for entity in shown:
        found.setdefault(letter(listed.found_under(entity)), []).append(_line(listed, entity, path))
    return [LetterView(letter=one, anchor=_anchor(one), lines=tuple(lines)) for one, lines in found.items()]


def _line(listed: _List, entity: Entity, path: str) -> LineView:
    context, label, name = listed.context, listed.label(entity), listed.found_under(entity)
    articles, mentions = _counts(context, entity)
    return LineView(
        before=label.removesuffix(name).strip(),
        name=name,
        others=_others(entity, label),
        href=address.from_to(path, address.entity(entity)),
        articles=-articles,
        mentions=-mentions,
        as_government=len(context.occurrences.get(entity.id, ())) + mentions,
        words=_words(context, entity),
    )


def _words(context: Context, entity: Entity) -> str:
    """Folded words of all names, of those in Cyrillic also as Ukrainian and as Russian is put in Latin letters."""
    names = context.names_of(entity)
    latin = (romanised(name, "ru" if language == "ru" else "uk") for language, name in entity.labels.items())
    return " ".join(dict.fromkeys(word for name in (*names, *latin) for _, _, word in tokens(name)))


def _others(entity: Entity, label: str) -> tuple[tuple[str, str], ...]:
    """The names in other languages, each once: «Джон Коул» is written so in two."""
    first = {name: language for language, name in reversed(tuple(entity.labels.items())) if name != label}
    return tuple((language, name) for language, name in entity.labels.items() if first.get(name) == language)
