"""Prose that is shown as typed, because reading it as Markdown would take more than its share of time.

Comes in: prose and where it stands. Goes out: why it is not read, and a ``Problem`` for each that is not.
"""

from collections.abc import Iterable, Iterator

from build_dossier.errors import Problem, Severity

LONGEST = 20_000
"""Code points of prose that are read as Markdown. Python-Markdown takes time that grows with the square of a list's
length; what is longer than ten printed pages is shown as typed."""

MOST_BRACKETS = 500
"""Opening brackets in one paragraph that are read as Markdown: it looks for the end of each in all that follows."""

Written = tuple[str, str, int | None]
"""Prose, its file, and the 1-based line where it begins."""


def why_as_typed(text: str) -> str | None:
    """Why prose is not read as Markdown; ``None`` of prose that is."""
    if len(text) > LONGEST:
        return f"the prose has {len(text):,} characters; more than {LONGEST:,} are shown as typed"
    brackets = max(paragraph.count("[") for paragraph in text.split("\n\n"))
    if brackets > MOST_BRACKETS:
        return f"a paragraph has {brackets:,} “[”; the prose of one with more than {MOST_BRACKETS} is shown as typed"
    return None


def shown_as_typed(prose: Iterable[Written]) -> Iterator[Problem]:
    """A warning for each prose that is not read as Markdown."""
    for text, file, line in prose:
        why = why_as_typed(text)
        if why is not None:
            yield Problem(
                severity=Severity.WARNING,
                code="prose-as-typed",
                file=file,
                line=line,
                message=why,
                hint="make several of it",
            )
