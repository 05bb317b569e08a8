"""What a dictionary says of a word form: the fence around pymorphy3.

Comes in: one word and its language. Goes out: ``Analysis`` records, likeliest first, and their other forms.
The dictionaries are loaded when the first word of a language is asked for. Grammemes are OpenCorpora's
(``NOUN``, ``Surn``, ``gent`` …); the two dictionaries differ: the Ukrainian one has no ``Geox`` and no ``sing``.
"""

from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

import pymorphy3

from build_dossier.text.language import Language

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
"""The cases that names stand in; the rare second genitive and locative are theirs, the vocative is apart."""

_CASE_OF = {"gen2": "gent", "gen1": "gent", "loc2": "loct", "loc1": "loct", "acc2": "accs"}
_KEPT = 200_000
"""Word forms remembered per process: the vocabulary of some thousand articles, about 60 MB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """One reading of a word form."""

    lemma: str
    """Dictionary form, lower case."""
    grammemes: frozenset[str]
    known: bool
    """Whether the form stands in the dictionary; otherwise it was guessed by its ending."""
    score: float
    """0 to 1, how likely this reading is among all."""
    case: str | None
    """``nomn`` … ``loct``, ``voct``, or ``None`` for a word without case."""
    number: str
    """``plur`` or ``sing``."""
    gender: str | None
    """``masc``, ``femn``, ``neut``, or ``None``."""
    pos: str
    """OpenCorpora part of speech, ``X`` where there is none."""
    _parse: Any = field(compare=False, repr=False)

    @property
    def nominative(self) -> str | None:
        """The nominative of the same number and gender, lower case, or ``None`` if the dictionary has none."""
        if self.case == "nomn":
            return str(self._parse.word)
        wanted = {"nomn", "plur"} if self.number == "plur" else {"nomn"}
        form = self._inflected(wanted | {self.gender}) if self.gender is not None else self._inflected(wanted)
        if form is None and self.pos == "NOUN" and self.number == "sing":
            return self.lemma  # the Ukrainian dictionary leaves the case of some lemmas untold
        return form

    def in_case(self, case: str) -> str | None:
        """The form of that case in the same number, lower case; ``None`` where there is none."""
        return self._inflected({case, "plur"} if self.number == "plur" else {case})

    def nominative_for(self, noun: "Analysis") -> str | None:
        """The nominative of an adjective or participle as it stands before ``noun``."""
        if noun.number == "plur" or noun.gender is None:
            return self._inflected({"nomn", "plur"})
        return self._inflected({"nomn", noun.gender})

    def _inflected(self, grammemes: set[str]) -> str | None:
        form = self._parse.inflect(grammemes)
        return None if form is None else str(form.word)


@lru_cache(maxsize=_KEPT)
def analyses(word: str, language: Language) -> tuple[Analysis, ...]:
    """All readings of a word form, likeliest first; Russian is taken where the language is unknown."""
    parses = _analyzer("uk" if language == "uk" else "ru").parse(word)
    known = {parse.word: parse.is_known for parse in {parse.word: parse for parse in parses}.values()}
    return tuple(_analysis(parse, _told(parse.tag), known=known[parse.word]) for parse in parses)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What a tag says; there are some thousand of them for all words of a language."""

    case: str | None
    number: str
    gender: str | None
    pos: str


@lru_cache(maxsize=20_000)
def _told(tag: Any) -> _Told:
    return _Told(
        case=None if tag.case is None else _CASE_OF.get(tag.case, str(tag.case)),
        number="plur" if "plur" in tag.grammemes else "sing",
        gender=tag.gender,
        pos=str(tag.POS or "X"),
    )


def _analysis(parse: Any, told: _Told, *, known: bool) -> Analysis:
    return Analysis(
        lemma=parse.normal_form,
        grammemes=parse.tag.grammemes,
        known=known,
        score=parse.score,
        case=told.case,
        number=told.number,
        gender=told.gender,
        pos=told.pos,
        _parse=parse,
    )


@cache
def _analyzer(language: str) -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer(lang=language)


_OF_A_PARTICIPLE = frozenset({"past", "pres", "actv", "pssv"})


@lru_cache(maxsize=10_000)
def inflections(word: str, language: Language) -> frozenset[str]:
    """Every form, lower case, of the words of which ``word`` is the dictionary form or a nominative; else none.

    A participle («мотивированный») has its own forms, not those of its verb; a word that no dictionary has, those that
    its ending suggests.
    """
    low = word.lower()
    found: set[str] = set()
    for parse in _analyzer("uk" if language == "uk" else "ru").parse(low):
        participle = parse.tag.POS == "PRTF"
        named = "nomn" in parse.tag or (not participle and parse.normal_form.replace("ё", "е") == low.replace("ё", "е"))
        kept = parse.tag.grammemes & _OF_A_PARTICIPLE if participle else frozenset()
        if named:
            found.update(form.word for form in parse.lexeme if _belongs(form.tag, participle=participle, kept=kept))
    return frozenset(found)


def _belongs(tag: Any, *, participle: bool, kept: frozenset[str]) -> bool:
    """Whether a form of a lexeme is one of its participle, or of the word itself without its participles."""
    return (tag.POS == "PRTF") is participle and kept <= tag.grammemes


def lexemes(word: str, language: Language) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Stem and endings of every dictionary word that ``word`` may be a form of, lower case; guesses if there is none.

    Forms that a prefix makes («найкращий» of «кращий», «получше» of «лучше») are left out: they begin otherwise.
    """
    analyzer = _analyzer("uk" if language == "uk" else "ru")
    low = word.lower()
    found = [
        _inflected(analyzer, form, paradigm, number)
        for form, paradigms in analyzer.dictionary.words.similar_items(low, analyzer.char_substitutes)
        for paradigm, number in paradigms
    ]
    if not found and low.isalpha():
        guesses = {parse.normal_form: parse for parse in reversed(analyzer.parse(low))}
        found = [("", tuple(sorted({form.word for form in parse.lexeme}))) for parse in guesses.values()]
    return tuple(dict.fromkeys(found))


def _inflected(analyzer: Any, form: str, paradigm: int, number: int) -> tuple[str, tuple[str, ...]]:
    prefix, ending = _affixes(analyzer, paradigm)[number]
    return form[len(prefix) : len(form) - len(ending)], _endings(analyzer, paradigm, prefix)


@lru_cache(maxsize=10_000)
def _endings(analyzer: Any, paradigm: int, prefix: str) -> tuple[str, ...]:
    return tuple(sorted({ending for before, ending in _affixes(analyzer, paradigm) if before == prefix}))


@lru_cache(maxsize=10_000)
def _affixes(analyzer: Any, paradigm: int) -> tuple[tuple[str, str], ...]:
    """Prefix and ending of every form of a paradigm."""
    return tuple((prefix, ending) for prefix, _, ending in analyzer.dictionary.build_paradigm_info(paradigm))
