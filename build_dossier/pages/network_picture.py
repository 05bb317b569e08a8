"""The picture of who is named with whom: a mark for each person and organisation, a line for each pair.

Comes in: pairs, and how many articles name each. Goes out: an SVG in which every node leads to its page; the table on
the page holds the same pairs.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from build_dossier.company import Pair, company, strongest
from build_dossier.entity import Entity
from build_dossier.extract.mentions import EntityType
from build_dossier.graph_layout import Point, layout, spread
from build_dossier.markdown import Markdown, escape_line
from build_dossier.pages import address
from build_dossier.pages.context import Context
from build_dossier.pages.display import shortened
from build_dossier.pages.timeline_picture import number

MOST = 60
"""Nodes that a reader can follow."""
_ORGANISATIONS = 20
"""Of them organisations, where there are people enough."""
EDGES, _OWN = 140, 3
"""Lines, and how many of each node's strongest are among them in any case."""
_CANDIDATES = 200
"""Entities of most articles among which pairs are looked for."""
_WIDTH = 680.0
"""Units between the leftmost and the rightmost node, before names push each other apart."""
_NEIGHBOURS = 110.0
"""Units from one node to the next in a small graph, which is not drawn over the whole sheet."""
_LARGEST, _SMALLEST = 16.0, 5.0
_LETTER, _LINE = 7.1, 13.0
_LONGEST = 18
"""Letters of a line of a name; the whole is its title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """Who is in the picture, and their pairs."""

    nodes: tuple[Entity, ...]
    """The one of most articles first."""
    articles: Mapping[str, int]
    """By entity id."""
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeView:
    """A node where it is drawn."""

    href: Markdown
    title: Markdown
    organisation: bool
    x: Markdown
    y: Markdown
    left: Markdown
    top: Markdown
    radius: Markdown
    side: Markdown
    lines: tuple[tuple[str, Markdown], ...]
    """Its name in one line or two, each with its height."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EdgeView:
    """A pair where it is drawn."""

    title: Markdown
    path: Markdown
    width: Markdown


def network(context: Context) -> Network:
    """The people and organisations that most articles name and that share a paragraph with another of them."""
    articles = _articles(context)
    ranked = sorted(articles, key=lambda entity: (-articles[entity], -len(context.occurrences[entity]), entity))
    pairs = company(context.articles, frozenset(ranked[:_CANDIDATES]))
    joined = {entity for pair in pairs for entity in (pair.one, pair.other)}
    chosen = _chosen([context.dossier.entities[entity] for entity in ranked if entity in joined])
    ids = {entity.id for entity in chosen}
    kept = strongest([pair for pair in pairs if {pair.one, pair.other} <= ids], EDGES, _OWN)
    left = {entity for pair in kept for entity in (pair.one, pair.other)}
    return Network(nodes=tuple(entity for entity in chosen if entity.id in left), articles=articles, pairs=kept)


def _articles(context: Context) -> dict[str, int]:
    """How many articles name each person, and each organisation that is not their source."""
    outlets = {source.entity for linked in context.articles for source in linked.sources if source.is_outlet}
    return {
        entity.id: len({occurrence.article.id for occurrence in context.occurrences.get(entity.id, ())})
        for entity in context.dossier.entities.values()
        if entity.type is EntityType.PER or (entity.type is EntityType.ORG and entity.id not in outlets)
        if entity.id in context.occurrences
    }


def _chosen(ranked: Sequence[Entity]) -> list[Entity]:
    """At most ``MOST``, people before organisations where there is no room for all; in the order given."""
    people = [entity for entity in ranked if entity.type is EntityType.PER]
    others = [entity for entity in ranked if entity.type is not EntityType.PER]
    room = max(_ORGANISATIONS, MOST - len(people))
    kept = {entity.id for entity in (*people[: MOST - min(room, len(others))], *others[:room])}
    return [entity for entity in ranked if entity.id in kept]


def picture(context: Context, shown: Network) -> Markdown | None:
    """The SVG, or ``None`` where nobody is named with anybody."""
    if not shown.pairs:
        return None
    most = shown.articles[shown.nodes[0].id]
    radii = [max(_LARGEST * sqrt(shown.articles[node.id] / most), _SMALLEST) for node in shown.nodes]
    names = [_lines(context.label(node)) for node in shown.nodes]
    sizes = [
        (max(2 * radius, max(map(len, lines)) * _LETTER) + 6, 2 * radius + len(lines) * _LINE + 6)
        for radius, lines in zip(radii, names, strict=True)
    ]
    places = spread(_scaled(_laid_out(shown)), sizes)
    left = min(x - size[0] / 2 for (x, _), size in zip(places, sizes, strict=True)) - 4
    top = min(y - size[1] / 2 for (_, y), size in zip(places, sizes, strict=True)) - 4
    moved = [(x - left, y - top) for x, y in places]
    # A box holds the mark and, below it, the name: the mark stands in the middle of its upper part.
    marks = [(x, y - size[1] / 2 + radius + 3) for (x, y), size, radius in zip(moved, sizes, radii, strict=True)]
    at = {node.id: mark for node, mark in zip(shown.nodes, marks, strict=True)}
    return Markdown(
        context.renderer.render(
            "network.svg.j2",
            width=number(max(x + size[0] / 2 for (x, _), size in zip(moved, sizes, strict=True)) + 4),
            height=number(max(y + size[1] / 2 for (_, y), size in zip(moved, sizes, strict=True)) + 4),
            nodes=tuple(
                _node(context, node, mark, radius, shown.articles[node.id])
                for node, mark, radius in zip(shown.nodes, marks, radii, strict=True)
            ),
            edges=tuple(_edge(context, pair, at) for pair in reversed(shown.pairs)),
        )
    )


def _laid_out(shown: Network) -> list[Point]:
    numbers = {node.id: at for at, node in enumerate(shown.nodes)}
    edges = [(numbers[pair.one], numbers[pair.other], min(sqrt(pair.paragraphs), 3.0) / 3) for pair in shown.pairs]
    return layout(len(shown.nodes), edges, stretch=1.5)


def _scaled(places: Sequence[Point]) -> list[Point]:
    """The places in units of the drawing."""
    wide = max(x for x, _ in places) - min(x for x, _ in places)
    unit = min(_WIDTH / wide if wide > 0 else 1.0, _NEIGHBOURS)
    return [(x * unit, y * unit) for x, y in places]


def _lines(name: str) -> tuple[str, ...]:
    """A name in one line, or cut in two at the space nearest to its middle."""
    spaces = [at for at, letter in enumerate(name) if letter == " "]
    if len(name) <= 12 or not spaces:
        return (shortened(name, _LONGEST),)
    cut = min(spaces, key=lambda at: abs(2 * at - len(name)))
    return (shortened(name[:cut], _LONGEST), shortened(name[cut + 1 :], _LONGEST))


def _node(context: Context, entity: Entity, mark: Point, radius: float, articles: int) -> NodeView:
    side = radius * 1.772  # of a square with the area of the circle: the root of pi
    counted = context.renderer.tn("one article", "%(n)s articles", articles)
    lines = _lines(context.label(entity))
    return NodeView(
        href=address.from_to_html(address.NETWORK, address.entity(entity)),
        title=Markdown(f"{escape_line(context.label(entity))}: {counted}"),
        organisation=entity.type is EntityType.ORG,
        x=number(mark[0]),
        y=number(mark[1]),
        left=number(mark[0] - side / 2),
        top=number(mark[1] - side / 2),
        radius=number(radius),
        side=number(side),
        lines=tuple((line, number(mark[1] + radius + _LINE * (at + 0.85))) for at, line in enumerate(lines)),
    )


def _edge(context: Context, pair: Pair, at: Mapping[str, Point]) -> EdgeView:
    (x, y), (u, v) = at[pair.one], at[pair.other]
    entities = context.dossier.entities
    one, other = (escape_line(context.label(entities[entity])) for entity in (pair.one, pair.other))
    tn = context.renderer.tn
    counted = tn("one paragraph", "%(n)s paragraphs", pair.paragraphs)
    return EdgeView(
        title=Markdown(f"{one} – {other}: {counted}"),
        path=Markdown(f"M{number(x)} {number(y)}L{number(u)} {number(v)}"),
        width=number(min(0.6 + 0.8 * sqrt(pair.paragraphs), 6.0)),
    )
