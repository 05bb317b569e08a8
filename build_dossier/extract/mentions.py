"""Where a text names a person, a place or an organisation.

Comes in: an ``Article``. Goes out: ``Mention``s in text order, disjoint, each inside one block.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from build_dossier.article import Article, Block, BlockKind
from build_dossier.extract.features import Token, document, tokens
from build_dossier.extract.lemmas import lemmas
from build_dossier.extract.mention_rules import Draft, apply, scene
from build_dossier.extract.tagger import Tagger
from build_dossier.text.span import Span


class EntityType(Enum):
    """What kind of thing a name stands for (SlavicNER)."""

    PER = "PER"
    ORG = "ORG"
    LOC = "LOC"
    EVT = "EVT"
    PRO = "PRO"


class Level(Enum):
    """Whether the words are a name or a description (ACE)."""

    NAM = "NAM"
    NOM = "NOM"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One naming of a thing in a text."""

    start: int
    end: int
    form: str
    """The words as printed: ``text[start:end]``."""
    lemma: str
    """The nominative that a reader would list, from this article alone."""
    type: EntityType
    level: Level


_UNREAD = frozenset({BlockKind.STAMP, BlockKind.BYLINE, BlockKind.BOILERPLATE})
"""Blocks that tell of the paper, not of the news."""


def find(article: Article, tagger: Tagger) -> tuple[Mention, ...]:
    """The names in an article; those of picture credits, bylines and stamps are none."""
    rows = [row for block in article.blocks for row in _rows(article, block)]
    drafted = [_drafts(tagger.labels(features)) for features in document(rows, article.language)]
    named = [
        (row[draft.start].start, row[draft.end - 1].end, draft.kind)
        for row, drafts in zip(rows, drafted, strict=True)
        for draft in apply(scene(row, article.language), drafts)
    ]
    found = lemmas(article.text, article.language, named)
    return tuple(_mention(article, *name, lemma) for name, lemma in zip(named, found, strict=True))


def _rows(article: Article, block: Block) -> Iterator[tuple[Token, ...]]:
    """The stretches of a block between its credits, as tokens."""
    if block.kind in _UNREAD:
        return
    start = block.start
    for credit in (*article.credit, Span(start=block.end, end=block.end)):
        if credit.end > start and credit.start <= block.end:
            row = tokens(article.text, start, max(start, credit.start))
            if row:
                yield row
            start = max(start, credit.end)


def _drafts(labels: Sequence[str]) -> tuple[Draft, ...]:
    """Labels joined to spans; an ``I-`` that continues nothing begins a name."""
    drafts: list[Draft] = []
    for at, label in enumerate(labels):
        kind = label[2:]
        goes_on = label.startswith("I-") and drafts and drafts[-1].end == at and drafts[-1].kind == kind
        if goes_on:
            drafts[-1] = Draft(start=drafts[-1].start, end=at + 1, kind=kind)
        elif kind:
            drafts.append(Draft(start=at, end=at + 1, kind=kind))
    return tuple(drafts)


def _mention(article: Article, start: int, end: int, kind: str, lemma: str) -> Mention:
    form = article.text[start:end]
    return Mention(start=start, end=end, form=form, lemma=lemma, type=EntityType(kind), level=Level.NAM)
