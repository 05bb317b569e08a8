"""How the articles name things: all sets, one set article by article, one term passage by passage.

Comes in: a ``Context``. Goes out: ``/framing/``, a page for each set that any article has a term of, and one for each
such term. They show no notes; no side is told, nothing is scored.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from build_dossier.article import Article
from build_dossier.framing import TermSet
from build_dossier.framing.uses import totals
from build_dossier.markdown import Markdown, plain_html
from build_dossier.pages import LatePage, address, framing_groups, framing_term, parts
from build_dossier.pages.blind import without_notes
from build_dossier.pages.context import Context
from build_dossier.pages.display import shortened
from build_dossier.pages.grouping import grouped
from build_dossier.pages.term_groups import Groups
from build_dossier.pages.term_matrix import Matrices, MatrixView
from build_dossier.pages.term_uses import Uses, Worded, gloss, worded
from build_dossier.strict_yaml import write_front_matter
from build_dossier.text.collation import sort_key

FEW = 25
"""Articles of a set that ``/framing/`` shows one by one; of more it shows the outlets."""
ROWS = 150
"""Articles in the table of one page."""

Having = Mapping[str, Sequence[Article]]


@dataclass(frozen=True, slots=True, kw_only=True)
class SetView:
    """A set on the page of all sets."""

    key: Markdown
    title: Worded
    about: Worded
    href: Markdown
    matrix: MatrixView
    unused: tuple[Worded, ...]
    """Terms that no article has."""
    silent: tuple[tuple[str, str, Markdown], ...]
    """Title, language and address of the articles that have no term of the set."""
    silent_left: int


def pages(context: Context) -> Iterator[LatePage]:
    """The page of all sets, then sets and their terms: first the thing that has most names."""
    blind = without_notes(context)
    groups, counts = Groups(Uses(blind)), totals(blind.dossier.framing)
    variety = Counter(key for key, _ in counts)
    names = {key: worded(blind, blind.dossier.framing.sets[key].title, key).text for key in variety}
    used = sorted(variety, key=lambda key: (-variety[key], sort_key(names[key], blind.locale), key))
    having = _having(blind)
    yield LatePage(path=address.FRAMING, render=partial(_overview, groups, used, having), made_of="")
    for key in used:
        term_set = blind.dossier.framing.sets[key]
        for number in range(1, len(parts.parts(having[key], ROWS)) + 1):
            render = partial(_set, groups, term_set, having[key], number)
            yield LatePage(path=parts.path(address.term_set(key), number), render=render, made_of="")
        yield from framing_term.pages(groups.uses, term_set, {term: counts[key, term] for term in term_set.terms})
        yield from framing_groups.pages(groups, term_set)


def _having(context: Context) -> Having:
    """By set the articles that have a term of it, in order of publication."""
    hits = context.dossier.framing.hits
    articles = (linked.reading.article for linked in context.articles)
    return grouped((key, one) for one in articles for key in dict.fromkeys(hit.set for hit in hits.get(one.id, ())))


def _front(title: str, description: str, kind: str) -> Markdown:
    front = {"title": plain_html(title), "description": plain_html(description), "kind": kind}
    return Markdown(write_front_matter(front))


def _overview(groups: Groups, used: Sequence[str], having: Having) -> str:
    context, path, t = groups.uses.context, address.FRAMING, groups.uses.context.t
    sets = context.dossier.framing.sets
    empty = [worded(context, one.title, key) for key, one in sets.items() if key not in used]
    return context.renderer.render(
        "framing.md.j2",
        front=_front(str(t("How things are named")), str(t("Which words the articles use for what")), "framing"),
        sets=tuple(_listed(groups, sets[key], having[key], path) for key in used),
        empty=tuple(empty),
        locale=context.locale,
    )


def _listed(groups: Groups, one: TermSet, having: Sequence[Article], path: str) -> SetView:
    """A set among all sets."""
    matrices = Matrices(groups=groups, set=one, path=path)
    matrix = matrices.by_article(having) if len(having) <= FEW else matrices.by_outlet(having)
    return _set_view(groups, one, having, matrix, path)


def _set_view(groups: Groups, one: TermSet, having: Sequence[Article], matrix: MatrixView, path: str) -> SetView:
    context = groups.uses.context
    known = {article.id for article in having}
    silent = [linked.reading.article for linked in context.articles if linked.reading.article.id not in known]
    found = groups.uses.of_set(one.key)
    return SetView(
        key=Markdown(one.key),
        title=worded(context, one.title, one.key),
        about=worded(context, one.about, ""),
        href=address.from_to(path, address.term_set(one.key)),
        matrix=matrix,
        unused=tuple(gloss(context, term) for key, term in one.terms.items() if key not in found),
        silent=tuple(
            (shortened(a.title.text, 70), a.language, address.from_to(path, address.article(a.id)))
            for a in silent[:FEW]
        ),
        silent_left=max(0, len(silent) - FEW),
    )


def _set(groups: Groups, one: TermSet, having: Sequence[Article], number: int) -> str:
    """A page of a set, with its part of the articles that have a term of it."""
    first, context, shown = address.term_set(one.key), groups.uses.context, parts.parts(having, ROWS)
    path = parts.path(first, number)
    matrices = Matrices(groups=groups, set=one, path=path)
    view = _set_view(groups, one, having, matrices.by_article(shown[number - 1]), path)
    t, several = context.t, number == 1 and len(having) > 1
    others = (
        ((t("By outlet"), matrices.by_outlet(having)), (t("By month"), matrices.by_month(having))) if several else ()
    )
    return context.renderer.render(
        "framing-set.md.j2",
        front=_front(view.title.text, view.about.text or view.title.text, "framing-set"),
        set=view,
        home=address.from_to(path, address.FRAMING),
        others=others,
        first=number == 1,
        file=f"docs/lexicon/framing/{one.key}.yml",
        parts=parts.links(first, number, len(shown)),
        locale=context.locale,
    )
