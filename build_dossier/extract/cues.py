"""Where a sentence says that something was said: verbs, states, impersonal forms, formulas.

Comes in: a ``Frame``. Goes out: ``Cue``s in text order, each with whoever speaks.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache, lru_cache

from build_dossier.extract.clauses import clause_end, clause_start
from build_dossier.extract.frames import Frame
from build_dossier.extract.mentions import EntityType
from build_dossier.extract.nominatives import Phrase
from build_dossier.extract.noun_phrases import LONGEST as _LONGEST
from build_dossier.extract.noun_phrases import OWN, low_after, noun_phrase
from build_dossier.extract.reporting import Attitude, Verb, formula_at, is_state, lemma_in, listed, phrases, verb
from build_dossier.extract.subjects import subject
from build_dossier.text.fold import fold_case
from build_dossier.text.language import Language
from build_dossier.text.morphology import analyses


class CueKind(Enum):
    """How the words introduce what was told."""

    VERB = "VERB"
    PAPER = "PAPER"
    """«йдеться в заяві»: a paper says it."""
    NOBODY = "NOBODY"
    """«як відомо», «по слухам»."""
    IMPERSONAL = "IMPERSONAL"
    """«зазначається», «сообщалось»."""
    FORMULA = "FORMULA"
    """«за словами X»."""
    LABEL = "LABEL"
    """«Пряма мова X:»."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Units ``at`` to ``end`` (half-open) that report."""

    at: int
    end: int
    kind: CueKind
    verb: Verb
    source: Phrase | None


_PLAIN = Verb(lemma="", attitude=Attitude.NEUTRAL, takes=frozenset(), gerund=False, plural=False, gender=None)
_IN = frozenset({"в", "у", "во", "на", "з", "із", "из", "с"})
_SELF = frozenset({"я", "ми", "мы", "ви", "вы", "ти", "ты"})
"""Whoever speaks of themselves is not reported."""
_WORDS = frozenset({"слова"})
_OPENS = frozenset({"NPRO", "PREP", "CONJ"})
"""A capital on one of these begins a sentence."""
_PREPOSITIONS = frozenset({"за", "по", "на", "згідно", "відповідно", "согласно", "со", "из"})
LONGEST_FRAME = 400
"""Units of a sentence that is read; a longer one is a list or no text."""


def cues(frame: Frame) -> Iterator[Cue]:
    """The cues of a frame, left to right, disjoint."""
    language = frame.of.language
    behind = 0
    if len(frame) > LONGEST_FRAME:
        return
    for at in [at for at, form in frame.of.words if may_report(form, language)]:
        if at < behind:
            continue
        found = next((cue for rule in RULES if (cue := rule(frame, at)) is not None), None)
        if found is not None:
            behind = found.end
            yield found


@lru_cache(maxsize=100_000)
def may_report(form: str, language: Language) -> bool:
    """Whether any rule can see a cue that begins with a word."""
    if fold_case(form) in _opening("uk" if language == "uk" else "ru"):
        return True
    return form[0].isalpha() and (verb(form, language) is not None or is_state(form, language))


@cache
def _opening(language: str) -> frozenset[str]:
    """The words with which a formula or an impersonal form may begin."""
    formulas = (("formulas", "of"), ("formulas", "of_papers"), ("formulas", "nobody"), ("direct",))
    first = (word for path in formulas for word in phrases(*path))
    return listed("told", language) | listed("impersonal", language) | frozenset(first)


def nobody_formula(frame: Frame, at: int) -> Cue | None:
    """«як відомо», «по имеющимся данным», «Как ожидается»."""
    count = formula_at(frame.low, at, "formulas", "nobody")
    if count == 0 or (count == 1 and not _parenthetical(frame, at)):
        return None
    if low_after(frame, at + count) not in {",", ".", ":", "—", "–", "-"}:
        return None
    return Cue(at=at, end=at + count, kind=CueKind.NOBODY, verb=_PLAIN, source=None)


def _parenthetical(frame: Frame, at: int) -> bool:
    """«Припускають, що»: the word alone opens the sentence."""
    return at == 0 and low_after(frame, at + 1) == ","


def source_formula(frame: Frame, at: int) -> Cue | None:
    """«за словами Келлога», «по его словам», «По данным Bloomberg», «Згідно з інформацією профспілки»."""
    if frame.low[at] not in _PREPOSITIONS:
        return None
    count = formula_at(frame.low, at, "formulas", "of")
    if count:
        return _formula(frame, at, at + count)
    own = _inserted(frame, at)
    if own is None:
        papers = formula_at(frame.low, at, "formulas", "of_papers")
        found = _formula(frame, at, at + papers) if papers else None
        return found if found is not None and _is_paper(frame, found.source) else None
    noun, possessive = own
    cue = _formula(frame, at, noun + 1)
    if possessive is None:
        return cue
    return Cue(at=at, end=noun + 1, kind=CueKind.FORMULA, verb=_PLAIN, source=_one(possessive))


def _inserted(frame: Frame, at: int) -> tuple[int, int | None] | None:
    """The noun of a formula with words between («по его словам») and the possessive among them."""
    possessive = None
    for noun in range(at + 1, min(at + _LONGEST, len(frame))):
        word = frame.low[noun]
        if noun > at + 1 and formula_at((frame.low[at], word), 0, "formulas", "of") == 2:
            return noun, possessive
        if word in OWN:
            possessive = noun
        elif not frame.of.is_word(noun) or analyses(frame.units[noun].form, frame.of.language)[0].pos not in {
            "ADJF",
            "PRTF",
        }:
            return None
    return None


def _formula(frame: Frame, at: int, end: int) -> Cue:
    source = noun_phrase(frame, end)
    kind = CueKind.NOBODY if source is None else CueKind.FORMULA
    return Cue(at=at, end=end, kind=kind, verb=_PLAIN, source=source)


def _one(at: int) -> Phrase:
    return Phrase(first=at, end=at + 1, head=at)


def _is_paper(frame: Frame, source: Phrase | None) -> bool:
    if source is None:
        return False
    unit = frame.units[source.head]
    if unit.mention is not None:
        return unit.mention.type in {EntityType.ORG, EntityType.PRO}
    if low_after(frame, source.head + 1).isdigit():
        return False  # «согласно статье 50» of a law
    return lemma_in(unit.form, frame.of.language, "papers")


def paper(frame: Frame, at: int) -> Cue | None:
    """«йдеться в повідомленні», «в пресс-релизе сообщается», «говорится в заявлении представителя»."""
    language = frame.of.language
    if frame.low[at] not in listed("told", language):
        return None
    places = (*range(at + 1, clause_end(frame, at)), *range(at - 1, clause_start(frame, at) - 1, -1))
    phrases = [found for place in places if frame.low[place] in _IN and (found := noun_phrase(frame, place + 1))]
    for kind in ("papers", "sites"):
        for phrase in phrases:
            if lemma_in(frame.units[phrase.head].form, language, kind):
                return Cue(at=at, end=at + 1, kind=CueKind.PAPER, verb=_PLAIN, source=phrase)
    return None


def impersonal(frame: Frame, at: int) -> Cue | None:
    """«Раніше повідомлялося, що», «Сообщается о …», not «не сообщается»."""
    if frame.low[at] not in listed("impersonal", frame.of.language) or (at and frame.low[at - 1] == "не"):
        return None
    return Cue(at=at, end=at + 1, kind=CueKind.IMPERSONAL, verb=_PLAIN, source=None)


def label(frame: Frame, at: int) -> Cue | None:
    """«Пряма мова Трампа: «…»»."""
    count = formula_at(frame.low, at, "direct") if at == 0 else 0
    source = noun_phrase(frame, at + count) if count else None
    if source is None:
        return None
    return Cue(at=at, end=at + count, kind=CueKind.LABEL, verb=_PLAIN, source=source)


def reporting_verb(frame: Frame, at: int) -> Cue | None:
    """«заявив», «запевняє», «отметив»."""
    found = verb(frame.units[at].form, frame.of.language)
    if found is None or low_after(frame, at - 1 if at else len(frame)) in {"не", "ні", "ни"}:
        return None
    lost = _link_lost(frame, at)
    if not _SELF.isdisjoint(frame.low[clause_start(frame, at) : at if lost else clause_end(frame, at)]):
        return None
    source = _whose_words(frame, at) or (None if lost else _antecedent(frame, subject(frame, at, found)))
    return Cue(at=at, end=at + 1, kind=CueKind.VERB, verb=found, source=source)


def _whose_words(frame: Frame, at: int) -> Phrase | None:
    """«"…", – наводять слова директора», «приводит его слова газета»: whose words they are, not who gives them."""
    if not frame.quotes or not lemma_in(frame.units[at].form, frame.of.language, "relaying"):
        return None
    words = next((place for place in range(at + 1, min(at + _LONGEST, len(frame))) if frame.low[place] in _WORDS), None)
    if words is None:
        return None
    if frame.low[words - 1] in OWN:
        return _one(words - 1)
    return _named_at_last(frame, noun_phrase(frame, words + 1))


def _named_at_last(frame: Frame, phrase: Phrase | None) -> Phrase | None:
    """A phrase with the person's name that closes it: «директора з маркетингу Кенні Джейкобса»."""
    if phrase is None:
        return None
    for place in range(phrase.head, min(phrase.head + _LONGEST, clause_end(frame, phrase.head))):
        if frame.of.mention(place, EntityType.PER) is not None:
            return _one(place)
    return phrase


def _link_lost(frame: Frame, at: int) -> bool:
    """«…, сообщает При этом …», «Про це інформує Я прошу»: a link is gone, and the next sentence follows."""
    if at == 0 or at + 1 >= len(frame) or not frame.of.is_word(at + 1) or not frame.units[at + 1].form[0].isupper():
        return False
    opens = analyses(frame.units[at + 1].form, frame.of.language)[0].pos in _OPENS
    return frame.low[at - 1] == "," or opens


def _antecedent(frame: Frame, source: Phrase | None) -> Phrase | None:
    """«…, Lufthansa, які заявили»: what a relative pronoun takes up, if a noun or a name stands before it."""
    if source is None or frame.low[source.head] not in listed("relatives") or source.head < 2:
        return source
    place = source.head - 2 if frame.low[source.head - 1] == "," else source.head - 3
    if place < 0 or not (frame.units[place].mention is not None or frame.of.is_word(place)):
        return source
    return _one(place)


def state(frame: Frame, at: int) -> Cue | None:
    """«переконаний, що», «уверен, что», «…, переконаний експерт»."""
    if not is_state(frame.units[at].form, frame.of.language):
        return None
    found = replace(_PLAIN, lemma=frame.low[at])
    source = subject(frame, at, found)
    if source is not None and source.first <= at < source.head:
        source = replace(source, first=at + 1)
    behind = at > 0 and frame.low[at - 1] == "," and source is not None and source.first == at + 1
    if low_after(frame, at + 1) != "," and not behind:
        return None
    return Cue(at=at, end=at + 1, kind=CueKind.VERB, verb=found, source=source)


RULES = (label, nobody_formula, source_formula, paper, impersonal, reporting_verb, state)
"""What a cue may be, in the order in which it is tried."""
