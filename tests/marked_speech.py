"""Articles written down with marked names, and what is said in them written back in one line each."""

from dataclasses import replace

from marked import reading

from build_dossier.article import Article, Block, BlockKind
from build_dossier.extract import Reading, descriptions, metonyms, roles, sources
from build_dossier.extract.speakers import Speaker
from build_dossier.extract.speech import Speech, find
from build_dossier.text.language import Language


def speech(marked: str, language: Language = "uk", *, headline: bool = False) -> tuple[Article, Speech]:
    """The speech of a text with its names marked as in ``marked.reading``; each line is a paragraph, or a headline."""
    plain = reading("a", marked, language)
    starts = [0, *(at + 1 for at, char in enumerate(plain.article.text) if char == "\n")]
    ends = [*(start - 1 for start in starts[1:]), len(plain.article.text)]
    blocks = tuple(
        Block(kind=BlockKind.HEADLINE if headline and start == 0 else BlockKind.PARAGRAPH, start=start, end=end)
        for start, end in zip(starts, ends, strict=True)
        if start < end
    )
    article = replace(plain.article, blocks=blocks)
    found = _described(article, plain)
    return article, find(article, found.mentions, found.roles, sources.find(article, found.mentions))


def _described(article: Article, plain: Reading) -> Reading:
    names = metonyms.marked(article, plain.mentions)
    described = roles.find(article, names)
    alone = descriptions.find(article, names, described)
    mentions = sorted((*names, *(r.mention for r in alone)), key=lambda mention: mention.start)
    return Reading(article=article, mentions=tuple(mentions), roles=(*described, *alone))


def quotations(marked: str, language: Language = "uk") -> list[str]:
    """``FULL «words» Speaker (cue) via Outlet`` for each quotation; what is not there is left out."""
    article, found = speech(marked, language)
    return [
        " ".join(
            part
            for part in (
                one.manner.value,
                f"«{article.text[one.start : one.end]}»",
                _name(one.speaker),
                "" if one.cue is None else f"({one.cue.of(article.text)})",
                "" if one.via is None else f"via {one.via.name}",
            )
            if part
        )
        for one in found.quotations
    ]


def attributions(marked: str, language: Language = "uk", *, headline: bool = False) -> list[str]:
    """``Source (cue): content`` for each attribution that is no quotation in full."""
    article, found = speech(marked, language, headline=headline)
    return [
        f"{_name(one.source) or 'nobody'} ({one.cue.of(article.text)}): {one.content.of(article.text)}"
        for one in found.attributions
        if not one.direct
    ]


def voices(marked: str, language: Language = "uk") -> list[str]:
    """The voice of each sentence."""
    return [voice.kind.value for voice in speech(marked, language)[1].voices]


def _name(speaker: Speaker | None) -> str:
    return "" if speaker is None else speaker.name
