"""What the tagger gets wrong in ways that can be named, put right rule by rule.

Comes in: the drafts of one article, block by block. Goes out: the drafts as they should be. ``RULES`` is applied in
order; every rule looks at one block and returns its drafts in text order, disjoint.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from build_dossier.extract.features import Token, is_capital, opens_sentence
from build_dossier.extract.gazetteer import Hit, hits, keys, merged, word_lists
from build_dossier.text.language import Language
from build_dossier.text.morphology import CASES, analyses


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Draft:
    """A name in the making: tokens ``start`` to ``end`` (half-open) of its block."""

    start: int
    end: int
    kind: str
    """``PER``, ``ORG``, ``LOC``, ``EVT``, ``PRO``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One block as the rules see it."""

    tokens: tuple[Token, ...]
    language: Language
    hits: tuple[Hit, ...]
    """List phrases in the block."""

    def forms(self, start: int, end: int) -> list[str]:
        """The words of a stretch of tokens."""
        return [token.form for token in self.tokens[start:end]]

    def form(self, at: int) -> str:
        """One word, a full stop beyond the edges."""
        return self.tokens[at].form if 0 <= at < len(self.tokens) else "."

    def listed(self, at: int, *names: str) -> bool:
        """Whether a word stands in one of the word lists, in any form."""
        form = self.form(at)
        return form[0].isalpha() and any(not keys(form, self.language).isdisjoint(word_lists()[n]) for n in names)


Rule = Callable[[Scene, tuple[Draft, ...]], tuple[Draft, ...]]
"""Drafts in, drafts out."""


def scene(tokens: tuple[Token, ...], language: Language) -> Scene:
    """A block made ready for the rules."""
    return Scene(tokens=tokens, language=language, hits=tuple(hits([token.form for token in tokens], language)))


def apply(block: Scene, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts of a block after all rules."""
    result = tuple(drafts)
    for rule in RULES:
        result = rule(block, result)
    return result


def small_words_are_no_names(block: Scene, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """«американських» and «демократы» are no names; nothing without a capital is, but listed institutions."""
    institutions = {(hit.start, hit.end) for hit in block.hits if hit.kind == "INST"}
    return tuple(
        draft
        for draft in drafts
        if (draft.start, draft.end) in institutions
        or any(form != form.lower() or form[0].isdigit() for form in block.forms(draft.start, draft.end))
    )


def openers_are_no_names(block: Scene, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """«Нагадаємо», «Обговорення», «Спецпредставник» open a sentence; the capital is the sentence's."""
    return tuple(trimmed for draft in drafts if (trimmed := _without_opener(block, draft)).start < trimmed.end)


def _without_opener(block: Scene, draft: Draft) -> Draft:
    opener = merged(block.form(draft.start)) in word_lists()["opener"]
    listed = any(hit.start == draft.start for hit in block.hits)
    if opener and not listed and draft.kind in {"PER", "LOC", "ORG"} and opens_sentence(block.tokens, draft.start):
        return replace(draft, start=draft.start + 1)
    return draft


def places_printed_small(block: Scene, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """«росії» in a Ukrainian text is the country, printed small on purpose; «російську» is an adjective."""
    if block.language != "uk":
        return drafts
    found = [
        Draft(start=at, end=at + 1, kind="LOC")
        for at, token in enumerate(block.tokens)
        if token.form.islower() and block.listed(at, "small_place") and _only_noun(token.form, block.language)
    ]
    return _added(drafts, found)


def _only_noun(form: str, language: Language) -> bool:
    return all(analysis.pos == "NOUN" for analysis in analyses(form, language))


def outlets_are_organisations(block: Scene, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """Media are organisations here, whatever they name in the sentence; networks and services stay products."""
    return tuple(replace(draft, kind="ORG") if _is_outlet(block, draft) else draft for draft in drafts)


def _is_outlet(block: Scene, draft: Draft) -> bool:
    if draft.kind not in {"PRO", "PER", "LOC"} or any(block.listed(at, "product") for at in _range(draft)):
        return False
    listed = any(hit.kind == "OUTLET" and hit.start == draft.start and hit.end >= draft.end for hit in block.hits)
    if draft.kind != "PRO":
        return listed and _is_quoted(block, draft)
    before = draft.start - (2 if _is_quoted(block, draft) else 1)
    return listed or block.listed(before, "outlet_head", "outlet_cue")


def _range(draft: Draft) -> range:
    return range(draft.start, draft.end)


def _is_quoted(block: Scene, draft: Draft) -> bool:
    return block.form(draft.start - 1) in '«„“"' and block.form(draft.end) in '»“”"'


def outlets_in_quotes(block: Scene, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """«агентство «Белта»», «передає «Главком»»: a short quoted name after a medium's noun or a reporting verb."""
    found = []
    for at in range(1, len(block.tokens) - 1):
        cue = block.listed(at - 2, "outlet_head", "outlet_cue")
        if block.form(at - 1) in '«„“"' and cue and is_capital(block.form(at)):
            end = _closing(block, at)
            if end is not None:
                found.append(Draft(start=at, end=end, kind="ORG"))
    return _added(drafts, found)


def _closing(block: Scene, at: int) -> int | None:
    """The closing quote of a title of at most four words."""
    for end in range(at + 1, min(at + 5, len(block.tokens))):
        if block.form(end) in '»“”"':
            return end
        if not block.form(end)[0].isalpha() and block.form(end) not in "-.":
            return None
    return None


def listed_names(block: Scene, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """«Белого дома», «МИД»: institutions that a list knows and the tagger missed, cut short or took for places."""
    found = [
        Draft(start=hit.start, end=hit.end, kind="ORG")
        for hit in block.hits
        if hit.kind == "INST" and _stands_out(block, hit)
    ]
    result = drafts
    for name in found:
        touching = [draft for draft in result if draft.start < name.end and name.start < draft.end]
        if all(draft.kind in {"LOC", "ORG"} and _within(draft, name) for draft in touching):
            result = _added(tuple(draft for draft in result if draft not in touching), [name])
    return result


def _within(inner: Draft, outer: Draft) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _stands_out(block: Scene, hit: Hit) -> bool:
    """A capital that is not the sentence's, or at least two words."""
    if hit.end - hit.start > 1:
        return is_capital(block.form(hit.start)) or hit.end - hit.start > 2
    return is_capital(block.form(hit.start)) and not opens_sentence(block.tokens, hit.start)


def persons_glued(block: Scene, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """«Лукашенко Бастрикіну»: two surnames in different cases are two persons."""
    return tuple(part for draft in drafts for part in _unglued(block, draft))


def _unglued(block: Scene, draft: Draft) -> Iterator[Draft]:
    if draft.kind == "PER" and draft.end - draft.start == 2:
        first, second = block.forms(draft.start, draft.end)
        if not _may_agree(first, second, block.language) and not _is_given(first, block.language):
            yield replace(draft, end=draft.start + 1)
            yield replace(draft, start=draft.start + 1)
            return
    yield draft


def _is_given(form: str, language: Language) -> bool:
    named = any("Name" in analysis.grammemes and analysis.known for analysis in analyses(form, language))
    return named or not keys(form, language).isdisjoint(word_lists()["given"])


def _may_agree(first: str, second: str, language: Language) -> bool:
    """Whether two words may stand in one case; a word of which too little is known may."""
    one, other = _person_cases(first, language), _person_cases(second, language)
    return not one or not other or not one.isdisjoint(other)


def _person_cases(form: str, language: Language) -> set[str]:
    return {
        str(a.case)
        for a in analyses(form, language)
        if a.pos == "NOUN" and a.case in CASES and a.number == "sing" and "Surn" in a.grammemes and a.score > 0.1
    }


def administrations(block: Scene, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """«адміністрації Дональда Трампа»: the administration is one name, the man inside it another."""
    found = [
        Draft(start=at, end=_administration_end(block, at), kind="ORG")
        for at in range(len(block.tokens))
        if merged(block.form(at)).startswith(("администраци", "адмиинистраци")) and _is_headed(block, at, drafts)
    ]
    kept = tuple(d for d in drafts if not any(d.kind in {"LOC", "ORG"} and _overlap(d, name) for name in found))
    return _added(kept, found)


def _is_headed(block: Scene, at: int, drafts: tuple[Draft, ...]) -> bool:
    """A president or a person follows."""
    return block.listed(at + 1, "role") or any(d.kind == "PER" and d.start == at + 1 for d in drafts)


def _administration_end(block: Scene, at: int) -> int:
    """After «президента США», where it stands."""
    if not block.listed(at + 1, "role"):
        return at + 1
    place = next((hit.end for hit in block.hits if hit.kind == "PLACE" and hit.start == at + 2), at + 2)
    return at + 3 if block.listed(at + 2, "loc_acronym") else place


def _overlap(one: Draft, other: Draft) -> bool:
    return one.start < other.end and other.start < one.end


def _added(drafts: tuple[Draft, ...], found: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts and those found ones that touch none of them."""
    free = [name for name in found if not any(_overlap(name, draft) for draft in drafts)]
    return tuple(sorted([*drafts, *free]))


RULES: tuple[Rule, ...] = (
    small_words_are_no_names,
    openers_are_no_names,
    places_printed_small,
    persons_glued,
    outlets_are_organisations,
    outlets_in_quotes,
    listed_names,
    administrations,
)
"""In this order: what is no name goes first, then what is whose."""
