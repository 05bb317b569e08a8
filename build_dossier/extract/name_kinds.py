"""What a name names: rules for institutions, media, governments, events and places that lists and words around tell."""

from dataclasses import replace

from build_dossier.extract.draft import CLOSING, OPENING, Draft, Scene, added, imposed
from build_dossier.extract.features import is_capital, opens_sentence
from build_dossier.extract.gazetteer import Hit, merged, word_lists
from build_dossier.text.language import Language
from build_dossier.text.morphology import analyses

_LONGEST_TITLE = 4
"""Words of the longest quoted title of a medium."""
_ADMINISTRATION = "администраци"
"""«адміністрація», «администрация» in shared letters, in any form."""
_UNIONS = frozenset({"ес", "евросоюз"})
"""«ЄС», «Євросоюз» in shared letters: some take it for a place, we for an organisation."""


def places_printed_small(block: Scene, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """«росії» in a Ukrainian text is the country, printed small on purpose; «російську» is an adjective."""
    if block.language != "uk":
        return drafts
    found = [
        Draft(start=at, end=at + 1, kind="LOC")
        for at, token in enumerate(block.tokens)
        if token.form.islower() and block.listed(at, "small_place") and _only_noun(token.form, block.language)
    ]
    return added(drafts, found)


def _only_noun(form: str, language: Language) -> bool:
    return all(analysis.pos == "NOUN" for analysis in analyses(form, language))


def acronyms_of_places(block: Scene, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """«КНР», «СРСР», «США» are countries wherever they stand alone."""
    return tuple(
        replace(draft, kind="LOC")
        if draft.end - draft.start == 1 and draft.kind != "LOC" and _is_place_acronym(block, draft.start)
        else draft
        for draft in drafts
    )


def _is_place_acronym(block: Scene, at: int) -> bool:
    return block.form(at).isupper() and len(block.form(at)) > 1 and block.listed(at, "loc_acronym")


def listed_places(block: Scene, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """«Мінську», «Штаты»: places that a list knows, with a capital inside a sentence, that the tagger passed over."""
    found = [
        Draft(start=hit.start, end=hit.end, kind="LOC")
        for hit in block.hits
        if hit.kind == "PLACE" and not opens_sentence(block.tokens, hit.start) and _is_plainly_place(block, hit)
    ]
    return added(drafts, found)


def regions(block: Scene, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """«Донецької області», «Приморского края»: an adjective with a capital before a small noun for a region."""
    found = [
        Draft(start=at, end=at + 2, kind="LOC")
        for at in range(len(block.tokens) - 1)
        if is_capital(block.form(at))
        and block.form(at + 1).islower()
        and block.listed(at + 1, "region")
        and any(analysis.pos == "ADJF" for analysis in analyses(block.form(at), block.language))
        and not block.listed(at, "opener", "demonym")
    ]
    return imposed(drafts, found, over=frozenset({"LOC", "ORG", "PER"}))


def _is_plainly_place(block: Scene, hit: Hit) -> bool:
    """Not part of a quoted title or a row of capitals, nor a word that is a plain noun or a surname as well."""
    words = block.forms(hit.start - 1, hit.start) + block.forms(hit.end, hit.end + 1)
    alone = not any(word[0].isupper() or word in OPENING or word in CLOSING or word == "-" for word in words)
    found = analyses(block.form(hit.start), block.language)
    person = bool(found) and not found[0].grammemes.isdisjoint({"Surn", "Name", "Patr"})
    return alone and is_capital(block.form(hit.start)) and not person


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
    """A capital that is not the sentence's, or several words that mean nothing else («палата представників»)."""
    capital = is_capital(block.form(hit.start))
    if hit.end - hit.start == 1:
        return capital and not opens_sentence(block.tokens, hit.start)
    return capital or merged(hit.name) not in word_lists()["plain_words"]


def governments(block: Scene, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """«британський уряд», «правительство Великобритании»: a noun of government with its country is a name."""
    found = []
    for at in range(len(block.tokens)):
        if block.listed(at, "government"):
            start = at - 1 if block.listed(at - 1, "demonym") else at
            end = _country_end(block, at + 1)
            if start < at or end > at + 1:
                found.append(Draft(start=start, end=end, kind="ORG"))
    return imposed(drafts, found, over=frozenset({"LOC", "ORG"}))


def _country_end(block: Scene, at: int) -> int:
    """After the country in the genitive that begins at a token, or the token itself."""
    if _is_place_acronym(block, at):
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
        if merged(block.form(at)).startswith(_ADMINISTRATION) and _is_headed(block, at, drafts)
    ]
    return imposed(drafts, found, over=frozenset({"LOC", "ORG"}))


def _is_headed(block: Scene, at: int, drafts: tuple[Draft, ...]) -> bool:
    """A president or a person follows."""
    person = any(draft.kind == "PER" and draft.start == at + 1 for draft in drafts)
    return person or block.listed(at + 1, "role")


def _administration_end(block: Scene, at: int) -> int:
    """After «президента США», where it stands."""
    return max(at + 1, _country_end(block, at + 2) if block.listed(at + 1, "role") else 0)


def full_end(block: Scene, drafts: tuple[Draft, ...], draft: Draft) -> int:
    """Where the name ends that a reader would list: «адміністрація Дональда Трампа», «посольство Беларуси в Бонне».

    The person and the place inside are names of their own, so the mention itself is shorter.
    """
    if draft.kind != "ORG":
        return draft.end
    alone = draft.end - draft.start == 1 and merged(block.form(draft.start)).startswith(_ADMINISTRATION)
    if alone:
        return next((d.end for d in drafts if d.kind == "PER" and d.start == draft.end), draft.end)
    if block.listed(draft.start, "mission") and merged(block.form(draft.end)) in {"в", "у", "во"}:
        return next((d.end for d in drafts if d.kind == "LOC" and d.start == draft.end + 1), draft.end)
    return draft.end


# ── how this project names things; a corpus may do otherwise


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
        cue = block.listed(at - 2, "outlet_head", "outlet_cue") or block.hit(at, "OUTLET") is not None
        end = _closing(block, at) if block.form(at - 1) in OPENING and cue and is_capital(block.form(at)) else None
        if end is not None:
            found.append(Draft(start=at, end=end, kind="ORG"))
    return imposed(drafts, found, over=frozenset({"ORG", "PRO", "LOC", "PER"}))


def _closing(block: Scene, at: int) -> int | None:
    """The closing quote of a title of a few words."""
    for end in range(at + 1, min(at + _LONGEST_TITLE + 1, len(block.tokens))):
        if block.form(end) in CLOSING:
            return end
        if not block.form(end)[0].isalpha() and block.form(end) not in "-.":
            return None
    return None


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
