"""Articles written down with marked names, and their descriptions written back: ``диктатор Білорусі → Лукашенко``."""

from dataclasses import replace

from marked import reading

from build_dossier.article import Block, BlockKind
from build_dossier.extract import Reading, descriptions, metonyms, roles
from build_dossier.text.language import Language


def read(marked: str, language: Language = "uk", article_id: str = "a") -> Reading:
    """The Reading of one paragraph with its names marked as in ``marked.reading``, with roles, offices and metonyms."""
    plain = reading(article_id, marked, language)
    block = Block(kind=BlockKind.PARAGRAPH, start=0, end=len(plain.article.text))
    article = replace(plain.article, blocks=(block,))
    names = metonyms.marked(article, plain.mentions)
    described = roles.find(article, names)
    offices = descriptions.find(article, names, described)
    mentions = sorted((*names, *(role.mention for role in offices)), key=lambda mention: mention.start)
    return Reading(article=article, mentions=tuple(mentions), roles=(*described, *offices))


def described(marked: str, language: Language = "uk") -> list[str]:
    """``description → name`` for each description of a name."""
    found = read(marked, language)
    text = found.article.text
    return [
        f"{text[role.start : role.end]} → {role.mention.form}"
        for role in found.roles
        if not role.start <= role.mention.start < role.end
    ]


def offices(marked: str, language: Language = "uk") -> list[str]:
    """The descriptions that stand alone, whole."""
    found = read(marked, language)
    text = found.article.text
    return [text[role.start : role.end] for role in found.roles if role.start <= role.mention.start < role.end]
