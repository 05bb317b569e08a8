"""The page of all quotations, by speaker, each with its context and the way it came: speaker, outlet, article."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from operator import itemgetter

from build_dossier import kwic
from build_dossier.extract.mentions import EntityType
from build_dossier.extract.quotations import Manner, Quotation
from build_dossier.link import LinkedReading
from build_dossier.markdown import Markdown
from build_dossier.pages import LatePage, address
from build_dossier.pages.blind import without_notes
from build_dossier.pages.context import Context
from build_dossier.pages.display import shortened
from build_dossier.pages.said import SpeakerView, anchor, speaker_view, spoken
from build_dossier.strict_yaml import write_front_matter


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteView:
    """A quotation as it is listed."""

    text: str
    """The words of the seed."""
    left: str
    right: str
    """What stands beside it in its sentence."""
    fragment: bool
    language: str
    start: int
    end: int
    article: str
    """Title of the article, shortened."""
    href: str
    """Raw HTML address of the passage."""
    seed: str
    date: Markdown
    via: str | None
    via_href: str | None
    by_outlet: bool
    """Whether the speaker is a body, whose words need no other to carry them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A speaker with all quotations."""

    name: str
    language: str
    href: str | None
    """Markdown address of the entity's page."""
    anchor: str
    quotes: tuple[QuoteView, ...]


def pages(context: Context) -> Iterator[LatePage]:
    """One page, which shows no notes."""
    yield LatePage(path=address.QUOTES, render=partial(_page, without_notes(context)), made_of="")


def _page(context: Context) -> str:
    """Speakers with most quotations first, those that the texts do not tell last."""
    groups, untold = _groups(context)
    t = context.t
    front = {"title": t("Quotations"), "description": t("Who is quoted, with what words, by whom"), "kind": "quotes"}
    return context.renderer.render(
        "quotes.md.j2",
        front=Markdown(write_front_matter({key: str(value) for key, value in front.items()})),
        total=sum(len(group.quotes) for group in groups) + len(untold),
        groups=groups,
        untold=untold,
    )


def quotes_of(context: Context, entity: str, page: str) -> tuple[QuoteView, ...]:
    """The quotations of an entity, as ``page`` lists them."""
    return tuple(_view(context, linked, one, page) for linked, one in context.quoted.get(entity, ()))


def _all(context: Context) -> Iterator[tuple[LinkedReading, Quotation, SpeakerView | None]]:
    for linked in context.articles:
        for one in spoken(linked):
            yield linked, one, None if one.speaker is None else speaker_view(context, linked, one.speaker)


def _groups(context: Context) -> tuple[tuple[Group, ...], tuple[QuoteView, ...]]:
    found: dict[str, list[QuoteView]] = {}
    named: dict[str, tuple[SpeakerView, str]] = {}
    untold: list[QuoteView] = []
    for linked, one, speaker in _all(context):
        view = _view(context, linked, one, address.QUOTES)
        if speaker is None:
            untold.append(view)
            continue
        # Whoever has no name is not the same in another article.
        key = speaker.entity.id if speaker.entity is not None else f"{speaker.name} {linked.reading.article.id}"
        found.setdefault(key, []).append(view)
        named.setdefault(key, (speaker, view.language))
    order = sorted(((-len(quotes), named[key][0].name, key) for key, quotes in found.items()), key=itemgetter(0, 1, 2))
    return tuple(_group(named[key], number, found[key]) for number, (_, _, key) in enumerate(order, 1)), tuple(untold)


def _group(named: tuple[SpeakerView, str], number: int, quotes: Sequence[QuoteView]) -> Group:
    speaker, language = named
    entity = speaker.entity
    return Group(
        name=speaker.name,
        language="" if entity is not None else language,
        href=None if entity is None else address.from_to(address.QUOTES, address.entity(entity)),
        anchor=f"speaker-{number}" if entity is None else entity.id,
        quotes=tuple(quotes),
    )


def _view(context: Context, linked: LinkedReading, one: Quotation, page: str) -> QuoteView:
    article = linked.reading.article
    line = kwic.line(article, one.start, one.end)
    speaker = linked.entity_of(one.speaker)
    via = None if one.via is None else speaker_view(context, linked, one.via)
    return QuoteView(
        text=article.text[one.start : one.end],
        left=line.left,
        right=line.right,
        fragment=one.manner is Manner.FRAGMENT,
        language=article.language,
        start=one.start,
        end=one.end,
        article=shortened(article.title.text, 110),
        href=address.from_to_html(page, address.article(article.id), anchor(one)),
        seed=article.id,
        date=context.date(article.published.value),
        via=None if via is None else via.name,
        via_href=None if via is None or via.entity is None else address.from_to_html(page, address.entity(via.entity)),
        by_outlet=speaker is not None and context.dossier.entities[speaker].type is EntityType.ORG,
    )
