"""What a token shows that tells whether it is part of a name.

Comes in: the words of one article, block by block. Goes out: for every word a list of feature strings, as the tagger
was trained on. Ukrainian and Russian share letters and so share weights; what the whole article shows of a word
(also printed small, after a role noun, before a verb …) stands with each of its places.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from build_dossier.extract.gazetteer import hits, lists_of, merged
from build_dossier.text.language import Language
from build_dossier.text.morphology import analyses

_TOKEN = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*|\d+|[^\w\s]|_")
_SENTENCE_END = frozenset(".!?…")
_OPENING = frozenset('«„“"(—–-•*')
_QUOTE = frozenset('«»„“”"')
# Endings of names in both languages after letters are merged; what is left joins the forms of an unknown name.
_ENDING = re.compile(r"(?<=\w{3})(?:ого|ому|ому|ими|ами|ями|ом|ем|им|ой|ою|ею|ей|ий|ии|ая|ую|ам|ах|ов|ев|[аеийоуюя])$")
_NAME_GRAMMEMES = ("Name", "Surn", "Patr", "Geox", "Orgn", "Abbr")
_SAFE_LENGTH = 40
"""Longer “words” are no words; they are cut before the dictionary sees them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A word, a number or a sign: ``text[start:end]`` of the article."""

    start: int
    end: int
    form: str


def tokens(text: str, start: int, end: int) -> tuple[Token, ...]:
    """The tokens of ``text[start:end]`` with offsets into ``text``; white space alone is left out."""
    return tuple(
        Token(start=match.start(), end=match.end(), form=match.group()) for match in _TOKEN.finditer(text, start, end)
    )


def document(blocks: Sequence[Sequence[Token]], language: Language) -> list[list[list[str]]]:
    """Feature strings of every token of every block of one article."""
    shown = _shown(blocks, language)
    return [_block(block, language, shown) for block in blocks]


def stem(word: str) -> str:
    """What the inflected forms of a name have in common, as far as endings tell."""
    return _ENDING.sub("", merged(word[:_SAFE_LENGTH]))


def is_capital(form: str) -> bool:
    """Whether a word begins with a capital letter."""
    return form[0].isupper()


def opens_sentence(block: Sequence[Token], at: int) -> bool:
    """Whether nothing but opening signs stands between the token and the beginning of a sentence."""
    while at > 0 and block[at - 1].form in _OPENING:
        at -= 1
    return at == 0 or block[at - 1].form in _SENTENCE_END


def _block(block: Sequence[Token], language: Language, shown: Mapping[str, frozenset[str]]) -> list[list[str]]:
    forms = [token.form[:_SAFE_LENGTH] for token in block]
    marks = _marks(forms, language)
    quoted = _quoted(forms)
    rows = []
    for at, form in enumerate(forms):
        row = list(_own(form, language))
        for distance in (-2, -1, 1, 2):
            near = at + distance
            row += _near(forms[near], language, distance) if 0 <= near < len(forms) else _edge(distance)
        row += _placed(block, at, quoted, marks)
        row += _pairs(forms, at, language)
        if is_capital(form):
            row += [f"doc:{flag}" for flag in sorted(shown[stem(form)])]
        for distance in (-1, 1):
            near = at + distance
            if 0 <= near < len(forms) and is_capital(forms[near]):
                row += [f"doc{distance}:{flag}" for flag in sorted(shown[stem(forms[near])]) if flag in _PASSED_ON]
        rows.append(row)
    return rows


_PASSED_ON = frozenset({"after role", "after given", "place", "institution", "before surname"})


def _edge(distance: int) -> list[str]:
    return [f"{distance}:none"]


def _placed(block: Sequence[Token], at: int, quoted: Sequence[bool], marks: Sequence[str]) -> Iterator[str]:
    yield "bias"
    form = block[at].form
    if opens_sentence(block, at):
        yield "opens"
        yield f"opens|{shape(form)}"
    if quoted[at]:
        yield "quoted"
        yield f"quoted|{shape(form)}"
    for distance in (-1, 0, 1):
        near = at + distance
        if 0 <= near < len(marks) and marks[near]:
            yield f"list{distance}={marks[near]}"
            if distance == 0:
                yield f"list0={marks[near]}|{shape(form)}"
    if at and block[at - 1].end == block[at].start:
        yield "joined"


def _pairs(forms: Sequence[str], at: int, language: Language) -> Iterator[str]:
    here = _class(forms[at], language)
    before = _class(forms[at - 1], language) if at else "none"
    after = _class(forms[at + 1], language) if at + 1 < len(forms) else "none"
    yield f"p-={before}|{here}"
    yield f"p+={here}|{after}"
    yield f"p-+={before}|{here}|{after}"
    if at and is_capital(forms[at]):
        yield f"w-1|cap={merged(forms[at - 1])}|{here}"
        if at > 1:
            yield f"w-2-1={merged(forms[at - 2])}|{merged(forms[at - 1])}"
    if at + 1 < len(forms) and is_capital(forms[at]):
        yield f"cap|w+1={here}|{merged(forms[at + 1])}"


@lru_cache(maxsize=100_000)
def _own(form: str, language: Language) -> tuple[str, ...]:
    low = merged(form)
    features = [f"w={low}", f"s={shape(form)}", f"S={long_shape(form)}", f"len={min(len(form), 8)}"]
    if form[0].isalpha():
        features += [f"p{size}={low[:size]}" for size in (2, 3, 4) if len(low) > size]
        features += [f"e{size}={low[-size:]}" for size in (1, 2, 3, 4) if len(low) > size]
        features += [f"cap|e{size}={low[-size:]}" for size in (2, 3) if is_capital(form) and len(low) > size]
        features.append(f"stem={stem(form)}")
        features += [f"m={flag}" for flag in _morphology(form, language)]
        features += [f"m|s={flag}|{shape(form)}" for flag in _flags(form, language)]
    return tuple(features)


@lru_cache(maxsize=200_000)
def _near(form: str, language: Language, distance: int) -> tuple[str, ...]:
    features = [f"s={shape(form)}", f"c={_class(form, language)}"]
    if abs(distance) == 1 or not is_capital(form):
        features.append(f"w={merged(form)}")
    if form[0].isalpha():
        features += [f"l={lemma}" for lemma in sorted(_first_lemma(form, language))]
        features += [f"f={flag}" for flag in _flags(form, language)]
        if abs(distance) == 1:
            features += [f"e3={merged(form)[-3:]}"]
    return tuple(f"{distance}:{feature}" for feature in features)


def _first_lemma(form: str, language: Language) -> set[str]:
    found = analyses(form, language)
    return {merged(found[0].lemma)} if found else set()


@lru_cache(maxsize=100_000)
def _morphology(form: str, language: Language) -> tuple[str, ...]:
    """Part of speech, cases and name grammemes over all likely readings, and the list marks."""
    found = [a for a in analyses(form, language) if a.score >= 0.05] or list(analyses(form, language)[:1])
    flags = {f"pos={a.pos}" for a in found}
    flags |= {f"lemma={merged(a.lemma)}" for a in found[:3]}
    flags |= {f"case={a.case}{a.number[0]}" for a in found if a.case is not None and a.pos == "NOUN"}
    flags |= {g for a in found for g in _NAME_GRAMMEMES if g in a.grammemes}
    if found:
        flags.add(f"first={found[0].pos}|{'known' if found[0].known else 'guessed'}")
    if any(a.known for a in found):
        names = {g for a in found if a.known for g in _NAME_GRAMMEMES if g in a.grammemes}
        plain = any(a.known and not a.grammemes.intersection(_NAME_GRAMMEMES) for a in found)
        flags.add(f"known={'+'.join(sorted(names))}{'+plain' if plain else ''}")
    return tuple(sorted(flags | set(_flags(form, language))))


@lru_cache(maxsize=100_000)
def _flags(form: str, language: Language) -> tuple[str, ...]:
    """The single-word lists a word stands in, in a fixed order."""
    return tuple(sorted(lists_of(form, language)))


@lru_cache(maxsize=100_000)
def _class(form: str, language: Language) -> str:
    """A coarse class: a sign itself, a list, or shape with part of speech and name kind."""
    if not form[0].isalpha():
        return "0" if form[0].isdigit() else form
    flags = _flags(form, language)
    for name in ("role", "org_head", "loc_head", "org_acronym", "loc_acronym"):
        if name in flags and (not is_capital(form) or name.endswith("acronym")):
            return name
    found = analyses(form, language)
    kinds = {g for a in found if a.known for g in ("Name", "Surn", "Patr", "Geox") if g in a.grammemes}
    pos = found[0].pos if found else "X"
    kind = "given" if "given" in flags else "".join(sorted(kinds)) or ("known" if found and found[0].known else "new")
    return f"{shape(form)}/{kind}" if is_capital(form) else pos


@lru_cache(maxsize=100_000)
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


def long_shape(form: str) -> str:
    """The word as ``X``, ``x`` and signs, at most six long."""
    return "".join("X" if c.isupper() else "x" if c.isalpha() else "0" if c.isdigit() else c for c in form[:6])


def _marks(forms: Sequence[str], language: Language) -> list[str]:
    marks = [""] * len(forms)
    for hit in hits(forms, language):
        for at in range(hit.start, hit.end):
            marks[at] = f"{'B' if at == hit.start else 'I'}-{hit.kind}"
    return marks


def _quoted(forms: Sequence[str]) -> list[bool]:
    """For each word whether it stands in a short quotation (at most six words): a title rather than speech."""
    result = [False] * len(forms)
    opened: int | None = None
    for at, form in enumerate(forms):
        if form in _QUOTE:
            if opened is not None and 1 < at - opened <= 7 and form != "«":
                result[opened + 1 : at] = [True] * (at - opened - 1)
                opened = None
            else:
                opened = at
    return result


def _shown(blocks: Sequence[Sequence[Token]], language: Language) -> Mapping[str, frozenset[str]]:
    """What the whole article shows of each stem."""
    shown: dict[str, set[str]] = defaultdict(set)
    for block in blocks:
        for at, token in enumerate(block):
            if token.form[0].isalpha():
                shown[stem(token.form)].update(_evidence(block, at, language))
    return {key: frozenset(flags) for key, flags in shown.items()}


def _evidence(block: Sequence[Token], at: int, language: Language) -> Iterator[str]:
    form = block[at].form
    if not is_capital(form):
        yield "small"
        return
    if not opens_sentence(block, at):
        yield "capital inside"
    if len(form) > 1 and form.isupper():
        yield "all capitals"
    before = block[at - 1].form if at else "."
    after = block[at + 1].form if at + 1 < len(block) else "."
    yield from _neighbours(before, after, language)


def _neighbours(before: str, after: str, language: Language) -> Iterator[str]:
    previous, following = _class(before, language), _class(after, language)
    if previous in {"role", "org_head", "loc_head"}:
        yield f"after {previous.removesuffix('_head')}"
    if "Name" in previous or previous.endswith("given"):
        yield "after given"
    if "Surn" in following:
        yield "before surname"
    if following == "VERB":
        yield "before verb"
    if previous == "VERB":
        yield "after verb"
    if previous == "PREP":
        yield f"after {merged(before)}"
    if before in _QUOTE:
        yield "after quote"
