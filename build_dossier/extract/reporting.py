"""The words by which news reports speech: ``lexicon/reporting_verbs.yml`` as lookups.

Comes in: a word form, or words in a row, and the language. Goes out: the reporting verb behind the form with its
attitude and what it takes, or the formula that stands there.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache

from build_dossier.lexicon_file import read_lexicon, words
from build_dossier.strict_yaml import Value
from build_dossier.text.fold import fold_case
from build_dossier.text.language import Language
from build_dossier.text.morphology import Analysis, analyses


class Attitude(Enum):
    """How a verb stands to what it reports."""

    NEUTRAL = "neutral"
    ASSERTIVE = "assertive"
    DOUBT = "doubt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """A reporting verb as it stands in a text."""

    lemma: str
    attitude: Attitude
    takes: frozenset[str]
    """``infinitive``, ``about``, ``to``, ``with``, ``accusative``, ``naming``, ``clause_only``, ``quote_only``."""
    gerund: bool
    plural: bool
    gender: str | None
    """``masc``, ``femn``, ``neut`` of a past form in the singular."""


_FILE = "reporting_verbs.yml"
_ATTITUDES = tuple(Attitude)
_NOT_TOLD = frozenset({"1per", "2per", "impr", "futr", "infn"})
"""Who speaks of themselves, will speak or might is not reported."""


def _section(*path: str) -> Value:
    value: Value = read_lexicon(_FILE)
    for key in path:
        assert isinstance(value, Mapping)
        value = value[key]
    return value


@cache
def listed(*path: str) -> frozenset[str]:
    """The words of a list of the lexicon, folded: ``listed("told", "uk")``."""
    value = _section(*path)
    return frozenset(fold_case(word) for word in words(value))


@cache
def phrases(*path: str) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """The formulas of a list by their first word, folded, the longest first: ``phrases("formulas", "of")``."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in words(_section(*path)):
        parts = tuple(fold_case(phrase).split())
        found.setdefault(parts[0], []).append(parts)
    return {first: tuple(sorted(ones, key=len, reverse=True)) for first, ones in found.items()}


def formula_at(low: Sequence[str], at: int, *path: str) -> int:
    """How many words the formula has that begins at a place of a row of folded words; 0 where none does."""
    for phrase in phrases(*path).get(low[at], ()):
        if tuple(low[at : at + len(phrase)]) == phrase:
            return len(phrase)
    return 0


@cache
def _attitudes(language: str) -> Mapping[str, Attitude]:
    return {
        fold_case(lemma): attitude
        for attitude in _ATTITUDES
        for lemma in words(_section("verbs", language, attitude.value))
    }


@cache
def _taken() -> Mapping[str, frozenset[str]]:
    """What each verb takes, by folded lemma."""
    takes = _section("takes")
    assert isinstance(takes, Mapping)
    lists = {**{name: words(value) for name, value in takes.items()}, "quote_only": words(_section("quote_only"))}
    lemmas = {fold_case(lemma) for ones in lists.values() for lemma in ones}
    folded = {name: {fold_case(lemma) for lemma in ones} for name, ones in lists.items()}
    return {lemma: frozenset(name for name, ones in folded.items() if lemma in ones) for lemma in lemmas}


@lru_cache(maxsize=100_000)
def verb(form: str, language: Language) -> Verb | None:
    """The reporting verb that a form may be, finite in the third person or a gerund; ``None`` for any other word."""
    known = _attitudes("uk" if language == "uk" else "ru")
    for analysis in _readings(form, language):
        attitude = known.get(fold_case(analysis.lemma))
        if attitude is not None and not analysis.grammemes & _NOT_TOLD:
            return _verb(analysis, attitude, gerund=analysis.pos == "GRND" or _base(form, language) is not None)
    return None


def _readings(form: str, language: Language) -> Sequence[Analysis]:
    base = _base(form, language)
    read = analyses(base or form, language)
    verbal = [a for a in read if a.pos in {"VERB", "GRND"}]
    plain = [a for a in read if a.pos not in {"VERB", "GRND", "INFN"} and a.known]
    # «вразі», «три»: a word that is rather something else is no verb.
    return verbal if verbal and (not plain or verbal[0].score >= plain[0].score * 0.5) else ()


def _base(form: str, language: Language) -> str | None:
    """«заявивши» → «заявив»: the dictionary leaves Ukrainian gerunds without their verbs."""
    low = form.lower()
    if language == "uk" and low.endswith("вши"):
        return low[:-2]
    if language == "uk" and low.endswith(("ючи", "ячи", "учи", "ачи")) and len(low) > 5:
        return low[:-2] + "ть"
    return None


def _verb(analysis: Analysis, attitude: Attitude, *, gerund: bool) -> Verb:
    past = "past" in analysis.grammemes and not gerund
    return Verb(
        lemma=analysis.lemma,
        attitude=attitude,
        takes=_taken().get(fold_case(analysis.lemma), frozenset()),
        gerund=gerund,
        plural=not gerund and analysis.number == "plur",
        gender=analysis.gender if past and analysis.number == "sing" else None,
    )


@lru_cache(maxsize=50_000)
def is_infinitive(form: str, language: Language) -> bool:
    """Whether a word is an infinitive, which the two dictionaries mark differently."""
    first = analyses(form, language)[0]
    return first.pos == "INFN" or "infn" in first.grammemes


@lru_cache(maxsize=50_000)
def is_state(form: str, language: Language) -> bool:
    """«переконаний», «уверен»: somebody holds that something is so."""
    known = listed("states", "uk" if language == "uk" else "ru")
    return any(
        a.pos in {"ADJF", "ADJS"} and a.case in {"nomn", None} and fold_case(a.lemma) in known
        for a in analyses(form, language)
    )


@lru_cache(maxsize=50_000)
def lemma_in(form: str, language: Language, *path: str) -> bool:
    """Whether a form has a lemma that stands in a list."""
    known = listed(*path, "uk" if language == "uk" else "ru")
    return fold_case(form) in known or any(fold_case(a.lemma) in known for a in analyses(form, language))
