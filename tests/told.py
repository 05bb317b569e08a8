"""Linked readings from marked texts: ``[PER Кіт Келлог=keith-kellogg] прибув [TIME 21 червня=2025-06-21]``.

What stands after ``=`` is the entity, or the date (nothing: an expression whose date is not known). Paragraphs are
divided by blank lines.
"""

import re

from build_dossier.article import Article, Basis, Block, BlockKind, Published, Title
from build_dossier.extract import Reading
from build_dossier.extract.mentions import EntityType, Level, Mention
from build_dossier.extract.times import TimeExpression
from build_dossier.extract.times.meaning import TimeType
from build_dossier.link import Link, LinkedReading, LinkReason
from build_dossier.text.language import Language

_MARK = re.compile(r"\[(PER|ORG|LOC|TIME) ([^\]=]*)=([^\]]*)\]")


def told(article_id: str, marked: str, language: Language = "uk", published: str | None = None) -> LinkedReading:
    """The linked reading of a marked text."""
    text, links, times, last = "", [], [], 0
    for mark in _MARK.finditer(marked):
        kind, form, value = mark.groups()
        text += marked[last : mark.start()]
        start, end = len(text), len(text) + len(form)
        if kind == "TIME":
            times.append(_time(start, end, value))
        else:
            links.append(_link(start, end, form, kind, value))
        text, last = text + form, mark.end()
    article = _article(article_id, text + marked[last:], language, published)
    reading = Reading(article=article, mentions=tuple(link.mention for link in links), times=tuple(times))
    return LinkedReading(reading=reading, links=tuple(links), times=reading.times)


def _time(start: int, end: int, value: str) -> TimeExpression:
    basis = Basis.STATED if value else Basis.UNKNOWN
    return TimeExpression(
        start=start, end=end, value=value or None, type=TimeType.DATE, basis=basis, relative_to=None, rule="test"
    )


def _link(start: int, end: int, form: str, kind: str, entity: str) -> Link:
    mention = Mention(start=start, end=end, form=form, lemma=form, type=EntityType(kind), level=Level.NAM)
    return Link(mention=mention, lemma=form, entity=entity, reason=LinkReason.NAME, score=1.0, doubt=None)


def _article(article_id: str, text: str, language: Language, published: str | None) -> Article:
    return Article(
        id=article_id,
        text=text,
        language=language,
        title=Title(text="", basis=Basis.UNKNOWN, span=None),
        published=Published(
            value=published, basis=Basis.STATED if published else Basis.UNKNOWN, reason="as the test has it"
        ),
        publisher=None,
        credit=(),
        prefix_end=0,
        blocks=tuple(
            Block(kind=BlockKind.PARAGRAPH, start=found.start(), end=found.end())
            for found in re.finditer(r"\S(?:.|\n(?!\n))*", text)
        ),
    )
