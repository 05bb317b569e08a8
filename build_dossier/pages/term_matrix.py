"""Terms as a table: a row for each article, outlet or month, a column for each term, in the cells counts by voice.

Comes in: the ``Uses`` of all terms. Goes out: ``MatrixView``s, which ``term-matrix.html.j2`` prints. A cell says in
words whose the uses are, and each count opens its passages.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from build_dossier.article import Article
from build_dossier.framing import Term, TermSet
from build_dossier.framing.uses import ORDER, Use
from build_dossier.framing.voicing import Voice
from build_dossier.markdown import Markdown
from build_dossier.pages import address
from build_dossier.pages.display import shortened
from build_dossier.pages.grouping import grouped
from build_dossier.pages.term_groups import NAMED, By, Groups, Name, label
from build_dossier.pages.term_uses import Uses, about, count_words, gloss
from build_dossier.text.collation import sort_key

TITLE = 70
ABREAST = 5
"""Articles, outlets or months that stand side by side; of more each has a row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadView:
    """A term, or an article, outlet or month, at the head of its column or row."""

    text: str
    language: str | None
    """That of the interface where there is none."""
    href: Markdown | None
    about: Markdown | None = None
    is_term: bool = False
    """Whether all that is counted of it stands where it leads."""
    narrower: bool = False
    """Whether it is a term that is counted in the one before, too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountView:
    """How often in one voice."""

    words: Markdown
    voice: str
    href: Markdown


Cell = tuple[CountView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RowView:
    """A row."""

    head: HeadView
    cells: tuple[Cell, ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixView:
    """A table."""

    id: Markdown
    caption: Markdown
    corner: Markdown
    """What the rows are."""
    columns: tuple[HeadView, ...]
    rows: tuple[RowView, ...]
    totals: tuple[int, ...]
    """Of the columns."""

    def turned(self, corner: Markdown) -> "MatrixView":
        """The same with its rows as columns."""
        cells = zip(*(row.cells for row in self.rows), strict=True)
        rows = zip(self.columns, cells, self.totals, strict=True)
        return MatrixView(
            id=self.id,
            caption=self.caption,
            corner=corner,
            columns=tuple(row.head for row in self.rows),
            rows=tuple(RowView(head=head, cells=tuple(line), total=total) for head, line, total in rows),
            totals=tuple(row.total for row in self.rows),
        )


Counts = Mapping[str, Mapping[str, Counter[Voice]]]
"""By row and term."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrices:
    """The tables of one set on one page."""

    groups: Groups
    set: TermSet
    path: str

    @property
    def uses(self) -> Uses:
        """The uses of all terms."""
        return self.groups.uses

    def by_article(self, articles: Sequence[Article]) -> MatrixView:
        """A row for each article; a column for each of few, so that the terms stand below each other."""
        context, found = self.uses.context, self.uses.of_set(self.set.key)
        counts = self._counts(found, lambda article: article.id)
        matrix = MatrixView(
            id=Markdown(f"{self.set.key}-articles"),
            caption=context.t("How often each article uses each term"),
            corner=context.t("Article"),
            columns=self._columns(found),
            rows=tuple(self._article(article, found, counts.get(article.id, {})) for article in articles),
            totals=tuple(len(ones) for ones in found.values()),
        )
        return self._upright(matrix)

    def _upright(self, matrix: MatrixView) -> MatrixView:
        """With few rows these are columns, so that terms, of which there are many, stand below each other."""
        return matrix.turned(self.uses.context.t("Term")) if len(matrix.rows) <= ABREAST else matrix

    def by_outlet(self, articles: Iterable[Article]) -> MatrixView:
        """A row for each outlet that published any of the articles."""
        context = self.uses.context
        return self._grouped(
            articles,
            By.OUTLET,
            ("outlets", context.t("How often each outlet uses each term"), context.t("Outlet")),
        )

    def by_month(self, articles: Iterable[Article]) -> MatrixView:
        """A row for each month."""
        context = self.uses.context
        return self._grouped(
            articles,
            By.MONTH,
            ("months", context.t("How often in each month"), context.t("Month")),
        )

    def _grouped(
        self,
        articles: Iterable[Article],
        by: By,
        named: tuple[str, Markdown, Markdown],
    ) -> MatrixView:
        """Rows in order of their keys; what has none is last."""
        context, found, key = self.uses.context, self.uses.of_set(self.set.key), NAMED[by]
        counts, groups = self._counts(found, key), grouped((key(article), article) for article in articles)
        id_, caption, corner = named
        matrix = MatrixView(
            id=Markdown(f"{self.set.key}-{id_}"),
            caption=caption,
            corner=corner,
            columns=self._columns(found),
            rows=tuple(
                RowView(
                    head=HeadView(
                        text=label(context, by, name),
                        language=None,
                        href=None,
                        about=context.renderer.tn("one article", "%(n)s articles", len(groups[name])),
                    ),
                    cells=tuple(self._group_cell(term, (by, name), counts.get(name, {}).get(term)) for term in found),
                    total=self._total(counts.get(name, {})),
                )
                for name in sorted(groups, key=lambda name: (not name, sort_key(name, context.locale)))
            ),
            totals=tuple(len(ones) for ones in found.values()),
        )
        return self._upright(matrix)

    def _counts(self, found: Mapping[str, Sequence[Use]], key: Callable[[Article], str]) -> Counts:
        counts: dict[str, dict[str, Counter[Voice]]] = {}
        for term, ones in found.items():
            for use in ones:
                counts.setdefault(key(use.article), {}).setdefault(term, Counter())[use.said.voice] += 1
        return counts

    def _columns(self, terms: Iterable[str]) -> tuple[HeadView, ...]:
        return tuple(self._column(self.set.terms[term]) for term in terms)

    def _column(self, term: Term) -> HeadView:
        said = gloss(self.uses.context, term)
        return HeadView(
            text=said.text,
            language=None if said.language == self.uses.context.locale else said.language,
            href=address.from_to_html(self.path, address.term(self.set.key, term.key)),
            is_term=True,
            narrower=term.under is not None,
        )

    def _article(self, article: Article, terms: Iterable[str], counts: Mapping[str, Counter[Voice]]) -> RowView:
        context = self.uses.context
        return RowView(
            head=HeadView(
                text=shortened(article.title.text, TITLE),
                language=article.language,
                href=address.from_to_html(self.path, address.article(article.id)),
                about=about(context, article),
            ),
            cells=tuple(self._cell(term, article, counts.get(term)) for term in terms),
            total=self._total(counts),
        )

    def _total(self, counts: Mapping[str, Counter[Voice]]) -> int:
        """Every use once: those of a narrower term are counted in the wider one."""
        return sum(voices.total() for term, voices in counts.items() if self.set.terms[term].under is None)

    def _cell(self, term: str, article: Article, counts: Counter[Voice] | None) -> Cell:
        place = self.set.key, term
        return tuple(
            CountView(
                words=count_words(self.uses.context, voice, n),
                voice=voice.value,
                href=address.from_to_html(
                    self.path, self.uses.pages[place, article.id, voice], f"a-{article.id}-{voice.value}"
                ),
            )
            for voice, n in _ordered(counts)
        )

    def _group_cell(self, term: str, name: Name, counts: Counter[Voice] | None) -> Cell:
        place = self.set.key, term
        return tuple(
            CountView(
                words=count_words(self.uses.context, voice, n),
                voice=voice.value,
                href=address.from_to_html(self.path, *self.groups.where(place, name, voice)),
            )
            for voice, n in _ordered(counts)
        )


def _ordered(counts: Counter[Voice] | None) -> list[tuple[Voice, int]]:
    return sorted((counts or {}).items(), key=lambda one: ORDER[one[0]])
