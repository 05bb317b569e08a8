"""Where a name begins and ends: rules for what the tagger cuts short, glues, or takes in by mistake."""

from collections.abc import Iterator
from dataclasses import replace

from build_dossier.extract.draft import CLOSING, OPENING, Draft, Scene
from build_dossier.extract.gazetteer import keys, merged, word_lists
from build_dossier.extract.seen import is_capital
from build_dossier.text.language import Language
from build_dossier.text.morphology import CASES, analyses

_OF_NAMES = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn"})
_LONGEST_TITLE = 6
"""Tokens from an opening to its closing quotation mark within one name."""


def small_words_are_no_names(block: Scene, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """«американських» and «демократы» are no names; nothing without a capital is, but listed institutions."""
    institutions = {(hit.start, hit.end) for hit in block.hits if hit.kind == "INST"}
    return tuple(
        draft
        for draft in drafts
        if (draft.start, draft.end) in institutions
        or any(form != form.lower() or form.isascii() for form in block.forms(draft.start, draft.end))
        or (draft.kind == "ORG" and draft.end - draft.start > 1)
    )


def adjectives_are_no_names(block: Scene, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """«Американська сторона», «Российские власти»: an adjective of a country, with the sentence's capital."""
    return tuple(
        draft
        for draft in drafts
        if draft.end - draft.start > 1 or draft.kind not in {"LOC", "ORG"} or not _is_adjective(block, draft)
    )


def _is_adjective(block: Scene, draft: Draft) -> bool:
    """An adjective of a country, or of anything («Демократичної») where no list has a place of that name."""
    if block.listed(draft.start, "demonym"):
        return True
    read = analyses(block.form(draft.start), block.language)
    plain = all(a.pos == "ADJF" and a.known and a.grammemes.isdisjoint(_OF_NAMES) for a in read)
    return plain and draft.kind == "LOC" and block.hit(draft.start, "PLACE") is None


def openers_are_no_names(block: Scene, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """«Нагадаємо», «Обговорення», «Спецпредставник» open a sentence; the capital is the sentence's."""
    trimmed = (_without_opener(block, draft) for draft in drafts)
    return tuple(draft for draft in trimmed if draft.start < draft.end)


def _without_opener(block: Scene, draft: Draft) -> Draft:
    opener = merged(block.form(draft.start)) in word_lists()["opener"]
    listed = block.hit(draft.start, "INST", "PLACE", "OUTLET", "EVENT") is not None
    if opener and not listed and block.opening[draft.start]:
        return replace(draft, start=draft.start + 1)
    return draft


def quotes_in_pairs(block: Scene, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """«МИА «Россия»» goes on to the closing sign, «Би-би-си»» ends before it."""
    return tuple(draft for found in drafts if (draft := _paired(block, found)).start < draft.end)


def _paired(block: Scene, draft: Draft) -> Draft:
    forms = block.forms(draft.start, draft.end)
    opened = sum(form in OPENING for form in forms)
    closed = sum(form in CLOSING for form in forms)
    if forms[-1] in CLOSING and (closed > opened if forms[-1] not in OPENING else opened % 2 == 1):
        return _paired(block, replace(draft, end=draft.end - 1)) if len(forms) > 1 else replace(draft, end=draft.start)
    if forms[0] in OPENING and opened > closed and len(forms) > 1:
        return replace(draft, start=draft.start + 1)
    if opened > closed:
        ends = range(draft.end, min(draft.end + _LONGEST_TITLE, len(block.tokens)))
        closing = next((at for at in ends if block.form(at) in CLOSING), None)
        return draft if closing is None else replace(draft, end=closing + 1)
    return draft


def quotes_stand_outside(block: Scene, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """««Белта»» is Белта: signs around a whole name are not part of it; those of products are left to the corpus."""
    return tuple(
        replace(draft, start=draft.start + 1, end=draft.end - 1) if _is_wrapped(block, draft) else draft
        for draft in drafts
    )


def _is_wrapped(block: Scene, draft: Draft) -> bool:
    inner = block.forms(draft.start + 1, draft.end - 1)
    wrapped = block.form(draft.start) in OPENING and block.form(draft.end - 1) in CLOSING
    return draft.kind != "PRO" and wrapped and bool(inner) and not any(form in OPENING | CLOSING for form in inner)


def hyphens_go_on(block: Scene, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """«Даунинг-стрит», «Буш-молодший»: a name does not end before a hyphen inside a word."""
    starts = {draft.start for draft in drafts}
    return tuple(replace(draft, end=_after_hyphens(block, draft.end, starts)) for draft in _rejoined(block, drafts))


def _rejoined(block: Scene, drafts: tuple[Draft, ...]) -> Iterator[Draft]:
    """Two pieces of one hyphened word, labelled apart though of one kind, are one name."""
    before: Draft | None = None
    for draft in drafts:
        glued = before is not None and before.end in {draft.start, draft.start - 1} and _is_hyphen(block, before.end)
        if before is not None and glued and draft.start == before.end:
            before = replace(before, end=draft.end)
            continue
        if before is not None:
            yield before
        before = draft
    if before is not None:
        yield before


def _is_hyphen(block: Scene, at: int) -> bool:
    return block.form(at) in "-‑" and block.joined(at) and block.joined(at + 1) and block.form(at + 1)[0].isalpha()


def _after_hyphens(block: Scene, end: int, starts: set[int]) -> int:
    while _is_hyphen(block, end) and end + 1 not in starts and end not in starts and not _is_kind(block, end):
        end += 2
    return end


def _is_kind(block: Scene, at: int) -> bool:
    """«Telegram-канал», «Facebook-сторінка»: a small word after a Latin name and a hyphen says what it is."""
    return block.form(at - 1).isascii() and block.form(at + 1).islower() and not block.form(at + 1).isascii()


def initials_belong(block: Scene, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """«Гаврилова А. В.», «С. Лавров»: initials are part of the person's name."""
    return tuple(
        replace(draft, start=_first_initial(block, draft.start), end=_last_initial(block, draft.end))
        if draft.kind == "PER"
        else draft
        for draft in drafts
    )


def _is_initial(block: Scene, at: int) -> bool:
    form = block.form(at)
    return len(form) == 1 and form.isupper() and block.form(at + 1) == "." and block.joined(at + 1)


def _first_initial(block: Scene, start: int) -> int:
    while start >= 2 and _is_initial(block, start - 2):
        start -= 2
    return start


def _last_initial(block: Scene, end: int) -> int:
    if block.form(end) == "." and _is_initial(block, end - 1) and block.joined(end):
        end += 1
    while _is_initial(block, end) and end + 1 < len(block.tokens):
        end += 2
    return end


def particles_join(block: Scene, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """«Урсула | фон дер | Ляєн» is one person: small particles belong to foreign names."""
    result: list[Draft] = []
    for draft in drafts:
        before = result[-1] if result else None
        between = block.forms(before.end, draft.start) if before is not None else []
        small = bool(between) and all(merged(form) in word_lists()["particle"] for form in between)
        if before is not None and small and before.kind == draft.kind == "PER":
            result[-1] = replace(before, end=draft.end)
        else:
            result.append(draft)
    return tuple(result)


def scripts_part(block: Scene, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """«Cockpit Ингольф Шумахер»: a Latin word before a person in Cyrillic letters is another name."""
    return tuple(part for draft in drafts for part in _parted(block, draft))


def _parted(block: Scene, draft: Draft) -> Iterator[Draft]:
    forms = block.forms(draft.start, draft.end)
    latin = next((at for at, form in enumerate(forms) if not form.isascii()), len(forms))
    if draft.kind == "PER" and 0 < latin < len(forms) and all(form.isalpha() for form in forms[:latin]):
        yield replace(draft, end=draft.start + latin, kind="ORG")
        yield replace(draft, start=draft.start + latin)
    else:
        yield draft


def persons_glued(block: Scene, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """«Лукашенко Бастрикіну»: two surnames in different cases are two persons."""
    return tuple(part for draft in drafts for part in _unglued(block, draft))


def _unglued(block: Scene, draft: Draft) -> Iterator[Draft]:
    if draft.kind == "PER" and draft.end - draft.start == 2:
        first, second = block.forms(draft.start, draft.end)
        if not _is_given(first, block.language) and _disagree(first, second, block.language):
            yield replace(draft, end=draft.start + 1)
            yield replace(draft, start=draft.start + 1)
            return
    yield draft


def _is_given(form: str, language: Language) -> bool:
    named = any("Name" in analysis.grammemes and analysis.known for analysis in analyses(form, language))
    return named or not keys(form, language).isdisjoint(word_lists()["given"])


def _disagree(first: str, second: str, language: Language) -> bool:
    """Whether both may be surnames, the first is known for one, and they share no case."""
    if not any(a.known and "Surn" in a.grammemes for a in analyses(first, language)):
        return False  # «Раніл Джаявардена»: who knows which of them is the surname
    one, other = _surname_cases(first, language), _surname_cases(second, language)
    return bool(one) and bool(other) and one.isdisjoint(other) and is_capital(second)


def _surname_cases(form: str, language: Language) -> set[str]:
    """The cases a surname may stand in; what is undeclined in the dictionary is taken for a nominative first."""
    found = [a for a in analyses(form, language) if "Surn" in a.grammemes and a.case in CASES and a.number == "sing"]
    fixed = any("Fixd" in a.grammemes for a in found)
    declined = {str(a.case) for a in found if "Fixd" not in a.grammemes}
    return declined | ({"nomn"} if fixed else set())
