"""The page of one article: what it is, its words with names and notes woven in, what it is related to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from build_dossier.article import Article, Basis, Block, BlockKind
from build_dossier.article.encoding import SURE
from build_dossier.extract.mentions import EntityType, Level, Mention
from build_dossier.link import LinkedReading
from build_dossier.markdown import LinkMark, Markdown, NoteMark, escape_line, plain_html, weave
from build_dossier.pages import LatePage, address
from build_dossier.pages.article_terms import namings
from build_dossier.pages.blind import of_article, without_notes
from build_dossier.pages.context import Context
from build_dossier.pages.copied import copies_of
from build_dossier.pages.coverage import left_out, told_in
from build_dossier.pages.display import shortened
from build_dossier.pages.note import NoteView, note_view
from build_dossier.pages.placement import Placement
from build_dossier.pages.reasons import date_reason
from build_dossier.pages.relation import neighbour, related_views
from build_dossier.pages.said import speech_marks
from build_dossier.pages.source_chain import Chain, chains
from build_dossier.pages.time_marks import time_marks
from build_dossier.strict_yaml import write_front_matter
from build_dossier.text.span import Span
from build_dossier.text.suspicious import Suspicion, suspicions

GLOSS = "gloss"
"""The kind of a note on the whole article that stands at its head: what it says, in another language."""

MOST_SUSPICIONS = 12
"""How many a card lists: they are a warning, not an inventory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockView:
    """A block as the template prints it."""

    markdown: Markdown
    notes: tuple[NoteView, ...]
    """Of the passages that begin in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityView:
    """An entity of the article, as the card lists it."""

    label: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What, when, by whom, in which language: each with where it comes from."""

    date: Markdown
    date_basis: Basis
    date_reason: Markdown
    language: Markdown
    language_basis: Basis
    publisher: str | None
    publisher_basis: Basis
    title_basis: Basis
    chains: tuple[Chain, ...]
    """Whom the article relies on, each way in words."""
    suspicions: tuple[Suspicion, ...]
    """Characters that cannot be seen, and look-alike letters: the words stay as they are, the reader is told."""
    people: tuple[EntityView, ...]
    organisations: tuple[EntityView, ...]
    places: tuple[EntityView, ...]


def pages(context: Context) -> Iterator[LatePage]:
    """One page an article, which shows no notes but those on it."""
    blind = without_notes(context)
    ends = (None, *(linked.reading.article for linked in context.articles), None)
    for linked, before, after in zip(context.articles, ends, ends[2:], strict=False):
        article = linked.reading.article.id
        own, made_of = of_article(context, blind, article)
        render = partial(_page, own, linked, before, after)
        yield LatePage(path=address.article(article), render=render, made_of=made_of)


def _page(context: Context, linked: LinkedReading, before: Article | None, after: Article | None) -> str:
    article = linked.reading.article
    path = address.article(article.id)
    placements = context.placements.get(article.id, ())
    whole = tuple(note_view(context, note, path) for note in context.whole.get(article.id, ()))
    return context.renderer.render(
        "article.md.j2",
        front=Markdown(write_front_matter(_front_matter(context, linked))),
        heading=_heading(context, linked, placements),
        card=_card(context, linked, path),
        basis=context.basis,
        locale=context.locale,
        blocks=tuple(_block(context, linked, number, placements) for number in _below_heading(article)),
        glosses=tuple(view for view in whole if view.kind == GLOSS),
        whole=tuple(view for view in whole if view.kind != GLOSS),
        orphans=tuple(note_view(context, o.note, path, orphan=o) for o in context.orphans.get(article.id, ())),
        namings=namings(context, linked, path),
        related=tuple(related_views(context, article.id, path)),
        copies=copies_of(context, article.id, path, whole=True),
        passages_in=copies_of(context, article.id, path, whole=False),
        told=told_in(context, article.id, path),
        left_out=left_out(context, article.id, path),
        seed=context.seeds[article.id],
        encoding_guessed=context.seeds[article.id].encoding not in SURE,
        correction=context.dossier.corrections.get(article.id),
        file=context.annotation_file(article.id),
        before=neighbour(before, path),
        after=neighbour(after, path),
    )


def _front_matter(context: Context, linked: LinkedReading) -> dict[str, object]:
    article = linked.reading.article
    labels = {kind: [context.label(entity) for entity in context.entities_of(linked, kind)] for kind in address.FOLDERS}
    publisher = article.publisher
    return {
        "title": plain_html(article.title.text),
        "description": plain_html(shortened(_lede(article), 200)),
        "date": article.published.value,
        "lang": article.language,
        "id": article.id,
        "people": labels[EntityType.PER],
        "organisations": labels[EntityType.ORG],
        "places": labels[EntityType.LOC],
        "sources": list(context.sources_of(linked)),
        "publisher": None if publisher is None else publisher.name,
        "sha256": context.seeds[article.id].sha256,
        "basis": {
            "title": article.title.basis.value,
            "date": article.published.basis.value,
            "lang": context.language_basis(article).value,
            "publisher": Basis.UNKNOWN.value if publisher is None else publisher.basis.value,
            "people": Basis.COMPUTED.value,
            "organisations": Basis.COMPUTED.value,
            "places": Basis.COMPUTED.value,
            "sources": Basis.COMPUTED.value,
        },
        "kind": "article",
    }


def _lede(article: Article) -> str:
    prose = (b for b in article.blocks if b.kind in {BlockKind.STANDFIRST, BlockKind.PARAGRAPH})
    first = next(prose, None)
    return article.title.text if first is None else article.text[first.start : first.end]


def _heading(context: Context, linked: LinkedReading, placements: Sequence[Placement]) -> BlockView:
    """The page's own heading: the headline where it opens the text, else the title said once more."""
    article = linked.reading.article
    if _opens_with_headline(article):
        return _block(context, linked, 0, placements, level="# ")
    title = escape_line(shortened(article.title.text, 120))
    return BlockView(markdown=Markdown(f'# {title} {{: #title .derived-title lang="{article.language}" }}'), notes=())


def _below_heading(article: Article) -> range:
    return range(1 if _opens_with_headline(article) else 0, len(article.blocks))


def _opens_with_headline(article: Article) -> bool:
    """Whether the page's heading is the source's; a title of the editor's stands above the headline as printed."""
    headline = bool(article.blocks) and article.blocks[0].kind is BlockKind.HEADLINE
    return headline and article.title.basis is not Basis.EDITOR


def _block(
    context: Context, linked: LinkedReading, number: int, placements: Sequence[Placement], level: str = "## "
) -> BlockView:
    article = linked.reading.article
    block = article.blocks[number]
    within = Span(start=block.start, end=block.end)
    page = address.article(article.id)
    links, times = _link_marks(context, linked, block, page), time_marks(context, linked, block)
    speech = speech_marks(context, linked, within)
    text = weave(article.text, within, links, _note_marks(block, placements), times, speech=speech)
    css = block.kind.value.lower().replace("_", "-")
    attributes = f'{{: #p{number + 1} .{css} data-src="{block.start}-{block.end}" lang="{article.language}" }}'
    if block.kind in {BlockKind.HEADLINE, BlockKind.CROSSHEAD}:
        markdown = f"{level}{text.replace(chr(10), '&#10;')} {attributes}"
    else:
        markdown = f"{text}\n{attributes}"
    notes = tuple(
        note_view(context, p.note, page, number=p.number, back=p.anchor)
        for p in placements
        if p.anchor == p.note.id and block.start <= p.match.start < block.end
    )
    return BlockView(markdown=Markdown(markdown), notes=notes)


def _link_marks(context: Context, linked: LinkedReading, block: Block, page: str) -> list[LinkMark]:
    """The names of a block as links; a name that another one is part of is a link up to that other."""
    starts = [link.mention.start for link in linked.links]
    following = (*starts, block.end)[1:]
    return [
        LinkMark(
            start=mention.start,
            end=_until(linked.reading.article.text, mention, after),
            href=address.from_to(page, address.entity(context.dossier.entities[link.entity])),
            attributes=_mention_attributes(mention),
        )
        for link, after in zip(linked.links, following, strict=True)
        if link.entity is not None and block.start <= (mention := link.mention).start < block.end
    ]


def _until(text: str, mention: Mention, following: int) -> int:
    """The end of a name's link: before the name that begins inside it, and before the white space there."""
    if mention.start < following < mention.end:
        return mention.start + len(text[mention.start : following].rstrip())
    return mention.end


def _mention_attributes(mention: Mention) -> str:
    """Its anchor and classes; what is an office and no name, or a government and no place, is shown as such."""
    nominal = " .nom" if mention.level is Level.NOM else ""
    metonym = " .metonym" if mention.metonym else ""
    return f"#m-{mention.start} .mention .{mention.type.value.lower()}{nominal}{metonym}"


def _note_marks(block: Block, placements: Sequence[Placement]) -> list[NoteMark]:
    return [
        NoteMark(
            start=max(p.match.start, block.start),
            end=min(p.match.end, block.end),
            note=p.note.id,
            anchor=p.anchor,
            number=p.number,
            opens=block.start <= p.match.start,
            closes=p.match.end <= block.end,
        )
        for p in placements
        if p.match.start < block.end and block.start < p.match.end
    ]


def _card(context: Context, linked: LinkedReading, path: str) -> Card:
    article = linked.reading.article
    publisher = article.publisher

    def views(kind: EntityType) -> tuple[EntityView, ...]:
        return tuple(
            EntityView(label=context.label(entity), href=address.from_to_html(path, address.entity(entity)))
            for entity in context.entities_of(linked, kind)
        )

    return Card(
        date=context.date(article.published.value),
        date_basis=article.published.basis,
        date_reason=date_reason(article.published.reason, context.renderer),
        language=context.language_name(article.language),
        language_basis=context.language_basis(article),
        publisher=None if publisher is None else publisher.name,
        publisher_basis=Basis.UNKNOWN if publisher is None else publisher.basis,
        title_basis=article.title.basis,
        chains=chains(context, linked),
        suspicions=suspicions(article.text)[:MOST_SUSPICIONS],
        people=views(EntityType.PER),
        organisations=views(EntityType.ORG),
        places=views(EntityType.LOC),
    )
