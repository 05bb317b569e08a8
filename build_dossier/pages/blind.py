"""Contexts that show less: what is rendered with one cannot depend on more, so it need not be rendered again.

Comes in: the ``Context`` of all. Goes out: one without notes, which is the same as long as the ground is; and for an
article one with its own notes alone, and a value for what they add.
"""

from dataclasses import replace
from hashlib import sha256
from itertools import chain

from build_dossier.pages.context import Context


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
    return replace(context, dossier=dossier, placements={}, marks={}, notes={}, whole={}, orphans={})


def of_article(context: Context, blind: Context, article: str) -> tuple[Context, str]:
    """``blind`` with what editors wrote of one article, and one value for that."""
    correction = context.dossier.corrections.get(article)
    file = context.dossier.annotation_files.get(article)
    placements = context.placements.get(article, ())
    whole, orphans = context.whole.get(article, ()), context.orphans.get(article, ())
    if not (correction or file or placements or whole or orphans):
        return blind, ""
    shown = chain((p.note for p in placements), whole, (o.note for o in orphans))
    named = {(note.file, note.id) for note in shown}
    marks = {key: mark for key, mark in context.marks.items() if key[:2] in named}
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
    value = repr((correction, file, placements, whole, orphans, sorted(marks.items())))
    return own, sha256(value.encode(errors="backslashreplace")).hexdigest()
