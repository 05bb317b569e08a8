"""Where an incoming annotation stands in our texts: found for certain, or not at all.

Comes in: its targets and their articles. Goes out: the quotations of the note. An offset counts only for what comes
from this program, for another's text is never quite ours; and only between places that the words themselves allow.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_dossier.annotation import Note, Passage
from build_dossier.annotation.format import MOST_PASSAGES
from build_dossier.annotation.quote import MARK, literal
from build_dossier.annotation.writing import Quotation, quoted
from build_dossier.article import Seed
from build_dossier.article.prefix import read_prefix
from build_dossier.errors import Problem, Severity
from build_dossier.incoming import Incoming, Target
from build_dossier.incoming.json_file import problem
from build_dossier.incoming.loose_json import shortened
from build_dossier.text.locate import (
    Ambiguous,
    Match,
    NotFound,
    Reason,
    Searchable,
    TextQuoteSelector,
    locate,
    searchable,
)
from build_dossier.text.span import Span, trim


class LeftOutError(ValueError):
    """Why an annotation is not imported, and what would help."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One target in our texts."""

    article: str
    words: str
    """As they are quoted, with ``==`` marks; empty for an article as a whole."""
    span: Span | None
    """``None`` when it has no place."""

    def quotation(self, *, first: bool) -> Quotation:
        """How the note quotes it: the second passage of a note says where it is from."""
        return Quotation(words=self.words, article=None if first else self.article)


class Passages:
    """Finds passages."""

    def __init__(self, seeds: Mapping[str, Seed], *, keep_unplaced: bool) -> None:
        self._seeds = seeds
        self._keep_unplaced = keep_unplaced
        self._pages: dict[str, Searchable] = {}
        self._doubts: list[str] = []

    def places(self, annotation: Incoming, articles: Sequence[str]) -> Sequence[Place]:
        """Where the targets stand, in their order.

        Raises:
            LeftOutError: one stands nowhere, or there are more than a note can have.
        """
        if not articles:
            raise LeftOutError("it is about nothing")
        if len(articles) > MOST_PASSAGES:
            raise LeftOutError(f"it is about {len(articles)} things; a note has at most two passages")
        places = [
            self._place(annotation, target, article)
            for target, article in zip(annotation.targets, articles, strict=True)
        ]
        if len(places) > 1 and not all(place.words for place in places):
            raise LeftOutError("it is about an article as a whole and about something else")
        return places

    def stand(self, note: Note, places: Sequence[Place]) -> bool:
        """Whether a note that was read back has just those places."""
        wanted = [place.span for place in places if place.words]
        if len(note.passages) != len(wanted):
            return False
        if None in wanted:
            return True
        found = [self._located(passage) for passage in note.passages]
        return [Span(start=one.start, end=one.end) for one in found if isinstance(one, Match)] == wanted

    def doubts(self, file: str) -> Iterator[Problem]:
        """A warning for each annotation that was kept without a place, or at words that are not quite its own."""
        for message in self._doubts:
            yield problem(file, "import-doubt", message, severity=Severity.WARNING)

    def _page(self, article: str) -> Searchable:
        if article not in self._pages:
            text = self._seeds[article].text
            self._pages[article] = searchable(text, read_prefix(text).end)
        return self._pages[article]

    def _located(self, passage: Passage) -> Match | Ambiguous | NotFound:
        """Where the words of a written note stand; none that we write is abridged, but an article may have `` … ``."""
        whole = passage.selector if passage.until is None else literal(passage.selector, passage.until)
        return locate(whole, self._page(passage.article))

    def _place(self, annotation: Incoming, target: Target, article: str) -> Place:
        page = self._page(article)
        if target.quote is None and target.position is None:
            return Place(article=article, words="", span=None)
        found = self._found(annotation, target, page)
        if isinstance(found, Match):
            span = trim(page.text, found.start, found.end)  # people select a space too many
            if found.reason is Reason.FUZZY and target.quote is not None:
                self._doubts.append(
                    f"{shortened(annotation.name)}: its words have changed in {article}; kept as quoted"
                )
                return Place(article=article, words=_marked(target.quote), span=span)
            return Place(article=article, words=quoted(page, span), span=span)
        if target.quote is None:
            raise LeftOutError("it quotes no words, and its offsets are those of another text")
        if self._keep_unplaced:
            self._doubts.append(f"{shortened(annotation.name)}: kept without a place")
            return Place(article=article, words=_marked(target.quote), span=None)
        raise LeftOutError(*_why(found, article, page))

    def _found(self, annotation: Incoming, target: Target, page: Searchable) -> Match | Ambiguous | NotFound:
        at = _own_place(target.position, page) if annotation.ours else None
        if target.quote is None:
            return NotFound(nearest=None, likeness=0.0) if at is None else _exactly(at, page)
        found = locate(target.quote, page)
        if isinstance(found, Ambiguous) and at is not None and at.of(page.text) == target.quote.exact:
            return _exactly(at, page)
        return found


def _own_place(position: Span | None, page: Searchable) -> Span | None:
    inside = position is not None and page.start <= position.start and position.end <= len(page.text)
    return position if inside else None


def _exactly(span: Span, page: Searchable) -> Match | NotFound:
    """The match of these very words at this very place."""
    words = TextQuoteSelector(
        exact=span.of(page.text), prefix=page.text[page.start : span.start], suffix=page.text[span.end :]
    )
    found = locate(words, page)
    return found if isinstance(found, Match) else NotFound(nearest=None, likeness=0.0)


def _marked(quote: TextQuoteSelector) -> str:
    """The words as they came, with what stood around them."""
    plain = quote.exact.strip()
    if not (quote.prefix or quote.suffix) or MARK in quote.prefix + plain + quote.suffix:
        return plain.replace(MARK, "")
    return f"{quote.prefix}{MARK}{quote.exact}{MARK}{quote.suffix}".strip()


def _why(found: Ambiguous | NotFound, article: str, page: Searchable) -> tuple[str, str]:
    keep = "--keep-unplaced keeps it as an unplaced note"
    if isinstance(found, Ambiguous):
        return f"its words stand {len(found.candidates)} times in {article}", keep
    if found.nearest is None:
        return f"its words are not in {article}", keep
    near = shortened(found.nearest.of(page.text))
    return f"its words are not in {article}; the nearest are “{near}” ({found.likeness:.0%})", keep
