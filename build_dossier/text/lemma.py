"""The nominative that a reader would list a name under.

Comes in: the words of one name, its kind, its language and which nominatives the text supports. Goes out: the name in
the nominative. A person's words all turn; an organisation's or a place's head turns with the adjectives that agree
with it, and its complements stay («Слідчого комітету РФ» → «Слідчий комітет РФ»). Acronyms and Latin letters stay as
printed.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from build_dossier.text.declension import Reading, readings, undeclined
from build_dossier.text.fold import fold
from build_dossier.text.language import Language
from build_dossier.text.morphology import CASES, Analysis, analyses

_PIECE = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*|[\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’ʼ][^\W\d_]+)*|[\W\d_]+")
_CYRILLIC = re.compile(r"[а-яіїєґё]", re.IGNORECASE)
_NOTHING: Mapping[str, int] = MappingProxyType({})
_MOST = 5
"""So many further forms count in favour of a nominative, no more."""
_LONGEST = 200
"""Code points of the longest name that is turned; a longer one is no name."""


def nominative(name: str, kind: str, language: Language, *, support: Mapping[str, int] = _NOTHING) -> str:
    """The nominative of a name.

    Args:
        name: the words as printed.
        kind: ``PER``, ``ORG``, ``LOC``, ``EVT`` or ``PRO``.
        language: of the text; Russian is taken where it is unknown.
        support: for a nominative word, lower case and folded, how many distinct forms it explains in the same text
            (``support_of``); what explains more is preferred.
    """
    squeezed = " ".join(name.split())
    if not _CYRILLIC.search(squeezed) or len(squeezed) > _LONGEST:
        return squeezed
    language = "uk" if language == "uk" else "ru"
    person = kind == "PER" and not squeezed.islower()
    turned = _person(squeezed, language, support) if person else _phrase(squeezed, language, support)
    return turned[:1].upper() + turned[1:] if kind == "LOC" and " " not in turned else turned


def support_of(names: Iterable[str], language: Language) -> Mapping[str, int]:
    """For every nominative that words of persons' names may be forms of, how many distinct forms it explains."""
    words = {word.lower(): word for name in names for word in _PIECE.findall(name) if _CYRILLIC.match(word)}
    counts: Counter[str] = Counter()
    for word in words.values():
        counts.update({fold(r.nominative) for r in readings(word, "uk" if language == "uk" else "ru")})
    return counts


# ── persons


def _person(name: str, language: Language, support: Mapping[str, int]) -> str:
    pieces = _PIECE.findall(name)
    places = [at for at, piece in enumerate(pieces) if _CYRILLIC.match(piece)]
    turned = _agreeing([_readings(pieces, at, language) for at in places], support)
    for at, word in zip(places, turned, strict=True):
        pieces[at] = recased(word, pieces[at])
    return "".join(pieces).strip()


def _readings(pieces: Sequence[str], at: int, language: Language) -> Sequence[Reading]:
    """The readings of a word; the first part of a double name may stay («Жан-Клодом»), «-младшего» turns."""
    word = pieces[at]
    found = readings(word, language)
    if "".join(pieces[at + 1 : at + 2]) == "-" and "".join(pieces[at + 2 : at + 3])[:1].isupper():
        return (*found, *undeclined(word))
    return found


def _agreeing(words: Sequence[Sequence[Reading]], support: Mapping[str, int]) -> list[str]:
    """The nominatives of a person's words under the case and gender that suit them best together."""
    found = [_best(of_word, support) for of_word in words]
    suits = ([of_word[case, gender] for of_word in found] for case in CASES for gender in ("masc", "femn"))
    best = max(suits, key=lambda suit: sum(weight for weight, _ in suit))
    return [nominative for _, nominative in best]


def _best(found: Sequence[Reading], support: Mapping[str, int]) -> dict[tuple[str, str], tuple[float, str]]:
    """For each case and gender the best nominative with its weight, more for one that explains several forms."""
    best: dict[tuple[str, str], tuple[float, str]] = {}
    for r in found:
        weight = r.weight + 0.35 * min(max(support.get(fold(r.nominative), 1) - 1, 0), _MOST)
        for gender in ("masc", "femn") if r.gender is None else (r.gender,):
            best[r.case, gender] = max(best.get((r.case, gender), (0.0, "")), (weight, r.nominative))
    return best


# ── organisations, places, and what else is a phrase


def _phrase(name: str, language: Language, support: Mapping[str, int]) -> str:
    pieces = _WORD.findall(name)
    places = [at for at, piece in enumerate(pieces) if _CYRILLIC.match(piece)]
    opened = next((at for at, piece in enumerate(pieces) if at and re.search(r"[«\"„“]", piece)), len(pieces))
    places = [at for at in places if at < opened]
    for at, word in zip(places, _turned([pieces[at] for at in places], language, support), strict=True):
        pieces[at] = word
    return "".join(pieces)


def _turned(words: Sequence[str], language: Language, support: Mapping[str, int]) -> list[str]:
    """The words with the head noun and its adjectives in the nominative, the rest as printed."""
    if len(words) == 1 and words[0].islower() and all(a.pos == "ADJF" for a in analyses(words[0], language)):
        return [_alone(analyses(words[0], language)[0])]
    if len(words) > 1 and words[-1].isupper() and len(words[-1]) > 1:
        adjectives = [_masculine(word, language) for word in words[:-1]]
        if None not in adjectives:
            return [*(recased(new or old, old) for new, old in zip(adjectives, words, strict=False)), words[-1]]
    for head in reversed(tuple(_heads(words, language))):
        best = max(
            _agreements(tuple(words[: head + 1]), language), key=lambda found: _likeness(found, support), default=None
        )
        if best is not None:
            return [*(recased(new, old) for new, old in zip(best[1], words, strict=False)), *words[head + 1 :]]
    return list(words)


def _alone(adjective: Analysis) -> str:
    """The dictionary form of an adjective without a noun; a nominative and a feminine stay what they are."""
    feminine = adjective.number == "sing" and adjective.gender == "femn"
    return adjective.nominative or adjective.lemma if adjective.case == "nomn" or feminine else adjective.lemma


def _masculine(word: str, language: Language) -> str | None:
    """«британского МИД» → «британский МИД», «американской ФРС» → «американская»; ``None`` for no adjective."""
    found = [a for a in analyses(word, language) if a.pos == "ADJF" and a.number == "sing"]
    if not found:
        return None
    return next((a.nominative for a in found if a.gender == "masc"), found[0].nominative)


_Agreement = tuple[Analysis, tuple[str, ...]]
"""The reading of a head noun, and the nominatives of all words up to it."""


def _heads(words: Sequence[str], language: Language) -> Iterator[int]:
    """Places where the head noun may stand: after adjectives only; an acronym never turns but for an ending."""
    for at, word in enumerate(words):
        found = analyses(word, language)
        if not word[1:].islower() and len(word) > 1 and not (any(a.known for a in found) and not word.isupper()):
            return
        if any(a.pos == "NOUN" and a.case is not None for a in found) or at + 1 == len(words):
            yield at
        if not any(a.pos in {"ADJF", "PRTF"} for a in found):
            return


@lru_cache(maxsize=50_000)
def _agreements(words: tuple[str, ...], language: Language) -> tuple[_Agreement, ...]:
    """Readings of «adjective … noun» that agree in case, number and gender."""
    return tuple(_agreeing_phrases(words, language))


def _agreeing_phrases(words: Sequence[str], language: Language) -> Iterator[_Agreement]:
    for noun in analyses(words[-1], language):
        form = noun.nominative
        if noun.pos not in {"NOUN", "ADJF"} or noun.case not in {*CASES, "voct"} or form is None:
            continue
        if noun.pos == "ADJF" and len(words) > 1:
            continue
        adjectives = [_adjective(word, noun, language) for word in words[:-1]]
        if all(adjective is not None for adjective in adjectives):
            yield noun, (*(a for a in adjectives if a is not None), form)


def _adjective(word: str, noun: Analysis, language: Language) -> str | None:
    """The nominative of an adjective that agrees with the noun, ``None`` if it does not."""
    for analysis in analyses(word, language):
        same_case = analysis.case == noun.case and analysis.number == noun.number
        same_gender = noun.number == "plur" or noun.gender is None or analysis.gender in {noun.gender, None}
        if analysis.pos in {"ADJF", "PRTF"} and same_case and same_gender:
            return word.lower() if noun.case == "nomn" else analysis.nominative_for(noun)
    return None


def _likeness(found: _Agreement, support: Mapping[str, int]) -> tuple[bool, bool, bool, float]:
    """Nouns before adjectives, no address, singulars before plurals, no surnames, what the text supports."""
    noun, forms = found
    plain = 0.0 if "Surn" in noun.grammemes else 0.5
    score = noun.score + plain + 0.3 * min(support.get(fold(forms[-1]), 0), 4)
    return noun.pos == "NOUN", noun.case != "voct", noun.number == "sing", score


def recased(new: str, old: str) -> str:
    """The new form with the capitals of the old one: «МИДа» → «МИД», «БелТА» stays."""
    if old.islower():
        return new
    folded = fold(old).lower()
    same = 0
    while same < min(len(old), len(new)) and fold(new[same]) == folded[same]:
        same += 1
    rest = new[same:].upper() if old.isupper() and len(old) > 1 else new[same:]
    return old[:same] + rest if same else rest[:1].upper() + rest[1:]
