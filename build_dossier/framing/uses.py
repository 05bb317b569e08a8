"""The hits of all articles by term, each with its voice; and what is counted of them.

Comes in: linked readings in the order in which they are shown, the hits. Goes out: ``Use``s. A wider term has the uses
of its narrower ones, too.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from build_dossier.article import Article
from build_dossier.framing import Framing, Hit
from build_dossier.framing.voicing import Said, Voice, Voices
from build_dossier.link import LinkedReading

Place = tuple[str, str]
"""Keys of a set and of a term."""

ORDER = {voice: number for number, voice in enumerate(Voice)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """A term where it stands, and who says it."""

    linked: LinkedReading
    hit: Hit
    said: Said

    @property
    def article(self) -> Article:
        """The article in which it stands."""
        return self.linked.reading.article


def totals(framing: Framing) -> Mapping[Place, int]:
    """How often each term stands in all articles; without those that stand nowhere."""
    counts: Counter[Place] = Counter()
    for hits in framing.hits.values():
        for hit in hits:
            counts.update((hit.set, term) for term in framing.sets[hit.set].counted_in(hit.term))
    return counts


def uses_in(linked: LinkedReading, framing: Framing) -> Iterator[Use]:
    """The uses of an article in text order."""
    hits = framing.hits.get(linked.reading.article.id, ())
    if not hits:
        return
    voices = Voices(linked)
    for hit in hits:
        said = voices.of(hit.start, hit.end, spelling=framing.term_of(hit).spelling)
        yield Use(linked=linked, hit=hit, said=said)


def all_uses(articles: Iterable[LinkedReading], framing: Framing) -> Mapping[Place, tuple[Use, ...]]:
    """The uses of each term: by article in the order given, in each by voice, then as they stand in the text."""
    found: dict[Place, list[Use]] = defaultdict(list)
    for linked in articles:
        for use in sorted(uses_in(linked, framing), key=lambda use: (ORDER[use.said.voice], use.hit.start)):
            for term in framing.sets[use.hit.set].counted_in(use.hit.term):
                found[use.hit.set, term].append(use)
    return {place: tuple(uses) for place, uses in found.items()}
