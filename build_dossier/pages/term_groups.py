"""The uses of a term by outlet and by month: which groups there are, and where the passages of each stand.

Comes in: the ``Uses`` of all terms. Goes out: ``Group``s. What one article alone has in a group stands on the page of
the term already; groups of several articles have pages of their own, which list their passages together.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from build_dossier.article import Article
from build_dossier.framing.uses import ORDER, Place, Use
from build_dossier.framing.voicing import Voice
from build_dossier.markdown import Markdown, escape_line
from build_dossier.pages import address, parts
from build_dossier.pages.context import Context
from build_dossier.pages.term_uses import PASSAGES_A_PAGE, Uses
from build_dossier.text.collation import sort_key


class By(Enum):
    """What articles are put together by."""

    OUTLET = "outlet"
    MONTH = "month"


Name = tuple[By, str]
"""An outlet's name or a month; empty where it is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The articles of an outlet or a month that have a term."""

    by: By
    name: str
    articles: tuple[str, ...]
    passages: int
    number: int
    """Among the groups of several articles; of one article's group the number of the next."""

    @property
    def is_shared(self) -> bool:
        """Whether several articles are in it."""
        return len(self.articles) > 1


def outlet(article: Article) -> str:
    """The name of the outlet that published an article; empty where it is unknown."""
    return "" if article.publisher is None else article.publisher.name


def month(article: Article) -> str:
    """The month of publication, or the year where no month is known; nothing of a date that has bounds only."""
    value = article.published.value
    return "" if value is None or "/" in value else value.rstrip("?~%")[: len("2025-06")]


NAMED = {By.OUTLET: outlet, By.MONTH: month}


class Groups:
    """The groups of all terms, found when they are first asked for, and where the passages of each begin."""

    def __init__(self, uses: Uses) -> None:
        self.uses = uses

    @cached_property
    def by_place(self) -> Mapping[Place, Mapping[Name, Group]]:
        """By set and term: outlets, then months, each in order of name, what has none last; no voice is asked for."""
        framing = self.uses.context.dossier.framing
        counts: dict[Place, dict[Name, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
        for linked in self.uses.context.articles:
            article = linked.reading.article
            for hit in framing.hits.get(article.id, ()):
                for term in framing.sets[hit.set].counted_in(hit.term):
                    for name in _names(article):
                        counts[hit.set, term][name][article.id] += 1
        return {place: _groups(found, self.uses.context.locale) for place, found in counts.items()}

    def shared(self, place: Place) -> tuple[Group, ...]:
        """The groups of several articles."""
        return tuple(group for group in self.by_place.get(place, {}).values() if group.is_shared)

    def listed(self, place: Place) -> list[tuple[Group, Use]]:
        """The uses of each shared group in its order, in each by voice."""
        found: dict[Name, list[Use]] = defaultdict(list)
        for use in self.uses.by_place[place]:
            for name in _names(use.article):
                found[name].append(use)
        return [
            (group, use)
            for group in self.shared(place)
            for use in sorted(found[group.by, group.name], key=lambda use: ORDER[use.said.voice])
        ]

    @cached_property
    def begins(self) -> Mapping[tuple[Place, int, Voice], str]:
        """The page on which the passages of a shared group, by its number, in one voice begin."""
        found: dict[tuple[Place, int, Voice], str] = {}
        for place in self.by_place:
            for at, (group, use) in enumerate(self.listed(place)):
                page = parts.path(address.term_groups(*place), at // PASSAGES_A_PAGE + 1)
                found.setdefault((place, group.number, use.said.voice), page)
        return found

    def where(self, place: Place, name: Name, voice: Voice) -> tuple[str, str]:
        """The page and the anchor of the passages of a term in one voice, by an outlet or in a month."""
        group = self.by_place[place][name]
        if group.is_shared:
            return self.begins[place, group.number, voice], anchor(group, voice)
        (article,) = group.articles
        return self.uses.pages[place, article, voice], f"a-{article}-{voice.value}"


def label(context: Context, by: By, name: str) -> Markdown:
    """An outlet's name or a month as readers are told it."""
    if by is By.MONTH:
        return context.date(name or None)
    return escape_line(name) if name else context.t("outlet unknown")


def anchor(group: Group, voice: Voice) -> str:
    """The id of what a shared group has in one voice."""
    return f"g-{group.number}-{voice.value}"


def _names(article: Article) -> tuple[Name, ...]:
    return tuple((by, named(article)) for by, named in NAMED.items())


def _groups(found: Mapping[Name, Counter[str]], locale: str) -> dict[Name, Group]:
    """The groups of one term in their order."""
    groups: dict[Name, Group] = {}
    number = 1
    for by, name in sorted(found, key=lambda one: (one[0] is By.MONTH, not one[1], sort_key(one[1], locale))):
        articles = found[by, name]
        groups[by, name] = Group(by=by, name=name, articles=tuple(articles), passages=articles.total(), number=number)
        number += len(articles) > 1
    return groups
