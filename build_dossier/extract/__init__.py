"""From an ``Article`` to its ``Reading``: everything that one text says by itself.

Comes in: one ``Article``, the package's lexicon and model. Goes out: a ``Reading``. One module per kind of finding.
"""

from dataclasses import dataclass

from build_dossier.article import Article
from build_dossier.extract import mentions as _mentions
from build_dossier.extract import sources as _sources
from build_dossier.extract.mentions import Mention
from build_dossier.extract.sources import Citation
from build_dossier.extract.tagger import Tagger


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was found in one article, without knowledge of any other."""

    article: Article
    mentions: tuple[Mention, ...]
    citations: tuple[Citation, ...] = ()


def extract(article: Article, tagger: Tagger) -> Reading:
    """What ``article`` says by itself; the same article and model always give the same Reading."""
    mentions = _mentions.find(article, tagger)
    return Reading(article=article, mentions=mentions, citations=_sources.find(article, mentions))
