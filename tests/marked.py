"""Readings from sentences with marked mentions: ``[PER Кітом Келлогом=Кіт Келлог] прибув до [LOC Мінська=Мінськ]``.

Without ``=`` the form is its own lemma. The article's text is the sentence without the marks.
"""

import re

from build_dossier.article import Article, Basis, Published, Title
from build_dossier.extract import Reading
from build_dossier.extract.mentions import EntityType, Level, Mention
from build_dossier.link import Link, Linked
from build_dossier.text.language import Language

_MARK = re.compile(r"\[(PER|ORG|LOC|EVT|PRO) ([^\]=]*)(?:=([^\]]*))?\]")


def reading(article_id: str, marked: str, language: Language = "uk") -> Reading:
    """The Reading of one marked sentence."""
    text, mentions, last = "", [], 0
    for mark in _MARK.finditer(marked):
        kind, form, lemma = mark.groups()
        text += marked[last : mark.start()]
        mentions.append(
            Mention(
                start=len(text),
                end=len(text) + len(form),
                form=form,
                lemma=lemma or form,
                type=EntityType(kind),
                level=Level.NAM,
            )
        )
        text, last = text + form, mark.end()
    return Reading(article=article(article_id, text + marked[last:], language), mentions=tuple(mentions))


def article(article_id: str, text: str, language: Language) -> Article:
    """An article that says nothing of itself."""
    return Article(
        id=article_id,
        text=text,
        language=language,
        title=Title(text="", basis=Basis.UNKNOWN, span=None),
        published=Published(value=None, basis=Basis.UNKNOWN, reason="nothing bounds it"),
        publisher=None,
        credit=(),
        prefix_end=0,
        blocks=(),
    )


def ids(linked: Linked) -> list[list[str | None]]:
    """The entity of every mention, article by article."""
    return [[link.entity for link in one.links] for one in linked.readings]


def links(linked: Linked) -> list[Link]:
    """Every link, in order."""
    return [link for one in linked.readings for link in one.links]
