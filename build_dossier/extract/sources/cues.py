"""Where a sentence cites somebody: the verbs, formulas and places in a sentence beside which a source stands.

Comes in: a sentence in units. Goes out: ``Cited`` places in text order, each with the cue that showed it.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from build_dossier.extract.mentions import EntityType
from build_dossier.extract.sources.found import Cited, Cue, Found, Kind
from build_dossier.extract.sources.names import is_outlet
from build_dossier.extract.sources.nouns import classify, is_person
from build_dossier.extract.sources.phrases import (
    QUOTES,
    Phrase,
    is_nominal,
    phrase_from,
    phrases_before,
    preposition,
    skips,
)
from build_dossier.extract.sources.verbs import (
    IN,
    OUT_OF,
    kept_back,
    speaking,
    subjects,
    to_preposition,
    unknown_outlet,
)
from build_dossier.extract.sources.words import (
    after_phrase,
    listed,
    openings,
    places,
    printed,
)
from build_dossier.extract.units import Sentence

_HIS = frozenset({"його", "її", "їх", "их", "его", "ее", "їхніми", "їхньою"})
_DASHES = frozenset("–—-−")


def formulas(of: Sentence) -> Iterator[Cited]:
    """«за даними поліції», «по мнению аналитиков», «за його даними»."""
    for at in openings(of, "formulas", "his_formulas"):
        end = after_phrase(of, at, "formulas")
        if end is None:
            if of.form(at + 1) in _HIS and after_phrase(of, at, "his_formulas") is not None:
                yield _by_pronoun(of, at)
            continue
        phrase = phrase_from(of, end)
        found = None if phrase is None or is_person(of, phrase) else classify(of, replace(phrase, case="gent"))
        if found is not None and phrase is not None and _fits(of, at, phrase, found):
            yield Cited(found=found, cue=Cue.FORMULA, at=at)


def _by_pronoun(of: Sentence, at: int) -> Cited:
    unit = of.units[at + 1]
    found = Found(kind=Kind.OUTLET_AGAIN, start=unit.start, end=unit.end, key="pronoun", bare=True)
    return Cited(found=found, cue=Cue.FORMULA, at=at)


def _fits(of: Sentence, at: int, phrase: Phrase, found: Found) -> bool:
    """Whether such a formula cites such a thing: «згідно з планом», «согласно закону» cite nobody."""
    if after_phrase(of, at, "of_papers_only") is None:
        return True
    return not listed(of, phrase.head, "no_papers") and found.kind is not Kind.GROUP


def papers(of: Sentence) -> Iterator[Cited]:
    """«йдеться у повідомленні», «в документе говорится», «сказано в статті»."""
    for at in printed(of, "told"):
        found = _stands_in_after(of, at) or _stands_in_before(of, at)
        if found is not None:
            yield Cited(found=found, cue=Cue.STANDS_IN, at=at)


def _stands_in_after(of: Sentence, at: int) -> Found | None:
    start = to_preposition(of, at + 1)
    phrase = phrase_from(of, start + 1) if of.form(start) in IN else None
    return None if phrase is None else _on_paper(of, phrase)


def _stands_in_before(of: Sentence, at: int) -> Found | None:
    for phrase in phrases_before(of, skips(of, at - 1, -1) + 1):
        if preposition(of, phrase) in OUT_OF and (found := _on_paper(of, phrase)) is not None:
            return found
    return None


def _on_paper(of: Sentence, phrase: Phrase) -> Found | None:
    found = classify(of, phrase)
    read = {Kind.PAPER, Kind.PAPER_AGAIN, Kind.ITS_TEXT, Kind.OUTLET}
    return found if found is not None and found.kind in read else None


def references(of: Sentence) -> Iterator[Cited]:
    """«з посиланням на Reuters», «со ссылкой на трех собеседников»."""
    for at in openings(of, "references"):
        end = after_phrase(of, at, "references")
        phrase = None if end is None else phrase_from(of, end)
        if phrase is None or is_person(of, phrase):
            continue
        found = classify(of, phrase)
        if found is None and of.mention(phrase.head, EntityType.PRO) is not None:
            found = unknown_outlet(of, phrase)
        if found is not None:
            yield Cited(found=kept_back(found), cue=Cue.REFERENCE, at=at)
        yield from _who_refers(of, at)


def _who_refers(of: Sentence, at: int) -> Iterator[Cited]:
    """«Видання Х з посиланням на джерела пише»: the outlet right before the reference."""
    for phrase in phrases_before(of, at - 1 if of.form(at - 1) == "," else at):
        found = classify(of, phrase)
        if found is not None and found.kind in {Kind.OUTLET, Kind.MEDIA}:
            yield Cited(found=found, cue=Cue.TELLS, at=at)
            return


def carriers(of: Sentence) -> Iterator[Cited]:
    """«в ефірі телеканалу Х», «в интервью Х», «журналісту Х»: the outlet to which somebody spoke."""
    for at in places(of, "carriers"):
        if at == len(of.units) - 1 or not is_nominal(of, at):
            continue
        phrase = phrase_from(of, at + 1)
        found = None if phrase is None else classify(of, phrase)
        if found is not None and found.kind is Kind.OUTLET:
            yield Cited(found=found, cue=Cue.CARRIER, at=at)


RULES: tuple[Callable[[Sentence], Iterator[Cited]], ...] = (references, papers, formulas, subjects, carriers)
"""In order: where two see the same words, the first counts."""


def cited(of: Sentence) -> tuple[Cited, ...]:
    """The places of a sentence that cite a source, in text order; overlapping ones once."""
    chosen: list[Cited] = []
    for rule in RULES:
        for place in rule(of):
            if not any(_touch(place.found, other.found) for other in chosen):
                chosen.append(place)
    return tuple(sorted(chosen, key=lambda place: place.found.start))


def _touch(one: Found, other: Found) -> bool:
    return one.start < other.end and other.start < one.end


def at_end_of_headline(of: Sentence) -> Cited | None:
    """«… – ЗМІ», «… — Politico» and «Reuters: …» in a headline."""
    last = len(of.units)
    dash = next((at for at in range(last - 1, max(0, last - 6), -1) if of.form(at) in _DASHES), None)
    phrase = None if dash is None else phrase_from(of, dash + 1)
    if phrase is not None and phrase.end + (of.form(phrase.end) in QUOTES) >= last - 1:
        found = speaking(of, phrase)
        if found is not None and found.kind not in {Kind.BODY_AGAIN, Kind.OUTLET_AGAIN}:
            return Cited(found=found, cue=Cue.HEADLINE, at=dash or 0)
    first = phrase_from(of, 0)
    if first is not None and of.form(first.end) == ":":
        found = speaking(of, first)
        return None if found is None else Cited(found=found, cue=Cue.HEADLINE, at=first.end)
    return None


def in_source_line(of: Sentence) -> Iterator[Cited]:
    """«Джерело: Reuters», «За матеріалами BBC»: a line of its own names outlets."""
    for at in range(len(of.units)):
        mention = of.mention(at, EntityType.ORG, EntityType.PRO)
        if mention is not None and is_outlet(of, at):
            found = classify(of, Phrase(first=at, head=at, end=at + 1))
            if found is not None:
                yield Cited(found=found, cue=Cue.LINE, at=at)
