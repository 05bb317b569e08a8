"""How this project names media and unions, where the corpus the tagger learned from does otherwise."""

from dataclasses import replace

from build_dossier.extract.draft import CLOSING, OPENING, Draft, Scene, closing_quote, imposed
from build_dossier.extract.gazetteer import merged
from build_dossier.extract.seen import is_capital
from build_dossier.text.language import Language
from build_dossier.text.morphology import analyses

_UNIONS = frozenset({"ес", "евросоюз"})
"""«ЄС», «Євросоюз» in shared letters: some take it for a place, we for an organisation."""


def outlets_are_organisations(block: Scene, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """Media are organisations here, whatever they name in the sentence; networks and services stay products."""
    return tuple(replace(draft, kind="ORG") if _is_outlet(block, draft) else draft for draft in drafts)


def _is_outlet(block: Scene, draft: Draft) -> bool:
    if draft.kind not in {"PRO", "PER", "LOC"} or any(block.listed(at, "product") for at in _places(draft)):
        return False
    hit = block.hit(draft.start, "OUTLET") or block.hit(draft.start + 1, "OUTLET")
    listed = hit is not None and hit.end >= draft.end - 1
    if draft.kind != "PRO":
        return listed and _is_quoted(block, draft)
    before = draft.start - (2 if _is_quoted(block, draft) else 1)
    return listed or block.listed(before, "outlet_head", "outlet_cue")


def _places(draft: Draft) -> range:
    return range(draft.start, draft.end)


def _is_quoted(block: Scene, draft: Draft) -> bool:
    return block.form(draft.start - 1) in OPENING and block.form(draft.end) in CLOSING


def outlets_in_quotes(block: Scene, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """«агентство «Белта»», «передає «Главком»»: a short quoted name after a medium's noun or a reporting verb."""
    found = []
    for at in range(1, len(block.tokens) - 1):
        if block.tokens[at - 1].form not in OPENING or not is_capital(block.form(at)):
            continue
        cue = block.listed(at - 2, "outlet_head", "outlet_cue") or block.hit(at, "OUTLET") is not None
        end = closing_quote(block, at) if cue else None
        if end is not None:
            found.append(Draft(start=at, end=end, kind="ORG"))
    return imposed(drafts, found, over=frozenset({"ORG", "PRO", "LOC", "PER"}))


def union_in_russian(block: Scene, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """«ЕС» is an organisation in Russian texts of the corpus; in Ukrainian ones it takes «ЄС» for a place."""
    return drafts if block.language == "uk" else unions_are_organisations(block, drafts)


def unions_are_organisations(block: Scene, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """«ЄС» and «Євросоюз» are an organisation, in both languages."""
    return tuple(
        replace(draft, kind="ORG")
        if draft.kind == "LOC" and draft.end - draft.start == 1 and _is_union(block.form(draft.start), block.language)
        else draft
        for draft in drafts
    )


def _is_union(form: str, language: Language) -> bool:
    return merged(form) in _UNIONS or any(merged(a.lemma) in _UNIONS for a in analyses(form, language))
