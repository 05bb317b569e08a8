"""How the articles name things: all sets, one set article by article, one term passage by passage.

Comes in: a ``Context``. Goes out: ``/framing/``, a page for each set that any article has a term of, and one for each
such term. They show no notes; no side is told, nothing is scored.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
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
from build_dossier.pages.term_groups import Groups
from build_dossier.pages.term_matrix import Matrices, MatrixView
from build_dossier.pages.term_uses import Uses, Worded, gloss, worded
from build_dossier.strict_yaml import write_front_matter

FEW = 25
"""Articles of a set that ``/framing/`` shows one by one; of more it shows the outlets."""
ROWS = 150
"""Articles in the table of one page."""


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
    used = sorted(variety, key=lambda key: (-variety[key], key))
    yield LatePage(path=address.FRAMING, render=partial(_overview, groups, used), made_of="")
    for key in used:
        term_set = blind.dossier.framing.sets[key]
        shown = parts.parts(_having(blind, key), ROWS)
        for number, articles in enumerate(shown, start=1):
            render = partial(_set, groups, term_set, articles, (number, len(shown)))
            yield LatePage(path=parts.path(address.term_set(key), number), render=render, made_of="")
        yield from framing_term.pages(groups.uses, term_set, {term: counts[key, term] for term in term_set.terms})
        yield from framing_groups.pages(groups, term_set)


def _having(context: Context, key: str) -> list[Article]:
    """The articles that have a term of a set, in order of publication."""
    hits = context.dossier.framing.hits
    articles = (linked.reading.article for linked in context.articles)
    return [article for article in articles if any(hit.set == key for hit in hits.get(article.id, ()))]


def _front(title: str, description: str, kind: str) -> Markdown:
    front = {"title": plain_html(title), "description": plain_html(description), "kind": kind}
    return Markdown(write_front_matter(front))


def _overview(groups: Groups, used: Sequence[str]) -> str:
    context, path, t = groups.uses.context, address.FRAMING, groups.uses.context.t
    sets = context.dossier.framing.sets
    empty = [worded(context, one.title, key) for key, one in sets.items() if key not in used]
    return context.renderer.render(
        "framing.md.j2",
        front=_front(str(t("How things are named")), str(t("Which words the articles use for what")), "framing"),
        sets=tuple(_set_view(groups, sets[key], path) for key in used),
        empty=tuple(empty),
        locale=context.locale,
    )


def _set_view(groups: Groups, one: TermSet, path: str) -> SetView:
    context, matrices = groups.uses.context, Matrices(groups=groups, set=one, path=path)
    having = _having(context, one.key)
    known = {article.id for article in having}
    silent = [linked.reading.article for linked in context.articles if linked.reading.article.id not in known]
    found = groups.uses.of_set(one.key)
    return SetView(
        key=Markdown(one.key),
        title=worded(context, one.title, one.key),
        about=worded(context, one.about, ""),
        href=address.from_to(path, address.term_set(one.key)),
        matrix=(matrices.by_article(having) if len(having) <= FEW else matrices.by_outlet(having)),
        unused=tuple(gloss(context, term) for key, term in one.terms.items() if key not in found),
        silent=tuple(
            (shortened(a.title.text, 70), a.language, address.from_to(path, address.article(a.id)))
            for a in silent[:FEW]
        ),
        silent_left=max(0, len(silent) - FEW),
    )


def _set(groups: Groups, one: TermSet, shown: Sequence[Article], part: tuple[int, int]) -> str:
    """The page of a set: its part ``part`` of so many, with the articles ``shown``."""
    (number, count), first, context = part, address.term_set(one.key), groups.uses.context
    path = parts.path(first, number)
    view, matrices, having = (
        _set_view(groups, one, path),
        Matrices(groups=groups, set=one, path=path),
        _having(context, one.key),
    )
    others = (matrices.by_outlet(having), matrices.by_month(having)) if number == 1 and len(having) > 1 else ()
    return context.renderer.render(
        "framing-set.md.j2",
        front=_front(view.title.text, view.about.text or view.title.text, "framing-set"),
        set=view,
        home=address.from_to(path, address.FRAMING),
        matrix=matrices.by_article(shown),
        others=others,
        first=number == 1,
        file=f"docs/lexicon/framing/{one.key}.yml",
        parts=parts.links(first, number, count),
        locale=context.locale,
    )
