"""The nominative that a reader would list a name under.

Comes in: the words of one name, its kind, its language and, if known, which nominatives the text attests. Goes out:
the name in the nominative. A person's words all turn; an organisation's or a place's head turns with the adjectives
that agree with it, and its complements stay («Слідчого комітету РФ» → «Слідчий комітет РФ»). Acronyms, Latin letters
and quoted names stay as printed.
"""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from build_dossier.text.fold import fold
from build_dossier.text.language import Language
from build_dossier.text.morphology import CASES, Analysis, analyses

_PIECE = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*|[\W\d_]+")
_NAME = frozenset({"Name", "Surn", "Patr"})
_CYRILLIC = re.compile(r"[а-яіїєґё]", re.IGNORECASE)
_QUOTED = re.compile(r"[«\"„“]")
_PAIRED = {"«": "»", '"': '"', "„": "“", "“": "”"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """One way to read a word of a person's name: its nominative, and the features it stands in."""

    nominative: str
    case: str
    gender: str | None
    weight: float


def nominative(
    name: str,
    kind: str,
    language: Language,
    *,
    attested: Collection[str] = frozenset(),
    genders: Collection[str] = frozenset(),
) -> str:
    """The nominative of a name.

    Args:
        name: the words as printed.
        kind: ``PER``, ``ORG``, ``LOC``, ``EVT`` or ``PRO``.
        language: of the text; Russian is taken where it is unknown.
        attested: names in the nominative as the same text prints them; one that the name may be a form of wins.
        genders: ``masc``, ``femn`` where the text tells a person's gender.
    """
    squeezed = " ".join(name.split())
    if not _CYRILLIC.search(squeezed):
        return squeezed
    language = "uk" if language == "uk" else "ru"
    if kind == "PER":
        return _person(squeezed, language, attested, genders)
    return _unquoted(_phrase(squeezed, language, attested))


def _unquoted(name: str) -> str:
    """«Белта» without the signs, when they hold the whole name."""
    closing = _PAIRED.get(name[0])
    whole = closing is not None and len(name) > 2 and name.endswith(closing) and closing not in name[1:-1]
    return name[1:-1] if whole else name


# ── persons


def _person(name: str, language: Language, attested: Collection[str], genders: Collection[str]) -> str:
    pieces = _PIECE.findall(name)
    words = [piece for piece in pieces if _CYRILLIC.match(piece)]
    chosen = iter(_agreeing(words, language, attested, genders))
    return "".join(_recased(next(chosen), piece) if _CYRILLIC.match(piece) else piece for piece in pieces).strip()


def _agreeing(
    words: Sequence[str], language: Language, attested: Collection[str], genders: Collection[str]
) -> list[str]:
    """The nominatives of a person's words under the case and gender that suit them best together."""
    known = frozenset(fold(word).lower() for form in attested for word in _PIECE.findall(form))
    readings = [_readings(word, language, known) for word in words]
    best: tuple[float, list[str]] = (-1.0, [word.lower() for word in words])
    for case in CASES:
        for gender in ("masc", "femn"):
            suited = [_suited(found, case, gender) for found in readings]
            score = sum(weight for weight, _ in suited) + (0.6 if gender in genders else 0.0)
            if all(weight > 0 for weight, _ in suited) and score > best[0]:
                best = (score, [nominative for _, nominative in suited])
    return best[1]


def _suited(found: Sequence[_Reading], case: str, gender: str) -> tuple[float, str]:
    suited = [r for r in found if r.case == case and r.gender in {gender, None}]
    best = max(suited, key=lambda r: r.weight, default=None)
    return (0.0, "") if best is None else (best.weight, best.nominative)


def _readings(word: str, language: Language, attested: frozenset[str]) -> list[_Reading]:
    """The ways to read one word of a person's name; those whose nominative the text attests weigh most."""
    found = list(_dictionary(word, language))
    for rule in _BY_ENDING:
        found += rule(word.lower(), language)
    return [
        _Reading(nominative=r.nominative, case=r.case, gender=r.gender, weight=r.weight + 2.0)
        if fold(r.nominative) in attested and r.case != "nomn"
        else r
        for r in found
    ]


@lru_cache(maxsize=50_000)
def _dictionary(word: str, language: Language) -> tuple[_Reading, ...]:
    """What the dictionary says, its guesses for unknown words last."""
    result = []
    for analysis in analyses(word, language):
        case = analysis.case
        if case not in CASES or analysis.number == "plur" or analysis.pos not in {"NOUN", "ADJF"}:
            continue
        gender = None if "ms-f" in analysis.grammemes else analysis.gender
        form = _singular(analysis, word) if case != "nomn" else word.lower()
        if gender != "neut" and form is not None:
            result.append(_Reading(nominative=form, case=case, gender=gender, weight=_trust(analysis)))
    return tuple(result)


def _trust(analysis: Analysis) -> float:
    """How far a dictionary reading is believed of a word that is known to be part of a person's name."""
    named = bool(analysis.grammemes & _NAME)
    if not analysis.known:
        return 0.35 if named and analysis.case != "nomn" else 0.25
    fixed = 0.1 if "Fixd" in analysis.grammemes else 0.0
    return (1.0 if named else 0.4) - fixed + 0.01 * analysis.score


def _singular(analysis: Analysis, word: str) -> str | None:
    if "Fixd" in analysis.grammemes:
        return word.lower()
    if analysis.pos == "ADJF":
        gender = analysis.gender
        return analysis.inflected({"nomn"} if gender is None else {"nomn", gender})
    return analysis.inflected({"nomn"})


def _ends(word: str, endings: Sequence[tuple[str, str, tuple[str, ...], str | None]]) -> list[_Reading]:
    return [
        _Reading(nominative=word[: len(word) - len(ending)] + put, case=case, gender=gender, weight=_BY_RULE)
        for ending, put, cases, gender in endings
        if word.endswith(ending) and len(word) - len(ending) >= 2
        for case in cases
    ]


_BY_RULE = 0.5
"""Weight of a reading by ending: above the dictionary's guesses, below what it knows."""


def name_in_enko(word: str, language: Language) -> list[_Reading]:
    """«Лукашенка», «Лукашенком», «Лукашенку»: Ukrainian declines -енко, Russian does not."""
    if language != "uk":
        cases = CASES if word.endswith("нко") else ()
        return [_Reading(nominative=word, case=case, gender=None, weight=1.0) for case in cases]
    table = (
        ("нка", "нко", ("gent", "accs"), "masc"),
        ("нку", "нко", ("datv", "loct"), "masc"),
        ("нкові", "нко", ("datv", "loct"), "masc"),
        ("нком", "нко", ("ablt",), "masc"),
        ("нко", "нко", ("nomn",), None),
        ("нко", "нко", ("gent", "datv", "accs", "ablt", "loct"), "femn"),
    )
    return [_Reading(nominative=r.nominative, case=r.case, gender=r.gender, weight=1.1) for r in _ends(word, table)]


def foreign_in_consonant(word: str, language: Language) -> list[_Reading]:
    """A man's name that ends in a consonant takes noun endings: «Келлога», «Віткоффу», «Коула», «Кітом»."""
    vowels = "аеиоуюяєіїэыёйь"
    table = (
        ("а", "", ("gent", "accs"), "masc"),
        ("у", "", ("datv", "loct"), "masc"),
        ("ові", "", ("datv", "loct"), "masc"),
        ("ом", "", ("ablt",), "masc"),
        ("ем", "", ("ablt",), "masc"),
        ("е", "", ("loct",) if language == "ru" else (), "masc"),
        ("і", "", ("loct",), "masc"),
    )
    found = [r for r in _ends(word, table) if r.nominative[-1] not in vowels]
    if word[-1] not in vowels:
        found.append(_Reading(nominative=word, case="nomn", gender="masc", weight=_BY_RULE))
        found += [_Reading(nominative=word, case=case, gender="femn", weight=0.3) for case in CASES]
    return found


def foreign_in_soft(word: str, language: Language) -> list[_Reading]:
    """«Гейтса» is above; here «Байдену», «Рютте», «Макея»: names in -й and -ь, as far as endings tell."""
    table = (
        ("ея", "ей", ("gent", "accs"), "masc"),
        ("ею", "ей", ("datv", "loct"), "masc"),
        ("еєм", "ей", ("ablt",), "masc"),
        ("еем", "ей", ("ablt",), "masc"),
        ("ія", "ій", ("gent", "accs"), "masc"),
        ("ля", "ль", ("gent", "accs"), "masc"),
        ("лю", "ль", ("datv", "loct"), "masc"),
        ("лем", "ль", ("ablt",), "masc"),
    )
    return [_Reading(nominative=r.nominative, case=r.case, gender=r.gender, weight=0.4) for r in _ends(word, table)]


def undeclined_in_vowel(word: str, language: Language) -> list[_Reading]:
    """A foreign name that ends in a vowel other than -а stays: «Помпео», «Блинкену» does not."""
    if word[-1] not in "еэоіїиуюыє":
        return []
    weight = 0.45 if word[-1] in "оеэіїи" else 0.2
    return [_Reading(nominative=word, case=case, gender=None, weight=weight) for case in CASES]


def declined_in_a(word: str, language: Language) -> list[_Reading]:
    """A name in -а: «Помпи», «Обаму», «Обамой», «Маркаровою»."""
    table = (
        ("и", "а", ("gent",), None),
        ("ы", "а", ("gent",), None),
        ("у", "а", ("accs",), None),
        ("ою", "а", ("ablt",), None),
        ("ой", "а", ("ablt",), None),
        ("і", "а", ("datv", "loct"), None),
        ("е", "а", ("datv", "loct"), None),
        ("а", "а", ("nomn",), None),
        ("я", "я", ("nomn",), None),
    )
    return [_Reading(nominative=r.nominative, case=r.case, gender=r.gender, weight=0.3) for r in _ends(word, table)]


_BY_ENDING: tuple[Callable[[str, Language], list[_Reading]], ...] = (
    name_in_enko,
    foreign_in_consonant,
    foreign_in_soft,
    undeclined_in_vowel,
    declined_in_a,
)


# ── organisations, places, and what else is a phrase


def _phrase(name: str, language: Language, attested: Collection[str]) -> str:
    quote = _QUOTED.search(name, 1)
    tail = name[quote.start() :] if quote is not None and not _PAIRED.get(name[0]) else ""
    pieces = _PIECE.findall(name[: len(name) - len(tail)])
    places = [at for at, piece in enumerate(pieces) if _CYRILLIC.match(piece)]
    turned = _turned([pieces[at] for at in places], language, frozenset(fold(form).lower() for form in attested))
    for at, word in zip(places, turned, strict=True):
        pieces[at] = word
    return "".join(pieces) + tail


def _turned(words: Sequence[str], language: Language, attested: frozenset[str]) -> list[str]:
    """The words with the head noun and its adjectives in the nominative, the rest as printed."""
    head = _head(words, language)
    if head is None:
        return [_adjective_alone(words[0], language), *words[1:]] if words else []
    if not words[: head + 1] or words[head].isupper():
        return list(words)
    for adjectives, noun in _agreements(words[: head + 1], language):
        form = noun.inflected({"nomn"}) if noun.case != "nomn" else words[head].lower()
        if form is not None:
            turned = [_turned_adjective(adjective, noun) for adjective in adjectives]
            return [
                *(_recased(new, old) for new, old in zip([*turned, form], words[: head + 1], strict=True)),
                *words[head + 1 :],
            ]
    return list(words)


def _adjective_alone(word: str, language: Language) -> str:
    for analysis in analyses(word, language):
        if analysis.pos == "ADJF" and analysis.case is not None:
            form = analysis.inflected({"nomn"})
            return word if form is None else _recased(form, word)
    return word


def _head(words: Sequence[str], language: Language) -> int | None:
    """The first noun; adjectives may stand before it."""
    for at, word in enumerate(words):
        found = analyses(word, language)
        if word.isupper() and len(word) > 1:
            return at
        if any(a.pos == "ADJF" for a in found) and at + 1 < len(words):
            continue
        if any(a.pos == "NOUN" and a.case is not None for a in found):
            return at
        return None
    return None


def _agreements(words: Sequence[str], language: Language) -> list[tuple[list[Analysis], Analysis]]:
    """Readings of «adjective … noun» that agree in case, number and gender, likeliest first."""
    nouns = [a for a in analyses(words[-1], language) if a.pos == "NOUN" and a.case in {*CASES, "voct"}]
    if len(words) == 1:
        return [([], noun) for noun in sorted(nouns, key=_place_like, reverse=True)]
    result = []
    for noun in nouns:
        adjectives = [_agreeing_adjective(word, noun, language) for word in words[:-1]]
        if all(adjective is not None for adjective in adjectives):
            result.append(([a for a in adjectives if a is not None], noun))
    return sorted(result, key=lambda pair: _place_like(pair[1]), reverse=True)


def _place_like(noun: Analysis) -> tuple[bool, bool, float]:
    """Singulars before plurals, places before surnames, then by likelihood."""
    return (noun.case != "voct", noun.number == "sing", noun.score - (0.5 if "Surn" in noun.grammemes else 0.0))


def _agreeing_adjective(word: str, noun: Analysis, language: Language) -> Analysis | None:
    for analysis in analyses(word, language):
        same_case = analysis.case == noun.case and analysis.number == noun.number
        same_gender = noun.number == "plur" or analysis.gender in {noun.gender, None}
        if analysis.pos == "ADJF" and same_case and same_gender:
            return analysis
    return None


def _turned_adjective(adjective: Analysis, noun: Analysis) -> str:
    wanted = {"nomn"} if noun.number == "plur" or noun.gender is None else {"nomn", noun.gender}
    return adjective.inflected(wanted) or adjective.lemma


def _recased(new: str, old: str) -> str:
    """The new form with the capitals of the old one: «МИДа» → «МИД», «БелТА» stays."""
    if old.islower():
        return new
    folded = fold(old).lower()
    same = 0
    while same < min(len(old), len(new)) and fold(new[same]) == folded[same]:
        same += 1
    rest = new[same:]
    if old.isupper() and len(old) > 1:
        rest = rest.upper()
    kept = old[:same]
    if not kept:
        return rest[:1].upper() + rest[1:]
    return kept + rest
