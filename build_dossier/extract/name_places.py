"""Which names are places: rules for countries printed small, acronyms, regions and listed places."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from build_dossier.extract.draft import CLOSING, OPENING, Draft, Scene, added, imposed
from build_dossier.extract.gazetteer import Hit
from build_dossier.extract.seen import is_capital
from build_dossier.text.language import Language
from build_dossier.text.morphology import analyses


def places_printed_small(block: Scene, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """«росії» in a Ukrainian text is the country, printed small on purpose; «російську» is an adjective."""
    if block.language != "uk":
        return drafts
    found = [
        Draft(start=at, end=at + 1, kind="LOC")
        for at in block.places.get("small_place", ())
        if block.form(at).islower() and _only_noun(block.form(at), block.language)
    ]
    return added(drafts, found)


def _only_noun(form: str, language: Language) -> bool:
    return all(analysis.pos == "NOUN" for analysis in analyses(form, language))


def acronyms_of_places(block: Scene, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """«КНР», «СРСР», «США» are countries wherever they stand alone."""
    return tuple(
        replace(draft, kind="LOC")
        if draft.end - draft.start == 1 and draft.kind != "LOC" and is_place_acronym(block, draft.start)
        else draft
        for draft in drafts
    )


def is_place_acronym(block: Scene, at: int) -> bool:
    """«США», «КНР»: a word of capitals that the list of countries holds."""
    return block.form(at).isupper() and len(block.form(at)) > 1 and block.listed(at, "loc_acronym")


def listed_places(block: Scene, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """«Мінську», «Штаты»: places that a list knows, with a capital inside a sentence, that the tagger passed over."""
    found = [
        Draft(start=hit.start, end=hit.end, kind="LOC")
        for hit in block.hits
        if hit.kind == "PLACE" and not block.opening[hit.start] and _is_plainly_place(block, hit)
    ]
    return added(drafts, found)


def regions(block: Scene, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """«Донецької області», «Приморского края»: an adjective with a capital before a small noun for a region."""
    found = [
        Draft(start=at, end=at + 2, kind="LOC")
        for at in (place - 1 for place in block.places.get("region", ()) if place)
        if is_capital(block.form(at))
        and block.form(at + 1).islower()
        and any(analysis.pos == "ADJF" for analysis in analyses(block.form(at), block.language))
        and not block.listed(at, "opener", "demonym")
    ]
    cut = (part for draft in drafts for part in _before_region(draft, found))
    return imposed(tuple(cut), found, over=frozenset({"LOC", "ORG", "PER"}))


def _before_region(draft: Draft, found: Sequence[Draft]) -> Iterator[Draft]:
    """«Вовчанська | Харківської області»: the town before the region is a place of its own."""
    region = next((name for name in found if draft.start < name.start < draft.end <= name.end), None)
    yield draft if region is None or draft.kind != "LOC" else replace(draft, end=region.start)


def _is_plainly_place(block: Scene, hit: Hit) -> bool:
    """Not part of a quoted title or a row of capitals, nor a word that is a plain noun or a surname as well."""
    words = block.forms(hit.start - 1, hit.start) + block.forms(hit.end, hit.end + 1)
    alone = not any(word[0].isupper() or word in OPENING or word in CLOSING or word == "-" for word in words)
    found = analyses(block.form(hit.start), block.language)
    person = bool(found) and not found[0].grammemes.isdisjoint({"Surn", "Name", "Patr"})
    return alone and is_capital(block.form(hit.start)) and not person
