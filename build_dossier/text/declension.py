"""Which nominative a word of a person's name may be a form of.

Comes in: one word and its language. Goes out: ``Reading`` records with a weight each: what the dictionary knows first,
then what the ending tells, by the named rules of ``BY_ENDING``; a word may always be undeclined.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from build_dossier.text.language import Language
from build_dossier.text.morphology import CASES, Analysis, analyses

_NAME = frozenset({"Name", "Surn", "Patr"})
_SHORTEST = 3
"""Letters of the shortest nominative that an ending is trusted to give («Кая»); shorter ones the dictionary knows."""
_FOREIGN = ("і", "ї", "и", "е", "є", "э", "о", "у", "ю")
"""Vowels in which a name ends that is known not to turn."""
_GENERATIONS = frozenset({"младший", "старший", "молодший"})
_VOWELS = "аеиоуюяєіїэыё"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One way to read a word of a person's name."""

    nominative: str
    """Lower case."""
    case: str
    gender: str | None
    """``masc``, ``femn``, or ``None`` for either."""
    weight: float


@lru_cache(maxsize=50_000)
def readings(word: str, language: Language) -> tuple[Reading, ...]:
    """All readings of one word of a person's name, in any order."""
    low = word.lower()
    if word == low:
        return (*_of_generation(low, language), *_in_all_cases(low, 0.3))
    found = [*_dictionary(low, word, language), *_in_all_cases(low, 0.05)]
    for rule in BY_ENDING:
        found += rule(low, language)
    return tuple(found)


def undeclined(word: str) -> Iterator[Reading]:
    """The first part of a double name, which may stay: «Жан-Клодом», but «Анни-Марії»."""
    return _in_all_cases(word.lower(), 0.65)


def _in_all_cases(word: str, weight: float, gender: str | None = None) -> Iterator[Reading]:
    return (Reading(nominative=word, case=case, gender=gender, weight=weight) for case in CASES)


def _of_generation(word: str, language: Language) -> Iterator[Reading]:
    """«Буша-младшего», «Буша-молодшого»: the adjective turns with the name."""
    for analysis in analyses(word, language):
        if analysis.lemma in _GENERATIONS and analysis.case in CASES and analysis.number == "sing":
            yield Reading(
                nominative=analysis.nominative or word, case=analysis.case, gender=analysis.gender, weight=1.0
            )


def _dictionary(low: str, word: str, language: Language) -> Iterator[Reading]:
    for analysis in analyses(word, language):
        case = analysis.case
        if case is None or case not in CASES or analysis.number == "plur" or analysis.pos not in {"NOUN", "ADJF"}:
            continue
        gender = None if "ms-f" in analysis.grammemes else analysis.gender
        form = low if "Fixd" in analysis.grammemes else analysis.nominative
        if gender != "neut" and form is not None:
            yield Reading(nominative=form, case=case, gender=gender, weight=_trust(analysis))


def _trust(analysis: Analysis) -> float:
    """How far a dictionary reading is believed of a word that is known to be part of a person's name."""
    named = bool(analysis.grammemes & _NAME)
    if not analysis.known:
        return 0.35 if named and analysis.case != "nomn" else 0.25
    return (1.0 if named else 0.4) - _fixed(analysis) + 0.01 * analysis.score


def _fixed(analysis: Analysis) -> float:
    """What speaks against a name that never turns; for it, where it ends as no other name would: «Джуліані», «Емі»."""
    if "Fixd" not in analysis.grammemes:
        return 0.0
    return -0.05 if analysis.lemma.endswith(_FOREIGN) else 0.1


_Ending = tuple[str, str, tuple[str, ...]]
"""What a form ends in, what its nominative ends in, the cases."""


def _ends(word: str, weight: float, gender: str | None, endings: tuple[_Ending, ...]) -> list[Reading]:
    return [
        Reading(nominative=word[: len(word) - len(ending)] + put, case=case, gender=gender, weight=weight)
        for ending, put, cases in endings
        if word.endswith(ending) and len(word) - len(ending) + len(put) >= _SHORTEST
        for case in cases
    ]


_ENKO: tuple[_Ending, ...] = (
    ("нко", "нко", ("nomn",)),
    ("нка", "нко", ("gent", "accs")),
    ("нку", "нко", ("datv", "loct")),
    ("нкові", "нко", ("datv", "loct")),
    ("нком", "нко", ("ablt",)),
)


def name_in_enko(word: str, language: Language) -> list[Reading]:
    """«Лукашенка», «Лукашенком», «Лукашенку»: Ukrainian declines a man's -енко, Russian never does."""
    if language != "uk":
        return list(_in_all_cases(word, 1.0)) if word.endswith("нко") else []
    undeclined = list(_in_all_cases(word, 1.0, "femn")) if word.endswith("нко") else []
    return _ends(word, 1.1, "masc", _ENKO) + undeclined


_ADJECTIVAL_MASC: tuple[_Ending, ...] = (
    ("кий", "кий", ("nomn",)),
    ("ского", "ский", ("gent", "accs")),
    ("скому", "ский", ("datv",)),
    ("ским", "ский", ("ablt",)),
    ("ском", "ский", ("loct",)),
    ("цкого", "цкий", ("gent", "accs")),
    ("цкому", "цкий", ("datv",)),
    ("цким", "цкий", ("ablt",)),
    ("ького", "ький", ("gent", "accs")),
    ("ькому", "ький", ("datv", "loct")),
    ("ьким", "ький", ("ablt",)),
)
_ADJECTIVAL_FEMN: tuple[_Ending, ...] = (
    ("ская", "ская", ("nomn",)),
    ("цкая", "цкая", ("nomn",)),
    ("ской", "ская", ("gent", "datv", "ablt", "loct")),
    ("цкой", "цкая", ("gent", "datv", "ablt", "loct")),
    ("скую", "ская", ("accs",)),
    ("цкую", "цкая", ("accs",)),
    ("ька", "ька", ("nomn",)),
    ("ької", "ька", ("gent",)),
    ("ькій", "ька", ("datv", "loct")),
    ("ьку", "ька", ("accs",)),
    ("ькою", "ька", ("ablt",)),
)


def name_like_adjective(word: str, _language: Language) -> list[Reading]:
    """«Тихановського», «Тихановской»: surnames in -ський, -ский, -цький, -цкий decline as adjectives."""
    return _ends(word, 0.7, "masc", _ADJECTIVAL_MASC) + _ends(word, 0.7, "femn", _ADJECTIVAL_FEMN)


_CONSONANT: tuple[_Ending, ...] = (
    ("а", "", ("gent", "accs")),
    ("у", "", ("datv", "loct")),
    ("ові", "", ("datv", "loct")),
    ("ом", "", ("ablt",)),
    ("ем", "", ("ablt",)),
)


def name_in_consonant(word: str, language: Language) -> list[Reading]:
    """A man's name in a consonant takes noun endings («Келлога», «Віткоффу», «Кітом»), a woman's takes none."""
    endings = (*_CONSONANT, ("е", "", ("loct",))) if language == "ru" else _CONSONANT
    found = [r for r in _ends(word, 0.5, "masc", endings) if r.nominative[-1] not in _VOWELS + "йь"]
    if word[-1] not in _VOWELS + "йь":
        found.append(Reading(nominative=word, case="nomn", gender="masc", weight=0.5))
    if word[-1] not in _VOWELS:
        found += _in_all_cases(word, 0.45, "femn")
    return found


_SOFT: tuple[_Ending, ...] = (
    ("ея", "ей", ("gent", "accs")),
    ("ею", "ей", ("datv", "loct")),
    ("еєм", "ей", ("ablt",)),
    ("еем", "ей", ("ablt",)),
    ("ая", "ай", ("gent", "accs")),
    ("аю", "ай", ("datv", "loct")),
    ("аем", "ай", ("ablt",)),
    ("аєм", "ай", ("ablt",)),
    ("ия", "ий", ("gent", "accs")),
    ("ію", "ій", ("datv", "loct")),
    ("ія", "ій", ("gent", "accs")),
    ("ля", "ль", ("gent", "accs")),
    ("лю", "ль", ("datv", "loct")),
    ("лем", "ль", ("ablt",)),
)


def name_in_soft(word: str, _language: Language) -> list[Reading]:
    """«Макея», «Рафаэлем»: men's names in -й and -ль."""
    ends = [Reading(nominative=word, case="nomn", gender="masc", weight=0.4)] if word[-1] in "йь" else []
    return _ends(word, 0.35, "masc", _SOFT) + ends


def undeclined_in_vowel(word: str, _language: Language) -> list[Reading]:
    """A foreign name that ends in a vowel other than -а stays: «Помпео», «Кучми» does not (a form of -а)."""
    if word[-1] not in "еэоіїиуюыє":
        return []
    return list(_in_all_cases(word, 0.4 if word[-1] in "оеэіїи" else 0.2))


_HARD_A: tuple[_Ending, ...] = (
    ("а", "а", ("nomn",)),
    ("и", "а", ("gent",)),
    ("ы", "а", ("gent",)),
    ("у", "а", ("accs",)),
    ("ою", "а", ("ablt",)),
    ("ой", "а", ("ablt",)),
    ("і", "а", ("datv", "loct")),
    ("е", "а", ("datv", "loct")),
    ("зі", "га", ("datv", "loct")),
    ("ці", "ка", ("datv", "loct")),
    ("сі", "ха", ("datv", "loct")),
)
_SOFT_A: tuple[_Ending, ...] = (
    ("я", "я", ("nomn",)),
    ("ии", "ия", ("gent", "datv", "loct")),
    ("ию", "ия", ("accs",)),
    ("ией", "ия", ("ablt",)),
    ("ії", "ія", ("gent", "datv", "loct")),
    ("ію", "ія", ("accs",)),
    ("ією", "ія", ("ablt",)),
    ("аи", "ая", ("gent",)),
    ("ае", "ая", ("datv", "loct")),
    ("аї", "ая", ("gent", "datv", "loct")),
    ("аю", "ая", ("accs",)),
    ("аей", "ая", ("ablt",)),
    ("аєю", "ая", ("ablt",)),
)


def name_in_a(word: str, _language: Language) -> list[Reading]:
    """«Обаму», «Обамой», «Асії»: names in -а, of either gender, and women's in -я."""
    found = _ends(word, 0.3, None, _HARD_A) + _ends(word, 0.4, "femn", _SOFT_A)
    return [replace(r, weight=0.45) if r.case == "nomn" else r for r in found]


BY_ENDING: tuple[Callable[[str, Language], list[Reading]], ...] = (
    name_in_enko,
    name_like_adjective,
    name_in_consonant,
    name_in_soft,
    undeclined_in_vowel,
    name_in_a,
)
"""Rules for words the dictionary may not know; weights below its knowledge, above its guesses."""
