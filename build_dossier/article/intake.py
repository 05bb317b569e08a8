"""From a seed and the editor's corrections to an ``Article``: what is headline, caption, body, and when, by whom.

Comes in: a ``Seed`` and its ``Correction``. Goes out: an ``Article`` whose blocks hold every character after the
machine prefix that is not white space exactly once. An editor's value always wins.
"""

from collections.abc import Sequence
from dataclasses import replace

from build_dossier.article import Article, Basis, Block, BlockKind, Correction, Published, Publisher, Seed, Title
from build_dossier.article.blocks import blocks as find_blocks
from build_dossier.article.captions import credit_of
from build_dossier.article.prefix import read_prefix
from build_dossier.article.published import published
from build_dossier.article.publisher import publisher
from build_dossier.article.titles import title
from build_dossier.text.language import detect
from build_dossier.text.span import Span


def read(seed: Seed, correction: Correction | None = None) -> Article:
    """The article that a seed holds, with the editor's title, date, language and publisher where given."""
    prefix = read_prefix(seed.text)
    on_its_line = "\n" not in seed.text[: prefix.end]
    blocks = find_blocks(seed.text, prefix.end, prefixed=prefix.end > 0 and on_its_line)
    article = Article(
        id=seed.id,
        text=seed.text,
        language=detect(seed.text[prefix.end :]),
        title=title(seed, blocks),
        published=published(seed.text, prefix, blocks),
        publisher=publisher(seed.text, blocks),
        credit=_credits(seed.text, blocks),
        prefix_end=prefix.end,
        blocks=blocks,
    )
    return article if correction is None else _corrected(article, correction)


def _credits(text: str, blocks: Sequence[Block]) -> tuple[Span, ...]:
    """Where captions name whose picture it is, in the article's text."""
    found = ((b.start, credit_of(text[b.start : b.end])) for b in blocks if b.kind == BlockKind.CAPTION)
    return tuple(
        Span(start=start + credit.start, end=start + credit.end)
        for start, credit in found
        if credit is not None and credit.start < credit.end
    )


def _corrected(article: Article, correction: Correction) -> Article:
    return replace(
        article,
        language=article.language if correction.language is None else correction.language,
        title=_edited_title(article, correction),
        published=_edited_date(article, correction),
        publisher=_edited_publisher(article, correction),
    )


def _edited_title(article: Article, correction: Correction) -> Title:
    if correction.title is None:
        return article.title
    return Title(text=correction.title, basis=Basis.EDITOR, span=None)


def _edited_date(article: Article, correction: Correction) -> Published:
    if correction.date is None:
        return article.published
    return Published(value=correction.date, basis=Basis.EDITOR, reason=f"The editor's date, from {correction.file}.")


def _edited_publisher(article: Article, correction: Correction) -> Publisher | None:
    if correction.publisher is None:
        return article.publisher
    return Publisher(name=correction.publisher, basis=Basis.EDITOR, span=None)
