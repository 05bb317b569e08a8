"""The pages of a term by outlet and by month: the passages of each group of several articles, by voice.

Comes in: the ``Groups`` of all terms. Goes out: pages of ``PASSAGES_A_PAGE`` passages; the counts of the tables of
outlets and of months lead to them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from build_dossier.framing import TermSet
from build_dossier.framing.uses import Place, Use
from build_dossier.framing.voicing import Voice
from build_dossier.markdown import Markdown, plain_html
from build_dossier.pages import LatePage, address, parts, term_uses
from build_dossier.pages.display import shortened
from build_dossier.pages.framing_term import LineView, line, voice_words
from build_dossier.pages.term_groups import By, Group, Groups, anchor, label
from build_dossier.pages.term_uses import PASSAGES_A_PAGE, gloss, worded
from build_dossier.strict_yaml import write_front_matter


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """An article with its passages in one voice."""

    title: str
    language: str
    href: Markdown
    about: Markdown
    lines: tuple[LineView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceView:
    """The passages of a group in one voice."""

    id: Markdown | None
    """Where counts lead; a further page of the same has none."""
    words: Markdown
    articles: tuple[ArticleView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupView:
    """An outlet or a month."""

    id: Markdown
    name: Markdown
    total: int
    articles: int
    voices: tuple[VoiceView, ...]


def pages(groups: Groups, one: TermSet) -> Iterator[LatePage]:
    """The pages of the terms of a set that several articles of an outlet or a month have."""
    for term in one.terms:
        total = sum(group.passages for group in groups.shared((one.key, term)))
        count = -(-total // PASSAGES_A_PAGE)
        for number in range(1, count + 1):
            path = parts.path(address.term_groups(one.key, term), number)
            yield LatePage(path=path, render=partial(_page, groups, one, term, (number, count)), made_of="")


def _page(groups: Groups, one: TermSet, term: str, part: tuple[int, int]) -> str:
    (number, count), context, place = part, groups.uses.context, (one.key, term)
    first = address.term_groups(one.key, term)
    path, named, t = parts.path(first, number), gloss(context, one.terms[term]), context.t
    title = t("%(term)s: by outlet and by month", term=named.text)
    of = worded(context, one.title, one.key)
    front = {"title": plain_html(str(title)), "description": plain_html(f"{of.text}: {title}"), "kind": "framing-term"}
    shown = groups.listed(place)[(number - 1) * PASSAGES_A_PAGE : number * PASSAGES_A_PAGE]
    views = [
        (group.by, _group(groups, place, group, path, [use for _, use in same]))
        for group, same in groupby(shown, key=lambda entry: entry[0])
    ]
    return context.renderer.render(
        "framing-groups.md.j2",
        front=Markdown(write_front_matter(front)),
        gloss=named,
        set=of,
        home=address.from_to(path, address.term_set(one.key)),
        term=address.from_to(path, address.term(one.key, term)),
        sections=tuple(
            (Markdown(by.value), words, tuple(view for own, view in views if own is by))
            for by, words in ((By.OUTLET, t("By outlet")), (By.MONTH, t("By month")))
            if any(own is by for own, _ in views)
        ),
        parts=parts.links(first, number, count),
        locale=context.locale,
    )


def _group(groups: Groups, place: Place, group: Group, path: str, uses: Sequence[Use]) -> GroupView:
    return GroupView(
        id=Markdown(f"g-{group.number}"),
        name=label(groups.uses.context, group.by, group.name),
        total=group.passages,
        articles=len(group.articles),
        voices=tuple(
            VoiceView(
                id=Markdown(anchor(group, voice)) if groups.begins[place, group.number, voice] == path else None,
                words=voice_words(groups.uses.context, voice),
                articles=tuple(_articles(groups, list(same), path)),
            )
            for voice, same in groupby(uses, key=_voice)
        ),
    )


def _voice(use: Use) -> Voice:
    return use.said.voice


def _articles(groups: Groups, uses: Sequence[Use], path: str) -> Iterator[ArticleView]:
    context = groups.uses.context
    for linked, same in groupby(uses, key=lambda use: use.linked):
        article = linked.reading.article
        yield ArticleView(
            title=shortened(article.title.text, 110),
            language=article.language,
            href=address.from_to_html(path, address.article(article.id)),
            about=term_uses.about(context, article),
            lines=tuple(line(context, use, path) for use in same),
        )
