"""Revisions after which the passage is gone: each is a function named for what happens.

Comes in: a ``Case``. Goes out: a ``Draft`` of the revised text.
"""

from build_dossier.measure.draft import Draft
from build_dossier.measure.revisions import (
    Case,
    Revision,
    change_everywhere,
    reorder,
    words_in,
)
from build_dossier.text.span import Span


def passage_gone(case: Case) -> Draft:
    """The passage is cut."""
    draft = Draft(case.text)
    draft.delete(case.passage)
    return draft


def paragraph_gone(case: Case) -> Draft:
    """All paragraphs of the passage are cut."""
    draft = Draft(case.text)
    for paragraph in case.paragraphs:
        if paragraph.start < case.passage.end and case.passage.start < paragraph.end:
            draft.delete(paragraph)
    return draft


def gone_and_reordered(case: Case) -> Draft:
    """The paragraphs of the passage are cut, and the others stand in another order."""
    draft = paragraph_gone(case)
    reorder(case, draft)
    return draft


def gone_and_edited(case: Case) -> Draft:
    """The passage is cut, and one word in ten of the rest is another one."""
    draft = Draft(case.text)
    change_everywhere(case, draft, 0.1)
    draft.delete(case.passage)
    return draft


def replaced(case: Case) -> Draft:
    """The paragraphs of the passage have made room for one of another text."""
    draft = paragraph_gone(case)
    draft.insert(case.home().start, case.stranger())
    return draft


def sentence_replaced(case: Case) -> Draft:
    """In place of the passage stand as many words of another text."""
    draft = Draft(case.text)
    count = len(words_in(case.text, case.passage))
    draft.delete(case.passage)
    draft.insert(case.passage.end, " ".join((case.stranger() + " " + case.stranger()).split()[:count]))
    return draft


def another_text(case: Case) -> Draft:
    """The whole text is another one."""
    draft = Draft(case.text)
    draft.delete(Span(start=0, end=len(case.text)))
    draft.insert(0, "\n\n".join(case.stranger() for _ in range(8)))
    return draft


ABSENT: tuple[Revision, ...] = (
    passage_gone,
    paragraph_gone,
    gone_and_reordered,
    gone_and_edited,
    replaced,
    sentence_replaced,
    another_text,
)
