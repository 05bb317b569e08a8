"""The editors' notes against gold: each gold annotation stands where the gold says.

Comes in: gold articles, linked readings, the dossier with its anchors. Goes out: rows and mistakes.
"""

from collections import defaultdict
from collections.abc import Sequence

from build_dossier.dossier import Dossier
from build_dossier.link import LinkedReading
from build_dossier.measure.gold import Extract, GoldArticle
from build_dossier.measure.report import Mistake, mistake
from build_dossier.measure.score import Counts, Row


def notes(
    pairs: Sequence[tuple[GoldArticle, LinkedReading]], dossier: Dossier
) -> tuple[tuple[Row, ...], tuple[Mistake, ...]]:
    """How many gold annotations have a note at exactly their place; one that is only near counts as found."""
    places = _places(dossier)
    counts = Counts()
    mistakes: list[Mistake] = []
    for gold, reading in pairs:
        article = reading.reading.article
        mine = places[article.id]
        for note in gold.notes:
            right = (note.start, note.end) in mine
            near = right or _near(note, mine)
            counts += Counts(right=int(right), found=int(near), gold=1)
            if not right:
                what = f"“{note.text}” has {'a note that begins or ends elsewhere' if near else 'no note'}"
                mistakes.append(mistake("notes", gold.seed, article.text, (note.start, note.end), what))
    orphans = len(dossier.orphans)
    placed = len(dossier.anchors)
    rows = (
        counts.row("gold annotations at their place", single=True),
        Counts(right=placed, found=placed, gold=placed + orphans).row("all notes placed", single=True),
    )
    return rows, tuple(mistakes)


def _places(dossier: Dossier) -> dict[str, set[tuple[int, int]]]:
    """Where passages of notes stand, by article."""
    places: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for anchor in dossier.anchors:
        for passage, match in zip(anchor.note.passages, anchor.matches, strict=True):
            places[passage.article].add((match.start, match.end))
    return places


def _near(note: Extract, places: set[tuple[int, int]]) -> bool:
    return any(start < note.end and note.start < end for start, end in places)
