"""What the tagger is taught: the corpus's gold, without what is no name for us.

The corpus marks demonyms, party members and adjectives as names in one topic («американских» LOC, «демократов» ORG)
and common nouns as events («вибори»). Both are left out, but a country inside such an event stays a place.
"""

from collections.abc import Iterator, Sequence

from build_dossier.extract.features import Token
from build_dossier.extract.gazetteer import hits, keys, word_lists
from build_dossier.text.language import Language
from corpus import Gold

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
    if not _is_small(block, start, end):
        yield start, end, name.type
    elif name.type == "EVT":
        yield from _places(block, start, end, language)
    elif end - start > 1 or _is_institution(block[start].form, language):
        yield start, end, name.type


def _is_small(block: Sequence[Token], start: int, end: int) -> bool:
    """Whether the name begins with a small Cyrillic letter («easyJet» is a name)."""
    form = block[start].form
    return form.islower() and not form.isascii()


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
