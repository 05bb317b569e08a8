"""Everything that an article says somebody said: one pass over its sentences for quotations, reports and voices.

Comes in: an ``Article`` with its mentions, roles and citations. Goes out: ``Speech``.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from build_dossier.article import Article
from build_dossier.extract import attributions as _attributions
from build_dossier.extract import quotations as _quotations
from build_dossier.extract.attributions import Attribution
from build_dossier.extract.frames import frames, words_of_others
from build_dossier.extract.interruptions import taken_apart
from build_dossier.extract.mentions import UNREAD, Mention
from build_dossier.extract.quotations import Quotation
from build_dossier.extract.quote_marks import marked
from build_dossier.extract.relays import Relays
from build_dossier.extract.roles import Role
from build_dossier.extract.sources.citation import Citation
from build_dossier.extract.speakers import Speakers
from build_dossier.extract.voice import Voice, voices
from build_dossier.text.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """Who says what in an article."""

    quotations: tuple[Quotation, ...]
    attributions: tuple[Attribution, ...]
    voices: tuple[Voice, ...]


def find(article: Article, mentions: Sequence[Mention], roles: Sequence[Role], citations: Sequence[Citation]) -> Speech:
    """The speech of an article; ``mentions`` are all of it, in text order."""
    blocks = [Span(start=block.start, end=block.end) for block in article.blocks if block.kind not in UNREAD]
    marks = taken_apart(article, marked(article.text, blocks))
    read = tuple(frames(article, mentions, marks))
    speakers = Speakers(article, mentions, roles, words_of_others(article.text, marks))
    told = _attributions.find(read, speakers)
    relays = Relays(read, told, speakers, citations)
    return Speech(
        quotations=_quotations.find(article, mentions, read, told, relays),
        attributions=told,
        voices=voices(read, told),
    )
