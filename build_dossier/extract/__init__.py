"""From an ``Article`` to its ``Reading``: everything that one text says by itself.

Comes in: one ``Article``, the package's lexicon and model. Goes out: a ``Reading``. One module per kind of finding.
"""

from dataclasses import dataclass

from build_dossier.article import Article
from build_dossier.extract.mentions import Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was found in one article, without knowledge of any other."""

    article: Article
    mentions: tuple[Mention, ...]
