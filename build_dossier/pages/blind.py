"""Contexts that show less: what is rendered with one cannot depend on more, so it need not be rendered again.

Comes in: the ``Context`` of all. Goes out: one without notes, which is the same as long as the ground is; and for an
article one with its own notes alone, and a value for what they add.
"""

from collections.abc import Collection, Iterable
from dataclasses import replace
from hashlib import sha256
from itertools import chain
from operator import itemgetter

from build_dossier.annotation import Note
from build_dossier.pages.context import Context
from build_dossier.pages.placement import Placement


def without_notes(context: Context) -> Context:
    """The context as it is when nobody has written a note, a page or an empty annotation file."""
    dossier = replace(
        context.dossier,
        corrections={},
        annotation_files={},
        notes=(),
        anchors=(),
        orphans=(),
        hand_written={},
        problems=(),
    )
    return replace(context, dossier=dossier, placements={}, marks={}, notes={}, whole={}, about={}, orphans={})


def of_article(context: Context, blind: Context, article: str) -> tuple[Context, str]:
    """``blind`` with what editors wrote of one article, and one value for that."""
    correction = context.dossier.corrections.get(article)
    file = context.dossier.annotation_files.get(article)
    placements = context.placements.get(article, ())
    whole, orphans = context.whole.get(article, ()), context.orphans.get(article, ())
    if not (correction or file or placements or whole or orphans):
        return blind, ""
    marks = _marks_of(context, chain((p.note for p in placements), whole, (o.note for o in orphans)))
    dossier = replace(
        blind.dossier,
        corrections={} if correction is None else {article: correction},
        annotation_files={} if file is None else {article: file},
    )
    own = replace(
        blind,
        dossier=dossier,
        placements={article: placements},
        marks=marks,
        whole={article: whole},
        orphans={article: orphans},
    )
    return own, _value(correction, file, placements, whole, orphans, sorted(marks.items(), key=itemgetter(0)))


def about(context: Context, blind: Context, subject: str) -> tuple[Context, str]:
    """``blind`` with the notes on a person, place, organisation, event or date, and one value for them."""
    notes = context.about.get(subject, ())
    if not notes:
        return blind, ""
    marks = _marks_of(context, notes)
    return replace(blind, about={subject: notes}, marks=marks), _value(notes, sorted(marks.items(), key=itemgetter(0)))


def beside(context: Context, shown: tuple[Context, str], notes: Collection[Note]) -> tuple[Context, str]:
    """A context and its value with the marks of some notes more, and a value that tells them."""
    if not notes:
        return shown
    own, value = shown
    marks = _marks_of(context, notes)
    told = _value(value, tuple(notes), sorted(marks.items(), key=itemgetter(0)))
    return replace(own, marks={**own.marks, **marks}), told


def _marks_of(context: Context, notes: Iterable[Note]) -> dict[tuple[str, str, int], Placement]:
    """The marks in all articles of the passages of notes."""
    named = {(note.file, note.id) for note in notes}
    return {key: mark for key, mark in context.marks.items() if key[:2] in named}


def _value(*told: object) -> str:
    return sha256(repr(told).encode(errors="backslashreplace")).hexdigest()
