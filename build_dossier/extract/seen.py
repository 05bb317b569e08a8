"""What a word shows of itself that tells whether it is part of a name, wherever it stands.

Comes in: a word form and the language of its text. Goes out: ``Seen``, made once for each word of a vocabulary.
Ukrainian and Russian share letters and so share what they show.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from build_dossier.extract.gazetteer import lists_of, merged
from build_dossier.text.language import Language
from build_dossier.text.morphology import Analysis, analyses

# Endings of names in both languages after letters are merged; what is left joins the forms of an unknown name.
_ENDING = re.compile(r"(?<=\w{3})(?:ого|ому|ому|ими|ами|ями|ом|ем|им|ой|ою|ею|ей|ий|ии|ая|ую|ам|ах|ов|ев|[аеийоуюя])$")
_NAME_GRAMMEMES = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn", "Abbr"})
_NAME_KINDS = frozenset({"Name", "Surn", "Patr", "Geox"})
_TELLING = ("role", "org_head", "loc_head", "org_acronym", "loc_acronym")
"""Lists that make a class of their own, the first that holds a word."""
_LIKELY = 0.05
"""Probability below which a reading of the dictionary is passed over."""
_SAFE_LENGTH = 40
"""Longer “words” are no words; they are cut before the dictionary sees them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What a word shows wherever it stands; made once for each word of a vocabulary."""

    form: str
    low: str
    """In lower case and shared letters."""
    stem: str
    shape: str
    kind: str
    """A coarse class: a sign itself, a list, or shape with part of speech and name kind."""
    capital: bool
    own: tuple[str, ...]
    near: tuple[tuple[str, ...], ...]
    """What it shows to the words around it: as the one two before, one before, one after, two after."""


DISTANCES = (-2, -1, 1, 2)
"""Where a word may stand to one that it is a neighbour of."""


@lru_cache(maxsize=100_000)
def seen(form: str, language: Language) -> Seen:
    """What a word shows wherever it stands."""
    form = form[:_SAFE_LENGTH]
    is_word = form[0].isalpha()
    read = analyses(form, language) if is_word else ()
    lists = sorted(lists_of(form, language)) if is_word else []
    low, printed, begun = merged(form), shape(form), stem(form)
    kind = _class(form, printed, lists, read)
    own = [f"w={low}", f"s={printed}"]
    if is_word:
        own += [f"stem={begun}", *_affixes(form, low), *_morphology(read)]
        own += [f"L={name}" for name in lists]
        own += [f"L|s={name}|{printed}" for name in lists]
    return Seen(
        form=form,
        low=low,
        stem=begun,
        shape=printed,
        kind=kind,
        capital=is_capital(form),
        own=tuple(own),
        near=_near(form, low, kind, lists, read),
    )


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """What the inflected forms of a name have in common, as far as endings tell."""
    return _ENDING.sub("", merged(word[:_SAFE_LENGTH]))


def is_capital(form: str) -> bool:
    """Whether a word begins with a capital letter."""
    return form[0].isupper()


def _affixes(form: str, low: str) -> Iterator[str]:
    """How a word with a capital begins and ends; of others the dictionary says more."""
    if is_capital(form):
        yield from (f"p{size}={low[:size]}" for size in (2, 3, 4) if len(low) > size)
        yield from (f"e{size}={low[-size:]}" for size in (1, 2, 3, 4) if len(low) > size)


def _near(
    form: str, low: str, kind: str, lists: Sequence[str], read: Sequence[Analysis]
) -> tuple[tuple[str, ...], ...]:
    """What a word shows to those around it: at a distance of two less than beside it."""
    far = [f"c={kind}", *(f"L={name}" for name in lists)]
    beside = [*far, f"w={low}", *(f"l={merged(analysis.lemma)}" for analysis in read[:1])]
    if not is_capital(form):
        far.append(f"w={low}")
    return tuple(
        [
            tuple([prefix + feature for feature in (beside if distance in _BESIDE else far)])
            for distance, prefix in _PREFIXES
        ]
    )


_BESIDE = (-1, 1)
_PREFIXES = tuple((distance, f"{distance}:") for distance in DISTANCES)


def _morphology(every: Sequence[Analysis]) -> Iterator[str]:
    """Lemmas, cases and name grammemes over all likely readings, and the likeliest part of speech."""
    found = [a for a in every if a.score >= _LIKELY] or every[:1]
    yield from sorted({f"lemma={merged(a.lemma)}" for a in found[:2]})
    yield from sorted({f"case={a.case}{a.number[0]}" for a in found if a.case is not None and a.pos == "NOUN"})
    if found:
        yield f"first={found[0].pos}|{'known' if found[0].known else 'guessed'}"
    names = {name for a in found for name in a.grammemes & _NAME_GRAMMEMES}
    if any(a.known for a in found):
        plain = any(a.known and not a.grammemes & _NAME_GRAMMEMES for a in found)
        yield f"known={'+'.join(sorted(names))}{'+plain' if plain else ''}"
    else:
        yield from sorted(names)


def _class(form: str, printed: str, lists: Sequence[str], read: Sequence[Analysis]) -> str:
    """A coarse class: a sign itself, a list, or shape with part of speech and name kind."""
    if not form[0].isalpha():
        return "0" if form[0].isdigit() else form
    for name in _TELLING:
        if name in lists and (not is_capital(form) or name.endswith("acronym")):
            return name
    if not is_capital(form):
        return read[0].pos if read else "X"
    kinds = sorted({name for a in read if a.known for name in a.grammemes & _NAME_KINDS})
    kind = "given" if "given" in lists else "".join(kinds) or ("known" if read and read[0].known else "new")
    return f"{printed}/{kind}"


def shape(form: str) -> str:
    """``Xx``, ``xx``, ``XX``, ``xX`` for inner capitals, ``lat`` before Latin ones, ``0`` and signs as they are."""
    if form[0].isdigit():
        return f"0{min(len(form), 5)}"
    if not form[0].isalpha():
        return form
    script = "lat" if form[0].isascii() else ""
    if form.islower():
        return f"{script}xx"
    if form.isupper():
        return f"{script}X" if len(form) == 1 else f"{script}XX"
    return f"{script}Xx" if form[0].isupper() and form[1:].islower() else f"{script}xX"
