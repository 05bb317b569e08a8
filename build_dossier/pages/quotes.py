"""The page of all quotations, by speaker, each with its context and the way it came: speaker, outlet, article."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from build_dossier import kwic
from build_dossier.extract.mentions import EntityType
from build_dossier.extract.quotations import Manner, Quotation
from build_dossier.link import LinkedReading
from build_dossier.markdown import Markdown
from build_dossier.pages import LatePage, address, parts
from build_dossier.pages.blind import without_notes
from build_dossier.pages.context import Context
from build_dossier.pages.display import shortened
from build_dossier.pages.said import SpeakerView, anchor, speaker_view, spoken
from build_dossier.strict_yaml import write_front_matter
from build_dossier.text.collation import sort_key

QUOTES_SHOWN = 50
"""Quotations on their speaker's page; all of them stand on the pages of quotations."""


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
    total: int
    """How many there are on all pages."""
    told: bool
    """Whether it is a speaker; else what nobody is told to have said."""
    quotes: tuple[QuoteView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Who is quoted; of those that no text tells there is one for all."""

    speaker: SpeakerView | None
    language: str
    anchor: str
    quotations: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A quotation, where it stands, and whose it is."""

    voice: Voice
    linked: LinkedReading
    quotation: Quotation


def pages(context: Context) -> Iterator[LatePage]:
    """One page, or several where much is quoted: speakers with most quotations first, those not told last."""
    blind = without_notes(context)
    said = parts.parts(_said(blind))
    for number, shown in enumerate(said, start=1):
        render = partial(_page, blind, shown, number, sum(map(len, said)), len(said))
        yield LatePage(path=parts.path(address.QUOTES, number), render=render, made_of="")


def _page(context: Context, shown: Sequence[Said], number: int, total: int, count: int) -> str:
    path, t = parts.path(address.QUOTES, number), context.t
    front = {"title": t("Quotations"), "description": t("Who is quoted, with what words, by whom"), "kind": "quotes"}
    return context.renderer.render(
        "quotes.md.j2",
        front=Markdown(write_front_matter({key: str(value) for key, value in front.items()})),
        total=total,
        groups=tuple(_group(context, voice, list(said), path) for voice, said in groupby(shown, key=_voice)),
        parts=parts.links(address.QUOTES, number, count),
        search=address.from_to_html(path, address.SEARCH),
    )


def quotes_of(context: Context, entity: str, page: str) -> tuple[QuoteView, ...]:
    """The quotations of an entity, as ``page`` lists them."""
    return tuple(_view(context, linked, one, page) for linked, one in context.quoted.get(entity, ())[:QUOTES_SHOWN])


def _voice(said: Said) -> Voice:
    return said.voice


def _said(context: Context) -> list[Said]:
    """Every quotation, those of one speaker together."""
    found: dict[str, list[tuple[LinkedReading, Quotation]]] = {}
    named: dict[str, tuple[SpeakerView, str]] = {}
    untold: list[tuple[LinkedReading, Quotation]] = []
    for linked in context.articles:
        for one in spoken(linked):
            speaker = None if one.speaker is None else speaker_view(context, linked, one.speaker)
            if speaker is None:
                untold.append((linked, one))
                continue
            # Whoever has no name is not the same in another article.
            key = speaker.entity.id if speaker.entity is not None else f"{speaker.name} {linked.reading.article.id}"
            found.setdefault(key, []).append((linked, one))
            named.setdefault(key, (speaker, linked.reading.article.language))
    names = {key: sort_key(speaker.name, context.locale) for key, (speaker, _) in named.items()}
    order = sorted(found, key=lambda key: (-len(found[key]), names[key], key))
    voices = [_named(*named[key], number, len(found[key])) for number, key in enumerate(order, 1)]
    said = [
        Said(voice=voice, linked=linked, quotation=one)
        for voice, key in zip(voices, order, strict=True)
        for linked, one in found[key]
    ]
    nobody = Voice(speaker=None, language="", anchor="untold", quotations=len(untold))
    return [*said, *(Said(voice=nobody, linked=linked, quotation=one) for linked, one in untold)]


def _named(speaker: SpeakerView, language: str, number: int, quotations: int) -> Voice:
    entity = speaker.entity
    anchor = f"speaker-{number}" if entity is None else entity.id
    return Voice(speaker=speaker, language="" if entity is not None else language, anchor=anchor, quotations=quotations)


def _group(context: Context, voice: Voice, said: Sequence[Said], path: str) -> Group:
    """What a page holds of one voice."""
    speaker = voice.speaker
    entity = None if speaker is None else speaker.entity
    return Group(
        name=str(context.t("Not told by whom")) if speaker is None else speaker.name,
        told=speaker is not None,
        language=voice.language,
        href=None if entity is None else address.from_to(path, address.entity(entity)),
        anchor=voice.anchor,
        total=voice.quotations,
        quotes=tuple(_view(context, one.linked, one.quotation, path) for one in said),
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
