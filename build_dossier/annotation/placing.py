"""Where the words stand that the editor corrects: found as a note's passage is, or refused.

Comes in: ``WordCorrection``s and the seeds. Goes out: each with its span, and a ``Problem`` for every one without.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from build_dossier.annotation import Note, Passage
from build_dossier.annotation.anchor import anchor
from build_dossier.annotation.kinds import DEFAULT_KIND
from build_dossier.annotation.word_correction import Corrected, WordCorrection
from build_dossier.article import Seed
from build_dossier.errors import Problem, Severity
from build_dossier.text.locate import Match, Reason
from build_dossier.text.span import Span

_THE_WORDS = frozenset({Reason.EXACT, Reason.FOLDED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A correction and the words that it is about."""

    correction: WordCorrection
    span: Span

    def said(self, key: str) -> str | None:
        """The value of a key; ``None`` where nothing is said."""
        return self.correction.said(key)


Corrections = Mapping[str, tuple[Placed, ...]]
"""By article id, in order of the file."""


def place(
    corrections: Sequence[WordCorrection], seeds: Sequence[Seed], prefix_ends: Mapping[str, int]
) -> tuple[Corrections, tuple[Problem, ...]]:
    """The corrections whose very words were found, by article; words that are only alike are an error, and correct
    nothing: a day that is quoted wrong is another day.

    Args:
        corrections: What the editor says.
        seeds: Whose texts are searched.
        prefix_ends: For an article's id how many code points of machine prefix its text begins with.
    """
    notes = [_as_note(correction) for correction in corrections]
    anchors, _, problems = anchor(notes, seeds, prefix_ends)
    found = {id(one.note): one.matches[0] for one in anchors}
    texts = {seed.id: seed for seed in seeds}
    placed: dict[str, tuple[Placed, ...]] = {}
    alike: list[Problem] = []
    for correction, note in zip(corrections, notes, strict=True):
        match = found.get(id(note))
        if match is not None and match.reason not in _THE_WORDS:
            alike.append(_only_alike(correction, match, texts[correction.article]))
        elif match is not None:
            one = Placed(correction=correction, span=Span(start=match.start, end=match.end))
            placed[correction.article] = (*placed.get(correction.article, ()), one)
    return placed, (*alike, *_graver(problems))


def of_kind(corrections: Corrections, article: str, kind: Corrected) -> tuple[Placed, ...]:
    """The corrections of one kind for an article."""
    return tuple(one for one in corrections.get(article, ()) if one.correction.kind is kind)


def _as_note(correction: WordCorrection) -> Note:
    """A note on the words, for whoever finds passages."""
    quote, line = correction.quote, correction.line or 1
    passage = Passage(
        article=correction.article, selector=quote.selector, until=quote.until, quote=quote.words, line=line
    )
    return Note(
        id="",
        article=correction.article,
        passages=(passage,),
        kind=DEFAULT_KIND,
        author=None,
        date=None,
        tags=(),
        body="",
        draft=False,
        file=correction.file,
        line=line,
    )


def _only_alike(correction: WordCorrection, match: Match, seed: Seed) -> Problem:
    words = " ".join(seed.text[match.start : match.end].split())
    return Problem(
        severity=Severity.ERROR,
        code="quote-not-found",
        file=correction.file,
        line=correction.line,
        message=f"the quotation is not in seeds/{seed.name}",
        hint=f"nearest ({match.score:.0%}): “{words}”",
    )


def _graver(problems: Iterable[Problem]) -> Iterator[Problem]:
    """A correction of words that are gone cannot be used; one of words that stand twice waits to be told which."""
    for problem in problems:
        if problem.code == "note-fuzzy":
            continue  # told above
        gone = problem.code == "quote-not-found"
        yield replace(problem, severity=Severity.ERROR) if gone else problem
