"""Descriptions of persons as noun phrases: a head with its adjectives before it and its complements after it.

Comes in: a sentence of an article with its mentions. Goes out: ``Unit``s (a mention or a word each), and for a head
noun where its phrase may begin and where it may end. «Спецпредставник американського лідера Дональда Трампа» has ends
after the first word, after «лідера» and after «Трампа»; what stands beside the phrase decides which of them is meant.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import NamedTuple

from build_dossier.article import Article
from build_dossier.extract.gazetteer import keys, lists_of, merged, word_lists
from build_dossier.extract.mentions import UNREAD, EntityType, Mention
from build_dossier.lexicon_file import read_lexicon, words
from build_dossier.text.declension import Reading, readings
from build_dossier.text.fold import fold_case
from build_dossier.text.language import Language
from build_dossier.text.morphology import CASES, Analysis, analyses
from build_dossier.text.segment import bounds, sentences
from build_dossier.text.span import Span

LONGEST = 16
"""Units of the longest description that is read."""
_REMEMBERED = 1_000
"""Sentences remembered: those of one long article, which every kind of finding reads again."""
_ORDINAL = re.compile(r"\d{1,4}[-‑]\w{1,3}")
_AS_GOOD = 0.8
"""A case that suits a name less than this share of the best is not its case."""
_QUOTES = frozenset("«»“”„\"'")
_GENITIVE = frozenset({"gent"})
_SMALL_WORDS = frozenset({"NPRO", "ADVB", "COMP", "PREP", "CONJ", "PRCL", "PRED"})
"""«Раніше» may be an adjective, but is none."""
_OF_NAMES = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn", "Abbr"})


@lru_cache(maxsize=100_000)
def _folded(form: str) -> tuple[str, str]:
    """A word in lower case and folded, and in the letters that both languages share."""
    low = fold_case(form)
    return low, merged(low)


class Unit(NamedTuple):
    """A mention as a whole, or a word or sign outside of all mentions; one is made for every word of every text."""

    start: int
    end: int
    form: str
    mention: Mention | None

    @property
    def is_word(self) -> bool:
        """Whether it is a word outside of mentions."""
        return self.mention is None and self.form[0].isalpha()

    def names(self, *kinds: EntityType) -> bool:
        """Whether it is a mention of one of these types."""
        return self.mention is not None and self.mention.type in kinds


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence in units."""

    units: tuple[Unit, ...]
    language: Language
    low: tuple[str, ...] = field(init=False, compare=False, repr=False)
    """The units' words in lower case and folded: once for all who read the sentence."""
    shared: tuple[str, ...] = field(init=False, compare=False, repr=False)
    """The same in the letters that both languages share."""
    words: tuple[tuple[int, str], ...] = field(init=False, compare=False, repr=False)
    """The words outside of mentions as printed, with the places of their units."""
    _is_word: tuple[bool, ...] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        folded = [_folded(unit.form) for unit in self.units]
        object.__setattr__(self, "low", tuple([low for low, _ in folded]))
        object.__setattr__(self, "shared", tuple([shared for _, shared in folded]))
        is_word = tuple([mention is None and form[0].isalpha() for _, _, form, mention in self.units])
        object.__setattr__(self, "_is_word", is_word)
        words = [(at, unit.form) for at, unit in enumerate(self.units) if is_word[at]]
        object.__setattr__(self, "words", tuple(words))

    def form(self, at: int) -> str:
        """One unit's words in lower case and folded; a full stop beyond the edges."""
        return self.low[at] if 0 <= at < len(self.low) else "."

    def is_word(self, at: int) -> bool:
        """Whether a word outside of mentions stands there."""
        return 0 <= at < len(self._is_word) and self._is_word[at]

    def mention(self, at: int, *kinds: EntityType) -> Mention | None:
        """The mention there, if it is of one of these types."""
        unit = self.units[at] if 0 <= at < len(self.units) else None
        return unit.mention if unit is not None and unit.names(*kinds) else None

    def listed(self, at: int, name: str) -> bool:
        """Whether the word there stands in a list of ``roles.yml``, in any form."""
        return self.is_word(at) and _is_listed(self.units[at].form, self.language, name)


def read_sentences(
    article: Article, mentions: Sequence[Mention], holding: Callable[[Mention], bool] | None = None
) -> Iterator[Sentence]:
    """The sentences of the blocks that tell news, in units; only those with a mention of which ``holding`` is true."""
    starts = [mention.start for mention in mentions]
    for block in article.blocks:
        if block.kind in UNREAD:
            continue
        for span in sentences(article.text, block.start, block.end):
            inside = mentions[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
            whole = [mention for mention in inside if mention.end <= span.end]
            if holding is None or any(map(holding, whole)):
                yield sentence(article.text, span, whole, article.language)


def sentence(text: str, span: Span, mentions: Sequence[Mention], language: Language) -> Sentence:
    """The units of one sentence; ``mentions`` are those inside it, in text order."""
    return _sentence(text, span, tuple(mentions), language)


@lru_cache(maxsize=_REMEMBERED)
def _sentence(text: str, span: Span, mentions: tuple[Mention, ...], language: Language) -> Sentence:
    return Sentence(units=tuple(units_of(text, span, mentions)), language="uk" if language == "uk" else "ru")


def units_of(text: str, span: Span, mentions: Sequence[Mention]) -> list[Unit]:
    """The units of a stretch; ``mentions`` are those inside it, in text order."""
    units: list[Unit] = []
    at = span.start
    for mention in mentions:
        units += _words(text, at, mention.start)
        units.append(Unit(mention.start, mention.end, mention.form, mention))
        at = max(at, mention.end)
    units += _words(text, at, span.end)
    return units


def _words(text: str, start: int, end: int) -> list[Unit]:
    return [Unit(first, after, text[first:after], None) for first, after in bounds(text, start, max(start, end))]


@lru_cache(maxsize=100_000)
def _is_listed(form: str, language: Language, name: str) -> bool:
    return not keys(form, language).isdisjoint(role_list(name))


@cache
def role_list(name: str) -> frozenset[str]:
    """A list of ``roles.yml`` in the letters that both languages share."""
    value = read_lexicon("roles.yml")[name]
    lists = value.values() if isinstance(value, Mapping) else (value,)
    return frozenset(merged(word) for one in lists for word in words(one))


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A noun for a person in the singular."""

    lemma: str
    cases: frozenset[str]


@lru_cache(maxsize=100_000)
def head(form: str, language: Language) -> Head | None:
    """What a word says as a noun for one person, ``None`` when it is none or only a form of address."""
    lists = lists_of(form, language)
    read = analyses(form, language)
    if read[0].pos in _SMALL_WORDS or ("role" not in lists and any(_is_other(a) for a in read)):
        return None  # «после» is no ambassador, «на тлі» no plant-louse
    found = [a for a in read if a.pos == "NOUN" and a.number == "sing" and _tells(a, lists)]
    cases = frozenset(_case(a, form) for a in found) & {*CASES}
    honorific = not keys(form, language).isdisjoint(role_list("honorifics"))
    if not cases or honorific:
        return None
    listed = (a.lemma for a in found if merged(a.lemma) in word_lists()["role"])
    return Head(lemma=fold_case(next(listed, found[0].lemma)), cases=cases)


def _tells(analysis: Analysis, lists: frozenset[str]) -> bool:
    """A noun of the list of roles, or any other for a person that the dictionary knows."""
    if "role" in lists:
        return True
    return "anim" in analysis.grammemes and analysis.known and not analysis.grammemes & _OF_NAMES


def _is_other(analysis: Analysis) -> bool:
    return analysis.pos in _SMALL_WORDS or (analysis.pos == "NOUN" and "inan" in analysis.grammemes)


def _case(analysis: Analysis, form: str) -> str:
    """The Ukrainian dictionary leaves the case of some nominatives untold."""
    untold = analysis.case is None and analysis.lemma == form.lower()
    return "nomn" if untold else str(analysis.case)


@lru_cache(maxsize=50_000)
def cases_of_name(form: str, lemma: str, language: Language) -> frozenset[str]:
    """The cases a person's name may stand in: those that suit all its words, read with their lemmas, about as well."""
    printed, listed = form.split(), lemma.split()
    aligned = listed if len(listed) == len(printed) else [None] * len(printed)
    read = [_read(*pair, language) for pair in zip(printed, aligned, strict=True)]
    weights = {case: max(_together(read, case, gender) for gender in ("masc", "femn")) for case in CASES}
    best = max(weights.values())
    return frozenset(case for case, weight in weights.items() if weight >= _AS_GOOD * best)


def _read(word: str, lemma: str | None, language: Language) -> Sequence[Reading]:
    found = readings(word, language)
    told = [r for r in found if lemma is not None and fold_case(r.nominative) == fold_case(lemma)]
    return told or found


def _together(read: Sequence[Sequence[Reading]], case: str, gender: str) -> float:
    suits = ([r.weight for r in of_word if r.case == case and r.gender in {gender, None}] for of_word in read)
    return sum(max(weights, default=0.0) for weights in suits)


@lru_cache(maxsize=100_000)
def agree_with(form: str, language: Language, cases: frozenset[str]) -> bool:
    """Whether a word is an adjective or participle that may stand in one of these cases."""
    found = analyses(form, language)
    if any(a.pos in _SMALL_WORDS or "Apro" in a.grammemes for a in found):
        return False
    return any(a.pos in {"ADJF", "PRTF"} and a.case in cases for a in found)


def begins(of: Sentence, at: int) -> int:
    """Where the phrase begins whose head stands at ``at``: with the adjectives before it that agree."""
    noun = head(of.units[at].form, of.language)
    start = at
    while noun is not None and start > at - LONGEST and _modifies(of, start - 1, noun.cases):
        start -= 1
    return start


def _modifies(of: Sentence, at: int, cases: frozenset[str]) -> bool:
    """Whether an adjective or an ordinal in figures stands there."""
    if at >= 0 and of.units[at].mention is None and _ORDINAL.fullmatch(of.units[at].form) is not None:
        return True
    return of.is_word(at) and agree_with(of.units[at].form, of.language, cases)


def ends(of: Sentence, at: int) -> Iterator[int]:
    """Where a phrase may end whose head stands before ``at``: there, and after each complement that follows."""
    last = min(len(of.units), at + LONGEST)
    while at <= last:
        yield at
        step = next((end for rule in COMPLEMENTS if (end := rule(of, at)) is not None), None)
        if step is None:
            return
        at = step


def named_thing(of: Sentence, at: int) -> int | None:
    """«США», «Слідчого комітету РФ», «"Роснефти"»: the thing that somebody is of, with its quotation marks."""
    opened = of.form(at) in _QUOTES
    thing = at + 1 if opened else at
    if of.mention(thing, EntityType.ORG, EntityType.LOC, EntityType.PRO, EntityType.EVT) is None:
        return None
    if opened and of.form(thing + 1) not in _QUOTES:
        return None
    return thing + 2 if opened else thing + 1


def other_person(of: Sentence, at: int) -> int | None:
    """«союзник Путіна»: a person in the genitive; one without cases only where another person follows."""
    name = of.mention(at, EntityType.PER)
    cases = cases_of_name(name.form, name.lemma, of.language) if name is not None else frozenset()
    if "gent" not in cases or ("nomn" in cases and of.mention(at + 1, EntityType.PER) is None):
        return None
    return at + 1


def genitive(of: Sentence, at: int) -> int | None:
    """«державного секретаря», «прямих інвестицій»: adjectives with a noun or a named thing."""
    start = at
    while at < start + LONGEST and of.is_word(at) and agree_with(of.units[at].form, of.language, _GENITIVE):
        at += 1
    if at > start and (thing := named_thing(of, at)) is not None:
        return thing
    if not of.is_word(at) or of.listed(at, "honorifics"):
        return None
    return at + 1 if is_noun_in(of.units[at].form, of.language, _GENITIVE) else None


def after_preposition(of: Sentence, at: int) -> int | None:
    """«по Украине», «в ЄС», «з питань України»: a preposition with a named thing or a matter."""
    if of.form(at) not in role_list("prepositions"):
        return None
    thing = named_thing(of, at + 1)
    if thing is not None:
        return thing
    return at + 2 if of.listed(at + 1, "matters") else None


COMPLEMENTS = (named_thing, other_person, genitive, after_preposition)
"""What may follow a head noun, in the order in which it is tried."""


@lru_cache(maxsize=100_000)
def is_noun_in(form: str, language: Language, cases: frozenset[str]) -> bool:
    """Whether a word may be a noun in one of these cases and is not rather something else."""
    found = analyses(form, language)
    if any(a.pos in _SMALL_WORDS for a in found):
        return False  # «до» is a note, too
    likely = [a for a in found if a.score >= 0.1] or list(found[:1])
    return any(a.pos == "NOUN" and a.case in cases for a in likely)
