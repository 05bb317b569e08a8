"""What the tagger is taught: the corpus's gold, without what is no name for us.

The corpus marks demonyms, party members and adjectives as names in one topic («американских» LOC, «демократов» ORG)
and common nouns as events («вибори»). Both are left out, but a country inside such an event stays a place.
"""

from collections.abc import Iterator, Sequence

from build_dossier.extract.features import Token
from build_dossier.extract.gazetteer import hits, keys, word_lists
from build_dossier.text.language import Language
from training.corpus import Gold

_MEDIA_WORDS = frozenset(
    {"news", "tv", "post", "times", "press", "telegraph", "ua", "ru", "com", "net", "новости", "новини", "газета"}
)
"""Parts of the names of media that no list can hold in full."""
_INSTITUTIONS = frozenset({"INST"})


def labels(block: Sequence[Token], gold: Sequence[Gold], language: Language) -> list[str]:
    """One label for every token of a block: ``B-``, ``I-`` with a type, or ``O``."""
    result = ["O"] * len(block)
    for name in gold:
        inside = [at for at, token in enumerate(block) if token.start < name.end and token.end > name.start]
        for start, end, kind in _taught(block, inside, name, language):
            if all(label == "O" for label in result[start:end]):
                result[start:end] = [f"B-{kind}", *[f"I-{kind}"] * (end - start - 1)]
    return result


def _taught(
    block: Sequence[Token], inside: Sequence[int], name: Gold, language: Language
) -> Iterator[tuple[int, int, str]]:
    """The spans of tokens that one gold name becomes: itself, nothing, or the places within it."""
    if not inside:
        return
    start, end = inside[0], inside[-1] + 1
    if not _is_small(block, start):
        yield start, end, "ORG" if name.type == "PRO" and _is_outlet(block, start, end, language) else name.type
    elif name.type == "EVT":
        yield from _places(block, start, end, language)
    elif end - start > 1 or _is_institution(block[start].form, language):
        yield start, end, name.type


def _is_small(block: Sequence[Token], start: int) -> bool:
    """Whether the name begins with a small Cyrillic letter («easyJet» is a name)."""
    form = block[start].form
    return form.islower() and not form.isascii()


def _is_outlet(block: Sequence[Token], start: int, end: int, language: Language) -> bool:
    """Whether a product is a medium: by the list, its Latin letters, or the words of its name."""
    forms = [token.form for token in block[start:end]]
    if any(not keys(form, language).isdisjoint(word_lists()["product"]) for form in forms if form[0].isalpha()):
        return False
    listed = any(hit.kind == "OUTLET" for hit in hits(forms, language))
    return listed or any(form.lower() in _MEDIA_WORDS for form in forms)


def _is_institution(form: str, language: Language) -> bool:
    single = {hit.kind for hit in hits([form], language)}
    return bool(single & _INSTITUTIONS) or not keys(form, language).isdisjoint(word_lists()["org_head"])


def _places(block: Sequence[Token], start: int, end: int, language: Language) -> Iterator[tuple[int, int, str]]:
    forms = [token.form for token in block[start:end]]
    for hit in hits(forms, language):
        if hit.kind == "PLACE":
            yield start + hit.start, start + hit.end, "LOC"
    for at, form in enumerate(forms):
        if form == "США":
            yield start + at, start + at + 1, "LOC"
