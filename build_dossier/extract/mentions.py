"""Where a text names a person, a place or an organisation.

Comes in: an ``Article``. Goes out: ``Mention``s in text order, each inside one block. No two begin at one place; they
are disjoint, but that an organisation may hold the person or the town that its name ends with («адміністрація Дональда
Трампа», «посольство Беларуси в Бонне»), which is a mention of its own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from build_dossier.article import Article, Block, BlockKind
from build_dossier.extract.draft import Draft, Rule, Scene, scene
from build_dossier.extract.features import Token, document, tokens
from build_dossier.extract.lemmas import Name, lemmas
from build_dossier.extract.mention_rules import HOUSE, mended
from build_dossier.extract.name_bodies import full_end
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
    metonym: bool = False
    """Whether the place or its name stands for a government: «Кремль заявив», «офіційний Мінськ»."""

    def __hash__(self) -> int:
        """By its place and words alone: a mention is looked up wherever its sentence is read again."""
        return hash((self.start, self.end, self.form))


UNREAD = frozenset({BlockKind.STAMP, BlockKind.BYLINE, BlockKind.BOILERPLATE})
"""Blocks that tell of the paper, not of the news."""


def find(article: Article, tagger: Tagger, *, house: tuple[Rule, ...] = HOUSE) -> tuple[Mention, ...]:
    """The names in an article; those of picture credits, bylines and stamps are none.

    Args:
        article: where names are looked for.
        tagger: labels the words; rules mend what it gets wrong.
        house: how media and unions are named here; nothing, to be compared with a corpus that names them otherwise.
    """
    rows = [row for block in article.blocks for row in _rows(article, block)]
    drafted = [drafts_of(tagger.labels(features)) for features in document(rows, article.language)]
    scenes = [scene(row, article.language) for row in rows]
    found = [
        name
        for block, drafts in zip(scenes, mended(scenes, drafted, house=house), strict=True)
        for name in _names(block, drafts)
    ]
    turned = lemmas(article.text, article.language, found)
    return tuple(_mention(article, name, lemma) for name, lemma in zip(found, turned, strict=True))


def _names(block: Scene, drafts: tuple[Draft, ...]) -> Iterator[Name]:
    for draft in drafts:
        yield Name(
            start=block.tokens[draft.start].start,
            end=block.tokens[draft.end - 1].end,
            full_end=block.tokens[full_end(block, drafts, draft) - 1].end,
            kind=draft.kind,
        )


def _rows(article: Article, block: Block) -> Iterator[tuple[Token, ...]]:
    """The stretches of a block between its credits, as tokens."""
    if block.kind in UNREAD:
        return
    start = block.start
    for credit in (*article.credit, Span(start=block.end, end=block.end)):
        if credit.end > start and credit.start <= block.end:
            row = tokens(article.text, start, max(start, credit.start))
            if row:
                yield row
            start = max(start, credit.end)


def drafts_of(labels: Sequence[str]) -> tuple[Draft, ...]:
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


def _mention(article: Article, name: Name, lemma: str) -> Mention:
    return Mention(
        start=name.start,
        end=name.full_end,
        form=article.text[name.start : name.full_end],
        lemma=lemma,
        type=EntityType(name.kind),
        level=Level.NAM,
    )
