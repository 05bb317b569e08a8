"""The picture of who relies on whom: articles, then outlets, then whom the outlets have it from.

Comes in: the sources of every article. Goes out: the edges, and an SVG of three columns in which every node leads on.
In each column what has the same neighbours stands together: a node's row is the mean of those it is joined to.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape
from textwrap import wrap

from build_dossier.link import LinkedReading
from build_dossier.linking.sourcing import LinkedSource
from build_dossier.markdown import Markdown
from build_dossier.pages import address
from build_dossier.pages.context import Context
from build_dossier.pages.display import shortened
from build_dossier.pages.source_chain import label

MOST = 60
"""Nodes that a reader can follow; what is joined least is left out first, and the table holds it all."""
WIDTH, BOX, ROW, TALL = 420, 120, 40, 33
"""Units of the drawing: the whole, a node's width, from row to row, a node's height."""
LETTERS, LINES = 16, 2
"""Characters of a label that fit in a line of a node, and how many lines there are; the whole is its title."""
_COLUMNS = (1, (WIDTH - BOX) // 2, WIDTH - BOX - 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """An article, an outlet or another source."""

    key: str
    column: int
    label: str
    language: str | None
    """Of a title, and of words of a text; ``None`` of a name that the page says."""
    href: Markdown


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """That one relies on another; ``stated`` is ``False`` where that is inferred."""

    source: Node
    target: Node
    stated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A node where it is drawn."""

    node: Node
    lines: tuple[str, ...]
    x: int
    y: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An edge where it is drawn."""

    path: Markdown
    stated: bool


def edges(context: Context) -> tuple[Edge, ...]:
    """Every edge once, in the order of the articles."""
    found: dict[tuple[str, str], Edge] = {}
    for linked in context.articles:
        article = _article(linked)
        nodes = [_source(context, linked, source, number) for number, source in enumerate(linked.sources)]
        for source, node in zip(linked.sources, nodes, strict=True):
            via = source.citation.via
            start = article if via is None else nodes[via.source]
            stated = via is None or via.basis.value == "stated"
            found.setdefault((start.key, node.key), Edge(source=start, target=node, stated=stated))
    return tuple(found.values())


def _article(linked: LinkedReading) -> Node:
    article = linked.reading.article
    return Node(
        key=f"article {article.id}",
        column=0,
        label=shortened(article.title.text, 80),
        language=article.language,
        href=address.from_to_html(address.SOURCES, address.article(article.id)),
    )


def _source(context: Context, linked: LinkedReading, source: LinkedSource, number: int) -> Node:
    """An outlet or an entity is one node of the dossier; what has no name is one of its article."""
    entity = None if source.entity is None else context.dossier.entities[source.entity]
    known = source.outlet.key if source.outlet is not None else source.entity
    article = linked.reading.article.id
    own = address.from_to_html(address.SOURCES, address.article(article))
    return Node(
        key=f"source {known}" if known is not None else f"source {article} {number}",
        column=1 if source.is_outlet else 2,
        label=unescape(str(label(context, source))) if known is None else context.source_label(source),
        language=linked.reading.article.language if known is None and source.citation.count is None else None,
        href=own if entity is None else address.from_to_html(address.SOURCES, address.entity(entity)),
    )


def picture(context: Context, every: Sequence[Edge]) -> Markdown | None:
    """The SVG, or ``None`` where nobody relies on anybody."""
    drawn = fewer(every)
    if not drawn:
        return None
    boxes = _placed(drawn)
    height = max(box.y for box in boxes.values()) + TALL + 2
    return Markdown(
        context.renderer.render(
            "sources.svg.j2",
            width=WIDTH,
            height=height,
            box=BOX,
            tall=TALL,
            boxes=tuple(boxes.values()),
            lines=tuple(_line(boxes[edge.source.key], boxes[edge.target.key], edge) for edge in drawn),
        )
    )


def nodes_of(drawn: Sequence[Edge]) -> dict[str, Node]:
    """The nodes of some edges, by key."""
    return {node.key: node for edge in drawn for node in (edge.source, edge.target)}


def fewer(every: Sequence[Edge]) -> list[Edge]:
    """The edges between the nodes that are joined most, so that no more than ``MOST`` nodes are left."""
    drawn = list(every)
    least = 1
    while len(nodes_of(drawn)) > MOST:
        joined = Counter(node.key for edge in drawn for node in (edge.source, edge.target))
        kept = [e for e in drawn if joined[e.target.key] > least or (e.target.column == 1 and least == 1)]
        drawn = kept or drawn[:MOST]
        least += 1
        if least > MOST:
            return drawn[: MOST // 2]
    return drawn


def _placed(drawn: Sequence[Edge]) -> dict[str, Box]:
    """Every node in its column, at a row of its own."""
    rows: dict[str, float] = {}
    boxes: dict[str, Box] = {}
    nodes = nodes_of(drawn)
    for column in range(len(_COLUMNS)):
        of_column = [node for node in nodes.values() if node.column == column]
        wanted = {node.key: _mean(node, drawn, rows) for node in of_column}
        for row, node in enumerate(sorted(of_column, key=lambda node: (wanted[node.key], node.label))):
            rows[node.key] = row
            boxes[node.key] = Box(node=node, lines=_lines(node.label), x=_COLUMNS[column], y=1 + row * ROW)
    return boxes


def _lines(name: str) -> tuple[str, ...]:
    """As much of a label as fits; the rest would run over the node's edge."""
    return tuple(wrap(name, LETTERS, max_lines=LINES, placeholder="…"))


def _mean(node: Node, drawn: Sequence[Edge], rows: dict[str, float]) -> float:
    """The mean row of those that rely on the node; articles keep their order."""
    joined = [rows[edge.source.key] for edge in drawn if edge.target.key == node.key and edge.source.key in rows]
    order = next(at for at, edge in enumerate(drawn) if node.key in {edge.source.key, edge.target.key})
    return sum(joined) / len(joined) if joined else float(order)


def _line(one: Box, other: Box, edge: Edge) -> Line:
    """A curve from the right edge of one node to the left edge of another; within a column from right to right."""
    x, y = one.x + BOX, one.y + TALL // 2
    end, low = (other.x if other.x > one.x else other.x + BOX), other.y + TALL // 2
    middle = (x + end) // 2 if other.x > one.x else x + 24
    return Line(path=Markdown(f"M{x} {y}C{middle} {y} {middle} {low} {end} {low}"), stated=edge.stated)
