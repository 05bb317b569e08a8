"""Whom an article says it has its news from: the outlets and agencies it cites.

Comes in: an ``Article`` and its mentions. Goes out: one ``Citation`` for each outlet that a citing phrase stands beside
(«пише NYT», «по данным Bloomberg», «его слова приводит «БелТА»»). The publisher is no source of its own article.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from build_dossier import kwic
from build_dossier.article import Article, BlockKind
from build_dossier.extract.gazetteer import hits, keys, merged, word_lists, words_of
from build_dossier.extract.mentions import EntityType, Mention
from build_dossier.text.fold import fold_case
from build_dossier.text.span import Span


class SourceRole(Enum):
    """What a source is to the article."""

    PRIMARY = "PRIMARY"
    """Nearest to the origin."""
    RELAYED = "RELAYED"
    """Itself citing a named outlet."""
    DOCUMENT = "DOCUMENT"
    SPOKESPERSON = "SPOKESPERSON"


class Anonymity(Enum):
    """How a source is named."""

    NAMED = "NAMED"
    UNNAMED = "UNNAMED"
    COLLECTIVE = "COLLECTIVE"
    DECLINED = "DECLINED"
    NO_REPLY = "NO_REPLY"


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """An outlet that the article relies on."""

    outlet: str
    """The outlet's name as a reader would list it."""
    role: SourceRole
    anonymity: Anonymity
    spans: tuple[Span, ...]
    """Where it is cited, in text order."""


Words = Sequence[str]
Rule = Callable[[Words, Words], bool]
"""Sees the lower-case words before a name, nearest last, and after it: whether they cite it."""

NEAR = 4
"""A reporting verb stands beside the name; «білоруське державне агентство» may lie between."""
PHRASES_BEFORE = (
    ("за", "даними"),
    ("за", "інформацією"),
    ("за", "повідомленням"),
    ("по", "данным"),
    ("по", "информации"),
    ("по", "сообщению"),
    ("з", "посиланням", "на"),
    ("із", "посиланням", "на"),
    ("со", "ссылкой", "на"),
    ("як", "повідомляє"),
    ("как", "сообщает"),
)


def phrase_before(before: Words, after: Words) -> bool:
    """«за даними X», «со ссылкой на агентство X»."""
    del after
    recent = tuple(before[-6:])
    return any(recent[at : at + len(phrase)] == phrase for phrase in PHRASES_BEFORE for at in range(len(recent)))


def verb_before(before: Words, after: Words) -> bool:
    """«пише NYT», «сообщило агентство X»."""
    del after
    return any(_reports(word) for word in before[-NEAR:])


def verb_after(before: Words, after: Words) -> bool:
    """«NYT зазначає», «агентство X сообщило»."""
    del before
    return any(_reports(word) for word in after[:2])


RULES: tuple[Rule, ...] = (phrase_before, verb_before, verb_after)


def _reports(word: str) -> bool:
    return bool((keys(word, "uk") | keys(word, "ru")) & word_lists()["outlet_cue"])


def find(article: Article, mentions: Sequence[Mention]) -> tuple[Citation, ...]:
    """The outlets cited in ``article``, in order of first citation."""
    found: dict[str, list[Mention]] = {}
    for mention in mentions:
        if mention.type is EntityType.ORG and _is_cited(article, mention):
            found.setdefault(merged(mention.lemma), []).append(mention)
    publisher = None if article.publisher is None else merged(article.publisher.name)
    return tuple(
        Citation(
            outlet=mentions[0].lemma,
            role=SourceRole.PRIMARY,
            anonymity=Anonymity.NAMED,
            spans=tuple(Span(start=mention.start, end=mention.end) for mention in mentions),
        )
        for key, mentions in found.items()
        if key != publisher
    )


def _is_cited(article: Article, mention: Mention) -> bool:
    if kwic.block_at(article, mention.start).kind in {BlockKind.BOILERPLATE, BlockKind.CAPTION}:
        return False
    line = kwic.line(article, mention.start, mention.end)
    before = _words(line.left)
    if not _is_outlet(article, mention, before):
        return False
    return any(rule(before, _words(line.right)) for rule in RULES)


def _words(text: str) -> list[str]:
    return [word for word in words_of(fold_case(text)) if word[0].isalnum()]


def _is_outlet(article: Article, mention: Mention, before: Words) -> bool:
    language = article.language
    if any(hit.kind == "OUTLET" for hit in hits(tuple(words_of(mention.form)), language)):
        return True
    return bool(before) and bool(keys(before[-1], language) & word_lists()["outlet_head"])
