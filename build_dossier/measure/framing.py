"""What the seeds call things against gold: counts by term and article, places, voices.

Comes in: pairs of a gold article and its linked reading, and the hits. Goes out: rows and mistakes. The gold names no
terms of the lexicon: its entry is the term that holds most of its places, of those the one with the nearest count;
entries of one article that are one term (a word and its short form) count together.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_dossier.framing import Framing, Hit
from build_dossier.framing.voicing import Voice, Voices
from build_dossier.link import LinkedReading
from build_dossier.measure.gold import GoldArticle
from build_dossier.measure.gold_terms import GoldTerm
from build_dossier.measure.report import Mistake, mistake
from build_dossier.measure.score import Counts, Row

Place = tuple[str, str]
"""Set and term."""

_IN_MARKS = frozenset({Voice.QUOTED, Voice.APART})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scene:
    gold: GoldArticle
    linked: LinkedReading
    found: Framing
    hits: Mapping[Place, Sequence[Hit]]
    """A wider term has the hits of its narrower ones, too."""

    def at(self, term: GoldTerm, start: int, place: Place) -> Hit | None:
        """The hit of a term that shares a letter with a place of the gold."""
        end = start + len(term.term)
        return next((hit for hit in self.hits.get(place, ()) if hit.start < end and start < hit.end), None)


def framing(
    pairs: Sequence[tuple[GoldArticle, LinkedReading]], found: Framing
) -> tuple[tuple[Row, ...], tuple[Mistake, ...]]:
    """The figures of the terms of the seeds, and every difference."""
    counted = places = in_marks = voiced = Counts()
    mistakes: list[Mistake] = []
    for gold, linked in pairs:
        scene = _Scene(gold=gold, linked=linked, found=found, hits=_by_term(found, linked.reading.article.id))
        taken: dict[Place, list[GoldTerm]] = defaultdict(list)
        for term in gold.terms:
            place = _best(scene, term)
            if place is None:
                mistakes.append(_told("terms: missed", scene, term.starts[0], term, "no term of the lexicon"))
                counted += Counts(gold=1)
                places += Counts(gold=len(term.starts))
                continue
            taken[place].append(term)
        for place, terms in taken.items():
            one, several, told = _compared(scene, place, terms)
            counted, places = counted + one, places + several
            mistakes += told
        marks, own, told = _voices(scene, taken)
        in_marks, voiced = in_marks + marks, voiced + own
        mistakes += told
    rows = (
        counted.row("term by article, count", single=True),
        places.row("places"),
        in_marks.row("voice: in quotation marks or not", single=True),
        voiced.row("voice: outlet, reported, quoted", single=True),
    )
    return rows, tuple(mistakes)


def _by_term(found: Framing, article: str) -> Mapping[Place, Sequence[Hit]]:
    by_term: dict[Place, list[Hit]] = defaultdict(list)
    for hit in found.hits.get(article, ()):
        for term in found.sets[hit.set].counted_in(hit.term):
            by_term[hit.set, term].append(hit)
    return by_term


def _best(scene: _Scene, term: GoldTerm) -> Place | None:
    """The term of the lexicon that the gold's entry is."""
    held = {place: sum(scene.at(term, start, place) is not None for start in term.starts) for place in scene.hits}
    most = max(held.values(), default=0)
    candidates = [place for place, count in held.items() if count == most]
    return min(candidates, key=lambda p: (abs(len(scene.hits[p]) - len(term.starts)), p)) if most else None


def _compared(scene: _Scene, place: Place, terms: Sequence[GoldTerm]) -> tuple[Counts, Counts, list[Mistake]]:
    """Whether a term's count is the gold's; its places one by one."""
    wanted = [(term, start) for term in terms for start in term.starts]
    met = [(term, start, scene.at(term, start, place)) for term, start in wanted]
    right = [hit for _, _, hit in met if hit is not None]
    hits = scene.hits[place]
    told = [_told("terms: missed", scene, start, term, "/".join(place)) for term, start, hit in met if hit is None]
    told += [_too_many(scene, hit, place) for hit in hits if hit not in right]
    equal = len(right) == len(wanted) == len(hits)
    return (
        Counts(right=int(equal), found=1, gold=1),
        Counts(right=len(right), found=len(hits), gold=len(wanted)),
        told,
    )


def _voices(scene: _Scene, taken: Mapping[Place, Sequence[GoldTerm]]) -> tuple[Counts, Counts, list[Mistake]]:
    voices = Voices(scene.linked)
    marks = own = Counts()
    told: list[Mistake] = []
    for term, start, hit in _met(scene, taken):
        said = voices.of(hit.start, hit.end, spelling=scene.found.term_of(hit).spelling).voice
        same = (said in _IN_MARKS) in {voice in _IN_MARKS for voice in term.voices}
        marks += Counts(right=int(same), found=1, gold=1)
        own += Counts(right=int(said in term.voices), found=1, gold=1)
        if said not in term.voices:
            wanted = " or ".join(sorted(voice.value for voice in term.voices))
            told.append(_told("terms: voice", scene, start, term, f"wanted {wanted}, found {said.value}"))
    return marks, own, told


def _met(scene: _Scene, taken: Mapping[Place, Sequence[GoldTerm]]) -> Iterator[tuple[GoldTerm, int, Hit]]:
    for place, terms in taken.items():
        for term in terms:
            for start in term.starts:
                if (hit := scene.at(term, start, place)) is not None:
                    yield term, start, hit


def _told(group: str, scene: _Scene, start: int, term: GoldTerm, what: str) -> Mistake:
    text = scene.linked.reading.article.text
    return mistake(group, scene.gold.seed, text, (start, start + len(term.term)), what)


def _too_many(scene: _Scene, hit: Hit, place: Place) -> Mistake:
    text = scene.linked.reading.article.text
    return mistake("terms: not in the gold", scene.gold.seed, text, (hit.start, hit.end), "/".join(place))
