"""Which citings name one source: «Reuters», «агентство», «в материале» are one; so are «МЗС» and «речник відомства».

Comes in: the citing places of an article, in text order, and its mentions. Goes out: each place with the key of its
source. A name is known by itself; what only takes up a name goes to the nearest one that fits.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from build_dossier.article import BlockKind
from build_dossier.extract.gazetteer import keys, merged
from build_dossier.extract.mentions import EntityType, Mention
from build_dossier.extract.sources.found import Cue, Found, Kind
from build_dossier.outlets import OutletKind, package_outlets
from build_dossier.text.language import Language

CALLED = {
    OutletKind.AGENCY: ("агентство", "агенція", "інформагентство", "информагентство"),
    OutletKind.PAPER: ("газета", "журнал", "тижневик", "еженедельник"),
    OutletKind.BROADCASTER: ("телеканал", "канал", "радіостанція", "радиостанция", "радіо", "радио", "мовник"),
    OutletKind.SITE: ("сайт", "портал"),
}
"""Nouns that fit one kind of outlet only."""
_MEDIA = (Kind.OUTLET, Kind.OUTLET_AGAIN, Kind.MEDIA)
_KIND_OF = {merged(noun): kind for kind, called in CALLED.items() for noun in called}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A source where the article cites it."""

    found: Found
    cue: Cue
    at: int
    """Unit of the cue in its sentence."""
    sentence: int
    """Number of the sentence in the article."""
    block: BlockKind


def joined(places: Sequence[Place], mentions: Sequence[Mention], language: Language) -> tuple[Place, ...]:
    """The places with what takes up a name led to it; those that lead nowhere are left out."""
    named = Counter(merged(mention.lemma) for mention in mentions)
    cited = Counter(place.found.key for place in places)
    places = [_as_outlet(place) if _only_cited(place.found, named, cited) else place for place in places]
    done: list[Place] = []
    for number, place in enumerate(places):
        found = _resolved(place, done, places[number + 1 :], mentions, language)
        if found is not None:
            done.append(replace(place, found=found))
    return tuple(done)


def _only_cited(found: Found, named: Mapping[str, int], cited: Mapping[str, int]) -> bool:
    """Whether a name that may be an outlet's stands in the article only where it is cited: a company does more."""
    return found.perhaps_outlet and named.get(found.key, 0) <= cited.get(found.key, 0)


def _as_outlet(place: Place) -> Place:
    return replace(place, found=replace(place.found, kind=Kind.OUTLET))


def _resolved(
    place: Place, before: Sequence[Place], after: Sequence[Place], mentions: Sequence[Mention], language: Language
) -> Found | None:
    found = place.found
    if found.kind is Kind.OUTLET_AGAIN:
        return _outlet_again(found, before, after, language) or _outlet_named(found, mentions)
    if found.kind is Kind.ITS_TEXT:
        return _its_text(found, before, after)
    if found.kind is Kind.BODY_AGAIN:
        return _body_again(found, mentions)
    if found.kind is Kind.PAPER_AGAIN:
        return _paper_again(place, before)
    if found.kind is Kind.INFORMANTS and found.bare:
        return _last(found, [p for p in before if p.found.key.startswith("informants")], Kind.INFORMANTS) or found
    return found


def _taken_up(found: Found, other: Found) -> Found:
    """The words of one citing under the source of another."""
    return replace(found, kind=other.kind, key=other.key, named=None, count=None)


def _last(found: Found, before: Sequence[Place], kind: Kind) -> Found | None:
    other = next((place.found for place in reversed(before) if place.found.kind is kind), None)
    return None if other is None else _taken_up(found, other)


def _outlet_again(found: Found, before: Sequence[Place], after: Sequence[Place], language: Language) -> Found | None:
    """The nearest outlet before it that the noun fits, any before it, then the first after it."""
    named = [place.found for place in (*reversed(before), *after) if place.found.kind is Kind.OUTLET]
    noun = found.key.removeprefix("outlet ").split(" ")[0]
    wanted = next((kind for key, kind in _KIND_OF.items() if key in {noun, *keys(noun, language)}), None)
    fitting = (other for other in named if wanted is None or _kind(other) in {wanted, None})
    other = next(fitting, named[0] if named else None)
    return None if other is None else _taken_up(found, other)


def _outlet_named(found: Found, mentions: Sequence[Mention]) -> Found | None:
    """The nearest known outlet that is named before it, though not cited; without one the noun stands for itself."""
    for at in range(bisect_left(mentions, found.start, key=lambda mention: mention.start) - 1, -1, -1):
        outlet = package_outlets().find(mentions[at].lemma)
        if outlet is not None and mentions[at].type is EntityType.ORG:
            return replace(found, kind=Kind.OUTLET, key=f"outlet:{outlet.key}", named=mentions[at])
    return None if found.key == "pronoun" else found


def _kind(found: Found) -> OutletKind | None:
    outlet = package_outlets().outlets.get(found.key.removeprefix("outlet:"))
    return None if outlet is None else outlet.kind


def _its_text(found: Found, before: Sequence[Place], after: Sequence[Place]) -> Found | None:
    for kind in _MEDIA:
        for place in (*reversed(before), *after):
            if place.found.kind is kind:
                return _taken_up(found, place.found)
    return None


def _body_again(found: Found, mentions: Sequence[Mention]) -> Found:
    """The nearest body named before it; without one the words stand for themselves."""
    for at in range(bisect_left(mentions, found.start, key=lambda mention: mention.start) - 1, -1, -1):
        mention = mentions[at]
        if mention.type is EntityType.ORG and package_outlets().find(mention.lemma) is None:
            return replace(found, kind=Kind.BODY, key=merged(mention.lemma), named=mention)
    return replace(found, kind=Kind.BODY)


def _paper_again(place: Place, before: Sequence[Place]) -> Found:
    """The last paper before it; the report of the outlet cited just before it; else a paper of its own."""
    found, last = place.found, before[-1] if before else None
    if last is not None and last.found.kind in _MEDIA and place.sentence - last.sentence <= 1:
        return _taken_up(found, last.found)
    return _last(found, before, Kind.PAPER) or replace(found, kind=Kind.PAPER)
