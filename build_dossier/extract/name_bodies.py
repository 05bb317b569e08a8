"""Which names are bodies: rules for institutions, governments, companies and administrations, and named events."""

from dataclasses import replace

from build_dossier.extract.draft import CLOSING, OPENING, Draft, Scene, added, closing_quote, imposed
from build_dossier.extract.gazetteer import Hit, merged, word_lists
from build_dossier.extract.name_places import is_place_acronym
from build_dossier.extract.seen import is_capital
from build_dossier.text.morphology import analyses

_ADMINISTRATION = "администраци"
"""«адміністрація», «администрация» in shared letters, in any form."""


def listed_events(block: Scene, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """«Brexit», «COVID-19»: events with a name of their own."""
    found = [Draft(start=hit.start, end=hit.end, kind="EVT") for hit in block.hits if hit.kind == "EVENT"]
    return imposed(drafts, found, over=frozenset({"PER", "ORG", "LOC", "PRO", "EVT"}))


def latin_words_are_organisations(block: Scene, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """«Ryanair», «Cockpit»: one word in Latin letters is a company or a medium far oftener than anything else."""
    return tuple(
        replace(draft, kind="ORG")
        if draft.end - draft.start == 1 and draft.kind != "EVT" and _is_latin_name(block, draft.start)
        else draft
        for draft in drafts
    )


def _is_latin_name(block: Scene, at: int) -> bool:
    form = block.form(at)
    return form.isascii() and form.isalpha() and len(form) > 1 and not block.listed(at, "product", "loc_acronym")


def listed_products(block: Scene, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """«Telegram», «Twitter»: networks and services that a list knows are products."""
    return tuple(
        replace(draft, kind="PRO")
        if draft.end - draft.start == 1 and draft.kind in {"ORG", "LOC", "PER"} and block.listed(draft.start, "product")
        else draft
        for draft in drafts
    )


def listed_institutions(block: Scene, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """«Белого дома», «МИД»: institutions that a list knows and the tagger missed, cut short or took for places."""
    found = [
        Draft(start=hit.start, end=hit.end, kind="ORG")
        for hit in block.hits
        if hit.kind == "INST" and _stands_out(block, hit)
    ]
    long = [name for name in found if name.end - name.start > 1]
    drafts = imposed(drafts, found, over=frozenset({"LOC", "ORG", "PRO"}))
    return imposed(drafts, long, over=frozenset({"LOC", "ORG", "PRO", "PER"}))


def _stands_out(block: Scene, hit: Hit) -> bool:
    """A capital, or several words that mean nothing else («палата представників»)."""
    capital = is_capital(block.form(hit.start))
    if hit.end - hit.start == 1:
        return capital
    return capital or merged(hit.name) not in word_lists()["plain_words"]


def listed_acronyms(block: Scene, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """«ФСБ», «ЗСУ»: acronyms of bodies that the tagger passed over; in a line of capitals any word looks like one."""
    acronyms = [at for at in block.places.get("org_acronym", ()) if block.form(at).isupper()]
    if not acronyms or sum(token.form.isupper() for token in block.tokens) * 2 > len(block.tokens):
        return drafts
    found = [Draft(start=at, end=at + 1, kind="ORG") for at in acronyms if len(block.form(at)) > 2]
    return added(drafts, found)


def bodies_in_quotes(block: Scene, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """«авіакомпанія «Норд Ейр»», «банк «Остров»»: a short quoted name right after the noun of a body."""
    found = []
    for at in (place + 2 for place in block.places.get("org_head", ())):
        if block.form(at - 1) in OPENING and is_capital(block.form(at)):
            end = closing_quote(block, at)
            if end is not None:
                found.append(Draft(start=at, end=end, kind="ORG"))
    return imposed(drafts, found, over=frozenset({"ORG", "PRO", "LOC", "PER"}))


def governments(block: Scene, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """«британський уряд», «правительство Великобритании»: a noun of government with its country is a name."""
    found = []
    for at in block.places.get("government", ()):
        start = at - 1 if block.listed(at - 1, "demonym") else at
        end = _country_end(block, at + 1)
        if start < at or end > at + 1:
            found.append(Draft(start=start, end=end, kind="ORG"))
    return imposed(drafts, found, over=frozenset({"LOC", "ORG"}))


def _country_end(block: Scene, at: int) -> int:
    """After the country in the genitive that begins at a token, or the token itself."""
    if is_place_acronym(block, at):
        return at + 1
    hit = block.hit(at, "PLACE")
    return at if hit is None or not _is_genitive(block, hit) else hit.end


def _is_genitive(block: Scene, hit: Hit) -> bool:
    last = block.form(hit.end - 1)
    return any(analysis.case == "gent" for analysis in analyses(last, block.language))


def country_belongs(block: Scene, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """«Верховный суд | Пакистана», «МЗС | Росії»: the country in the genitive after a state body is part of it."""
    result: list[Draft] = []
    for draft in drafts:
        body = result[-1] if result else None
        if body is not None and body.end == draft.start and _is_body_of(block, body, draft):
            result[-1] = replace(body, end=draft.end)
        else:
            result.append(draft)
    return tuple(result)


def _is_body_of(block: Scene, body: Draft, place: Draft) -> bool:
    names_body = any(block.listed(at, "org_head", "government") for at in range(body.start, body.end))
    return (
        body.kind == "ORG"
        and place.kind == "LOC"
        and names_body
        and block.form(body.end - 1) not in CLOSING
        and _country_end(block, place.start) == place.end
    )


def administrations(block: Scene, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """«адміністрації Дональда Трампа»: the administration is one name, the man inside it another."""
    found = [
        Draft(start=at, end=_administration_end(block, at), kind="ORG")
        for at in range(len(block.tokens))
        if block.tokens[at].form[0] in "аА" and _is_administration(block, at) and _is_headed(block, at, drafts)
    ]
    return imposed(drafts, found, over=frozenset({"LOC", "ORG"}))


def _is_administration(block: Scene, at: int) -> bool:
    return merged(block.form(at)).startswith(_ADMINISTRATION)


def _is_headed(block: Scene, at: int, drafts: tuple[Draft, ...]) -> bool:
    """A president or a person follows."""
    person = any(draft.kind == "PER" and draft.start == at + 1 for draft in drafts)
    return person or block.listed(at + 1, "role")


def _administration_end(block: Scene, at: int) -> int:
    """After «президента США», where it stands."""
    return max(at + 1, _country_end(block, at + 2) if block.listed(at + 1, "role") else 0)


def full_end(block: Scene, drafts: tuple[Draft, ...], draft: Draft) -> int:
    """Where the name ends that a reader would list: «адміністрація Дональда Трампа», «посольство Беларуси в Бонне».

    The person and the place inside are names of their own, so the draft itself is shorter.
    """
    if draft.kind != "ORG":
        return draft.end
    alone = draft.end - draft.start == 1 and _is_administration(block, draft.start)
    if alone:
        return next((d.end for d in drafts if d.kind == "PER" and d.start == draft.end), draft.end)
    if block.listed(draft.start, "mission") and merged(block.form(draft.end)) in {"в", "у", "во"}:
        return next((d.end for d in drafts if d.kind == "LOC" and d.start == draft.end + 1), draft.end)
    return draft.end
