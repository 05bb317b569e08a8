"""The page of one term: every passage of it, article by article, by voice and by whose voice.

Comes in: the ``Uses`` of all terms. Goes out: pages of ``PASSAGES_A_PAGE`` passages, each of which leads to its
words in the article.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from build_dossier import kwic
from build_dossier.framing import Term, TermSet
from build_dossier.framing.uses import Place, Use
from build_dossier.framing.voicing import Voice
from build_dossier.markdown import Markdown, plain_html
from build_dossier.pages import LatePage, address, parts, term_uses
from build_dossier.pages.context import Context
from build_dossier.pages.display import shortened
from build_dossier.pages.passage import passage
from build_dossier.pages.said import speaker_words
from build_dossier.pages.term_uses import PASSAGES_A_PAGE, Uses, Worded, gloss, worded
from build_dossier.strict_yaml import write_front_matter
from build_dossier.text.collation import sort_key
from build_dossier.text.language import detect

FORMS = 8
"""Forms of a term that its page lists."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineView:
    """A passage."""

    left: str
    node: str
    right: str
    href: Markdown
    where: Markdown | None
    """In which part of the article, where that is not its body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceView:
    """The passages of an article in one voice, of one speaker."""

    id: Markdown | None
    """Where counts lead; the first of a voice has it."""
    words: Markdown
    speaker: Markdown | None
    lines: tuple[LineView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """An article with its passages."""

    title: str
    language: str
    href: Markdown
    about: Markdown
    voices: tuple[VoiceView, ...]


def pages(uses: Uses, one: TermSet, counts: Mapping[str, int]) -> Iterator[LatePage]:
    """The pages of the terms of a set that stand anywhere; ``counts`` says how often."""
    for term, total in counts.items():
        count = -(-total // PASSAGES_A_PAGE)
        for number in range(1, count + 1):
            render = partial(_page, uses, one, term, number, count)
            yield LatePage(path=parts.path(address.term(one.key, term), number), render=render, made_of="")


def _page(uses: Uses, one: TermSet, term: str, number: int, count: int) -> str:
    context, first = uses.context, address.term(one.key, term)
    path = parts.path(first, number)
    found, known = uses.by_place[one.key, term], one.terms[term]
    said = Counter(use.said.voice for use in found)
    title, of = gloss(context, known).text, worded(context, one.title, one.key).text
    front = {"title": plain_html(title), "description": plain_html(f"{of}: {title}"), "kind": "framing-term"}
    # The page that has labels is found by the search.
    labels = {"labels": dict(known.gloss)} if number == 1 else {}
    wider = None if known.under is None else one.terms[known.under]
    return context.renderer.render(
        "framing-term.md.j2",
        front=Markdown(write_front_matter({**front, **labels})),
        gloss=gloss(context, known),
        labels=_labels(context, known) if number == 1 else (),
        set=worded(context, one.title, one.key),
        home=address.from_to(path, address.term_set(one.key)),
        voices=tuple(term_uses.count_words(context, voice, said[voice]) for voice in Voice if said[voice]),
        total=len(found),
        articles=len({use.article.id for use in found}),
        forms=_forms(found, context.locale) if number == 1 else (),
        patterns=tuple(known.patterns.items()) if number == 1 else (),
        note=None if known.note is None else Worded(text=known.note, language=detect(known.note)),
        wider=None if wider is None else gloss(context, wider),
        wider_href=None if known.under is None else address.from_to(path, address.term(one.key, known.under)),
        passages=tuple(_articles(uses, (one.key, term), number, path)),
        parts=parts.links(first, number, count),
        locale=context.locale,
    )


def _labels(context: Context, term: Term) -> tuple[tuple[Markdown, str, str], ...]:
    """What a term says in the languages that its heading is not in: each with its name and its code."""
    shown = gloss(context, term).language
    others = ((language, words) for language, words in term.gloss.items() if language != shown)
    return tuple((context.language_name(language), language, words) for language, words in others)


def _forms(found: Sequence[Use], locale: str) -> tuple[tuple[str, str, int], ...]:
    """The commonest forms of a term with their language."""
    forms = Counter(
        (" ".join(use.article.text[use.hit.start : use.hit.end].split()), use.article.language) for use in found
    )
    ranked = sorted(forms.items(), key=lambda one: (-one[1], sort_key(one[0][0], locale), one[0][1]))
    return tuple((form, language, n) for (form, language), n in ranked[:FORMS])


def _articles(uses: Uses, place: Place, number: int, path: str) -> Iterator[ArticleView]:
    context = uses.context
    shown = uses.by_place[place][(number - 1) * PASSAGES_A_PAGE : number * PASSAGES_A_PAGE]
    for linked, ones in groupby(shown, key=lambda use: use.linked):
        article = linked.reading.article
        named: set[Voice] = set()
        voices = []
        for (voice, speaker), same in groupby(ones, key=partial(_whose, context)):
            here = voice not in named and uses.pages[place, article.id, voice] == path
            named.add(voice)
            voices.append(
                VoiceView(
                    id=Markdown(f"a-{article.id}-{voice.value}") if here else None,
                    words=voice_words(context, voice),
                    speaker=speaker,
                    lines=tuple(line(context, use, path) for use in same),
                )
            )
        yield ArticleView(
            title=shortened(article.title.text, 110),
            language=article.language,
            href=address.from_to(path, address.article(article.id)),
            about=term_uses.about(context, article),
            voices=tuple(voices),
        )


def _whose(context: Context, use: Use) -> tuple[Voice, Markdown | None]:
    return use.said.voice, speaker_words(context, use.linked, use.said.speaker)


def voice_words(context: Context, voice: Voice) -> Markdown:
    """Whose words they are."""
    t = context.t
    words = {
        Voice.OWN: t("In the outlet’s own words"),
        Voice.REPORTED: t("In what it reports"),
        Voice.QUOTED: t("In quotation marks, as somebody’s words"),
        Voice.APART: t("In quotation marks that set the word apart"),
    }
    return words[voice]


def line(context: Context, use: Use, path: str) -> LineView:
    """A use as the page at ``path`` shows it."""
    found = kwic.line(use.article, use.hit.start, use.hit.end)
    return LineView(
        left=found.left,
        node=found.node,
        right=found.right,
        href=passage(use.article, use.hit.start, use.hit.end, path),
        where=context.t("in a heading") if use.said.heading else None,
    )
