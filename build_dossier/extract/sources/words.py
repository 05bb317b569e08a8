"""The words of ``lexicon/sources.yml``, and whether one stands at a place of a sentence."""

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from build_dossier.extract.gazetteer import keys, merged
from build_dossier.extract.units import Sentence
from build_dossier.lexicon_file import read_lexicon, words
from build_dossier.strict_yaml import Value
from build_dossier.text.language import Language
from build_dossier.text.morphology import Analysis, analyses

_LOOSE = 2
"""Words of the formulas in which adjectives may stand before the last one: «по предварительным данным»."""


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(merged(word) for word in _words(read_lexicon("sources.yml")[name]))


def _words(value: Value) -> tuple[str, ...]:
    lists = value.values() if isinstance(value, Mapping) else (value,)
    return tuple(word for one in lists for word in words(one))


def also_countries() -> frozenset[str]:
    """Names of countries that CLDR does not give, in shared letters."""
    return _list("countries")


@cache
def phrases(name: str) -> tuple[tuple[str, ...], ...]:
    """Printed phrases of a list, each as words in shared letters, the longest first."""
    found = {tuple(merged(part) for part in phrase.split()) for phrase in _words(read_lexicon("sources.yml")[name])}
    return tuple(sorted(found, key=lambda phrase: (-len(phrase), phrase)))


@cache
def _numbers() -> Mapping[str, int]:
    table = read_lexicon("sources.yml")["numbers"]
    assert isinstance(table, Mapping)
    return {merged(word): int(number) for number, forms in table.items() for word in words(forms)}


@lru_cache(maxsize=100_000)
def is_in(form: str, language: Language, name: str) -> bool:
    """Whether a word in any of its forms stands in a list of lemmas."""
    return not keys(form, language).isdisjoint(_list(name))


def listed(of: Sentence, at: int, name: str) -> bool:
    """Whether a word outside of names stands there that is in a list of lemmas."""
    return of.is_word(at) and is_in(of.units[at].form, of.language, name)


def printed(of: Sentence, name: str) -> list[int]:
    """Where a word stands just as a list prints it."""
    found = _list(name)
    return [at for at, word in enumerate(of.shared) if word in found and of.is_word(at)]


def places(of: Sentence, name: str) -> list[int]:
    """Where a word outside of names stands that is in a list of lemmas."""
    language = of.language
    return [at for at, form in of.words if is_in(form, language, name)]


def count(of: Sentence, at: int) -> int | None:
    """The number that a figure or a word says."""
    form = of.form(at)
    if form.isdecimal() and len(form) < 4:
        return int(form)
    found = (_numbers().get(key) for key in keys(form, of.language)) if of.is_word(at) else iter(())
    return next((number for number in found if number is not None), None)


@lru_cache(maxsize=100_000)
def is_verb(form: str, language: Language, name: str) -> bool:
    """Whether a word is a finite form of a verb in a list."""
    wanted = _list(name)
    return any(_is_told_of(a) and merged(a.lemma) in wanted for a in analyses(form, language)[:4])


def _is_told_of(analysis: Analysis) -> bool:
    """Whether a finite verb may speak of somebody else: «нагадаємо», «ви підтверджуєте», «скажіть» do not."""
    return analysis.pos in {"VERB", "ADJS"} and not analysis.grammemes & {"1per", "2per", "impr"}


@lru_cache(maxsize=100_000)
def is_infinitive(form: str, language: Language, name: str) -> bool:
    """Whether a word is the infinitive of a verb in a list."""
    wanted = _list(name)
    return any(a.pos == "INFN" and merged(a.lemma) in wanted for a in analyses(form, language)[:4])


@lru_cache(maxsize=100_000)
def tells_habitually(form: str, language: Language) -> bool:
    """Whether a verb of telling stands in the imperfective past: «як повідомляв», as one speaks of oneself."""
    wanted = _list("tells")
    return any(
        a.pos == "VERB" and {"past", "impf"} <= a.grammemes and merged(a.lemma) in wanted
        for a in analyses(form, language)[:4]
    )


@lru_cache(maxsize=100_000)
def tells_now(form: str, language: Language) -> bool:
    """Whether a verb by which outlets report stands in the present: «повідомляє», «сообщает»."""
    wanted = _list("reports")
    return any(
        a.pos == "VERB" and "past" not in a.grammemes and merged(a.lemma) in wanted
        for a in analyses(form, language)[:4]
    )


@lru_cache(maxsize=100_000)
def is_plural_verb(form: str, language: Language) -> bool:
    """Whether a finite verb stands in the plural: without a subject, somebody in a body says it."""
    return any(_is_told_of(a) and a.number == "plur" for a in analyses(form, language)[:4])


def verb(of: Sentence, at: int, name: str = "tells") -> bool:
    """Whether a finite form of a verb of a list stands there."""
    return of.is_word(at) and is_verb(of.units[at].form, of.language, name)


@cache
def _by_first(name: str) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases(name):
        found.setdefault(phrase[0], []).append(phrase)
    return {first: tuple(all_of) for first, all_of in found.items()}


def after_phrase(of: Sentence, at: int, name: str) -> int | None:
    """Where a printed phrase of a list that begins there ends; up to two adjectives may stand before its last word."""
    if not 0 <= at < len(of.units):
        return None
    loose: list[tuple[str, int]] | None = None
    for phrase in _by_first(name).get(of.shared[at], ()):
        if len(phrase) != _LOOSE:
            if of.shared[at : at + len(phrase)] == phrase:
                return at + len(phrase)
            continue
        if loose is None:
            loose = list(_last_words(of, at))
        end = next((end for word, end in loose if word == phrase[-1]), None)
        if end is not None:
            return end
    return None


def _last_words(of: Sentence, at: int) -> Iterator[tuple[str, int]]:
    """What may be the last word of two that begin at a unit, and one past it."""
    last = at + 1
    while last < min(at + 4, len(of.shared)):
        yield of.shared[last], last + 1
        if not is_adjective(of, last):
            return
        last += 1


def openings(of: Sentence, *names: str) -> list[int]:
    """The units with which a printed phrase of these lists may begin."""
    first = _first_words(names)
    return [at for at, word in enumerate(of.shared) if word in first]


@cache
def _first_words(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(phrase[0] for name in names for phrase in phrases(name))


@lru_cache(maxsize=100_000)
def may_tell(form: str, language: Language) -> bool:
    """Whether a word is a form of a verb of telling or showing."""
    if is_infinitive(form, language, "tells"):
        return True
    return is_verb(form, language, "tells") or is_verb(form, language, "shows")


def is_adjective(of: Sentence, at: int) -> bool:
    """Whether an adjective, participle or numeral stands there."""
    return of.is_word(at) and _is_adjective(of.units[at].form, of.language)


@lru_cache(maxsize=100_000)
def _is_adjective(form: str, language: Language) -> bool:
    found = analyses(form, language)
    likely = [a for a in found if a.score >= 0.15] or list(found[:1])
    return any(a.pos in {"ADJF", "PRTF", "NUMR"} for a in likely) or is_in(form, language, "some")
